"""Writing: one writer takes what is asked, decides, stores it all in one transaction, and only then tells.

Whatever queued up while one transaction went to disk is the next transaction (group commit).
"""

import logging
import queue
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from msgspec import Struct
from msgspec.structs import replace

from footpath.method import SEARCHES, Actor, Command, Recorded, Refusal, apply, decide, hand_of
from footpath.method.copies import Searched
from footpath.method.unveiling import WordsVeiled
from footpath.method.veils import UNTIL_FINAL
from footpath.record import withdrawal
from footpath.record.faults import NOT_STORED, Fault, place_of
from footpath.record.live import Live, Told
from footpath.record.models import RecordedEntry, SealedVeil
from footpath.record.searches import Found, Searches
from footpath.record.vocabulary import entry_of, payload_of
from footpath.record.wiping import Wiper
from footpath.record.withdrawal import Unfinished

log = logging.getLogger(__name__)

MOST_AT_ONCE = 256
MOST_CHARTS = 64
MOST_SEARCHED_AGAIN = 40_000
"""Characters said since a search that the writer looks through itself; where there are more it is searched anew."""
MOST_SEARCHES = 4


class Done(Struct, frozen=True):
    """The command happened: the number of its last entry, and the thing that it made."""

    number: int
    made: int | None


class _Asked(Struct, kw_only=True):
    workshop: int
    command: Command
    person: int | None
    door: str
    future: "Future[Done]"
    found: Found | None = None
    searches: int = 0


class _Looked(Struct, kw_only=True):
    workshop: int
    look: Callable[[Live], Any]
    future: "Future[Any]"


