"""The outline's pages: for those who took part, and for readers from outside; and the outline to take away."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from footpath.method import Flipchart
from footpath.method.outline import outline as made_of
from footpath.method.people import Role
from footpath.method.threads import Edition
from footpath.publishing.drawing import drawing
from footpath.publishing.lines import STANDING, Line, lines_of, numbers_of
from footpath.publishing.making import how_made, sides
from footpath.publishing.markdown import markdown
from footpath.publishing.notes import Sources, missing
from footpath.publishing.record_lines import record_lines
from footpath.publishing.threads import Knot, forward, knots, near
from footpath.record.replay import recorded
from footpath.record.writing import Live
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop
from footpath.workshops.views import person_here


def outline_page(chart: Flipchart, *, edition: Edition) -> dict[str, Any]:
    """Everything that the page shows, for this reader alone."""
    made = made_of(chart)
    parts = lines_of(chart, made)
    numbers = numbers_of(parts)
    sources = Sources()

    def threaded(line: Line) -> tuple[Line, str, list[Knot], list[Knot], list[Knot], list[str]]:
        back = knots(chart, line.id, edition=edition, numbers=numbers)
        onward = forward(chart, line.id, edition=edition, numbers=numbers)
        own = near(chart, line.id, numbers)
        first, further = [k for k in back if k.id in own], [k for k in back if k.id not in own]
        return line, STANDING[line.standing], first, further, onward, sources.cite(first)

    return {
        "title": chart.set_up.title.shown if chart.set_up is not None else "",
        "made": made,
        "headings": [(heading, [threaded(line) for line in lines]) for heading, lines in parts],
        "count": len(numbers),
        "drawing": drawing(made.elements, made.lanes) if made.elements else "",
        "how": how_made(chart, made, edition=edition),
        "sides": sides(chart, made),
        "gaps": missing(chart, made, edition=edition),
        "sources": sources.cited,
        "took_part": edition is Edition.TOOK_PART,
    }


def _page(request: HttpRequest, workshop: Workshop, edition: Edition) -> HttpResponse:
    context = (
        rooms().writer.look(workshop.pk, lambda live: outline_page(live.chart, edition=edition)).result(timeout=20)
    )
    response = render(request, "publishing/outline.html", {**context, "workshop": workshop})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_GET
def outline(request: HttpRequest, address: str) -> HttpResponse:
    """The outline for those who took part, with its threads."""
    workshop = doors.workshop_at(address)
    person_here(workshop, doors.person_or_404(request, workshop))
    return _page(request, workshop, edition=Edition.TOOK_PART)


@require_GET
def outline_outside(request: HttpRequest, address: str, token: str) -> HttpResponse:
    """The outline for readers from outside: its lines, and beneath them only what is the group's."""
    workshop = doors.workshop_at(address)
    doors.check_link(workshop, "outline", token)
    return _page(request, workshop, edition=Edition.EVERYONE)


@require_GET
def outline_markdown(request: HttpRequest, address: str) -> HttpResponse:
    """The outline to take away, for those who took part."""
    workshop = doors.workshop_at(address)
    person_here(workshop, doors.person_or_404(request, workshop))
    text = (
        rooms()
        .writer.look(workshop.pk, lambda live: markdown(live.chart, edition=Edition.TOOK_PART))
        .result(timeout=20)
    )
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    name = slugify(workshop.title) or "outline"
    response["Content-Disposition"] = f'attachment; filename="{name}-outline.md"'
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def record(request: HttpRequest, address: str) -> HttpResponse:
    """The record to take away, for facilitators: what everybody may know of it."""
    workshop = doors.workshop_at(address)
    person = person_here(workshop, doors.person_or_404(request, workshop))
    if Role.FACILITATOR not in person.roles:
        raise Http404
    lines = rooms().writer.look(workshop.pk, lambda live: _lines(workshop, live)).result(timeout=60)
    response = HttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="record.jsonl"'
    response["Cache-Control"] = "no-store"
    return response


def _lines(workshop: Workshop, live: Live) -> bytes:
    return b"".join(record_lines(live.chart, recorded(workshop.pk)))
