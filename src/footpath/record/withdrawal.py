"""Words that go for good go from the record: the entries that carry them are
rewritten, a few at a time.

The flipchart forgets them in the moment in which it is said that they go. Rewriting what is stored
takes longer the longer the history is, so it is done in slices between which the writer takes what
others ask. What a crash cuts off goes on at the next start: until the last slice an unfinished
rewriting stands in a table of its own.
"""

from collections import deque
from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from footpath.method import Flipchart, Recorded, numbers_of, rewriting_of
from footpath.method.flipchart.entries import Entry
from footpath.method.rewriting import Rewriting
from footpath.record.models import RecordedEntry, UnfinishedRewriting
from footpath.record.vocabulary import entry_of, payload_of

SLICE, LETTERS = 40, 40_000
"""Entries rewritten in one go, and what they hold together at most: some ten milliseconds."""


class Unfinished:
    """A rewriting of a workshop's record, and how much of it is left: first what it is worked out
    from is read, as slowly.
    """

    def __init__(self, workshop: int, number: int, rewriting: Rewriting, left: list[int]) -> None:
        """Nothing was rewritten yet."""
        self.workshop, self.number = workshop, number
        self._rewriting, self._left = rewriting, deque(left)
        self._unread = deque(rewriting.reads)

    def go_on(self) -> bool:
        """Rewrite the next slice, within the caller's transaction; whether that was the last."""
        if self._unread:
            for row in self._slice_of(self._unread):
                self._rewriting.read(row.number, entry_of(row.payload))
            return False
        rewritten = [row for row in self._slice_of(self._left) if self._rewrite(row)]
        RecordedEntry.objects.bulk_update(rewritten, ["payload"])
        if not self._left:
            UnfinishedRewriting.objects.filter(
                workshop_id=self.workshop, number=self.number
            ).delete()
        return not self._left

    def _slice_of(self, numbers: deque[int]) -> Iterator[RecordedEntry]:
        """Take the next entries, as they are stored, from those that are left."""
        asked = list(islice(numbers, SLICE))
        found = RecordedEntry.objects.filter(workshop_id=self.workshop, number__in=asked)
        rows, letters = {row.number: row for row in found}, 0
        for number in asked:
            numbers.popleft()
            if (row := rows.get(number)) is not None:
                letters += len(row.payload)
                yield row
            if letters > LETTERS:
                break

    def _rewrite(self, row: RecordedEntry) -> bool:
        """Rewrite an entry; it keeps its length, with spaces behind it.

        So SQLite writes over the old one where it stands: rows that move between pages leave copies
        that secure_delete does not reach. No rewriting makes an entry longer: `payload_of` writes a
        mask shorter than whatever it covers.
        """
        payload = payload_of(self._rewriting.rewritten(row.number, entry_of(row.payload)))
        room = len(row.payload.encode())
        kept = payload + " " * (room - len(payload.encode()))
        changes, row.payload = kept != row.payload, kept
        return changes


def begin(workshop: int, chart: Flipchart, entries: list[Recorded]) -> Iterator[Unfinished]:
    """The rewritings because of entries that were stored and applied, noted within
    the caller's transaction.
    """
    for one in entries:
        if (unfinished := _unfinished(workshop, chart, one.number, one.entry)) is not None:
            UnfinishedRewriting.objects.create(workshop_id=workshop, number=one.number)
            yield unfinished


def left_by_a_crash() -> list[tuple[int, int]]:
    """Workshops and entries because of which the record is still to be rewritten."""
    return list(UnfinishedRewriting.objects.order_by("pk").values_list("workshop_id", "number"))


def taken_up(workshop: int, chart: Flipchart, number: int) -> Unfinished | None:
    """A rewriting that was cut off, from its beginning: done twice it comes to the same."""
    return _unfinished(workshop, chart, number, _entry_at(workshop, number))


def _unfinished(workshop: int, chart: Flipchart, number: int, entry: Entry) -> Unfinished | None:
    rewriting = rewriting_of(chart, number, entry, lambda other: _entry_at(workshop, other))
    return (
        None
        if rewriting is None
        else Unfinished(workshop, number, rewriting, numbers_of(chart, rewriting))
    )


def _entry_at(workshop: int, number: int) -> Entry:
    return entry_of(
        RecordedEntry.objects.values_list("payload", flat=True).get(
            workshop_id=workshop, number=number
        )
    )


@transaction.atomic
def go_on(unfinished: Unfinished) -> bool:
    """Rewrite the next slice in a transaction of its own; whether that was the last."""
    return unfinished.go_on()
