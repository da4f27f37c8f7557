"""What becomes of a veil: facilitators lift it or confirm it, and time does."""

from itertools import islice

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import change_words
from footpath.method.lines.care import sources_changed
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Thing
from footpath.method.throughout.covering import (
    MOST_AT_ONCE,
    MOST_COVERED,
    covered_words,
)
from footpath.method.words.veils import (
    Because,
    Covered,
    Place,
    Veil,
    covered,
    lifted,
)
from footpath.method.words.words import Words

MOST_LIFTED = MOST_COVERED + MOST_AT_ONCE
"""Things that one act uncovers: all that anybody but a facilitator can have covered."""


class WordsVeiled(Entry, frozen=True, kw_only=True):
    """Passages in words that are not one's own were covered, thing by thing; nobody
    receives them any more.
    """

    words_of = "places"
    known_to = "facilitators"
    because: Because
    places: tuple[Place, ...]
    unnamed: bool = False
    """Covered by who took back something unnamed: facilitators are not told who it was (A3)."""
    replacement: Words | None = None
    reason: Words | None = None
    drawn: int = 0
    """By what facilitators know it: its entry's number would tell them how much is private."""


def words_veiled(chart: Flipchart, entry: WordsVeiled, recorded: Recorded) -> None:
    places = {
        chart.renumbered.get(place.about, place.about): place.passages for place in entry.places
    }
    by = None if entry.unnamed else recorded.by
    copies = places if entry.because is Because.COPY else ()
    seen = sum(chart.may_read(chart.things[about], None) for about in copies)
    chart.veils[recorded.number] = Veil(
        id=recorded.number,
        because=entry.because,
        by=by,
        at=recorded.at,
        places=places,
        replacement=entry.replacement,
        drawn=entry.drawn or recorded.number,
        seen=seen,
        private=len(copies) - seen,
    )
    chart.copies_covered[True] += seen
    chart.copies_covered[False] += len(copies) - seen
    if places and entry.because is Because.NAME:
        covered_words(chart, recorded)
    for about in places:
        chart.veils_over.setdefault(about, []).append(recorded.number)
    for about in places:
        thing, over = chart.things[about], (recorded.number, about)
        change_words(
            chart, [thing], lambda name, words, over=over: covered(chart.veils, words, name, over)
        )
        if entry.because is Because.COPY:
            chart.threads.copies_masked.add(about)
        if entry.replacement is not None and not places[about]:
            chart.threads.put_over[about] = recorded.number
    _look_again(chart, [chart.things[about] for about in places])
    if not places:
        del chart.veils[recorded.number]


def _look_again(chart: Flipchart, things: list[Thing]) -> None:
    for thing in things:
        chart.touch_thing(thing)
    sources_changed(chart, things)


class LiftVeil(Command, frozen=True, kw_only=True):
    """A facilitator lifts a veil from these things, or from all that it covers."""

    veil: Number
    about: list[Number] = []


class LiftVeilsOf(Command, frozen=True, kw_only=True):
    """A facilitator lifts every veil that one person laid, in one act; or of what was left unnamed
    all together, whoever laid them (L4, A3).
    """

    person: Number | None


class VeilsLifted(Entry, frozen=True, kw_only=True):
    known_to = "facilitators"
    veils: tuple[Covered, ...]


def lift_veil(chart: Flipchart, command: LiftVeil, hand: Hand) -> list[Entry]:
    return [VeilsLifted(veils=meant(chart, command.veil, command.about))]


def lift_veils_of(chart: Flipchart, command: LiftVeilsOf, hand: Hand) -> list[Entry]:
    theirs = (
        (veil.id, about)
        for veil in chart.veils.values()
        if veil.by == command.person
        for about in veil.places
    )
    # also where there are none: the answer must not tell whether there are hidden ones
    return [VeilsLifted(veils=tuple(islice(theirs, MOST_LIFTED)))]


def meant(chart: Flipchart, id: int, about: list[int]) -> tuple[Covered, ...]:
    """What of a veil is meant: all of it, or these things, by any id that they ever had.

    Raises:
        Refusal: when there is no such veil, or it covers nothing of that any more.
    """
    veil = next((veil for veil in chart.veils.values() if veil.drawn == id), None)
    ids = [chart.renumbered.get(one, one) for one in about]
    if veil is None or any(one not in veil.places for one in ids):
        raise Refusal(refusals.NO_SUCH_VEIL)
    return tuple((veil.id, one) for one in dict.fromkeys(ids or veil.places))


def veils_lifted(chart: Flipchart, entry: VeilsLifted, recorded: Recorded) -> None:
    off = dict[int, list[int]]()
    for id, about in entry.veils:
        off.setdefault(about, []).append(id)
    for about, ids in off.items():
        thing = chart.things[about]

        def change(name: str, words: Words, ids: list[int] = ids, about: int = about) -> Words:
            return lifted(chart.veils, words, name, ids, about)

        change_words(chart, [thing], change)
        for id in ids:
            take_off(chart, id, about)
    _look_again(chart, [chart.things[about] for about in off])


def take_off(chart: Flipchart, id: int, about: int, *, is_final: bool = False) -> None:
    """A veil does not lie over a thing any more; one that covers nothing is gone."""
    veil = chart.veils.get(id)
    if veil is None or veil.places.pop(about, None) is None:
        return
    if not is_final and chart.threads.put_over.get(about) == id:
        del chart.threads.put_over[about]
    chart.veils_over[about].remove(id)
    others = (chart.veils[other] for other in chart.veils_over[about])
    if not chart.veils_over[about]:
        del chart.veils_over[about]
    if (
        veil.because is Because.COPY
        and not is_final
        and not any(one.because is Because.COPY for one in others)
    ):
        chart.threads.copies_masked.discard(about)
    if not veil.places:
        del chart.veils[id]
        chart.copies_covered[True] -= veil.seen
        chart.copies_covered[False] -= veil.private
    chart.touch("veils", about)


ASKED: Asked = {
    LiftVeil: Ask(Who.FACILITATORS, lift_veil, after_close=True),
    LiftVeilsOf: Ask(Who.FACILITATORS, lift_veils_of, after_close=True),
}

HAPPENED: Happened = {
    WordsVeiled: words_veiled,
    VeilsLifted: veils_lifted,
}
