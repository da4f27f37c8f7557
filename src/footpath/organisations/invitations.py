"""Invitations: their links, which are derived and never stored, and whom they admit."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from footpath.accounts.models import Account
from footpath.mail.asking import ask, forget
from footpath.mail.models import Letter
from footpath.mail.same_address import same
from footpath.organisations.models import Invitation, Membership, Organisation

GOOD_FOR = timedelta(days=14)


def _token(invitation: Invitation) -> str:
    return salted_hmac("footpath.invitation", str(invitation.pk), algorithm="sha256").hexdigest()[
        :40
    ]


def path_of(invitation: Invitation) -> str:
    """The path of its link."""
    return reverse("invitation", args=[invitation.pk, _token(invitation)])


def is_open(invitation: Invitation) -> bool:
    """Whether it still admits anybody."""
    return not invitation.ended and timezone.now() < invitation.ends_at


def opened(id: int, token: str) -> Invitation:
    """The invitation of a link.

    Raises:
        Http404: where the link opens nothing, or nothing any more.
    """
    invitation = (
        Invitation.objects.select_related("organisation").filter(pk=id).first()
        if id < 2**63
        else None
    )
    if (
        invitation is None
        or not constant_time_compare(token, _token(invitation))
        or not is_open(invitation)
    ):
        raise Http404
    return invitation


def admits(invitation: Invitation, email: str) -> bool:
    """Whether it is for the holder of that address: one for a single address is for no other."""
    return not invitation.email or same(invitation.email, email)


@transaction.atomic
def accept(invitation: Invitation, account: Account) -> bool:
    """Make them a member; False where the invitation has ended meanwhile or is not for them.

    One for a single address is used up by it. Who is a member already stays what they are.
    """
    held = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if held is None or not is_open(held) or not admits(held, account.email):
        return False
    Membership.objects.get_or_create(
        organisation=held.organisation, account=account, defaults={"role": held.role}
    )
    if held.email:
        held.ended = True
        held.save(update_fields=["ended"])
    return True


@transaction.atomic
def invite(organisation: Organisation, by: Account, role: str, email: str = "") -> Invitation:
    """Offer a place; by letter where it is for one address. An open offer to that
    address is replaced.
    """
    if email:
        for earlier in Invitation.objects.filter(
            organisation=organisation, email=email, ended=False
        ):
            take_back(earlier)
    made = Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=role,
        invited_by=by,
        ends_at=timezone.now() + GOOD_FOR,
    )
    if email:
        ask("invitation", _key(made), to=email, given={"invitation": made.pk})
    return made


def take_back(invitation: Invitation) -> bool:
    """It admits nobody any more; False where it had ended already, by whoever else's press."""
    ended = bool(Invitation.objects.filter(pk=invitation.pk, ended=False).update(ended=True))
    forget(_key(invitation))
    return ended


def trouble_of(invitation: Invitation) -> str:
    """Why its letter did not arrive, in the mail server's words; empty where nothing is wrong."""
    refused = Letter.objects.filter(key=_key(invitation), state=Letter.State.REFUSED).first()
    return refused.trouble if refused is not None else ""


def _key(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}:"


def link_of(invitation: Invitation, base: str) -> str:
    """Its whole link."""
    return (settings.BASE_URL or base) + path_of(invitation)