class Writer:
    """The one writer of this process; `tell` is called in its thread, after the commit is on disk."""

    def __init__(self, tell: Callable[[Told], None] = lambda told: None, searches: Searches | None = None) -> None:
        """Start the writer's thread; without `searches` it looks through everything by itself."""
        self._tell, self._searches = tell, searches
        self._queue: queue.SimpleQueue[_Asked | _Looked | None] = queue.SimpleQueue()
        self._live: OrderedDict[int, Live] = OrderedDict()
        self._unfinished: deque[tuple[Unfinished, Callable[[], None]]] = deque()
        self._has_taken_up = False
        self._wiper = Wiper()
        self._thread = threading.Thread(target=self._run, name="record-writer", daemon=True)
        self._thread.start()

    def submit(self, workshop: int, command: Command, person: int | None, door: str = "") -> "Future[Done]":
        """Ask for something. The future gives Done once it is on disk, or raises Refusal or Fault."""
        future: Future[Done] = Future()
        self._ask(_Asked(workshop=workshop, command=command, person=person, door=door, future=future))
        return future

    def _ask(self, asked: _Asked) -> None:
        """Let the writer take it, after what it looks through was searched beside the writer."""
        if self._searches is None or type(asked.command) not in SEARCHES or asked.searches == MOST_SEARCHES:
            self._queue.put(asked)
            return

        def found(found: Found | None) -> None:
            asked.found, asked.searches = found, asked.searches + 1
            self._queue.put(asked)

        self._searches.add(asked.workshop, asked.command, asked.person, found)

    def look(self, workshop: int, look: Callable[[Live], Any]) -> "Future[Any]":
        """Read the flipchart between two transactions, in the writer's thread."""
        future: Future[Any] = Future()
        self._queue.put(_Looked(workshop=workshop, look=look, future=future))
        return future

    def close(self) -> None:
        """Finish what was asked, then stop."""
        if self._searches is not None:
            self._searches.close()
        self._queue.put(None)
        self._thread.join(timeout=30)
        self._wiper.close()

    def _run(self) -> None:
        while True:
            batch: list[_Asked | _Looked] = []
            try:
                item = self._queue.get(block=not self._unfinished)
            except queue.Empty:
                self._go_on_rewriting()
                continue
            while item is not None:
                batch.append(item)
                if len(batch) == MOST_AT_ONCE or self._queue.empty():
                    break
                item = self._queue.get()
            if batch:
                self._serve([item for item in batch if _is_wanted(item.future)])
                self._go_on_rewriting()
            if item is None:
                while self._unfinished:
                    self._go_on_rewriting()
                connection.close()
                return

    def _serve(self, batch: list[_Asked | _Looked]) -> None:
        if connection.connection is not None and not connection.is_usable():
            connection.close()  # the database was started again meanwhile
        if not self._has_taken_up:
            self._take_up()
        asked = [item for item in batch if isinstance(item, _Asked)]
        if asked:
            self._write(asked)
        for item in batch:
            if isinstance(item, _Looked):
                try:
                    item.future.set_result(item.look(self._charted(item.workshop)))
                except Exception as fault:  # the reader's future carries it
                    log.error("Looking at a flipchart failed: %s", place_of(fault))
                    item.future.set_exception(Fault(NOT_STORED))

    def _write(self, asked: list[_Asked]) -> None:
        turn = _Turn(self)
        try:
            with transaction.atomic():
                _lock({item.workshop for item in asked})
                turn.ask_what_is_stored(asked)
                for item in asked:
                    turn.take(item)
        except Exception as fault:  # nothing of this transaction was stored
            self._forget(asked)
            if len(asked) > 1 and not isinstance(fault, OperationalError | InterfaceError):
                for item in asked:  # one command's fault is not its neighbours'
                    self._write([item])
                return
            log.error("A transaction failed: %s", place_of(fault))
            for item in asked:
                item.future.set_exception(Fault(NOT_STORED))
            return
        self._finish(turn)

    def _finish(self, turn: "_Turn") -> None:
        """After the commit: tell, answer, and begin to rewrite what words are to go from."""
        self._live |= turn.lives
        for live in turn.lives.values():
            self._say(live)
        for asked in turn.searched_too_early:
            self._ask(asked)
        for asked, answer in turn.answers:
            if isinstance(answer, Exception):
                asked.future.set_exception(answer)
            elif unfinished := turn.unfinished.get(id(asked)):
                self._rewrite_first(unfinished, partial(asked.future.set_result, answer))
            else:
                asked.future.set_result(answer)

    def _rewrite_first(self, unfinished: list[Unfinished], answer: Callable[[], None]) -> None:
        """Answer when the words are gone from the record and from the files' bytes."""
        self._unfinished.extend((one, _nothing) for one in unfinished[:-1])
        self._unfinished.append((unfinished[-1], answer))

    def _take_up(self) -> None:
        """Go on with what a crash cut off."""
        self._has_taken_up = True
        for workshop, number in withdrawal.left_by_a_crash():
            if (one := withdrawal.taken_up(workshop, self._charted(workshop).chart, number)) is not None:
                self._unfinished.append((one, _nothing))

    def _go_on_rewriting(self) -> None:
        """Rewrite a slice of the record; others are served before the next."""
        if not self._unfinished:
            return
        unfinished, then = self._unfinished[0]
        try:
            is_last = withdrawal.go_on(unfinished)
        except Exception as fault:  # it stands in its table, and is taken up again with the next that is asked
            log.error("Rewriting the record failed: %s", place_of(fault))
            connection.close()
            self._unfinished.popleft()
            self._has_taken_up = False
            then()
            return
        if is_last:
            self._unfinished.popleft()
            self._wiper.wipe(then)

    def _say(self, live: Live) -> None:
        try:
            self._tell(live.tell())
        except Exception as fault:  # it is on disk: whoever is here starts again from the record
            log.error("What changed could not be told: %s", place_of(fault))
            live.unseen()
            live.stale = True
            self._tell(Told(workshop=live.workshop, lost=True))

    def _forget(self, asked: list[_Asked]) -> None:
        """The charts may have run ahead of the record: they are read again when next needed."""
        for workshop in {item.workshop for item in asked} & self._live.keys():
            self._live[workshop].stale = True
        connection.close()

    def _charted(self, workshop: int) -> Live:
        live = self._live.get(workshop)
        if live is None or live.stale:
            live = Live(workshop) if live is None else live.read_again()
            self._live[workshop] = live
        self._live.move_to_end(workshop)
        unseen = [id for id, other in self._live.items() if other.sight is None and other is not live]
        for id in unseen[: max(0, len(self._live) - MOST_CHARTS)]:
            del self._live[id]
        return live

    def caught_up(self, workshop: int) -> Live:
        """The live flipchart, with what another process may have stored; within a transaction it stays so."""
        return self._charted(workshop).catch_up()


