"""E8: what somebody called a story that they tell no more stays theirs: to take
back, and to open.
"""

import msgspec
import pytest
from table import Group

from footpath.method.audiences.own_reasons import reasons_by
from footpath.method.audiences.own_things import said_by
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import opened_to
from footpath.pages.registering.about_me import words_on
from footpath.pages.tellers.opened import mine
from footpath.registering.erasing import theirs

TITLE, WHEN, OTHER = "How Grey shouted at me", "the day of my wedding", "A long winter"


@pytest.fixture
def group() -> Group:
    return Group()


def left(group: Group, by: int | None = None) -> int:
    """A story of Sam's that Tess tells with him, and which he has left; laid out by
    Kit, or by somebody.
    """
    told = {"title": TITLE, "when": WHEN, "lanes": ["me", "the office"]}
    story = group.joint(by or group.kit, group.sam, group.tess, **told)
    group.moment(story, group.tess, text="Nobody paid me", lane="the office")
    group.do(group.sam, "LeaveStory", experience=story)
    return story


def shown(group: Group, story: int) -> tuple[str, str, tuple[str, ...]]:
    view = group.view("everyone", "experiences", story)
    return view.title, view.when, view.lanes


def stored(group: Group) -> str:
    return msgspec.json.encode([one.entry for one in group.record]).decode()


def test_E8i_who_left_takes_back_what_they_called_it_and_the_lanes_stay(group: Group) -> None:
    story = left(group)
    group.do(group.sam, "TakeBack", about=story)
    assert shown(group, story) == ("███", "███", ("me", "the office"))
    assert TITLE not in stored(group) and WHEN not in stored(group)


def test_E8h_taking_back_a_story_that_stays_takes_its_title_too(group: Group) -> None:
    story = group.joint(group.kit, group.sam, group.tess, title=TITLE)
    group.do(group.sam, "TakeBack", about=story)
    assert shown(group, story)[0] == "███"
    assert group.view("everyone", "experiences", story).storytellers == (group.tess,)


