"""The pages that ask: one's own overview, one statement at a time, and withdrawing by one
button. No script needed.
"""

import uuid
from dataclasses import dataclass
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
from footpath.research import answers, withdrawing
from footpath.research.answers import ANSWERS, Asked, CannotCount, NotWhole
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project, Sheet, Statement, published
from footpath.research.own_copy import own_link
from footpath.research.windows import window_of

CHOICES = ((YES, "Yes"), (NO, "No"), (NOT_NOW, "Not now"))
NOT_READ = "That answer could not be read. Press one of the three."
NOTHING_CHOSEN = "Nothing is chosen yet. Choose yes, no or not now for at least one of them."
LATEST = 2**53
"""Milliseconds since 1970 that a replayed workshop may give: what every program
reads without rounding.
"""


@dataclass(frozen=True)
class AnswersSent:
    """What somebody sent: to one statement, to several, or to all in one act."""

    sheet: Sheet | None
    """The version that was on the screen; None where there is no such."""
    given: dict[str, str]
    chosen: dict[str, list[str]]
    """What was ticked beside each."""
    said_at: int | None
    """When it was said, which only a replayed workshop may tell."""


@require_safe
@ensure_csrf_cookie
@known_device
def overview(request: HttpRequest, address: str) -> HttpResponse:
    """What I am asked, project by project, with what I answered; withdrawing, and a copy of it."""
    return overview_page(request, *consent_forms.who_is_asked(request, address))


def overview_page(
    request: HttpRequest, giver: Giver, way: CameFrom, wrong: str = "", about: Project | None = None
) -> HttpResponse:
    """The same, saying what is wrong with what was typed about a project."""
    now = timezone.now()
    forms = [
        (
            form,
            withdrawing.what_it_does(window_of(giver, form.project), now),
            withdrawing.what_it_did(form.withdrawn is not None and form.withdrew_late),
        )
        for form in consent_forms.forms_of(giver)
    ]
    context = {
        **_context(request, giver, way),
        "forms": forms,
        "mail": mail.is_set_up(),
        "sent": "sent" in request.GET,
        "wrong": wrong,
        "about": about,
        "typed": request.POST.get("to", ""),
        "once": uuid.uuid4(),
    }
    return page(request, "research/ask", context, 400 if wrong else 200)


@require_safe
@ensure_csrf_cookie
def project(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Ask the next statement of a project, or the one that is named."""
    giver, way = consent_forms.who_is_asked(request, address)
    return _ask(request, consent_forms.form_of(giver, project), way)


@button
def withdraw(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Withdraw from a project."""
    giver, way = consent_forms.who_is_asked(request, address)
    form = consent_forms.form_of(giver, project)
    withdrawing.withdraw(giver, form.project, _sent(request, form).said_at)
    return redirect(consent_forms.overview(giver.workshop, way) + f"#{project}")


@button
def back(request: HttpRequest, address: str, project: str, number: int) -> HttpResponse:
    """The statement before, of a form that counts only as a whole: what was answered so
    far goes along.
    """
    giver, way = consent_forms.who_is_asked(request, address)
    form = consent_forms.form_of(giver, project)
    return _ask(request, form, way, so_far=_sent(request, form).given, number=number)


@button
def answer(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """Keep what is answered to one statement, to several or to all, and ask the next."""
    giver, way = consent_forms.who_is_asked(request, address)
    form = consent_forms.form_of(giver, project)
    sent, whole = _sent(request, form), _on_one_page(request, form)
    if sent.sheet is None or not sent.given:
        return _ask(request, form, way, NOTHING_CHOSEN if whole else NOT_READ)
    asked = consent_forms.ASKED.get(way, Asked.OWN_PAGE)
    try:
        answers.answer(giver, sent.sheet, sent.given, sent.chosen, asked, sent.said_at)
    except NotWhole as no:  # one at a time that is no fault: the next is asked
        return _ask(request, form, way, str(no) if whole else "", so_far=sent.given)
    except CannotCount as no:
        return _ask(request, form, way, str(no), so_far=sent.given)
    fresh = consent_forms.form_of(giver, project)
    if fresh.left and fresh.sheet == sent.sheet and not whole:
        return redirect(consent_forms.address_of(fresh, way))
    return redirect(consent_forms.where_next(fresh, way) + ("" if way else f"#{project}"))


def _sent(request: HttpRequest, form: Form) -> AnswersSent:
    sheet = published(form.project).filter(version=request.POST.get("sheet", "")).first()
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)] if sheet is not None else []
    to_all = request.POST.get("all", "")
    said = {key: to_all if to_all in ANSWERS else request.POST.get(key, "") for key in keys}
    given = {key: answer for key, answer in said.items() if answer in ANSWERS}
    ticked = {key: request.POST.getlist(f"chosen-{key}") for key in given}
    chosen = {key: [one[:300] for one in several[:50]] for key, several in ticked.items()}
    told = request.POST.get("said_at") if form.giver.workshop.replayed else None
    return AnswersSent(sheet, given, chosen, number_in(told, LATEST))


def _ask(
    request: HttpRequest,
    form: Form,
    way: CameFrom,
    wrong: str = "",
    *,
    so_far: dict[str, str] | None = None,
    number: int | None = None,
) -> HttpResponse:
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
        "workshop": giver.workshop,
        "giver": giver,
        "way": way,
        "link": link,
        "qr": qr(link),
        "query": f"?from={way}" if way else "",
        "not_now": NOT_NOW,
    }
