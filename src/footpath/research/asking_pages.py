"""The pages that ask: one's own overview, one statement at a time, and withdrawing by one button. No script needed."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from footpath import mail
from footpath.research import answering, asking, consents, withdrawing
from footpath.research.answering import ANSWERS, CannotCount
from footpath.research.asking import Form, Line, Way
from footpath.research.consents import Giver
from footpath.research.models import Project, Sheet, Statement
from footpath.research.own_copy import own_link
from footpath.research.permissions import NO, NOT_NOW, YES
from footpath.workshops import doors
from footpath.workshops.devices import known_device
from footpath.workshops.models import Workshop
from footpath.workshops.qr import qr

CHOICES = ((YES, "Yes"), (NO, "No"), (NOT_NOW, "Not now"))
NOT_READ = "That answer could not be read. Press one of the three."
NOTHING_CHOSEN = "Nothing is chosen yet. Choose yes, no or not now for at least one of them."


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page for one person, which nobody keeps and no search engine shows."""
    response = render(request, f"research/{template}.html", context, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def way_of(request: HttpRequest) -> Way:
    """From where they came."""
    came = request.GET.get("from", "")
    return Way(came) if came in list(Way) else Way.OWN_PAGE


@require_safe
@ensure_csrf_cookie
@known_device
def overview(request: HttpRequest, address: str) -> HttpResponse:
    """What I am asked, project by project, with what I answered; withdrawing, and a copy of it."""
    workshop, way = doors.workshop_at(address), way_of(request)
    return overview_page(request, asking.giver_or_404(request, workshop, way), way)


def overview_page(
    request: HttpRequest, giver: Giver, way: Way, wrong: str = "", about: Project | None = None
) -> HttpResponse:  # fmt: skip
    """The same, saying what is wrong with what was typed about a project."""
    now = timezone.now()
    forms = [
        (form, withdrawing.what_it_does(consents.window_of(giver, form.project), now),
         withdrawing.what_it_did(form.withdrawn is not None and form.withdrew_late))
        for form in asking.forms_of(giver)
    ]  # fmt: skip
    context = {
        **_context(request, giver, way), "forms": forms, "mail": mail.is_set_up(), "sent": "sent" in request.GET,
        "wrong": wrong, "about": about, "typed": request.POST.get("to", ""), "once": uuid.uuid4(),
    }  # fmt: skip
    return page(request, "ask", context, 400 if wrong else 200)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def project(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Ask the next statement of a project, and keep what is answered; or withdraw from it."""
    workshop, way = doors.workshop_at(address), way_of(request)
    giver = asking.giver_or_404(request, workshop, way)
    form = asking.form_of(giver, project)
    if request.method != "POST":
        return _ask(request, form, way)
    at = _said_at(request, workshop)
    if request.POST.get("do") == "withdraw":
        answering.withdraw(giver, form.project, at)
        return redirect(asking.overview(workshop, way) + f"#{form.project.address}")
    return _answer(request, form, way, at)


def _said_at(request: HttpRequest, workshop: Workshop) -> int | None:
    """When it was said, which only a replayed workshop may tell."""
    told = request.POST.get("said_at", "")
    return int(told) if workshop.replayed and told.isascii() and told.isdigit() and len(told) < 16 else None


def _answer(request: HttpRequest, form: Form, way: Way, at: int | None) -> HttpResponse:
    sheet = Sheet.objects.filter(project=form.project, version=request.POST.get("sheet", ""))
    shown = sheet.exclude(published_at=None).first()
    given = _given(request, shown) if shown is not None else {}
    back = request.POST.get("back", "")
    if back.isascii() and back.isdigit() and len(back) < 5:
        return _ask(request, form, way, so_far=given, number=int(back))
    whole = _on_one_page(request, form)
    if shown is None or not given:
        return _ask(request, form, way, NOTHING_CHOSEN if whole else NOT_READ)
    if answering.completed(form.giver, shown, given) is None:
        return _ask(request, form, way, answering.ONLY_WHOLE if whole else "", so_far=given)
    chosen = {key: _chosen(request, key) for key in given}
    try:
        answering.answer(form.giver, shown, given, chosen, way.asked, at)
    except CannotCount as no:
        return _ask(request, form, way, str(no), so_far=given)
    fresh = asking.form_of(form.giver, form.project.address)
    if fresh.left and fresh.sheet == shown and not whole:
        return redirect(asking.address_of(fresh, way))
    return redirect(asking.where_next(fresh, way) + ("" if way else f"#{form.project.address}"))


def _given(request: HttpRequest, sheet: Sheet) -> dict[str, str]:
    """What was answered to which statement: to one, to several, or to all in one act."""
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    if request.POST.get("all") in ANSWERS:
        return dict.fromkeys(keys, request.POST["all"])
    return {key: request.POST[key] for key in keys if request.POST.get(key) in ANSWERS}


def _chosen(request: HttpRequest, key: str) -> list[str]:
    return [one[:300] for one in request.POST.getlist(f"chosen-{key}")][:50]


def _ask(
    request: HttpRequest, form: Form, way: Way, wrong: str = "", *, so_far: dict[str, str] | None = None,
    number: int | None = None,
) -> HttpResponse:  # fmt: skip
    """One statement on a page, or the whole list where one act answers it or somebody wants all of it."""
    if form.asks and _on_one_page(request, form):
        return _ask_all(request, form, way, wrong, so_far or {})
    line = _line(request, form, so_far or {}, number, wrong)
    if line is None or not form.asks:
        return redirect(asking.where_next(form, way))
    carried = {key: said for key, said in (so_far or {}).items() if key != line.statement.key}
    context = {
        **_context(request, form.giver, way), "form": form, "line": line, "wrong": wrong,
        "carried": carried, "ticked": _ticked(request), "line_ticked": request.POST.getlist(line.chosen_name),
        "of": range(1, len(form.lines) + 1), "later": asking.where_next(form, way),
        "action": asking.address_of(form, way), "back": _back(form, way, line), "back_number": line.number - 1,
        "on_one_page": asking.address_of(form, way, whole=True),
    }  # fmt: skip
    return page(request, "ask_together" if form.sheet.together else "ask_one", context, 400 if wrong else 200)


def _on_one_page(request: HttpRequest, form: Form) -> bool:
    """Whether somebody wants to see every statement at once, each with an answer of its own."""
    return "all" in request.GET and not form.sheet.together


def _ask_all(request: HttpRequest, form: Form, way: Way, wrong: str, so_far: dict[str, str]) -> HttpResponse:
    """The whole form with nothing ticked but what was just chosen."""
    context = {
        **_context(request, form.giver, way), "form": form, "wrong": wrong, "later": asking.where_next(form, way),
        "rows": [(one, so_far.get(one.statement.key, ""), request.POST.getlist(one.chosen_name)) for one in form.lines],
        "action": asking.address_of(form, way, whole=True), "back": asking.address_of(form, way), "choices": CHOICES,
    }  # fmt: skip
    return page(request, "ask_all", context, 400 if wrong else 200)


def _line(
    request: HttpRequest, form: Form, so_far: dict[str, str], number: int | None, wrong: str
) -> Line | None:  # fmt: skip
    """The statement to show: the one that was asked for, or the next that is open."""
    if wrong:
        by_key = {one.statement.key: one for one in form.lines}
        sent = [by_key[name] for name in request.POST if name in by_key]
        return (sent or form.lines or [None])[-1]
    told = request.GET.get("statement", "")
    if number is None and request.method == "GET" and told.isascii() and told.isdigit() and len(told) < 5:
        number = int(told)
    if number is not None:
        return next((one for one in form.lines if one.number == number), None)
    left = [one for one in form.lines if not one.holds] if so_far else form.left
    return next((one for one in left if one.statement.key not in so_far), None)


def _back(form: Form, way: Way, line: Line) -> str:
    """Where one was before."""
    if line.number > 1 and not form.sheet.together:
        return asking.address_of(form, way, line.number - 1)
    before = {Way.ARRIVING: "keep", Way.REGISTERING: "mine"}.get(way)
    if before is not None:
        return reverse(before, args=[form.giver.workshop.address])
    return asking.overview(form.giver.workshop, way)


def _ticked(request: HttpRequest) -> list[tuple[str, str]]:
    """Which of several things were ticked so far, so that nothing is lost on the way."""
    return [(name, one) for name in request.POST if name.startswith("chosen-") for one in request.POST.getlist(name)]


def _context(request: HttpRequest, giver: Giver, way: Way) -> dict[str, Any]:
    """What every page shows: the workshop, whose page it is, and the link to keep."""
    link = own_link(giver, doors.base_url(request))
    return {
        "workshop": giver.workshop, "giver": giver, "way": way, "link": link, "qr": qr(link),
        "query": f"?from={way}" if way else "", "not_now": NOT_NOW,
    }  # fmt: skip
