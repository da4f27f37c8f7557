"""`footpath check-record`, `footpath backup` and `footpath workshop new`, run
as people run them.
"""

import os
import sqlite3
from pathlib import Path

import pytest
from served import Device, Guest, Server

pytestmark = pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="these damage or open the SQLite file"
)


@pytest.fixture
def fay(fresh_server: Server) -> Guest:
    """A facilitator in a workshop with ten lines."""
    fay = fresh_server.workshop().arrive("Fay", "facilitator")
    for line in range(10):
        fay.post("ProposeAgreement", text=f"Line {line}")
    return fay


def spoil(server: Server, statement: str) -> None:
    """Change the record behind Footpath's back."""
    past = sqlite3.connect(server.folder / "footpath.sqlite3")
    past.execute(statement)
    past.commit()
    past.close()


def test_S3_a_record_in_order_is_said_to_be(fresh_server: Server, fay: Guest) -> None:
    checked = fresh_server.run("check-record", fay.address)
    assert checked.stdout.endswith("in order.\nEverything is in order.\n")
    assert checked.returncode == 0


def test_S3_a_missing_entry_is_named(fresh_server: Server, fay: Guest) -> None:
    spoil(fresh_server, "DELETE FROM record_recordedentry WHERE number = 5")
    checked = fresh_server.run("check-record")
    assert "Entry 5 is missing." in checked.stdout
    assert checked.returncode == 1


def test_S3_an_entry_that_cannot_be_read_is_named(fresh_server: Server, fay: Guest) -> None:
    spoil(fresh_server, "UPDATE record_recordedentry SET payload = 'no' WHERE number = 7")
    checked = fresh_server.run("check-record")
    assert "Entry 7 cannot be read" in checked.stdout
    assert checked.returncode == 1


def test_S3_a_damaged_file_is_said_in_words(fresh_server: Server, fay: Guest) -> None:
    fresh_server.stop()
    file = fresh_server.folder / "footpath.sqlite3"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    checked = fresh_server.run("check-record")
    assert checked.returncode == 1
    assert "to look at." in checked.stdout
    assert "Traceback" not in checked.stderr
    file.write_bytes(whole)
    fresh_server.start()


def test_S3_an_address_that_nobody_has_is_not_in_order(fresh_server: Server) -> None:
    assert (
        "no workshop at the address nowhere" in fresh_server.run("check-record", "nowhere").stdout
    )


def test_S1_a_backup_made_while_people_write_replays(
    fresh_server: Server, fay: Guest, tmp_path: Path
) -> None:
    page = fay.open()
    for line in range(200):
        page.send("ProposeAgreement", text=f"Under way {line}")
    copy = tmp_path / "a copy?.sqlite3"
    assert fresh_server.run("backup", str(copy)).returncode == 0
    restored = tmp_path / "restored"
    restored.mkdir()
    (restored / "footpath.sqlite3").write_bytes(copy.read_bytes())
    (restored / "secret-key").write_text((fresh_server.folder / "secret-key").read_text())
    fresh_server.env = {**fresh_server.env, "FOOTPATH_DATA": str(restored)}
    assert fresh_server.run("check-record").stdout.endswith("Everything is in order.\n")


def test_S1_a_backup_never_writes_over_another_file(fresh_server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("mine")
    refused = fresh_server.run("backup", str(kept))
    assert (refused.returncode, kept.read_text()) == (1, "mine")
    assert fresh_server.run("backup", str(tmp_path / "no" / "folder")).returncode == 1


def test_G1_a_workshop_made_from_the_terminal_opens_by_the_links_printed(
    fresh_server: Server,
) -> None:
    made = fresh_server.run("workshop", "new", "Leave for carers", "--url", fresh_server.base)
    links = dict(line.split(": ", 1) for line in made.stdout.splitlines())
    assert {"facilitator", "scribe", "observer", "wall", "guests", "code"} <= links.keys()
    for name in ("facilitator", "scribe", "observer", "wall", "guests"):
        assert Device(fresh_server.base).get(links[name]).status_code == 200


@pytest.mark.parametrize("title", ["", " ", "x" * 301])
def test_G1_a_title_that_cannot_be_is_refused_in_a_sentence(
    fresh_server: Server, title: str
) -> None:
    refused = fresh_server.run("workshop", "new", title)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
