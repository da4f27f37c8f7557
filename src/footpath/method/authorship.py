"""Authorship: staying unnamed, taking words back, masking, hiding, deleting and bringing back."""

from footpath.method import refusals
from footpath.method.asking import Ask, Asked, Happened
from footpath.method.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.notes import held_notes, reveal, tellers_to_wait_for
from footpath.method.people import KEEPING_ROLES, Role, Who
from footpath.method.refusals import Refusal
from footpath.method.things import AUTHORED, GROUP_TEXT, Experience, Group, Moment, Note, Offer, Thing
from footpath.method.words import Words, named, said_if_any


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
    chart.touch_thing(thing)


class TakeBack(Command, frozen=True, kw_only=True):
    """Somebody takes their words back; a storyteller takes back the whole story with its moments (E8)."""

    about: Number


class WordsTakenBack(Entry, frozen=True, kw_only=True):
    about: tuple[int, ...]


def take_back(chart: Flipchart, command: TakeBack, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.typed_by, Thing)
    if isinstance(thing, Experience):
        if hand.typed_by not in thing.storytellers:
            raise Refusal(refusals.NOT_YOUR_STORY)
        told = [id for id in thing.moments if chart.things[id].by in thing.storytellers]
        taken: list[Entry] = [WordsTakenBack(about=(thing.id, *told))]
        waiting = {n.id: tellers_to_wait_for(chart, n.kind, n.about, n.by) for n in held_notes(chart) if not n.silent}
        freed = [id for id, tellers in waiting.items() if tellers <= set(thing.storytellers)]
        return taken + reveal(chart, hand, freed)
    if thing.by is None or thing.by != hand.typed_by or isinstance(thing, GROUP_TEXT):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    return [WordsTakenBack(about=(thing.id,))]


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
    chart.touch("sheet", "gaps")


class MaskWords(Command, frozen=True, kw_only=True):
    """A passage is masked everywhere, in history too (E4); or in one thing, in part or as a whole (G12)."""

    about: Number | None = None
    passage: str = ""
    replacement: str = ""
    reason: str = ""


class WordsMasked(Entry, frozen=True, kw_only=True):
    """Words were masked. The record is rewritten with it, this entry's own passage included."""

    words_of = "about"
    about: int | None
    passage: Words
    replacement: Words | None
    reason: Words | None


def mask_words(chart: Flipchart, command: MaskWords, hand: Hand) -> list[Entry]:
    replacement, reason = said_if_any(command.replacement), said_if_any(command.reason)
    passage = " ".join(command.passage.split())
    if command.about is None:
        if not chart.has_role(hand.typed_by, Role.FACILITATOR) and not _tells_a_story(chart, hand.typed_by):
            raise Refusal(refusals.FOR_FACILITATORS)
        if len(passage) < 2:
            raise Refusal(refusals.PASSAGE_TOO_SHORT)
        return [WordsMasked(about=None, passage=named(passage), replacement=None, reason=reason)]
    thing = chart.seen(command.about, hand.typed_by, Thing)
    if hand.typed_by != thing.by and not chart.has_role(hand.typed_by, Role.FACILITATOR):
        raise Refusal(refusals.NOT_YOURS)
    if passage and passage.casefold() not in " ".join(thing.words.shown.split()).casefold():
        raise Refusal(refusals.PASSAGE_NOT_FOUND)
    return [WordsMasked(about=thing.id, passage=Words(passage), replacement=replacement, reason=reason)]


def _tells_a_story(chart: Flipchart, person: int | None) -> bool:
    stories = (thing for thing in chart.things.values() if isinstance(thing, Experience))
    return any(person in story.storytellers and story.stands for story in stories)


def words_masked(chart: Flipchart, entry: WordsMasked, recorded: Recorded) -> None:
    """The words themselves were masked in the record, so there is nothing left to do but to look again."""
    if entry.about is not None:
        chart.touch_around(chart.things[chart.renumbered.get(entry.about, entry.about)])


class Hide(Command, frozen=True, kw_only=True):
    """A facilitator hides somebody's words from everyone, and says why to the other facilitators (G12)."""

    about: Number
    reason: str


class ThingHidden(Entry, frozen=True, kw_only=True):
    words_of = "about"
    about: int
    reason: Words


class Show(Command, frozen=True, kw_only=True):
    """A facilitator shows again what was hidden."""

    about: Number


class ThingShown(Entry, frozen=True, kw_only=True):
    about: int


def hide(chart: Flipchart, command: Hide, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    if not isinstance(thing, AUTHORED):
        raise Refusal(refusals.WRONG_THING.format(thing=refusals.kind_in_words(type(thing).__name__)))
    return [ThingHidden(about=thing.id, reason=named(command.reason))]


def show(chart: Flipchart, command: Show, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    return [ThingShown(about=thing.id)] if thing.hidden is not None else []


def thing_hidden(chart: Flipchart, entry: ThingHidden, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    thing.hidden, thing.hidden_by = entry.reason, recorded.typed_by
    chart.touch_around(thing)
    chart.remember_slip(recorded, ThingShown(about=thing.id))


def thing_shown(chart: Flipchart, entry: ThingShown, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    if thing.hidden is not None:
        chart.remember_slip(recorded, ThingHidden(about=thing.id, reason=thing.hidden))
    thing.hidden = thing.hidden_by = None
    chart.touch_around(thing)


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
    thing = chart.find(command.about)
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
        for note in (chart.things[id] for id in thing.notes):
            assert isinstance(note, Note)
            note.group = None if deleted else thing.id
            chart.touch_thing(note)
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
    for sheet in ("gaps", "aims", "process"):
        chart.touch("sheet", sheet)


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
    del chart.slips[recorded.typed_by or 0][entry.left :]


ASKED: Asked = {
    StayUnnamed: Ask(Who.WRITERS, stay_unnamed, after_close=True),
    TakeBack: Ask(Who.EVERYBODY, take_back, after_close=True),
    MaskWords: Ask(Who.WRITERS, mask_words, after_close=True),
    Hide: Ask(Who.FACILITATORS, hide, after_close=True),
    Show: Ask(Who.FACILITATORS, show, after_close=True),
    Delete: Ask(Who.WRITERS, delete),
    BringBack: Ask(Who.WRITERS, bring_back),
    Undo: Ask(Who.KEEPERS, undo, after_close=True),
}

HAPPENED: Happened = {
    NamingChosen: naming_chosen,
    WordsTakenBack: words_taken_back,
    WordsMasked: words_masked,
    ThingHidden: thing_hidden,
    ThingShown: thing_shown,
    Deleted: deleted,
    BroughtBack: brought_back,
    SlipUndone: slip_undone,
}
