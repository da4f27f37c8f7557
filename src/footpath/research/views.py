"""The door for research answers: a person's own, and nobody else's."""

import time

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from footpath.research.models import ResearchAnswer
from footpath.workshops import doors


class AnswerForm(forms.ModelForm):  # pyright: ignore[reportMissingTypeArgument]
    """An answer as it was given; in a replayed workshop with the time at which it was."""

    except_items = forms.CharField(required=False, max_length=5000)
    said_at = forms.IntegerField(required=False, min_value=0, max_value=2**53)

    class Meta:
        model = ResearchAnswer
        fields = ("study", "sheet", "answer", "quotes", "medium", "withdrawn")


@require_POST
def answer(request: HttpRequest, address: str) -> HttpResponse:
    """Keep an answer of the person whose device this is."""
    workshop = doors.workshop_at(address)
    person = doors.person_or_404(request, workshop)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"refused": None, "why": "That answer could not be read."}, status=400)
    kept = form.save(commit=False)
    said_at = form.cleaned_data["said_at"] if workshop.replayed else None
    kept.workshop, kept.person = workshop, person
    kept.answered_at = said_at or time.time_ns() // 1_000_000
    kept.except_items = [item for item in form.cleaned_data["except_items"].split(",") if item]
    kept.save()
    return JsonResponse({"kept": True})
