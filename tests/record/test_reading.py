"""Reading: beside the writer, with everything that was stored before it was asked for."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection

from footpath.method import Flipchart, Sight
from footpath.method.own_words.taking_back import TakeBack
from footpath.method.phases.aims import AddAim
from footpath.method.phases.gather import Arrive, ProposeAgreement
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart
from footpath.record import reader as reading
from footpath.record import replay
from footpath.record.reader import Fault, Readings
from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "They were paid after seventy days"


@pytest.fixture
def reader() -> Readings:
    """A reader of the test's own."""
    return Readings()


def arrive(writer: Writer, workshop: Workshop, name: str, door: str = "guest") -> int:
    """Somebody comes in."""
    made = (
        writer.submit(workshop.pk, Arrive(id=f"arrive-{name}", name=name), None, door)
        .result(10)
        .made
    )
    assert made is not None
    return made


def in_a_thread(pool: ThreadPoolExecutor, read: Callable[[], object]) -> None:
    """Read in a thread of its own, which leaves no connection behind."""

    def reading() -> None:
        try:
            read()
        finally:
            connection.close()

    pool.submit(reading)


@contextmanager
def slow_reading(reader: Readings, *workshops: Workshop) -> Iterator[None]:
    """Somebody reads in each of these workshops, and does not come to an end meanwhile."""
    end, begun = threading.Event(), threading.Barrier(len(workshops) + 1)

    def slowly(chart: Flipchart) -> None:
        begun.wait(10)
        end.wait(30)

    with ThreadPoolExecutor() as pool:
        for one in workshops:
            in_a_thread(pool, lambda one=one: reader.read(one.pk, slowly))
        try:
            begun.wait(10)
            yield
        finally:
            end.set()


def test_L2b_a_slow_reader_makes_no_writer_wait(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    other = make_workshop(writer, "Travel")
    with slow_reading(reader, workshop):
        sam, ada = arrive(writer, workshop, "Sam"), arrive(writer, other, "Ada")
        assert sam and ada, "both were answered while somebody read"


def test_L2a_a_slow_reader_makes_nobody_in_another_workshop_wait(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    other = make_workshop(writer, "Travel")
    with ThreadPoolExecutor() as pool, slow_reading(reader, workshop):
        # they wait for the slow one, and hold no place meanwhile
        for _ in range(reading.AT_ONCE + 1):
            in_a_thread(pool, lambda: reader.read(workshop.pk, lambda chart: None))
        assert reader.read(other.pk, lambda chart: chart.set_up is not None)
        assert reader.read(other.pk, lambda chart: chart.number) == 1


def test_L2b_no_more_read_at_once_than_the_writer_can_bear(
    writer: Writer, workshop: Workshop, reader: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "WAIT", 0.2)
    slow = [workshop, *(make_workshop(writer, f"Buying {n}") for n in range(reading.AT_ONCE - 1))]
    other = make_workshop(writer, "Travel")
    with slow_reading(reader, *slow), pytest.raises(Fault):
        reader.read(other.pk, lambda chart: None)
    assert reader.read(other.pk, lambda chart: chart.number) == 1


def test_S3_a_reader_sees_everything_that_was_stored_before_it_asked(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    sam = arrive(writer, workshop, "Sam")
    for n in range(20):
        done = writer.submit(
            workshop.pk, ProposeAgreement(id=f"{n}", text=f"Line {n}"), sam
        ).result(10)
        assert reader.read(workshop.pk, lambda chart: chart.number) == done.number
    seen = reader.read(workshop.pk, lambda chart: Sight(chart).whole("everyone"))
    assert seen == Sight(replay.replay(workshop.pk)).whole("everyone")


def test_S3_a_reader_sees_what_another_process_stored(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    assert reader.read(workshop.pk, lambda chart: len(chart.people)) == 0
    elsewhere = Writer()
    arrive(elsewhere, workshop, "Sam")
    elsewhere.close()
    assert reader.read(workshop.pk, lambda chart: len(chart.people)) == 1


def test_S7_a_reader_knows_nothing_any_more_of_what_was_taken_back(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    fay, sam = arrive(writer, workshop, "Fay", "facilitator"), arrive(writer, workshop, "Sam")
    writer.submit(workshop.pk, OpenFlipchart(id="o"), fay).result(10)
    assert reader.read(workshop.pk, lambda chart: WORDS not in repr(chart))
    note = writer.submit(workshop.pk, WriteNote(id="n", text=WORDS), sam).result(10).made
    assert note is not None
    writer.submit(
        workshop.pk, AddAim(id="a", text="Nobody waits for money", rests_on=[note]), fay
    ).result(10)
    writer.submit(workshop.pk, TakeBack(id="t", about=note), sam).result(10)
    # written and taken back between two readings, and once more after it was read
    assert reader.read(workshop.pk, lambda chart: WORDS not in repr(chart))
    again = writer.submit(workshop.pk, WriteNote(id="n2", text=WORDS), sam).result(10).made
    assert reader.read(workshop.pk, lambda chart: WORDS in repr(chart))
    assert again is not None
    writer.submit(workshop.pk, TakeBack(id="t2", about=again), sam).result(10)
    assert reader.read(workshop.pk, lambda chart: WORDS not in repr(chart))


def test_S1_a_reading_that_fails_leaves_the_next_one_whole(
    writer: Writer, workshop: Workshop, reader: Readings
) -> None:
    arrive(writer, workshop, "Sam")
    with pytest.raises(Fault):
        reader.read(workshop.pk, lambda chart: chart.people[99])
    assert reader.read(workshop.pk, lambda chart: len(chart.people)) == 1


def test_L2b_only_so_many_copies_are_held(
    writer: Writer, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_COPIES", 2)
    reader = Readings()
    others = [make_workshop(writer, f"Buying {n}") for n in range(2)]
    first, second, _ = (reader.read(one.pk, lambda chart: chart) for one in (workshop, *others))
    assert reader.read(others[0].pk, lambda chart: chart) is second
    assert reader.read(workshop.pk, lambda chart: chart) is not first, (
        "the one that was read longest ago went"
    )


def test_L2f_while_somebody_looks_through_everything_others_read(
    writer: Writer, workshop: Workshop, reader: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "WAIT", 0.1)
    sam = arrive(writer, workshop, "Sam")

    def looks(chart: Flipchart) -> list[str]:
        return reader.read(workshop.pk, lambda other: [chart.name_of(sam), other.name_of(sam)])

    assert reader.look_through(workshop.pk, sam, looks) == ["Sam", "Sam"]
