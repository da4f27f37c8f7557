"""Reflect: what was liked, not liked, would be done differently, or was lived through too;
and the values heard.
"""

from typing import Literal

from footpath.method import refusals
from footpath.method.flipchart.bounds import for_a_line
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    PersonId,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.stamping import stamp
from footpath.method.flipchart.tellers import tells, unspoken
from footpath.method.flipchart.ties import tied
from footpath.method.lines.care import line_settled
from footpath.method.lines.standing import counted, reads_as_at, remember_beside, said_again
from footpath.method.lines.tracing import tellers_of
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Experience, Note, NoteKind, SharedValue
from footpath.method.throughout.lived_through_too import HadThatToo, had_that_too
from footpath.method.throughout.notes import goes_up, write
from footpath.method.words.still_veiled import still
from footpath.method.words.words import Words, named, said, said_if_any


class WriteReflection(Saying, frozen=True, kw_only=True):
    """A reflection about one or more moments, the whole story, or another reflection (R1)."""

    kind: Literal["liked", "disliked", "differently", "similar"]
    text: str
    about: list[Number] = []


def write_reflection(chart: Flipchart, command: WriteReflection, hand: Hand) -> list[Entry]:
    about = chart.citable(command.about)
    return write(chart, hand, NoteKind(command.kind), said(command.text), about, command.unnamed)


class EndTellersTurn(Command, frozen=True, kw_only=True):
    """The storyteller says "done" or passes, so that the others' reflections appear; a keeper
    can say it for them.
    """

    experience: Number


