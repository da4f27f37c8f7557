"""The pages that ask: one's own overview, one statement at a time, and withdrawing by one
button. No script needed.
"""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath import mail
from footpath.gate.permissions import NO, NOT_NOW, YES
from footpath.limits.numbers import number_in
from footpath.pages.buttons import button
from footpath.pages.private import page
from footpath.pages.research import consent_forms
from footpath.pages.research.consent_forms import CameFrom, Form, FormLine
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.qr import qr
from footpath.pages.workshops.sent_once import known_device
from footpath.research import answers, consents, withdrawing
from footpath.research.answers import ANSWERS, CannotCount
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.own_copy import own_link
from footpath.workshops import doors
from footpath.workshops.models import Workshop

CHOICES = ((YES, "Yes"), (NO, "No"), (NOT_NOW, "Not now"))
NOT_READ = "That answer could not be read. Press one of the three."
NOTHING_CHOSEN = "Nothing is chosen yet. Choose yes, no or not now for at least one of them."
LATEST = 2**53
"""Milliseconds since 1970 that a replayed workshop may give: what every program
reads without rounding.
"""


def way_of(request: HttpRequest) -> CameFrom:
    """From where they came."""
    came = request.GET.get("from", "")
    return CameFrom(came) if came in list(CameFrom) else CameFrom.OWN_PAGE


@require_safe
@ensure_csrf_cookie
@known_device
def overview(request: HttpRequest, address: str) -> HttpResponse:
    """What I am asked, project by project, with what I answered; withdrawing, and a copy of it."""
    workshop, way = doors.workshop_at(address), way_of(request)
    return overview_page(request, consent_forms.giver_or_404(request, workshop, way), way)


def overview_page(
    request: HttpRequest, giver: Giver, way: CameFrom, wrong: str = "", about: Project | None = None
) -> HttpResponse:
    """The same, saying what is wrong with what was typed about a project."""
    now = timezone.now()
    forms = [
        (
            form,
            withdrawing.what_it_does(consents.window_of(giver, form.project), now),
            withdrawing.what_it_did(form.withdrawn is not None and form.withdrew_late),
        )
        for form in consent_forms.forms_of(giver)
    ]
    context = {
        **_context(request, giver, way), "forms": forms, "mail": mail.is_set_up(),
        "sent": "sent" in request.GET, "wrong": wrong, "about": about,
        "typed": request.POST.get("to", ""), "once": uuid.uuid4(),
    }  # fmt: skip
    return page(request, "research/ask", context, 400 if wrong else 200)


