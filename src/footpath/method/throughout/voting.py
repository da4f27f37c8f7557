"""The dot vote: a budget of dots for each person, secret while it is open,
totals only afterwards.
"""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import Dot, Vote, Who
from footpath.method.things.things import Aim, Group, Note


class OpenVote(Command, frozen=True, kw_only=True):
    """A facilitator opens a vote and says how many dots each person has (A8)."""

    dots_each: Annotated[int, Meta(ge=1, le=50)] = 3


class VoteOpened(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    dots_each: int


def open_vote(chart: Flipchart, command: OpenVote, hand: Hand) -> list[Entry]:
    if chart.vote is not None and chart.vote.open:
        raise Refusal(refusals.VOTE_OPEN)
    return [VoteOpened(dots_each=command.dots_each)]


def vote_opened(chart: Flipchart, entry: VoteOpened, recorded: Recorded) -> None:
    _touch_voted(chart)
    chart.vote = Vote(dots_each=entry.dots_each)
    chart.touch("sheet", "vote")


class PlaceDot(Command, frozen=True, kw_only=True):
    """Somebody gives one of their dots to a note, a group or an aim."""

    about: Number


class DotPlaced(Entry, frozen=True, kw_only=True):
    known_to = "counted"
    about: ThingId

    @property
    def is_private(self) -> bool:
        """A dot is known to who placed it alone (A8)."""
        return True


class TakeDot(Command, frozen=True, kw_only=True):
    """Somebody takes a dot back while the vote is open."""

    about: Number


class DotTaken(Entry, frozen=True, kw_only=True):
    known_to = "counted"
    about: ThingId

    @property
    def is_private(self) -> bool:
        """As with placing one (A8)."""
        return True


def _open_vote_of(chart: Flipchart) -> Vote:
    if chart.vote is None or not chart.vote.open:
        raise Refusal(refusals.VOTE_CLOSED)
    return chart.vote


def place_dot(chart: Flipchart, command: PlaceDot, hand: Hand) -> list[Entry]:
    vote, thing = _open_vote_of(chart), chart.outermost(chart.public(command.about))
    if not isinstance(thing, Note | Group | Aim):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
    assert hand.by is not None
    if len(vote.dots.get(hand.by, ())) >= vote.dots_each:
        raise Refusal(refusals.NO_DOTS_LEFT)
    return [DotPlaced(about=thing.id)]


def take_dot(chart: Flipchart, command: TakeDot, hand: Hand) -> list[Entry]:
    vote = _open_vote_of(chart)
    assert hand.by is not None
    if all(dot.about != command.about for dot in vote.dots.get(hand.by, ())):
        raise Refusal(refusals.NO_DOT_THERE)
    return [DotTaken(about=command.about)]


def dot_placed(chart: Flipchart, entry: DotPlaced, recorded: Recorded) -> None:
    assert chart.vote is not None and recorded.by is not None
    chart.vote.dots.setdefault(recorded.by, []).append(Dot(entry.about, recorded.number))
    chart.touch("dots", recorded.by)


def dot_taken(chart: Flipchart, entry: DotTaken, recorded: Recorded) -> None:
    assert chart.vote is not None and recorded.by is not None
    dots = chart.vote.dots.get(recorded.by, [])
    here = [dot for dot in dots if dot.about == entry.about]
    if here:  # in an earlier release it had stayed on what was gone, and came back only now
        dots.remove(here[0])  # the oldest: what it was given to may read otherwise by now
    chart.touch("dots", recorded.by)


def dots_come_back(chart: Flipchart, ids: Iterable[int]) -> None:
    """Dots on what is no longer there to be voted on come back to whoever placed them (A8)."""
    if chart.vote is None or not chart.vote.open:
        return
    # what comes back takes in what it held
    looked_at = {one for id in ids for one in (id, *chart.merged.get(id, ()))}
    gone = {id for id in looked_at if not _is_voted_on(chart, id)}
    for person, dots in chart.vote.dots.items() if gone else ():
        if not gone.isdisjoint(dot.about for dot in dots):
            dots[:] = [dot for dot in dots if dot.about not in gone]
            chart.touch("dots", person)


def _is_voted_on(chart: Flipchart, id: int) -> bool:
    thing = chart.find(id)
    if thing is None or not thing.stands or thing.hidden is not None:
        return False
    return chart.outermost(thing) is thing


class CloseVote(Command, frozen=True, kw_only=True):
    """A facilitator closes the vote; everybody sees the totals, nobody who."""


class VoteClosed(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def close_vote(chart: Flipchart, command: CloseVote, hand: Hand) -> list[Entry]:
    _open_vote_of(chart)
    return [VoteClosed()]


def vote_closed(chart: Flipchart, entry: VoteClosed, recorded: Recorded) -> None:
    assert chart.vote is not None
    chart.vote.open = False
    for person, dots in chart.vote.dots.items():
        chart.touch("dots", person)
        for dot in dots:
            chart.vote.totals.setdefault(dot.about, []).append(dot.number)
    chart.vote.dots.clear()
    _touch_voted(chart)
    chart.touch("sheet", "vote")


def _touch_voted(chart: Flipchart) -> None:
    for about in chart.vote.totals if chart.vote is not None else ():
        chart.touch_cited(about)


ASKED: Asked = {
    OpenVote: Ask(Who.FACILITATORS, open_vote),
    PlaceDot: Ask(Who.WRITERS, place_dot),
    TakeDot: Ask(Who.WRITERS, take_dot),
    CloseVote: Ask(Who.FACILITATORS, close_vote),
}

HAPPENED: Happened = {
    VoteOpened: vote_opened,
    DotPlaced: dot_placed,
    DotTaken: dot_taken,
    VoteClosed: vote_closed,
}
