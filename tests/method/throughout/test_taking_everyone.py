"""Taking everyone to a phase, forwards and back: what stays, what begins anew, who was first."""

from typing import Any

import pytest
from table import MINUTE, Group, refused

from footpath.method.throughout.pace import PhaseOpened


def goes(group: Group, *phases: str) -> None:
    """Fay takes everyone from phase to phase."""
    for phase in phases:
        group.do(group.fay, "OpenPhase", phase=phase, leaving=group.chart.phase.value)


def sheet(group: Group, name: str) -> Any:
    """A sheet as everybody sees it."""
    return group.view("everyone", "sheet", name)


def test_G6e_the_group_goes_back_and_what_it_made_stays() -> None:
    group = Group()
    goes(group, "aims")
    note = group.note(group.sam, "Pay on the day")
    group.do(group.fay, "RevealNotes")
    aim = group.do(group.kit, "AddAim", text="Pay on time", rests_on=[])
    goes(group, "experience", "reflect", "aims")
    shown = group.sight.whole("everyone")
    assert sheet(group, "workshop").phase == "aims"
    assert [view.text for view in shown["notes"].values()] == ["Pay on the day"]
    assert group.thing(note).stands and aim in shown["aims"]


def test_G6j_the_record_says_each_time_that_the_group_went() -> None:
    group = Group()
    goes(group, "aims", "experience", "reflect", "aims")
    went = [one.entry.phase for one in group.record if isinstance(one.entry, PhaseOpened)]
    assert went == ["aims", "experience", "reflect", "aims"]


def test_G6f_where_the_group_goes_back_a_break_ends_and_done_is_asked_anew() -> None:
    group = Group()
    goes(group, "aims", "experience")
    group.do(group.sam, "SayDone")
    group.do(group.fay, "StartBreak", minutes=10)
    goes(group, "aims")
    assert sheet(group, "workshop").break_until is None
    assert sheet(group, "counts").done == 0


def test_G6g_back_in_the_aims_nobody_writes_in_silence_again_unless_asked() -> None:
    group = Group()
    goes(group, "aims")
    group.do(group.fay, "RevealNotes")
    goes(group, "experience", "aims")
    assert not group.chart.silence
    group.do(group.fay, "StartSilence")
    assert group.chart.silence


def test_A1_a_silence_that_goes_on_hides_notes_in_whichever_phase() -> None:
    group = Group()
    goes(group, "aims")
    group.note(group.sam, "Face down")
    goes(group, "gather", "aims")
    assert group.chart.silence and "Face down" not in group.sees("everyone")


def test_G6e_a_vote_a_round_and_a_storytellers_turn_go_on_where_they_were() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "OpenVote", dots_each=2)
    group.do(group.tess, "PlaceDot", about=note)
    group.do(group.fay, "StartRound", kind="go-round")
    group.story()
    group.do(group.tess, "WriteReflection", kind="liked", text="Waits for Sam", about=[])
    goes(group, "reflect", "experience")
    assert sheet(group, "vote").open and group.view(group.tess, "dots", group.tess).left == 1
    assert sheet(group, "round").at == 0
    assert "Waits for Sam" not in group.sees("everyone")


def test_G6e_what_was_decided_of_an_aim_stays_decided_when_the_group_goes_back() -> None:
    group = Group()
    aim = group.do(group.kit, "AddAim", text="Pay on time", rests_on=[])
    goes(group, "return")
    group.do(group.kit, "DropAim", about=aim)
    goes(group, "process")
    added = group.do(group.kit, "AddAim", text="Say when", rests_on=[])
    assert group.view("everyone", "aims", aim).standing == "dropped"
    assert group.view("everyone", "aims", added).standing == "undecided"


