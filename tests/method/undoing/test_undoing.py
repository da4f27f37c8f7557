"""Undoing: a keeper's own slip, as long as nobody else changed the same since and its own
act is open to them.
"""

from collections.abc import Callable
from typing import Any

import pytest
from table import Group, refused

from footpath.method import OWN_PAGES

TOLD = {
    "who": ["Director Huxley"],
    "used": ["the red ledger"],
    "quote": "Pay me or else",
    "feeling": -2,
    "feeling_words": "I was afraid of him",
}
REWRITTEN = {
    "who": ["a manager"],
    "used": [],
    "quote": "",
    "feeling": -1,
    "feeling_words": "uneasy",
}
NOTHING = "There is nothing of yours to undo"


def on_the_map(group: Group) -> tuple[int, int]:
    """Sam's moment in one lane, and another in the other lane, in that order."""
    story = group.story()
    return group.moment(story, lane="client", **TOLD), group.moment(story, lane="provider")


def test_A4f_undoing_writes_nothing_old_over_what_the_teller_says_by_now() -> None:
    group = Group()
    moment, _ = on_the_map(group)
    group.do(group.fay, "ArrangeMoment", about=moment, lane="provider", stage="", **TOLD)
    group.do(group.sam, "ArrangeMoment", about=moment, lane="provider", stage="", **REWRITTEN)
    with refused(NOTHING):
        group.do(group.fay, "Undo")
    assert "Huxley" not in group.sees("everyone")


def test_A4f_undoing_moves_a_moment_back_and_leaves_what_it_tells() -> None:
    group = Group()
    moment, _ = on_the_map(group)
    asked = {**REWRITTEN, "lane": "provider", "stage": "", "at_request": True}
    group.do(group.kit, "ArrangeMoment", about=moment, **asked)
    group.do(group.kit, "Undo")
    view = group.view("everyone", "moments", moment)
    assert (view.lane, view.who, view.quote, view.feeling_words) == (
        "client",
        ("a manager",),
        None,
        "uneasy",
    )


def test_A4f_a_keeper_takes_back_nothing_else_by_undoing_a_change_that_was_asked_for() -> None:
    group = Group()
    moment, _ = on_the_map(group)
    group.do(
        group.kit,
        "ArrangeMoment",
        about=moment,
        lane="client",
        stage="",
        at_request=True,
        **REWRITTEN,
    )
    with refused(NOTHING):
        group.do(group.kit, "Undo")


def test_G12c_a_keepers_own_moment_comes_back_with_all_that_it_told() -> None:
    group = Group()
    story = group.story(group.kit)
    moment = group.moment(story, group.kit, lane="client", **TOLD)
    group.do(group.kit, "ArrangeMoment", about=moment, lane="client", stage="", **REWRITTEN)
    group.do(group.kit, "Undo")
    assert group.view("everyone", "moments", moment).who == ("Director Huxley",)


def test_A5_what_a_private_moments_teller_did_since_counts_when_everybody_receives_it() -> None:
    group = Group()
    story = group.story(group.kit)
    group.moment(story, group.kit, lane="provider")
    moment = group.moment(story, group.tess, lane="client", visibility="facilitators")
    group.do(group.kit, "ArrangeMoment", about=moment, lane="provider", stage="")
    group.do(group.tess, "ArrangeMoment", about=moment, lane="provider", stage="", quote="mine")
    group.do(group.tess, "SetVisibility", about=moment, visibility="shared")
    with refused(NOTHING):
        group.do(group.kit, "Undo")
    assert group.thing(moment).lane.shown == "provider" and group.thing(moment).id > 0


def a_note(group: Group) -> int:
    """Sam's note."""
    return group.note(group.sam)


def a_step(group: Group) -> int:
    """The first of two steps."""
    first, _ = (
        group.do(group.kit, "AddElement", kind="activity", text=f"Step {n}") for n in range(2)
    )
    return first


def two_notes(group: Group) -> int:
    """The first of two notes; the second has the next number."""
    first = group.note(group.sam)
    assert group.note(group.sam, "another") == first + 1
    return first


SINCE: dict[str, tuple[Callable[[Group], int], Any, Any]] = {
    "ways": (
        a_step,
        ("SayWays", lambda id: {"ways": [{"to": id + 1}]}),
        ("SayWays", lambda id: {"ways": [{"ends": True}]}),
    ),
    "ways of a step": (
        a_step,
        ("SayWays", lambda id: {"ways": [{"to": id + 1}]}),
        (
            "ArrangeElement",
            lambda id: {"kind": "activity", "lane": "", "stage": "", "branches": [{"ends": True}]},
        ),
    ),
    "place": (
        a_note,
        ("MoveNote", lambda id: {"phase": "process"}),
        ("MoveNote", lambda id: {"phase": "aims"}),
    ),
    "order": (a_step, ("Reorder", lambda id: {}), ("Reorder", lambda id: {"before": id + 1})),
    "merged": (two_notes, ("Merge", lambda id: {"into": id + 1}), ("Split", lambda id: {})),
    "hiding": (a_note, ("Hide", lambda id: {"reason": "a name"}), ("Show", lambda id: {})),
}


