"""The invitation with which somebody came, carried while they sign in."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from footpath.accounts.models import Account
from footpath.organisations.invitations import admits, is_open, path_of
from footpath.organisations.models import Invitation

NEVER_CAME = timedelta(days=1)


_CARRIED = "invitation"


def carry(request: HttpRequest, invitation: Invitation) -> None:
    """Remember while they sign in which invitation they came with."""
    request.session[_CARRIED] = invitation.pk


def carried_by(request: HttpRequest) -> Invitation | None:
    """The open invitation with which somebody came."""
    id = request.session.get(_CARRIED)
    invitation = Invitation.objects.filter(pk=id).first() if id else None
    return invitation if invitation is not None and is_open(invitation) else None


def put_down(request: HttpRequest) -> None:
    """The invitation with which they came has done its work."""
    request.session.pop(_CARRIED, None)


def path_carried_by(request: HttpRequest) -> str | None:
    """The path of the invitation with which somebody came."""
    invitation = carried_by(request)
    return path_of(invitation) if invitation is not None else None


def account_for(request: HttpRequest, email: str) -> Account | None:
    """A new account for an address that nobody has, where an invitation admits it. It is nobody's
    until a code came.
    """
    invitation = carried_by(request)
    if (
        invitation is None
        or not admits(invitation, email)
        or Account.objects.filter(email=email).exists()
    ):
        return None
    _clear_away()
    return Account.objects.create_user(email)


def _clear_away() -> None:
    """Addresses that were typed and never proved."""
    old = timezone.now() - NEVER_CAME
    never = Account.objects.filter(
        last_login=None, created_at__lt=old, memberships=None, projects=None, is_staff=False
    )
    never.delete()
