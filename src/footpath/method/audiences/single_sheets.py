"""What stands once on the flipchart, and not for each thing: the workshop, its
phases, counts, a vote.
"""

from functools import cache
from typing import Any

from footpath.method.audiences.by_kind import EVERYONE, FACILITATORS
from footpath.method.audiences.who_sees import Seen
from footpath.method.deciding import ASKED
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.drawn import process_drawn
from footpath.method.lines.gap_check import silent_sides
from footpath.method.lines.tracing import standing_aims
from footpath.method.lines.ways import process_seen
from footpath.method.things.people import WRITING_ROLES, Role
from footpath.method.things.phase_words import PHASES, SetUp
from footpath.method.things.things import Note, Phase
from footpath.method.throughout.admitting import open_to, open_to_who_keeps_the_pace
from footpath.method.throughout.hiding_together import hidden_seen
from footpath.method.wire.sheets import (
    CountsView,
    HandView,
    PhaseView,
    QuietView,
    RoundView,
    VoteView,
    WorkshopView,
)


def look_at_sheet(chart: Flipchart, name: str) -> Seen:
    """What each audience sees of a single sheet."""
    if name == "hands":
        hands = [HandView(person=person, since=since) for person, since in chart.hands.items()]
        return {FACILITATORS: tuple(hands)} if hands else {}
    if name == "quiet":
        quiet = _quiet(chart)
        return {FACILITATORS: quiet} if quiet is not None else {}
    view = _SHEET_VIEWS[name](chart)
    return {} if view is None else {EVERYONE: view}


def _workshop(chart: Flipchart) -> WorkshopView | None:
    given = chart.set_up
    if given is None:
        return None
    minutes = given.minutes.get(chart.phase, PHASES[chart.phase].minutes) + chart.stretched
    return WorkshopView(
        title=given.title.shown, phase=chart.phase.value,
        visited=tuple(p.value for p in Phase if p in chart.visited),
        sides=tuple(given.sides), welcome=given.welcome.text if given.welcome is not None else None,
        opened=chart.opened, closed=chart.closed, sittings=chart.sittings,
        phase_opened_at=chart.phase_opened_at, minutes=minutes,
        spent={phase.value: ms for phase, ms in chart.spent.items()}, silence=chart.silence,
        break_until=chart.break_until,
        break_minutes=chart.break_minutes if chart.break_until is not None else 0,
        text_open=chart.text_open,
        pace_holder=chart.pace_holder, replayed=given.replayed, rehearsal=given.rehearsal,
    )  # fmt: skip


def _phases(chart: Flipchart) -> tuple[PhaseView, ...] | None:
    return None if chart.set_up is None else tuple(_phase(chart.set_up, phase) for phase in Phase)


def _phase(given: SetUp, phase: Phase) -> PhaseView:
    words, own = PHASES[phase], given.questions.get(phase)
    return PhaseView(
        phase=phase.value, name=words.name, question=words.question if own is None else own.shown,
        now=words.now, seen_by=words.seen_by, minutes=given.minutes.get(phase, words.minutes),
        say=words.say, enough=words.enough, short=words.short,
    )  # fmt: skip


def _may(chart: Flipchart) -> dict[str, tuple[str, ...]]:
    return _open_now(chart.closed, chart.text_open)


@cache
def _open_now(closed: bool, text_open: bool) -> dict[str, tuple[str, ...]]:
    """What each role may ask for, and who keeps the pace meanwhile, under "pace": all commands
    and roles are gone through once for each of the four ways in which a flipchart can stand.
    """
    open_now = {
        role.value: [
            command.__name__
            for command, ask in ASKED.items()
            if open_to(ask, role, closed=closed, text_open=text_open)
        ]
        for role in Role
    }
    open_now["pace"] = [
        command.__name__
        for command, ask in ASKED.items()
        if open_to_who_keeps_the_pace(ask, closed=closed)
    ]
    return {role: tuple(sorted(names)) for role, names in open_now.items()}


def _counts(chart: Flipchart) -> CountsView:
    here = [
        p for p in chart.people.values() if not p.removed and not p.away and not p.without_device
    ]
    asked = {p.id for p in here if Role.PARTICIPANT in p.roles} | (
        chart.done & {p.id for p in here}
    )
    silent = sum(
        1 for id in chart.face_down if isinstance(note := chart.things[id], Note) and note.silent
    )
    writing = {p.id for p in here if not p.roles.isdisjoint(WRITING_ROLES)}
    return CountsView(
        people=len(asked & writing),
        done=len(chart.done & asked),
        hands=len(chart.hands),
        face_down=silent,
        waiting=len(chart.face_down) - silent,
    )


def _quiet(chart: Flipchart) -> QuietView | None:
    """Who has put up nothing in their name in this phase yet; there is no such list
    before the reveal (G8).

    Nor is there one while something waits to be shown or was put up unnamed in this phase: where
    everybody else is named, the list would name who wrote that (A3).
    """
    if not chart.revealed or chart.silence:
        return None
    if chart.unnamed_up or chart.face_down:
        return QuietView(untold=True)
    here = (person for person in chart.people.values() if not person.removed and not person.away)
    people = tuple(p.id for p in here if Role.PARTICIPANT in p.roles and p.id not in chart.heard)
    return QuietView(people=people) if people else None


def _vote(chart: Flipchart) -> VoteView | None:
    return (
        None
        if chart.vote is None
        else VoteView(open=chart.vote.open, dots_each=chart.vote.dots_each)
    )


def _round(chart: Flipchart) -> RoundView | None:
    if (turns := chart.turns) is None:
        return None
    return RoundView(
        kind=turns.kind, order=tuple(turns.order), at=turns.at, passed=tuple(turns.passed)
    )


def _aims(chart: Flipchart) -> tuple[int, ...]:
    return tuple(aim.id for aim in standing_aims(chart))


_SHEET_VIEWS: dict[str, Any] = {
    "workshop": _workshop, "phases": _phases, "may": _may, "counts": _counts, "vote": _vote,
    "round": _round, "process": process_seen, "drawing": process_drawn, "aims": _aims,
    "hidden": hidden_seen, "silent_sides": silent_sides,
}  # fmt: skip
