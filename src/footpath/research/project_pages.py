"""A project's pages, for its people: what it is, who belongs to it, and its information sheets in versions."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from footpath.accounts.views import sent
from footpath.limits.uploads import takes_a_file
from footpath.research import setting_up
from footpath.research.consenting import consents_of
from footpath.research.consents import current_sheet
from footpath.research.gate import permissions_of
from footpath.research.models import Project, Sheet
from footpath.research.project_forms import LARGEST_PDF, PersonForm, ProjectForm, SheetForm, statement_rows
from footpath.research.release_pages import page, project_at
from footpath.workshops.models import Workshop
from footpath.workshops.views import people_of


@require_http_methods(["GET", "POST"])
def project(request: HttpRequest, address: str) -> HttpResponse:
    """What people are told about a project, its people and its sheets."""
    one, _ = project_at(request, address)
    form = ProjectForm(sent(request), instance=one)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("project", address=address)
    one.refresh_from_db()
    return _shown(request, one, form, PersonForm())


def _shown(request: HttpRequest, one: Project, form: ProjectForm, person: PersonForm) -> HttpResponse:
    context = {
        "project": one, "form": form, "person": person, "people": list(one.people.order_by("email")),
        "sheets": Sheet.objects.filter(project=one).exclude(published_at=None).order_by("published_at", "pk"),
        "has_draft": Sheet.objects.filter(project=one, published_at=None).exists(),
        "workshops": one.workshops.order_by("title"),
    }  # fmt: skip
    return page(request, "project", context, 400 if form.errors or person.errors else 200)


@require_POST
def let_in(request: HttpRequest, address: str) -> HttpResponse:
    """Somebody becomes one of the project's people."""
    one, _ = project_at(request, address)
    person = PersonForm(request.POST)
    if not person.is_valid():
        return _shown(request, one, ProjectForm(instance=one), person)
    setting_up.let_in(one, person.cleaned_data["email"])
    return redirect("project", address=address)


@require_POST
def let_go(request: HttpRequest, address: str, id: int) -> HttpResponse:
    """Somebody belongs to it no more; the last one stays, so that somebody answers for it."""
    one, account = project_at(request, address)
    with transaction.atomic():
        held = Project.objects.select_for_update().get(pk=one.pk)
        if held.people.count() > 1:
            held.people.remove(id)
    return redirect("account") if id == account.pk else redirect("project", address=address)


@takes_a_file(LARGEST_PDF)
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, address: str) -> HttpResponse:
    """The version that is being written: keeping it, one more row, looking at it, and publishing it."""
    one, _ = project_at(request, address)
    sheet = setting_up.draft_of(one)
    form = SheetForm(sent(request), request.FILES or None, instance=sheet)
    rows = statement_rows(sent(request), sheet)
    if request.method != "POST":
        return _drafted(request, one, sheet, form, rows)
    if not (form.is_valid() and rows.is_valid()):
        return _drafted(request, one, sheet, form, rows)
    given = [row for row in (row.given() for row in rows.forms) if row is not None]
    with transaction.atomic():
        sheet = form.save()
        setting_up.put_statements(sheet, given)
    if request.POST.get("do") != "publish":
        return redirect("research-draft", address=address)
    try:
        setting_up.publish(sheet, form.cleaned_data["version"], form.covers_before(), timezone.now())
    except setting_up.CannotPublish as no:
        return _drafted(request, one, sheet, form, statement_rows(None, sheet), str(no))
    return redirect("project", address=address)


def _drafted(
    request: HttpRequest, one: Project, sheet: Sheet, form: SheetForm, rows: Any, wrong: str = ""
) -> HttpResponse:
    context = {
        "project": one, "sheet": sheet, "form": form, "rows": rows, "wrong": wrong,
        "has_pdf": bool(sheet.pdf), "is_first": current_sheet(one) is None,
    }  # fmt: skip
    failed = wrong or form.errors or (rows.is_bound and not rows.is_valid())
    return page(request, "draft", context, 400 if failed else 200)


@require_POST
def drop_draft(request: HttpRequest, address: str) -> HttpResponse:
    """Throw the version away that is being written."""
    one, _ = project_at(request, address)
    get_object_or_404(Sheet, project=one, published_at=None).delete()
    return redirect("project", address=address)


@require_safe
def named(request: HttpRequest, address: str) -> HttpResponse:
    """Who wants to be named, by workshop: a list apart, because a release names nobody."""
    one, _ = project_at(request, address)
    lists = [(workshop, _who_may_be_named(one, workshop)) for workshop in one.workshops.order_by("title")]
    return page(request, "named", {"project": one, "lists": [(workshop, names) for workshop, names in lists if names]})


def _who_may_be_named(one: Project, workshop: Workshop) -> list[str]:
    permissions = permissions_of(one, workshop)
    if not permissions.agreement.agreed:
        return []
    named = {person for person, consent in consents_of(permissions).items() if consent.may_be_named}
    return sorted(person.name.shown for person in people_of(workshop) if person.id in named)
