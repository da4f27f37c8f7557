"""Authorship: staying unnamed, taking words back, deleting, bringing back, and undoing one's own slips."""

from footpath.method import refusals
from footpath.method.asking import Ask, Asked, Happened
from footpath.method.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.notes import held_notes, reveal, tellers_to_wait_for
from footpath.method.people import KEEPING_ROLES, Role, Who
from footpath.method.refusals import Refusal
from footpath.method.things import GROUP_TEXT, Experience, Group, Moment, Note, Offer, Thing


class StayUnnamed(Command, frozen=True, kw_only=True):
    """An author chooses, thing by thing, to stay unnamed, or to be named (A3)."""

    about: Number
    unnamed: bool


class NamingChosen(Entry, frozen=True, kw_only=True):
    about: int
    unnamed: bool


def stay_unnamed(chart: Flipchart, command: StayUnnamed, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.by, Thing)
    if thing.by is None or thing.by != hand.by:
        raise Refusal(refusals.NOT_YOURS)
    return [NamingChosen(about=thing.id, unnamed=command.unnamed)] if thing.unnamed != command.unnamed else []


def naming_chosen(chart: Flipchart, entry: NamingChosen, recorded: Recorded) -> None:
    thing = chart.things[chart.renumbered.get(entry.about, entry.about)]
    thing.unnamed = entry.unnamed
    _hear_again(chart, thing.by)
    chart.touch_around(thing)


def _hear_again(chart: Flipchart, person: int | None) -> None:
    """What was put up without a name counts for nobody, so that it cannot be told whose it is (A3, G8)."""
    notes = (thing for thing in chart.things.values() if isinstance(thing, Note) and thing.by == person)
    named = any(note.phase is chart.phase and note.number is not None and not note.unnamed for note in notes)
    if person is not None and named != (person in chart.heard):
        (chart.heard.add if named else chart.heard.discard)(person)
        chart.touch("sheet", "quiet")


class TakeBack(Command, frozen=True, kw_only=True):
    """Somebody takes their words back; a storyteller takes back the whole story with its moments (E8)."""

    about: Number


class WordsTakenBack(Entry, frozen=True, kw_only=True):
    about: tuple[int, ...]


def take_back(chart: Flipchart, command: TakeBack, hand: Hand) -> list[Entry]:
    deleted = chart.found_by(command.about, hand.typed_by)
    is_own = deleted is not None and deleted.deleted and not deleted.withdrawn and deleted.by == hand.typed_by
    # what was taken off the flipchart is still in the record, and still its author's to take back
    thing = deleted if deleted is not None and is_own else chart.seen(command.about, hand.typed_by, Thing)
    if isinstance(thing, Experience):
        if not any(_may_take_back(chart, teller, hand.typed_by) for teller in thing.storytellers):
            raise Refusal(refusals.NOT_YOUR_STORY)
        told = [chart.things[id] for id in thing.moments if chart.things[id].by in (*thing.storytellers, None)]
        gone = [id for one in (thing, *told) for id in (one.id, *_own_wordings_offered(chart, one))]
        taken: list[Entry] = [WordsTakenBack(about=tuple(gone))]
        waiting = {n.id: tellers_to_wait_for(chart, n.kind, n.about, n.by) for n in held_notes(chart) if not n.silent}
        freed = [id for id, tellers in waiting.items() if tellers <= set(thing.storytellers)]
        return taken + reveal(chart, hand, freed)
    if isinstance(thing, GROUP_TEXT) or not _may_take_back(chart, thing.by, hand.typed_by, thing.unnamed):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    return [WordsTakenBack(about=(thing.id, *_own_wordings_offered(chart, thing)))]


def _may_take_back(chart: Flipchart, author: int | None, person: int | None, unnamed: bool = False) -> bool:
    """The author; of an unknown hand who may type for it; of somebody removed a facilitator (G12).

    Not what they left unnamed: trying would tell a facilitator whose it is (A3).
    """
    if author is None:
        return chart.has_role(person, *KEEPING_ROLES)
    return author == person or (
        not unnamed and chart.people[author].removed and chart.has_role(person, Role.FACILITATOR)
    )


def _own_wordings_offered(chart: Flipchart, thing: Thing) -> list[int]:
    """Offers whose words became the thing's own, or are its author's: they go with it."""
    offers = (chart.things[id] for id in sorted(chart.offers.get(thing.id, ())))
    return [o.id for o in offers if isinstance(o, Offer) and o.stands and (o.settled == "taken" or o.by == thing.by)]


def words_taken_back(chart: Flipchart, entry: WordsTakenBack, recorded: Recorded) -> None:
    for id in entry.about:
        thing = chart.things[chart.renumbered.get(id, id)]
        thing.withdrawn = True
        chart.face_down.discard(thing.id)
        chart.touch_around(thing)
        if isinstance(thing, Experience):
            for moment in thing.moments:
                chart.touch_around(chart.things[moment])
    chart.touch("sheet", "counts")


