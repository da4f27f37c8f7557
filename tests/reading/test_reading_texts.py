"""Pasted notices and pages of many kinds: what is said of each stands beside it in `said/`."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footpath.reading import POINTS, read_notice

NOTICES = sorted(
    path for path in (Path(__file__).parent / "said").iterdir() if path.suffix != ".json"
)
TODAY = date(2025, 1, 1)


def drafted(path: Path) -> dict[str, Any]:
    return read_notice(path.read_bytes(), path.name, TODAY).as_json()


def expected(path: Path) -> dict[str, Any]:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_W1_a_notice_fills_a_draft_with_what_it_says(path: Path) -> None:
    draft = drafted(path)
    said = {point: draft[point]["value"] for point in POINTS if draft[point]["value"] is not None}
    assert said == expected(path)["says"]


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_W1_every_point_that_is_filled_shows_the_words_it_was_read_from(path: Path) -> None:
    draft, text = drafted(path), path.read_text(encoding="utf-8")
    words = [draft[point]["words"] for point in POINTS if draft[point]["value"] is not None]
    assert all(passage and passage in text for passage in words), words


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_W2_a_guess_is_suggested_and_what_is_open_is_asked(path: Path) -> None:
    draft = drafted(path)
    guesses = {point: draft[point]["suggested"][0] for point in POINTS if draft[point]["suggested"]}
    asked = sorted({question["about"] for question in draft["questions"]})
    assert {"suggests": guesses, "asks": asked} == {
        key: expected(path)[key] for key in ("suggests", "asks")
    }


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_W2_whatever_has_no_value_is_asked(path: Path) -> None:
    draft = drafted(path)
    asked = {question["about"] for question in draft["questions"]}
    assert {point for point in POINTS if draft[point]["value"] is None} <= asked
