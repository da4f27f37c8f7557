"""The times of a timeline: local times of a day, as milliseconds since 1970, UTC."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TIME = re.compile(r"^\d{1,2}:\d{2}")
_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}")
HALF_A_DAY = timedelta(hours=12)


class NoTime(Exception):
    """Something in the file is no time; the message says what."""


class FileClock:
    """The file's day and place. A time of day long before the one before it
    belongs to the next day.
    """

    def __init__(self, day: Any, zone: Any) -> None:
        """Start at the beginning of the day.

        Raises:
            NoTime: when there is no such day or time zone.
        """
        try:
            self.zone = ZoneInfo(str(zone or "UTC"))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise NoTime(f"There is no time zone `{zone}`.") from None
        try:
            self._day: date = datetime.fromisoformat(str(day or "2024-01-01")[:10]).date()
        except ValueError:
            raise NoTime(f"The file's date `{day}` is no day.") from None
        self._first_day = self._day
        self._last: datetime | None = None

    @staticmethod
    def reads(given: Any) -> bool:
        """Whether this looks like a time at all."""
        return isinstance(given, str) and bool(_TIME.match(given) or _DATED.match(given))

    def moment(self, given: Any) -> int:
        """The moment that an entry's time names; a missing one is the moment before it.

        Raises:
            NoTime: when it is no time.
        """
        if given is not None:
            self._last = self._read(given)
            self._day = self._last.astimezone(self.zone).date()
        return _milliseconds(self._last or self._read("00:00"))

    def near(self, given: Any) -> int:
        """The moment that another time of the entry names, which may lie before midnight while
        the entry lies after.

        Raises:
            NoTime: when it is no time.
        """
        moment = self._read(given)
        if (
            self._last is not None
            and moment - self._last > HALF_A_DAY
            and not _DATED.match(str(given))
        ):
            moment -= timedelta(days=1)
        return _milliseconds(moment)

    def utc(self, told: str) -> str:
        """A local time of the file's day, as the hour and minute of UTC."""
        moment = datetime.combine(self._first_day, _time_of_day(told))
        return moment.replace(tzinfo=self.zone).astimezone(ZoneInfo("UTC")).strftime("%H:%M")

    def _read(self, given: Any) -> datetime:
        text = str(given)
        try:
            dated = datetime.fromisoformat(text) if _DATED.match(text) else None
            moment = dated or datetime.combine(self._day, _time_of_day(text))
            moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=self.zone)
            if dated is None and self._last is not None and self._last - moment > HALF_A_DAY:
                moment += timedelta(days=1)
        except (ValueError, OverflowError):
            raise NoTime(f"`{text[:80]}` is no time.") from None
        return moment


def _time_of_day(text: str) -> time:
    return time.fromisoformat(text if text.find(":") == 2 else f"0{text}")


def _milliseconds(moment: datetime) -> int:
    try:
        return int(moment.timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise NoTime(f"`{moment}` is no time.") from None
