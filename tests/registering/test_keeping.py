"""Personal data of registrations goes by itself; consents and the link's power to withdraw stay."""

import random
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from registering_people import Announced
from research_asking import Asked
from served import Server

from footpath.mail.models import Letter
from footpath.registering.models import Registration
from footpath.registering.retention import SLICE, erase, forget_due
from footpath.workshops.models import Workshop

Announce = Callable[..., Announced]

PLANTED = (
    "yarrow.planted@example.org",
    "a planted step-free room",
    "a planted answer",
    "the planted seventy days",
    "Yarrow the Planted",
)

QUESTIONS = [{"text": "Anything else?", "kind": "text"}]


def letters_astray(address: str) -> None:
    """Each letter holds what an earlier release stored in it."""
    for here in Registration.objects.filter(workshop__address=address):
        Letter.objects.filter(registration=here).update(
            to=here.email,
            given={"name": here.name},
            trouble=f"550 {here.email}",
            whom="x" * 32,
            state="refused",
        )


def answers_grow(address: str) -> None:
    """People change what they said, so that rows grow, and move to other pages of
    SQLite's file.
    """
    chance, workshop = random.Random(20_261_128), Workshop.objects.get(address=address)

    def needs() -> str:
        return "a planted step-free room " + "and more " * chance.randrange(200)

    rows = Registration.objects.bulk_create(
        Registration(workshop=workshop, made_with=uuid.uuid4(), name=f"S {n}", access_needs=needs())
        for n in range(300)
    )
    for _ in range(12):
        with transaction.atomic():
            for row in chance.sample(rows, 100):
                Registration.objects.filter(pk=row.pk).update(access_needs=needs())


def planted(server: Server) -> list[str]:
    """Where something planted still stands: tables, the log, and on SQLite the files' bytes."""
    tables = server.tables().items()
    places = [
        table for table, rows in tables for words in PLANTED if words.casefold() in rows.casefold()
    ]
    places += ["the log" for words in PLANTED if words.casefold() in server.log().casefold()]
    for file in sorted(Path(server.folder).iterdir()):
        if file.name.startswith("footpath.sqlite3"):
            places += [file.name for words in PLANTED if words.encode() in file.read_bytes()]
    return places


def forget(workshop: Announced, **later: float) -> None:
    """Look after what is due at a later time."""
    workshop.server.beside(forget_due, datetime.now(UTC) + timedelta(**later))


@pytest.fixture
def announced(fresh_server: Server) -> Announce:
    """Announces a workshop on a server that holds nothing else."""
    return lambda **notice: Announced(fresh_server, questions=QUESTIONS, **notice)


def register(workshop: Announced) -> Any:
    """Somebody whose every answer is planted, among others."""
    somebody = workshop.somebody()
    fields = dict.fromkeys(_names(somebody.form_page.text, "question_"), "a planted answer")
    for number in range(6):
        workshop.registers(
            f"Somebody {number}", f"somebody{number}@example.org", access_needs="A break. " * number
        )
    somebody.registers(
        "Yarrow the Planted",
        "yarrow.planted@example.org",
        access_needs="a planted step-free room",
        could_tell="on",
        line="the planted seventy days",
        side="provider",
        **fields,
    )
    workshop.server.beside(letters_astray, workshop.address)
    return somebody


def _names(page: str, begins: str) -> list[str]:
    import re

    return sorted(set(re.findall(rf'name="({begins}\d+)"', page)))


def test_W28_what_is_personal_is_nowhere_after_the_time_shown_and_nothing_goes_before_it(
    announced: Announce,
) -> None:
    workshop = announced(days=10, keep_days=30)
    register(workshop)
    forget(workshop, days=40)
    assert len(planted(workshop.server)) >= len(PLANTED)
    forget(workshop, days=40, hours=3)
    assert planted(workshop.server) == []


def test_W28_consents_and_the_links_power_to_withdraw_stay(announced: Announce) -> None:
    workshop = announced(keep_days=1)
    yarrow, project = register(workshop), Asked(workshop.server, workshop.address)
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes"})
    link = yarrow.link()
    forget(workshop, days=400)
    assert project.answers() == [("take-part", "yes")]
    later = workshop.somebody()
    assert later.goes_on(link).url.path.endswith("/mine")
    later.form(f"/w/{workshop.address}/mine/erase")
    assert project.answers() == [("take-part", "yes"), ("take-part", "no")]


def test_W28_a_cancelled_workshop_forgets_too(announced: Announce) -> None:
    workshop = announced(days=2, keep_days=5)
    register(workshop)
    workshop.announce(days=2, state="cancelled")
    forget(workshop, days=8)
    assert planted(workshop.server) == []


def test_W28_who_was_forgotten_is_on_no_page_of_those_who_prepare(announced: Announce) -> None:
    workshop = announced(keep_days=1)
    register(workshop)
    forget(workshop, days=400)
    page = workshop.doors.arrive("Fay", "facilitator").get(f"/w/{workshop.address}/people").text
    assert "<b>0</b><span>coming" in page and "planted" not in page.casefold()


def test_W28_all_that_were_made_with_one_address_go(announced: Announce) -> None:
    workshop = announced(keep_days=1)
    register(workshop)
    workshop.registers("Yarrow the Planted", "yarrow.planted@example.org")
    forget(workshop, days=400)
    assert planted(workshop.server) == []


def test_W28_a_blank_registration_takes_no_place_in_the_room(announced: Announce) -> None:
    workshop = announced(keep_days=1)
    yarrow = register(workshop)
    forget(workshop, days=400)
    assert yarrow.presses("join").status_code == 400


def test_W28_no_copy_stays_where_answers_grew_and_were_moved_between_pages(
    announced: Announce,
) -> None:
    workshop = announced(keep_days=1)
    workshop.server.beside(answers_grow, workshop.address)
    assert planted(workshop.server)
    forget(workshop, days=400)
    assert planted(workshop.server) == []


def test_L2g_erasing_writes_what_is_personal_anew_and_not_the_whole_file(
    announced: Announce,
) -> None:
    workshop = announced(keep_days=1)
    yarrow, server = register(workshop), workshop.server
    if server.env.get("DATABASE_URL"):
        pytest.skip("PostgreSQL writes no file anew")
    with closing(sqlite3.connect(f"{server.folder}/footpath.sqlite3", timeout=20)) as past:
        past.execute("CREATE TABLE much AS SELECT zeroblob(2000000) AS room")
        past.execute("DROP TABLE much")
        past.commit()
        yarrow.form(f"/w/{workshop.address}/mine/erase")
        assert past.execute("PRAGMA freelist_count").fetchone()[0] > 400, (
            "free pages stay where they are"
        )
    assert planted(server) == []


def test_L2g_forgetting_many_is_done_a_few_at_a_time_and_goes_on_where_it_ended(db: None) -> None:
    workshop = Workshop.objects.create(title="Buying", made_with=str(uuid.uuid4()))
    many = [
        Registration(workshop=workshop, name="Yarrow", state="coming") for _ in range(2 * SLICE + 1)
    ]
    Registration.objects.bulk_create(many)
    left = Registration.objects.filter(workshop=workshop, erased_at=None)

    def ends(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('UPDATE "registering_registration"') and left.count() == SLICE + 1:
            raise KeyboardInterrupt
        return execute(sql, params, many, context)

    with pytest.raises(KeyboardInterrupt), connection.execute_wrapper(ends):
        erase(left, timezone.now())
    assert left.count() == SLICE + 1
    erase(left, timezone.now())
    assert not Registration.objects.filter(workshop=workshop, name="Yarrow").exists()