class Delete(Command, frozen=True, kw_only=True):
    """A thing is taken off the flipchart; it can be brought back (P5)."""

    about: Number


class Deleted(Entry, frozen=True, kw_only=True):
    about: int


class BringBack(Command, frozen=True, kw_only=True):
    """A deleted thing comes back as it was."""

    about: Number


class BroughtBack(Entry, frozen=True, kw_only=True):
    about: int


def delete(chart: Flipchart, command: Delete, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.typed_by, Thing)
    _check_may_delete(chart, thing, hand)
    return [Deleted(about=thing.id)]


def _check_may_delete(chart: Flipchart, thing: Thing, hand: Hand) -> None:
    if isinstance(thing, GROUP_TEXT):
        if not chart.keeps_text(hand.typed_by):
            raise Refusal(refusals.TEXT_IS_KEPT)
    elif isinstance(thing, Experience):
        if hand.typed_by not in thing.storytellers:
            raise Refusal(refusals.NOT_YOUR_STORY)
    elif thing.by != hand.typed_by and not (thing.by is None and chart.has_role(hand.typed_by, *KEEPING_ROLES)):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)


def bring_back(chart: Flipchart, command: BringBack, hand: Hand) -> list[Entry]:
    thing = chart.found_by(command.about, hand.typed_by)
    if thing is None or not chart.may_read(thing, hand.typed_by) or thing.withdrawn:
        raise Refusal(refusals.NO_SUCH_THING)
    _check_may_delete(chart, thing, hand)
    return [BroughtBack(about=thing.id)] if thing.deleted else []


def deleted(chart: Flipchart, entry: Deleted, recorded: Recorded) -> None:
    _set_deleted(chart, chart.things[chart.renumbered.get(entry.about, entry.about)], True)
    chart.remember_slip(recorded, BroughtBack(about=entry.about))


def brought_back(chart: Flipchart, entry: BroughtBack, recorded: Recorded) -> None:
    _set_deleted(chart, chart.things[chart.renumbered.get(entry.about, entry.about)], False)
    chart.remember_slip(recorded, Deleted(about=entry.about))


def _set_deleted(chart: Flipchart, thing: Thing, deleted: bool) -> None:
    thing.deleted = deleted
    if isinstance(thing, Group):
        _let_go_of_notes(chart, thing) if deleted else _take_in_notes(chart, thing)
    for id in thing.cites:
        chart.touch_around(chart.things[id])
    if isinstance(thing, Moment):
        chart.touch_cited(thing.experience)
    if isinstance(thing, Experience):
        for id in thing.moments:
            chart.touch_around(chart.things[id])
    if isinstance(thing, Offer):
        chart.touch_cited(thing.about)
    chart.touch_around(thing)
    for sheet in ("aims", "process"):
        chart.touch("sheet", sheet)


def _let_go_of_notes(chart: Flipchart, group: Group) -> None:
    for note in (chart.things[id] for id in group.notes):
        assert isinstance(note, Note)
        note.group = None
        chart.touch_thing(note)


def _take_in_notes(chart: Flipchart, group: Group) -> None:
    """A group that comes back has its notes again, except those that were put into another meanwhile."""
    notes = [note for note in (chart.things[id] for id in group.notes) if isinstance(note, Note)]
    chart.untie(group, [note.id for note in notes if note.group is not None])
    group.notes = [note.id for note in notes if note.group is None]
    for note in notes:
        note.group = group.id if note.group is None else note.group
        chart.touch_thing(note)


class Undo(Command, frozen=True, kw_only=True):
    """A facilitator undoes their own latest slip: grouping, merging, closing, hiding … (G12)."""


class SlipUndone(Entry, frozen=True, kw_only=True):
    left: int


def undo(chart: Flipchart, command: Undo, hand: Hand) -> list[Entry]:
    slips = chart.slips.get(hand.typed_by or 0)
    if not slips:
        raise Refusal(refusals.NOTHING_TO_UNDO)
    return [slips[-1], SlipUndone(left=len(slips) - 1)]


def slip_undone(chart: Flipchart, entry: SlipUndone, recorded: Recorded) -> None:
    del chart.slips.get(recorded.typed_by or 0, list[Entry]())[entry.left :]


ASKED: Asked = {
    StayUnnamed: Ask(Who.WRITERS, stay_unnamed, after_close=True),
    TakeBack: Ask(Who.EVERYBODY, take_back, after_close=True),
    Delete: Ask(Who.WRITERS, delete),
    BringBack: Ask(Who.WRITERS, bring_back),
    Undo: Ask(Who.KEEPERS, undo, after_close=True),
}

HAPPENED: Happened = {
    NamingChosen: naming_chosen,
    WordsTakenBack: words_taken_back,
    Deleted: deleted,
    BroughtBack: brought_back,
    SlipUndone: slip_undone,
}
