"""Writing: one writer takes what is asked, decides, stores it all in one transaction, and only then tells.

Whatever queued up while one transaction went to disk is the next transaction (group commit).
"""

import logging
import queue
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from django.db import close_old_connections, connection, transaction
from msgspec import Struct

from footpath.method import Actor, Audience, Change, Command, Flipchart, Recorded, Refusal, Sight
from footpath.method import apply, decide, hand_of, rewriting_of
from footpath.method.rewriting import Rewriting
from footpath.record import replay, withdrawal
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of, payload_of

log = logging.getLogger(__name__)

MOST_AT_ONCE = 256
MOST_CHARTS = 64


class Fault(Exception):
    """A fault of ours: nothing was stored, and the same command may be sent again."""


class Done(Struct, frozen=True):
    """The command happened: the number of its last entry, and the thing that it made."""

    number: int
    made: int | None


class Told(Struct, frozen=True, kw_only=True):
    """What to tell after a commit: the number that everybody may know, and what changed for whom.

    `roles` holds everybody's roles and `gone` who was removed, both only where something about people changed.
    """

    workshop: int
    number: int
    changes: dict[Audience, Change]
    rewritten: bool
    gone: frozenset[int]
    roles: dict[int, frozenset[str]]


class _Asked(Struct, kw_only=True):
    workshop: int
    command: Command
    person: int | None
    door: str
    future: "Future[Done]"


class _Looked(Struct, kw_only=True):
    workshop: int
    look: Callable[["Live"], Any]
    future: "Future[Any]"


class Live:
    """A workshop's flipchart as the writer keeps it between transactions."""

    def __init__(self, workshop: int) -> None:
        """Replay the record; nothing is looked at until somebody is there to look."""
        self.workshop = workshop
        self.chart: Flipchart = replay.replay(workshop)
        self.chart.touched.clear()
        self.sight: Sight | None = None

    def seeing(self) -> Sight:
        """What every audience sees now."""
        if self.sight is None:
            self.sight = Sight(self.chart)
        return self.sight


class Writer:
    """The one writer of this process; `tell` is called in its thread, after the commit is on disk."""

    def __init__(self, tell: Callable[[Told], None] = lambda told: None) -> None:
        """Start the writer's thread."""
        self._tell = tell
        self._queue: queue.SimpleQueue[_Asked | _Looked | None] = queue.SimpleQueue()
        self._live: OrderedDict[int, Live] = OrderedDict()
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
                self._serve(batch)
            if item is None:
                connection.close()
                return

    def _serve(self, batch: list[_Asked | _Looked]) -> None:
        close_old_connections()
        asked = [item for item in batch if isinstance(item, _Asked)]
        if asked:
            self._write(asked)
        for item in batch:
            if isinstance(item, _Looked):
                try:
                    item.future.set_result(item.look(self._charted(item.workshop)))
                except Exception as fault:  # noqa: BLE001 - the reader's future carries it
                    log.exception("Looking at a flipchart failed.")
                    item.future.set_exception(Fault(str(type(fault).__name__)))

    def _write(self, asked: list[_Asked]) -> None:
        turn = _Turn(self)
        try:
            with transaction.atomic():
                for item in asked:
                    turn.take(item)
                turn.rewrite()
        except Exception as fault:  # noqa: BLE001 - nothing of this transaction was stored: everybody is told so
            log.error("A transaction failed: %s", type(fault).__name__, exc_info=not _is_database_trouble(fault))
            self._forget(asked)
            for item in asked:
                item.future.set_exception(Fault("It could not be stored just now."))
            return
        turn.finish(self._tell)

    def _forget(self, asked: list[_Asked]) -> None:
        """The charts may have run ahead of the record: they are replayed from it when next needed."""
        for item in asked:
            self._live.pop(item.workshop, None)
        connection.close()

    def _charted(self, workshop: int) -> Live:
        live = self._live.pop(workshop, None) or Live(workshop)
        self._live[workshop] = live
        while len(self._live) > MOST_CHARTS:
            self._live.popitem(last=False)
        return live

    def caught_up(self, workshop: int) -> Live:
        """The live flipchart, with what another process may have stored; within a transaction it stays so."""
        live = self._charted(workshop)
        _lock(workshop)
        last = RecordedEntry.objects.filter(workshop_id=workshop).order_by("-number").values_list("number").first()
        if last is not None and last[0] > live.chart.number:
            replay.catch_up(live.chart, workshop)
        return live

    def replace(self, live: Live) -> None:
        """Keep a flipchart that was replayed anew."""
        self._live[live.workshop] = live


def _is_database_trouble(fault: Exception) -> bool:
    return type(fault).__module__.startswith(("django.db", "sqlite3", "psycopg"))


