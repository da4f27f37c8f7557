"""The outline's addresses: its three editions, to read and to take away, and the
record to take away.
"""

import uuid
from itertools import takewhile

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from footpath.method import Flipchart, Refusal, as_read
from footpath.method.flipchart.threads import Edition
from footpath.method.own_words.answering import KeepLine
from footpath.method.things.people import Role
from footpath.organisations.rights import belongs_to
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.publishing.narrowing import owns
from footpath.pages.publishing.outline_page import EditionRead, outline_page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import person_here
from footpath.publishing.edition_words import whose
from footpath.publishing.markdown import markdown
from footpath.publishing.record_lines import record_lines
from footpath.record.replay import recorded
from footpath.record.writer import Fault
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


@require_GET
def outline(request: HttpRequest, address: str) -> HttpResponse:
    """The outline for those who took part; they can look at how the other editions read."""
    workshop = doors.workshop_or_rehearsal_at(address)
    person = person_here(workshop, who_is_here.person_or_404(request, workshop))
    edition = _looked_at(request)
    reading = EditionRead(
        edition,
        whose(edition, _organisation(workshop)),
        Edition.TOOK_PART,
        person.id,
        may_narrow=Role.FACILITATOR in person.roles and workshop.as_rehearsal is None,
    )
    return _page(request, workshop, reading)


@require_GET
def outline_markdown(request: HttpRequest, address: str) -> HttpResponse:
    """The outline to take away, for those who took part."""
    workshop = doors.workshop_at(address)
    person_here(workshop, who_is_here.person_or_404(request, workshop))
    return _file(workshop, _looked_at(request))


def _looked_at(request: HttpRequest) -> Edition:
    """The edition that somebody who took part looks at; theirs, unless they ask for
    how another reads.
    """
    asked = request.GET.get("as", "")
    return Edition(asked) if asked in (Edition.MEMBERS, Edition.EVERYONE) else Edition.TOOK_PART


@require_GET
def outline_members(request: HttpRequest, address: str) -> HttpResponse:
    """The outline for members of the organisation whose policy the workshop works on."""
    workshop = _for_members(request, address)
    reading = EditionRead(
        Edition.MEMBERS,
        whose(Edition.MEMBERS, _organisation(workshop)),
        Edition.MEMBERS,
        may_narrow=owns(request, workshop),
    )
    return _page(request, workshop, reading)


@require_GET
def outline_members_markdown(request: HttpRequest, address: str) -> HttpResponse:
    """The members' edition to take away."""
    return _file(_for_members(request, address), Edition.MEMBERS)


def _for_members(request: HttpRequest, address: str) -> Workshop:
    workshop = doors.workshop_at(address)
    ensure(
        workshop.policy is not None
        and belongs_to(visitor_of(request), workshop.policy.organisation)
    )
    return workshop


@require_GET
def outline_outside(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """The outline for everyone who has its link: its lines, and beneath them what is
    opened to everyone.
    """
    workshop = doors.workshop_at(address)
    doors.check_link(workshop, "outline", token)
    return _page(
        request,
        workshop,
        EditionRead(Edition.EVERYONE, whose(Edition.EVERYONE), Edition.EVERYONE, token=token),
    )


@require_GET
def outline_outside_markdown(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """Everyone's edition to take away."""
    workshop = doors.workshop_at(address)
    doors.check_link(workshop, "outline", token)
    return _file(workshop, Edition.EVERYONE)


def _organisation(workshop: Workshop) -> str:
    return workshop.policy.organisation.name if workshop.policy is not None else ""


def _page(request: HttpRequest, workshop: Workshop, reading: EditionRead) -> HttpResponse:
    shown = rooms().read(workshop.pk, lambda chart: outline_page(chart, reading))
    context = {**shown, "workshop": workshop}
    response = render(request, "publishing/outline.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _file(workshop: Workshop, edition: Edition) -> HttpResponse:
    readers = whose(edition, _organisation(workshop))
    text = rooms().read(workshop.pk, lambda chart: markdown(chart, edition, readers))
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    name = slugify(workshop.title) or "outline"
    response["Content-Disposition"] = f'attachment; filename="{name}-outline.md"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def keep(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """Who keeps the group's text has seen what changed beneath a line, and
    keeps it as it is (O9).
    """
    workshop = doors.workshop_or_rehearsal_at(address)
    person = person_here(workshop, who_is_here.person_or_404(request, workshop))
    try:
        rooms().submit(workshop.pk, KeepLine(id=str(uuid.uuid4()), about=line), person.id)
    except (Refusal, Fault) as fault:
        messages.error(request, fault.sentence)
    return redirect(f"{reverse('outline', args=[address])}#line-{line}")


@require_GET
def record(request: HttpRequest, address: str) -> HttpResponse:
    """The record to take away, for facilitators: what everybody may know of it."""
    workshop = doors.workshop_at(address)
    person = person_here(workshop, who_is_here.person_or_404(request, workshop))
    if Role.FACILITATOR not in person.roles:
        raise Http404
    lines = rooms().read(workshop.pk, lambda chart: _lines(workshop, chart))
    response = HttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="record.jsonl"'
    response["Cache-Control"] = "no-store"
    return response


def _lines(workshop: Workshop, chart: Flipchart) -> bytes:
    known = takewhile(lambda one: one.number <= chart.number, recorded(workshop.pk))
    return b"".join(record_lines(chart, as_read(tuple(known))))
