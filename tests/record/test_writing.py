"""Writing: what is asked happens once, is numbered without a gap, and is answered
after it is on disk.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from footpath.method import Flipchart
from footpath.method.audiences.changes import Sight
from footpath.method.phases.gather import Arrive, ProposeAgreement
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import CloseFlipchart, OpenFlipchart, StartSilence
from footpath.method.throughout.roles import OpenText
from footpath.method.undoing.undo import Undo
from footpath.record import writer as writing
from footpath.record.live import Live, ToTell
from footpath.record.models import RecordedEntry
from footpath.record.writer import Fault, Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)


def arrive(writer: Writer, workshop: Workshop, name: str, door: str = "guest") -> int:
    """Somebody comes in."""
    made = (
        writer.submit(workshop.pk, Arrive(id=f"arrive-{name}", name=name), None, door)
        .result(10)
        .made
    )
    assert made is not None
    return made


def numbers(workshop: Workshop) -> list[int]:
    """The numbers of everything stored, in the order of storing."""
    return list(
        RecordedEntry.objects.filter(workshop=workshop)
        .order_by("pk")
        .values_list("number", flat=True)
    )


@contextmanager
def database_that_refuses(place: str) -> Iterator[None]:
    """A trigger of the real database that fails the entries that it is told to."""
    body = f"WHEN {place} BEGIN SELECT RAISE(ABORT, 'no'); END"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE 'no'; END "
                "$$ LANGUAGE plpgsql"
            )
            body = f"FOR EACH ROW WHEN ({place}) EXECUTE FUNCTION refuse()"
        cursor.execute(f"CREATE TRIGGER refusing BEFORE INSERT ON record_recordedentry {body}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                "DROP TRIGGER refusing"
                + (" ON record_recordedentry" if connection.vendor == "postgresql" else "")
            )


def test_S2_a_command_sent_twice_happens_once_and_answers_the_same(
    writer: Writer, workshop: Workshop
) -> None:
    sam = arrive(writer, workshop, "Sam")
    asked = WriteNote(id="n1", text="Pay small firms first")
    first = writer.submit(workshop.pk, asked, sam).result(10)
    again = writer.submit(workshop.pk, asked, sam).result(10)
    assert (first.number, first.made) == (again.number, again.made)
    assert RecordedEntry.objects.filter(workshop=workshop, kind="NoteWritten").count() == 1


def test_S2_a_command_sent_again_after_a_restart_answers_the_same(
    writer: Writer, workshop: Workshop
) -> None:
    sam, asked = arrive(writer, workshop, "Sam"), WriteNote(id="n1", text="Pay small firms first")
    first = writer.submit(workshop.pk, asked, sam).result(10)
    restarted = Writer()
    assert restarted.submit(workshop.pk, asked, sam).result(10) == first
    restarted.close()


def test_S2_a_command_raced_from_many_threads_happens_once(
    writer: Writer, workshop: Workshop
) -> None:
    sam, asked = arrive(writer, workshop, "Sam"), WriteNote(id="n1", text="Pay small firms first")
    answers: list[object] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(writer.submit(workshop.pk, asked, sam).result(10))
        )
        for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 16
    assert all(answer == answers[0] for answer in answers)


def test_S2_a_command_of_several_entries_is_stored_whole_or_not_at_all(
    writer: Writer, workshop: Workshop
) -> None:
    fay = arrive(writer, workshop, "Fay", "facilitator")
    for command in (OpenFlipchart(id="open"), CloseFlipchart(id="close")):
        writer.submit(workshop.pk, command, fay).result(10)
    before = numbers(workshop)
    with database_that_refuses("NEW.place = 1"), pytest.raises(Fault):
        writer.submit(workshop.pk, Undo(id="undo"), fay).result(10)
    assert numbers(workshop) == before
    writer.submit(workshop.pk, Undo(id="undo"), fay).result(10)
    assert numbers(workshop) == [*before, before[-1] + 1, before[-1] + 2]


def test_S1_a_fault_of_one_command_is_not_its_neighbours(
    writer: Writer, workshop: Workshop
) -> None:
    sam = arrive(writer, workshop, "Sam")
    with database_that_refuses("NEW.command_id = 'c3'"):
        asked = [
            writer.submit(workshop.pk, ProposeAgreement(id=f"c{n}", text=f"Line {n}"), sam)
            for n in range(6)
        ]
        failed = [n for n, future in enumerate(asked) if future.exception(10) is not None]
    assert failed == [3]
    assert numbers(workshop) == list(range(1, len(numbers(workshop)) + 1))


def test_S3_numbers_have_no_gap_and_no_double_under_group_commit(
    writer: Writer, workshop: Workshop
) -> None:
    other = make_workshop(writer, "Selling")
    people = {at.pk: arrive(writer, at, "Sam") for at in (workshop, other)}
    asked = [
        writer.submit(pk, ProposeAgreement(id=f"{n}", text=f"Line {n}" if n % 5 else ""), person)
        for n in range(400)
        for pk, person in people.items()
    ]
    refused = sum(future.exception(30) is not None for future in asked)
    assert refused == 160
    assert all(numbers(at) == list(range(1, 323)) for at in (workshop, other))


@pytest.fixture
def told() -> list[ToTell]:
    """What was told, in order."""
    return []


@pytest.fixture
def telling(told: list[ToTell]) -> Iterator[Writer]:
    """A writer that tells."""
    made = Writer(told.append)
    yield made
    made.close()


def test_S1_what_failed_is_told_to_nobody_and_the_rest_still_is(
    telling: Writer, told: list[ToTell]
) -> None:
    workshop = make_workshop(telling, "Buying")
    sam = arrive(telling, workshop, "Sam")
    telling.look(workshop.pk, Live.seeing).result(10)
    told.clear()
    with database_that_refuses("NEW.command_id = 'lost'"), pytest.raises(Fault):
        telling.submit(
            workshop.pk, ProposeAgreement(id="lost", text="Nobody hears this"), sam
        ).result(10)
    telling.submit(
        workshop.pk, ProposeAgreement(id="kept", text="Everybody hears this"), sam
    ).result(10)
    assert [
        line.text for one in told for line in one.changes["everyone"].put["agreement"].values()
    ] == ["Everybody hears this"]


def test_S1_a_fault_in_telling_loses_no_answer_and_starts_everybody_again(
    workshop: Workshop,
) -> None:
    told: list[ToTell] = []
    failing = [True]

    def tell(one: ToTell) -> None:
        if failing and not one.lost:
            raise RuntimeError("no")
        told.append(one)

    writer = Writer(tell)
    sam = arrive(writer, workshop, "Sam")
    failing.clear()
    assert (
        writer.submit(workshop.pk, ProposeAgreement(id="a", text="A line"), sam).result(10).number
    )
    assert told[0].lost
    writer.close()


def test_S3_charts_that_somebody_looks_at_are_never_put_away(
    telling: Writer, told: list[ToTell], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_CHARTS", 2)
    workshops = [make_workshop(telling, f"Buying {n}") for n in range(4)]
    for workshop in workshops:
        telling.look(workshop.pk, Live.seeing).result(10)
    told.clear()
    for workshop in workshops:
        arrive(telling, workshop, "Sam")
    assert all("everyone" in one.changes for one in told)


def test_A2_an_answer_to_a_request_that_changed_nothing_tells_no_hidden_number(
    writer: Writer, workshop: Workshop
) -> None:
    fay, sam = arrive(writer, workshop, "Fay", "facilitator"), arrive(writer, workshop, "Sam")
    writer.submit(workshop.pk, OpenFlipchart(id="o"), fay).result(10)
    writer.submit(workshop.pk, StartSilence(id="s"), fay).result(10)
    public = writer.look(workshop.pk, lambda live: live.chart.public_number).result(10)
    writer.submit(workshop.pk, WriteNote(id="n", text="Hidden until the reveal"), sam).result(10)
    assert writer.submit(workshop.pk, OpenText(id="t", open=False), fay).result(10).number == public


def test_S3_the_live_flipchart_is_what_its_record_replays_to(
    writer: Writer, workshop: Workshop
) -> None:
    sam = arrive(writer, workshop, "Sam")
    for n in range(20):
        writer.submit(workshop.pk, ProposeAgreement(id=f"{n}", text=f"Line {n}"), sam).result(10)
    live: Flipchart = writer.look(workshop.pk, lambda live: live.chart).result(10)
    again = Live(workshop.pk).chart
    assert Sight(again).whole("everyone") == Sight(live).whole("everyone")


def test_S2_a_command_twice_in_one_transaction_happens_once(
    writer: Writer, workshop: Workshop
) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="a1", name="Sam"), None, "guest").result(10).made
    asked = WriteNote(id="n1", text="Pay small firms first")
    # what is asked meanwhile is one transaction
    writer.look(workshop.pk, lambda live: time.sleep(0.3))
    answers = [writer.submit(workshop.pk, asked, sam) for _ in range(3)]
    assert len({answer.result(10) for answer in answers}) == 1
    assert RecordedEntry.objects.filter(workshop=workshop, kind="NoteWritten").count() == 1
