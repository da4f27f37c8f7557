"""The page on which who keeps the notes writes other words for what everybody sees (C9)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.gate.permissions import KeptBackBy
from footpath.method import Flipchart, Refusal
from footpath.method.things.people import KEEPING_ROLES, Role
from footpath.method.things.phase_words import PHASES
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here
from footpath.research.consents import contributing_to
from footpath.research.kept_back import number_of
from footpath.research.models import KeptBack, Paraphrase
from footpath.research.paraphrases import Shared, shared, write
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def paraphrases(request: HttpRequest, address: str) -> HttpResponse:
    """What everybody sees, for facilitators and scribes: other words for it; facilitators
    keep things back here.
    """
    workshop = doors.workshop_at(address)
    person = who_is_here.person_or_404(request, workshop)

    def look(chart: Flipchart) -> tuple[bool, bool, list[Shared]]:
        keeps = chart.has_role(person, *KEEPING_ROLES)
        return (
            keeps,
            chart.has_role(person, Role.FACILITATOR),
            shared(chart, person) if keeps else [],
        )

    wrong, status = "", 200
    if request.method == "POST":
        if not rooms().read(workshop.pk, look)[0]:
            raise Http404
        try:
            about, version = (
                number_of(request.POST.get("about", "")),
                number_of(request.POST.get("version", "")),
            )
            write(workshop, person, about, version, request.POST.get("text", ""))
        except Refusal as no:
            wrong, status = no.sentence, 409
        else:
            return redirect(reverse("research-paraphrases", args=[address]) + f"#thing-{about}")
    keeps, facilitates, things = rooms().read(workshop.pk, look)
    if not keeps:
        raise Http404
    context = _listed(
        workshop, things, request.POST.get("about", ""), wrong, request.POST.get("text", "")
    )
    return page(request, "research/paraphrases", {**context, "facilitates": facilitates}, status)


def _listed(
    workshop: Workshop, things: list[Shared], about: str, wrong: str, typed: str
) -> dict[str, Any]:
    """The things by phase, each with the other words that were written for it and whether
    facilitators keep it back.
    """
    written: dict[tuple[int, int], list[str]] = {}
    for row in Paraphrase.objects.filter(workshop=workshop).order_by("pk"):
        written.setdefault((row.about, row.version), []).append(row.text)
    kept_back = KeptBack.objects.filter(
        workshop=workshop, hand=KeptBackBy.FACILITATOR, project=None
    ).order_by("pk")
    kept = {row.about: row.kept for row in kept_back}
    phases: dict[str, list[dict[str, Any]]] = {}
    for one in things:
        mine, others = (
            str(one.id) == about,
            [] if one.is_covered else written.get((one.id, one.version), []),
        )
        phases.setdefault(PHASES[one.phase].name, []).append(
            {
                "thing": one,
                "written": others,
                "kept": kept.get(one.id, False),
                "wrong": wrong if mine else "",
                "typed": typed if mine else "",
            }
        )
    return {
        "workshop": workshop,
        "phases": phases,
        "wrong": ""
        if about and any(one["wrong"] for listed in phases.values() for one in listed)
        else wrong,
        "studies": list(contributing_to(workshop)),
    }
