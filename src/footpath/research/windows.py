"""Until when withdrawing still reaches copies that have left: person by person, in dates of
the workshop's zone.

The days of the sheet to which somebody agreed begin with the last day on which the workshop met or
on which they said something in it, whichever is later; for who said nothing in a workshop without
sittings, with the day of their answer. The last of them ends at midnight. A workshop without a
notice has no zone of its own: then it is UTC.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max

from footpath import clocks
from footpath.gate.permissions import YES
from footpath.method import ENTRIES
from footpath.notices.models import Notice
from footpath.notices.when import last_end
from footpath.record.models import RecordedEntry
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project, Sheet
from footpath.research.models import ConsentAnswer
from footpath.workshops.models import Workshop

SAYING = frozenset(kind.__name__ for kind in ENTRIES if kind.words_of is not None)
"""Kinds of entries that carry words."""


@dataclass(frozen=True)
class Window:
    """The days in which withdrawing reaches copies."""

    days: int
    since: date
    because: str
    """What happened on the day from which they count, as a clause."""
    zone: str

    @property
    def last(self) -> date:
        """The last of them, to its end."""
        return self.since + timedelta(days=self.days)

    @property
    def place(self) -> str:
        """Whose clocks count, as it is said: time in London."""
        return clocks.whose(self.zone)

    def is_open(self, now: datetime) -> bool:
        """Whether it has not ended."""
        return now.astimezone(ZoneInfo(self.zone)).date() <= self.last


class Counting:
    """What the days are counted from in one workshop, read once for all of its people."""

    def __init__(self, workshop: Workshop) -> None:
        notice = Notice.objects.filter(workshop=workshop).first()
        self._zone = notice.time_zone if notice is not None else "UTC"
        last = last_end(notice) if notice is not None else None
        self._met = self._day(last) if last is not None else None
        said = (
            RecordedEntry.objects.filter(workshop=workshop, kind__in=SAYING)
            .exclude(by=None)
            .order_by()
        )
        self._said = dict(said.values_list("by").annotate(Max("said_at")))

    def window(self, answers: Iterable[ConsentAnswer], person: int | None) -> Window | None:
        """Somebody's, by their answers to a project in their order; None where the sheet sets no
        end, or none holds.
        """
        rows = list(answers)
        agreed = [row for row in rows if row.answer == YES] or rows
        if not agreed or agreed[-1].sheet.withdraw_days is None:
            return None
        since, because = self._since(person, agreed[-1].answered_at)
        return Window(
            days=agreed[-1].sheet.withdraw_days, since=since, because=because, zone=self._zone
        )

    def _since(self, person: int | None, answered_at: int) -> tuple[date, str]:
        found = [(self._met, "the workshop last met")] if self._met is not None else []
        if person in self._said:
            found.append(
                (self._day_of(self._said[person]), "you last said something in the workshop")
            )
        return (
            max(found, key=lambda one: one[0])
            if found
            else (self._day_of(answered_at), "you answered")
        )

    def _day_of(self, ms: int) -> date:
        return self._day(datetime.fromtimestamp(ms / 1000, UTC))

    def _day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self._zone)).date()


def window_of(giver: Giver, project: Project) -> Window | None:
    """Somebody's in a project; None for ever."""
    answers = giver.rows().filter(project=project).select_related("sheet")
    return Counting(giver.workshop).window(answers, giver.person)


def everybodys(workshop: Workshop, project: Project) -> dict[int, Window | None]:
    """The window of each person who answered to a project at a workshop."""
    rows = (
        ConsentAnswer.objects.filter(workshop=workshop, project=project)
        .exclude(person=None)
        .order_by("pk")
    )
    answers: dict[int, list[ConsentAnswer]] = {}
    for row in rows.select_related("sheet"):
        answers.setdefault(row.person or 0, []).append(row)
    counting = Counting(workshop)
    return {person: counting.window(given, person) for person, given in answers.items()}


def in_general(sheet: Sheet) -> str:
    """How the days of a sheet are counted, for whoever reads it; empty where it sets no end."""
    if sheet.withdraw_days is None:
        return ""
    days = f"{sheet.withdraw_days} day{'' if sheet.withdraw_days == 1 else 's'}"
    return (
        "You can withdraw at any time. Whoever holds a copy is told to delete your part if you do "
        f"so within {days}. They are counted in dates, not hours, from the last day on which the "
        "workshop met or on which you said something in it, whichever is later, and the last of "
        "them ends at midnight in the workshop’s time zone. Later than that, nothing more of yours "
        "leaves, and what had left may stay."
    )
