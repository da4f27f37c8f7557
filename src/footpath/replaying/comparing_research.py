"""Comparing what left of a played session for research with what its file expects."""

import re
from typing import Any

from footpath.replaying.outcome import Outcome
from footpath.replaying.played_research import Left, research_expected


def differences(outcome: Outcome, wanted: dict[str, Any]) -> list[str]:
    """What differs, study by study. What waits for somebody's decision is counted as an item."""
    research, found = outcome.play.research, list[str]()
    for study, expected in research_expected({"research": wanted}).items():
        if study not in research.left:
            found.append(f"research {study}: nobody was asked about it")
            continue
        left = research.left[study]
        for key, value in expected.items():
            place = f"research {study} {key}"
            if key == "people":
                found += _same(place, left["people"], value)
            elif key == "items":
                found += _same(place, _items(left), value)
            elif key == "left_out":
                found += _left_out(outcome, place, left, value)
            elif (study, key) in research.asked:
                given = value.get("items", value) if isinstance(value, dict) else value
                found += _same(place, _items(research.asked[study, key]), given)
    return found


def _items(left: Left) -> list[str]:
    return sorted([*left["items"], *left["held"]])


def _same(place: str, got: list[str], wanted: Any) -> list[str]:
    """A difference where there is one; a number is compared with how many there are."""
    if isinstance(wanted, int):
        return [] if len(got) == wanted else [f"{place}: expected {wanted}, got {len(got)}"]
    if isinstance(wanted, list):
        ids = sorted(str(one) for one in wanted)
        return [] if sorted(got) == ids else [f"{place}: expected {ids}, got {sorted(got)}"]
    return [f"{place}: {str(wanted)[:80]!r} cannot be compared with what left"]


def _left_out(outcome: Outcome, place: str, left: Left, told: Any) -> list[str]:
    """Nothing that the file names as left out has left, nor anything that a person said of whom
    it says everything.
    """
    items, found = set(_items(left)), list[str]()
    for one in told if isinstance(told, list) else [told]:
        text = str(one)
        found += [
            f"{place}: {ref} has left"
            for ref in items
            if re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", text)
        ]
        for name in outcome.play.people:
            if re.search(rf"\beverything (by|of|from) {re.escape(name)}(?!\w)", text):
                theirs = {
                    ref
                    for ref, event in outcome.play.made_by.items()
                    if str(event.get("by")) == name
                }
                found += [f"{place}: {ref} has left" for ref in sorted(items & theirs)]
    return found
