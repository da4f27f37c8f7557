"""A turn: one transaction of the writer's, in which whatever was asked is decided, stored and
applied, in order.
"""

import logging
import secrets
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from django.db import connection
from msgspec import Struct
from msgspec.structs import replace

from footpath.method import Actor, Command, Recorded, Refusal, apply, decide, hand_of
from footpath.method.flipchart.held_words import words_within
from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.words.sought import Searched
from footpath.method.words.veils import UNTIL_FINAL, sealed
from footpath.record import after_effects, withdrawal
from footpath.record.faults import NOT_STORED, Fault, place_of
from footpath.record.live import Live
from footpath.record.models import RecordedEntry, SealedVeil
from footpath.record.searches import SearchResult
from footpath.record.vocabulary import entry_of, payload_of
from footpath.record.withdrawal import Unfinished

log = logging.getLogger(__name__)

MOST_SEARCHED_AGAIN = 8_000
"""Bytes said since a search that the writer looks through itself; where there are more it is
searched anew. Letters of scripts in which each is a word take several, and as much longer.
"""
MOST_SEARCHES = 4


class Done(Struct, frozen=True):
    """The command happened: how many entries everybody may know of, up to its last, and the
    thing that it made.
    """

    number: int
    made: int | None


class Asked(Struct, kw_only=True):
    workshop: int
    command: Command
    person: int | None
    door: str
    future: "Future[Done]"
    found: SearchResult | Refusal | Fault | None = None
    """What was searched for beside the writer found, or why it was not made."""
    searches: int = 0


