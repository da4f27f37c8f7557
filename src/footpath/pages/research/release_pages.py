"""The pages of releases: asking, looking at what would leave, reviewing, fetching, the
register, and deleting.

They are for the signed-in people of a project, and for everybody else there are none.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from footpath.accounts.models import Account
from footpath.gate.preview import shown, shown_openings, shown_people
from footpath.pages.accounts.views import sent
from footpath.pages.buttons import button
from footpath.pages.organisations.frame import organisation_at
from footpath.pages.organisations.visitors import ensure
from footpath.pages.private import page, private
from footpath.pages.research.release_forms import AskForm
from footpath.research import fetching, recalls, reviewing
from footpath.research.information_sheets import Project
from footpath.research.models import Release
from footpath.research.released import registered, sheet_at
from footpath.research.releasing import WouldLeave, look

State = Release.State
WAS = {"True": True, "False": False}
"""What stood decided on a passage when a page was opened; nothing for what waited."""


def project_at(request: HttpRequest, address: str) -> tuple[Project, Account]:
    """The project of an address, and who asks.

    Raises:
        Http404: for everybody who is not of the project, as for an address that does not exist.
    """
    ensure(address.isalnum())
    project = get_object_or_404(Project, address=address)
    account = request.user
    ensure(isinstance(account, Account) and project.people.contains(account))
    assert isinstance(account, Account)
    return project, account


def release_at(request: HttpRequest, address: str, release: str) -> tuple[Release, Account]:
    """A release of a project, and who asks.

    Raises:
        Http404: for everybody who is not of the project, as for an address that does not exist.
    """
    project, account = project_at(request, address)
    ensure(release.isalnum())
    rows = Release.objects.select_related("project", "workshop", "requested_by", "reviewed_by")
    return get_object_or_404(rows, project=project, address=release), account


@require_http_methods(["GET", "POST"])
def releases(request: HttpRequest, address: str) -> HttpResponse:
    """A project's releases, and asking for one."""
    project, account = project_at(request, address)
    form, nothing = AskForm(sent(request), project=project), ""
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("purpose", "attribute")}
        asked = reviewing.ask_for(project, form.cleaned_data["workshop"], account, **given)
        if asked is not None:
            return redirect("release", address=address, release=asked.address)
        nothing = reviewing.NOTHING
    rows = Release.objects.filter(project=project).select_related(
        "workshop", "requested_by", "reviewed_by"
    )
    context = {
        "project": project,
        "form": form,
        "nothing": nothing,
        "releases": [(row, _to_delete(row)) for row in rows],
        "here": "releases",
    }
    return page(request, "research/releases", context, 400 if form.errors else 200)


def _to_delete(release: Release) -> int:
    return recalls.told(release).filter(late=False, confirmed_at=None).count()


@require_GET
def release(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """What would leave, or what left."""
    found, account = release_at(request, address, release)
    return _one(request, found, account)


def _one(request: HttpRequest, found: Release, account: Account, **more: Any) -> HttpResponse:
    looked = None
    if found.state != State.REFUSED:
        looked = look(found, reviewing.day_of(found.reviewed_at or timezone.now()))
    still = (
        looked is not None
        and looked.may_leave
        and looked.still_leaves
        and _is_the_same(found, looked)
    )
    context = {
        "project": found.project,
        "release": found,
        "looked": looked if still else None,
        **(_shown(looked) if looked is not None and still else {}),
        "gone": fetching.GONE if found.state == State.RELEASED else reviewing.NOTHING,
        "is_theirs": found.requested_by == account,
        "sheet": sheet_at(found),
        "here": "releases",
        "asker_was_there": reviewing.was_there(found.requested_by, found.workshop),
        "reviewer_was_there": reviewing.was_there(found.reviewed_by, found.workshop),
        "recalls": recalls.told(found),
        **more,
    }
    return page(request, "research/release", context, 409 if more.get("wrong") else 200)


def _shown(looked: WouldLeave) -> dict[str, Any]:
    material = looked.assembled.made.material
    return {
        "phases": shown(material),
        "cases": shown_people(material),
        "openings": shown_openings(material),
    }


def _is_the_same(found: Release, looked: WouldLeave) -> bool:
    return found.state == State.REQUESTED or looked.assembled.sha256 == found.selection_sha256


@button
def decide(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """Decide on the names that were pointed out."""
    return _decided(request, address, release, rest=False)


@button
def mask_the_rest(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """Decide, and mask those on which nothing was said.

    It masks no word that somebody took for a name: a guest could otherwise have everybody's
    words masked by it.
    """
    return _decided(request, address, release, rest=True)


def _decided(request: HttpRequest, address: str, release: str, *, rest: bool) -> HttpResponse:
    found, account = release_at(request, address, release)
    if found.state == State.REQUESTED:
        looked = look(found, reviewing.day_of(timezone.now()))
        said = {one.key: request.POST.get(one.key, "") for one in looked.passages}
        if rest:
            others = (one for one in looked.passages if one.masked is None and not one.is_doubted)
            said |= {one.key: said[one.key] or "mask" for one in others}
        decided = {key: word == "mask" for key, word in said.items() if word in ("mask", "leave")}
        shown = {
            one.key: WAS.get(request.POST.get(f"shown-{one.key}", "")) for one in looked.passages
        }
        if not reviewing.decide(found, decided, shown, looked):
            found.refresh_from_db()
            return _one(request, found, account, wrong=reviewing.DECIDED_BEFORE)
    return redirect("release", address=address, release=release)


@button
def let_go(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """Release it, as it was shown."""
    found, account = release_at(request, address, release)
    wrong = reviewing.let_go(found, account, request.POST.get("seen", ""))
    if wrong:
        found.refresh_from_db()
        return _one(request, found, account, wrong=wrong, why=request.POST.get("why", ""))
    return redirect("release", address=address, release=release)


@button
def refuse(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """Do not release it, and say why."""
    found, account = release_at(request, address, release)
    why = request.POST.get("why", "")
    if wrong := reviewing.refuse(found, account, why):
        found.refresh_from_db()
        return _one(request, found, account, wrong=wrong, why=why)
    return redirect("release", address=address, release=release)


@button
def fetch(request: HttpRequest, address: str, release: str) -> HttpResponse:
    """The files, for as long as all of it may leave; otherwise nothing of it."""
    found, account = release_at(request, address, release)
    content = fetching.fetch(found, account)
    if content is None:
        return _one(request, found, account, wrong=fetching.GONE)
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{fetching.file_name(found)}"'
    return private(response)


@button
def deleted(request: HttpRequest, address: str, release: str, recall: int) -> HttpResponse:
    """A holder says that items are deleted."""
    found, account = release_at(request, address, release)
    recalls.confirm(get_object_or_404(recalls.told(found), pk=recall), account, timezone.now())
    return redirect("release", address=address, release=release)


@require_GET
def register(request: HttpRequest, address: str) -> HttpResponse:
    """Every release of a project, for good."""
    project, _ = project_at(request, address)
    return page(
        request,
        "research/register",
        {"project": project, "lines": registered(project), "here": "register"},
    )


@require_GET
def of_organisation(request: HttpRequest, address: str) -> HttpResponse:
    """What has left of an organisation's workshops, for its stewards: to which project, and
    nothing of the content.
    """
    organisation, _ = organisation_at(request, address, steward=True)
    left = Release.objects.filter(workshop__policy__organisation=organisation, state=State.RELEASED)
    rows = left.select_related("project", "workshop").order_by("-reviewed_at")
    return page(
        request,
        "research/organisation_releases",
        {"organisation": organisation, "is_steward": True, "releases": rows},
    )