def _lock(workshop: int) -> None:
    """One writer for each workshop, across processes; SQLite's transaction holds the whole file already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workshop])


class _Turn:
    """One transaction: what was decided in it, for whom, and what is told once it is on disk."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lives: dict[int, Live] = {}
        self._answers: list[tuple[_Asked, Done | Exception]] = []
        self._rewritings: dict[int, list[Rewriting]] = {}

    def take(self, asked: _Asked) -> None:
        if asked.workshop not in self._lives:
            self._lives[asked.workshop] = self._writer.caught_up(asked.workshop)
        live = self._lives[asked.workshop]
        before = _stored_before(asked)
        if before is not None:
            self._answers.append((asked, before))
            return
        try:
            self._answers.append((asked, self._decide(live, asked)))
        except Refusal as refusal:
            self._answers.append((asked, refusal))
        except (AssertionError, LookupError, TypeError, ValueError, AttributeError) as fault:
            # decided before anything was stored or applied, so that its neighbours are not touched
            log.exception("A command could not be decided: %s", type(asked.command).__name__)
            self._answers.append((asked, Fault(type(fault).__name__)))

    def _decide(self, live: Live, asked: _Asked) -> Done:
        if asked.workshop in self._rewritings:
            self.rewrite()  # what comes after words were taken back must not see them
            live = self._lives[asked.workshop]
        actor = Actor(
            person=asked.person, at=time.time_ns() // 1_000_000, chance=secrets.randbits(64), door=asked.door
        )  # fmt: skip
        chart = live.chart
        entries = decide(chart, asked.command, actor)
        hand = hand_of(chart, asked.command, actor)
        if not entries:
            return Done(chart.number, None)
        recorded = [
            Recorded(
                number=chart.number + place, at=actor.at, by=hand.by, typed_by=hand.typed_by,
                said_at=hand.said_at, entry=entry,
            )
            for place, entry in enumerate(entries, start=1)
        ]  # fmt: skip
        RecordedEntry.objects.bulk_create([_row(asked, place, one) for place, one in enumerate(recorded)])
        rewritings = [found for entry in entries if (found := rewriting_of(chart, entry)) is not None]
        try:
            for one in recorded:
                apply(chart, one)
        except Exception as fault:  # the chart is half changed: the whole transaction must go
            raise RuntimeError("An entry could not be applied.") from fault
        if rewritings:
            self._rewritings.setdefault(asked.workshop, []).extend(rewritings)
        return Done(recorded[-1].number, getattr(entries[0], "id", None))

    def rewrite(self) -> None:
        """Rewrite the record where words were taken back, and replay it: the live chart still knows them."""
        for workshop, rewritings in self._rewritings.items():
            withdrawal.rewrite(workshop, rewritings)
            old, new = self._lives[workshop], Live(workshop)
            self._lives[workshop] = _Rewritten(old, new)
        self._rewritings = {}

    def finish(self, tell: Callable[[Told], None]) -> None:
        """After the commit: answer, tell, and empty the write-ahead log where words were taken back."""
        for live in self._lives.values():
            self._writer.replace(live.new if isinstance(live, _Rewritten) else live)
        if any(isinstance(live, _Rewritten) for live in self._lives.values()):
            withdrawal.wipe()
        for live in self._lives.values():
            tell(_told(live))
        for asked, answer in self._answers:
            if isinstance(answer, Exception):
                asked.future.set_exception(answer)
            else:
                asked.future.set_result(answer)


class _Rewritten(Live):
    """A flipchart whose record was rewritten in this transaction, beside what everybody saw before."""

    def __init__(self, old: Live, new: Live) -> None:
        self.workshop = old.workshop
        self.chart = new.chart
        self.new = new
        self.before = old.before if isinstance(old, _Rewritten) else old.sight
        self.sight = None


def _told(live: Live) -> Told:
    rewritten = isinstance(live, _Rewritten)
    changes: dict[Audience, Change] = {}
    if isinstance(live, _Rewritten):
        if live.before is not None:
            changes = live.before.compare(live.new.seeing())
    elif live.sight is not None:
        changes = live.sight.refresh(live.chart)
    live.chart.touched.clear()
    everyones = changes.get("everyone")
    about_people = rewritten or (everyones is not None and "people" in everyones.put)
    people = list(live.chart.people.values()) if about_people else []
    return Told(
        workshop=live.workshop, number=live.chart.public_number, changes=changes, rewritten=rewritten,
        gone=frozenset(person.id for person in people if person.removed),
        roles={person.id: frozenset(role.value for role in person.roles) for person in people},
    )  # fmt: skip


def _stored_before(asked: _Asked) -> Done | None:
    """What a command of this id did before, if it was stored: it happens once and answers the same (S2)."""
    rows = RecordedEntry.objects.filter(workshop_id=asked.workshop, command_id=asked.command.id)
    stored = list(rows.order_by("place").values_list("number", "payload"))
    if not stored:
        return None
    return Done(stored[-1][0], getattr(entry_of(stored[0][1]), "id", None))


def _row(asked: _Asked, place: int, recorded: Recorded) -> RecordedEntry:
    return RecordedEntry(
        workshop_id=asked.workshop, number=recorded.number, kind=type(recorded.entry).__name__,
        payload=payload_of(recorded.entry), by=recorded.by, typed_by=recorded.typed_by, said_at=recorded.said_at,
        stored_at=recorded.at, command_id=asked.command.id, place=place,
    )  # fmt: skip
