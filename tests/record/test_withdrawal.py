"""S7: a planted sentence that was taken back or masked is in no table, no log and no byte of
the database's files.
"""

import random
from pathlib import Path

import pytest
from served import Doors, Guest, Server

PLANTED = "the ferry left Lochmaddy without us"


@pytest.fixture
def buying(fresh_server: Server) -> Doors:
    """A workshop of its own."""
    return fresh_server.workshop()


@pytest.fixture
def fay(buying: Doors) -> Guest:
    """A facilitator in an open workshop with much else in its record."""
    fay = buying.opened()
    for n in range(120):
        fay.post(
            "WriteNote",
            text=f"A note of some length that fills the page of the record, number {n}. " * 3,
        )
    return fay


def planted(server: Server) -> list[str]:
    """Where the planted sentence still stands: tables, the log, and on SQLite the files' bytes."""
    places = [
        table for table, rows in server.tables().items() if PLANTED.casefold() in rows.casefold()
    ]
    places += ["log"] if PLANTED.casefold() in server.log().casefold() else []
    for file in sorted(Path(server.folder).iterdir()):
        if file.name.startswith("footpath.sqlite3") and PLANTED.encode() in file.read_bytes():
            places.append(file.name)
    return places


@pytest.mark.parametrize("silent", [False, True])
def test_S7_a_note_taken_back_is_nowhere(fresh_server: Server, fay: Guest, silent: bool) -> None:
    if silent:
        fay.post("StartSilence")
    note = fay.post("WriteNote", text=f"I said that {PLANTED}.").json()["made"]
    fay.post("Reword", about=note, text=f"Now I say that {PLANTED} again.", seen_version=1)
    for n in range(40):
        fay.post("WriteNote", text=f"And more notes, number {n}. " * 5)
    assert planted(fresh_server)
    assert fay.post("TakeBack", about=note).status_code == 200
    assert planted(fresh_server) == []
    assert fresh_server.run("check-record").returncode == 0


def test_S7_a_passage_masked_in_ones_own_words_is_nowhere(fresh_server: Server, fay: Guest) -> None:
    fay.post("WriteNote", text=f"As everybody knows, {PLANTED.upper()}.")
    assert fay.post("MaskWords", passage=PLANTED).status_code == 200
    assert planted(fresh_server) == []


def test_S7_a_veil_that_was_confirmed_leaves_nothing(
    fresh_server: Server, buying: Doors, fay: Guest
) -> None:
    sam = buying.arrive("Sam")
    sam.post("WriteNote", text=f"As everybody knows, {PLANTED}.")
    fay.post("MaskWords", passage=PLANTED)
    veil = fay.open().veils()[0]["veil"]
    assert planted(fresh_server), "sealed, so that it can be lifted"
    assert fay.post("ConfirmVeil", veil=veil).status_code == 200
    assert planted(fresh_server) == []


def test_S7_a_whole_story_taken_back_is_nowhere(fresh_server: Server, fay: Guest) -> None:
    story = fay.post("TellExperience", title=f"When {PLANTED}", storytellers=[fay.id]).json()[
        "made"
    ]
    for n in range(30):
        fay.post(
            "PlaceMoment",
            experience=story,
            text=f"Moment {n}: {PLANTED}, and then",
            who=[PLANTED],
            quote=PLANTED,
        )
    assert fay.post("TakeBack", about=story).status_code == 200
    assert planted(fresh_server) == []


def test_S7_no_copy_stays_where_rows_were_moved_between_pages(
    fresh_server: Server, fay: Guest
) -> None:
    chance = random.Random(20_261_124)
    notes = [
        fay.post(
            "WriteNote", text=f"to to to {PLANTED} " + "to " * chance.randrange(10, 150)
        ).json()["made"]
        for _ in range(60)
    ]
    fay.post("MaskWords", passage="to")  # each mask is longer than what it hides
    for note in notes:
        fay.post("TakeBack", about=note)
    assert planted(fresh_server) == []


def test_S7_words_on_their_way_while_a_name_is_masked_do_not_come_through_after_it(
    doors: Doors,
) -> None:
    fay = doors.arrive("Fay", "facilitator")
    page, other = fay.open(), doors.arrive("Sam").open()
    page.ask("OpenFlipchart")
    note = page.ask("WriteNote", text=f"I said that {PLANTED}.")["made"]
    page.ask("TakeBack", about=note)
    other.catch_up()
    assert PLANTED not in str(other.layers)
