"""An organisation's members: their roles, leaving, and inviting others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from footpath.accounts.models import Account
from footpath.organisations import invitations
from footpath.organisations.belonging import (
    LAST_STEWARD,
    NOT_AS_SHOWN,
    LastSteward,
    NotAsShown,
    end,
    give_role,
)
from footpath.organisations.models import Belonging, Invitation, Membership, Organisation
from footpath.pages.accounts.forms import NameForm
from footpath.pages.accounts.views import sent
from footpath.pages.organisations import carried_invitation
from footpath.pages.organisations.forms import InviteForm
from footpath.pages.organisations.frame import organisation_at
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here


@require_GET
def members(request: HttpRequest, address: str) -> HttpResponse:
    """Who belongs to it; stewards also see addresses and invitations."""
    organisation, place = organisation_at(request, address)
    return _members(request, organisation, is_steward=place.role == Belonging.STEWARD)


def _members(
    request: HttpRequest,
    organisation: Organisation,
    *,
    is_steward: bool,
    form: InviteForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    base = who_is_here.base_url(request)
    open_ones = Invitation.objects.filter(
        organisation=organisation, ended=False, ends_at__gt=timezone.now()
    )
    open_ones = open_ones.order_by("invited_at")
    people = Membership.objects.filter(organisation=organisation).select_related("account")
    context = {
        "organisation": organisation,
        "is_steward": is_steward,
        "wrong": wrong,
        "members": people.order_by("-role", "account__name"),
        "form": form or InviteForm(organisation=organisation),
        "invitations": (
            [
                (one, invitations.link_of(one, base), invitations.trouble_of(one))
                for one in open_ones
            ]
            if is_steward
            else []
        ),
    }
    return page(
        request,
        "organisations/members",
        context,
        400 if wrong or (form is not None and form.errors) else 200,
    )


@require_POST
def change_place(request: HttpRequest, address: str, id: int) -> HttpResponse:
    """Give somebody a role, or remove them, for stewards."""
    organisation, _ = organisation_at(request, address, steward=True)
    place = get_object_or_404(Membership, organisation=organisation, pk=id)
    to, shown = request.POST.get("to", ""), request.POST.get("shown")
    try:
        if to == "remove":
            end(place, shown)
        elif to in Belonging.values:
            give_role(place, to, shown)
    except LastSteward:
        return _members(request, organisation, is_steward=True, wrong=LAST_STEWARD)
    except NotAsShown:
        return _members(request, organisation, is_steward=True, wrong=NOT_AS_SHOWN)
    return redirect("members", address=address)


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, address: str) -> HttpResponse:
    """Leave an organisation, after having been asked."""
    organisation, place = organisation_at(request, address)
    wrong = ""
    if request.method == "POST":
        try:
            end(place)
        except LastSteward:
            wrong = LAST_STEWARD
        else:
            return redirect("front")
    return page(
        request,
        "organisations/leave",
        {
            "organisation": organisation,
            "wrong": wrong,
            "is_steward": place.role == Belonging.STEWARD,
        },
        400 if wrong else 200,
    )


@require_POST
def invite(request: HttpRequest, address: str) -> HttpResponse:
    """Make an invitation, for stewards: one address by letter, or a link for whoever holds it."""
    organisation, place = organisation_at(request, address, steward=True)
    form = InviteForm(request.POST, organisation=organisation)
    if not form.is_valid():
        return _members(request, organisation, is_steward=True, form=form)
    invitations.invite(
        organisation, place.account, form.cleaned_data["role"], form.cleaned_data["email"]
    )
    return redirect("members", address=address)


@require_POST
def take_back(request: HttpRequest, address: str, id: int) -> HttpResponse:
    """End an invitation, for stewards; or put a whole new one in its place."""
    organisation, place = organisation_at(request, address, steward=True)
    invitation = get_object_or_404(Invitation, organisation=organisation, pk=id)
    if invitations.take_back(invitation) and request.POST.get("to") == "anew":
        invitations.invite(organisation, place.account, invitation.role, invitation.email)
    return redirect("members", address=address)


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, id: int, token: str) -> HttpResponse:
    """An invitation's page: who is signed in accepts it; others sign in first,
    and come back here.
    """
    one = invitations.opened(id, token)
    if not isinstance(request.user, Account):
        if request.method == "POST":
            carried_invitation.carry(request, one)
            return redirect("account_login")
        return page(
            request,
            "organisations/invitation",
            {"invitation": one, "organisation": one.organisation},
        )
    account, is_for_them = request.user, invitations.admits(one, request.user.email)
    form = NameForm(
        sent(request), instance=Account.objects.get(pk=account.pk), initial={"name": account.name}
    )
    if request.method == "POST" and is_for_them and form.is_valid():
        form.save()
        if invitations.accept(one, account):
            carried_invitation.put_down(request)
            return redirect("organisation", address=one.organisation.address)
        return redirect(request.path)
    context = {
        "invitation": one,
        "organisation": one.organisation,
        "form": form,
        "is_for_them": is_for_them,
    }
    return page(request, "organisations/invitation", context, 400 if form.errors else 200)
