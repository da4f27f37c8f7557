"""Keeping things in order: parking for later, tags, and moving a note to where it belongs."""

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_notes_about, check_one_more_tag
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.ties import check_moved, tied
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import BESIDE_THE_BOARD
from footpath.method.things.people import Who
from footpath.method.things.things import Note, NoteKind, Phase
from footpath.method.words.words import Words, named, said


class Park(Command, frozen=True, kw_only=True):
    """A thing is parked for later: kept, listed, in the outline as parked (G14)."""

    about: Number
    reason: str


class ThingParked(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    reason: Words


class Unpark(Command, frozen=True, kw_only=True):
    """A parked thing is taken up again."""

    about: Number


class ThingUnparked(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def park(chart: Flipchart, command: Park, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    if not command.reason.strip():
        raise Refusal(refusals.PARK_REASON)
    return [ThingParked(about=thing.id, reason=said(command.reason))]


def unpark(chart: Flipchart, command: Unpark, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    return [ThingUnparked(about=thing.id)] if thing.parked is not None else []


def thing_parked(chart: Flipchart, entry: ThingParked, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    thing.parked, thing.parked_by = entry.reason, recorded.by
    chart.remember_slip(recorded, ThingUnparked(about=thing.id))
    chart.touch_thing(thing)


def thing_unparked(chart: Flipchart, entry: ThingUnparked, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    if thing.parked is not None:  # again with a reason: of who gave it, and of nobody else
        again = ThingParked(about=thing.id, reason=thing.parked)
        chart.remember_slip(recorded, again if thing.parked_by == recorded.by else None)
    thing.parked = thing.parked_by = None
    chart.touch_thing(thing)


class Tag(Command, frozen=True, kw_only=True):
    """A word is put on a thing, so that it is found again; or taken off it."""

    about: Number
    tag: str
    off: bool = False


class Tagged(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    tag: Words
    off: bool


def tag(chart: Flipchart, command: Tag, hand: Hand) -> list[Entry]:
    thing, words = chart.public(command.about), named(command.tag)
    if not command.off:
        check_one_more_tag(chart, hand, thing)
    return (
        [Tagged(about=thing.id, tag=words, off=command.off)]
        if (words in thing.tags) == command.off
        else []
    )


def tagged(chart: Flipchart, entry: Tagged, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    if not entry.off:
        thing.tags.append(entry.tag)
    elif entry.tag in thing.tags:
        thing.tags.remove(entry.tag)
    chart.touch_thing(thing)


class MoveNote(Command, frozen=True, kw_only=True):
    """A note goes to the phase where it belongs, and can become a reflection there (R5)."""

    about: Number
    phase: Phase
    kind: NoteKind = NoteKind.NOTE
    on: list[Number] = []


class NoteMoved(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    phase: Phase
    kind: NoteKind
    on: tuple[ThingId, ...]


def move_note(chart: Flipchart, command: MoveNote, hand: Hand) -> list[Entry]:
    note = chart.seen(chart.public(command.about).id, hand.typed_by, Note)
    if not has_right(chart, "MoveNote", note, hand.typed_by):
        raise Refusal(refusals.FOR_KEEPERS)
    if command.kind in BESIDE_THE_BOARD or note.kind is NoteKind.NOT_QUITE:
        raise Refusal(refusals.WRONG_THING.format(thing="a note"))
    on = chart.citable(command.on)
    check_notes_about(chart, hand, on)
    check_moved(chart, note, on)
    if note.id in on:
        raise Refusal(refusals.ALREADY_IN_ITSELF)
    return [NoteMoved(about=note.id, phase=command.phase, kind=command.kind, on=on)]


def note_moved(chart: Flipchart, entry: NoteMoved, recorded: Recorded) -> None:
    note = chart.things[entry.about]
    assert isinstance(note, Note)
    back = NoteMoved(about=note.id, phase=note.phase, kind=note.kind, on=tuple(note.about))
    chart.remember_slip(recorded, back)
    chart.untie(note, note.about)
    note.moved_from = note.moved_from or note.phase
    note.phase, note.kind, note.about = entry.phase, entry.kind, list(entry.on)
    chart.tie(note, note.about)
    tied(chart, recorded, entry.on)
    chart.touch_thing(note)


ASKED: Asked = {
    Park: Ask(Who.WRITERS, park),
    Unpark: Ask(Who.WRITERS, unpark),
    Tag: Ask(Who.WRITERS, tag),
    MoveNote: Ask(Who.WRITERS, move_note),
}

HAPPENED: Happened = {
    ThingParked: thing_parked,
    ThingUnparked: thing_unparked,
    Tagged: tagged,
    NoteMoved: note_moved,
}
