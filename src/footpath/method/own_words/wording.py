"""Wording: whose words may be changed by whom, what is offered beside them, and two people
changing one text.
"""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_one_more_offer, check_one_more_wording
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import words_within
from footpath.method.flipchart.private_ids import private_id
from footpath.method.flipchart.stamping import stamp, wording
from footpath.method.lines.care import line_settled, sources_changed
from footpath.method.own_words.may_word import check_still_open, is_theirs, may_word
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import KEEPING_ROLES, Who
from footpath.method.things.things import (
    AUTHORED,
    GROUP_TEXT,
    Experience,
    Moment,
    Note,
    NoteKind,
    Offer,
    Thing,
)
from footpath.method.throughout.arranging import arranged_as_left
from footpath.method.throughout.moments import unaccept
from footpath.method.throughout.telling_together import tells_still
from footpath.method.words.words import VeiledWords, Words, named, said, said_if_any, uncovered


class Reword(Command, frozen=True, kw_only=True):
    """New words for a thing, with the version that they started from.

    Of somebody's own words it is a change by their author, or by a keeper `at_request` of the
    author; from anybody else it becomes an offer beside them (A4). Of the group's text it is a
    change by who keeps it. Where somebody changed the text in between, both wordings are kept and
    the second person chooses (A5).
    """

    about: Number
    text: str
    version: Number
    at_request: bool = False
    reason: str = ""


class Reworded(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    words: Words
    at_request: bool = False
    reason: Words | None = None
    unnamed: bool = False


class WordingOffered(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    about: ThingId
    words: Words
    clash: bool
    reason: Words | None = None
    unnamed: bool = False


def reword(chart: Flipchart, command: Reword, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.typed_by, Thing)
    if isinstance(thing, Offer):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(Offer)))
    words = (
        said(command.text) if isinstance(thing, AUTHORED) else named_or_said(thing, command.text)
    )
    reason = said_if_any(command.reason)
    if words == thing.words:
        raise Refusal(refusals.SAME_WORDS)
    check_still_open(chart, thing, hand)
    may_change = may_word(chart, thing, hand, command.at_request)
    if may_change and command.version == thing.version:
        check_one_more_wording(chart, hand, thing)
    else:
        check_one_more_offer(chart, hand, thing, clashes=may_change)
    if not may_change:
        if isinstance(thing, GROUP_TEXT):
            raise Refusal(refusals.TEXT_IS_KEPT)
        return [_offered(chart, thing, hand, words, reason, clash=False)]
    if command.version != thing.version:
        return [_offered(chart, thing, hand, words, reason, clash=True)]
    # what the group worded is nobody's to ask for: who changes it is one of those whose
    # words it is (A4)
    at_request = (
        command.at_request
        and not isinstance(thing, GROUP_TEXT)
        and not is_theirs(chart, thing, hand)
    )
    return [Reworded(about=thing.id, words=words, at_request=at_request, reason=reason)]


def _offered(
    chart: Flipchart, thing: Thing, hand: Hand, words: Words, reason: Words | None, *, clash: bool
) -> WordingOffered:
    """An offer has everybody's kind of id only where everybody receives it."""
    is_everybodys = chart.may_read(thing, None) and thing.hidden is None
    id = chart.next_id if is_everybodys else private_id(chart, hand)
    return WordingOffered(id=id, about=thing.id, words=words, clash=clash, reason=reason)


def named_or_said(thing: Thing, text: str) -> Words:
    """Titles and names stay on one line; aims and elements may be longer."""
    one_line = type(thing).__name__ in ("Group", "SharedValue", "Experience")
    return named(text) if one_line else said(text)


def reworded(chart: Flipchart, entry: Reworded, recorded: Recorded) -> None:
    thing = chart.things[chart.renumbered.get(entry.about, entry.about)]
    before = Reworded(about=thing.id, words=uncovered(thing.words), unnamed=entry.unnamed)
    chart.remember_slip(recorded, before)
    new = wording(recorded, entry.words, entry.reason, entry.unnamed)
    # typed by a keeper, and still the author's words
    if entry.at_request and not isinstance(thing, GROUP_TEXT):
        new = replace(new, by=_who_asked(thing), at_request=True)
    thing.wordings.append(new)
    thing.version += 1
    if isinstance(thing, Moment):
        unaccept(chart, thing)
    line_settled(chart, thing, recorded)
    sources_changed(chart, [thing])
    chart.touch_thing(thing)
    if isinstance(thing, Note) and thing.kind in (NoteKind.NOT_QUITE, NoteKind.SIMILAR):
        for line in thing.about:  # it asks a line's keepers to look again, or counts anew
            chart.touch_cited(line)


def _who_asked(thing: Thing) -> int | None:
    """Whose words a keeper changes at a request: of a story its first teller's."""
    if isinstance(thing, Experience) and thing.storytellers:
        return thing.storytellers[0]
    return thing.by


