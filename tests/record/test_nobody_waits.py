"""L2: with ten thousand entries that somebody made to hurt, no act works long before the
writer serves the next.
"""

import itertools
import sys
from collections.abc import Iterator

import pytest
from hostile_acts import BEFORE_ALL, acts
from hostile_histories import hostile
from hostile_record import KINDS, HostileRecord

from footpath.record.reader import Readings
from footpath.record.searches import Searches
from footpath.record.writer import Writer

MOST_CALLS = 300_000
"""Calls of functions, however fast or busy the machine is; `bench/acts.py` has the milliseconds."""


@pytest.fixture
def stored() -> Iterator[HostileRecord]:
    writer = Writer(searches=Searches(Readings()))
    yield HostileRecord(writer)
    writer.close()


@pytest.mark.django_db(transaction=True)
def test_L2g_no_act_keeps_the_writer_from_the_next(stored: HostileRecord) -> None:
    called = itertools.count()

    def count(frame: object, event: str, what: object) -> None:
        if event in ("call", "c_call"):
            next(called)

    stored.writer.look(stored.elsewhere, lambda live: sys.setprofile(count)).result(60)
    most = stored.held(lambda: next(called))
    assert {name: calls for name, calls in most.items() if calls > MOST_CALLS} == {}


def test_L2g_every_kind_of_act_is_tried_in_a_hostile_history() -> None:
    assert KINDS.keys() - {do for _, _, do, _ in acts(hostile())} == BEFORE_ALL
