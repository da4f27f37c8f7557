"""What becomes of a veil: facilitators lift it or confirm it, and time does."""

from collections.abc import Iterable

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import change_words
from footpath.method.lines.care import sources_changed
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Thing
from footpath.method.throughout.covering import Portion, covered_words
from footpath.method.words.veils import (
    Because,
    Covered,
    Place,
    Veil,
    covering,
    lifting,
)
from footpath.method.words.words import Words


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
        over = (recorded.number, about)
        change = covering(chart.veils, over, chart.veils_over[about])
        change_words(chart, [chart.things[about]], change)
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


class GoOnLifting(Command, frozen=True, kw_only=True):
    """More is uncovered of what a facilitator lifted; asked for in their name by what follows from
    that entry alone.
    """

    lifted: Number
    """The number of the entry by which the first of it was lifted."""


class VeilsLifted(Entry, frozen=True, kw_only=True):
    """What these veils cover is read by everybody again. `rest` is lifted with it, in entries that
    follow and name this one in `lifted_in`: to do it at once would keep others waiting.
    """

    known_to = "facilitators"
    veils: tuple[Covered, ...]
    rest: tuple[Covered, ...] = ()
    lifted_in: int = 0


def lift_veil(chart: Flipchart, command: LiftVeil, hand: Hand) -> list[Entry]:
    return [_lifting(chart, meant(chart, command.veil, command.about))]


def lift_veils_of(chart: Flipchart, command: LiftVeilsOf, hand: Hand) -> list[Entry]:
    theirs = (
        (veil.id, about)
        for veil in chart.veils.values()
        if veil.by == command.person
        for about in veil.places
    )
    # also where there are none: the answer must not tell whether there are hidden ones
    return [_lifting(chart, theirs)]


def go_on_lifting(chart: Flipchart, command: GoOnLifting, hand: Hand) -> list[Entry]:
    still = chart.lifting.get(command.lifted)
    if still is None:
        return []  # all of it was lifted
    those = (one for one in still if one[0] in chart.veils and one[1] in chart.veils[one[0]].places)
    return [replace(_lifting(chart, those), rest=(), lifted_in=command.lifted)]


def _lifting(chart: Flipchart, veils: Iterable[Covered]) -> VeilsLifted:
    """So much of it, thing by thing, as keeps nobody waiting; the rest follows."""
    of_things = dict[int, list[int]]()
    for id, about in veils:
        of_things.setdefault(about, []).append(id)
    now, rest, portion = list[Covered](), list[Covered](), Portion(chart)
    for about, ids in of_things.items():
        fits = not rest and portion.takes(about)
        (now if fits else rest).extend((id, about) for id in ids)
    return VeilsLifted(veils=tuple(now), rest=tuple(rest))


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
        change = lifting(chart.veils, set(ids), about, chart.veils_over.get(about, ()))
        change_words(chart, [chart.things[about]], change)
        for id in ids:
            take_off(chart, id, about)
    _look_again(chart, [chart.things[about] for about in off])
    _still_to_lift(chart, entry, recorded)


def _still_to_lift(chart: Flipchart, entry: VeilsLifted, recorded: Recorded) -> None:
    if entry.rest:
        chart.lifting[recorded.number] = dict.fromkeys(entry.rest)
    if (still := chart.lifting.get(entry.lifted_in)) is None:
        return
    for one in entry.veils:
        still.pop(one, None)
    if not still or not entry.veils:
        del chart.lifting[entry.lifted_in]


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
    GoOnLifting: Ask(Who.FOLLOWING, go_on_lifting, after_close=True),
}

HAPPENED: Happened = {
    WordsVeiled: words_veiled,
    VeilsLifted: veils_lifted,
}
