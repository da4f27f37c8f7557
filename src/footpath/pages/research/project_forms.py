"""The forms of a project's pages. What was typed stays in them when they are sent back."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from footpath.gate.permissions import Blank, Purpose
from footpath.organisations.models import Organisation
from footpath.research.information_sheets import Project, Sheet
from footpath.research.models import OrganisationAgreement
from footpath.research.projects import statements_of

LARGEST_PDF = 5 * 1024 * 1024
PURPOSES = [
    (Purpose.TAKE_PART, "Taking part"),
    (Purpose.QUOTES, "Exact quotes"),
    (Purpose.PARAPHRASE, "Paraphrase only"),
    (Purpose.NAMED, "Being named"),
    (Purpose.ORGANISATION, "Naming the organisation"),
    (Purpose.RECORDING, "Recording (information only)"),
    (Purpose.ARCHIVE, "Archive and later use (information only)"),
    (Purpose.CONTACT, "Being contacted again (information only)"),
    (Purpose.OWN, "Something else (information only)"),
]
BLANKS = [
    (Blank.NO, "No"),
    (Blank.UNANSWERED, "Not answered: neither yes nor no, and nothing is used"),
    (Blank.CANNOT_SEND, "The form counts only when every statement is answered"),
]
CHANGED = [
    ("no", "Nothing that is asked has changed (a correction): earlier answers go on holding"),
    ("yes", "What is asked has changed: everybody is asked again"),
]


DAYS = (
    "Leave it empty for ever. Days are counted in dates of the workshop’s time zone, from the last "
    "day on which the workshop met or on which the person said something in it, whichever is "
    "later. Who withdraws after that is recorded as late: nothing more of theirs leaves, and you "
    "are told which parts of what has left it is about."
)


class TitleForm(forms.Form):
    """What a new project is called."""

    title = forms.CharField(
        label="What is the project called?",
        max_length=300,
        error_messages={"required": "Say in a few words what the project is about."},
    )


class ProjectForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """What people are told about a project."""

    class Meta:
        model = Project
        fields = ("title", "about", "responsible", "contact", "data_protection", "ethics")
        labels = {
            "about": "What is it about?",
            "responsible": "Who is responsible?",
            "contact": "Whom can people ask?",
            "data_protection": "Whom can they ask about data protection?",
            "ethics": "Reference of the ethics approval",
        }
        widgets = {"about": forms.Textarea({"rows": 4})}


class PersonForm(forms.Form):
    """Somebody who joins the project's people."""

    email = forms.EmailField(label="Their e-mail address", max_length=254)


class SheetForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """A version while it is written."""

    pdf_file = forms.FileField(label="The sheet as a PDF, instead of the text", required=False)
    version = forms.CharField(label="Number of this version", max_length=40, required=False)
    changed = forms.ChoiceField(
        label="Since the version before it",
        choices=CHANGED,
        required=False,
        widget=forms.RadioSelect,
    )
    blank_means = forms.ChoiceField(
        label="What does a statement that was not answered mean?", choices=BLANKS
    )

    class Meta:
        model = Sheet
        fields = (
            "text", "version", "what_changed", "blank_means", "together", "covers_earlier",
            "withdraw_until", "withdraw_days", "after_withdrawing",
        )  # fmt: skip
        labels = {
            "text": "The information sheet",
            "what_changed": "What has changed in this version?",
            "together": "One answer covers every statement",
            "covers_earlier": "An answer covers what was said before it",
            "withdraw_until": "Until when can people withdraw, in words?",
            "withdraw_days": (
                "For how many days are holders told to delete what somebody withdraws?"
            ),
            "after_withdrawing": "What happens when somebody withdraws?",
        }
        help_texts = {"withdraw_days": DAYS, "text": "Markdown: # for a heading, - for a list."}
        widgets = {
            "text": forms.Textarea({"rows": 14}),
            "what_changed": forms.Textarea({"rows": 2}),
            "after_withdrawing": forms.Textarea({"rows": 2}),
        }

    def clean_pdf_file(self) -> bytes | None:
        """The file's content.

        Raises:
            ValidationError: where it is no PDF, or too large.
        """
        given = self.cleaned_data.get("pdf_file")
        if not isinstance(given, UploadedFile):
            return None
        if (given.size or 0) > LARGEST_PDF:
            raise forms.ValidationError(
                "This file is larger than 5 MB. Make it smaller, or paste its text."
            )
        content = given.read()
        if not content.startswith(b"%PDF-"):
            raise forms.ValidationError(
                "This is not a PDF. Save the sheet as a PDF, or paste its text."
            )
        return content

    def clean_version(self) -> str:
        """A draft has no number until it is published, so that two drafts never clash."""
        return self.cleaned_data["version"].strip()

    def covers_before(self) -> bool | None:
        """Whether earlier answers go on holding; None where that was not said."""
        return {"no": True, "yes": False}.get(self.cleaned_data.get("changed", ""))

    def save(self, commit: bool = True) -> Sheet:
        """Keep the draft."""
        draft: Sheet = super().save(commit=False)
        draft.version = ""
        if self.cleaned_data.get("pdf_file"):
            draft.pdf, draft.text = self.cleaned_data["pdf_file"], ""
        elif draft.text.strip():
            draft.pdf = None
        draft.save()
        return draft


