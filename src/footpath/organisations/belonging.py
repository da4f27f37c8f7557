"""Who belongs to an organisation: changing roles, and leaving. It always keeps a steward."""

from django.db import transaction
from django.utils.text import slugify

from footpath.accounts.models import Account
from footpath.organisations.addresses import readable_address
from footpath.organisations.models import Membership, Organisation, Policy, Role

LAST_STEWARD = "Somebody has to look after the organisation: make another member a steward first."


class LastSteward(Exception):
    """An organisation would be left without a steward."""


def found(name: str, time_zone: str, steward: Account) -> Organisation:
    """A new organisation with its first steward."""
    address = slugify(name)[:40].strip("-")
    if not address or Organisation.objects.filter(address=address).exists():
        address = readable_address(address or "organisation")
    made = Organisation.objects.create(name=name, address=address, time_zone=time_zone)
    Membership.objects.create(organisation=made, account=steward, role=Role.STEWARD)
    return made


def _held(place: Membership) -> Membership | None:
    """The place, with the organisation held still, so that two stewards cannot leave in the same moment."""
    Organisation.objects.select_for_update().get(pk=place.organisation.pk)
    return Membership.objects.filter(pk=place.pk).first()


def _ensure_another_steward(place: Membership) -> None:
    stewards = Membership.objects.filter(organisation=place.organisation, role=Role.STEWARD)
    if place.role == Role.STEWARD and not stewards.exclude(pk=place.pk).exists():
        raise LastSteward


@transaction.atomic
def give_role(place: Membership, role: str) -> None:
    """Make somebody a steward or a member.

    Raises:
        LastSteward: when no steward would be left.
    """
    held = _held(place)
    if held is None or held.role == role:
        return
    _ensure_another_steward(held)
    held.role = role
    held.save(update_fields=["role"])


@transaction.atomic
def end(place: Membership) -> None:
    """Somebody leaves or is removed; the policies that they looked after have nobody then.

    Raises:
        LastSteward: when no steward would be left.
    """
    held = _held(place)
    if held is None:
        return
    _ensure_another_steward(held)
    Policy.objects.filter(organisation=held.organisation, owner=held.account).update(owner=None)
    held.delete()