def _lock(workshops: Iterable[int]) -> None:
    """One writer for each workshop, across processes; SQLite's transaction holds the whole file already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for workshop in sorted(workshops):  # in one order everywhere, so that no two wait for each other
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workshop])


class _Turn:
    """One transaction: what was decided in it, and for whom."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.lives: dict[int, Live] = {}
        self.answers: list[tuple[_Asked, Done | Exception]] = []
        self.unfinished: dict[int, list[Unfinished]] = {}
        """What is to be rewritten because of a command, by the id of what asked for it."""
        self.searched_too_early: list[_Asked] = []
        self._stored: set[tuple[int, str, int | None]] = set()

    def ask_what_is_stored(self, asked: list[_Asked]) -> None:
        """One question for the whole transaction: nearly every command is new, so asking each cost most."""
        ids, workshops = {item.command.id for item in asked}, {item.workshop for item in asked}
        rows = RecordedEntry.objects.filter(workshop_id__in=workshops, command_id__in=ids, place=0)
        self._stored.update(rows.values_list("workshop_id", "command_id", "typed_by"))

    def take(self, asked: _Asked) -> None:
        if asked.workshop not in self.lives:
            self.lives[asked.workshop] = self._writer.caught_up(asked.workshop)
        live = self.lives[asked.workshop]
        try:
            before = _stored_before(asked) if _whose(asked) in self._stored else None
            if before is None and _is_to_be_searched_anew(live, asked):
                self.searched_too_early.append(asked)
                return
            decided = [] if before is not None else _decided(live, asked)
        except Refusal as refusal:
            self.answers.append((asked, refusal))
            return
        except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as fault:
            # decided before anything was stored or applied, so that its neighbours are not touched
            log.error("%s could not be decided: %s", type(asked.command).__name__, place_of(fault))
            self.answers.append((asked, Fault(NOT_STORED)))
            return
        if decided:
            self._store(live, asked, decided)
            before = Done(decided[-1].number, getattr(decided[0].entry, "id", None))
        self.answers.append((asked, before or Done(live.chart.public_number, None)))

    def _store(self, live: Live, asked: _Asked, decided: list[Recorded]) -> None:
        chart = live.chart
        self._stored.add(_whose(asked))
        RecordedEntry.objects.bulk_create([_row(asked, place, one) for place, one in enumerate(decided)])
        try:
            for one in decided:
                apply(chart, one)
        except Exception as fault:  # the chart is half changed: the whole transaction must go
            raise RuntimeError("An entry could not be applied.") from fault
        self.unfinished[id(asked)] = list(withdrawal.begin(asked.workshop, chart, decided))
        for one in decided:
            if isinstance(one.entry, WordsVeiled) and one.entry.places:
                SealedVeil.objects.create(workshop_id=asked.workshop, number=one.number, due_at=one.at + UNTIL_FINAL)


def _is_wanted(future: "Future[Any]") -> bool:
    """Whether somebody still waits; one that was searched anew runs already."""
    return future.running() or future.set_running_or_notify_cancel()


def _nothing() -> None:
    """Nobody waits for it."""


def _is_to_be_searched_anew(live: Live, asked: _Asked) -> bool:
    """Whether so much was said since the search that looking through it here would keep others waiting."""
    if asked.found is None or asked.searches == MOST_SEARCHES:
        return False
    things = (live.chart.find(id) for id in live.said_since(asked.found.number))
    return sum(len(one.words.shown) for t in things if t is not None for one in t.wordings) > MOST_SEARCHED_AGAIN


def _searched(live: Live, asked: _Asked) -> Searched | None:
    if asked.found is None:
        return None
    return replace(asked.found.searched, again=frozenset(live.said_since(asked.found.number)))


def _decided(live: Live, asked: _Asked) -> list[Recorded]:
    actor = Actor(
        person=asked.person, at=time.time_ns() // 1_000_000, chance=secrets.randbits(64), door=asked.door,
        searched=_searched(live, asked),
    )  # fmt: skip
    entries = decide(live.chart, asked.command, actor)
    hand = hand_of(live.chart, asked.command, actor)
    return [
        Recorded(
            number=live.chart.number + place, at=actor.at, by=hand.by, typed_by=hand.typed_by, said_at=hand.said_at,
            entry=entry,
        )
        for place, entry in enumerate(entries, start=1)
    ]  # fmt: skip


def _whose(asked: _Asked) -> tuple[int, str, int | None]:
    """What makes it the same command: an id is its sender's own, and another's of the same letters is another (L5)."""
    return (asked.workshop, asked.command.id, asked.person)


def _stored_before(asked: _Asked) -> Done | None:
    """What a command of this id and sender did before, if it was stored: it happens once and answers the same (S2)."""
    workshop, id, person = _whose(asked)
    rows = RecordedEntry.objects.filter(workshop_id=workshop, command_id=id, typed_by=person)
    stored = list(rows.order_by("place").values_list("number", "payload"))
    return Done(stored[-1][0], getattr(entry_of(stored[0][1]), "id", None)) if stored else None


def _row(asked: _Asked, place: int, recorded: Recorded) -> RecordedEntry:
    return RecordedEntry(
        workshop_id=asked.workshop, number=recorded.number, kind=type(recorded.entry).__name__,
        payload=payload_of(recorded.entry), by=recorded.by, typed_by=recorded.typed_by, said_at=recorded.said_at,
        stored_at=recorded.at, command_id=asked.command.id, place=place,
    )  # fmt: skip
