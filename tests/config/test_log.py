"""What strangers do wrong is a line in the log, and a flood of it is not a
flood in the log (L1).
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from knocking import answer, knock
from served import Server

from footpath.config.quiet import LONGEST, MANY, Few, OneLine


@pytest.fixture
def quiet(tmp_path: Path, database: Callable[[], str | None]) -> Iterator[Server]:
    """A server in whose log nothing stands yet."""
    started = Server(tmp_path, database())
    yield started
    started.stop()


def ask(host: str) -> bytes:
    return f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("latin-1")


def test_L1c_a_bad_host_is_a_page_and_one_line(quiet: Server) -> None:
    said = answer(knock(quiet, ask("evil.example")))
    assert said.startswith("HTTP/1.1 400 ")
    assert "Go back, reload the page and try once more." in said
    (line,) = quiet.log().splitlines()
    assert "'evil.example'" in line


@pytest.mark.parametrize("host", ["\xff\xfe", "a" * 20_000, "evil\tHost: x", "[::1", "a b"])
def test_L1c_whatever_stands_in_a_host_is_one_short_line(quiet: Server, host: str) -> None:
    assert answer(knock(quiet, ask(host))).startswith("HTTP/1.1 400 ")
    assert [len(line) < LONGEST + 100 for line in quiet.log().splitlines()] == [True]


def test_L1g_a_flood_of_bad_requests_is_a_handful_of_lines(quiet: Server) -> None:
    for number in range(100):
        answer(knock(quiet, ask(f"evil{number}.example")))
        answer(knock(quiet, b"rubbish\r\n\r\n"))
        answer(knock(quiet, ask("localhost").replace(b"/ ", b"/none%d " % number)))
    assert len(quiet.log().splitlines()) <= 3 * MANY
    assert "Traceback" not in quiet.log()


def test_L1g_what_was_left_out_of_the_log_is_counted_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now, few = [1000.0], Few()
    monkeypatch.setattr("footpath.config.quiet.time.monotonic", lambda: now[0])
    lines = [
        logging.LogRecord("a", logging.WARNING, "here", 1, f"Not Found: /{at}", (), None)
        for at in range(30)
    ]
    assert [few.filter(line) for line in lines].count(True) == MANY
    now[0] += 61
    last = logging.LogRecord("a", logging.WARNING, "here", 1, "Not Found: /x", (), None)
    assert few.filter(last)
    assert last.getMessage() == "Not Found: /x (and 10 more like the last ones)"


def test_L1c_a_fault_of_our_own_keeps_its_trace() -> None:
    fault = logging.LogRecord(
        "a",
        logging.ERROR,
        "here",
        1,
        "Internal Server Error: /x",
        (),
        (ValueError, ValueError(), None),
    )
    fault.status_code = 500
    assert OneLine().filter(fault)
    assert fault.exc_info is not None
