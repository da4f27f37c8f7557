"""Replay: reading a workshop's record in order gives its flipchart."""

import gc
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import connection

from footpath.method import Flipchart, Recorded, apply
from footpath.method.rewriting import is_spent
from footpath.record.vocabulary import entry_of

_SELECT = (
    "SELECT number, payload, by, typed_by, said_at, stored_at FROM record_recordedentry "
    "WHERE workshop_id = %s AND number > %s ORDER BY number"
)

Rest = Callable[[], None]
"""Called after each entry: whoever is in no hurry lets others go first."""


def rows(workshop: int, after: int = 0) -> Iterator[tuple[Any, ...]]:
    """The stored rows of a workshop in order, as plain tuples."""
    with connection.cursor() as cursor:
        cursor.execute(_SELECT.replace(" by,", ' "by",'), [workshop, after])
        # at once: who reads on slowly would keep SQLite's log open, and the writer
        # waiting to empty it
        yield from cursor.fetchall()


def recorded(workshop: int, after: int = 0) -> Iterator[Recorded]:
    """The entries of a workshop in order."""
    for number, payload, by, typed_by, said_at, stored_at in rows(workshop, after):
        yield Recorded(
            number=number,
            at=stored_at,
            by=by,
            typed_by=typed_by,
            said_at=said_at,
            entry=entry_of(payload),
        )


def _nothing() -> None:
    """Nobody is let go first."""


def catch_up(chart: Flipchart, workshop: int, rest: Rest = _nothing) -> bool:
    """Apply what was stored since; False where the flipchart has to be read again instead.

    That is where a passage was masked in between and the record does not hold it any more: what the
    flipchart has from before cannot be masked by it.
    """
    for entry in recorded(workshop, chart.number):
        if is_spent(entry.entry):
            return False
        apply(chart, entry)
        rest()
    return True


def replay(workshop: int, rest: Rest = _nothing) -> Flipchart:
    """The flipchart of a workshop, from its first entry to its last."""
    chart = Flipchart()
    # others' garbage would wait meanwhile
    with _nothing_to_collect() if rest is _nothing else nullcontext():
        for entry in recorded(workshop):
            apply(chart, entry)
            rest()
    return chart


@contextmanager
def _nothing_to_collect() -> Generator[None, None, None]:
    """Leave Python's cycle collector out: all that a replay makes stays, and it was
    walked again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
