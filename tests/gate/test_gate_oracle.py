"""The gate agrees with a second one that was written another way, on thousands
of random projects.
"""

from collections import Counter
from typing import Any

import pytest
from oracle import Oracle
from oracle_kinds import ITEMS
from permitting import END
from random_projects import COMMANDS, Talkers, permissions_for, pointed_out

from footpath.gate.permissions import Permissions
from footpath.gate.selection import Leaving, Why, select

PROJECTS, IN_EACH = 8, 250
"""2,000 projects: so many tests, and in each so many."""


def plain(one: Leaving) -> dict[str, Any]:
    """What leaves, as the oracle says it."""
    names = (
        "kind",
        "by",
        "texts",
        "lists",
        "said_at",
        "paraphrased",
        "people",
        "feeling",
        "inferred",
        "elsewhere",
    )
    fields = {name: getattr(one, name) for name in (*names, "phase")}
    return {**fields, "people": set(one.people), "links": set(one.links)}


def compared(oracle: Oracle, permissions: Permissions) -> list[list[str]]:
    """Both gates asked about one project; every reason for each thing that stays."""
    chosen = select(oracle.given, permissions, END, pointed_out)
    leaving, reasons, people = oracle.verdict(permissions)
    expected = {
        id: {k: v for k, v in said.items() if k not in ("labels", "about")}
        for id, said in leaving.items()
    }
    assert {one.thing: plain(one) for one in chosen.leaving} == expected
    assert all(one.is_item == (one.kind in ITEMS) for one in chosen.leaving)
    assert chosen.people == people
    why = {**chosen.left_out, **chosen.held}
    assert {id: one.name for id, one in why.items()} == {
        id: found[0] for id, found in reasons.items() if found
    }
    waits = (Why.NEAR_COPY, Why.UNDECIDED)
    assert all(one in waits for one in chosen.held.values())
    return [found for found in reasons.values() if found]


@pytest.mark.parametrize("batch", range(PROJECTS))
def test_C6a_the_gate_agrees_with_another_that_was_written_differently(batch: int) -> None:
    alone = Counter[str]()
    for history in range(IN_EACH // 5):
        seed = batch * 1000 + history
        monkey = Talkers(seed, 90, COMMANDS)
        oracle = Oracle(
            monkey.group.record, pointed_out
        )  # what it finds in a record is the same, whatever is permitted
        for permissions in (permissions_for(monkey, seed * 10 + place) for place in range(5)):
            alone.update(
                found[0] for found in compared(oracle, permissions) if len(set(found)) == 1
            )
    reasons = {why.name for why in Why if why is not Why.TOO_MUCH}
    assert set(alone) == reasons, "each reason keeps something back by itself"
