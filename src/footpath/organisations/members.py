"""An organisation's members: their roles, leaving, and inviting others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from footpath.accounts.forms import NameForm
from footpath.accounts.models import Account
from footpath.accounts.views import sent
from footpath.organisations import inviting
from footpath.organisations.belonging import LAST_STEWARD, NOT_AS_SHOWN, LastSteward, NotAsShown, end, give_role
from footpath.organisations.forms import InviteForm
from footpath.organisations.models import Invitation, Membership, Organisation, Role
from footpath.organisations.showing import organisation_at, page
from footpath.workshops import doors


@require_GET
def members(request: HttpRequest, address: str) -> HttpResponse:
    """Who belongs to it; stewards also see addresses and invitations."""
    organisation, place = organisation_at(request, address)
    return _members(request, organisation, is_steward=place.role == Role.STEWARD)


def _members(
    request: HttpRequest,
    organisation: Organisation,
    *,
    is_steward: bool,
    form: InviteForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    base = doors.base_url(request)
    open_ones = Invitation.objects.filter(organisation=organisation, ended=False, ends_at__gt=timezone.now())
    open_ones = open_ones.order_by("invited_at")
    people = Membership.objects.filter(organisation=organisation).select_related("account")
    context = {
        "organisation": organisation, "is_steward": is_steward, "wrong": wrong,
        "members": people.order_by("-role", "account__name"),
        "form": form or InviteForm(organisation=organisation),
        "invitations": [(one, inviting.link_of(one, base), inviting.trouble_of(one)) for one in open_ones]
        if is_steward else [],
    }  # fmt: skip
    return page(request, "members", context, 400 if wrong or (form is not None and form.errors) else 200)


@require_POST
def change_place(request: HttpRequest, address: str, id: int) -> HttpResponse:
    """Give somebody a role, or remove them, for stewards."""
    organisation, _ = organisation_at(request, address, steward=True)
    place = get_object_or_404(Membership, organisation=organisation, pk=id)
    to, shown = request.POST.get("to", ""), request.POST.get("shown")
    try:
        if to == "remove":
            end(place, shown)
        elif to in Role.values:
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
        "leave",
        {"organisation": organisation, "wrong": wrong, "is_steward": place.role == Role.STEWARD},
        400 if wrong else 200,
    )


@require_POST
def invite(request: HttpRequest, address: str) -> HttpResponse:
    """Make an invitation, for stewards: one address by letter, or a link for whoever holds it."""
    organisation, place = organisation_at(request, address, steward=True)
    form = InviteForm(request.POST, organisation=organisation)
    if not form.is_valid():
        return _members(request, organisation, is_steward=True, form=form)
    inviting.invite(organisation, place.account, form.cleaned_data["role"], form.cleaned_data["email"])
    return redirect("members", address=address)


@require_POST
def take_back(request: HttpRequest, address: str, id: int) -> HttpResponse:
    """End an invitation, for stewards; or put a whole new one in its place."""
    organisation, place = organisation_at(request, address, steward=True)
    invitation = get_object_or_404(Invitation, organisation=organisation, pk=id)
    if inviting.take_back(invitation) and request.POST.get("to") == "anew":
        inviting.invite(organisation, place.account, invitation.role, invitation.email)
    return redirect("members", address=address)


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, id: int, token: str) -> HttpResponse:
    """An invitation's page: who is signed in accepts it; others sign in first, and come back here."""
    one = inviting.opened(id, token)
    if not isinstance(request.user, Account):
        if request.method == "POST":
            inviting.carry(request, one)
            return redirect("account_login")
        return page(request, "invitation", {"invitation": one, "organisation": one.organisation})
    account, is_for_them = request.user, inviting.admits(one, request.user.email)
    form = NameForm(sent(request), instance=Account.objects.get(pk=account.pk), initial={"name": account.name})
    if request.method == "POST" and is_for_them and form.is_valid():
        form.save()
        if inviting.accept(one, account):
            inviting.put_down(request)
            return redirect("organisation", address=one.organisation.address)
        return redirect(request.path)
    context = {"invitation": one, "organisation": one.organisation, "form": form, "is_for_them": is_for_them}
    return page(request, "invitation", context, 400 if form.errors else 200)