class StatementForm(forms.Form):
    """One statement; a row without text is left out."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    text = forms.CharField(
        label="Statement", required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    explained = forms.CharField(
        label="In other words, or an example",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 1}),
    )
    purpose = forms.ChoiceField(label="It is about", choices=PURPOSES)
    required = forms.BooleanField(
        label="Without a yes to it nothing of theirs is used", required=False
    )
    choices = forms.CharField(
        label="If a yes has to say which: the ways, separated by commas",
        required=False,
        max_length=500,
    )

    def given(self) -> dict[str, Any] | None:
        """What is stored of it; None for an empty row."""
        data = self.cleaned_data
        if not data.get("text", "").strip():
            return None
        ways = [way.strip() for way in data["choices"].split(",") if way.strip()]
        return {
            **{name: data[name] for name in ("key", "text", "explained", "purpose", "required")},
            "choices": ways,
        }


StatementRows = forms.formset_factory(StatementForm, extra=2, max_num=60)


def statement_rows(data: Any, sheet: Sheet, more: int = 2) -> Any:
    """The rows of a draft's statements, with empty ones behind them."""
    made = StatementRows(
        data, initial=stored_statements(sheet) if data is None else None, prefix="s"
    )
    made.extra = more
    return made


def stored_statements(sheet: Sheet) -> list[dict[str, Any]]:
    """The statements of a draft, as its rows hold them."""
    return [
        {"key": one.key, "text": one.text, "explained": one.explained, "purpose": one.purpose,
         "required": one.required, "choices": ", ".join(one.choices)}
        for one in statements_of(sheet)
    ]  # fmt: skip


class AgreementForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """Whether the organisation takes part in a project."""

    project = forms.ModelChoiceField(Project.objects.none(), label="Project", empty_label=None)
    agreed = forms.ChoiceField(
        label="Does the organisation agree to take part?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say yes or no."},
    )
    names = forms.CharField(
        label="What else is the organisation called?",
        required=False,
        max_length=500,
        help_text="Separated by commas. Where it may not be named, these names are masked as well.",
    )

    class Meta:
        model = OrganisationAgreement
        fields = ("project", "may_be_named", "note")
        labels = {"may_be_named": "It may be named", "note": "Who decided, and when"}
        widgets = {"note": forms.Textarea({"rows": 2})}

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        """Any project with a published sheet can be agreed to."""
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        field = self.fields["project"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = asking_projects()


def asking_projects() -> Any:
    """The projects of this installation that have a sheet to read; those of replayed
    workshops are nobody's.
    """
    published = Project.objects.filter(
        sheets__published_at__isnull=False, organisation__isnull=False
    )
    return published.distinct().order_by("title")


class ContributingForm(forms.Form):
    """To which projects a workshop contributes."""

    projects = forms.ModelMultipleChoiceField(
        Project.objects.none(),
        label="This workshop would contribute to",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Every project with a sheet can be chosen."""
        super().__init__(*args, **kwargs)
        field = self.fields["projects"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = asking_projects()
