"""A hostile history in a real record, and what each act in it costs those who come next, by
whatever it is measured.
"""

from collections.abc import Callable

import msgspec
from hostile_acts import DOORS, acts
from hostile_histories import hostile

from footpath.method import COMMANDS, Refusal
from footpath.record.live import Live
from footpath.record.models import RecordedEntry
from footpath.record.vocabulary import payload_of
from footpath.record.writer import Fault, Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

KINDS = {kind.__name__: kind for kind in COMMANDS}


class Held:
    """The most of `meter`, which the writer's thread reads, between two looks at another
    workshop while it acts.

    Each look asks for the next: so one is served with all that the writer serves, however
    busy the machine is.
    """

    def __init__(self, writer: Writer, elsewhere: int, meter: Callable[[], float]) -> None:
        self._writer, self._elsewhere, self._meter = writer, elsewhere, meter
        self.most, self._last, self._goes_on = 0.0, 0.0, True

    def _look(self, _: Live) -> None:
        now = self._meter()
        self.most, self._last = max(self.most, now - self._last), now
        if self._goes_on:
            self._writer.look(self._elsewhere, self._look)

    def _begin(self, _: Live) -> None:
        self._last = self._meter()
        self._writer.look(self._elsewhere, self._look)

    def __enter__(self) -> "Held":
        self._writer.look(self._elsewhere, self._begin).result(60)
        return self

    def __exit__(self, *_: object) -> None:
        self._goes_on = False
        for _last in range(2):
            self._writer.look(self._elsewhere, lambda live: None).result(60)


class HostileRecord:
    """Ten thousand entries in one workshop, and another one whose people wait."""

    def __init__(self, writer: Writer) -> None:
        """Put the history into the record, as if it had been asked for bit by
        bit, and read it once.
        """
        self.writer, self.group = writer, hostile()
        self.elsewhere = make_workshop(writer, "Elsewhere").pk
        self.workshop = Workshop.objects.create(title="Big", made_with="big")
        RecordedEntry.objects.filter(workshop=self.workshop).delete()
        RecordedEntry.objects.bulk_create(
            RecordedEntry(
                workshop=self.workshop, number=one.number, kind=type(one.entry).__name__,
                payload=payload_of(one.entry), by=one.by, typed_by=one.typed_by,
                said_at=one.said_at, stored_at=one.at, command_id=f"h{one.number}", place=0,
            )
            for one in self.group.record
        )  # fmt: skip
        writer.look(self.workshop.pk, lambda live: None).result(60)

    def held(self, meter: Callable[[], float]) -> dict[str, float]:
        """Do every act once; by its name, the most that it kept others waiting. An act
        that is refused fails.
        """
        most: dict[str, float] = {}
        for place, (name, who, do, fields) in enumerate(acts(self.group)):
            command = msgspec.convert({"do": do, "id": f"act{place}", **fields}, KINDS[do])
            with Held(self.writer, self.elsewhere, meter) as held:
                try:
                    self.writer.submit(self.workshop.pk, command, who, DOORS.get(do, "")).result(60)
                except (Refusal, Fault) as no:
                    raise AssertionError(name) from no
            most[name] = held.most
        return most
