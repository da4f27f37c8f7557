"""Masking and hiding: a passage that becomes one mark everywhere, and words that a facilitator covers for a while."""

from footpath.method import refusals
from footpath.method.asking import Ask, Asked, Happened
from footpath.method.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.people import Role, Who
from footpath.method.refusals import Refusal
from footpath.method.things import AUTHORED, Experience, Thing
from footpath.method.tracing import source_changed
from footpath.method.words import Words, masked, named, said_if_any


class MaskWords(Command, frozen=True, kw_only=True):
    """A passage is masked everywhere, in history too (E4); or in one thing, in part or as a whole (G12)."""

    about: Number | None = None
    passage: str = ""
    replacement: str = ""
    reason: str = ""


class WordsMasked(Entry, frozen=True, kw_only=True):
    """Words were masked. The record is rewritten with it, this entry's own passage included.

    `found` are the things that everybody sees in which a passage stood that was masked everywhere.
    """

    words_of = "about"
    about: int | None
    passage: Words
    replacement: Words | None
    reason: Words | None
    found: tuple[int, ...] = ()


def mask_words(chart: Flipchart, command: MaskWords, hand: Hand) -> list[Entry]:
    replacement, reason = said_if_any(command.replacement), said_if_any(command.reason)
    passage = " ".join(command.passage.split())
    if command.about is None:
        if len(passage) < 2:
            raise Refusal(refusals.PASSAGE_TOO_SHORT)
        masked_everywhere = named(passage)
        if not chart.has_role(hand.typed_by, Role.FACILITATOR) and not _told(chart, hand.typed_by, passage):
            raise Refusal(refusals.FOR_FACILITATORS)
        found = tuple(
            thing.id
            for thing in chart.things.values()
            if chart.may_read(thing, None) and any(masked(words, passage) != words for words in thing.all_words)
        )
        return [WordsMasked(about=None, passage=masked_everywhere, replacement=None, reason=reason, found=found)]
    thing = chart.seen(command.about, hand.typed_by, Thing)
    if hand.typed_by != thing.by and not chart.has_role(hand.typed_by, Role.FACILITATOR):
        raise Refusal(refusals.NOT_YOURS)
    if passage and passage.casefold() not in " ".join(thing.words.shown.split()).casefold():
        raise Refusal(refusals.PASSAGE_NOT_FOUND)
    return [WordsMasked(about=thing.id, passage=Words(passage), replacement=replacement, reason=reason)]


def _told(chart: Flipchart, person: int | None, passage: str) -> bool:
    """Whether the person tells a story in which the passage stands: a storyteller masks names of their own story."""
    stories = [thing for thing in chart.things.values() if isinstance(thing, Experience) and thing.stands]
    own = [story for story in stories if person in story.storytellers]
    words = [
        words
        for story in own
        for thing in (story, *(chart.things[id] for id in story.moments))
        for words in thing.all_words
    ]
    return any(masked(one, passage) != one for one in words)


def words_masked(chart: Flipchart, entry: WordsMasked, recorded: Recorded) -> None:
    """The words themselves were masked in the record, so there is nothing left to do but to look again."""
    for id in entry.found if entry.about is None else (entry.about,):
        thing = chart.things[chart.renumbered.get(id, id)]
        chart.touch_around(thing)
        source_changed(chart, thing)


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


ASKED: Asked = {
    MaskWords: Ask(Who.WRITERS, mask_words, after_close=True),
    Hide: Ask(Who.FACILITATORS, hide, after_close=True),
    Show: Ask(Who.FACILITATORS, show, after_close=True),
}

HAPPENED: Happened = {
    WordsMasked: words_masked,
    ThingHidden: thing_hidden,
    ThingShown: thing_shown,
}
