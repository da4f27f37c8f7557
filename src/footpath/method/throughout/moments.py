"""Moments: what happened in a story, who was there, what was used, in the teller's
words, and how it felt.
"""

from typing import Annotated

from msgspec import Meta

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_one_more_moment
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.private_ids import private_id
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.stamping import stamp
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Experience, Moment
from footpath.method.things.visibility import Visibility, narrower
from footpath.method.words.words import Words, named_if_any, names, said, said_if_any

Feeling = Annotated[int, Meta(ge=-2, le=2)]


class PlaceMoment(Saying, frozen=True, kw_only=True):
    """A moment goes on a story's map (E2). Anything but what happened may be missing."""

    experience: Number
    text: str
    lane: str = ""
    stage: str = ""
    who: list[str] = []
    used: list[str] = []
    quote: str = ""
    feeling: Feeling | None = None
    feeling_words: str = ""
    inferred: bool = False
    visibility: Visibility = Visibility.SHARED
    before: Number | None = None


class MomentPlaced(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    experience: ThingId
    words: Words
    lane: Words | None
    stage: Words | None
    who: tuple[Words, ...]
    used: tuple[Words, ...]
    quote: Words | None
    feeling: int | None
    feeling_words: Words | None
    inferred: bool
    visibility: Visibility
    before: ThingId | None
    accepted: bool
    unnamed: bool


def place_moment(chart: Flipchart, command: PlaceMoment, hand: Hand) -> list[Entry]:
    story = chart.seen(command.experience, hand.typed_by, Experience)
    check_one_more_moment(chart, hand, story)
    before = (
        None if command.before is None else chart.seen(command.before, hand.typed_by, Moment).id
    )
    shared = narrower(story.visibility, command.visibility) is Visibility.SHARED
    # accepted at once, an unnamed one could only be a teller's (A3)
    accepted = not story.storytellers or (hand.by in story.storytellers and not command.unnamed)
    return [
        MomentPlaced(
            id=chart.next_id if shared else private_id(chart, hand), experience=story.id,
            words=said(command.text), lane=named_if_any(command.lane),
            stage=named_if_any(command.stage), who=names(command.who), used=names(command.used),
            quote=said_if_any(command.quote), feeling=command.feeling,
            feeling_words=said_if_any(command.feeling_words), inferred=command.inferred,
            visibility=command.visibility, before=before,
            accepted=accepted, unnamed=command.unnamed,
        )
    ]  # fmt: skip


def moment_placed(chart: Flipchart, entry: MomentPlaced, recorded: Recorded) -> None:
    moment = Moment(
        **stamp(recorded, entry.id, entry.words, entry.unnamed), experience=entry.experience,
        lane=entry.lane, stage=entry.stage, who=list(entry.who), used=list(entry.used),
        quote=entry.quote, feeling=entry.feeling, feeling_words=entry.feeling_words,
        inferred=entry.inferred, visibility=entry.visibility, accepted=entry.accepted,
    )  # fmt: skip
    story = chart.story(entry.experience)
    chart.add(moment)
    insert(story.moments, moment.id, entry.before)
    chart.touch_thing(story)


def _moment(chart: Flipchart, id: int) -> Moment:
    moment = chart.things[id]
    assert isinstance(moment, Moment)
    return moment


def insert(places: list[int], id: int, before: int | None) -> None:
    """Put a moment before another on its map; at the end where that one is not there."""
    places.insert(places.index(before) if before in places else len(places), id)


class AcceptMoment(Command, frozen=True, kw_only=True):
    """The storyteller accepts somebody else's moment, or takes it off the map (E6); not what
    another teller tells.
    """

    about: Number
    accept: bool


class MomentAccepted(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


class MomentTakenOff(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def accept_moment(chart: Flipchart, command: AcceptMoment, hand: Hand) -> list[Entry]:
    moment = chart.seen(command.about, hand.typed_by, Moment)
    tellers = chart.story(moment.experience).storytellers
    if not has_right(chart, "AcceptMoment", moment, hand.typed_by):
        raise Refusal(refusals.WAITS_FOR_TELLER)
    # who wrote what is unnamed may not show in what is refused (A3): a teller brings it back
    if (
        not command.accept
        and not moment.unnamed
        and moment.by in tellers
        and moment.by != hand.typed_by
    ):
        raise Refusal(refusals.ANOTHER_TELLS_IT)
    if moment.accepted and command.accept:
        raise Refusal(refusals.TAKEN_ALREADY)
    return [MomentAccepted(about=moment.id) if command.accept else MomentTakenOff(about=moment.id)]


def moment_accepted(chart: Flipchart, entry: MomentAccepted, recorded: Recorded) -> None:
    _moment(chart, entry.about).accepted = True
    chart.touch_thing(_moment(chart, entry.about))


def unaccept(chart: Flipchart, moment: Moment) -> None:
    """What tellers took into their story tells something else now; their own, under their name,
    is theirs to word.
    """
    if tellers := chart.story(moment.experience).storytellers:
        moment.accepted = moment.accepted and not moment.unnamed and moment.by in tellers


def moment_taken_off(chart: Flipchart, entry: MomentTakenOff, recorded: Recorded) -> None:
    moment = _moment(chart, entry.about)
    moment.deleted, moment.accepted, moment.left_off = True, False, True
    chart.touch_around(moment)
    chart.touch_thing(chart.story(moment.experience))


ASKED: Asked = {
    PlaceMoment: Ask(Who.WRITERS, place_moment),
    AcceptMoment: Ask(Who.WRITERS, accept_moment, after_close=True),
}

HAPPENED: Happened = {
    MomentPlaced: moment_placed,
    MomentAccepted: moment_accepted,
    MomentTakenOff: moment_taken_off,
}