class TellerSpoken(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    storytellers: tuple[PersonId, ...]
    said_for: bool


def end_tellers_turn(chart: Flipchart, command: EndTellersTurn, hand: Hand) -> list[Entry]:
    story = chart.seen(command.experience, hand.typed_by, Experience)
    waited = unspoken(chart, story)
    if not waited:
        raise Refusal(refusals.ALREADY_SPOKEN)
    if not has_right(chart, "EndTellersTurn", story, hand.typed_by):
        # theirs: the others say for themselves that they are done
        is_over = tells(story, hand.typed_by)
        raise Refusal(refusals.ALREADY_SPOKEN if is_over else refusals.NOT_YOUR_STORY)
    own = hand.typed_by in waited
    spoken = {hand.typed_by} if hand.typed_by in waited else waited
    entry = TellerSpoken(about=story.id, storytellers=tuple(sorted(spoken)), said_for=not own)
    over = {(story.id, teller) for teller in spoken}  # their turns in other stories go on
    return [entry, *goes_up(chart, hand, lambda turn: turn in over)]


def teller_spoken(chart: Flipchart, entry: TellerSpoken, recorded: Recorded) -> None:
    story = chart.story(entry.about)
    story.spoken |= set(entry.storytellers)
    story.spoken_for = story.spoken_for or entry.said_for
    chart.touch_thing(story)
    chart.touch("sheet", "counts")


class AddValue(Saying, frozen=True, kw_only=True):
    """A value that can be heard, with at least one thing it was heard in (R3)."""

    name: str
    sentence: str = ""
    heard_in: list[Number]


class ValueAdded(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    name: Words
    sentence: Words | None
    heard_in: tuple[ThingId, ...]
    unnamed: bool


def add_value(chart: Flipchart, command: AddValue, hand: Hand) -> list[Entry]:
    heard_in = for_a_line(chart, hand, chart.citable(command.heard_in))
    if not heard_in:
        raise Refusal(refusals.VALUE_NEEDS_SOURCE)
    return [
        ValueAdded(
            id=chart.next_id,
            name=named(command.name),
            sentence=said_if_any(command.sentence),
            heard_in=heard_in,
            unnamed=command.unnamed,
        )
    ]


def value_added(chart: Flipchart, entry: ValueAdded, recorded: Recorded) -> None:
    heard = SharedValue(
        **stamp(recorded, entry.id, entry.name, entry.unnamed),
        sentence=entry.sentence,
        rests_on=list(entry.heard_in),
    )
    remember_beside(heard, recorded.number)
    chart.add(heard)
    chart.tie(heard, heard.rests_on)
    tied(chart, recorded, entry.heard_in)


class BackValue(Command, frozen=True, kw_only=True):
    """What a value was heard in, and the sentence that says it, are put anew."""

    about: Number
    sentence: str = ""
    heard_in: list[Number]
    version: Number | None = None


class ValueBacked(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    sentence: Words | None
    heard_in: tuple[ThingId, ...]


def back_value(chart: Flipchart, command: BackValue, hand: Hand) -> list[Entry]:
    heard = chart.seen(command.about, hand.typed_by, SharedValue)
    heard_in = for_a_line(chart, hand, chart.citable(command.heard_in, heard.id))
    if not heard_in:
        raise Refusal(refusals.VALUE_NEEDS_SOURCE)
    if command.version is not None and command.version != heard.version:
        raise Refusal(refusals.CHANGED_MEANWHILE)
    return [ValueBacked(about=heard.id, sentence=said_if_any(command.sentence), heard_in=heard_in)]


def value_backed(chart: Flipchart, entry: ValueBacked, recorded: Recorded) -> None:
    heard = _value(chart, entry.about)
    chart.untie(heard, heard.rests_on)
    heard.sentence, heard.rests_on = still(heard.sentence, entry.sentence), list(entry.heard_in)
    heard.version += 1
    remember_beside(heard, recorded.number)
    line_settled(chart, heard, recorded)
    chart.tie(heard, heard.rests_on)
    tied(chart, recorded, entry.heard_in)
    chart.touch_thing(heard)


def _value(chart: Flipchart, id: int) -> SharedValue:
    heard = chart.things[id]
    assert isinstance(heard, SharedValue)
    return heard


class MarkTension(Command, frozen=True, kw_only=True):
    """Two values are marked as in tension, or no longer (R3)."""

    about: Number
    other: Number
    tension: bool = True


class TensionMarked(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    other: ThingId
    tension: bool


def mark_tension(chart: Flipchart, command: MarkTension, hand: Hand) -> list[Entry]:
    one, other = (
        chart.seen(id, hand.typed_by, SharedValue) for id in (command.about, command.other)
    )
    if one.id == other.id:
        raise Refusal(refusals.TENSION_WITH_ITSELF)
    return [TensionMarked(about=one.id, other=other.id, tension=command.tension)]


def tension_marked(chart: Flipchart, entry: TensionMarked, recorded: Recorded) -> None:
    one, other = _value(chart, entry.about), _value(chart, entry.other)
    if (other.id in one.tension) != entry.tension:
        back = TensionMarked(about=one.id, other=other.id, tension=not entry.tension)
        chart.remember_slip(recorded, back)
    for heard, against in ((one, other), (other, one)):
        (heard.tension.add if entry.tension else heard.tension.discard)(against.id)
        chart.touch_thing(heard)


class PickPoint(Command, frozen=True, kw_only=True):
    """The group picks the few points to work on (R4)."""

    about: Number
    picked: bool = True


class PointPicked(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    picked: bool


def pick_point(chart: Flipchart, command: PickPoint, hand: Hand) -> list[Entry]:
    note = chart.seen(chart.public(command.about).id, hand.typed_by, Note)
    return (
        [PointPicked(about=note.id, picked=command.picked)] if note.picked != command.picked else []
    )


def point_picked(chart: Flipchart, entry: PointPicked, recorded: Recorded) -> None:
    note = chart.things[entry.about]
    assert isinstance(note, Note)
    chart.remember_slip(recorded, PointPicked(about=note.id, picked=not entry.picked))
    note.picked = entry.picked
    chart.touch_thing(note)


class RecogniseValue(Command, frozen=True, kw_only=True):
    """A storyteller says whether they recognise a value that was heard in their story; or
    nothing any more (R6).
    """

    about: Number
    recognised: bool | None
    version: Number | None = None
    """The words that they read, by their version (S11)."""


class ValueRecognised(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    recognised: bool | None


def recognise_value(chart: Flipchart, command: RecogniseValue, hand: Hand) -> list[Entry]:
    heard = chart.seen(command.about, hand.by, SharedValue)
    if hand.by not in tellers_of(chart, heard):
        raise Refusal(refusals.NOT_HEARD_IN_YOURS)
    if command.recognised is not None and command.version not in (None, heard.version):
        raise Refusal(refusals.WORDED_MEANWHILE)
    given, _ = counted(chart, heard, chart.threads.recognised.get(heard.id, {}))
    same = given.get(hand.by or 0) == command.recognised
    return [] if same else [ValueRecognised(about=heard.id, recognised=command.recognised)]


def value_recognised(chart: Flipchart, entry: ValueRecognised, recorded: Recorded) -> None:
    heard, given = _value(chart, entry.about), chart.threads.recognised.setdefault(entry.about, {})
    before = given.pop(recorded.by or 0, ())
    if entry.recognised is not None:
        again = said_again(reads_as_at(chart, heard), before, recorded.number, entry.recognised)
        given[recorded.by or 0] = again
    chart.touch_thing(heard)


ASKED: Asked = {
    WriteReflection: Ask(Who.WRITERS, write_reflection),
    HadThatToo: Ask(Who.WRITERS, had_that_too),
    EndTellersTurn: Ask(Who.WRITERS, end_tellers_turn),
    AddValue: Ask(Who.WRITERS, add_value),
    BackValue: Ask(Who.TEXT_KEEPERS, back_value),
    MarkTension: Ask(Who.WRITERS, mark_tension),
    PickPoint: Ask(Who.TEXT_KEEPERS, pick_point),
    RecogniseValue: Ask(Who.EVERYBODY, recognise_value, after_close=True),
}

HAPPENED: Happened = {
    TellerSpoken: teller_spoken,
    ValueAdded: value_added,
    ValueBacked: value_backed,
    TensionMarked: tension_marked,
    PointPicked: point_picked,
    ValueRecognised: value_recognised,
}
