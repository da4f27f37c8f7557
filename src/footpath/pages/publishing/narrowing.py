"""Narrowing: facilitators and the policy's owner say that opened words go no further; nobody but
the author widens.
"""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from footpath.limits.numbers import number_in
from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import NarrowWords, holds, said_open
from footpath.method.things.people import Role
from footpath.organisations.rights import membership_of
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.private import private
from footpath.pages.workshops import who_is_here
from footpath.publishing.knots import Knot, Knots
from footpath.record.writer import Fault
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop

FURTHEST = {
    Edition.EVERYONE: "as far as its author says",
    Edition.MEMBERS: "no further than members",
    Edition.TOOK_PART: "no further than those who took part",
}


class Opened(Struct, frozen=True):
    """Something that its author opened: how far, how far it may go at most, and the words,
    where they may be read.
    """

    id: int
    said: str
    cap: str
    knot: Knot | None


@require_http_methods(["GET", "POST"])
def opened(request: HttpRequest, address: str) -> HttpResponse:
    """What was opened beyond those who took part, and how far it may go."""
    workshop = doors.workshop_at(address)
    person = _facilitator(request, workshop)
    if person is None and not owns(request, workshop):
        raise Http404
    if request.method == "POST":
        _narrow(request, workshop, person)
        return redirect("outline-opened", address=address)
    edition = Edition.MEMBERS if person is None else Edition.TOOK_PART
    shown = rooms().read(workshop.pk, lambda chart: _opened(chart, edition))
    furthest = [(one.value, words) for one, words in FURTHEST.items()]
    context = {
        "workshop": workshop,
        "opened": shown,
        "furthest": furthest,
        "is_owner": person is None,
    }
    return private(render(request, "publishing/opened.html", context))


def _facilitator(request: HttpRequest, workshop: Workshop) -> int | None:
    person = who_is_here.person_of(request, workshop)
    leads = rooms().read(workshop.pk, lambda chart: chart.has_role(person, Role.FACILITATOR))
    return person if leads else None


def owns(request: HttpRequest, workshop: Workshop) -> bool:
    """Whether the visitor looks after the policy, and is a member still."""
    visitor, policy = visitor_of(request), workshop.policy
    return (
        policy is not None
        and policy.owner == visitor
        and membership_of(visitor, policy.organisation) is not None
    )


def _narrow(request: HttpRequest, workshop: Workshop, person: int | None) -> None:
    about, to = number_in(request.POST.get("about")), request.POST.get("to", "")
    if about is None or to not in list(Edition):
        return
    shown = request.POST.get("shown", "")
    seen = Edition(shown) if shown in list(Edition) else None
    command = NarrowWords(id=str(uuid.uuid4()), about=about, to=Edition(to), shown=seen)
    try:
        rooms().submit(workshop.pk, command, person, "" if person is not None else "owner")
    except (Refusal, Fault) as fault:
        messages.error(request, fault.sentence)


def _opened(chart: Flipchart, edition: Edition) -> list[Opened]:
    knots = Knots(chart, edition)
    ids = (id for id in chart.threads.opened if holds(chart, chart.things[id], Edition.TOOK_PART))
    return [
        Opened(
            id, said.value, chart.threads.narrowed.get(id, Edition.EVERYONE).value, knots.knot(id)
        )
        for id in ids
        if (said := said_open(chart, chart.things[id])) is not Edition.TOOK_PART
    ]
