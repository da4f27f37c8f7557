"""The record of the method itself: how the workshop went, in figures. Counts only, of what
leaves and nothing else.

A figure is given only where five people or more stand behind it, and behind each difference
between it and another figure of the file. What is unnamed belongs to nobody, so that it raises
no number of people.
"""

from collections.abc import Iterable
from typing import Any

from footpath.gate.formats.as_json import as_text
from footpath.gate.material import FEWEST, LABEL, Files, Material, Piece

NAME = "method.json"
REFLECTIONS = ("liked", "disliked", "differently", "similar")
OUTLINE = {
    "value",
    "aim",
    "activity",
    "decision",
    "document",
    "wait",
    "exception",
    "control",
    "end",
}
SUPPRESSED = (
    "not given: fewer than five people stand behind it, or behind its difference to another figure"
)
WITH_THE_FIRST = "given with the first release of this workshop"


def write(material: Material, figures: bool) -> Files:
    """The figures; without them it says where they are given."""
    several = counted(material) if figures else {}
    told: dict[str, Any] = {
        "label": LABEL,
        "minutes": [{"phase": one.phase, "minutes": one.minutes} for one in material.phases],
        "figures": {
            name: len(pieces) if pieces is not None else None
            for name, pieces in given(several).items()
        },
    }
    told["note"] = SUPPRESSED if figures else WITH_THE_FIRST
    return {NAME: as_text(told)}


def given(counted: dict[str, list[Piece]]) -> dict[str, list[Piece] | None]:
    """Each figure with what it counts; None where it is not given.

    The largest come first; one that differs from an earlier one, or from what others leave of it,
    by fewer than five people is not given.
    """
    found: dict[str, list[Piece] | None] = {}
    published: list[frozenset[str]] = []
    for name, pieces in sorted(counted.items(), key=lambda one: (-len(one[1]), one[0])):
        codes = frozenset(one.code for one in pieces)
        rest = [codes ^ other for other in published if codes & other or not codes]
        people = {one.code: one.person for several in counted.values() for one in several}
        enough = all(_enough(people, difference) for difference in (codes, *rest) if difference)
        found[name] = pieces if codes and enough else None
        if found[name] is not None:
            published.append(codes)
    return {name: found[name] for name in counted}


def _enough(people: dict[str, str | None], codes: Iterable[str]) -> bool:
    return len({people[code] for code in codes} - {None}) >= FEWEST


def counted(material: Material) -> dict[str, list[Piece]]:
    """What each figure counts."""
    pieces = material.pieces
    found: dict[str, list[Piece]] = {"experiences": [one for one in pieces if one.kind == "story"]}
    for phase in dict.fromkeys(one.phase for one in material.phases):
        found[f"items in {phase}"] = [one for one in pieces if one.is_item and one.phase == phase]
    reflections = [one for one in pieces if one.kind in REFLECTIONS]
    reached = {link.to for one in pieces if one.kind in OUTLINE for link in one.links}
    aims = [one for one in pieces if one.kind == "aim"]
    found |= {
        "reflections": reflections,
        "reflections that reached the outline": [one for one in reflections if one.code in reached],
        "aims": aims,
        "aims that were reworded": [
            one
            for one in aims
            if one.texts.get("first_text", one.texts.get("text")) != one.texts.get("text")
        ],
    }
    return found
