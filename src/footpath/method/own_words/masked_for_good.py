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
from footpath.method.throughout.covering import MOST_AT_ONCE, Portion
from footpath.method.words.meeting_veils import meeting, reaching_into_each_other
from footpath.method.words.veils import (
    UNTIL_FINAL,
    Because,
    Covered,
    final_text,
    is_for_too_many,
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
    """What three days have passed over is masked for good, in these things or in the first ones;
    asked for by the clock alone, a few things at a time (`next_due`).
    """

    about: list[Number] = []


class VeilsConfirmed(Entry, frozen=True, kw_only=True):
    """What these veils cover was masked for good. The record is rewritten with it."""

    known_to = "facilitators"
    veils: tuple[Covered, ...]


def confirm_veil(chart: Flipchart, command: ConfirmVeil, hand: Hand) -> list[Entry]:
    """As much of it, thing by thing, as keeps nobody waiting; the rest stays on the list."""
    of_things = dict[int, set[int]]()
    for id, about in meant(chart, command.veil, command.about):
        if facilitators_read(chart, chart.things[about]):
            of_things.setdefault(about, set()).add(id)
    done, portion = list[Covered](), Portion(chart)
    for about, ids in of_things.items():
        if not portion.takes(about, len(chart.veils_over[about])):  # it is looked at and moved
            break
        # with what covers part of the same words there: else the rest would show again
        ids |= reaching_into_each_other(chart.veils, words_within(chart.things[about]), ids, about)
        if done and len(done) + len(ids) > MOST_CONFIRMED:
            break
        done += [(id, about) for id in sorted(ids)]
    return [VeilsConfirmed(veils=tuple(done))]


def settle_due_veils(chart: Flipchart, command: SettleDueVeils, hand: Hand) -> list[Entry]:
    """A name that only its author can read stays veiled: no facilitator could have lifted it."""
    asked = dict.fromkeys(chart.renumbered.get(id, id) for id in command.about)
    ready = [
        (id, about)
        for about in asked or next_due(chart, hand.at)
        for id in sorted(_settling(chart, about, hand.at))
    ]
    return [VeilsConfirmed(veils=tuple(ready))] if ready else []


def next_due(chart: Flipchart, now: int, after: int | None = None) -> list[int]:
    """The next things after one of them in which a veil is due: as many as one act looks at,
    whatever of them can be settled.
    """
    found, places, portion = list[int](), 0, Portion(chart)
    for about in sorted(id for id in chart.veils_over if after is None or id > after):
        if not _due(chart, about, now):
            continue
        places += len(chart.veils_over[about])
        if not portion.takes(about) or (found and places > MOST_AT_ONCE):
            break
        found.append(about)
    return found


def _due(chart: Flipchart, about: int, now: int) -> set[int]:
    """Of the veils over a thing those that time makes final now, for themselves."""
    ids = {id for id in chart.veils_over.get(about, ()) if chart.veils[id].at + UNTIL_FINAL <= now}
    is_read = facilitators_read(chart, chart.things[about]) if ids else False
    return {
        id
        for id in ids
        if (is_read or chart.veils[id].because is Because.COPY)
        and not is_for_too_many(chart.veils[id], about)
        and not any((id, about) in still for still in chart.lifting.values())
    }


def _settling(chart: Flipchart, about: int, now: int) -> set[int]:
    """What time makes final over a thing: what is due, and with it all that covers part of the
    same words, else the rest would show again.

    Where such a one covers more than what is due, all waits for it, unless it covers more than was
    anybody's. So whoever takes the same words back later keeps them sealed for nobody.
    """
    due, met, reach_out = _due(chart, about, now), set[int](), set[int]()
    others = {
        id
        for id in chart.veils_over.get(about, ())
        if id not in due and not is_for_too_many(chart.veils[id], about)
    }
    for words in words_within(chart.things[about]) if due and others else ():
        beneath, beyond = meeting(words, due, others)
        met, reach_out = met | beneath, reach_out | beyond
        if any(id in reach_out or chart.veils[id].because is not Because.COPY for id in met):
            return set()
    return due | met


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
