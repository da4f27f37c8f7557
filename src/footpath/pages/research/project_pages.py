"""A project's pages, for its people: what it is, who belongs to it, and who wants to be named."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from footpath.gate.consenting import consents_of
from footpath.meanwhile.form_parts import Fields
from footpath.meanwhile.sharing import Sharing, held
from footpath.pages.accounts.views import sent
from footpath.pages.private import page
from footpath.pages.research.project_forms import PersonForm, ProjectForm
from footpath.pages.research.release_pages import project_at
from footpath.pages.workshops.views import people_of
from footpath.research import projects
from footpath.research.gate import permissions_of
from footpath.research.information_sheets import Project, Sheet, published
from footpath.workshops.models import Workshop


@require_http_methods(["GET", "POST"])
def project(request: HttpRequest, address: str) -> HttpResponse:
    """What people are told about a project, its people and its sheets."""
    one, _ = project_at(request, address)
    with held(request, one) as kept:
        sharing = _sharing(kept, sent(request))
        form = ProjectForm(sharing.data, instance=kept)
        if sharing.is_settled and form.is_valid():
            form.save()
            sharing.keep(request.user)
            return sharing.kept(request, redirect("project", address=address))
    return _shown(request, one, form, PersonForm(), sharing)


def _sharing(one: Project, data: QueryDict | None) -> Sharing:
    return Sharing(f"project {one.pk}", lambda: [Fields(ProjectForm(instance=one))], data)


def _shown(
    request: HttpRequest, one: Project, form: ProjectForm, person: PersonForm, sharing: Sharing
) -> HttpResponse:
    context = {
        "project": one,
        "form": form,
        "person": person,
        "people": list(one.people.order_by("email")),
        "sharing": sharing,
        "sheets": published(one),
        "has_draft": Sheet.objects.filter(project=one, published_at=None).exists(),
        "workshops": one.workshops.order_by("title"),
    }
    return page(
        request,
        "research/project",
        context,
        400 if form.errors or person.errors else sharing.status,
    )


@require_POST
def let_in(request: HttpRequest, address: str) -> HttpResponse:
    """Somebody becomes one of the project's people."""
    one, _ = project_at(request, address)
    person = PersonForm(request.POST)
    if not person.is_valid():
        return _shown(request, one, ProjectForm(instance=one), person, _sharing(one, None))
    projects.let_in(one, person.cleaned_data["email"])
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


@require_safe
def named(request: HttpRequest, address: str) -> HttpResponse:
    """Who wants to be named, by workshop: a list apart, because a release names nobody."""
    one, _ = project_at(request, address)
    lists = [
        (workshop, _who_may_be_named(one, workshop)) for workshop in one.workshops.order_by("title")
    ]
    return page(
        request,
        "research/named",
        {"project": one, "lists": [(workshop, names) for workshop, names in lists if names]},
    )


def _who_may_be_named(one: Project, workshop: Workshop) -> list[str]:
    permissions = permissions_of(one, workshop)
    if not permissions.agreement.agreed:
        return []
    named = {person for person, consent in consents_of(permissions).items() if consent.may_be_named}
    return sorted(person.called for person in people_of(workshop) if person.id in named)
