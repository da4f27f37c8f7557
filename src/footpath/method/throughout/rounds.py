"""Turns: raised hands, "I'm done", stepping out for a while, and rounds in which
everybody gets a turn.
"""

from typing import Literal

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, PersonId, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES, WRITING_ROLES, RoundOfTurns, Who

RoundKind = Literal["check-in", "go-round", "check-out"]


class RaiseHand(Command, frozen=True, kw_only=True):
    """Somebody would like to speak, or no longer (G8)."""

    up: bool = True


class LowerHand(Command, frozen=True, kw_only=True):
    """A facilitator has heard somebody's hand."""

    person: Number


class HandRaised(Entry, frozen=True, kw_only=True):
    known_to = "counted"
    person: PersonId
    up: bool


def raise_hand(chart: Flipchart, command: RaiseHand, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    return (
        [HandRaised(person=hand.by, up=command.up)]
        if (hand.by in chart.hands) != command.up
        else []
    )


def lower_hand(chart: Flipchart, command: LowerHand, hand: Hand) -> list[Entry]:
    return [HandRaised(person=command.person, up=False)] if command.person in chart.hands else []


def hand_raised(chart: Flipchart, entry: HandRaised, recorded: Recorded) -> None:
    if entry.up:
        chart.hands[entry.person] = recorded.said_at
    else:
        chart.hands.pop(entry.person, None)
    chart.touch("sheet", "counts")
    chart.touch("sheet", "hands")
    chart.touch("people", entry.person)


class SayDone(Command, frozen=True, kw_only=True):
    """ "I'm done" with what is asked just now; everyone sees how many, nobody who (G8)."""

    done: bool = True


class DoneSaid(Entry, frozen=True, kw_only=True):
    known_to = "counted"
    person: PersonId
    done: bool

    @property
    def is_private(self) -> bool:
        """Of "I'm done" others learn only how many (G8)."""
        return True


def say_done(chart: Flipchart, command: SayDone, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    return (
        [DoneSaid(person=hand.by, done=command.done)]
        if (hand.by in chart.done) != command.done
        else []
    )


def done_said(chart: Flipchart, entry: DoneSaid, recorded: Recorded) -> None:
    (chart.done.add if entry.done else chart.done.discard)(entry.person)
    chart.touch("sheet", "counts")
    chart.touch("people", entry.person)


class StepOut(Command, frozen=True, kw_only=True):
    """Somebody steps out for a while, or is back."""

    away: bool = True


class SteppedOut(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId
    away: bool


def step_out(chart: Flipchart, command: StepOut, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    return (
        [SteppedOut(person=hand.by, away=command.away)]
        if chart.people[hand.by].away != command.away
        else []
    )


def stepped_out(chart: Flipchart, entry: SteppedOut, recorded: Recorded) -> None:
    chart.people[entry.person].away = entry.away
    chart.touch("people", entry.person)
    chart.touch("sheet", "counts")
    chart.touch("sheet", "quiet")


class StartRound(Command, frozen=True, kw_only=True):
    """A facilitator starts a round: check-in, go-round, check-out (G9)."""

    kind: RoundKind = "go-round"


class RoundStarted(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    kind: RoundKind
    order: list[PersonId]


class NextTurn(Command, frozen=True, kw_only=True):
    """Whose turn it is has spoken, or passes; a facilitator can say it for them."""

    passed: bool = False


class TurnTaken(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId
    passed: bool


class EndRound(Command, frozen=True, kw_only=True):
    """A facilitator ends the round."""


class RoundEnded(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def start_round(chart: Flipchart, command: StartRound, hand: Hand) -> list[Entry]:
    people = chart.people.values()
    order = [
        p.id
        for p in people
        if not p.removed and not p.away and not p.roles.isdisjoint(WRITING_ROLES)
    ]
    if not order:
        raise Refusal(refusals.NOBODY_FOR_A_ROUND)
    if chart.last_starter is not None:  # the next round starts with someone else (G9)
        first = next((place for place, id in enumerate(order) if id > chart.last_starter), 0)
        order = order[first:] + order[:first]
    return [RoundStarted(kind=command.kind, order=order)]


def next_turn(chart: Flipchart, command: NextTurn, hand: Hand) -> list[Entry]:
    if chart.turns is None:
        raise Refusal(refusals.NO_ROUND)
    person = chart.turns.order[chart.turns.at]
    if hand.typed_by != person and not chart.has_role(hand.typed_by, *KEEPING_ROLES):
        raise Refusal(refusals.NOT_YOUR_TURN)
    taken: list[Entry] = [TurnTaken(person=person, passed=command.passed)]
    return [*taken, RoundEnded()] if chart.turns.at + 1 == len(chart.turns.order) else taken


def end_round(chart: Flipchart, command: EndRound, hand: Hand) -> list[Entry]:
    if chart.turns is None:
        raise Refusal(refusals.NO_ROUND)
    return [RoundEnded()]


def round_started(chart: Flipchart, entry: RoundStarted, recorded: Recorded) -> None:
    chart.turns, chart.last_starter = (
        RoundOfTurns(kind=entry.kind, order=entry.order),
        entry.order[0],
    )
    chart.touch("sheet", "round")


def turn_taken(chart: Flipchart, entry: TurnTaken, recorded: Recorded) -> None:
    if chart.turns is not None:
        chart.turns.at += 1
        if entry.passed:
            chart.turns.passed.append(entry.person)
    chart.touch("sheet", "round")


def round_ended(chart: Flipchart, entry: RoundEnded, recorded: Recorded) -> None:
    chart.turns = None
    chart.touch("sheet", "round")


ASKED: Asked = {
    RaiseHand: Ask(Who.EVERYBODY, raise_hand),
    LowerHand: Ask(Who.FACILITATORS, lower_hand),
    SayDone: Ask(Who.WRITERS, say_done),
    StepOut: Ask(Who.EVERYBODY, step_out),
    StartRound: Ask(Who.FACILITATORS, start_round),
    NextTurn: Ask(Who.WRITERS, next_turn),
    EndRound: Ask(Who.FACILITATORS, end_round),
}

HAPPENED: Happened = {
    HandRaised: hand_raised,
    DoneSaid: done_said,
    SteppedOut: stepped_out,
    RoundStarted: round_started,
    TurnTaken: turn_taken,
    RoundEnded: round_ended,
}
