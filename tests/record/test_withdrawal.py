"""S7: a planted sentence that was taken back or masked is in no table, no log and no byte of the database's files."""

import random
from pathlib import Path

import pytest
from serving import Doors, Guest, Server

PLANTED = "the ferry left Lochmaddy without us"


@pytest.fixture
def fay(fresh_server: Server) -> Guest:
    """A facilitator in an open workshop with much else in its record."""
    fay = fresh_server.workshop().arrive("Fay", "facilitator")
    fay.post("OpenFlipchart")
    for n in range(120):
        fay.post("WriteNote", text=f"A note of some length that fills the page of the record, number {n}. " * 3)
    return fay


def planted(server: Server) -> list[str]:
    """Where the planted sentence still stands: tables, the log, and on SQLite the files' bytes."""
    places = [table for table, rows in server.tables().items() if PLANTED.casefold() in rows.casefold()]
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


def test_S7_a_passage_masked_is_nowhere_not_even_in_the_title(fresh_server: Server, fay: Guest) -> None:
    titled = fresh_server.workshop(f"When {PLANTED}").arrive("Fay", "facilitator")
    titled.post("OpenFlipchart")
    titled.post("WriteNote", text=f"As everybody knows, {PLANTED.upper()}.")
    assert titled.post("MaskWords", passage=PLANTED).status_code == 200
    assert planted(fresh_server) == []
    assert "███" in titled.get(f"/w/{titled.address}").text


def test_S7_a_whole_story_taken_back_is_nowhere(fresh_server: Server, fay: Guest) -> None:
    story = fay.post("TellExperience", title=f"When {PLANTED}", storytellers=[fay.id]).json()["made"]
    for n in range(30):
        fay.post("PlaceMoment", experience=story, text=f"Moment {n}: {PLANTED}, and then", who=[PLANTED], quote=PLANTED)
    assert fay.post("TakeBack", about=story).status_code == 200
    assert planted(fresh_server) == []


def test_S7_no_copy_stays_where_rows_were_moved_between_pages(fresh_server: Server, fay: Guest) -> None:
    chance = random.Random(20_261_124)
    notes = [
        fay.post("WriteNote", text=f"to to to {PLANTED} " + "to " * chance.randrange(10, 150)).json()["made"]
        for _ in range(60)
    ]  # fmt: skip
    fay.post("MaskWords", passage="to")  # each mask is longer than what it hides
    for note in notes:
        fay.post("TakeBack", about=note)
    assert planted(fresh_server) == []


def test_S7_words_on_their_way_while_a_name_is_masked_do_not_come_through_after_it(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator")
    page, other = fay.open(), doors.arrive("Sam").open()
    page.ask("OpenFlipchart")
    note = page.ask("WriteNote", text=f"I said that {PLANTED}.")["made"]
    page.ask("TakeBack", about=note)
    other.catch_up()
    assert PLANTED not in str(other.layers)
