"""Wall-clock times of a place: which moment is meant, and whether there is one."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from footpath.clocks import zones

Which = Literal["", "earlier", "later"]


class NoSuchTime(Exception):
    """The clocks of that place skip this time on that day."""


class TwiceThatTime(Exception):
    """The clocks of that place show this time twice on that day, and it was not
    said which is meant.
    """


def is_zone(name: str) -> bool:
    """Whether a time zone of that name is known."""
    return name in zones()


def moment(day: date, clock: time, zone: str, which: Which = "") -> datetime:
    """The moment, in UTC, at which the clocks of a place show this time.

    Raises:
        NoSuchTime: when they never do.
        TwiceThatTime: when they do twice and `which` does not say which is meant.
    """
    local = datetime.combine(day, clock, ZoneInfo(zone))
    first, second = local.replace(fold=0), local.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return local.astimezone(UTC)
    if first.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(
        tzinfo=None
    ):
        raise NoSuchTime
    if which == "":
        raise TwiceThatTime
    return (first if which == "earlier" else second).astimezone(UTC)


def which_of_two(at: datetime, zone: str) -> Which:
    """Which of two equal times of the clock a moment is; empty where the clock shows it once."""
    local = at.astimezone(ZoneInfo(zone))
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return "later" if local.fold else "earlier"


def place_of(zone: str) -> str:
    """The place that a time zone is called after, as it is said: London, New York."""
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def zones_by_continent() -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """Every time zone that is called after a place, by continent, as a menu shows them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(zones()):
        continent, _, place = name.partition("/")
        if place and continent in CONTINENTS:
            found.setdefault(continent, []).append(
                (name, place.replace("_", " ").replace("/", ", "))
            )
    return (*found.items(), ("Everywhere", [("UTC", "UTC")]))


CONTINENTS = (
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)