def test_G7_a_phase_has_all_its_minutes_for_a_second_story() -> None:
    group = Group()
    goes(group, "experience")
    planned = sheet(group, "workshop").minutes
    group.do(group.fay, "StretchPhase", minutes=5)
    group.now += 20 * MINUTE
    goes(group, "reflect")
    group.now += 10 * MINUTE
    goes(group, "experience")
    now = sheet(group, "workshop")
    assert (now.minutes, now.phase_opened_at) == (planned, group.now)


def test_G7_back_from_a_slip_the_clock_goes_on_as_if_nobody_had_left() -> None:
    group = Group()
    goes(group, "experience")
    began = sheet(group, "workshop").phase_opened_at
    group.do(group.fay, "StretchPhase", minutes=5)
    stretched = sheet(group, "workshop").minutes
    group.now += 12 * MINUTE
    goes(group, "reflect", "experience")
    now = sheet(group, "workshop")
    assert (now.minutes, now.phase_opened_at) == (stretched, began)
    assert group.replayed().clocks == group.chart.clocks


def test_G22e_each_phase_says_how_long_the_group_was_in_it_and_a_slip_counts_in_none() -> None:
    group = Group()
    goes(group, "experience")
    group.now += 20 * MINUTE
    goes(group, "reflect")
    group.now += 10 * MINUTE
    goes(group, "process", "gather", "reflect")
    spent = sheet(group, "workshop").spent
    assert spent["experience"] // MINUTE == 20
    assert "process" not in spent
    assert "reflect" not in spent, "its clock goes on instead"
    group.now += 5 * MINUTE
    goes(group, "process")
    assert sheet(group, "workshop").spent["reflect"] // MINUTE == 15


def test_G7_another_sitting_has_all_the_minutes_of_its_phase_and_one_closed_by_a_slip_not() -> None:
    group = Group()
    goes(group, "experience")
    began = sheet(group, "workshop").phase_opened_at
    group.now += 20 * MINUTE
    group.do(group.fay, "CloseFlipchart")
    group.do(group.fay, "ReopenFlipchart")
    assert sheet(group, "workshop").phase_opened_at == began
    group.do(group.fay, "CloseFlipchart")
    group.now += 7 * 24 * 60 * MINUTE
    group.do(group.fay, "ReopenFlipchart")
    now = sheet(group, "workshop")
    assert (now.phase_opened_at, now.spent) == (group.now, {})
    assert group.replayed().phase_opened_at == group.now


def test_G6h_of_two_who_press_at_once_the_second_is_told_and_nobody_is_moved_twice() -> None:
    group = Group()
    two = group.arrive("Fay Two", "facilitator")
    goes(group, "experience", "reflect")
    group.do(group.fay, "OpenPhase", phase="experience", leaving="reflect")
    with refused("Fay took everyone to Experience just now. Press again if you would still"):
        group.do(two, "OpenPhase", phase="process", leaving="reflect")
    assert group.chart.phase == "experience"


def test_G6h_two_who_want_the_same_get_it_once_and_its_clock_begins_once() -> None:
    group = Group()
    two = group.arrive("Fay Two", "facilitator")
    goes(group, "experience")
    began, number = sheet(group, "workshop").phase_opened_at, group.chart.number
    group.do(two, "OpenPhase", phase="experience", leaving="gather")
    assert (sheet(group, "workshop").phase_opened_at, group.chart.number) == (began, number)


@pytest.mark.parametrize("who", ["kit", "sam", "olu"])
def test_G6i_nobody_but_who_leads_takes_people_anywhere(who: str) -> None:
    group = Group()
    goes(group, "experience")
    for phase in ("gather", "reflect"):
        with refused("Only a facilitator" if who != "olu" else "You are here to watch"):
            group.do(getattr(group, who), "OpenPhase", phase=phase)
    assert group.chart.phase == "experience"


def test_G6i_a_closed_flipchart_takes_nobody_anywhere() -> None:
    group = Group()
    group.do(group.fay, "CloseFlipchart")
    with refused("The flipchart is closed"):
        group.do(group.fay, "OpenPhase", phase="aims")
    assert "OpenPhase" not in sheet(group, "may")["facilitator"]
