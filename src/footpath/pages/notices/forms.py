"""The form of a notice. What was typed stays in it when it is sent back,
whatever is wrong with it.
"""

from typing import Any

from django import forms
from django.core.validators import URLValidator

from footpath.accounts.models import Account
from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase
from footpath.notices.models import Notice, SeenBy
from footpath.notices.plans import minutes_and_question
from footpath.notices.rights import organisation_of
from footpath.notices.times import (
    zones_by_continent,
)
from footpath.pages.organisations.time_zones import TimeZoneMenu

MAIL_LANGUAGES = [("en-gb", "English")]


def lines(rows: int) -> forms.Textarea:
    """A field of several lines."""
    return forms.Textarea(attrs={"rows": rows})


def link_field(label: str, help_text: str = "") -> forms.URLField:
    """A link that may stand on a page."""
    made = forms.URLField(
        label=label,
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=help_text,
        error_messages={
            "invalid": "That is no link. Copy it whole, with https:// at its beginning."
        },
    )
    made.validators = [one for one in made.validators if not isinstance(one, URLValidator)]
    made.validators.append(
        URLValidator(schemes=["http", "https"], message=made.error_messages["invalid"])
    )
    return made


class NoticeForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """Everything that a notice says but its sittings and its research projects."""

    title = forms.CharField(
        label="What is it called?",
        max_length=300,
        error_messages={"required": "Say what it is called."},
    )
    time_zone = forms.ChoiceField(label="In whose time?", required=False, widget=TimeZoneMenu)
    call_link = link_field(
        "Link of the call", "Zoom, Jitsi, BigBlueButton, Google Meet, Microsoft Teams or any other."
    )
    where_seen_by = forms.ChoiceField(
        label="Who sees where?", choices=SeenBy.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label="Language of its mails", choices=MAIL_LANGUAGES)
    places = forms.IntegerField(
        label="How many places are there?",
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=(
            "Leave it empty where there is room for everybody. Who comes later can wait for a "
            "place."
        ),
    )
    keep_days = forms.IntegerField(
        label="For how many days afterwards?",
        min_value=1,
        max_value=730,
        error_messages={"required": "Say for how many days; 90 is usual."},
    )
    remove_convenors = forms.ModelMultipleChoiceField(
        Account.objects.none(),
        label="Take out",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    add_convenor = forms.ModelChoiceField(
        Account.objects.none(),
        label="Let another member write it too",
        required=False,
        empty_label="Nobody else",
    )

    class Meta:
        model = Notice
        fields = (
            "what", "audience", "outcomes", "research", "access", "facilitators", "languages",
            "language", "time_zone", "call_link", "place", "where_seen_by", "drop_in",
            "registration", "places", "keep_days",
        )  # fmt: skip
        widgets = {
            "what": lines(4),
            "audience": lines(4),
            "outcomes": lines(4),
            "research": lines(3),
            "access": lines(3),
            "facilitators": lines(2),
        }
        labels = {
            "what": "What is it about?",
            "audience": "Who is it for?",
            "outcomes": "What do you hope to get out of it?",
            "research": "What should people know about the research?",
            "access": "What may people need to know?",
            "facilitators": "Who leads it?",
            "languages": "In which languages?",
            "place": "Place, if there is one",
            "registration": "People can register",
            "drop_in": "People can just turn up",
        }
        help_texts = {
            "what": (
                "Two or three sentences, for somebody who has never heard of it. They also welcome "
                "people."
            ),
            "audience": "One kind of people on each line.",
            "outcomes": "One thing on each line.",
            "access": "Captions, steps at the door, breaks, taking part by phone …",
            "facilitators": "One name on each line, with what they do: Heron, facilitator.",
            "place": "An address, or how to find it.",
            "registration": (
                "A name is enough; who gives an e-mail address gets the link and reminders."
            ),
            "drop_in": "By the link, or by typing the code.",
        }

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
        members = Account.objects.filter(memberships__organisation=organisation).order_by(
            "name", "email"
        )
        self.fields["remove_convenors"].queryset = convenors  # type: ignore[attr-defined]
        self.fields["add_convenor"].queryset = members.exclude(pk__in=convenors)  # type: ignore[attr-defined]

    def _ask_for_plan(self) -> None:
        for phase, words in PHASES.items():
            minutes, question = minutes_and_question(self.instance.plan, phase)
            self.fields[f"minutes_{phase.value}"] = forms.IntegerField(
                label=f"{words.name}, minutes",
                min_value=1,
                max_value=600,
                initial=minutes,
                error_messages={"required": "Say how many minutes."},
            )
            self.fields[f"question_{phase.value}"] = forms.CharField(
                label=f"{words.name}, question", required=False, max_length=500, initial=question
            )

    def phases(self) -> list[tuple[str, Any, Any]]:
        """Each phase's name with its two fields."""
        if self.is_fixed:
            return []
        return [
            (w.name, self[f"minutes_{p.value}"], self[f"question_{p.value}"])
            for p, w in PHASES.items()
        ]

    def plan(self) -> dict[str, Any]:
        """The plan as a notice keeps it; what is the product's own is left to it."""
        if self.is_fixed:
            return self.instance.plan
        given = {
            p: (self.cleaned_data[f"minutes_{p.value}"], self.cleaned_data[f"question_{p.value}"])
            for p in Phase
        }
        return {
            phase.value: {
                "minutes": minutes,
                "question": "" if question == PHASES[phase].question else question,
            }
            for phase, (minutes, question) in given.items()
        }


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


StudyRows = forms.formset_factory(StudyForm, extra=0, max_num=20, absolute_max=40)
