"""Days and hours are written by `clocks.py`, by `times.ts` in the room and by `times.js` on
pages, and nowhere else.
"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import RequestFactory
from django.utils import translation

from footpath import clocks

ROOT = Path(__file__).parents[2]
OWN_WAY = {
    ".html": re.compile(
        r"\|\s*(?:date|time|timesince|timeuntil|naturaltime|naturalday)\b|\|slice:\":10\""
    ),
    ".txt": re.compile(r"\|\s*(?:date|time|timesince|timeuntil|naturaltime|naturalday)\b"),
    ".py": re.compile(
        r"\b(?:date|time|localize)_?format\(|:%[^}\"]*%-?[AaBbIpd][^}\"]*[AaBbp]\b|%-?[BbAp]\b"
    ),
    ".ts": re.compile(r"toLocale(?:Date|Time)?String|DateTimeFormat"),
    ".svelte": re.compile(r"toLocale(?:Date|Time)?String|DateTimeFormat"),
    ".js": re.compile(r"toLocale(?:Date|Time)?String|DateTimeFormat|getHours\("),
}
THE_WAY = {"src/footpath/clocks.py", "frontend/src/parts/times.ts", "src/footpath/static/times.js"}
MADE = {"served", "assets"}
"""Folders of what is built from the rest."""
LONDON = ZoneInfo("Europe/London")
STARTS, ENDS = (datetime(2024, 3, 19, hour, tzinfo=LONDON) for hour in (14, 16))


def files() -> list[Path]:
    found = [path for top in ("src/footpath", "frontend/src") for path in (ROOT / top).rglob("*")]
    return [path for path in found if path.suffix in OWN_WAY and not MADE & {*path.parts}]


def test_W32_nothing_else_writes_a_day_or_an_hour() -> None:
    others = [
        f"{name}: {match.group()}"
        for path in files()
        if (name := path.relative_to(ROOT).as_posix()) not in THE_WAY
        for match in OWN_WAY[path.suffix].finditer(path.read_text(encoding="utf-8"))
    ]
    assert others == []


SAID = {
    "en-gb": (
        "19 March 2024",
        "Tuesday 19 March 2024",
        "14:00 to 16:00",
        "19 March 2024, 14:00, time in London",
    ),
    "en-us": (
        "March 19, 2024",
        "Tuesday, March 19, 2024",
        "2:00 PM to 4:00 PM",
        "March 19, 2024, 2:00 PM, time in London",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_W32_days_and_hours_follow_the_readers_english(language: str) -> None:
    with translation.override(language):
        said = (
            clocks.date(STARTS),
            clocks.day(STARTS),
            clocks.hours(STARTS, ENDS),
            clocks.moment(STARTS),
        )
    assert said == SAID[language]


def test_W32_an_end_on_another_day_says_its_day() -> None:
    late, early = datetime(2024, 3, 19, 22, tzinfo=UTC), datetime(2024, 3, 20, 1, tzinfo=UTC)
    assert clocks.hours(late, early) == "22:00 to Wednesday 20 March 2024, 01:00"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-3, "just now"),
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7500, "2 hours ago"),
    ],
)
def test_W32_what_was_a_moment_ago_was_just_now(seconds: int, said: str) -> None:
    assert clocks.ago(STARTS - timedelta(seconds=seconds), STARTS).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("asked", "given"),
    [("en-US,en;q=0.9", "en-us"), ("de-DE,de", "en-gb"), ("en", "en-gb"), ("", "en-gb")],
)
def test_W32_a_browsers_language_chooses_the_english_of_its_pages(asked: str, given: str) -> None:
    request = RequestFactory().get("/", HTTP_ACCEPT_LANGUAGE=asked)
    assert translation.get_language_from_request(request) == given
