"""Writing: one writer takes what is asked, decides, stores it all in one transaction,
and only then tells.

Whatever queued up while one transaction went to disk is the next transaction (group commit).
"""

import contextlib
import logging
import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from msgspec import Struct

from footpath.method import SEARCHES, Command, Refusal
from footpath.record.after_effects import Following
from footpath.record.faults import NOT_STORED, Fault, place_of
from footpath.record.live import Live, ToTell
from footpath.record.loading import Loading
from footpath.record.rewritings import Rewritings
from footpath.record.searches import Searches, SearchResult
from footpath.record.shares import Shares
from footpath.record.tellings import Telling
from footpath.record.turn import MOST_SEARCHES, Asked, Done, Turn, is_wanted, lock
from footpath.record.wiping import Wiper
from footpath.record.withdrawal import Unfinished

__all__ = ["NOT_STORED", "Done", "Fault", "Live", "Writer"]

log = logging.getLogger(__name__)

MOST_AT_ONCE = 256
MOST_CHARTS = 64
HANDED_OVER = 8
"""Commands that the writer takes up of what one search found before the next are given to it."""
TAKEN = 20.0
"""Seconds in which it takes them up, unless something is wrong with it."""


class _Looked(Struct, kw_only=True):
    workshop: int
    look: Callable[[Live], Any]
    future: "Future[Any]"


