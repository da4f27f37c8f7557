"""The organisers' own questions: the page on which whoever writes the notice
makes and changes them.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.meanwhile.form_parts import Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.notices import rights
from footpath.notices.models import Notice
from footpath.pages.accounts.views import sent
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.private import page
from footpath.registering.models import Question
from footpath.workshops import doors
from footpath.workshops.models import Workshop

MOST_CHOICES = 20


class QuestionForm(forms.Form):
    """One question."""

    id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label="The question",
        max_length=300,
        error_messages={"required": "Say what you would like to know."},
    )
    kind = forms.ChoiceField(
        label="How it is answered", choices=Question.Kind.choices, initial=Question.Kind.TEXT
    )
    choices = forms.CharField(
        label="Answers to choose from",
        required=False,
        max_length=3000,
        help_text="One in a line.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    required = forms.BooleanField(label="Nobody can register without answering", required=False)

    def clean_choices(self) -> list[str]:
        """The choices, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines()]
        choices = list(dict.fromkeys(line for line in lines if line))
        if (
            self.data.get(self.add_prefix("kind")) == Question.Kind.CHOICE
            and not 2 <= len(choices) <= MOST_CHOICES
        ):
            raise forms.ValidationError(
                f"Write between two and {MOST_CHOICES} answers, one in a line."
            )
        return choices


QuestionRows = forms.formset_factory(
    QuestionForm, extra=1, can_delete=True, max_num=30, absolute_max=60
)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def edit(request: HttpRequest, address: str) -> HttpResponse:
    """Make, change and take away questions."""
    workshop = doors.workshop_at(address)
    notice = Notice.objects.filter(workshop=workshop).first()
    ensure(notice is not None and rights.may_write(visitor_of(request), notice))
    assert notice is not None
    with held(request, notice):
        sharing = Sharing(
            f"questions {workshop.pk}", lambda: [_rows(workshop)], sent(request) or None
        )
        asked = QuestionRows(
            sharing.data, initial=None if sharing.data else _stored(workshop), prefix="q"
        )
        if sharing.is_settled and asked.is_valid():
            _keep(workshop, [row.cleaned_data for row in asked if row.cleaned_data])
            sharing.keep(request.user)
            return sharing.kept(request, redirect("questions", address=address))
    context = {"workshop": workshop, "forms": asked, "sharing": sharing}
    return page(
        request,
        "registering/questions",
        context,
        400 if asked.total_error_count() else sharing.status,
    )


def _rows(workshop: Workshop) -> Rows:
    return Rows(
        "q",
        QuestionForm(),
        _stored(workshop),
        "id",
        ("text", "choices"),
        "A question",
        "questions",
        most=60,
    )


def _stored(workshop: Workshop) -> list[dict[str, Any]]:
    rows = Question.objects.filter(workshop=workshop)
    return [
        {
            "id": one.pk,
            "text": one.text,
            "kind": one.kind,
            "choices": "\n".join(one.choices),
            "required": one.required,
        }
        for one in rows
    ]


def _keep(workshop: Workshop, rows: list[dict[str, Any]]) -> None:
    """Store the questions that are left; one that somebody took away, and that is wanted
    still, is a new one.
    """
    known = {one.pk: one for one in Question.objects.filter(workshop=workshop)}
    for row in rows:
        question = known.pop(row["id"], None) or Question(workshop=workshop)
        for name in ("text", "kind", "choices", "required"):
            setattr(question, name, row[name])
        question.save()
    Question.objects.filter(workshop=workshop, pk__in=known).delete()
