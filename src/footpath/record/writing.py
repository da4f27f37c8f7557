"""Writing: one writer takes what is asked, decides, stores it all in one transaction, and only then tells.

Whatever queued up while one transaction went to disk is the next transaction (group commit).
"""

import logging
import queue
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from msgspec import Struct

from footpath.method import Actor, Command, Recorded, Refusal, apply, decide, hand_of, rewriting_of
from footpath.method.refusals import LOOKS_WRONG
from footpath.method.rewriting import Rewriting
from footpath.record import withdrawal
from footpath.record.faults import NOT_STORED, Fault, place_of
from footpath.record.live import Live, Told
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of, payload_of

log = logging.getLogger(__name__)

MOST_AT_ONCE = 256
MOST_CHARTS = 64


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


class _Looked(Struct, kw_only=True):
    workshop: int
    look: Callable[[Live], Any]
    future: "Future[Any]"


class Writer:
    """The one writer of this process; `tell` is called in its thread, after the commit is on disk."""

    def __init__(self, tell: Callable[[Told], None] = lambda told: None) -> None:
        """Start the writer's thread."""
        self._tell = tell
        self._queue: queue.SimpleQueue[_Asked | _Looked | None] = queue.SimpleQueue()
        self._live: OrderedDict[int, Live] = OrderedDict()
        self._to_wipe = self._moved = False
        self._thread = threading.Thread(target=self._run, name="record-writer", daemon=True)
        self._thread.start()

    def submit(self, workshop: int, command: Command, person: int | None, door: str = "") -> "Future[Done]":
        """Ask for something. The future gives Done once it is on disk, or raises Refusal or Fault."""
        future: Future[Done] = Future()
        self._queue.put(_Asked(workshop=workshop, command=command, person=person, door=door, future=future))
        return future

    def look(self, workshop: int, look: Callable[[Live], Any]) -> "Future[Any]":
        """Read the flipchart between two transactions, in the writer's thread."""
        future: Future[Any] = Future()
        self._queue.put(_Looked(workshop=workshop, look=look, future=future))
        return future

    def close(self) -> None:
        """Finish what was asked, then stop."""
        self._queue.put(None)
        self._thread.join(timeout=30)

    def _run(self) -> None:
        while True:
            batch: list[_Asked | _Looked] = []
            item = self._queue.get()
            while item is not None:
                batch.append(item)
                if len(batch) == MOST_AT_ONCE or self._queue.empty():
                    break
                item = self._queue.get()
            if batch:
                self._serve([item for item in batch if item.future.set_running_or_notify_cancel()])
            if item is None:
                connection.close()
                return

    def _serve(self, batch: list[_Asked | _Looked]) -> None:
        if connection.connection is not None and not connection.is_usable():
            connection.close()  # the database was started again meanwhile
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
                turn.rewrite()
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
        """After the commit: tell, leave no bytes of words that were taken back, and answer."""
        self._live |= turn.lives
        for live in turn.lives.values():
            self._say(live)
        self._to_wipe, self._moved = self._to_wipe or turn.rewrote, self._moved or turn.moved
        if self._to_wipe and withdrawal.wipe(self._moved):
            self._to_wipe = self._moved = False
        for asked, answer in turn.answers:
            if isinstance(answer, Exception):
                asked.future.set_exception(answer)
            else:
                asked.future.set_result(answer)

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
        self.rewrote = self.moved = False
        self._rewritings: dict[int, list[Rewriting]] = {}
        self._stored: set[tuple[int, str]] = set()

    def ask_what_is_stored(self, asked: list[_Asked]) -> None:
        """One question for the whole transaction: nearly every command is new, so asking each cost most."""
        ids, workshops = {item.command.id for item in asked}, {item.workshop for item in asked}
        rows = RecordedEntry.objects.filter(workshop_id__in=workshops, command_id__in=ids, place=0)
        self._stored.update(rows.values_list("workshop_id", "command_id"))

    def take(self, asked: _Asked) -> None:
        if asked.workshop not in self.lives:
            self.lives[asked.workshop] = self._writer.caught_up(asked.workshop)
        if asked.workshop in self._rewritings:
            self.rewrite()  # what comes after words were taken back must not see them
        live = self.lives[asked.workshop]
        try:
            before = _stored_before(asked) if (asked.workshop, asked.command.id) in self._stored else None
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
        self._stored.add((asked.workshop, asked.command.id))
        RecordedEntry.objects.bulk_create([_row(asked, place, one) for place, one in enumerate(decided)])
        found = [rewriting for one in decided if (rewriting := rewriting_of(chart, one.entry)) is not None]
        try:
            for one in decided:
                apply(chart, one)
        except Exception as fault:  # the chart is half changed: the whole transaction must go
            raise RuntimeError("An entry could not be applied.") from fault
        if found:
            self._rewritings.setdefault(asked.workshop, []).extend(found)

    def rewrite(self) -> None:
        """Rewrite the record where words were taken back, and read it again: the live chart still knows them."""
        for workshop, rewritings in self._rewritings.items():
            self.moved = withdrawal.rewrite(workshop, rewritings) or self.moved
            self.lives[workshop] = self.lives[workshop].read_again()
            self.rewrote = True
        self._rewritings = {}


def _decided(live: Live, asked: _Asked) -> list[Recorded]:
    actor = Actor(person=asked.person, at=time.time_ns() // 1_000_000, chance=secrets.randbits(64), door=asked.door)
    entries = decide(live.chart, asked.command, actor)
    hand = hand_of(live.chart, asked.command, actor)
    return [
        Recorded(
            number=live.chart.number + place, at=actor.at, by=hand.by, typed_by=hand.typed_by, said_at=hand.said_at,
            entry=entry,
        )
        for place, entry in enumerate(entries, start=1)
    ]  # fmt: skip


def _stored_before(asked: _Asked) -> Done | None:
    """What a command of this id did before, if it was stored: it happens once and answers the same (S2).

    Raises:
        Refusal: when somebody else sent it: its answer is not theirs.
    """
    rows = RecordedEntry.objects.filter(workshop_id=asked.workshop, command_id=asked.command.id)
    stored = list(rows.order_by("place").values_list("number", "payload", "typed_by"))
    if not stored:
        return None
    if stored[0][2] != asked.person:
        raise Refusal(LOOKS_WRONG)
    return Done(stored[-1][0], getattr(entry_of(stored[0][1]), "id", None))


def _row(asked: _Asked, place: int, recorded: Recorded) -> RecordedEntry:
    return RecordedEntry(
        workshop_id=asked.workshop, number=recorded.number, kind=type(recorded.entry).__name__,
        payload=payload_of(recorded.entry), by=recorded.by, typed_by=recorded.typed_by, said_at=recorded.said_at,
        stored_at=recorded.at, command_id=asked.command.id, place=place,
    )  # fmt: skip
