"""The organisers' own questions: the page on which whoever writes the notice makes and changes them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.notices import rights
from footpath.notices.models import Notice
from footpath.organisations.rights import ensure, visitor_of
from footpath.registering.models import Question
from footpath.registering.views import page
from footpath.workshops import doors

MOST_CHOICES = 20


class QuestionForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """One question."""

    text = forms.CharField(
        label="The question", max_length=300, error_messages={"required": "Say what you would like to know."}
    )  # fmt: skip
    choices = forms.CharField(
        label="Answers to choose from", required=False, max_length=3000, help_text="One in a line.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    required = forms.BooleanField(label="Nobody can register without answering", required=False)

    class Meta:
        model = Question
        fields = ("text", "kind", "choices", "required")
        labels = {"kind": "How it is answered"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the choices line by line."""
        super().__init__(*args, **kwargs)
        self.initial["choices"] = "\n".join(self.instance.choices)

    def clean_choices(self) -> list[str]:
        """The choices, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines()]
        choices = list(dict.fromkeys(line for line in lines if line))
        if self.data.get(self.add_prefix("kind")) == Question.Kind.CHOICE and not 2 <= len(choices) <= MOST_CHOICES:
            raise forms.ValidationError(f"Write between two and {MOST_CHOICES} answers, one in a line.")
        return choices


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def edit(request: HttpRequest, address: str) -> HttpResponse:
    """Make, change and take away questions."""
    workshop = doors.workshop_at(address)
    notice = Notice.objects.filter(workshop=workshop).first()
    ensure(notice is not None and rights.may_write(visitor_of(request), notice))
    questions_of = forms.modelformset_factory(Question, form=QuestionForm, extra=1, can_delete=True, max_num=30)
    asked = questions_of(request.POST or None, queryset=Question.objects.filter(workshop=workshop), prefix="q")
    if request.method == "POST" and asked.is_valid():
        for question in asked.save(commit=False):
            question.workshop = workshop
            question.save()
        for gone in asked.deleted_objects:
            gone.delete()
        return redirect("questions", address=address)
    return page(request, "questions", {"workshop": workshop, "forms": asked}, 400 if asked.total_error_count() else 200)
