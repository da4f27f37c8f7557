"""Reasons: why somebody worded a thing so, or what they said of an aim on its return. Theirs to
correct and take back.

A reason is called by its place among all that were given of its thing, in the order of the record.
What a keeper gave with a change at the author's request is the author's alone, or of a hand nobody
knows theirs who typed the thing: were it the keeper's there, being refused would tell them that the
author of an unnamed thing is known (A3).
"""

from msgspec import Struct
from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.own_words.taking_back import may_take_back
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES, Who
from footpath.method.things.things import Aim, Thing
from footpath.method.words.words import TAKEN_BACK, Words, said


class Reason(Struct, frozen=True, kw_only=True):
    """A reason: its words, whose they are, who typed them, and the number of the entry in
    which it was given.
    """

    words: Words
    by: int | None
    typed_by: int | None
    unnamed: bool
    entry: int
    at_request: bool = False


def reasons_of(thing: Thing) -> list[Reason]:
    """All reasons that were given of a thing, taken back ones too, so that each keeps its place."""
    first, found = thing.wordings[0], dict[int, Reason]()
    if isinstance(thing, Aim) and thing.reason is not None:
        found[thing.made_by_entry] = _given(
            thing.reason, first.by, first.typed_by, thing.unnamed, thing.made_by_entry
        )
    for one in thing.wordings:
        if one.why is not None:
            given = _given(one.why, one.by, one.typed_by, one.unnamed, one.entry)
            found[one.entry] = replace(given, at_request=one.at_request)
    for one in thing.reviews if isinstance(thing, Aim) else ():
        if one.reason is not None:
            found[one.entry] = _given(one.reason, one.by, one.typed_by, one.unnamed, one.entry)
    return [found[entry] for entry in sorted(found)]


def places_of_reasons(thing: Thing) -> dict[int, int]:
    """By the entry in which it was given, the place of each reason that still stands."""
    return {
        one.entry: place for place, one in enumerate(reasons_of(thing)) if one.words != TAKEN_BACK
    }


def _given(words: Words, by: int | None, typed_by: int | None, unnamed: bool, entry: int) -> Reason:
    return Reason(words=words, by=by, typed_by=typed_by, unnamed=unnamed, entry=entry)


class TakeBackReason(Command, frozen=True, kw_only=True):
    """Somebody takes back a reason of theirs, whoever typed it; what was decided stays."""

    about: Number
    place: Number


class ReasonTakenBack(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    place: int
    unnamed: bool


class RewordReason(Command, frozen=True, kw_only=True):
    """Somebody corrects a reason of theirs, whoever typed it."""

    about: Number
    place: Number
    text: str


class ReasonReworded(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    place: int
    reason: Words
    unnamed: bool


def take_back_reason(chart: Flipchart, command: TakeBackReason, hand: Hand) -> list[Entry]:
    thing, one, author = _given_of(chart, command.about, command.place, hand)
    if not may_take_back(chart, author, hand.typed_by, one.unnamed or chart.is_nameless(thing)):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    _check_stands(one)
    return [ReasonTakenBack(about=thing.id, place=command.place, unnamed=one.unnamed)]


def reword_reason(chart: Flipchart, command: RewordReason, hand: Hand) -> list[Entry]:
    thing, one, author = _given_of(chart, command.about, command.place, hand)
    if author != hand.typed_by and not (
        author is None and chart.has_role(hand.typed_by, *KEEPING_ROLES)
    ):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    _check_stands(one)
    reason = said(command.text)
    if reason == one.words:
        raise Refusal(refusals.SAME_WORDS)
    return [ReasonReworded(about=thing.id, place=command.place, reason=reason, unnamed=one.unnamed)]


def _given_of(
    chart: Flipchart, about: int, place: int, hand: Hand
) -> tuple[Thing, Reason, int | None]:
    """A thing, also one that was taken off the flipchart, with the reason at that place,
    and whose that is.

    Raises:
        Refusal: when there is none.
    """
    thing = chart.found_by(about, hand.typed_by)
    if thing is None or thing.withdrawn:
        raise Refusal(refusals.NO_SUCH_THING)
    reasons = reasons_of(thing)
    one = reasons[place] if 0 <= place < len(reasons) else None
    # what they gave stays theirs where others have kept the thing to themselves since
    if one is None or (one.by != hand.typed_by and not chart.may_read(thing, hand.typed_by)):
        raise Refusal(refusals.NO_SUCH_THING)
    if one.by is not None or not (one.unnamed or chart.is_nameless(thing)):
        return thing, one, one.by
    return thing, one, thing.typed_by if one.at_request else one.typed_by


def _check_stands(one: Reason) -> None:
    if one.words == TAKEN_BACK:
        raise Refusal(refusals.GONE)


def reason_taken_back(chart: Flipchart, entry: ReasonTakenBack, recorded: Recorded) -> None:
    _put(chart, entry.about, entry.place, TAKEN_BACK, None)


def reason_reworded(chart: Flipchart, entry: ReasonReworded, recorded: Recorded) -> None:
    _put(chart, entry.about, entry.place, entry.reason, recorded.typed_by)


def _put(chart: Flipchart, about: int, place: int, words: Words, typed_by: int | None) -> None:
    """Put other words in the place of a reason, wherever it stands; who was shown out may
    know fewer of them.
    """
    thing = chart.things[chart.renumbered.get(about, about)]
    reasons = reasons_of(thing)
    if place >= len(reasons):
        return
    number = reasons[place].entry
    thing.wordings = [
        replace(one, why=words) if one.entry == number and one.why is not None else one
        for one in thing.wordings
    ]
    if isinstance(thing, Aim):
        if number == thing.made_by_entry:
            thing.reason = words
        thing.reviews = [
            replace(one, reason=words, typed_by=one.typed_by if typed_by is None else typed_by)
            if one.entry == number and one.reason is not None
            else one
            for one in thing.reviews
        ]
    chart.touch_thing(thing)


ASKED: Asked = {
    TakeBackReason: Ask(Who.EVERYBODY, take_back_reason, after_close=True, shown_out=True),
    RewordReason: Ask(Who.WRITERS, reword_reason, after_close=True),
}

HAPPENED: Happened = {ReasonTakenBack: reason_taken_back, ReasonReworded: reason_reworded}
