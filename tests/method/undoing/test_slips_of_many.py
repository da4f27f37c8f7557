"""L2g: what one act costs does not grow with all that keepers cannot undo any more."""

from typing import Any

import pytest
from table import Group

from footpath.method.things.things import Element, Thing

STEPS = 30


def with_renamed_lanes() -> Group:
    """Both keepers put each step of one lane into another: that lane comes back by no undoing."""
    group = Group()
    group.do(group.fay, "OpenPhase", phase="process")
    steps = [
        group.do(group.kit, "AddElement", kind="activity", text=f"Step {number}", lane="Office")
        for number in range(STEPS)
    ]
    for place, step in enumerate(steps):
        lane = {"kind": "activity", "lane": "Bureau", "stage": ""}
        group.do((group.kit, group.fay)[place % 2], "ArrangeElement", about=step, **lane)
    assert all("nowhere any more" in slips(group, one).why for one in (group.kit, group.fay))
    return group


def slips(group: Group, person: int) -> Any:
    return group.view(person, "slips", person)


def test_L2g_the_names_in_a_process_are_gathered_once_for_all_steps_of_all_keepers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = with_renamed_lanes()
    note = group.note(group.sam, "Pay small firms first")
    asked, stands = list[Thing](), Thing.stands.fget
    assert stands is not None

    def counted(thing: Thing) -> bool:
        asked.append(thing)
        return stands(thing)

    monkeypatch.setattr(Thing, "stands", property(counted))
    group.do(group.sam, "Reword", about=note, text="Pay them first", version=1)
    assert len([one for one in asked if isinstance(one, Element)]) < 6 * STEPS


@pytest.mark.parametrize("do", [("RaiseHand", {}), ("WriteNote", {"text": "So do we"})])
def test_L2g_what_is_in_the_way_of_no_undoing_looks_at_nobodys_steps(
    monkeypatch: pytest.MonkeyPatch, do: tuple[str, dict[str, Any]]
) -> None:
    group = with_renamed_lanes()
    looked = list[int]()

    def slips_of(chart: object, person: int) -> None:
        looked.append(person)

    monkeypatch.setattr("footpath.method.audiences.who_sees.slips_of", slips_of)
    group.do(group.tess, do[0], **do[1])
    assert looked == []


def test_L2g_a_name_that_stands_again_comes_back_at_once() -> None:
    group = with_renamed_lanes()
    group.do(group.kit, "AddElement", kind="activity", text="Another", lane="Office")
    assert slips(group, group.fay).undo.did == f"changed step {STEPS}"
    group.do(group.fay, "Undo")
    assert slips(group, group.fay).undo.did == f"changed step {STEPS - 2}"
