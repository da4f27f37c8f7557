"""Telling: a change of very much is one change, worked out in slices between which other
workshops are served.
"""

from collections.abc import Iterator

import pytest

from footpath.method import Command
from footpath.method.audiences import changes
from footpath.method.phases.aims import RevealNotes
from footpath.method.phases.gather import Arrive
from footpath.method.things.things import Phase
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart, OpenPhase
from footpath.record.live import Live, ToTell
from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop

pytestmark = pytest.mark.django_db(transaction=True)
NOTES = 8


class Silence:
    """Sam wrote notes that wait to be shown; what was told since, and to which workshop."""

    def __init__(self, told: list[ToTell]) -> None:
        """Another workshop is there too."""
        self.told, self.writer = told, Writer(told.append)
        self.here, self.elsewhere = (
            make_workshop(self.writer, title).pk for title in ("Buying", "Elsewhere")
        )
        self.fay = self.does(Arrive(id="fay", name="Fay"), None, "facilitator")
        self.sam = self.does(Arrive(id="sam", name="Sam"), None, "guest")
        self.does(OpenFlipchart(id="open"), self.fay)
        self.does(OpenPhase(id="aims", phase=Phase.AIMS), self.fay)
        for n in range(NOTES):
            self.does(WriteNote(id=f"n{n}", text=f"Note {n}"), self.sam)
        for workshop in (self.here, self.elsewhere):
            self.writer.look(workshop, Live.seeing).result(10)
        told.clear()

    def does(self, command: Command, person: int | None, door: str = "") -> int | None:
        return self.writer.submit(self.here, command, person, door).result(10).made


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[Silence]:
    made = Silence([])
    monkeypatch.setattr(changes, "SLICE", 1)
    yield made
    made.writer.close()


def test_L2a_who_asks_elsewhere_is_answered_before_a_large_change_is_worked_out(
    silence: Silence,
) -> None:
    reveal = silence.writer.submit(silence.here, RevealNotes(id="reveal"), silence.fay)
    elsewhere = silence.writer.submit(
        silence.elsewhere, Arrive(id="una", name="Una"), None, "guest"
    )
    assert elsewhere.result(10) and reveal.result(10)
    assert [one.workshop for one in silence.told] == [silence.elsewhere, silence.here]


def test_A2_everybody_is_told_of_all_notes_in_one_change_however_many_slices_it_took(
    silence: Silence,
) -> None:
    silence.does(RevealNotes(id="reveal"), silence.fay)
    assert [len(one.changes["everyone"].put["notes"]) for one in silence.told] == [NOTES]


def test_S1_what_is_asked_meanwhile_in_the_same_workshop_is_told_and_answered_afterwards(
    silence: Silence,
) -> None:
    reveal = silence.writer.submit(silence.here, RevealNotes(id="reveal"), silence.fay)
    silence.writer.look(silence.elsewhere, lambda live: None).result(10)
    note = silence.writer.submit(silence.here, WriteNote(id="later", text="Later"), silence.sam)
    seen = silence.writer.look(silence.here, lambda live: live.chart.public_number)
    assert reveal.result(10).number < note.result(10).number == seen.result(10)
    assert [len(one.changes["everyone"].put["notes"]) for one in silence.told] == [NOTES, 1]


def test_S1_a_writer_that_ends_tells_first_what_it_was_working_out(silence: Silence) -> None:
    reveal = silence.writer.submit(silence.here, RevealNotes(id="reveal"), silence.fay)
    silence.writer.close()
    assert reveal.result(0) and len(silence.told) == 1


def test_L3c_an_act_says_how_much_it_changed_to_who_counts_it(silence: Silence) -> None:
    silence.does(RevealNotes(id="reveal"), silence.fay)
    assert silence.told[0].changed_by[silence.fay] >= NOTES