def test_E8i_what_the_others_called_it_since_stays(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    group.do(group.sam, "TakeBack", about=story)
    assert shown(group, story)[0] == OTHER and TITLE not in group.sees("everyone")
    group.do(group.tess, "UndoRewording", about=story)
    assert shown(group, story)[0] == "███"


def test_E8h_it_goes_also_where_somebody_put_it_up_again(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    group.do(group.tess, "UndoRewording", about=story)
    group.do(group.sam, "TakeBack", about=story)
    assert TITLE not in group.sees("everyone") and TITLE not in stored(group)


def test_E8h_who_never_told_it_takes_nothing_back(group: Group) -> None:
    story = left(group)
    assert group.refusal_of(group.kit, "TakeBack", about=story)


def test_E8h_taken_back_once_there_is_nothing_left(group: Group) -> None:
    story = left(group)
    group.do(group.sam, "TakeBack", about=story)
    assert group.refusal_of(group.sam, "TakeBack", about=story)


def test_E8h_who_tells_on_masks_a_title_of_who_left_for_three_days_and_not_for_good(
    group: Group,
) -> None:
    story = left(group)
    group.do(group.tess, "MaskWords", about=story, passage="Grey")
    assert TITLE in stored(group) and "Grey" not in group.sees("everyone")


def test_O5c_who_tells_on_opens_no_title_of_who_left(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "OpenWords", about=story, to="everyone")
    assert opened_to(group.chart, group.thing(story)) is Edition.TOOK_PART
    group.do(group.sam, "OpenWords", about=story, to="everyone")
    assert opened_to(group.chart, group.thing(story)) is Edition.EVERYONE


def test_O5c_a_title_of_their_own_they_open(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "OpenWords", about=story, to="everyone")
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    assert opened_to(group.chart, group.thing(story)) is Edition.EVERYONE
    assert story not in [one.id for one in mine(group.chart, group.sam)]


def test_O5c_it_is_still_theirs_where_who_tells_on_goes_to_another_and_back(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "OpenWords", about=story, to="everyone")
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    group.do(group.tess, "UndoRewording", about=story)
    assert opened_to(group.chart, group.thing(story)) is Edition.TOOK_PART
    assert story in [one.id for one in mine(group.chart, group.sam)]
    group.do(group.sam, "OpenWords", about=story, to="everyone")
    assert opened_to(group.chart, group.thing(story)) is Edition.EVERYONE


def kept_to_herself(group: Group) -> int:
    """Sam gave a title with a reason and left; Tess told nobody what she calls it."""
    story = group.joint(group.kit, group.tess, group.sam, title=TITLE, when=WHEN)
    reason = "because Grey hit me"
    group.do(group.sam, "Reword", about=story, text=OTHER, version=1, reason=reason)
    group.do(group.sam, "LeaveStory", experience=story)
    group.do(group.tess, "SetVisibility", about=story, visibility="only_me")
    group.do(group.tess, "Reword", about=story, text="What the doctor said", version=2)
    return story


def test_W29_who_left_reads_nothing_that_others_say_of_it_in_private_since(group: Group) -> None:
    story = kept_to_herself(group)
    told = repr(words_on(group.chart, group.sam))
    told += repr(said_by(group.chart, group.sam)) + repr(reasons_by(group.chart, group.sam))
    assert OTHER in told and "doctor" not in told and WHEN not in told
    assert "doctor" in repr(words_on(group.chart, group.tess))
    assert not group.refusal_of(group.tess, "TakeBack", about=story)


def test_G11c_a_reason_is_its_givers_to_take_back_though_the_thing_is_kept_from_them(
    group: Group,
) -> None:
    story = kept_to_herself(group)
    (reason,) = theirs(group.chart, group.sam).reasons
    assert (reason.about, reason.text) == (story, "because Grey hit me")
    assert group.refusal_of(group.kit, "TakeBackReason", about=story, place=reason.place)
    group.do(group.sam, "TakeBackReason", about=story, place=reason.place)
    assert "Grey hit me" not in stored(group)


def test_W29_erasing_takes_it_too(group: Group) -> None:
    story = left(group)
    assert theirs(group.chart, group.sam).titles == [story]


def test_S3_it_is_the_same_when_it_is_replayed(group: Group) -> None:
    story = left(group)
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    group.do(group.sam, "TakeBack", about=story)
    again = group.replayed().things[story]
    assert [one.words for one in again.wordings] == [
        one.words for one in group.thing(story).wordings
    ]


def test_E8h_what_another_had_called_it_before_stays_whoever_says_it_again(group: Group) -> None:
    story = group.joint(group.kit, group.sam, group.tess, title=TITLE, when=WHEN)
    for text, version in ((OTHER, 1), (TITLE, 2)):
        group.do(group.tess, "Reword", about=story, text=text, version=version)
    group.do(group.tess, "TakeBack", about=story)
    assert shown(group, story)[:2] == (TITLE, WHEN)
    assert TITLE in stored(group) and OTHER not in stored(group)


@pytest.mark.parametrize("passage", ["", "Grey"], ids=["whole", "a name"])
def test_E8h_no_teller_masks_for_good_what_another_called_it(group: Group, passage: str) -> None:
    story = left(group)
    group.do(group.tess, "Reword", about=story, text=f"{OTHER} with Grey", version=1)
    if not group.refusal_of(group.tess, "MaskWords", about=story, passage=passage):
        group.do(group.tess, "MaskWords", about=story, passage=passage)
    assert TITLE in stored(group) and WHEN in stored(group)


def test_E8h_who_laid_a_story_out_masks_no_title_of_its_teller(group: Group) -> None:
    story = group.joint(group.kit, group.sam, group.kit, title="A story")
    group.do(group.sam, "Reword", about=story, text=TITLE, version=1)
    assert group.refusal_of(group.kit, "MaskWords", about=story, passage="")


def test_E8h_what_a_veil_covered_of_it_goes_too(group: Group) -> None:
    story = left(group)
    group.do(group.fay, "MaskWords", about=story, passage="Grey", reason="a name")
    group.do(group.sam, "TakeBack", about=story)
    assert "Grey" not in group.sees("facilitators") and "Grey" not in stored(group)


def test_G11c_a_reason_given_at_a_tellers_request_is_the_tellers(group: Group) -> None:
    story = group.do(group.fay, "TellExperience", title=TITLE, storytellers=[group.sam])
    asked = {"text": OTHER, "version": 1, "at_request": True, "reason": "He told me why"}
    group.do(group.kit, "Reword", about=story, **asked)
    assert group.refusal_of(group.fay, "TakeBackReason", about=story, place=0)
    assert not group.refusal_of(group.sam, "TakeBackReason", about=story, place=0)


def test_E8h_who_laid_it_out_and_told_it_too_takes_nothing_of_its_first_tellers(
    group: Group,
) -> None:
    story = group.joint(group.kit, group.tess, group.kit, title=TITLE)
    group.do(group.kit, "LeaveStory", experience=story)
    assert group.refusal_of(group.kit, "TakeBack", about=story)


def test_E8h_who_was_shown_out_takes_back_what_they_called_it(group: Group) -> None:
    story = group.joint(group.kit, group.sam, group.tess, title=TITLE)
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.do(group.sam, "TakeBack", door="own pages", about=story)
    assert shown(group, story)[0] == "███" and group.thing(story).stands
