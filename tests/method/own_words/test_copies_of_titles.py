"""E10: copies of what somebody called a story are covered like all that they take back, also where
the story stays with others.
"""

from table import Group

from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.own_words.taking_back import goes_back, whose_title_goes
from footpath.method.rewriting import as_read
from footpath.method.words.sought import without_a_rest

CALLED = "How Grey shouted at me in the hall and threw the file"


def called_so(group: Group) -> tuple[int, int]:
    """A story that Sam and Tess tell, called as Sam did, and a note that says it too."""
    story = group.joint(group.fay, group.sam, group.tess, title=CALLED)
    return story, group.note(group.kit, f"He told {CALLED.lower()}, twice")


def stored(group: Group) -> str:
    return repr([one.entry for one in group.record])


def test_E10b_copies_of_a_title_are_covered_where_the_story_stays_with_others() -> None:
    group = Group()
    story, note = called_so(group)
    group.do(group.sam, "TakeBack", about=story)
    assert group.view("everyone", "notes", note).text == "He told ███, twice"


def test_E10b_copies_of_a_title_are_covered_for_who_left_before() -> None:
    group = Group()
    story, note = called_so(group)
    group.do(group.sam, "LeaveStory", experience=story)
    group.do(group.sam, "TakeBack", about=story)
    assert group.view("everyone", "notes", note).text == "He told ███, twice"


def test_E10a_a_copy_of_a_title_stands_where_its_teller_lets_it() -> None:
    group = Group()
    story, note = called_so(group)
    group.do(group.sam, "TakeBack", about=story, let_stand=[note])
    assert CALLED.lower() in group.view("everyone", "notes", note).text


def test_E10a_where_a_title_was_said_again_is_shown_before_it_goes() -> None:
    group = Group()
    story, note = called_so(group)
    titled = whose_title_goes(group.chart, story, group.sam)
    assert titled is not None
    going = goes_back(group.chart, story, group.sam)
    assert [
        one.id for one in without_a_rest(copies_of(group.chart, going, [titled], group.sam))
    ] == [note]


def test_E10b_what_its_teller_says_elsewhere_is_no_copy_of_their_title() -> None:
    group = Group()
    story, _ = called_so(group)
    own = group.note(group.sam, CALLED)
    group.do(group.sam, "TakeBack", about=story)
    assert group.view("everyone", "notes", own).text == CALLED


def test_S7_a_title_goes_from_the_record_once_its_copies_were_looked_for() -> None:
    group = Group()
    story, _ = called_so(group)
    group.do(group.sam, "TakeBack", about=story, follows=False)
    assert CALLED in stored(group) and CALLED not in repr(as_read(group.record))
    assert CALLED not in group.sees("everyone")
    group.note(group.tess, "Something else")  # and all that was still looked for
    assert CALLED not in stored(group)
    assert group.replayed().looking == {}


def test_E10g_who_takes_back_moments_and_title_is_told_of_the_copies_of_both() -> None:
    group = Group()
    story, _ = called_so(group)
    said = "We waited for seventy days and nobody called"
    group.moment(story, group.sam, text=said)
    group.note(group.kit, f"They say: {said}")
    group.do(group.sam, "TakeBack", about=story)
    assert group.chart.looked[group.sam].covered == 2
