"""The second door: commands by HTTP POST, one-time tickets, and the page that holds the room."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST

from footpath.limits.attempts import networks_of
from footpath.limits.budgets import REQUEST, budget_of, count_stored, pay_for_letters
from footpath.method import Flipchart, Refusal
from footpath.method.refusals import LOOKS_WRONG
from footpath.notices.models import Notice, State
from footpath.notices.when import is_on, on_or_next
from footpath.pages.notices.notice_page import call_of
from footpath.pages.room.built import built_files
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.qr import qr
from footpath.pages.workshops.rehearsals import days_left
from footpath.pages.workshops.views import people_of, person_here
from footpath.record.vocabulary import Malformed, command_id_of, command_of, letters_of
from footpath.record.writer import Fault
from footpath.research import consents
from footpath.research.consents import contributing_to
from footpath.research.kept_back import kept_by
from footpath.room import tickets
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def _json(answer: dict[str, Any], status: int = 200) -> HttpResponse:
    return _kept_nowhere(JsonResponse(answer, status=status))


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def commands(request: HttpRequest, address: str) -> HttpResponse:
    """One command as JSON: 200 when it is on disk, 409 and a sentence when refused, 400
    when it is no command.
    """
    workshop = doors.workshop_or_rehearsal_at(address)
    person = who_is_here.person_or_404(request, workshop)
    # of a form's parts nothing would be left to read
    if request.content_type != "application/json":
        return _json({"refused": None, "why": LOOKS_WRONG}, 400)
    try:
        command = command_of(request.body)
    except Malformed:
        return _json({"refused": command_id_of(request.body), "why": LOOKS_WRONG}, 400)
    words = letters_of(command)
    pay_for_letters(workshop.pk, person, len(request.body), words)
    try:
        done = rooms().submit(workshop.pk, command, person)
    except Refusal as refusal:
        return _json({"refused": command.id, "why": refusal.sentence}, 409)
    except Fault as fault:
        return _json({"fault": command.id, "why": str(fault)}, 503)
    count_stored(workshop.pk, words)
    return _json({"done": command.id, **msgspec.to_builtins(done)})


@require_POST
def ticket(request: HttpRequest, address: str) -> HttpResponse:
    """A ticket for the socket, for the person whose cookie it is."""
    workshop = doors.workshop_or_rehearsal_at(address)
    person = person_here(workshop, who_is_here.person_or_404(request, workshop))
    return _json({"ticket": tickets.issue(workshop.pk, address, person.id)})


@require_POST
def wall_ticket(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """A ticket for the wall, which shows what everyone sees and can ask for nothing."""
    workshop = doors.workshop_or_rehearsal_at(address)
    doors.check_link(workshop, "wall", token)
    budget_of(workshop.pk, f"wall {networks_of(request.META.get('REMOTE_ADDR', ''))[-1]}").spend(
        REQUEST
    )
    return _json({"ticket": tickets.issue(workshop.pk, address, None)})


@require_GET
@ensure_csrf_cookie
def room(request: HttpRequest, address: str) -> HttpResponse:
    """The live room."""
    workshop = doors.workshop_or_rehearsal_at(address)
    id = who_is_here.person_of(request, workshop)
    if id is None or all(person.id != id for person in people_of(workshop)):
        return redirect("public", address=address)
    return _page(request, workshop, id, reverse("ticket", args=[address]))


@require_GET
@ensure_csrf_cookie
def wall(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """The wall: the room without controls and without anything private."""
    workshop = doors.workshop_or_rehearsal_at(address)
    doors.check_link(workshop, "wall", token)
    return _page(request, workshop, None, reverse("wall-ticket", args=[address, token]))


def _page(
    request: HttpRequest, workshop: Workshop, person: int | None, ticket_url: str
) -> HttpResponse:
    address, base = workshop.address, who_is_here.base_url(request)
    here, asks = person is not None, bool(consents.asking(workshop))
    own = doors.personal_link(workshop, person, base) if person is not None else ""
    guests = doors.links_of(workshop, base)["guest"]
    page = {
        "address": address,
        "view": "room" if here else "wall",
        "person": person,
        "screen": _screen(workshop),
        "socket": f"/ws/{address}",
        "ticket": ticket_url,
        "commands": reverse("commands", args=[address]) if here else None,
        "similar": reverse("similar", args=[address]) if here else None,
        "csrf": get_token(request),
        "workshop": reverse("public", args=[address]),
        "leave": reverse("leave", args=[address]) if here else None,
        "outline": reverse("outline", args=[address]),
        "markdown": reverse("outline-markdown", args=[address]) if here else None,
        "record": reverse("record", args=[address]) if here else None,
        "call": call_of(request, workshop) if here else None,
        "links": reverse("links", args=[address]) if here else None,
        "people": reverse("people", args=[address]) if here else None,
        "run_sheet": reverse("run-sheet", args=[address]) if here else None,
        "ends": _ends(workshop) if here else None,
        "research": reverse("research", args=[address]) + "?from=room" if here and asks else None,
        "paper": reverse("research-paper", args=[address]) if here and asks else None,
        "words": reverse("my-words", args=[address]) if here else None,
        "lines": reverse("my-lines", args=[address]) if here else None,
        "has_members": workshop.policy is not None,
        "copies": f"/w/{address}/copies" if here else None,
        "keeping": _keeping(workshop, person) if person is not None else None,
        "mine": {"link": own, "qr": qr(own)} if here else None,
        "join": {"link": guests, "code": workshop.code, "qr": qr(guests)},
        **_of_rehearsals(workshop, base, here),
    }
    shown = {"workshop": workshop, "page": page, "built": built_files()}
    return _kept_nowhere(render(request, "room/room.html", shown))


def _screen(workshop: Workshop) -> str:
    """What the room shows first, so that its part is fetched while the line is opened."""

    def look(chart: Flipchart) -> str:
        if not chart.opened:
            return "waiting"
        return "ending" if chart.closed else chart.phase.value

    return rooms().read(workshop.pk, look)


def _of_rehearsals(workshop: Workshop, base: str, here: bool) -> dict[str, Any]:
    """Where a real one is rehearsed; and in a rehearsal, that nobody can be brought in and nothing
    taken away.
    """
    rehearsal, address = workshop.as_rehearsal, workshop.address
    if rehearsal is None:
        return {"rehearse": reverse("rehearse", args=[address]) if here else None}
    nothing: dict[str, Any] = dict.fromkeys((
        "leave", "markdown", "record", "links", "people", "run_sheet", "words", "lines", "join",
    ))  # fmt: skip
    if not here:
        return nothing
    return {
        **nothing,
        "workshop": rehearsal.begun_from,
        "rehearsal": {
            "wall": doors.links_of(workshop, base)["wall"],
            "throw_away": reverse("throw-away", args=[address]),
            "days_left": days_left(rehearsal),
        },
    }


def _ends(workshop: Workshop) -> int | None:
    """When the sitting that is on ends (ms); None where none is."""
    notice = Notice.objects.filter(workshop=workshop).exclude(state=State.DRAFT).first()
    now = timezone.now()
    sitting = None if notice is None else on_or_next(notice, now)
    on = sitting is not None and is_on(sitting, now)
    return int(sitting.ends_at.timestamp() * 1000) if sitting is not None and on else None


def _keeping(workshop: Workshop, person: int) -> dict[str, Any] | None:
    """Where a person keeps things out of research, and what they do already; None where
    nothing could leave.
    """
    if not contributing_to(workshop).exists():
        return None
    return {
        "door": reverse("research-keep-back", args=[workshop.address]),
        "kept": kept_by(workshop, person),
    }
