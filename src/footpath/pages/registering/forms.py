"""The form of registering, and of changing it later. What was typed stays in it
when it is sent back.
"""

import uuid
from typing import Any

from django import forms

from footpath.method import Refusal
from footpath.method.words.words import LONGEST_NAME, tidy
from footpath.notices.models import Notice
from footpath.registering.models import Question

WITHOUT_EMAIL = (
    "You can leave it empty. Then no confirmation, no reminder and no word of changes reaches you, "
    "and you need to keep your own link yourself."
)
WITH_EMAIL = (
    "For the confirmation, the reminders and your own link. Only those who prepare the workshop "
    "see it."
)


class RegisteringForm(forms.Form):
    """A name, an address to write to, and what the organisers would like to know."""

    made_with = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label="What shall we call you?",
        max_length=2000,
        help_text="A made-up name is fine. Everyone in the workshop sees it.",
        error_messages={"required": "Type a name first. A made-up one is fine."},
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text=WITH_EMAIL,
        error_messages={
            "required": "Type your e-mail address, so that we can send you your own link.",
            "invalid": (
                "This does not look like an e-mail address: something like name@example.org."
            ),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    access_needs = forms.CharField(
        label="What do you need to take part well?",
        required=False,
        max_length=2000,
        help_text=(
            "Captions, breaks, a step-free room, reading by voice … Only those who prepare the "
            "workshop see it."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    could_tell = forms.BooleanField(label="I have an experience I could tell", required=False)
    line = forms.CharField(label="In a line, what is it about?", required=False, max_length=1000)
    side = forms.ChoiceField(label="From which side?", required=False)
    elsewhere = forms.BooleanField(label="It happened somewhere else, not here", required=False)
    only_watch = forms.BooleanField(label="I only want to watch", required=False)

    def __init__(self, *args: Any, notice: Notice, sides: list[str], **kwargs: Any) -> None:
        """Add the organisers' own questions."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("made_with", str(uuid.uuid4()))
        side = self.fields["side"]
        assert isinstance(side, forms.ChoiceField)
        side.choices = [
            ("", "I would rather say it later"),
            *((one, one.capitalize()) for one in sides),
        ]
        if notice.drop_in:
            self.fields["email"].required, self.fields["email"].help_text = False, WITHOUT_EMAIL
        self.questions = list(Question.objects.filter(workshop=notice.workshop))
        for question in self.questions:
            self.fields[f"question_{question.pk}"] = _field_of(question)

    def own_questions(self) -> list[tuple[Question, Any]]:
        """The organisers' own questions with their fields."""
        return [(question, self[f"question_{question.pk}"]) for question in self.questions]

    def clean_name(self) -> str:
        """The name as it is kept, by the same rule as for who comes in by a link."""
        try:
            return tidy(" ".join(self.cleaned_data["name"].split()), LONGEST_NAME)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from None

    def clean(self) -> dict[str, Any]:
        """Nobody tells who only watches: which of the two it is, they say."""
        data = super().clean() or self.cleaned_data
        if data.get("could_tell") and data.get("only_watch"):
            self.add_error("only_watch", "Choose one: telling an experience, or only watching.")
        return data

    def given(self) -> dict[str, Any]:
        """What the form gives to `register` and `change`."""
        data = self.cleaned_data
        told = {field: data[field] if data["could_tell"] else "" for field in ("side", "line")}
        return {
            **{
                field: data[field]
                for field in ("name", "email", "access_needs", "only_watch", "could_tell")
            },
            **told,
            "elsewhere": data["could_tell"] and data["elsewhere"],
            "answers": {
                str(question.pk): data[f"question_{question.pk}"] for question in self.questions
            },
        }


def _field_of(question: Question) -> forms.Field:
    missing = {"required": "This needs an answer."}
    if question.kind == Question.Kind.TEXT:
        return forms.CharField(
            label=question.text,
            required=question.required,
            max_length=2000,
            error_messages=missing,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
    offered = ["Yes", "No"] if question.kind == Question.Kind.YES_NO else question.choices
    return forms.ChoiceField(
        label=question.text,
        required=question.required,
        choices=[(one, one) for one in offered],
        error_messages=missing,
        widget=forms.RadioSelect,
    )