def wording_offered(chart: Flipchart, entry: WordingOffered, recorded: Recorded) -> None:
    offer = Offer(
        **stamp(recorded, entry.id, entry.words, entry.unnamed),
        about=entry.about,
        clash=entry.clash,
        reason=entry.reason,
    )
    chart.add(offer)
    chart.offers.setdefault(entry.about, set()).add(offer.id)
    chart.touch_cited(entry.about)


class SettleOffer(Command, frozen=True, kw_only=True):
    """The author takes an offered wording or leaves it; of two that clashed, the second
    person chooses (A5).

    Whoever chooses may do no more than they may at that moment, however long the offer stood there:
    a keeper takes their wording of somebody's words at that person's request, which shows, and
    without the role only leaves it (A4).
    """

    about: Number
    take: bool


class OfferSettled(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    taken: bool


def settle_offer(chart: Flipchart, command: SettleOffer, hand: Hand) -> list[Entry]:
    offer = chart.seen(command.about, hand.typed_by, Offer)
    thing = chart.seen(offer.about, hand.typed_by, Thing)
    if offer.settled:
        raise Refusal(refusals.NO_OFFER)
    check_still_open(chart, thing, hand)
    if not _may_settle(chart, offer, thing, hand, command.take):
        raise Refusal(
            refusals.TEXT_IS_KEPT if isinstance(thing, GROUP_TEXT) else refusals.NOT_YOURS
        )
    settled: Entry = OfferSettled(about=offer.id, taken=command.take)
    if not command.take:
        return [settled]
    _check_not_veiled(offer.words)
    check_one_more_wording(chart, hand, thing)
    asked = not isinstance(thing, GROUP_TEXT) and not _settles_their_own(chart, thing, hand)
    words = Reworded(
        about=thing.id,
        words=offer.words,
        at_request=asked,
        reason=offer.reason,
        unnamed=offer.unnamed,
    )
    return [words, settled]


def _settles_their_own(chart: Flipchart, thing: Thing, hand: Hand) -> bool:
    if isinstance(thing, Experience) and thing.storytellers:
        # what it is called is its tellers', whoever laid it out
        return tells_still(chart, thing, hand.typed_by)
    return hand.typed_by == chart.author_of(thing)


def _may_settle(chart: Flipchart, offer: Offer, thing: Thing, hand: Hand, take: bool) -> bool:
    """Of a clash who came second, as far as they may still change it; where they
    may not, whoever may.

    Whether the hand behind an unnamed wording still may is told to nobody (A3).
    """
    second = offer.clash and hand.typed_by == offer.by
    if isinstance(thing, GROUP_TEXT):
        if second:
            return not take or chart.keeps_text(hand.typed_by)
        known = offer.clash and not chart.is_nameless(offer)
        return known and chart.keeps_text(hand.typed_by) and not chart.keeps_text(offer.by)
    if _settles_their_own(chart, thing, hand):
        return True
    return second and (not take or chart.has_role(hand.typed_by, *KEEPING_ROLES))


def offer_settled(chart: Flipchart, entry: OfferSettled, recorded: Recorded) -> None:
    offer = chart.things[entry.about]
    assert isinstance(offer, Offer)
    offer.settled = "taken" if entry.taken else "left"
    chart.touch_thing(offer)
    chart.touch_cited(offer.about)


def _check_not_veiled(words: Words) -> None:
    """What is put up again while a veil lies over it would be a mask for good.

    Raises:
        Refusal: when one does.
    """
    if isinstance(words, VeiledWords):
        raise Refusal(refusals.UNDER_A_VEIL)


class UndoRewording(Command, frozen=True, kw_only=True):
    """The author goes back to the wording before; of the group's text, who keeps it does.

    Of a moment that somebody else arranged its author first goes back to how they left it (A4).
    """

    about: Number


def undo_rewording(chart: Flipchart, command: UndoRewording, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.typed_by, Thing)
    check_still_open(chart, thing, hand)
    if not may_word(chart, thing, hand, at_request=False):
        raise Refusal(refusals.NOT_YOURS)
    if (
        isinstance(thing, Moment)
        and chart.acts_for(thing, hand.typed_by)
        and (again := arranged_as_left(thing))
    ):
        for words in words_within(thing.left_as):
            _check_not_veiled(words)
        return [again]
    if len(thing.wordings) < 2:
        raise Refusal(refusals.NO_EARLIER_WORDING)
    _check_not_veiled(thing.wordings[-2].words)
    check_one_more_wording(chart, hand, thing)
    return [Reworded(about=thing.id, words=thing.wordings[-2].words)]


ASKED: Asked = {
    Reword: Ask(Who.WRITERS, reword, after_close=True),
    SettleOffer: Ask(Who.WRITERS, settle_offer, after_close=True),
    UndoRewording: Ask(Who.WRITERS, undo_rewording, after_close=True),
}

HAPPENED: Happened = {
    Reworded: reworded,
    WordingOffered: wording_offered,
    OfferSettled: offer_settled,
}
