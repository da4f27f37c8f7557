"""Whatever is pasted or opened is read or refused; nothing breaks, and nothing is made up."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import forking
from hypothesis import given, settings
from hypothesis import strategies as st

from footpath.method.words.readable import readable
from footpath.reading import POINTS, Draft, NoticeUnreadable, read_notice

TODAY = date(2025, 1, 1)
PIECES = st.sampled_from([
    "Tuesday ", "19 March", " 2024", ", ", "2-4pm", "14:00", "-", "16.00", "1-2", " UK time", " (",
    "UTC)", "\n", "\n\n", "03/04/2025", "31 June", "on Zoom", "https://zoom.us/j/1", "• ", "1. ",
    "step 1 and 2", "two research projects", "'s", "If and ", "Register", "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n", "DTSTART:20250101T", "RRULE:FREQ=DAILY\r\n",
    "DTSTART;TZID=Europe/London:", "<script type='application/ld+json'>",
    '{"@type":"Event","startDate":"', '"}', "12", "</script>", "&nbsp;", "\u00a0", "\u2013", "\x00",
    "\ud800", "\u202e", "2025-10-26T01:30", "Every Monday", "£5-10", "half an hour", "midnight",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))


def read(notice: str | bytes, name: str = "") -> Draft | None:
    try:
        return read_notice(notice, name, TODAY)
    except NoticeUnreadable:
        return None


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_W1_words_are_always_a_passage_of_the_notice(text: str) -> None:
    if draft := read(text):
        said = draft.as_json()
        kept = readable(text)
        assert all(said[point]["words"] is None or said[point]["words"] in kept for point in POINTS)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_W1_no_year_is_given_that_is_not_in_the_words(text: str) -> None:
    draft = read(text)
    for sitting in (draft.sittings.value or []) if draft else []:
        year, words = (sitting.starts_at or "")[:4], draft.sittings.words or "" if draft else ""
        assert year in words or re.search(rf"(?<!\d){year[2:]}(?!\d)", words)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "a.ics", "a.json", "a.html", "a.txt"]))
def test_W3_any_bytes_are_read_or_refused(notice: bytes, name: str) -> None:
    read(notice, name)


LINES = {
    "blanks": "Rent  and  ", "empty lines": "a\n\n", "digits": "1-", "days": "1, 2, 3 and ",
    "bullets": "- a\n", "one day again and again": "5 June 2025, 2-4pm; ",
    "numbered": "1. step 1 and 2\n", "brackets": "[", "quotes": '"',
    "addresses": "at the Big Old Red ", "registering": "register ",
    "research": "research information sheet ", "times": "2pm ", "zones": "UK time ",
    "headers": "From: a@b\n", "names missing": "if and of and ",
    "German": "am Dienstag, den 3. und ", "French": "le mardi 3 et ", "Maison": "Maison de la ",
    "rue": "12 rue de la ", "Spanish": "de 10 a 12 ", "Centro": "en el Centro de la ",
    "Welsh": "nos Iau 3 a ", "Neuadd": "yn Neuadd y ",
    "Weg": "Lindenweg ", "online": "online ", "halves": "half past ",
    "registering in German": "Anmeldung ", "minutes": "- 5 min\n", "one word": "a",
    "labels": "Where: a\n", "links": "https://zoom.us/j/ ",
}  # fmt: skip
HOSTILE = {name: line * (19_900 // len(line)) for name, line in LINES.items()} | {
    "tags": "<p>" + "<!--" * 100_000 + "<a" * 100_000,
    "entities": "<p>" + "&amp" * 200_000,
    "scripts": "<html>" + "<script type=application/ld+json>" * 20_000,
    "deep": "[" * 500_000,
    "deep things": '{"a":' * 100_000,
    "strings": '{"@type":"Event","name":"' + "\\u0041" * 100_000 + '"}',
    "laughs": '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><p>' + "&b;" * 100_000,
    "one long line": "BEGIN:VCALENDAR\nX" + ";A=B" * 200_000,
    "folds": "BEGIN:VCALENDAR\n" + "SUMMARY:a\n" + " b\n" * 300_000,
    "repeats": (
        "BEGIN:VEVENT\nDTSTART:20250101T100000\n"
        "RRULE:FREQ=SECONDLY;UNTIL=99991231T000000\nEND:VEVENT"
    ),
    "never": (
        "BEGIN:VEVENT\nDTSTART:20250101T100000\n"
        "RRULE:FREQ=DAILY;INTERVAL=99;UNTIL=99991231\nEND:VEVENT"
    ),
    "no such day": 9
    * (
        "BEGIN:VEVENT\nDTSTART:20250101T100000\nRRULE:FREQ=SECONDLY;COUNT=5;BYMONTHDAY=30;BYMONTH=2\nEND:VEVENT\n"
    ),
    "many dates": "BEGIN:VEVENT\nDTSTART:20250101T100000\nRDATE:"
    + "20250101T100000," * 50_000
    + "\nEND:VEVENT",
}


def read_each(notices: dict[str, str], said: Path) -> None:
    """Read them, and say the name of each before."""
    forking.say_into(said, Path(os.devnull))
    for name, notice in notices.items():
        print(name, flush=True)
        read(notice)


def test_W3_what_is_made_to_be_slow_is_read_or_refused(tmp_path: Path) -> None:
    reading = forking.start(read_each, HOSTILE, tmp_path / "said")
    reading.join(60)
    assert ((tmp_path / "said").read_text().split("\n")[:-1], reading.exitcode) == (
        list(HOSTILE),
        0,
    )


def in_the_terminal(file: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "footpath", "read-notice", file], input=given, capture_output=True
    )


def test_W1_the_terminal_prints_the_draft_as_json() -> None:
    done = in_the_terminal("-", "Rent – 5 June 2025, 2-4pm BST".encode())
    draft = json.loads(done.stdout)
    assert (done.returncode, draft["title"]["value"], draft["title"]["words"]) == (
        0,
        "Rent",
        "Rent",
    )
    assert list(draft) == [*POINTS, "questions"]


def test_W3_the_terminal_refuses_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cut.ics").write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    for done in (
        in_the_terminal(str(tmp_path / "cut.ics")),
        in_the_terminal(str(tmp_path)),
        in_the_terminal("nowhere.txt"),
    ):
        assert (done.returncode, done.stdout) == (1, b"")
        assert len(done.stderr.decode().splitlines()) == 1
