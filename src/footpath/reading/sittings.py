"""From days and hours to sittings: what is wholly said is a value, what is not is a
suggestion and a question.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from footpath.reading.dates import exists, is_said_for_each, weekday_name
from footpath.reading.draft import Draft, SittingSaid
from footpath.reading.gatherings import Gathering
from footpath.reading.hours import Hours, ends_late, likely
from footpath.reading.hours_in_words import SPOKEN_OF
from footpath.reading.passages import Passage
from footpath.reading.unread import passage_round
from footpath.reading.ways_meant import Reading
from footpath.reading.years import nearest_months, nearest_years
from footpath.reading.zones import Zone, of_offset, standing


@dataclass
class Reader:
    """Reads the sittings of one notice."""

    notice: Passage
    draft: Draft
    years: tuple[date, list[int]]
    """Today, and the years that are named anywhere."""
    zone: Zone | None
    lasting: timedelta | None
    """How long it takes, where the notice says so apart from its hours."""

    def read(self, found: list[Gathering]) -> list[Reading]:
        """Every sitting that can be made something of."""
        readings = [reading for at in found if (reading := self._one(at)) is not None]
        self._ask_about_overlaps(readings)
        return readings

    def _words(self, at: Gathering) -> str:
        return self.notice.said(*at.day.whole).rstrip(".,")

    def _hours_words(self, hours: Hours) -> str:
        return self.notice.said(hours.start, hours.end).rstrip(".,")

    def _one(self, at: Gathering) -> Reading | None:
        day, said, words = at.day, True, self._words(at)
        dates = self._dates(at)
        if not dates:
            self.draft.ask("sittings", f"There is no such day as “{words}”: which day is meant?")
            return None
        if day.year is None:
            self.draft.ask("sittings", f"The notice says “{words}” and no year: which year is it?")
            said = False
        if not day.month_said:
            self.draft.ask(
                "sittings", f"The notice says “{words}” and no month: which month is it?"
            )
            said = False
        if day.other:
            said = False
            self.draft.ask(
                "sittings",
                f"“{words}” can be read with the day or the month first: which is meant?",
            )
        wrong = day.year and all(one.weekday() != day.weekday for one in dates)
        if day.weekday is not None and wrong:
            said = False
            self._ask_about_weekday(dates, day.weekday, words)
        if day.in_range and not is_said_for_each(self.notice.text, day):
            said = False
            self.draft.ask(
                "sittings",
                f"The notice gives a range of days, “{words}”: is there one sitting on each day, "
                "at the same time?",
            )
        reading = Reading(at, said)
        for one in dates:
            reading.ways += self._ways(reading, one)
        return reading

    def _ask_about_weekday(self, dates: list[date], weekday: int, words: str) -> None:
        """The nearest day that is of this weekday is a way to read it as well."""
        self.draft.ask(
            "sittings",
            f"“{words}” is a {weekday_name(dates[0].weekday())}: is it the weekday or the date "
            "that is wrong?",
        )
        shifts = (dates[0] + timedelta(days=shift) for shift in (-1, 1, -2, 2, -3, 3))
        dates.append(next(one for one in shifts if one.weekday() == weekday))

    def _dates(self, at: Gathering) -> list[date]:
        day = at.day
        if day.month and not exists(day) and not day.year:
            return []
        if not day.month:
            return nearest_months(day, self.years[0])
        return day.dates([] if day.year else nearest_years(day, *self.years))

    def _ways(self, reading: Reading, day: date) -> list[SittingSaid]:
        hours = reading.at.hours
        if hours is None:
            self._ask_when_it_begins(reading.at)
            return [SittingSaid(day.isoformat())]
        if hours.begins.mark is None:
            reading.said = False
            self.draft.ask(
                "sittings",
                f"“{self._hours_words(hours)}” does not say morning, afternoon or evening: which "
                "is it?",
            )
        if hours.begins.mark == "am" and hours.begins.minutes < 60:
            reading.said = False
            self.draft.ask(
                "sittings",
                f"I could not read “{self._hours_words(hours)}”: does it begin at noon or at "
                "midnight?",
            )
            hours = replace(hours, begins=replace(hours.begins, minutes=hours.begins.minutes + 720))
        if isinstance(hours.zone, str):
            self.draft.ask(
                "time_zone", f"“{hours.zone}” stands for several time zones: which is meant?"
            )
        starts, ends = self._span(reading.at, day, hours)
        zone = hours.zone if isinstance(hours.zone, Zone) else self.zone
        if zone and (place := zone.slipped(starts)):
            self.draft.time_zone.suggested = [place]
            self.draft.ask(
                "time_zone",
                f"The notice says {zone.said}, but clocks show summer time on that day: is "
                f"{starts:%H:%M} the time on the clock there?",
            )
        return self._against_others(reading, day, starts, ends, zone)

    def _ask_when_it_begins(self, at: Gathering) -> None:
        """Say which of the two it is: no time is said, or one in a way that is not read."""
        start, end = at.day.whole
        line = self.notice.text[end:].partition("\n")[0]
        if re.match(
            rf"[^.;]{{0,40}}?(?:(?<![\d£$€+/-])\b(?:[01]?\d|2[0-3])(?![\d/-])|{SPOKEN_OF})", line
        ):
            said = passage_round(self.notice, start, end)
            self.draft.ask("sittings", f"I could not read “{said}”: at what time does it begin?")
        else:
            self.draft.ask("sittings", f"At what time does it begin on “{self._words(at)}”?")

    def _ask_when_it_ends(self, hours: Hours) -> None:
        begins = self._hours_words(hours)
        if re.match(
            rf"\s?(?:[^\W\d]{{1,8}}|[-~>])\s?(?:(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?(?![\d/-])|"
            rf"{SPOKEN_OF})",
            self.notice.text[hours.end :],
        ):
            said = passage_round(self.notice, hours.start, hours.end)
            self.draft.ask("sittings", f"I could not read “{said}”: when does it end?")
            return
        self.draft.ask(
            "sittings",
            f"The notice says when it begins, “{begins}”, and not when it ends: when is that?",
        )

    def _span(self, at: Gathering, day: date, hours: Hours) -> tuple[datetime, datetime | None]:
        """Begin and end by the clock."""
        begins = likely(hours.begins)
        starts = _at(day, begins)
        if hours.ends is None:
            if ends_late(self.notice.text, hours) or self.lasting is None:
                self._ask_when_it_ends(hours)
                return starts, None
            return starts, starts + self.lasting
        finish = hours.ends.minutes
        if hours.ends.mark is None:
            finish = next(
                end for end in (finish % 720 + half for half in (0, 720, 1440)) if end > begins
            )
        if finish <= begins:
            if begins >= 17 * 60 and finish <= 6 * 60:
                finish += 24 * 60
            else:
                self.draft.ask(
                    "sittings",
                    f"“{self._hours_words(hours)}” ends before it begins: which times are meant?",
                )
                return starts, None
        if self.lasting and timedelta(minutes=finish - begins) != self.lasting:
            self.draft.ask(
                "sittings",
                f"The notice speaks of {_length(self.lasting)}, but “{self._hours_words(hours)}” "
                f"is {_length(timedelta(minutes=finish - begins))}: which is right?",
            )
        return starts, _at(day, finish)

    def _against_others(
        self,
        reading: Reading,
        day: date,
        starts: datetime,
        ends: datetime | None,
        zone: Zone | None,
    ) -> list[SittingSaid]:
        """Compare with the same hours as said for another zone."""
        ways: list[SittingSaid] = []
        for other in reading.at.others:
            if not isinstance(other.zone, Zone):
                continue
            theirs = _at(day, likely(other.begins)).replace(tzinfo=other.zone.tz)
            if zone is None:
                apart = starts.replace(tzinfo=UTC) - theirs.astimezone(UTC)
                apart -= timedelta(days=round(apart / timedelta(days=1)))
                if abs(apart) <= timedelta(hours=14):
                    zone = of_offset(apart, "")
            if zone is None:
                continue
            ours = starts.replace(tzinfo=zone.tz)
            if (ours - theirs) % timedelta(days=1) or not self._same_end(other, day, ends, zone):
                reading.said = False
                self.draft.ask(
                    "sittings",
                    f"“{self._hours_words(other)}” is not the same time as "
                    f"“{self._hours_words(reading.at.hours or other)}”: which is right?",
                )
                moved = theirs.astimezone(zone.tz).replace(tzinfo=None)
                ways.append(self._sitting(reading, moved, ends and moved + (ends - starts), zone))
        return [self._sitting(reading, starts, ends, zone), *ways]

    def _same_end(self, other: Hours, day: date, ends: datetime | None, zone: Zone) -> bool:
        if other.ends is None or ends is None or not isinstance(other.zone, Zone):
            return True
        theirs = _at(day, likely(other.ends)).replace(tzinfo=other.zone.tz)
        return not (ends.replace(tzinfo=zone.tz) - theirs) % timedelta(days=1)

    def _sitting(
        self, reading: Reading, starts: datetime, ends: datetime | None, zone: Zone | None
    ) -> SittingSaid:
        if zone is None:
            return SittingSaid(
                starts.isoformat(timespec="minutes"), ends and ends.isoformat(timespec="minutes")
            )
        words = self._words(reading.at)
        for at in (starts, ends):
            there = standing(at, zone.tz) if at else "once"
            if there == "never":
                reading.said = False
                self.draft.ask(
                    "sittings",
                    f"{at:%H:%M} is left out on “{words}”, when clocks go forward: which time is "
                    "meant?",
                )
            elif there == "twice":
                self.draft.ask(
                    "sittings",
                    f"{at:%H:%M} comes twice on “{words}”, when clocks go back: which of the two "
                    "is meant?",
                )
            if there != "once":
                return self._sitting(reading, starts, ends, None)
        return SittingSaid(
            *(at and at.replace(tzinfo=zone.tz).isoformat() for at in (starts, ends))
        )  # type: ignore[arg-type]

    def _ask_about_overlaps(self, readings: list[Reading]) -> None:
        for place, one in enumerate(readings):
            for other in readings[:place]:
                mine, theirs = one.ways[0], other.ways[0]
                if not (mine.ends_at and theirs.ends_at and mine.starts_at and theirs.starts_at):
                    continue
                if mine.starts_at < theirs.ends_at and theirs.starts_at < mine.ends_at:
                    one.said = other.said = False
                    self.draft.ask(
                        "sittings",
                        f"The notice gives two times that overlap on “{self._words(one.at)}”: "
                        "which is right?",
                    )


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _length(lasting: timedelta) -> str:
    minutes = int(lasting.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    parts = [
        f"{hours} hour{'s' * (hours != 1)}" if hours else "",
        f"{rest} minutes" if rest else "",
    ]
    return " and ".join(part for part in parts if part)
