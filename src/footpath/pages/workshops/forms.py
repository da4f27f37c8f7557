"""The forms on the way in. What was typed stays in them when they are sent back."""

import uuid
from typing import Any

from django import forms

from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase
from footpath.workshops.making import SIDES


class WorkshopForm(forms.Form):
    """Making a workshop: what it is called, and the words and minutes of each phase."""

    made_with = forms.CharField(widget=forms.HiddenInput, max_length=64)
    replayed = forms.BooleanField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label="What is the policy about?",
        max_length=300,
        error_messages={"required": "Say in a few words what the policy is about."},
    )
    sides = forms.CharField(
        label="The sides it can be told from",
        initial=", ".join(SIDES),
        required=False,
        max_length=400,
        help_text="Separated by commas: client, provider; employee, manager; tenant, landlord …",
    )
    welcome = forms.CharField(
        label="Words of welcome",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    expected = forms.IntegerField(
        label="How many people do you expect?",
        required=False,
        min_value=1,
        max_value=20_000,
        help_text=(
            "So that nobody is turned away when they all come at once. It can be changed with the "
            "links."
        ),
    )
    host_key = forms.CharField(
        label="The host's key",
        required=False,
        max_length=200,
        widget=forms.PasswordInput(render_value=True),
        help_text="Printed where Footpath was started.",
    )

    def __init__(self, *args: Any, ask_key: bool, **kwargs: Any) -> None:
        """Add minutes and a question for each phase; the key is asked for from elsewhere only."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("made_with", str(uuid.uuid4()))
        if not ask_key:
            del self.fields["host_key"]
        for phase, words in PHASES.items():
            self.fields[f"minutes_{phase.value}"] = forms.IntegerField(
                label=f"{words.name}, minutes", min_value=1, max_value=600, initial=words.minutes
            )
            self.fields[f"question_{phase.value}"] = forms.CharField(
                label=f"{words.name}, question",
                required=False,
                max_length=500,
                widget=forms.TextInput(attrs={"placeholder": words.question}),
            )

    def phases(self) -> list[tuple[str, Any, Any]]:
        """Each phase's name with its two fields."""
        return [
            (words.name, self[f"minutes_{phase.value}"], self[f"question_{phase.value}"])
            for phase, words in PHASES.items()
        ]

    def given(self) -> dict[str, Any]:
        """What the form gives to `make_workshop`."""
        data = self.cleaned_data
        return {
            "title": data["title"],
            "sides": [side.strip() for side in data["sides"].split(",") if side.strip()],
            "welcome": data["welcome"],
            "replayed": data["replayed"],
            "expected": data["expected"],
            "minutes": {phase: data[f"minutes_{phase.value}"] for phase in Phase},
            "questions": {
                phase: data[f"question_{phase.value}"]
                for phase in Phase
                if data[f"question_{phase.value}"].strip()
            },
        }


class ExpectedForm(forms.Form):
    """How many people come: so many are let in at once, and a script that goes on is not."""

    expected = forms.IntegerField(
        label="How many people do you expect?", min_value=1, max_value=20_000
    )


class ArrivingForm(forms.Form):
    """Coming in: a name is enough."""

    arriving = forms.CharField(widget=forms.HiddenInput, max_length=57)
    said_at = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=2**53
    )
    name = forms.CharField(
        label="What shall we call you?",
        max_length=2000,
        help_text="A made-up name is fine. Everyone in the workshop sees it.",
        error_messages={"required": "Type a name first. A made-up one is fine."},
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "autofocus": True}),
    )
    where = forms.ChoiceField(
        label="Where are you?",
        choices=[("online", "Online"), ("room", "In the room"), ("phone", "On the phone")],
        initial="online",
    )
    only_watch = forms.BooleanField(label="I only want to watch", required=False)
    could_tell = forms.BooleanField(label="I have an experience I could tell", required=False)
    side = forms.CharField(
        label="From which side?",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"list": "sides"}),
    )
    elsewhere = forms.BooleanField(label="It happened somewhere else, not here", required=False)
    line = forms.CharField(label="In a line, what is it about?", required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Each page has an id of its own, so that a form sent twice brings in one person."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("arriving", str(uuid.uuid4()))
