"""Grouping: notes that say the same are put together, merged, split and regrouped; nothing
is lost on the way.
"""

from footpath.method import refusals
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
from footpath.method.flipchart.stamping import stamp
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Group, Note, Thing
from footpath.method.throughout.authorship import Deleted
from footpath.method.words.words import Words, named

MOST_IN_ONE = 500
"""Notes in one group, or merged into one note."""


class GroupNotes(Saying, frozen=True, kw_only=True):
    """Notes that say the same are put together under a title (A6)."""

    notes: list[Number]
    title: str


class NotesGrouped(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    title: Words
    notes: tuple[ThingId, ...]
    unnamed: bool


def group_notes(chart: Flipchart, command: GroupNotes, hand: Hand) -> list[Entry]:
    notes = chart.citable(command.notes)
    if not notes:
        raise Refusal(refusals.NOTES_TO_GROUP)
    for id in notes:
        chart.seen(id, hand.by, Note)
    return [
        NotesGrouped(
            id=chart.next_id, title=named(command.title), notes=notes, unnamed=command.unnamed
        )
    ]


def notes_grouped(chart: Flipchart, entry: NotesGrouped, recorded: Recorded) -> None:
    group = Group(**stamp(recorded, entry.id, entry.title, entry.unnamed))
    chart.add(group)
    for id in entry.notes:
        _put(chart, _note(chart, id), group.id)
    chart.remember_slip(recorded, Deleted(about=group.id))


def _note(chart: Flipchart, id: int) -> Note:
    note = chart.things[id]
    assert isinstance(note, Note)
    return note


def _put(chart: Flipchart, note: Note, into: int | None) -> None:
    """A note is in one group at a time."""
    left = chart.things.get(note.group) if note.group is not None else None
    if isinstance(left, Group) and note.id in left.notes:
        left.notes.remove(note.id)
        chart.untie(left, [note.id])
        chart.touch_thing(left)
    joined = chart.things.get(into) if into is not None else None
    note.group = into if joined is not None and joined.stands else None
    if isinstance(joined, Group) and joined.stands:
        joined.notes.append(note.id)
        chart.tie(joined, [note.id])
        chart.touch_thing(joined)
    chart.touch_thing(note)


class Regroup(Command, frozen=True, kw_only=True):
    """A note is moved into another group, or out of its group."""

    about: Number
    group: Number | None


class NoteRegrouped(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    group: ThingId | None


def regroup(chart: Flipchart, command: Regroup, hand: Hand) -> list[Entry]:
    note = chart.seen(chart.public(command.about).id, hand.by, Note)
    group = None
    if command.group is not None:
        into = chart.seen(command.group, hand.by, Group)
        _check_fits_into(chart, note, into)
        group = into.id
    return [NoteRegrouped(about=note.id, group=group)] if note.group != group else []


def note_regrouped(chart: Flipchart, entry: NoteRegrouped, recorded: Recorded) -> None:
    note = _note(chart, entry.about)
    chart.remember_slip(recorded, NoteRegrouped(about=note.id, group=note.group))
    _put(chart, note, entry.group)


class Merge(Command, frozen=True, kw_only=True):
    """A note goes into another that says the same and stays readable inside it; or a
    group into a group.
    """

    about: Number
    into: Number


class NoteMerged(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    into: ThingId | None


class GroupMerged(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    into: ThingId
    notes: tuple[ThingId, ...]


def merge(chart: Flipchart, command: Merge, hand: Hand) -> list[Entry]:
    one, other = chart.public(command.about), chart.public(command.into)
    if _is_inside(chart, other, one.id):
        raise Refusal(refusals.ALREADY_IN_ITSELF)
    _check_fits_into(chart, one, other)
    if isinstance(one, Group):
        into = chart.seen(other.id, hand.by, Group)
        return [GroupMerged(about=one.id, into=into.id, notes=tuple(one.notes))]
    note, into_note = chart.seen(one.id, hand.by, Note), chart.seen(other.id, hand.by, Note)
    return [NoteMerged(about=note.id, into=into_note.id)]


def _is_inside(chart: Flipchart, thing: Thing, outer: int) -> bool:
    """Whether a thing is the outer one, or was merged into it, however deep."""
    while thing.id != outer and isinstance(thing, Note) and thing.merged_into is not None:
        thing = chart.things[thing.merged_into]
    return thing.id == outer


def _check_fits_into(chart: Flipchart, inner: Thing, outer: Thing) -> None:
    """Whether a note can be put into a group or a note, or a group into a group.

    Raises:
        Refusal: when there is very much in it already.
    """
    while isinstance(outer, Note) and outer.merged_into is not None:
        outer = chart.things[outer.merged_into]
    if _standing_inside(chart, inner) + _standing_inside(chart, outer) >= MOST_IN_ONE:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_IN_ONE))


def _standing_inside(chart: Flipchart, thing: Thing) -> int:
    found, waiting = set[int](), [thing.id]
    while waiting:
        one = waiting.pop()
        held = chart.things[one]
        inside = [*(held.notes if isinstance(held, Group) else ()), *chart.merged.get(one, ())]
        waiting += [id for id in inside if id not in found]
        found |= set(inside)
    return sum(chart.things[id].stands for id in found)


class Split(Command, frozen=True, kw_only=True):
    """A merged note stands by itself again (A6)."""

    about: Number


def split(chart: Flipchart, command: Split, hand: Hand) -> list[Entry]:
    note = chart.seen(chart.public(command.about).id, hand.by, Note)
    if note.merged_into is None:
        raise Refusal(refusals.NOT_MERGED)
    return [NoteMerged(about=note.id, into=None)]


def note_merged(chart: Flipchart, entry: NoteMerged, recorded: Recorded) -> None:
    note = _note(chart, entry.about)
    into = entry.into
    if into is not None and _is_inside(chart, chart.things[into], note.id):
        # undoing an old merge after the other was put into this one: a note is never inside itself
        into = None
    chart.remember_slip(recorded, NoteMerged(about=note.id, into=note.merged_into))
    for id in (note.merged_into, into):
        if id is not None:
            chart.touch_cited(id)
    if note.merged_into is not None:
        chart.merged[note.merged_into].remove(note.id)
    if into is not None:
        chart.merged.setdefault(into, []).append(note.id)
    note.merged_into = into
    chart.touch_thing(note)


def group_merged(chart: Flipchart, entry: GroupMerged, recorded: Recorded) -> None:
    group = chart.things[entry.about]
    assert isinstance(group, Group)
    for id in entry.notes:
        _put(chart, _note(chart, id), entry.into)
    group.deleted = True
    chart.touch_around(group)
    back = GroupSplit(about=entry.about, notes=entry.notes, into=entry.into)
    chart.remember_slip(recorded, back)


class GroupSplit(Entry, frozen=True, kw_only=True):
    """A group stands by itself again, with the notes that it had before it was merged."""

    known_to = "everyone"
    about: ThingId
    notes: tuple[ThingId, ...]
    into: ThingId | None = None
    """Where it had gone; missing in records of earlier releases."""


def group_split(chart: Flipchart, entry: GroupSplit, recorded: Recorded) -> None:
    group = chart.things[entry.about]
    if entry.into is not None:
        again = GroupMerged(about=group.id, into=entry.into, notes=entry.notes)
        chart.remember_slip(recorded, again)
    group.deleted = False
    for id in entry.notes:
        _put(chart, _note(chart, id), entry.about)
    chart.touch_around(group)


ASKED: Asked = {
    GroupNotes: Ask(Who.GROUPERS, group_notes),
    Regroup: Ask(Who.GROUPERS, regroup),
    Merge: Ask(Who.GROUPERS, merge),
    Split: Ask(Who.GROUPERS, split),
}

HAPPENED: Happened = {
    NotesGrouped: notes_grouped,
    NoteRegrouped: note_regrouped,
    NoteMerged: note_merged,
    GroupMerged: group_merged,
    GroupSplit: group_split,
}
