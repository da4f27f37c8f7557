"""What becomes of one person's words is asked of these alone: the page of what they said looks
through no others.
"""

import pytest
from calling import calls_of
from msgspec.structs import replace
from permitting import END, all_but, selected
from random_projects import COMMANDS, Talkers, permissions_for
from table import Group

from footpath.gate.selection import Gate, Why, select
from footpath.method.words import withheld


@pytest.mark.parametrize("seed", range(6))
def test_C22_what_becomes_of_ones_own_words_is_said_as_where_all_are_looked_through(
    seed: int,
) -> None:
    monkey = Talkers(seed, 90, COMMANDS)
    record, chart = monkey.group.record, monkey.group.chart
    for place in range(3):
        permissions = permissions_for(monkey, seed * 10 + place)
        everything = select(record, permissions, END)
        for person in chart.people:
            own = select(record, permissions, END, of=person)
            theirs = {
                id
                for id, thing in chart.things.items()
                if any(one.by == person for one in thing.wordings)
            }
            for found, all_found in (
                (own.held, everything.held),
                (own.left_out, everything.left_out),
            ):
                assert {id: found.get(id) for id in theirs} == {
                    id: all_found.get(id) for id in theirs
                }


def test_L2l_who_wrote_little_does_not_wait_while_what_others_wrote_is_looked_through() -> None:
    group = Group()
    for number in range(60):
        group.note(
            group.tess,
            f"They paid me late {number} times and nobody has said why that is so to anybody here",
        )
    group.note(
        group.kit,
        "It was the rota that nobody had ever looked at before that winter came to an end",
    )
    group.note(group.sam, "Pay on time")
    permissions = all_but(group, group.kit)
    everything = calls_of(lambda: select(group.record, permissions, END))
    own = calls_of(lambda: select(group.record, permissions, END, of=group.sam))
    nothing = calls_of(lambda: select(group.record, permissions, END, of=99))
    assert own - nothing < (everything - nothing) / 20


def test_L2m_asked_again_with_more_names_decided_the_gate_looks_nothing_through_again() -> None:
    group = Group()
    for number in range(40):
        group.note(group.tess, f"They paid the Meadow Street shop late {number} times")
        group.note(group.kit, f"It was the rota number {number} that nobody had looked at before")
    permissions = all_but(group, group.kit)
    asked = list[Gate]()
    first = calls_of(lambda: asked.append(Gate(group.record, permissions, END)))
    again = calls_of(lambda: asked[0].selection([("Meadow Street", True)]))
    assert again < first / 2
    decided = replace(permissions, decided=(("Meadow Street", True),))
    assert asked[0].selection(decided.decided) == select(group.record, decided, END)
    assert asked[0].selection(()) == select(group.record, permissions, END)


def test_L2n_what_was_not_looked_through_is_held_and_never_leaves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(withheld, "MOST_STEPS", 0)
    group = Group()
    group.note(group.tess, "They made me wait for my own money until the summer had gone by")
    note = group.note(group.sam, "Pay the small firms first")
    aim = group.do(group.fay, "AddAim", text="We pay the small firms first", rests_on=[])
    chosen = selected(group, all_but(group, group.tess))
    assert (chosen.leaving, chosen.held) == ((), {note: Why.TOO_MUCH})
    assert chosen.left_out[aim] == Why.TOO_MUCH