class Writer:
    """The one writer of this process; `tell` is called in its thread, after the
    commit is on disk.
    """

    def __init__(
        self, tell: Callable[[ToTell], None] = lambda told: None, searches: Searches | None = None
    ) -> None:
        """Start the writer's thread; without `searches` it looks through everything by itself."""
        self._telling, self._searches = Telling[Asked | _Looked](tell), searches
        self._queue: queue.SimpleQueue[Asked | _Looked | Live | None] = queue.SimpleQueue()
        self._live: OrderedDict[int, Live] = OrderedDict()
        self._handed_over = 0
        self._shares = Shares()
        self._wiper, self._following = Wiper(), Following(self.submit)
        self._rewritings = Rewritings(self._wiper)
        self._loading = (
            Loading(self._live.__contains__, self._queue.put) if searches is not None else None
        )
        self._thread = threading.Thread(target=self._run, name="record-writer", daemon=True)
        self._thread.start()

    def submit(
        self, workshop: int, command: Command, person: int | None, door: str = ""
    ) -> "Future[Done]":
        """Ask for something. The future gives Done once it is on disk, or
        raises Refusal or Fault.
        """
        future: Future[Done] = Future()
        self._ask(
            Asked(workshop=workshop, command=command, person=person, door=door, future=future)
        )
        return future

    def _ask(self, asked: Asked) -> None:
        """Let the writer take it, after what it looks through was searched beside the writer."""
        if (
            self._searches is None
            or type(asked.command) not in SEARCHES
            or asked.searches == MOST_SEARCHES
        ):
            self._put(asked)
            return

        def found(found: SearchResult | Refusal | Fault) -> None:
            asked.found, asked.searches = found, asked.searches + 1
            self._put(asked)
            self._handed_over += 1
            # others' would wait behind all that one pass found
            if self._handed_over % HANDED_OVER == 0:
                with contextlib.suppress(TimeoutError, Fault):
                    self.look(asked.workshop, _nothing_to_see).result(TAKEN)

        self._searches.add(asked.workshop, asked.command, asked.person, asked.door, found)

    def look(self, workshop: int, look: Callable[[Live], Any]) -> "Future[Any]":
        """Read the flipchart between two transactions, in the writer's thread."""
        future: Future[Any] = Future()
        self._put(_Looked(workshop=workshop, look=look, future=future))
        return future

    def _put(self, item: "Asked | _Looked") -> None:
        """Let the writer take it next, after a flipchart that it does not have
        was read beside it.
        """
        if self._loading is None:
            self._queue.put(item)
        else:
            self._loading.put(item.workshop, item)

    def close(self) -> None:
        """Finish what was asked, then stop."""
        if self._searches is not None:
            self._searches.close()
        if self._loading is not None:
            self._loading.close()
        self._queue.put(None)
        self._thread.join(timeout=30)
        self._following.close()
        self._wiper.close()

    def _run(self) -> None:
        while True:
            batch: list[Asked | _Looked | Live] = []
            try:
                item = self._queue.get(not (self._telling or self._rewritings), self._shares.wait)
            except queue.Empty:
                self._go_on()
                continue
            while item is not None:
                batch.append(item)
                if len(batch) == MOST_AT_ONCE or self._queue.empty():
                    break
                item = self._queue.get()
            if batch:
                for live in batch:
                    if isinstance(live, Live):
                        self._live.setdefault(live.workshop, live)
                self._serve(
                    [
                        item
                        for item in batch
                        if not isinstance(item, Live) and is_wanted(item.future)
                    ]
                )
                self._go_on()
            if item is None:
                self._shares.end()
                while self._telling or self._rewritings or self._shares.wait is not None:
                    self._go_on()
                connection.close()
                return

    def _serve(self, batch: list[Asked | _Looked]) -> None:
        _come_back()
        self._rewritings.take_up(lambda workshop: self._charted(workshop).chart)
        asked = [item for item in batch if isinstance(item, Asked) and not self._waits(item)]
        if asked:
            self._write(asked)
        for item in batch:
            if isinstance(item, _Looked) and not self._waits(item):
                try:
                    item.future.set_result(item.look(self._charted(item.workshop)))
                except Exception as fault:  # the reader's future carries it
                    log.error("Looking at a flipchart failed: %s", place_of(fault))
                    item.future.set_exception(Fault(NOT_STORED))

    def _waits(self, item: "Asked | _Looked") -> bool:
        """Whether it is kept until the last change there was told, or until others had
        their part of the time.
        """
        had_enough = isinstance(item, Asked) and self._shares.has_had_enough(item.workshop)
        if isinstance(item, Asked) and item.workshop in self._shares:
            self._shares.keep(item)
        elif item.workshop in self._telling:
            self._telling.keep(item.workshop, item)
        elif isinstance(item, Asked) and had_enough:
            self._shares.keep(item)
        else:
            return False
        return True

    def _go_on(self) -> None:
        """A slice of what is to be told or, when all was, of what is to be rewritten; others
        are served between.
        """
        if rested := self._shares.rested(lambda workshop: workshop not in self._telling):
            _come_back()
            self._write(rested)
        if self._telling:
            self._serve(self._telling.go_on())
        else:
            self._rewritings.go_on()

    def _write(self, asked: list[Asked]) -> None:
        turn, began, took = Turn(self.caught_up), time.thread_time(), list[float]()
        try:
            with transaction.atomic():
                lock({item.workshop for item in asked})
                turn.ask_what_is_stored(asked)
                for item in asked:
                    begun = time.thread_time()
                    turn.take(item)
                    took.append(time.thread_time() - begun)
        except Exception as fault:  # nothing of this transaction was stored
            self._forget(asked)
            if len(asked) > 1 and not isinstance(fault, OperationalError | InterfaceError):
                for item in asked:  # one command's fault is not its neighbours'
                    self._serve([item])
                return
            log.error("A transaction failed: %s", place_of(fault))
            for item in asked:
                item.future.set_exception(Fault(NOT_STORED))
            return
        self._finish(turn)
        shared = (time.thread_time() - began - sum(took)) / len(asked)  # the commit is everybody's
        for item, seconds in zip(asked, took, strict=True):
            self._shares.used(item.workshop, seconds + shared)

    def _finish(self, turn: Turn) -> None:
        """After the commit: tell, answer, and begin to rewrite what words are to go from."""
        self._live |= turn.lives
        for live in turn.lives.values():
            self._telling.begin(live, partial(self._answer_all, turn, live.workshop))
        for asked in turn.searched_too_early:
            self._ask(asked)

    def _answer_all(self, turn: Turn, workshop: int) -> None:
        for asked, answer in turn.answers:
            if asked.workshop != workshop:
                continue
            if isinstance(answer, Exception):
                asked.future.set_exception(answer)
            else:
                self._answer(
                    asked,
                    answer,
                    turn.unfinished.get(id(asked), []),
                    turn.followed.get(id(asked), []),
                )

    def _answer(
        self, asked: Asked, answer: Done, unfinished: list[Unfinished], followed: list[int]
    ) -> None:
        """Answer; where words go, when they are gone from the record, from elsewhere and
        from the files' bytes.
        """
        done = partial(asked.future.set_result, answer)
        then = partial(self._wiper.wipe, done) if unfinished else done
        if followed:
            then = partial(self._following.follow, asked.workshop, followed, then)
        if not unfinished:
            then()
            return
        self._rewritings.add(unfinished, then)

    def _forget(self, asked: list[Asked]) -> None:
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
        unseen = [
            id for id, other in self._live.items() if not other.is_watched and other is not live
        ]
        for id in unseen[: max(0, len(self._live) - MOST_CHARTS)]:
            del self._live[id]
        return live

    def caught_up(self, workshop: int) -> Live:
        """The live flipchart, with what another process may have stored; within a
        transaction it stays so.
        """
        return self._charted(workshop).catch_up()


def _come_back() -> None:
    if connection.connection is not None and not connection.is_usable():
        connection.close()  # the database was started again meanwhile


def _nothing_to_see(live: Live) -> None:
    """That it was the turn of whoever looks is all that they wait for."""
