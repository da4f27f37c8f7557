"""Masking: one's own words masked for good, others' under a veil.

Nobody's act takes away somebody else's words for good at once: what one's own words say is masked
then and there, in others' words and in the group's text a veil covers it (`unveiling`).
"""

from collections.abc import Sequence

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import Change, change_words, words_within
from footpath.method.flipchart.private_ids import private_id
from footpath.method.flipchart.whose_own import is_of_their_story, is_own_to_mask, is_told_by
from footpath.method.lines.care import sources_changed
from footpath.method.own_words.maskable import (
    check_is_a_name,
    check_is_nobody,
    check_told,
    entries_saying,
    first_said,
    is_everywhere,
    is_short,
    moves_too_much,
    spellings,
    standing,
)
from footpath.method.own_words.searching import Search, found_in, through
from footpath.method.own_words.unveiling import WordsVeiled, take_off
from footpath.method.refusals import Refusal
from footpath.method.things.people import Role, Who
from footpath.method.things.things import GROUP_TEXT, Experience, Offer, Thing
from footpath.method.throughout.covering import (
    MOST_AT_ONCE,
    at_once,
    check_not_too_often,
    covered_words,
    is_much_veiled,
)
from footpath.method.words.sought import Searched
from footpath.method.words.veils import (
    MAIN_FIELDS,
    Because,
    Place,
    masked_beneath,
    put_over,
)
from footpath.method.words.words import MASK, Words, named, places_of, said_if_any

MOST_OWN = 120
"""Things of one's own in which one act masks a name."""


class MaskWords(Command, frozen=True, kw_only=True):
    """A name is masked in one's own story and covered everywhere else (E4); or in one thing, in
    part or whole (G12).
    """

    about: Number | None = None
    passage: str = ""
    replacement: str = ""
    reason: str = ""


class WordsMasked(Entry, frozen=True, kw_only=True):
    """Words were masked for good. The record is rewritten with it, this entry's
    own passage included.

    `found` are the things in which a passage was masked that is masked everywhere; of an earlier
    release, all that everybody saw of it.
    """

    words_of = "about"
    known_to = "everyone"
    about: ThingId | None
    passage: Words
    replacement: Words | None
    reason: Words | None
    found: tuple[ThingId, ...] = ()


def mask_words(chart: Flipchart, command: MaskWords, hand: Hand) -> list[Entry]:
    passage = " ".join(command.passage.split())
    if command.about is not None:
        return _mask_one(chart, command, passage, hand)
    reason = _checked(chart, command, passage, hand)
    found = found_in(chart, hand, lambda thing: standing(thing, passage))
    if not chart.has_role(hand.typed_by, Role.FACILITATOR) and not any(
        is_of_their_story(chart, chart.things[id], hand.typed_by) for id in found
    ):
        raise Refusal(refusals.FOR_FACILITATORS)
    check_is_nobody(chart, passage, entries_saying(chart, found, passage, hand))
    own = tuple(id for id in found if is_own_to_mask(chart, chart.things[id], hand.typed_by))
    others = {id: passages for id, passages in found.items() if id not in set(own)}
    others |= {
        id: passages for id in own if (passages := _put_there(chart, chart.things[id], passage))
    }
    if not (leads := chart.has_role(hand.typed_by, Role.FACILITATOR)):
        others = {
            id: said for id, said in others.items() if not is_much_veiled(chart, id, Because.NAME)
        }
    places, left = at_once(chart, others)
    # a facilitator goes on with the next places in another act
    if len(own) > MOST_OWN or is_everywhere(chart, own, passage):
        raise Refusal(refusals.PASSAGE_EVERYWHERE.format(most=MOST_OWN))
    if left and not leads:
        raise Refusal(refusals.PASSAGE_EVERYWHERE.format(most=MOST_AT_ONCE))
    # always both: how many entries there are must not tell whether something that is
    # hidden holds the name
    return [
        WordsMasked(about=None, passage=named(passage), replacement=None, reason=reason, found=own),
        WordsVeiled(
            because=Because.NAME, places=places, reason=reason, drawn=private_id(chart, hand)
        ),
    ]


def _checked(chart: Flipchart, command: MaskWords, passage: str, hand: Hand) -> Words | None:
    """The reason; everything that needs no search is refused before one is made.

    Raises:
        Refusal: when it is no name, or when they covered too often.
    """
    reason = said_if_any(command.reason)
    check_is_a_name(chart, passage)
    check_not_too_often(chart, hand, refusals.COVERED_TOO_OFTEN)
    return reason


def search(chart: Flipchart, asked: Sequence[tuple[MaskWords, Hand]]) -> Search:
    """Look for the first's passage in all that was said; in one thing it is found at once."""
    command, hand = asked[0]
    if command.about is not None:
        yield 0, Searched(found={})
        return
    passage = " ".join(command.passage.split())
    _checked(chart, command, passage, hand)
    if not chart.has_role(hand.typed_by, Role.FACILITATOR):
        yield from check_told(chart, hand.typed_by, passage)
    found = yield from through(chart, lambda thing: standing(thing, passage))
    first = dict[int, int]()
    for id in found:
        first[id] = first_said(chart, chart.things[id], passage)
        yield None
    yield 0, Searched(found=found, first=first)


