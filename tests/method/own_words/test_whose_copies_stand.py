"""E10i, E10j: what goes together when words are taken back can be of several hands; what each of
them wrote elsewhere is theirs, what another said there is not, and what somebody said before is
no copy.
"""

import pytest
from table import Group

from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.words.sought import without_a_rest

TOLD = "Grey shouted at me in the hall and threw the file"
HEARD = f"She told: how {TOLD}, twice"


def heard(group: Group) -> dict[str, int]:
    """Notes in which several people say again what was told."""
    people = {"fay": group.fay, "kit": group.kit, "tess": group.tess, "sam": group.sam}
    return {name: group.note(person, HEARD) for name, person in people.items()}


def covered(group: Group, notes: dict[str, int]) -> set[str]:
    return {name for name, id in notes.items() if "███" in group.thing(id).words.shown}


@pytest.mark.parametrize("whole", [True, False])
def test_E10i_who_laid_a_story_out_for_its_teller_keeps_no_copy_of_what_they_told(
    whole: bool,
) -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, text=TOLD)
    notes = heard(group)
    group.do(group.sam, "TakeBack", about=story if whole else moment)
    assert covered(group, notes) == {"fay", "kit", "tess"}


def test_E10i_a_title_is_its_tellers_and_not_whose_who_laid_the_story_out() -> None:
    group = Group()
    story = group.story(title=TOLD)
    notes = heard(group)
    group.do(group.sam, "TakeBack", about=story)
    assert covered(group, notes) == {"fay", "kit", "tess"}


def test_E10i_whose_correction_was_taken_keeps_no_copy_of_what_its_author_says_later() -> None:
    group = Group()
    note = group.note(group.sam, "Grey shouted at me in the hal")
    offer = group.do(
        group.tess, "Reword", about=note, text="Grey shouted at me in the hall", version=1
    )
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    group.do(group.sam, "Reword", about=note, text=TOLD, version=group.thing(note).version)
    notes = heard(group)
    seen = {copy.id for copy in without_a_rest(copies_of(group.chart, (note, offer)))}
    group.do(group.sam, "TakeBack", about=note)
    assert covered(group, notes) == {"fay", "kit", "tess"}
    assert {notes[name] for name in ("fay", "kit", "tess")} <= seen


def test_E10j_a_correction_that_was_taken_is_no_copy_in_its_own_authors_words() -> None:
    group = Group()
    note = group.note(group.sam, "Grey is loud")
    offer = group.do(group.tess, "Reword", about=note, text=TOLD, version=1)
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    notes = heard(group)
    seen = {copy.id for copy in without_a_rest(copies_of(group.chart, (note, offer)))}
    group.do(group.sam, "TakeBack", about=note)
    assert covered(group, notes) == {"fay", "kit"} and notes["tess"] not in seen


def test_E10j_who_copies_somebodys_words_and_takes_them_back_covers_none_of_them() -> None:
    group = Group()
    group.note(group.tess, TOLD)
    note = group.note(group.sam, TOLD)
    notes = heard(group)
    group.do(group.sam, "TakeBack", about=note)
    assert covered(group, notes) == set()


def test_E10j_what_somebody_left_unnamed_does_not_tell_that_a_later_copy_is_theirs() -> None:
    for author in ("sam", "tess"):
        group = Group()
        group.note(getattr(group, author), TOLD, unnamed=True)
        note = group.note(group.sam, TOLD)
        notes = heard(group)
        group.do(group.sam, "TakeBack", about=note)
        assert covered(group, notes) == set()


def test_E10j_what_nobody_else_received_yet_was_not_said_before() -> None:
    group = Group()
    group.moment(group.story(group.tess, visibility="only_me"), group.tess, text=TOLD)
    note = group.note(group.sam, TOLD)
    notes = heard(group)
    group.do(group.sam, "TakeBack", about=note)
    assert covered(group, notes) == {"fay", "kit", "tess"}
