"""L2: with ten thousand entries that somebody made to hurt, no single act holds the writer for more than 50 ms."""

import gc
import threading
import time
from collections.abc import Iterator

import msgspec
import pytest
from hostile_acts import BEFORE_ALL, DOORS, acts
from hostile_histories import Hostile

from footpath.method import COMMANDS, Refusal
from footpath.record.models import RecordedEntry
from footpath.record.reading import Reader
from footpath.record.searches import Searches
from footpath.record.vocabulary import payload_of
from footpath.record.writing import Fault, Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
BOUND = 0.05
"""Seconds of the processor's time: what the writer works, however busy the machine is otherwise."""


@pytest.fixture
def writer() -> Iterator[Writer]:
    made = Writer(searches=Searches(Reader()))
    yield made
    made.close()
    gc.unfreeze()


class Held:
    """How long the writer works between two looks at another workshop, as another workshop's people would wait."""

    def __init__(self, writer: Writer, elsewhere: int) -> None:
        self.writer, self.elsewhere = writer, elsewhere
        self.longest, self._last, self._stop = 0.0, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def _look(self) -> None:
        now = self.writer.look(self.elsewhere, lambda live: time.thread_time()).result(60)
        self.longest, self._last = max(self.longest, now - (self._last or now)), now

    def _ask(self) -> None:
        while not self._stop.is_set():
            self._look()

    def __enter__(self) -> "Held":
        self._look()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._look()


def stored(group: Hostile, workshop: Workshop) -> None:
    """Put the history into the record, as if it had been asked for bit by bit."""
    RecordedEntry.objects.filter(workshop=workshop).delete()
    RecordedEntry.objects.bulk_create(
        RecordedEntry(
            workshop=workshop, number=one.number, kind=type(one.entry).__name__, payload=payload_of(one.entry),
            by=one.by, typed_by=one.typed_by, said_at=one.said_at, stored_at=one.at, command_id=f"h{one.number}",
            place=0,
        )
        for one in group.record
    )  # fmt: skip


def test_L2_no_act_holds_the_writer_for_more_than_fifty_milliseconds(writer: Writer) -> None:
    group = Hostile()
    workshop, elsewhere = make_workshop(writer, "Buying"), make_workshop(writer, "Elsewhere")
    big = Workshop.objects.create(title="Big", made_with="big")
    stored(group, big)
    assert workshop
    writer.look(big.pk, lambda live: None).result(60)
    gc.collect()
    gc.freeze()  # as the server does: what is there is not walked again while somebody waits
    kinds = {kind.__name__: kind for kind in COMMANDS}
    took: dict[str, float] = {}
    for place, (name, who, do, fields) in enumerate(acts(group)):
        command = msgspec.convert({"do": do, "id": f"act{place}", **fields}, kinds[do])
        with Held(writer, elsewhere.pk) as held:
            try:
                writer.submit(big.pk, command, who, DOORS.get(do, "")).result(60)
            except (Refusal, Fault) as no:
                raise AssertionError(name) from no
        took[name] = held.longest
    assert {name: round(took[name], 3) for name in took if took[name] > BOUND} == {}
    assert kinds.keys() - {do for _, _, do, _ in acts(group)} == BEFORE_ALL, "every kind is tried"
