"""S1: saved is said after the commit is on disk; nothing that was acknowledged is lost,
nothing happens twice.
"""

import json
import os
import random
import signal
import time
import uuid

import pytest
from django.db import connection
from served import Server

from footpath.method.phases.gather import Arrive, ProposeAgreement
from footpath.record.models import RecordedEntry
from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

SEED, KILLS = 20_261_124, 30


@pytest.mark.django_db(transaction=True)
def test_S1_the_writers_own_connection_waits_for_the_disk(writer: Writer) -> None:
    workshop = make_workshop(writer, "Buying")
    asked = (
        ("synchronous_commit",)
        if connection.vendor == "postgresql"
        else ("journal_mode", "synchronous", "secure_delete")
    )

    def look(_: object) -> list[str]:
        with connection.cursor() as cursor:
            return [
                str(
                    cursor.execute(f"{'SHOW' if len(asked) == 1 else 'PRAGMA'} {one}")
                    and cursor.fetchone()[0]
                )
                for one in asked
            ]

    assert writer.look(workshop.pk, look).result(10) in (["on"], ["wal", "2", "1"])


def test_S1_a_kill_right_after_an_answer_loses_nothing(fresh_server: Server) -> None:
    doors = fresh_server.workshop()
    fay = doors.opened()
    answered: dict[str, int] = {}
    for _ in range(4):
        page, last = fay.open(), ""
        for _ in range(5):
            last = page.ask("ProposeAgreement", id=str(uuid.uuid4()), text="One voice at a time")[
                "done"
            ]
            answered[last] = page.frames[-1]["number"]
        under_way = page.send("ProposeAgreement", text="Under way when the power went")
        fresh_server.kill()
        fresh_server.start()
        for id in (last, under_way):  # sent again, as the browser does
            answered[id] = fay.post("ProposeAgreement", id=id, text="One voice at a time").json()[
                "number"
            ]
    numbers = list(answered.values())
    assert numbers == sorted(set(numbers))
    assert len(fay.open().layers["everyone"]["agreement"]) == len(answered)
    assert fresh_server.run("check-record").returncode == 0


def _write_until_killed(workshop: Workshop, person: int, said: int) -> None:
    """In a process of its own: ask, and say each number only after it was answered."""
    writer = Writer()
    while True:
        asked = [
            writer.submit(
                workshop.pk, ProposeAgreement(id=str(uuid.uuid4()), text="A line"), person
            )
            for _ in range(8)
        ]
        os.write(said, "".join(f"{future.result(20).number}\n" for future in asked).encode())


@pytest.mark.django_db(transaction=True)
def test_S1_thirty_kills_of_the_writer_lose_nothing(writer: Writer, workshop: Workshop) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="a", name="Sam"), None, "guest").result(10).made
    assert sam is not None
    writer.close()
    chance, said = random.Random(SEED), ""
    for _ in range(KILLS):
        connection.close()
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            _write_until_killed(workshop, sam, write)
        os.close(write)
        said += os.read(read, 4096).decode()  # it has answered at least once
        time.sleep(chance.random() / 50)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said += _all(read)
    numbers = list(
        RecordedEntry.objects.filter(workshop=workshop)
        .order_by("number")
        .values_list("number", flat=True)
    )
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in said.split()} <= set(numbers)


def _all(read: int) -> str:
    with os.fdopen(read) as rest:
        return rest.read()


def test_S1_stopping_the_server_finishes_what_was_asked(fresh_server: Server) -> None:
    doors = fresh_server.workshop()
    fay = doors.arrive("Fay", "facilitator")
    page = fay.open()
    sent = [page.send("ProposeAgreement", text=f"Line {line}") for line in range(50)]
    page.until(lambda frame: frame.get("done") == sent[0])
    fresh_server.stop()
    answered = {json.loads(text).get("done") for text in _rest(page)} & set(sent)
    fresh_server.start()
    assert len(fay.open().layers["everyone"]["agreement"]) >= len(answered | {sent[0]})


def _rest(page: object) -> list[str]:
    page.closed()  # type: ignore[attr-defined]
    return page.raw  # type: ignore[attr-defined]
