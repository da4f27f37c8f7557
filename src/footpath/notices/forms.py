"""The form of a notice. What was typed stays in it when it is sent back, whatever is wrong with it."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.validators import URLValidator

from footpath import clocks
from footpath.accounts.models import Account
from footpath.method.phases import PHASES
from footpath.method.things import Phase
from footpath.notices.filling import Row, meant_by
from footpath.notices.models import Notice, SeenBy
from footpath.notices.plans import minutes_and_question
from footpath.notices.rights import organisation_of
from footpath.notices.times import (
    NoSuchTime,
    TwiceThatTime,
    is_zone,
    moment,
    place_of,
    zones_by_continent,
)
from footpath.organisations.time_zones import TimeZoneMenu

MAIL_LANGUAGES = [("en-gb", "English")]
YEARS = range(1990, 2101)


def lines(rows: int) -> forms.Textarea:
    """A field of several lines."""
    return forms.Textarea(attrs={"rows": rows})


def link_field(label: str, help_text: str = "") -> forms.URLField:
    """A link that may stand on a page."""
    made = forms.URLField(
        label=label, required=False, max_length=1000, assume_scheme="https", help_text=help_text,
        error_messages={"invalid": "That is no link. Copy it whole, with https:// at its beginning."},
    )  # fmt: skip
    made.validators = [one for one in made.validators if not isinstance(one, URLValidator)]
    made.validators.append(URLValidator(schemes=["http", "https"], message=made.error_messages["invalid"]))
    return made


class NoticeForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """Everything that a notice says but its sittings and its research projects."""

    title = forms.CharField(
        label="What is it called?", max_length=300, error_messages={"required": "Say what it is called."}
    )
    time_zone = forms.ChoiceField(label="In whose time?", required=False, widget=TimeZoneMenu)
    call_link = link_field("Link of the call", "Zoom, Jitsi, BigBlueButton, Google Meet, Teams or any other.")
    where_seen_by = forms.ChoiceField(label="Who sees where?", choices=SeenBy.choices, widget=forms.RadioSelect)
    language = forms.ChoiceField(label="Language of its mails", choices=MAIL_LANGUAGES)
    places = forms.IntegerField(
        label="How many places are there?", required=False, min_value=1, max_value=100_000,
        help_text="Leave it empty where there is room for everybody. Who comes later can wait for a place.",
    )  # fmt: skip
    keep_days = forms.IntegerField(
        label="For how many days afterwards?", min_value=1, max_value=730,
        error_messages={"required": "Say for how many days; 90 is usual."},
    )  # fmt: skip
    remove_convenors = forms.ModelMultipleChoiceField(
        Account.objects.none(), label="Take out", required=False, widget=forms.CheckboxSelectMultiple
    )
    add_convenor = forms.ModelChoiceField(
        Account.objects.none(), label="Let another member write it too", required=False, empty_label="Nobody else"
    )

    class Meta:
        model = Notice
        fields = (
            "what", "audience", "outcomes", "research", "access", "facilitators", "languages", "language", "time_zone",
            "call_link", "place", "where_seen_by", "drop_in", "registration", "places", "keep_days",
        )  # fmt: skip
        widgets = {
            "what": lines(4), "audience": lines(4), "outcomes": lines(4), "research": lines(3), "access": lines(3),
            "facilitators": lines(2),
        }  # fmt: skip
        labels = {
            "what": "What is it about?", "audience": "Who is it for?", "outcomes": "What do you hope to get out of it?",
            "research": "What should people know about the research?", "access": "What may people need to know?",
            "facilitators": "Who leads it?", "languages": "In which languages?", "place": "Place, if there is one",
            "registration": "People can register", "drop_in": "People can just turn up",
        }  # fmt: skip
        help_texts = {
            "what": "Two or three sentences, for somebody who has never heard of it. They also welcome people.",
            "audience": "One kind of people on each line.",
            "outcomes": "One thing on each line.",
            "access": "Captions, steps at the door, breaks, taking part by phone …",
            "facilitators": "One name on each line, with what they do: Heron, facilitator.",
            "place": "An address, or how to find it.",
            "registration": "A name is enough; who gives an e-mail address gets the link and reminders.",
            "drop_in": "By the link, or by typing the code.",
        }  # fmt: skip

    def __init__(self, *args: Any, is_fixed: bool, **kwargs: Any) -> None:
        """Fill it from the notice; the plan is left out once the flipchart was opened."""
        super().__init__(*args, **kwargs)
        self.initial["title"] = self.instance.workshop.title
        self.fields["time_zone"].choices = [("", "Choose …"), *zones_by_continent()]  # type: ignore[attr-defined]
        self._offer_members()
        self.is_fixed = is_fixed
        if not is_fixed:
            self._ask_for_plan()

    def _offer_members(self) -> None:
        organisation, convenors = organisation_of(self.instance), self.instance.convenors.all()
        members = Account.objects.filter(memberships__organisation=organisation).order_by("name", "email")
        self.fields["remove_convenors"].queryset = convenors  # type: ignore[attr-defined]
        self.fields["add_convenor"].queryset = members.exclude(pk__in=convenors)  # type: ignore[attr-defined]

    def _ask_for_plan(self) -> None:
        for phase, words in PHASES.items():
            minutes, question = minutes_and_question(self.instance.plan, phase)
            self.fields[f"minutes_{phase.value}"] = forms.IntegerField(
                label=f"{words.name}, minutes", min_value=1, max_value=600, initial=minutes,
                error_messages={"required": "Say how many minutes."},
            )  # fmt: skip
            self.fields[f"question_{phase.value}"] = forms.CharField(
                label=f"{words.name}, question", required=False, max_length=500, initial=question
            )

    def phases(self) -> list[tuple[str, Any, Any]]:
        """Each phase's name with its two fields."""
        if self.is_fixed:
            return []
        return [(w.name, self[f"minutes_{p.value}"], self[f"question_{p.value}"]) for p, w in PHASES.items()]

    def plan(self) -> dict[str, Any]:
        """The plan as a notice keeps it; what is the product's own is left to it."""
        if self.is_fixed:
            return self.instance.plan
        given = {p: (self.cleaned_data[f"minutes_{p.value}"], self.cleaned_data[f"question_{p.value}"]) for p in Phase}
        return {
            phase.value: {"minutes": minutes, "question": "" if question == PHASES[phase].question else question}
            for phase, (minutes, question) in given.items()
        }