@require_safe
@ensure_csrf_cookie
def project(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Ask the next statement of a project, or the one that is named."""
    form, way = _form_of(request, address, project)
    return _ask(request, form, way)


def _form_of(request: HttpRequest, address: str, project: str) -> tuple[Form, CameFrom]:
    """A project's form as it stands for whose device this is, and from where they came.

    Raises:
        Http404: for strangers, and for a project that asks nothing here.
    """
    workshop, way = doors.workshop_at(address), way_of(request)
    giver = consent_forms.giver_or_404(request, workshop, way)
    return consent_forms.form_of(giver, project), way


@button
def withdraw(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Withdraw from a project."""
    form, way = _form_of(request, address, project)
    workshop = form.giver.workshop
    answers.withdraw(form.giver, form.project, _said_at(request, workshop))
    return redirect(consent_forms.overview(workshop, way) + f"#{form.project.address}")


@button
def back(request: HttpRequest, address: str, project: str, number: int) -> HttpResponse:
    """The statement before, of a form that counts only as a whole: what was answered so
    far goes along.
    """
    form, way = _form_of(request, address, project)
    shown = _sheet_shown(request, form)
    given = _given(request, shown) if shown is not None else {}
    return _ask(request, form, way, so_far=given, number=number)


def _said_at(request: HttpRequest, workshop: Workshop) -> int | None:
    """When it was said, which only a replayed workshop may tell."""
    return number_in(request.POST.get("said_at"), LATEST) if workshop.replayed else None


def _sheet_shown(request: HttpRequest, form: Form) -> Sheet | None:
    """The version of the sheet that was answered; None where there is no such."""
    sheets = Sheet.objects.filter(project=form.project, version=request.POST.get("sheet", ""))
    return sheets.exclude(published_at=None).first()


@button
def answer(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Keep what is answered to one statement, to several or to all, and ask the next."""
    form, way = _form_of(request, address, project)
    shown = _sheet_shown(request, form)
    given = _given(request, shown) if shown is not None else {}
    whole = _on_one_page(request, form)
    if shown is None or not given:
        return _ask(request, form, way, NOTHING_CHOSEN if whole else NOT_READ)
    if answers.completed(form.giver, shown, given) is None:
        return _ask(request, form, way, answers.ONLY_WHOLE if whole else "", so_far=given)
    chosen = {key: _chosen(request, key) for key in given}
    try:
        at = _said_at(request, form.giver.workshop)
        answers.answer(form.giver, shown, given, chosen, way.asked, at)
    except CannotCount as no:
        return _ask(request, form, way, str(no), so_far=given)
    fresh = consent_forms.form_of(form.giver, form.project.address)
    if fresh.left and fresh.sheet == shown and not whole:
        return redirect(consent_forms.address_of(fresh, way))
    return redirect(
        consent_forms.where_next(fresh, way) + ("" if way else f"#{form.project.address}")
    )


def _given(request: HttpRequest, sheet: Sheet) -> dict[str, str]:
    """What was answered to which statement: to one, to several, or to all in one act."""
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    if request.POST.get("all") in ANSWERS:
        return dict.fromkeys(keys, request.POST["all"])
    return {key: request.POST[key] for key in keys if request.POST.get(key) in ANSWERS}


def _chosen(request: HttpRequest, key: str) -> list[str]:
    return [one[:300] for one in request.POST.getlist(f"chosen-{key}")][:50]


def _ask(
    request: HttpRequest, form: Form, way: CameFrom, wrong: str = "", *,
    so_far: dict[str, str] | None = None, number: int | None = None,
) -> HttpResponse:  # fmt: skip
    """One statement on a page, or the whole list where one act answers it or
    somebody wants all of it.
    """
    if form.asks and _on_one_page(request, form):
        return _ask_all(request, form, way, wrong, so_far or {})
    line = _line(request, form, so_far or {}, number, wrong)
    if line is None or not form.asks:
        return redirect(consent_forms.where_next(form, way))
    carried = {key: said for key, said in (so_far or {}).items() if key != line.statement.key}
    context = {
        **_context(request, form.giver, way), "form": form, "line": line, "wrong": wrong,
        "carried": carried, "ticked": _ticked(request),
        "line_ticked": request.POST.getlist(line.chosen_name),
        "of": range(1, len(form.lines) + 1), "later": consent_forms.where_next(form, way),
        "action": consent_forms.posts_to(form, "answer", way), "back": _back(form, way, line),
        "back_with": (
            consent_forms.posts_to(form, "back", way, line.number - 1) if line.number > 1 else ""
        ),
        "on_one_page": consent_forms.address_of(form, way, whole=True),
    }  # fmt: skip
    return page(
        request,
        "research/ask_together" if form.sheet.together else "research/ask_one",
        context,
        400 if wrong else 200,
    )


def _on_one_page(request: HttpRequest, form: Form) -> bool:
    """Whether somebody wants to see every statement at once, each with an answer of its own."""
    return "all" in request.GET and not form.sheet.together


def _ask_all(
    request: HttpRequest, form: Form, way: CameFrom, wrong: str, so_far: dict[str, str]
) -> HttpResponse:
    """The whole form with nothing ticked but what was just chosen."""
    context = {
        **_context(request, form.giver, way),
        "form": form,
        "wrong": wrong,
        "later": consent_forms.where_next(form, way),
        "rows": [
            (one, so_far.get(one.statement.key, ""), request.POST.getlist(one.chosen_name))
            for one in form.lines
        ],
        "action": consent_forms.posts_to(form, "answer", way, whole=True),
        "back": consent_forms.address_of(form, way),
        "choices": CHOICES,
    }
    return page(request, "research/ask_all", context, 400 if wrong else 200)


def _line(
    request: HttpRequest, form: Form, so_far: dict[str, str], number: int | None, wrong: str
) -> FormLine | None:
    """The statement to show: the one that was asked for, or the next that is open."""
    if wrong:
        by_key = {one.statement.key: one for one in form.lines}
        sent = [by_key[name] for name in request.POST if name in by_key]
        return (sent or form.lines or [None])[-1]
    if number is None and request.method == "GET":
        number = number_in(request.GET.get("statement"))
    if number is not None:
        return next((one for one in form.lines if one.number == number), None)
    left = [one for one in form.lines if not one.holds] if so_far else form.left
    return next((one for one in left if one.statement.key not in so_far), None)


def _back(form: Form, way: CameFrom, line: FormLine) -> str:
    """Where one was before."""
    if line.number > 1 and not form.sheet.together:
        return consent_forms.address_of(form, way, line.number - 1)
    before = {CameFrom.ARRIVING: "keep", CameFrom.REGISTERING: "mine"}.get(way)
    if before is not None:
        return reverse(before, args=[form.giver.workshop.address])
    return consent_forms.overview(form.giver.workshop, way)


def _ticked(request: HttpRequest) -> list[tuple[str, str]]:
    """Which of several things were ticked so far, so that nothing is lost on the way."""
    return [
        (name, one)
        for name in request.POST
        if name.startswith("chosen-")
        for one in request.POST.getlist(name)
    ]


def _context(request: HttpRequest, giver: Giver, way: CameFrom) -> dict[str, Any]:
    """What every page shows: the workshop, whose page it is, and the link to keep."""
    link = own_link(giver, who_is_here.base_url(request))
    return {
        "workshop": giver.workshop, "giver": giver, "way": way, "link": link, "qr": qr(link),
        "query": f"?from={way}" if way else "", "not_now": NOT_NOW,
    }  # fmt: skip