def _put_there(chart: Flipchart, thing: Thing, passage: str) -> tuple[Words, ...]:
    """The same in what a facilitator put over a thing's words, which nobody else's mask
    takes away for good.
    """
    put = put_over(chart.veils, chart.veils_over.get(thing.id, ()), thing.id)
    return (
        ()
        if put is None or put.replacement is None
        else spellings([put.replacement.shown], passage)
    )


def _mask_one(chart: Flipchart, command: MaskWords, passage: str, hand: Hand) -> list[Entry]:
    replacement, reason = said_if_any(command.replacement), said_if_any(command.reason)
    thing = chart.seen(command.about or 0, hand.typed_by, Thing)
    # a title is its tellers', whoever typed it
    wrote = hand.typed_by == thing.by and not isinstance(thing, Experience)
    own = (
        hand.typed_by is not None
        and not isinstance(thing, GROUP_TEXT)
        and (wrote or is_own_to_mask(chart, thing, hand.typed_by))
    )
    _check_may_mask(chart, thing, passage, hand, own)
    beside = (chart.things[id] for id in sorted(chart.offers.get(thing.id, ())))
    covered = [
        one
        for one in beside
        if isinstance(one, Offer) and one.stands and not (own and one.by == thing.by)
    ]
    covered += [] if own else [thing]
    found = ((one.id, standing(one, passage) if passage else ()) for one in covered)
    places = tuple(
        Place(about=id, passages=passages) for id, passages in found if passages or not passage
    )
    if own and (put := _put_there(chart, thing, passage)):
        places = (Place(about=thing.id, passages=put), *places)
    masks: list[Entry] = [
        WordsMasked(about=thing.id, passage=Words(passage), replacement=replacement, reason=reason)
    ] if own else []  # fmt: skip
    if not places:
        return masks
    check_not_too_often(chart, hand, refusals.COVERED_TOO_OFTEN)
    veiled = WordsVeiled(
        because=Because.NAME,
        places=places[:MOST_AT_ONCE],
        replacement=replacement,
        reason=reason,
        drawn=private_id(chart, hand),
        unnamed=own and chart.is_nameless(thing),
    )
    return [*masks, veiled]


def _check_may_mask(chart: Flipchart, thing: Thing, passage: str, hand: Hand, own: bool) -> None:
    """One's own words, whole or in part; a facilitator anything; a teller a name in what
    others tell with them.

    Raises:
        Refusal: when it is none of these, or the passage does not stand there.
    """
    leads = chart.has_role(hand.typed_by, Role.FACILITATOR)
    if (
        not own
        and not leads
        and not (passage and is_short(passage) and is_told_by(chart, thing, hand.typed_by))
    ):
        raise Refusal(refusals.NOT_YOURS)
    shown = any(places_of(words.shown, passage) for words in words_within(thing))
    if passage and not (standing(thing, passage) if leads and not own else shown):
        raise Refusal(refusals.PASSAGE_NOT_FOUND)
    if own and moves_too_much(chart, [thing.id], passage):
        raise Refusal(refusals.MUCH_IS_COVERED)
    if not own and not leads:
        if is_much_veiled(chart, thing.id, Because.NAME):
            raise Refusal(refusals.MUCH_IS_COVERED)
        check_is_a_name(chart, passage)
        check_is_nobody(chart, passage, (first_said(chart, one, passage) for one in [thing]))


def words_masked(chart: Flipchart, entry: WordsMasked, recorded: Recorded) -> None:
    if entry.about is None and recorded.typed_by is not None:
        covered_words(chart, recorded)
    masked = list[Thing]()
    for id in entry.found if entry.about is None else with_own_offers(chart, entry.about):
        thing = chart.things[chart.renumbered.get(id, id)]
        change = _masking(chart, entry, thing.id)
        change_words(chart, [thing], change)
        if entry.about is not None and not entry.passage.text:
            for veil in list(chart.veils_over.get(thing.id, ())):
                take_off(chart, veil, thing.id)
        if entry.replacement is not None and not entry.passage.text:
            chart.threads.put_over[thing.id] = recorded.number
        chart.touch_thing(thing)
        masked.append(thing)
    sources_changed(chart, masked)


def with_own_offers(chart: Flipchart, about: int) -> list[int]:
    """A thing, and the other wordings that its own author offered beside it."""
    thing = chart.things[chart.renumbered.get(about, about)]
    offers = sorted(chart.offers.get(thing.id, ()))
    return [thing.id, *(id for id in offers if chart.things[id].by == thing.by)]


def _masking(chart: Flipchart, entry: WordsMasked, about: int) -> Change:
    passage = entry.passage.shown
    if passage or entry.about is None:
        return lambda name, words: masked_beneath(chart.veils, words, name, about, passage)

    def replaced(name: str, words: Words) -> Words:
        if words.text is None:
            return words
        return (
            entry.replacement
            if entry.replacement is not None and name in MAIN_FIELDS
            else Words(MASK)
        )

    return replaced


ASKED: Asked = {
    MaskWords: Ask(Who.WRITERS, mask_words, after_close=True),
}

HAPPENED: Happened = {
    WordsMasked: words_masked,
}
