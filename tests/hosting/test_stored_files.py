"""H3: what is stored is its owner's alone, one process serves it, and nothing is
served without its keys.
"""

import os
import subprocess
from pathlib import Path

import pytest
from served import FOOTPATH, Server

SQLITE = "DATABASE_URL" not in os.environ
on_sqlite = pytest.mark.skipif(not SQLITE, reason="these are about the SQLite file")


def open_to_others(folder: Path) -> list[str]:
    """What somebody else on the machine could read."""
    return [str(one) for one in (folder, *folder.rglob("*")) if one.stat().st_mode & 0o077]


def started(server: Server) -> subprocess.CompletedProcess[str]:
    """Another process on the same data, by another port, which is to end by itself."""
    return server.run("serve", "--port", "0")


@pytest.fixture
def opened(tmp_path: Path) -> Server:
    """A server that was started where everything was open to others, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    (folder / "log").touch(mode=0o600)
    server = Server(folder, None)
    server.workshop().arrive("Fay", "facilitator").post("ProposeAgreement", text="Ours")
    return server


@on_sqlite
def test_H3a_no_other_user_reads_what_is_stored_and_copied(opened: Server, tmp_path: Path) -> None:
    assert (opened.folder / "footpath.sqlite3-wal").exists()
    assert open_to_others(opened.folder) == []
    copies = tmp_path / "copies"
    copies.mkdir(mode=0o700)
    assert opened.run("backup", str(copies / "one.sqlite3")).returncode == 0
    assert open_to_others(copies) == []
    opened.kill()
    for one in (opened.folder, *opened.folder.iterdir()):
        one.chmod(0o755 if one.is_dir() else 0o644)
    (opened.folder / "log").chmod(0o600)
    opened.start()
    assert open_to_others(opened.folder) == []
    opened.stop()


@on_sqlite
def test_H3b_one_process_alone_serves_a_folder(fresh_server: Server) -> None:
    second, first = started(fresh_server), fresh_server.process.pid
    assert second.returncode == 1
    assert f"process {first}, already serves {fresh_server.folder}" in second.stderr
    assert fresh_server.run("workshop", "new", "Beside it").returncode == 0
    assert fresh_server.run("check-record").returncode == 0
    fresh_server.kill()
    fresh_server.start()
    assert fresh_server.process.is_alive()


def test_H3c_a_copy_brought_back_without_its_key_is_not_served(fresh_server: Server) -> None:
    fresh_server.workshop()
    fresh_server.stop()
    key = fresh_server.folder / "secret-key"
    held = key.read_text()
    key.unlink()
    without = started(fresh_server)
    assert without.returncode == 2 and f"{key} is not there" in without.stderr
    assert f"{key} is not there" in fresh_server.run("check-record").stdout
    assert not key.exists()
    key.write_text(held)
    fresh_server.start()


def test_H3d_the_hosts_key_is_printed_when_it_is_made_and_never_again(tmp_path: Path) -> None:
    env = {**os.environ, "FOOTPATH_DATA": str(tmp_path / "data")}
    env.pop("DATABASE_URL", None)
    said: list[str] = []
    for _ in range(2):
        with subprocess.Popen(
            [FOOTPATH, "serve", "--port", "0"],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            line = ""
            while "Mails wait" not in line:
                line = process.stdout.readline()
                assert line, process.stderr and process.stderr.read()
                said.append(line.strip())
            process.terminate()
    assert said.count((tmp_path / "data" / "host-key").read_text()) == 1
