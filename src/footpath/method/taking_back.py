"""Taking words back: a thing or a whole story, with the copies of its words elsewhere, all in one command (E8, E10)."""

from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct
from msgspec.structs import fields

from footpath.method import refusals
from footpath.method.asking import Ask, Asked, Happened
from footpath.method.copies import Said, Withheld, with_masks
from footpath.method.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.notes import held_notes, reveal, tellers_to_wait_for
from footpath.method.people import KEEPING_ROLES, Role, Who
from footpath.method.refusals import Refusal
from footpath.method.things import GROUP_TEXT, Experience, Moment, Offer, Thing
from footpath.method.tracing import source_changed
from footpath.method.words import Words


class TakeBack(Command, frozen=True, kw_only=True):
    """Somebody takes their words back; a storyteller takes back the whole story with its moments (E8).

    Copies of the words in the group's text and in others' notes are masked, except where they may stand (E10).
    """

    about: Number
    let_stand: list[Number] = []


class WordsTakenBack(Entry, frozen=True, kw_only=True):
    about: tuple[int, ...]


class CopiesMasked(Entry, frozen=True, kw_only=True):
    """Copies of words that were taken back were masked in these things; the record is rewritten with it."""

    of: tuple[int, ...]
    about: tuple[int, ...]


def take_back(chart: Flipchart, command: TakeBack, hand: Hand) -> list[Entry]:
    going = goes_back(chart, command.about, hand.typed_by)
    taken: list[Entry] = [WordsTakenBack(about=going)]
    let_stand = {chart.renumbered.get(id, id) for id in command.let_stand}
    copied = tuple(id for id in dict.fromkeys(copy.id for copy in copies_of(chart, going)) if id not in let_stand)
    if copied:
        taken.append(CopiesMasked(of=going, about=copied))
    thing = chart.things[going[0]]
    if not isinstance(thing, Experience):
        return taken
    waiting = {n.id: tellers_to_wait_for(chart, n.kind, n.about, n.by) for n in held_notes(chart) if not n.silent}
    freed = [id for id, tellers in waiting.items() if tellers <= set(thing.storytellers)]
    return taken + reveal(chart, hand, freed)


def goes_back(chart: Flipchart, about: int, person: int | None) -> tuple[int, ...]:
    """What goes when somebody takes this back: the thing first, then its moments and their own wordings beside it.

    Raises:
        Refusal: when it is not theirs to take back.
    """
    deleted = chart.found_by(about, person)
    is_own = deleted is not None and deleted.deleted and not deleted.withdrawn and deleted.by == person
    # what was taken off the flipchart is still in the record, and still its author's to take back
    thing = deleted if deleted is not None and is_own else chart.seen(about, person, Thing)
    if isinstance(thing, Experience):
        if not any(_may_take_back(chart, teller, person) for teller in thing.storytellers):
            raise Refusal(refusals.NOT_YOUR_STORY)
        told = [chart.things[id] for id in thing.moments if chart.things[id].by in (*thing.storytellers, None)]
        return tuple(id for one in (thing, *told) for id in (one.id, *_own_wordings_offered(chart, one)))
    if isinstance(thing, GROUP_TEXT) or not _may_take_back(chart, thing.by, person, thing.unnamed):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    return (thing.id, *_own_wordings_offered(chart, thing))


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
        source_changed(chart, thing)
        if isinstance(thing, Experience):
            for moment in thing.moments:
                chart.touch_around(chart.things[moment])
                source_changed(chart, chart.things[moment])
    chart.touch("sheet", "counts")


def copies_masked(chart: Flipchart, entry: CopiesMasked, recorded: Recorded) -> None:
    for id in entry.about:
        thing = chart.things[chart.renumbered.get(id, id)]
        chart.threads.copies_masked.add(thing.id)
        chart.touch_around(thing)
        source_changed(chart, thing)


class Copy(Struct, frozen=True, kw_only=True):
    """A text of a thing in which words stand that are somebody else's, and where they begin and end in it."""

    id: int
    text: str
    spans: tuple[tuple[int, int], ...]


def copies_of(chart: Flipchart, going: tuple[int, ...]) -> list[Copy]:
    """Where copies of the words of these things stand in the group's text and in others' words (E10).

    A whole text of four words or more, or any eight words in a row, that was said there later. What their author wrote
    elsewhere in their own name is theirs; what anybody left unnamed is looked through like everybody's, so that no
    mask, and no missing one, tells whose it is (A3).
    """
    gone = [chart.things[id] for id in going]
    finder, authors = looked_for(gone), {thing.by for thing in gone}
    all_named = not any(chart.is_nameless(thing) for thing in gone)
    found: list[Copy] = []
    for thing in chart.things.values():
        own = thing.by in authors and thing.by is not None and not isinstance(thing, GROUP_TEXT)
        if thing.id in going or thing.withdrawn or (own and all_named and not chart.is_nameless(thing)):
            continue
        found += [
            Copy(id=thing.id, text=said[-1].text, spans=spans)
            for said in _said_in(thing, chart.number)
            if (spans := finder.exact(said))
        ]
    return found


def looked_for(gone: Iterable[Thing]) -> Withheld:
    """The finder of the words of things: every wording that they had, and of a moment what its teller said and felt."""
    return Withheld(
        Said(text=words.shown, number=number, said_at=at)
        for thing in gone
        for words, number, at in (
            *((one.words, one.entry, one.at) for one in thing.wordings),
            *((words, thing.made_by_entry, thing.said_at) for words in _beside(thing)),
        )
    )


def _beside(thing: Thing) -> list[Words]:
    return [w for w in (thing.quote, thing.feeling_words) if w is not None] if isinstance(thing, Moment) else []


def _said_in(thing: Thing, now: int) -> Iterator[list[Said]]:
    """Every text of a thing with the wordings that came before it; what has no time of its own counts as the last."""
    worded = [Said(text=one.words.shown, number=one.entry, said_at=one.at) for one in thing.wordings]
    yield from (worded[: place + 1] for place in range(len(worded)))
    known = {one.text for one in worded}
    for words in words_within(thing):
        if words.shown and words.shown not in known:
            yield [Said(text=words.shown, number=now + 1, said_at=2**53)]


def words_within(held: object) -> Iterator[Words]:
    """Every text of type Words in something, whatever it stands in."""
    if isinstance(held, Words):
        yield held
    elif isinstance(held, Struct):
        for field in fields(held):
            yield from words_within(getattr(held, field.name))
    elif isinstance(held, list | tuple | set):
        for one in cast("Iterable[object]", held):
            yield from words_within(one)


def without_copies(finder: Withheld, words: Words) -> Words:
    """The words with every exact copy masked."""
    spans = finder.exact([Said(text=words.shown, number=2**53, said_at=2**53)])
    return Words(with_masks(words.shown, spans)) if spans else words


ASKED: Asked = {TakeBack: Ask(Who.EVERYBODY, take_back, after_close=True, shown_out=True)}

HAPPENED: Happened = {WordsTakenBack: words_taken_back, CopiesMasked: copies_masked}
