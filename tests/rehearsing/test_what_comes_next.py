"""What the invented people of a rehearsal do, and when they wait for who leads them."""

from collections import Counter

import msgspec
import pytest
from table import MINUTE, Table

from footpath.method import Refusal
from footpath.method.things.things import Experience, Note, NoteKind
from footpath.rehearsing.what_comes_next import Act, ToDo
from footpath.rehearsing.what_they_say import CLOSING, MOMENTS, NOTES, PEOPLE, THOUGHTS

MOST = 200
"""Acts in one phase, with many to spare."""


class Rehearsed(Table):
    """A table at which Fay leads invented people, who do all that they would do at once."""

    def __init__(self) -> None:
        """Nobody is in but Fay."""
        super().__init__()
        self.done: dict[str, int | None] = {}
        self.refused: list[str] = []
        self.fay = self.arrive("Fay", "facilitator")

    def next(self) -> Act | None:
        """What comes next."""
        return ToDo(self.chart, self.done).next(self.now)

    def goes_on(self, most: int = MOST) -> Counter[str]:
        """They do what there is to do, at most so many acts; how often each kind was done."""
        did = Counter[str]()
        while did.total() < most and (act := self.next()) is not None:
            fields = msgspec.to_builtins(act.command)
            kind, id = fields.pop("do"), fields.pop("id")
            person = ToDo(self.chart, self.done).person(act.who)
            try:
                self.done[id] = self.do(person, kind, door=act.door, **fields)
            except Refusal as no:
                self.done[id] = None
                self.refused.append(no.sentence)
            did[kind] += 1
        assert did.total() < MOST
        return did

    def led(self, *phases: str) -> Counter[str]:
        """Fay leads through these phases and reveals what is written; what was done in the last."""
        did = Counter[str]()
        if not self.chart.opened:
            self.goes_on()
            self.do(self.fay, "OpenFlipchart")
            did = self.goes_on()
        for phase in phases:
            self.do(self.fay, "OpenPhase", phase=phase)
            did = self.goes_on()
            if self.chart.silence:
                self.do(self.fay, "RevealNotes")
                self.goes_on()
        return did

    def notes(self, kind: NoteKind) -> list[Note]:
        """Notes of a kind."""
        things = self.chart.things.values()
        return [one for one in things if isinstance(one, Note) and one.kind is kind]

    def story(self) -> Experience:
        """The one story."""
        [story] = [one for one in self.chart.things.values() if isinstance(one, Experience)]
        return story


@pytest.fixture
def table() -> Rehearsed:
    """A rehearsal that nobody but Fay came to yet."""
    return Rehearsed()


def test_G23b_the_invented_people_come_in_and_wait_for_the_flipchart(table: Rehearsed) -> None:
    assert table.goes_on() == {"Arrive": len(PEOPLE), "OfferStory": 1}
    assert table.next() is None


def test_G23b_led_through_all_phases_they_do_what_each_of_them_asks(table: Rehearsed) -> None:
    assert table.led()["ProposeAgreement"] == 2
    table.led("aims")
    assert len(table.notes(NoteKind.NOTE)) == len(NOTES) and len(table.chart.aims) == 3
    assert table.led("experience")["PlaceMoment"] == len(MOMENTS) and table.story().finished
    did = table.led("reflect")
    assert did["WriteReflection"] == len(THOUGHTS) + 2 and did["AddValue"] == 2
    assert not table.chart.face_down
    assert table.led("process")["AddElement"] == len(table.chart.elements) == 6
    table.led("return")
    assert table.next() is None and table.refused == []


def test_G23b_each_says_when_they_are_done_and_one_hand_goes_up(table: Rehearsed) -> None:
    table.led()
    table.do(table.fay, "OpenPhase", phase="aims")
    table.goes_on()
    assert len(table.chart.done) == len(PEOPLE)
    table.led("experience", "reflect")
    assert [table.chart.name_of(one) for one in table.chart.hands] == ["Wyn"]


def test_G23b_what_was_not_written_when_it_is_revealed_is_not_written_any_more(
    table: Rehearsed,
) -> None:
    table.led()
    table.do(table.fay, "OpenPhase", phase="aims")
    table.goes_on(4)
    table.do(table.fay, "RevealNotes")
    table.goes_on()
    assert len(table.notes(NoteKind.NOTE)) == 4


def test_G23b_led_back_they_leave_the_story_and_take_it_up_again(table: Rehearsed) -> None:
    table.led("aims")
    table.do(table.fay, "OpenPhase", phase="experience")
    table.goes_on(3)
    told = len(table.story().moments)
    assert 0 < told < len(MOMENTS)
    table.led("aims")
    assert len(table.story().moments) == told
    table.led("experience")
    assert len(table.story().moments) == len(MOMENTS)


def test_G23b_in_a_break_and_after_the_close_nobody_does_anything(table: Rehearsed) -> None:
    table.led()
    table.do(table.fay, "OpenPhase", phase="experience")
    table.do(table.fay, "StartBreak", minutes=5)
    assert table.next() is None
    table.now += 5 * MINUTE
    assert table.next() is not None
    table.do(table.fay, "CloseFlipchart")
    assert table.next() is None


def test_G23b_in_a_round_each_speaks_in_turn_and_they_wait_for_who_leads(table: Rehearsed) -> None:
    table.led()
    table.do(table.fay, "StartRound", kind="check-out")
    assert table.next() is None  # Fay begins
    table.do(table.fay, "NextTurn")
    table.goes_on()
    assert table.chart.turns is None
    assert {one.words.shown for one in table.notes(NoteKind.CHECKOUT)} == set(CLOSING.values())


def test_G23b_in_a_vote_they_give_their_dots(table: Rehearsed) -> None:
    table.led("aims")
    table.do(table.fay, "OpenVote", dots_each=2)
    assert table.goes_on()["PlaceDot"] == 2 * len(PEOPLE)
    table.do(table.fay, "CloseVote")
    assert table.next() is None


def test_G23b_who_was_shown_out_does_nothing_more(table: Rehearsed) -> None:
    table.led("aims")
    table.do(table.fay, "RemovePerson", person=table.done[" rehearsal-arrive-Odile"])
    assert table.led("experience", "reflect")["WriteReflection"] == 0
    assert table.refused == []


def test_G23b_without_a_story_they_reflect_on_nothing(table: Rehearsed) -> None:
    table.led("aims")
    assert table.led("reflect") == {"SayDone": len(PEOPLE)}
