"""What becomes of a veil for good: facilitators confirm it, and time does."""

from msgspec.structs import replace

from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import change_words, words_within
from footpath.method.own_words.unveiling import meant, take_off
from footpath.method.own_words.veils_seen import facilitators_read
from footpath.method.things.people import Who
from footpath.method.things.things import Thing
from footpath.method.throughout.covering import MOST_AT_ONCE, MOST_MOVED, moved_in
from footpath.method.words.veils import (
    UNTIL_FINAL,
    Because,
    Covered,
    final_text,
    is_beneath,
    is_for_too_many,
    reaching_into_each_other,
    redrawn,
    settled,
)
from footpath.method.words.words import Words

MOST_CONFIRMED = 2_000
"""Places of veils that one act lets be for good."""


class ConfirmVeil(Command, frozen=True, kw_only=True):
    """A facilitator lets what a veil covers in these things, or in all, be masked for good."""

    veil: Number
    about: list[Number] = []


class SettleDueVeils(Command, frozen=True, kw_only=True):
    """What three days have passed over is masked for good; asked for by the clock alone."""


class VeilsConfirmed(Entry, frozen=True, kw_only=True):
    """What these veils cover was masked for good. The record is rewritten with it."""

    known_to = "facilitators"
    veils: tuple[Covered, ...]


def confirm_veil(chart: Flipchart, command: ConfirmVeil, hand: Hand) -> list[Entry]:
    these = tuple(
        (id, about)
        for id, about in meant(chart, command.veil, command.about)
        if facilitators_read(chart, chart.things[about])
    )
    return [VeilsConfirmed(veils=_soon_done(chart, _with_those_reaching_in(chart, these)))]


def _soon_done(chart: Flipchart, veils: tuple[Covered, ...]) -> tuple[Covered, ...]:
    """As much of it, thing by thing, as keeps nobody waiting; the rest stays on the list."""
    of_things = dict[int, list[Covered]]()
    for one in veils:
        of_things.setdefault(one[1], []).append(one)
    done, moved = list[Covered](), 0
    for about, over in of_things.items():
        moved += moved_in(chart, about)
        if done and (moved > MOST_MOVED or len(done) + len(over) > MOST_CONFIRMED):
            break
        done += over
    return tuple(done)


def _with_those_reaching_in(chart: Flipchart, these: tuple[Covered, ...]) -> tuple[Covered, ...]:
    """These, with what covers part of the same words there: else the rest would show again."""
    found, given = dict.fromkeys(these), dict[int, set[int]]()
    for id, about in these:
        given.setdefault(about, set()).add(id)
    for about, ids in given.items():
        while len(ids) < len(chart.veils_over.get(about, ())) and (
            more := _reaching_in(chart, about, ids)
        ):
            ids |= more
        found |= dict.fromkeys((id, about) for id in sorted(ids))
    return tuple(found)


def settle_due_veils(chart: Flipchart, command: SettleDueVeils, hand: Hand) -> list[Entry]:
    """A name that only its author can read stays veiled: no facilitator could have lifted it."""
    ready, moved = list[Covered](), 0
    for about, over in chart.veils_over.items():
        ids = _due(chart, about, over, hand.at)
        others = _reaching_in(chart, about, ids) if 0 < len(ids) < len(over) else set[int]()
        # only with all that cover part of the same words: else the rest would show again
        if not ids or not all(_is_same_copy(chart, id, about, ids) for id in others):
            continue
        ids |= others
        moved += moved_in(chart, about)
        ready += [(id, about) for id in sorted(ids)] if moved <= MOST_MOVED or not ready else ()
        if len(ready) >= MOST_AT_ONCE or moved > MOST_MOVED:
            break
    return [VeilsConfirmed(veils=tuple(ready))] if ready else []


def _due(chart: Flipchart, about: int, over: list[int], now: int) -> set[int]:
    """Of the veils over a thing those that time makes final now, for themselves."""
    ids = {id for id in over if chart.veils[id].at + UNTIL_FINAL <= now}
    is_read = facilitators_read(chart, chart.things[about]) if ids else False
    return {
        id
        for id in ids
        if (is_read or chart.veils[id].because is Because.COPY)
        and not is_for_too_many(chart.veils[id], about)
    }


def _reaching_in(chart: Flipchart, about: int, ids: set[int]) -> set[int]:
    """The other veils that cover part of what these cover of a thing."""
    return set[int]().union(
        *(
            reaching_into_each_other(chart.veils, words, ids, about)
            for words in words_within(chart.things[about])
        )
    )


def _is_same_copy(chart: Flipchart, id: int, about: int, ids: set[int]) -> bool:
    """Whether a veil covers a copy, and nothing of it that these do not: whoever takes the same
    words back later does not keep them sealed for longer.
    """
    veil = chart.veils[id]
    return veil.because is Because.COPY and all(
        is_beneath(words, ids, veil.places[about]) for words in words_within(chart.things[about])
    )


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


ASKED: Asked = {
    ConfirmVeil: Ask(Who.FACILITATORS, confirm_veil, after_close=True),
    SettleDueVeils: Ask(Who.CLOCK, settle_due_veils, after_close=True),
}

HAPPENED: Happened = {VeilsConfirmed: veils_confirmed}
