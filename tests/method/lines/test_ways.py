"""Where the process leads on: only where somebody said so."""

from typing import Any

import msgspec
import pytest
from table import Group, refused

from footpath.method.wire.thing_views import BranchView


def step(group: Group, text: str = "Pay", kind: str = "activity", **fields: Any) -> int:
    return group.do(group.kit, "AddElement", kind=kind, text=text, **fields)


def say(
    group: Group, about: int, *ways: dict[str, Any], by: int | None = None, **fields: Any
) -> None:
    group.do(by or group.fay, "SayWays", about=about, ways=list(ways), **fields)


def ways(group: Group, id: int) -> list[tuple[str | None, int | None, bool]]:
    branches: tuple[BranchView, ...] = group.view("everyone", "elements", id).branches
    return [(one.label, one.to, one.ends) for one in branches]


def unsaid(group: Group) -> list[tuple[int, int | None]]:
    return [(one.about, one.offer) for one in group.view("everyone", "sheet", "process").unsaid]


def test_P1c_the_order_alone_is_no_way_and_the_next_is_offered() -> None:
    group = Group()
    first, second, third = (step(group, f"step {n}") for n in range(3))
    assert [ways(group, id) for id in (first, second, third)] == [[], [], []]
    assert unsaid(group) == [(first, second), (second, third), (third, None)]


def test_P1e_the_offer_passes_by_exceptions_and_controls_and_asks_no_documents_or_ends() -> None:
    group = Group()
    first = step(group)
    for kind in ("exception", "control"):
        step(group, kind=kind)
    contract = step(group, kind="document")
    step(group, kind="end")
    assert unsaid(group) == [(first, contract)]


def test_P1e_a_step_that_is_passed_by_is_offered_between_the_two() -> None:
    group = Group()
    first, second = step(group), step(group)
    say(group, first, {"to": second})
    between = group.do(group.kit, "AddElement", kind="activity", text="between", before=second)

    def passed() -> list[tuple[int, int, int]]:
        return [
            (one.about, one.by, one.to) for one in group.view("everyone", "sheet", "process").passed
        ]

    assert passed() == [(between, first, second)]
    say(group, second, {"to": between})
    assert passed() == [], "something leads there"


def test_P1d_a_way_is_said_ends_here_or_is_left_open() -> None:
    group = Group()
    first, second = step(group), step(group)
    say(
        group,
        first,
        {"label": "paid", "to": second},
        {"label": "no", "ends": True},
        {"label": "later"},
    )
    assert ways(group, first) == [
        ("paid", second, False),
        ("no", None, True),
        ("later", None, False),
    ]
    assert unsaid(group) == [(second, None)]


def test_P1b_a_way_may_lead_back_to_its_own_step() -> None:
    group = Group()
    id = step(group, kind="wait")
    say(group, id, {"label": "not after a month", "to": id})
    assert ways(group, id) == [("not after a month", id, False)]


@pytest.mark.parametrize("fork", ["all", "one"])
def test_P1d_of_several_ways_all_or_one_are_taken_and_of_one_there_is_nothing_to_say(
    fork: str,
) -> None:
    group = Group()
    first, second, third = step(group), step(group), step(group)
    say(group, first, {"to": second}, {"to": third}, fork=fork)
    assert group.view("everyone", "elements", first).fork == fork
    say(group, first, {"to": second}, fork=fork)
    assert group.view("everyone", "elements", first).fork is None


def test_P1a_what_cannot_be_is_refused_in_a_sentence() -> None:
    group = Group()
    first, note = step(group), group.note(group.sam)
    end, decision = (
        step(group, kind="end"),
        step(group, kind="decision", branches=[{"label": "a"}, {"label": "b"}]),
    )
    with refused("A way leads on or ends here, not both"):
        say(group, first, {"to": end, "ends": True})
    with refused("Nothing comes after an end"):
        say(group, end, {"to": first})
    with refused("A decision needs at least two branches"):
        say(group, decision, {"to": first})
    with refused("A branch leads to an element of the process"):
        say(group, first, {"to": note})


