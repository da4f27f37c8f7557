"""The form of one sitting. What was typed stays in it when it is sent back with a question."""

from datetime import datetime, timedelta
from typing import Any

from django import forms

from footpath import clocks
from footpath.notices.filling import Row, meant_by
from footpath.notices.times import (
    NoSuchTime,
    TwiceThatTime,
    is_zone,
    moment,
    place_of,
)

YEARS = range(1990, 2101)


class SittingForm(forms.Form):
    """A sitting in the hours of its place. Some of it may be missing in a draft; what cannot
    be is asked about.
    """

    ASKED = ("next_day", "which_start", "which_end")

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    meant = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    title = forms.CharField(
        label="What this part is called, if it has a name", required=False, max_length=200
    )
    day = forms.DateField(
        label="Day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "invalid": "There is no such day. Type it as year, month and day: 2030-03-19."
        },
    )
    starts = forms.TimeField(
        label="From",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "There is no such time. Type it as hours and minutes: 14:00."},
    )
    ends = forms.TimeField(
        label="To",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "There is no such time. Type it as hours and minutes: 16:00."},
    )
    next_day = forms.BooleanField(label="It ends on the next day", required=False)
    which_start = forms.ChoiceField(label="It starts at", required=False)
    which_end = forms.ChoiceField(label="It ends at", required=False)

    def __init__(self, *args: Any, zone: str = "", **kwargs: Any) -> None:
        """Remember the time zone in which its hours are meant."""
        super().__init__(*args, **kwargs)
        self.zone = zone if is_zone(zone) else ""
        self.times: tuple[datetime, datetime] | None = None
        for name in ("which_start", "which_end"):
            self.fields[name].choices = [  # type: ignore[attr-defined]
                ("", "Choose …"),
                ("earlier", "the first of the two, before the clocks go back"),
                ("later", "the second of the two, after the clocks went back"),
            ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(self.row()[name].strip() for name in ("title", "day", "starts", "ends"))

    @property
    def is_finished(self) -> bool:
        """Whether it is a time."""
        return self.times is not None

    def row(self) -> Row:
        """What was typed."""
        return {
            name: str(self[name].value() or "")
            for name in ("title", "day", "starts", "ends", "next_day", "meant")
        }

    def asks_for(self) -> list[str]:
        """The further fields that stand in the row because something had to be asked."""
        given = [name for name in ("next_day", "which_start", "which_end") if self[name].value()]
        return list(dict.fromkeys([*given, *(name for name in self.errors if name in self.ASKED)]))

    def clean(self) -> dict[str, Any]:
        """Make moments of it, or ask in one sentence."""
        given = self.cleaned_data
        day, starts, ends = given.get("day"), given.get("starts"), given.get("ends")
        if day is None or starts is None or ends is None or not self.zone or self.errors:
            return given
        if day.year not in YEARS:
            self.add_error("day", "That day is very far away: check the year.")
        elif exact := meant_by(self.row()):
            self.times = exact
        else:
            self.times = self._moments(given)
        return given

    def _moments(self, given: dict[str, Any]) -> tuple[datetime, datetime] | None:
        last_day = given["day"] + timedelta(days=1) if given.get("next_day") else given["day"]
        starts_at = self._moment(
            "starts", given["day"], given["starts"], given.get("which_start") or ""
        )
        ends_at = self._moment("ends", last_day, given["ends"], given.get("which_end") or "")
        if starts_at is None or ends_at is None:
            return None
        if ends_at <= starts_at:
            first, last = (
                clocks.hour(_on_the_clock(given, "starts")),
                clocks.hour(_on_the_clock(given, "ends")),
            )
            if first == last:
                self.add_error(
                    "next_day", f"It starts and ends at {first}: does it end on the next day?"
                )
            else:
                self.add_error(
                    "next_day",
                    f"It ends at {last}, which is before {first}, when it starts: is that the next "
                    "day?",
                )
            return None
        return starts_at, ends_at

    def _moment(self, name: str, day: Any, clock: Any, which: Any) -> datetime | None:
        at, place = datetime.combine(day, clock), place_of(self.zone)
        try:
            return moment(day, clock, self.zone, which)
        except NoSuchTime:
            self.add_error(
                name,
                f"On {clocks.day(at)} the clocks in {place} go forward and there is no "
                f"{clocks.hour(at)}: which time is meant?",
            )
        except TwiceThatTime:
            self.add_error(
                "which_start" if name == "starts" else "which_end",
                f"On {clocks.day(at)} the clocks in {place} go back and show {clocks.hour(at)} "
                "twice: which is meant?",
            )
        return None


def _on_the_clock(given: dict[str, Any], name: str) -> datetime:
    """A time of the row's day, as the clock shows it."""
    return datetime.combine(given["day"], given[name])


SittingRows = forms.formset_factory(SittingForm, extra=0, max_num=30, absolute_max=60)
