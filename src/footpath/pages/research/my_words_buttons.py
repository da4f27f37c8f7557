"""What the buttons beside one's own words do, each at an address of its own."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from footpath.gate.permissions import KeptBackBy
from footpath.method import OWN_PAGES, Refusal
from footpath.method.own_words.reasons import RewordReason, TakeBackReason
from footpath.method.own_words.wording import Reword
from footpath.pages.buttons import button
from footpath.pages.registering.whose import who_or_404
from footpath.pages.research.my_words import refused
from footpath.record.writer import Fault
from footpath.research.kept_back import keep_back, number_of, study_at
from footpath.research.paraphrases import settle
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop

Given = ParamSpec("Given")
Act = Callable[Concatenate[HttpRequest, Workshop, int, int, Given], str]


def _beside(act: Act[Given]) -> Callable[Concatenate[HttpRequest, str, str, Given], HttpResponse]:
    """A button beside something of one's own: `act` says what was done, and what could not be
    done is said beside the thing.
    """

    @button
    @wraps(act)
    def pressed(
        request: HttpRequest, address: str, thing: str, *args: Given.args, **given: Given.kwargs
    ) -> HttpResponse:
        workshop = doors.workshop_at(address)
        registration, person = who_or_404(request, workshop)
        if person is None:
            raise Http404
        try:
            done = act(request, workshop, person, number_of(thing), *args, **given)
        except (Refusal, Fault) as no:
            return refused(request, workshop, (registration, person), no, thing)
        return redirect(f"{reverse('my-words', args=[address])}?done={done}#thing-{thing}")

    return pressed


@_beside
def reword(request: HttpRequest, workshop: Workshop, person: int, about: int) -> str:
    """Other words of one's own in their place."""
    text, version = request.POST.get("text", ""), number_of(request.POST.get("version", ""))
    rewording = Reword(id=str(uuid.uuid4()), about=about, text=text, version=version)
    rooms().submit(workshop.pk, rewording, person)
    return "reworded"


@_beside
def reword_reason(
    request: HttpRequest, workshop: Workshop, person: int, about: int, place: int
) -> str:
    """Other words for a reason."""
    id, text = str(uuid.uuid4()), request.POST.get("text", "")
    rooms().submit(workshop.pk, RewordReason(id=id, about=about, place=place, text=text), person)
    return "reworded"


@_beside
def take_reason_back(
    _: HttpRequest, workshop: Workshop, person: int, about: int, place: int
) -> str:
    """Take a reason back."""
    taking = TakeBackReason(id=str(uuid.uuid4()), about=about, place=place)
    rooms().submit(workshop.pk, taking, person, OWN_PAGES)
    return "taken-back"


@_beside
def accept(_: HttpRequest, workshop: Workshop, person: int, about: int, paraphrase: int) -> str:
    """Words that somebody else offers may go to research."""
    settle(workshop, person, about, paraphrase, True)
    return "accepted"


@_beside
def decline(_: HttpRequest, workshop: Workshop, person: int, about: int, paraphrase: int) -> str:
    """They may not."""
    settle(workshop, person, about, paraphrase, False)
    return "declined"


@require_POST
def keep(request: HttpRequest, address: str) -> HttpResponse:
    """Keep one thing back, or let it go: from this page, from the room's menu, from
    the facilitators' page.
    """
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop, in_the_room=True)
    if person is None:
        raise Http404
    for_all, kept = (
        request.POST.get("hand") == KeptBackBy.FACILITATOR,
        request.POST.get("kept") == "yes",
    )
    as_json = "text/html" not in request.headers.get("Accept", "")
    try:
        about = number_of(request.POST.get("about", ""))
        keep_back(
            workshop,
            person,
            about,
            study_at(workshop, request.POST.get("project", "")),
            kept,
            for_all,
        )
    except Refusal as no:
        if as_json or for_all:
            return JsonResponse({"refused": None, "why": no.sentence}, status=409)
        return refused(request, workshop, (registration, person), no, request.POST.get("about", ""))
    if as_json:
        return JsonResponse({"about": about, "kept": kept})
    if for_all:
        return redirect(reverse("research-paraphrases", args=[address]) + f"#thing-{about}")
    return redirect(
        f"{reverse('my-words', args=[address])}?done={'kept' if kept else 'let-go'}#thing-{about}"
    )