@pytest.mark.parametrize("what", SINCE)
def test_A5_undoing_writes_over_nothing_that_somebody_else_did_since(what: str) -> None:
    group = Group()
    two = group.arrive("Fay Two", "facilitator")
    make, (mine, with_mine), (theirs, with_theirs) = SINCE[what]
    thing = make(group)
    group.do(group.fay, mine, about=thing, **with_mine(thing))
    group.do(two, theirs, about=thing, **with_theirs(thing))
    was = group.sees("everyone")
    with refused(NOTHING):
        group.do(group.fay, "Undo")
    assert group.sees("everyone") == was


@pytest.mark.parametrize("what", SINCE)
def test_G12c_what_somebody_else_did_before_is_no_reason_against_undoing(what: str) -> None:
    group = Group()
    two = group.arrive("Fay Two", "facilitator")
    make, (mine, with_mine), _ = SINCE[what]
    thing = make(group)
    other = make(group)
    group.do(two, mine, about=other, **with_mine(other))
    was = group.view("everyone", "notes", thing) or group.view("everyone", "elements", thing)
    group.do(group.fay, mine, about=thing, **with_mine(thing))
    group.do(group.fay, "Undo")
    now = group.view("everyone", "notes", thing) or group.view("everyone", "elements", thing)
    assert (now.text, now.state) == (was.text, was.state) and group.refusal_of(
        group.fay, "Undo"
    ).startswith(NOTHING)


def test_A5_undoing_goes_on_with_an_earlier_slip_that_nobody_changed_since() -> None:
    group = Group()
    first, second = group.note(group.sam), group.note(group.sam, "another")
    for note in (first, second):
        group.do(group.kit, "Park", about=note, reason="later")
    group.do(group.sam, "Unpark", about=second)
    group.do(group.fay, "Park", about=second, reason="Fay's own reason")
    group.do(group.kit, "Undo")
    assert (
        group.thing(first).parked is None and group.thing(second).parked.shown == "Fay's own reason"
    )
    assert group.refusal_of(group.kit, "Undo").startswith(NOTHING)


def test_A5_undoing_a_showing_leaves_who_hid_it_again_and_why() -> None:
    group = Group()
    two, note = group.arrive("Fay Two", "facilitator"), group.note(group.sam)
    group.do(group.fay, "Hide", about=note, reason="mine")
    group.do(group.fay, "Show", about=note)
    group.do(two, "Hide", about=note, reason="rude")
    with refused(NOTHING):
        group.do(group.fay, "Undo")
    assert (group.thing(note).hidden.shown, group.thing(note).hidden_by) == ("rude", two)


def test_A5_undoing_a_group_takes_nothing_away_that_somebody_else_put_into_it() -> None:
    group = Group()
    first, second = group.note(group.sam), group.note(group.sam, "another")
    together = group.do(group.fay, "GroupNotes", notes=[first], title="Late pay")
    group.do(group.kit, "Regroup", about=second, group=together)
    with refused(NOTHING):
        group.do(group.fay, "Undo")
    assert group.thing(second).group == together


def test_G12g_undoing_takes_nobody_to_another_phase() -> None:
    group = Group()
    note = group.note(group.fay)
    group.do(group.fay, "OpenPhase", phase="reflect")
    group.do(group.fay, "Undo")
    assert group.chart.phase == "reflect" and group.thing(note).deleted
    with refused(NOTHING):
        group.do(group.fay, "Undo")
    assert group.chart.phase == "reflect"


def test_E6b_undoing_brings_back_no_moment_that_the_teller_put_aside() -> None:
    group = Group()
    moment = group.moment(group.story(), group.kit, "I saw it otherwise")
    group.do(group.kit, "Delete", about=moment)
    group.do(group.kit, "BringBack", about=moment)
    group.do(group.sam, "AcceptMoment", about=moment, accept=False)
    with refused(NOTHING):
        group.do(group.kit, "Undo")
    assert group.thing(moment).left_off


def test_G12c_undoing_asks_whether_the_act_itself_is_still_open() -> None:
    group = Group()
    step = a_step(group)
    group.do(group.kit, "Reorder", about=step)
    group.do(group.fay, "CloseFlipchart")
    assert (
        group.refusal_of(group.kit, "Undo")
        == group.refusal_of(group.kit, "Reorder", about=step)
        != ""
    )
    group.do(group.fay, "Undo")
    group.do(group.kit, "Undo")
    assert group.chart.elements[0] == step


def test_G12c_undoing_shows_nothing_that_was_taken_back_and_goes_on_with_the_rest() -> None:
    group = Group()
    first, own = group.note(group.sam), group.note(group.kit, "mine")
    group.do(group.kit, "Park", about=first, reason="later")
    group.do(group.kit, "Delete", about=own)
    group.do(group.kit, "TakeBack", door=OWN_PAGES, about=own)
    group.do(group.kit, "Undo")
    assert group.thing(own).withdrawn and group.thing(first).parked is None


def test_S3_after_undoing_past_what_somebody_changed_a_replay_lets_the_same_be_undone() -> None:
    group = Group()
    notes = [group.note(group.sam, f"note {n}") for n in range(3)]
    for note in notes:
        group.do(group.kit, "Park", about=note, reason="later")
    group.do(group.sam, "Unpark", about=notes[2])
    group.do(group.kit, "Undo")
    assert (
        group.chart.slips == group.replayed().slips
        and group.chart.changed == group.replayed().changed
    )
    group.do(group.kit, "Undo")
    assert [group.thing(note).parked for note in notes] == [None, None, None]
