"""Which year or month is meant, where a notice names a day without it."""

import re
from dataclasses import replace
from datetime import date

from footpath.reading.dates import Day, day_of


def nearest_years(day: Day, today: date, stated: list[int]) -> list[int]:
    """Up to three years in which the day has its weekday: those named in the notice
    first, then the nearest.
    """
    fits = [
        made
        for year in range(today.year - 40, today.year + 41)
        if (made := day_of(year, day.month, day.day)) and day.weekday in (None, made.weekday())
    ]
    fits.sort(key=lambda made: (made.year not in stated, abs((made - today).days)))
    return [made.year for made in fits][: 3 if day.weekday is not None else 2]


def nearest_months(day: Day, today: date) -> list[date]:
    """Up to three dates near today on which the day of a month has its weekday."""
    months = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in range(-12, 25)]
    fits = [made for year, month in months if (made := day_of(year, month + 1, day.day))]
    fits = [made for made in fits if made.weekday() == day.weekday]
    return sorted(fits, key=lambda made: abs((made - today).days))[:3]


def with_year(
    days: list[Day], heading: str, at: tuple[int, int]
) -> tuple[list[Day], tuple[int, int] | None]:
    """Days with the one year that the title names, where they stand in it or fit it by weekday;
    and where it stands.
    """
    years = list(re.finditer(r"(?<![\d/:.-])20\d\d(?![\d/.]|:\d|-\d)", heading))
    if len(years) != 1:
        return days, None
    year = int(years[0].group())

    def fits(day: Day) -> bool:
        made = day_of(year, day.month, day.day) if day.year is None and day.month_said else None
        return made is not None and (
            made.weekday() == day.weekday
            if day.weekday is not None
            else at[0] <= day.whole[0] < at[1]
        )

    dated = [replace(day, year=year) if fits(day) else day for day in days]
    start = at[0] + years[0].start()
    return dated, (start, start + 4) if dated != days else None
