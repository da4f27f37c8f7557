"""What becomes of a veil: facilitators lift it or confirm it, and time does."""

from itertools import islice

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import change_words, words_within
from footpath.method.lines.care import sources_changed
from footpath.method.own_words.veils_seen import facilitators_read
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Thing
from footpath.method.throughout.covering import (
    MOST_AT_ONCE,
    MOST_COVERED,
    MOST_MOVED,
    covered_words,
    moved_in,
)
from footpath.method.words.veils import (
    UNTIL_FINAL,
    Because,
    Covered,
    Place,
    Veil,
    covered,
    final_text,
    is_for_too_many,
    lifted,
    reaching_into_each_other,
    redrawn,
    settled,
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
    chart.veils[recorded.number] = Veil(
        id=recorded.number,
        because=entry.because,
        by=by,
        at=recorded.at,
        places=places,
        replacement=entry.replacement,
        drawn=entry.drawn or recorded.number,
    )
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


class ConfirmVeil(Command, frozen=True, kw_only=True):
    """A facilitator lets what a veil covers in these things, or in all, be masked for good."""

    veil: Number
    about: list[Number] = []


class LiftVeilsOf(Command, frozen=True, kw_only=True):
    """A facilitator lifts every veil that one person laid, in one act (L4)."""

    person: Number


class SettleDueVeils(Command, frozen=True, kw_only=True):
    """What three days have passed over is masked for good; asked for by the clock alone."""


class VeilsLifted(Entry, frozen=True, kw_only=True):
    known_to = "facilitators"
    veils: tuple[Covered, ...]


class VeilsConfirmed(Entry, frozen=True, kw_only=True):
    """What these veils cover was masked for good. The record is rewritten with it."""

    known_to = "facilitators"
    veils: tuple[Covered, ...]


def lift_veil(chart: Flipchart, command: LiftVeil, hand: Hand) -> list[Entry]:
    return [VeilsLifted(veils=_meant(chart, command.veil, command.about))]


def confirm_veil(chart: Flipchart, command: ConfirmVeil, hand: Hand) -> list[Entry]:
    meant = _meant(chart, command.veil, command.about)
    meant = tuple(
        (id, about) for id, about in meant if facilitators_read(chart, chart.things[about])
    )
    return [VeilsConfirmed(veils=_with_those_reaching_in(chart, meant))]


def lift_veils_of(chart: Flipchart, command: LiftVeilsOf, hand: Hand) -> list[Entry]:
    theirs = (
        (veil.id, about)
        for veil in chart.veils.values()
        if veil.by == command.person
        for about in veil.places
    )
    # also where there are none: the answer must not tell whether there are hidden ones
    return [VeilsLifted(veils=tuple(islice(theirs, MOST_LIFTED)))]


def settle_due_veils(chart: Flipchart, command: SettleDueVeils, hand: Hand) -> list[Entry]:
    """A name that only its author can read stays veiled: no facilitator could have lifted it."""
    due: dict[int, set[int]] = {}
    for veil in chart.veils.values():
        for about in veil.places if veil.at + UNTIL_FINAL <= hand.at else ():
            is_read = facilitators_read(chart, chart.things[about])
            if not is_for_too_many(veil, about) and (veil.because is Because.COPY or is_read):
                due.setdefault(about, set()).add(veil.id)
    ready, moved = list[Covered](), 0
    for about, ids in due.items():
        # only with all that cover part of the same words: else the rest would show again
        together = _with_those_reaching_in(chart, tuple((id, about) for id in sorted(ids)))
        if {id for id, _ in together} <= ids:
            moved += moved_in(chart, about)
            ready += together if moved <= MOST_MOVED or not ready else ()
        if len(ready) >= MOST_AT_ONCE or moved > MOST_MOVED:
            break
    return [VeilsConfirmed(veils=tuple(ready))] if ready else []


def _meant(chart: Flipchart, id: int, about: list[int]) -> tuple[Covered, ...]:
    """What of a veil is meant: all of it, or these things, by any id that they ever had.

    Raises:
        Refusal: when there is no such veil, or it covers nothing of that any more.
    """
    veil = next((veil for veil in chart.veils.values() if veil.drawn == id), None)
    ids = [chart.renumbered.get(one, one) for one in about]
    if veil is None or any(one not in veil.places for one in ids):
        raise Refusal(refusals.NO_SUCH_VEIL)
    return tuple((veil.id, one) for one in dict.fromkeys(ids or veil.places))


def _with_those_reaching_in(chart: Flipchart, meant: tuple[Covered, ...]) -> tuple[Covered, ...]:
    """These, with what covers part of the same words there: else the rest would show again."""
    found, given = dict.fromkeys(meant), dict[int, set[int]]()
    for id, about in meant:
        given.setdefault(about, set()).add(id)
    for about, ids in given.items():
        while len(ids) < len(chart.veils_over.get(about, ())) and (
            more := set[int]().union(
                *(
                    reaching_into_each_other(chart.veils, one, ids, about)
                    for one in words_within(chart.things[about])
                )
            )
        ):
            ids |= more
        found |= dict.fromkeys((id, about) for id in sorted(ids))
    return tuple(found)


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


def veils_confirmed(chart: Flipchart, entry: VeilsConfirmed, recorded: Recorded) -> None:
    ids = dict[int, list[int]]()
    for id, about in entry.veils:
        ids.setdefault(about, []).append(id)
    for about, final in ids.items():
        thing = chart.things[about]
        _mask_what_is_put_there(chart, thing, final)

        def change(name: str, words: Words, final: list[int] = final, about: int = about) -> Words:
            return settled(chart.veils, words, name, final, about)

        change_words(chart, [thing], change)
        for id in final:
            take_off(chart, id, about, is_final=True)
        chart.touch_thing(thing)


def _mask_what_is_put_there(chart: Flipchart, thing: Thing, final: list[int]) -> None:
    """What a facilitator put in a thing's place, and a later veil covers, is masked
    wherever they put it.
    """
    for id in list(chart.veils_over.get(thing.id, ())):
        veil, later = chart.veils[id], (chart.veils.get(one) for one in final if one > id)
        passages = [
            places for one in later if one is not None and (places := one.places.get(thing.id))
        ]
        put = final_text(veil.replacement, passages) if veil.replacement is not None else None
        if put == veil.replacement:
            continue
        chart.veils[id] = replace(veil, replacement=put)
        for about in veil.places:

            def change(name: str, words: Words, about: int = about) -> Words:
                return redrawn(chart.veils, words, name, about)

            change_words(chart, [chart.things[about]], change)
            chart.touch_thing(chart.things[about])


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
    chart.touch("veils", about)


ASKED: Asked = {
    LiftVeil: Ask(Who.FACILITATORS, lift_veil, after_close=True),
    ConfirmVeil: Ask(Who.FACILITATORS, confirm_veil, after_close=True),
    LiftVeilsOf: Ask(Who.FACILITATORS, lift_veils_of, after_close=True),
    SettleDueVeils: Ask(Who.CLOCK, settle_due_veils, after_close=True),
}

HAPPENED: Happened = {
    WordsVeiled: words_veiled,
    VeilsLifted: veils_lifted,
    VeilsConfirmed: veils_confirmed,
}
