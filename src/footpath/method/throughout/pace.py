"""Pace: opening the flipchart and its phases, clocks and breaks, hands, "I'm done",
rounds, and closing.
"""

from typing import Annotated

from msgspec import Meta

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.holding import PhaseClock
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase

MINUTE = 60_000
BY_A_SLIP = 2 * MINUTE
"""Who is back in a phase within that time had left it by a slip."""


class OpenFlipchart(Command, frozen=True, kw_only=True):
    """A facilitator opens the flipchart; waiting pages open by themselves (G2)."""


class FlipchartOpened(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def open_flipchart(chart: Flipchart, command: OpenFlipchart, hand: Hand) -> list[Entry]:
    if chart.opened:
        raise Refusal(refusals.ALREADY_OPEN)
    return [FlipchartOpened()]


def flipchart_opened(chart: Flipchart, entry: FlipchartOpened, recorded: Recorded) -> None:
    chart.opened, chart.sittings, chart.phase_opened_at = True, 1, recorded.said_at
    chart.visited.add(chart.phase)
    chart.touch("sheet", "workshop")


class OpenPhase(Command, frozen=True, kw_only=True):
    """A facilitator takes everyone to one of the six phases, forwards or back (G6)."""

    phase: Phase
    leaving: Phase | None = None
    """Where they saw the group; if it is elsewhere by now, somebody else was first."""


class PhaseOpened(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    phase: Phase


class SilenceStarted(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def open_phase(chart: Flipchart, command: OpenPhase, hand: Hand) -> list[Entry]:
    if chart.opened:
        if command.phase is chart.phase:
            return []  # two facilitators wanted the same
        if command.leaving not in (None, chart.phase):
            raise Refusal(_moved_meanwhile(chart, command.phase, hand))
    entries: list[Entry] = [] if chart.opened else [FlipchartOpened()]
    entries.append(PhaseOpened(phase=command.phase))
    if command.phase is Phase.AIMS and Phase.AIMS not in chart.visited and not chart.silence:
        entries.append(SilenceStarted())
    return entries


def _moved_meanwhile(chart: Flipchart, wanted: Phase, hand: Hand) -> str:
    last = chart.changed.get(("phase", 0))
    by = None if last is None else last.by
    return refusals.MOVED_MEANWHILE.format(
        name="You" if by == hand.typed_by else chart.name_of(by),
        phase=PHASES[chart.phase].name,
        wanted=PHASES[wanted].name,
    )


def phase_opened(chart: Flipchart, entry: PhaseOpened, recorded: Recorded) -> None:
    _set_clock(chart, entry.phase, recorded.said_at)
    chart.phase = entry.phase
    chart.visited.add(entry.phase)
    chart.break_until = None
    chart.heard.clear()
    chart.unnamed_up = False
    chart.touch("sheet", "quiet")
    if chart.vote is not None and chart.vote.open:
        chart.touch("sheet", "vote")
    chart.nobody_is_done()
    chart.touch("sheet", "workshop")


def _set_clock(chart: Flipchart, phase: Phase, now: int) -> None:
    """A phase has all its minutes each time; only where the group was away by a slip its clock
    goes on (G7).
    """
    before = dict(chart.spent)
    if chart.phase_opened_at is not None:
        chart.spent[chart.phase] = before.get(chart.phase, 0) + now - chart.phase_opened_at
    chart.clocks[chart.phase] = PhaseClock(chart.phase_opened_at, chart.stretched, now, before)
    was = chart.clocks.pop(phase, None)
    if was is not None and now - was.left_at < BY_A_SLIP:
        chart.phase_opened_at, chart.stretched = was.opened_at, was.stretched
        chart.spent = dict(was.spent)
    else:
        chart.phase_opened_at, chart.stretched = now, 0


def silence_started(chart: Flipchart, entry: SilenceStarted, recorded: Recorded) -> None:
    chart.silence = True
    chart.nobody_is_done()
    chart.touch("sheet", "quiet")
    chart.touch("sheet", "workshop")


class StartSilence(Command, frozen=True, kw_only=True):
    """A facilitator asks everyone to write alone for a while (A1)."""


def start_silence(chart: Flipchart, command: StartSilence, hand: Hand) -> list[Entry]:
    if chart.silence:
        raise Refusal(refusals.SILENCE_ALREADY)
    return [SilenceStarted()]


class StretchPhase(Command, frozen=True, kw_only=True):
    """A facilitator adds minutes to the phase's clock, or takes some away (G7)."""

    minutes: Annotated[int, Meta(ge=-240, le=240)]


class PhaseStretched(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    minutes: int


def stretch_phase(chart: Flipchart, command: StretchPhase, hand: Hand) -> list[Entry]:
    return [PhaseStretched(minutes=command.minutes)]


def phase_stretched(chart: Flipchart, entry: PhaseStretched, recorded: Recorded) -> None:
    chart.stretched += entry.minutes
    chart.touch("sheet", "workshop")


class StartBreak(Command, frozen=True, kw_only=True):
    """A facilitator starts a break whose end everyone sees (G15)."""

    minutes: Annotated[int, Meta(ge=1, le=240)]


class BreakStarted(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    minutes: int


class EndBreak(Command, frozen=True, kw_only=True):
    """A facilitator ends the break early."""


class BreakEnded(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def start_break(chart: Flipchart, command: StartBreak, hand: Hand) -> list[Entry]:
    return [BreakStarted(minutes=command.minutes)]


def end_break(chart: Flipchart, command: EndBreak, hand: Hand) -> list[Entry]:
    if chart.break_until is None:
        raise Refusal(refusals.NO_BREAK)
    return [BreakEnded()]


def break_started(chart: Flipchart, entry: BreakStarted, recorded: Recorded) -> None:
    chart.break_until = recorded.said_at + entry.minutes * MINUTE
    chart.break_minutes = entry.minutes
    chart.touch("sheet", "workshop")


def break_ended(chart: Flipchart, entry: BreakEnded, recorded: Recorded) -> None:
    chart.break_until = None
    chart.touch("sheet", "workshop")


class CloseFlipchart(Command, frozen=True, kw_only=True):
    """A facilitator closes the flipchart: the writing ends, the outline stays (G15)."""


class FlipchartClosed(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


class ReopenFlipchart(Command, frozen=True, kw_only=True):
    """A facilitator opens the flipchart again, for another sitting."""


class FlipchartReopened(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def close_flipchart(chart: Flipchart, command: CloseFlipchart, hand: Hand) -> list[Entry]:
    return [FlipchartClosed()]


def reopen_flipchart(chart: Flipchart, command: ReopenFlipchart, hand: Hand) -> list[Entry]:
    if not chart.closed:
        raise Refusal(refusals.NOT_CLOSED)
    return [FlipchartReopened()]


def flipchart_closed(chart: Flipchart, entry: FlipchartClosed, recorded: Recorded) -> None:
    chart.closed, chart.break_until, chart.turns = True, None, None
    chart.closed_at = recorded.said_at
    chart.remember_slip(recorded, FlipchartReopened())
    chart.touch("sheet", "workshop")
    chart.touch("sheet", "round")


def flipchart_reopened(chart: Flipchart, entry: FlipchartReopened, recorded: Recorded) -> None:
    chart.closed = False
    chart.sittings += 1
    if chart.closed_at is not None and recorded.said_at - chart.closed_at >= BY_A_SLIP:
        chart.phase_opened_at, chart.stretched = recorded.said_at, 0
        chart.spent.clear()
        chart.clocks.clear()
    chart.touch("sheet", "workshop")


ASKED: Asked = {
    OpenFlipchart: Ask(Who.FACILITATORS, open_flipchart),
    OpenPhase: Ask(Who.PACE, open_phase),
    StartSilence: Ask(Who.PACE, start_silence),
    StretchPhase: Ask(Who.PACE, stretch_phase),
    StartBreak: Ask(Who.PACE, start_break),
    EndBreak: Ask(Who.PACE, end_break),
    CloseFlipchart: Ask(Who.FACILITATORS, close_flipchart),
    ReopenFlipchart: Ask(Who.FACILITATORS, reopen_flipchart, after_close=True),
}

HAPPENED: Happened = {
    FlipchartOpened: flipchart_opened,
    PhaseOpened: phase_opened,
    SilenceStarted: silence_started,
    PhaseStretched: phase_stretched,
    BreakStarted: break_started,
    BreakEnded: break_ended,
    FlipchartClosed: flipchart_closed,
    FlipchartReopened: flipchart_reopened,
}