class SittingForm(forms.Form):
    """A sitting in the hours of its place. Some of it may be missing in a draft; what cannot be is asked about."""

    ASKED = ("next_day", "which_start", "which_end")

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    meant = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    title = forms.CharField(label="What this part is called, if it has a name", required=False, max_length=200)
    day = forms.DateField(
        label="Day", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "There is no such day. Type it as year, month and day: 2030-03-19."},
    )  # fmt: skip
    starts = forms.TimeField(
        label="From", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "There is no such time. Type it as hours and minutes: 14:00."},
    )  # fmt: skip
    ends = forms.TimeField(
        label="To", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "There is no such time. Type it as hours and minutes: 16:00."},
    )  # fmt: skip
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
                ("", "Choose …"), ("earlier", "the first of the two, before the clocks go back"),
                ("later", "the second of the two, after the clocks went back"),
            ]  # fmt: skip

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
        return {name: str(self[name].value() or "") for name in ("title", "day", "starts", "ends", "next_day", "meant")}

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
        starts_at = self._moment("starts", given["day"], given["starts"], given.get("which_start") or "")
        ends_at = self._moment("ends", last_day, given["ends"], given.get("which_end") or "")
        if starts_at is None or ends_at is None:
            return None
        if ends_at <= starts_at:
            first, last = clocks.hour(_on_the_clock(given, "starts")), clocks.hour(_on_the_clock(given, "ends"))
            if first == last:
                self.add_error("next_day", f"It starts and ends at {first}: does it end on the next day?")
            else:
                self.add_error(
                    "next_day", f"It ends at {last}, which is before {first}, when it starts: is that the next day?"
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
                f"On {clocks.day(at)} the clocks in {place} go forward and there is no {clocks.hour(at)}: "
                "which time is meant?",
            )
        except TwiceThatTime:
            self.add_error(
                "which_start" if name == "starts" else "which_end",
                f"On {clocks.day(at)} the clocks in {place} go back and show {clocks.hour(at)} twice: which is meant?",
            )
        return None


def _on_the_clock(given: dict[str, Any], name: str) -> datetime:
    """A time of the row's day, as the clock shows it."""
    return datetime.combine(given["day"], given[name])


class StudyForm(forms.Form):
    """A research project, and where its information sheet can be read."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label="What it is called", required=False, max_length=300)
    sheet_link = link_field("Link of its information sheet")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(str(self[name].value() or "").strip() for name in ("title", "sheet_link"))

    def clean(self) -> dict[str, Any]:
        """A link alone names no project."""
        if self.cleaned_data.get("sheet_link") and not self.cleaned_data.get("title"):
            self.add_error("title", "Say what the research project is called.")
        return self.cleaned_data


SittingRows = forms.formset_factory(SittingForm, extra=0, max_num=30, absolute_max=60)
StudyRows = forms.formset_factory(StudyForm, extra=0, max_num=20, absolute_max=40)
