"""Searches beside the writer: who asks for many keeps nobody waiting who asks for one,
and nobody who reads.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from footpath.method import Flipchart, Refusal
from footpath.method.own_words.masking import MaskWords
from footpath.method.phases.gather import Arrive
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart
from footpath.record.reader import Readings
from footpath.record.searches import Searches
from footpath.record.writer import Done, Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 12


@pytest.fixture
def searches() -> Iterator[Searches]:
    """Searches of the test's own."""
    made = Searches(Readings())
    yield made
    made.close()


@pytest.fixture
def written(writer: Writer) -> tuple[Workshop, dict[int, int]]:
    """A workshop with two people, each with a note."""
    workshop = make_workshop(writer, "Buying")
    notes: dict[int, int] = {}
    for name, door in (("Una", "facilitator"), ("Yan", "guest")):
        person = (
            writer.submit(workshop.pk, Arrive(id=f"arrive-{name}", name=name), None, door)
            .result(10)
            .made
            or 0
        )
        if not notes:
            writer.submit(workshop.pk, OpenFlipchart(id="open"), person).result(10)
        note = WriteNote(id=f"note-{name}", text=f"{name} was paid after seventy days")
        notes[person] = writer.submit(workshop.pk, note, person).result(10).made or 0
    return workshop, notes


def test_L2j_who_takes_back_much_lets_others_go_next(
    searches: Searches, written: tuple[Workshop, dict[int, int]]
) -> None:
    workshop, notes = written
    una, yan = notes
    made: list[int] = []
    begun, all_asked, done = threading.Event(), threading.Event(), threading.Event()

    def first(_: object) -> None:
        begun.set()
        all_asked.wait(10)

    def made_for(person: int, _: object) -> None:
        made.append(person)
        if len(made) == MANY + 1:
            done.set()

    def add(person: int, then: Callable[[object], None]) -> None:
        searches.add(workshop.pk, MaskWords(id="mask", passage="seventy"), person, "", then)

    add(yan, first)
    assert begun.wait(10)
    for _ in range(MANY):
        add(yan, partial(made_for, yan))
    add(una, partial(made_for, una))
    all_asked.set()
    assert done.wait(10)
    assert una in made[:2]


def test_L2c_whoever_reads_does_not_wait_for_a_search(
    written: tuple[Workshop, dict[int, int]],
) -> None:
    workshop, reader = written[0], Readings()
    searching, read = threading.Event(), threading.Event()

    def search(chart: Flipchart) -> bool:
        searching.set()
        return read.wait(10)

    found: list[bool] = []
    thread = threading.Thread(
        target=lambda: found.append(reader.search(workshop.pk, search, lambda: None))
    )
    thread.start()
    assert searching.wait(10)
    assert reader.read(workshop.pk, lambda chart: len(chart.things)) == 2
    read.set()
    thread.join(10)
    assert found == [True]


def test_L2c_reading_the_record_for_a_search_lets_others_go_first_after_every_entry(
    writer: Writer, written: tuple[Workshop, dict[int, int]]
) -> None:
    (workshop, notes), reader, rests = written, Readings(), Counter[str]()
    una = next(iter(notes))

    def number(when: str) -> int:
        return reader.search(workshop.pk, lambda chart: chart.number, lambda: rests.update([when]))

    assert number("first") == rests["first"]
    writer.submit(
        workshop.pk, MaskWords(id="mask", about=notes[una], passage="seventy"), una
    ).result(10)
    assert number("after a mask") == rests["after a mask"]


def test_S2_what_was_done_is_answered_as_before_though_its_search_would_be_refused_now(
    written: tuple[Workshop, dict[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (workshop, notes), writer = written, Writer(searches=Searches(Readings()))
    una = next(iter(notes))

    def masks(id: str, passage: str) -> Done:
        return writer.submit(workshop.pk, MaskWords(id=id, passage=passage), una).result(10)

    done = masks("mask", "seventy")
    monkeypatch.setattr("footpath.method.throughout.covering.MOST_OF_FACILITATORS", 1)
    with pytest.raises(Refusal):
        masks("another", "days")
    assert masks("mask", "seventy") == done
    writer.close()
