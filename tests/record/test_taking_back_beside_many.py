"""Taking words back while very many others do: one's own go at once, and copies when the search
has its turn (L2).
"""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import pytest

from footpath.method import FOLLOWING, Flipchart
from footpath.method.own_words.covering_copies import CoverCopies
from footpath.method.own_words.masking import MaskWords
from footpath.method.own_words.taking_back import TakeBack
from footpath.method.phases.gather import Arrive
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart
from footpath.record.after_effects import follow_at_start
from footpath.record.models import RecordedEntry, StillToFollow
from footpath.record.reader import Readings
from footpath.record.searches import Searches
from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")
SAID = "Small firms are paid after everybody else"


class Counting(Readings):
    """A reader that counts how often somebody searches."""

    searched = 0
    meanwhile: Callable[[], object] | None = None
    """What somebody does once while it is searched."""

    def search(self, workshop: int, look: Callable[[Flipchart], T], rest: Callable[[], None]) -> T:
        self.searched += 1

        def looking(chart: Flipchart) -> T:
            if (does := self.meanwhile) is not None:
                self.meanwhile = None
                does()
            return look(chart)

        return super().search(workshop, looking, rest)


class Line:
    """A workshop whose searches stand still until they are let go on; Una was there
    first, then Yan came.
    """

    def __init__(self) -> None:
        """Una facilitates and wrote a note, of which Yan wrote a copy."""
        self.reader = Counting()
        self.searches = Searches(self.reader)
        self.writer = Writer(searches=self.searches)
        self.workshop = make_workshop(self.writer, "Buying").pk
        self.una = self.ask(Arrive(id="una", name="Una"), None, "facilitator")
        self.ask(OpenFlipchart(id="open"), self.una)
        self.yan = self.ask(Arrive(id="yan", name="Yan"), None, "guest")
        self.note = self.ask(WriteNote(id="note", text=SAID), self.una)
        self.copy = self.ask(WriteNote(id="copy", text=SAID), self.yan)
        self.goes_on = threading.Event()

    def ask(self, command: Any, person: int | None, door: str = "") -> int:
        return self.writer.submit(self.workshop, command, person, door).result(10).made or 0

    def people(self) -> list[int]:
        """As many as come in by one link."""
        return [
            self.ask(Arrive(id=f"{late}", name=f"Late {late}"), None, "guest") for late in range(20)
        ]

    def stop(self) -> None:
        """Nothing is searched from now on."""
        begun = threading.Event()

        def stands(_: object) -> None:
            begun.set()
            self.goes_on.wait(10)

        self.searches.add(
            self.workshop, CoverCopies(id="first", taken=1), self.yan, FOLLOWING, stands
        )
        assert begun.wait(10)

    def words(self, id: int) -> str:
        def look(chart: Flipchart) -> str:
            return chart.things[id].words.shown

        return self.reader.read(self.workshop, look)


def nothing_is_left() -> bool:
    """Whether all that follows was done within a while."""
    until = time.monotonic() + 10
    while StillToFollow.objects.exists() and time.monotonic() < until:
        time.sleep(0.02)
    return not StillToFollow.objects.exists()


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    made.goes_on.set()
    made.writer.close()


def test_L2j_ones_own_words_go_at_once_whatever_is_searched_for_before(line: Line) -> None:
    line.stop()
    line.ask(TakeBack(id="back", about=line.note), line.una)
    assert (line.words(line.note), line.words(line.copy)) == ("", SAID)
    assert StillToFollow.objects.count() == 1


def test_S10_copies_are_covered_when_the_search_had_its_turn_and_then_nothing_is_left_to_follow(
    line: Line,
) -> None:
    line.stop()
    line.ask(TakeBack(id="back", about=line.note), line.una)
    line.goes_on.set()
    line.ask(TakeBack(id="again", about=line.copy), line.yan)  # its search comes after
    assert nothing_is_left() and line.words(line.copy) == ""


def test_E10e_what_a_crash_left_is_looked_for_at_the_next_start_and_happens_once(
    line: Line,
) -> None:
    line.stop()
    line.ask(TakeBack(id="back", about=line.note), line.una)
    started = Writer(searches=Searches(Readings()))
    follow_at_start(started.submit)
    assert nothing_is_left() and line.words(line.copy) != SAID
    started.close()
    written = (
        RecordedEntry.objects.filter(kind="NoteWritten")
        .order_by("number")
        .values_list("payload", flat=True)
    )
    # the copy is sealed for three days
    assert [SAID in payload for payload in written] == [False, True]
    line.goes_on.set()
    line.writer.close()
    assert RecordedEntry.objects.filter(kind="CopiesLookedFor").count() == 1


def test_L2j_every_second_search_is_of_who_has_been_here_longest(line: Line) -> None:
    made, done = list[int](), threading.Event()

    def made_for(person: int, _: object) -> None:
        made.append(person)
        if len(made) == 42:
            done.set()

    def add(person: int) -> None:
        line.searches.add(
            line.workshop,
            MaskWords(id="mask", passage="firms"),
            person,
            "",
            partial(made_for, person),
        )

    line.stop()
    for late in range(40):  # very many people, who came in later, one search each
        add(1000 + late)
    for _ in range(2):
        add(line.una)
    line.goes_on.set()
    assert done.wait(10)
    assert made[:4].count(line.una) == 2


def test_L2j_what_many_take_back_is_looked_for_in_one_pass_however_many_they_are(
    line: Line,
) -> None:
    notes = {
        person: line.ask(WriteNote(id=f"n{person}", text=SAID), person) for person in line.people()
    }
    line.stop()
    backs = [
        line.writer.submit(line.workshop, TakeBack(id="back", about=n), p) for p, n in notes.items()
    ]
    line.ask(TakeBack(id="back", about=line.note), line.una)
    assert all(back.result(10) for back in backs)
    before = line.reader.searched
    line.goes_on.set()
    assert nothing_is_left() and line.words(line.copy) != SAID
    assert line.reader.searched <= before + 3  # some could be said so late that it begins before


def test_L2j_between_the_searches_of_one_kind_those_of_another_have_their_turn(line: Line) -> None:
    kinds, done = list[str](), threading.Event()

    def made(kind: str, _: object) -> None:
        kinds.append(kind)
        if len(kinds) == 11:
            done.set()

    line.stop()
    for late in range(10):
        mask = MaskWords(id=f"mask{late}", passage="firms")
        line.searches.add(line.workshop, mask, 1000 + late, "", partial(made, "mask"))
    cover = CoverCopies(id="cover", taken=1)
    line.searches.add(line.workshop, cover, line.una, FOLLOWING, partial(made, "copies"))
    line.goes_on.set()
    assert done.wait(10)
    assert "copies" in kinds[:2]


@pytest.mark.parametrize(
    ("letters", "searches"), [("Hi " * 1000, 1), ("\u8b70\u4e8b" * 1000, 1), ("\u8b70" * 3000, 2)]
)
def test_L2g_what_was_said_since_a_search_is_searched_anew_where_it_costs_the_writer_much(
    line: Line, letters: str, searches: int
) -> None:
    late = WriteNote(id="late", text=f"{letters} {SAID}")
    made = list[int]()
    before = line.reader.searched
    line.reader.meanwhile = lambda: made.append(line.ask(late, line.yan))
    line.ask(TakeBack(id="back", about=line.note), line.una)
    assert nothing_is_left() and SAID not in line.words(made[0])
    assert line.reader.searched - before == searches
