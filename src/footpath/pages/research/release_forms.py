"""The form with which a release is asked for."""

from typing import Any

from django import forms

from footpath.research.information_sheets import Project
from footpath.workshops.models import Workshop

NO_PURPOSE = "Say in a sentence what it is for."


class AskForm(forms.Form):
    """Of which workshop, what for, and with which attribute of people, if any."""

    workshop = forms.ModelChoiceField(
        label="Workshop",
        queryset=Workshop.objects.none(),
        empty_label=None,
        error_messages={
            "required": "Choose a workshop that contributes to this project.",
            "invalid_choice": "Choose a workshop that contributes to this project.",
        },
    )
    purpose = forms.CharField(
        label="What is it for?",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Whoever reviews it reads this, and it stands in the register.",
        error_messages={"required": NO_PURPOSE},
    )
    attribute = forms.ChoiceField(
        label="Something about each person",
        required=False,
        choices=(
            ("", "Nothing"),
            ("where", "Whether they were online, in the room or on the phone"),
            ("role", "Their role at the workshop"),
        ),
        help_text="One at most, and only where at least five people share each value.",
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        """For one project."""
        super().__init__(*args, **kwargs)
        field = self.fields["workshop"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = project.workshops.order_by("-created_at")
