"""Words that go for good go from the record bit by bit, beside what others ask; a crash stops
it only for a while.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from footpath.method.own_words.masked_for_good import ConfirmVeil
from footpath.method.own_words.masking import MaskWords
from footpath.method.own_words.taking_back import TakeBack
from footpath.method.own_words.wording import Reword
from footpath.method.phases.gather import Arrive
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart
from footpath.record.models import RecordedEntry, SealedVeil, UnfinishedRewriting
from footpath.record.rewritings import take_up_at_start
from footpath.record.writer import Writer
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
PLANTED = "the ferry left without us"


@contextmanager
def database_that_rewrites_nothing() -> Iterator[None]:
    """A trigger of the real database that fails every change of what is stored, as
    a full disk would.
    """
    with connection.cursor() as cursor:
        body = "BEGIN SELECT RAISE(ABORT, 'no'); END"
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE 'no'; END "
                "$$ LANGUAGE plpgsql"
            )
            body = "FOR EACH ROW EXECUTE FUNCTION refuse()"
        cursor.execute(f"CREATE TRIGGER rewriting BEFORE UPDATE ON record_recordedentry {body}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                "DROP TRIGGER rewriting"
                + (" ON record_recordedentry" if connection.vendor == "postgresql" else "")
            )


def person(writer: Writer, workshop: Workshop, name: str, door: str = "guest") -> int:
    made = (
        writer.submit(workshop.pk, Arrive(id=f"arrive-{name}", name=name), None, door)
        .result(10)
        .made
    )
    assert made is not None
    return made


def noted(writer: Writer, workshop: Workshop, sam: int) -> int:
    """Sam's note, reworded many times: more entries than one slice holds."""
    made = (
        writer.submit(workshop.pk, WriteNote(id="note", text=f"I said that {PLANTED}"), sam)
        .result(10)
        .made
    )
    assert made is not None
    for n in range(1, 90):
        writer.submit(
            workshop.pk, Reword(id=f"r{n}", about=made, text=f"{n}: {PLANTED}", version=n), sam
        ).result(10)
    return made


def holding() -> int:
    """The stored entries in which the planted words stand."""
    return RecordedEntry.objects.filter(payload__contains=PLANTED).count()


def test_S7_of_a_note_reworded_many_times_every_wording_goes_before_it_is_answered(
    writer: Writer, workshop: Workshop
) -> None:
    sam = person(writer, workshop, "Sam")
    note = noted(writer, workshop, sam)
    assert holding() == 90
    writer.submit(workshop.pk, TakeBack(id="back", about=note), sam).result(30)
    assert (holding(), UnfinishedRewriting.objects.count()) == (0, 0)


def test_S7_what_a_crash_cut_off_goes_on_at_the_next_start(
    writer: Writer, workshop: Workshop
) -> None:
    sam = person(writer, workshop, "Sam")
    note = noted(writer, workshop, sam)
    with database_that_rewrites_nothing():
        writer.submit(workshop.pk, TakeBack(id="back", about=note), sam).result(30)
        writer.close()
        assert (holding(), UnfinishedRewriting.objects.count()) == (90, 1)
    again = Writer()
    person(again, workshop, "Tess")
    again.close()
    assert (holding(), UnfinishedRewriting.objects.count()) == (0, 0)


def test_S7_what_a_crash_cut_off_goes_on_though_nobody_asks_for_anything(
    writer: Writer, workshop: Workshop
) -> None:
    sam = person(writer, workshop, "Sam")
    note = noted(writer, workshop, sam)
    with database_that_rewrites_nothing():
        writer.submit(workshop.pk, TakeBack(id="back", about=note), sam).result(30)
        writer.close()
    again = Writer()
    take_up_at_start(again.look)
    again.close()
    assert (holding(), UnfinishedRewriting.objects.count()) == (0, 0)


def test_S7_a_veil_that_was_being_confirmed_is_final_after_the_next_start(
    writer: Writer, workshop: Workshop
) -> None:
    fay, sam = person(writer, workshop, "Fay", "facilitator"), person(writer, workshop, "Sam")
    writer.submit(workshop.pk, OpenFlipchart(id="o"), fay).result(10)
    writer.submit(workshop.pk, WriteNote(id="n", text=f"I said that {PLANTED}"), sam).result(10)
    writer.submit(workshop.pk, MaskWords(id="m", passage=PLANTED), fay).result(10)
    veil = writer.look(
        workshop.pk, lambda live: next(iter(live.chart.veils.values())).drawn
    ).result(10)
    assert SealedVeil.objects.count() == 1
    with database_that_rewrites_nothing():
        writer.submit(workshop.pk, ConfirmVeil(id="c", veil=veil), fay).result(10)
        writer.close()
    again = Writer()
    person(again, workshop, "Tess")
    again.close()
    assert holding() == 0