def lock(workshops: Iterable[int]) -> None:
    """One writer for each workshop, across processes; SQLite's transaction holds the
    whole file already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # in one order everywhere, so that no two wait for each other
            for workshop in sorted(workshops):
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workshop])


class Turn:
    """One transaction: what was decided in it, and for whom."""

    def __init__(self, caught_up: Callable[[int], Live]) -> None:
        self._caught_up = caught_up
        self.lives: dict[int, Live] = {}
        self.answers: list[tuple[Asked, Done | Exception]] = []
        self.unfinished: dict[int, list[Unfinished]] = {}
        """What is to be rewritten because of a command, by the id of what asked for it."""
        self.followed: dict[int, list[int]] = {}
        """The entries from which something follows, in the same way."""
        self.searched_too_early: list[Asked] = []
        self._stored: set[tuple[int, str, int | None]] = set()

    def ask_what_is_stored(self, asked: list[Asked]) -> None:
        """One question for the whole transaction: nearly every command is new, so
        asking each cost most.
        """
        ids, workshops = {item.command.id for item in asked}, {item.workshop for item in asked}
        rows = RecordedEntry.objects.filter(workshop_id__in=workshops, command_id__in=ids, place=0)
        self._stored.update(rows.values_list("workshop_id", "command_id", "typed_by"))

    def take(self, asked: Asked) -> None:
        if asked.workshop not in self.lives:
            self.lives[asked.workshop] = self._caught_up(asked.workshop)
        live = self.lives[asked.workshop]
        try:
            before = _stored_before(live, asked) if _whose(asked) in self._stored else None
            searched = _searched(live, asked) if before is None else None
            if searched is _TOO_EARLY:
                self.searched_too_early.append(asked)
                return
            decided = [] if before is not None else _decided(live, asked, searched)
        except (Refusal, Fault) as why:
            self.answers.append((asked, why))
            return
        except (
            ArithmeticError,
            AssertionError,
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
        ) as fault:
            # decided before anything was stored or applied, so that its neighbours are not touched
            log.error("%s could not be decided: %s", type(asked.command).__name__, place_of(fault))
            self.answers.append((asked, Fault(NOT_STORED)))
            return
        if decided:
            touched = len(live.chart.touched)
            self._store(live, asked, decided)
            live.changed_by[asked.person] += len(live.chart.touched) - touched
            before = Done(live.chart.public_number, getattr(decided[0].entry, "id", None))
        self.answers.append((asked, before or Done(live.chart.public_number, None)))

    def _store(self, live: Live, asked: Asked, decided: list[Recorded]) -> None:
        chart = live.chart
        self._stored.add(_whose(asked))
        RecordedEntry.objects.bulk_create(
            [_row(asked, place, one) for place, one in enumerate(decided)]
        )
        try:
            for one in decided:
                apply(chart, one)
        except Exception as fault:  # the chart is half changed: the whole transaction must go
            raise RuntimeError("An entry could not be applied.") from fault
        self.unfinished[id(asked)] = list(withdrawal.begin(asked.workshop, chart, decided))
        self.followed[id(asked)] = after_effects.note(asked.workshop, decided)
        for one in decided:
            if isinstance(one.entry, WordsVeiled) and one.entry.places:
                SealedVeil.objects.create(
                    workshop_id=asked.workshop, number=one.number, due_at=one.at + UNTIL_FINAL
                )


_TOO_EARLY = Searched(found={})
"""So much was said since the search that looking through it here would keep others waiting."""


def _searched(live: Live, asked: Asked) -> Searched | None:
    """What was found, with what is looked through here because it was said since.

    Raises:
        Refusal: when the method said no before it was searched for.
        Fault: when it could not be.
    """
    if asked.found is None:
        return None
    if isinstance(asked.found, Refusal | Fault):
        raise asked.found
    again, size = list[int](), 0
    for id in live.said_since(asked.found.number):
        texts = {sealed(words) for words in words_within(live.chart.find(id))}
        size += sum(len(text.encode(errors="surrogatepass")) for text in texts)
        if size > MOST_SEARCHED_AGAIN:
            if asked.searches < MOST_SEARCHES:
                return _TOO_EARLY
            break  # somebody floods the flipchart: what they said just now stays as it is
        again.append(id)
    return replace(asked.found.searched, again=frozenset(again))


def _decided(live: Live, asked: Asked, searched: Searched | None) -> list[Recorded]:
    actor = Actor(
        person=asked.person,
        at=time.time_ns() // 1_000_000,
        chance=secrets.randbits(64),
        door=asked.door,
        searched=searched,
    )
    entries = decide(live.chart, asked.command, actor)
    hand = hand_of(live.chart, asked.command, actor)
    return [
        Recorded(
            number=live.chart.number + place,
            at=actor.at,
            by=hand.by,
            typed_by=hand.typed_by,
            said_at=hand.said_at,
            entry=entry,
        )
        for place, entry in enumerate(entries, start=1)
    ]


def _whose(asked: Asked) -> tuple[int, str, int | None]:
    """What makes it the same command: an id is its sender's own, and another's of the same
    letters is another (L5).
    """
    return (asked.workshop, asked.command.id, asked.person)


def _stored_before(live: Live, asked: Asked) -> Done | None:
    """What a command of this id and sender did before, if it was stored: it happens once and
    answers the same (S2).
    """
    workshop, id, person = _whose(asked)
    rows = RecordedEntry.objects.filter(workshop_id=workshop, command_id=id, typed_by=person)
    stored = list(rows.order_by("place").values_list("number", "payload"))
    if not stored:
        return None
    return Done(
        bisect_right(live.chart.told, stored[-1][0]), getattr(entry_of(stored[0][1]), "id", None)
    )


def _row(asked: Asked, place: int, recorded: Recorded) -> RecordedEntry:
    return RecordedEntry(
        workshop_id=asked.workshop, number=recorded.number, kind=type(recorded.entry).__name__,
        payload=payload_of(recorded.entry), by=recorded.by, typed_by=recorded.typed_by,
        said_at=recorded.said_at, stored_at=recorded.at, command_id=asked.command.id, place=place,
    )  # fmt: skip


def is_wanted(future: "Future[Any]") -> bool:
    """Whether somebody still waits; one that was searched anew runs already."""
    return future.running() or future.set_running_or_notify_cancel()
