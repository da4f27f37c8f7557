"""E10i: what goes together when words are taken back can be of several hands; what each of them
wrote elsewhere is theirs, and what another said there is not.
"""

import pytest
from table import Group

from footpath.method.own_words.copies_elsewhere import copies_of

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
    seen = {copy.id for copy in copies_of(group.chart, (note, offer))}
    group.do(group.sam, "TakeBack", about=note)
    assert covered(group, notes) == {"fay", "kit", "tess"}
    assert {notes[name] for name in ("fay", "kit", "tess")} <= seen
