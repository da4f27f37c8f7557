"""The first page, and an organisation's own: its home, its settings, and taking in a workshop."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve
from django.urls.exceptions import Resolver404
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods

from footpath.accounts.models import Account
from footpath.meanwhile.form_parts import Fields
from footpath.meanwhile.sharing import Sharing, held
from footpath.notices.models import Notice, Sitting
from footpath.organisations.belonging import found
from footpath.organisations.models import Belonging, Membership, Policy
from footpath.pages.accounts.views import sent
from footpath.pages.organisations.first_run import is_fresh
from footpath.pages.organisations.forms import OrganisationForm, TakeInForm
from footpath.pages.organisations.frame import organisation_at
from footpath.pages.organisations.visitors import ensure
from footpath.pages.private import page
from footpath.workshops import doors
from footpath.workshops.models import Workshop

NOT_THE_LINK = (
    "That is no facilitator's link of a workshop here. Open the workshop's links, and copy it "
    "whole."
)
NOT_FREE = "This workshop belongs to an organisation already."


def places_of(account: Account) -> list[Membership]:
    """Where somebody belongs."""
    places = Membership.objects.filter(account=account).select_related("organisation")
    return list(places.order_by("organisation__name"))


@require_GET
@ensure_csrf_cookie
def front(request: HttpRequest) -> HttpResponse:
    """The first page: for strangers what this is, for members their organisations."""
    if not isinstance(request.user, Account):
        return page(request, "organisations/front", {"fresh": is_fresh()})
    places = places_of(request.user)
    if len(places) == 1:
        return redirect("organisation", address=places[0].organisation.address)
    return page(request, "organisations/mine", {"places": places})


def with_dates(workshops: Iterable[Workshop]) -> list[dict[str, Any]]:
    """Workshops as lists show them: where each stands, and when it meets next or met last."""
    workshops = list(workshops)
    notices = Notice.objects.in_bulk([one.pk for one in workshops])
    sittings_of: dict[int, list[Sitting]] = {}
    for sitting in Sitting.objects.filter(notice__in=notices).select_related("notice"):
        sittings_of.setdefault(sitting.notice.pk, []).append(sitting)
    shown: list[dict[str, Any]] = []
    for workshop in workshops:
        sittings = sittings_of.get(workshop.pk, [])
        coming = [one for one in sittings if one.ends_at > timezone.now()]
        sitting = coming[0] if coming else sittings[-1] if sittings else None
        shown.append(
            {
                "workshop": workshop,
                "notice": notices.get(workshop.pk),
                "sitting": sitting,
                "is_coming": bool(coming),
            }
        )
    return sorted(shown, key=lambda one: (not one["is_coming"], one["sitting"] is None))


@require_GET
def home(request: HttpRequest, address: str) -> HttpResponse:
    """An organisation's home: its policies with their workshops."""
    organisation, place = organisation_at(request, address)
    workshops: dict[Policy | None, list[Workshop]] = {}
    for workshop in Workshop.objects.filter(policy__organisation=organisation).select_related(
        "policy"
    ):
        workshops.setdefault(workshop.policy, []).append(workshop)
    policies = (
        Policy.objects.filter(organisation=organisation).select_related("owner").order_by("title")
    )
    context = {
        "organisation": organisation,
        "is_steward": place.role == Belonging.STEWARD,
        "policies": [(policy, with_dates(workshops.get(policy, []))) for policy in policies],
    }
    return page(request, "organisations/home", context)


@require_http_methods(["GET", "POST"])
def settings_of(request: HttpRequest, address: str) -> HttpResponse:
    """Name, description and time zone, for stewards."""
    organisation, _ = organisation_at(request, address, steward=True)
    with held(request, organisation) as one:
        sharing = Sharing(
            f"organisation {one.pk}",
            lambda: [Fields(OrganisationForm(instance=one))],
            sent(request),
        )
        form = OrganisationForm(sharing.data, instance=one)
        if sharing.is_settled and form.is_valid():
            form.save()
            sharing.keep(request.user)
            return sharing.kept(request, redirect("organisation", address=address))
    context = {"organisation": organisation, "form": form, "sharing": sharing}
    return page(request, "organisations/settings", context, 400 if form.errors else sharing.status)


@require_http_methods(["GET", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Another organisation, for whoever operates the installation; they look after it until
    they invite others.
    """
    operator = request.user
    ensure(isinstance(operator, Account) and operator.is_staff)
    assert isinstance(operator, Account)
    form = OrganisationForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = found(form.cleaned_data["name"], form.cleaned_data["time_zone"], operator)
        made.about = form.cleaned_data["about"]
        made.save(update_fields=["about"])
        return redirect("organisation", address=made.address)
    return page(request, "organisations/new", {"form": form}, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, address: str) -> HttpResponse:
    """Take in a workshop that was made by a link alone, for stewards who hold
    its facilitator's link.
    """
    organisation, _ = organisation_at(request, address, steward=True)
    form = TakeInForm(sent(request), organisation=organisation)
    if request.method == "POST" and form.is_valid():
        workshop, policy = led_by(form.cleaned_data["link"]), form.cleaned_data["policy"]
        if workshop is None:
            form.add_error("link", NOT_THE_LINK)
        elif _take_in(workshop, policy):
            return redirect("policy", address=policy.address)
        else:
            form.add_error("link", NOT_FREE)
    return page(
        request,
        "organisations/take-in",
        {"organisation": organisation, "form": form},
        400 if form.errors else 200,
    )


def led_by(link: str) -> Workshop | None:
    """The workshop whose facilitator's link, or page of links for who made it, that is."""
    path = (
        "/" + link.strip().partition("://")[2].partition("/")[2] if "://" in link else link.strip()
    )
    try:
        match = resolve(path.partition("?")[0].partition("#")[0])
    except Resolver404:
        return None
    role = {"join": "facilitator", "links-of-host": "links"}.get(match.url_name or "")
    if role is None:
        return None
    workshop = Workshop.objects.filter(address=match.kwargs["address"], rehearsal=None).first()
    if workshop is None or not doors.opens(workshop, role, match.kwargs["token"]):
        return None
    return workshop


def _take_in(workshop: Workshop, policy: Policy) -> bool:
    """Let it belong to the policy; False where it belongs to another organisation."""
    if Workshop.objects.filter(pk=workshop.pk, policy=None).update(policy=policy):
        return True
    same = Workshop.objects.filter(pk=workshop.pk, policy__organisation=policy.organisation)
    return bool(same.update(policy=policy))