def test_P1c_who_may_not_change_the_groups_text_says_no_way() -> None:
    group = Group()
    first, second = step(group), step(group)
    for person in (group.sam, group.olu):
        assert group.refusal_of(person, "SayWays", about=first, ways=[{"to": second}])
    group.do(group.fay, "OpenText")
    say(group, first, {"to": second}, by=group.sam)
    assert ways(group, first) == [(None, second, False)]


def test_A5_two_who_take_one_offer_say_it_once_and_another_way_is_compared_first() -> None:
    group = Group()
    first, second, third = step(group), step(group), step(group)
    version = group.view("everyone", "elements", first).version
    say(group, first, {"to": second}, version=version)
    entries = len(group.record)
    say(group, first, {"to": second}, by=group.kit, version=version)
    assert len(group.record) == entries
    with refused("Somebody changed this while you were writing"):
        say(group, first, {"to": third}, version=version)


def test_G12c_ways_are_undone_with_what_was_said_of_them() -> None:
    group = Group()
    first, second, third = step(group), step(group), step(group)
    say(group, first, {"to": second}, {"to": third}, fork="all")
    say(group, first, {"label": "no", "ends": True})
    group.do(group.fay, "Undo")
    assert ways(group, first) == [(None, second, False), (None, third, False)]
    assert group.view("everyone", "elements", first).fork == "all"


def test_P5_a_way_to_what_is_deleted_leads_there_again_when_it_is_brought_back() -> None:
    group = Group()
    first, second, third = step(group), step(group), step(group)
    say(group, first, {"to": second})
    say(group, second, {"to": third})
    group.do(group.fay, "Delete", about=second)
    assert unsaid(group) == [(third, None)], "the way from the first stands, and is left open"
    group.do(group.fay, "BringBack", about=second)
    assert [ways(group, id) for id in (first, second)] == [
        [(None, second, False)],
        [(None, third, False)],
    ]


def test_P5_ways_stay_with_their_steps_when_these_go_elsewhere_in_the_order() -> None:
    group = Group()
    first, second, third = step(group), step(group), step(group)
    say(group, first, {"to": second})
    group.do(group.kit, "Reorder", about=third, before=first)
    assert ways(group, first) == [(None, second, False)]
    assert unsaid(group) == [(third, first), (second, None)]


def test_E4b_a_name_that_is_masked_in_a_way_stays_masked_when_another_way_is_said() -> None:
    group = Group()
    first, second = step(group), step(group)
    say(group, first, {"label": "Bloggs agrees", "to": second})
    group.do(group.fay, "MaskWords", passage="Bloggs")
    shown = ways(group, first)[0][0]
    say(group, first, {"label": shown, "to": second}, {"ends": True})
    assert "Bloggs" not in group.sees("everyone")
    assert "███" in (ways(group, first)[0][0] or "")


def test_E4b_undoing_puts_back_no_name_that_nobody_could_find_to_mask_it() -> None:
    group = Group()
    first, second = step(group), step(group)
    say(group, first, {"label": "Bloggs agrees", "to": second})
    say(group, first, {"label": "Bloggs agrees", "to": second}, {"ends": True})
    say(group, first, {"ends": True})
    group.do(group.fay, "MaskWords", passage="Bloggs")
    while not group.refusal_of(group.fay, "Undo"):
        group.do(group.fay, "Undo")
        assert "Bloggs" not in group.sees("everyone")


def test_S7_a_way_of_an_older_record_is_read_as_it_was_kept() -> None:
    group = Group()
    first = step(group)
    step(group, branches=[{"label": "again", "to": first}])
    older = [msgspec.to_builtins(one.entry, str_keys=True) for one in group.record][-1]
    for branch in older["branches"]:
        del branch["ends"]
    del older["fork"]
    again = msgspec.convert(older, type(group.record[-1].entry))
    assert again == group.record[-1].entry
