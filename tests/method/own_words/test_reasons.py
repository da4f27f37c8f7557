"""Reasons that a keeper typed with a change for which the author had asked: the author's alone."""

from typing import Any

import pytest
from table import Group

WHY = "She said so in the break"


def asked_to_change(group: Group, by: int, **written: Any) -> int:
    """An unnamed note that Kit changed at its author's request, with a reason."""
    note = group.note(by, unnamed=True, **written)
    changed: dict[str, Any] = {"text": "Pay within a week", "version": 1, "reason": WHY}
    group.do(group.kit, "Reword", about=note, at_request=True, **changed)
    return note


@pytest.mark.parametrize("somebodys", [False, True], ids=["hers", "somebody's"])
@pytest.mark.parametrize("asks", ["TakeBackReason", "RewordReason"])
def test_A3c_a_keeper_has_it_not_whether_or_not_the_author_is_known(
    somebodys: bool, asks: str
) -> None:
    group = Group()
    olu = group.arrive("Olu", "scribe")
    note = asked_to_change(group, olu if somebodys else group.tess, for_someone=somebodys)
    more = {"text": "Because"} if asks == "RewordReason" else {}
    assert group.refusal_of(group.kit, asks, about=note, place=0, **more)


def test_G11c_the_author_takes_back_what_was_said_for_them() -> None:
    group = Group()
    note = asked_to_change(group, group.tess)
    group.do(group.tess, "TakeBackReason", about=note, place=0)
    assert WHY not in group.sees("everyone")


def test_G11c_who_typed_for_a_hand_nobody_knows_takes_it_back() -> None:
    group = Group()
    olu = group.arrive("Olu", "scribe")
    note = asked_to_change(group, olu, for_someone=True)
    group.do(olu, "TakeBackReason", about=note, place=0)
    assert WHY not in group.sees("everyone")
