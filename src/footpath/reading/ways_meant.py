"""What a notice says of its sittings wholly, and each way in which the rest can be meant."""

import re
from dataclasses import dataclass, field, replace

from footpath.reading.draft import Draft, SittingSaid
from footpath.reading.gatherings import Gathering
from footpath.reading.passages import Passage


@dataclass
class Reading:
    """A sitting as far as it is said, and the ways in which it can be meant."""

    at: Gathering
    said: bool = True
    ways: list[SittingSaid] = field(default_factory=list[SittingSaid])


def stated_years(*texts: str) -> list[int]:
    """The years that are named somewhere, whatever for."""
    return sorted(
        {
            int(year)
            for text in texts
            for year in re.findall(r"(?<![\d/])(20\d\d)(?![\d/]|:\d)", text)
        }
    )


def fill(
    draft: Draft,
    notice: Passage,
    found: list[Gathering],
    readings: list[Reading],
    year: tuple[int, int] | None = None,
) -> None:
    """What is wholly said goes to the value; the whole, in each way that it can be meant,
    to the suggestions.

    `year` is where in the title the year stands.
    """
    if not found:
        return
    start, end = min(one.start for one in found), max(one.end for one in found)
    start, end = (min(start, year[0]), max(end, year[1])) if year else (start, end)
    draft.sittings.words = notice.words(start, end)
    if not readings:
        return
    said = [reading.ways[0] for reading in readings if reading.said]
    draft.sittings.value = said or None
    if len(said) < len(readings):
        leading = max(readings, key=lambda reading: len(reading.ways))
        draft.sittings.suggested = [
            [_alike(reading, way, place) for reading in readings]
            for place, way in enumerate(leading.ways[:4])
        ]


def _alike(reading: Reading, way: SittingSaid, place: int) -> SittingSaid:
    """The way to read one sitting that goes with a way to read another: in the same year, or
    in the same place.
    """
    if reading.said:
        return reading.ways[0]
    year = (way.starts_at or "")[:4]
    same = [one for one in reading.ways if (one.starts_at or "").startswith(year)]
    if len(same) == 1:
        return same[0]
    return reading.ways[min(place, len(reading.ways) - 1)]


def with_place_and_title(reading: Reading, place: str | None, title: str | None) -> None:
    """Give a sitting what is said of it beside its times."""
    reading.ways = [replace(way, place=place, title=title) for way in reading.ways]
