"""Letting the invented people act: while their facilitator has the room open, in this process, one
act after another, through the writer as everybody's.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import connection
from msgspec import Struct, field

from footpath.method import Flipchart, Refusal
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import entry_of
from footpath.record.writer import Fault
from footpath.rehearsing.what_comes_next import Act, ToDo
from footpath.room.running import rooms
from footpath.workshops.models import Rehearsal

log = logging.getLogger(__name__)

BEAT = 0.5
"""Seconds between two looks at the rehearsals that are open."""
PACE = 1.0
"""How slowly they are; 1 for somebody who leads them by hand."""
WAIT = 10.0


class _Seen(NamedTuple):
    """Where the group stands: after each change of it they wait a moment, as people do."""

    phase: str
    silence: bool
    opened: bool
    break_until: int | None


class _Open(Struct):
    """A rehearsal whose room is open here."""

    leader: int | None
    done: dict[str, int | None]
    seen: _Seen | None = None
    acted: float = field(default_factory=time.monotonic)


class Acting:
    """A thread of its own for all rehearsals; it ends with the server, and nothing is lost."""

    def __init__(self) -> None:
        """Begin."""
        self._open: dict[int, _Open | None] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rehearsals", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; what was begun is finished if that takes no more than a moment."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stop.wait(BEAT):
            try:
                self._look_round()
            except Exception:  # the next look may find it well again
                log.exception("The rehearsals could not be looked after.")
                connection.close()
        connection.close()

    def _look_round(self) -> None:
        connected = rooms().presence.connected()
        self._open = {id: one for id, one in self._open.items() if id in connected}
        if new := connected.keys() - self._open.keys():
            known = Rehearsal.objects.in_bulk(list(new))
            self._open |= {id: _opened(known[id]) if id in known else None for id in new}
        led = [
            (workshop, one)
            for workshop, one in self._open.items()
            if one is not None and one.leader in connected[workshop]
        ]
        for workshop, one in led:
            try:
                _act(workshop, one)
            except Fault:  # it is tried again at the next look
                connection.close()
        if not led:
            connection.close()


def _opened(rehearsal: Rehearsal) -> _Open:
    """What was done in it by now is what its record holds, also after the server was down."""
    rows = RecordedEntry.objects.filter(workshop_id=rehearsal.pk, place=0)
    done = {
        id: getattr(entry_of(payload), "id", None)
        for id, payload in rows.values_list("command_id", "payload")
    }
    return _Open(rehearsal.leader, done)


def _act(workshop: int, one: _Open) -> None:
    """Let one of them do what comes next, once it is time for it.

    Raises:
        Fault: when the record could not be read or written.
    """
    seen, act, person, present = rooms().read(workshop, _look(one))
    rooms().presence.here_too(workshop, present)
    now = time.monotonic()
    if seen != one.seen:
        one.seen, one.acted = seen, now
    if act is None or now - one.acted < act.pause * PACE:
        return
    one.acted, one.done[act.command.id] = now, None
    try:
        asked = rooms().writer.submit(workshop, act.command, person, act.door)
        one.done[act.command.id] = asked.result(timeout=WAIT).made
    except Refusal as no:
        # it cannot be done as their facilitator leads, and nothing hangs on it
        log.debug("Refused in a rehearsal: %s", no.sentence)
    except (Fault, TimeoutError):
        del one.done[act.command.id]


Look = tuple[_Seen, Act | None, int | None, frozenset[int]]


def _look(one: _Open) -> Callable[[Flipchart], Look]:
    at = time.time_ns() // 1_000_000

    def look(chart: Flipchart) -> Look:
        to_do = ToDo(chart, one.done)
        act = to_do.next(at)
        seen = _Seen(chart.phase, chart.silence, chart.opened, chart.break_until)
        return seen, act, to_do.person(act.who) if act is not None else None, to_do.present()

    return look
