"""Who belongs to an organisation: changing roles, and leaving. It always keeps a steward."""

from django.db import transaction
from django.utils.text import slugify

from footpath.accounts.models import Account
from footpath.organisations.models import Belonging, Membership, Organisation, Policy
from footpath.organisations.page_addresses import readable_address

NOT_AS_SHOWN = (
    "Somebody else changed their role after you opened the page. Look at it once more: nothing was "
    "changed."
)
LAST_STEWARD = "Somebody has to look after the organisation: make another member a steward first."


class LastSteward(Exception):
    """An organisation would be left without a steward."""


class NotAsShown(Exception):
    """Somebody else gave them another role after the page was opened."""


def found(name: str, time_zone: str, steward: Account) -> Organisation:
    """A new organisation with its first steward."""
    address = slugify(name)[:40].strip("-")
    if not address or Organisation.objects.filter(address=address).exists():
        address = readable_address(address or "organisation")
    made = Organisation.objects.create(name=name, address=address, time_zone=time_zone)
    Membership.objects.create(organisation=made, account=steward, role=Belonging.STEWARD)
    return made


def _held(place: Membership) -> Membership | None:
    """The place, with the organisation held still, so that two stewards cannot leave
    in the same moment.
    """
    Organisation.objects.select_for_update().get(pk=place.organisation.pk)
    return Membership.objects.filter(pk=place.pk).first()


def _ensure_as_shown(place: Membership | None, shown: str | None) -> None:
    if place is not None and shown is not None and place.role != shown:
        raise NotAsShown


def _ensure_another_steward(place: Membership) -> None:
    stewards = Membership.objects.filter(organisation=place.organisation, role=Belonging.STEWARD)
    if place.role == Belonging.STEWARD and not stewards.exclude(pk=place.pk).exists():
        raise LastSteward


@transaction.atomic
def give_role(place: Membership, role: str, shown: str | None = None) -> None:
    """Make somebody a steward or a member; `shown` is the role that they had on the page, None
    for whichever it is.

    Raises:
        LastSteward: when no steward would be left.
        NotAsShown: when they have another by now.
    """
    held = _held(place)
    _ensure_as_shown(held, shown)
    if held is None or held.role == role:
        return
    _ensure_another_steward(held)
    held.role = role
    held.save(update_fields=["role"])


@transaction.atomic
def end(place: Membership, shown: str | None = None) -> None:
    """Somebody leaves or is removed; the policies that they looked after have nobody then.

    Raises:
        LastSteward: when no steward would be left.
        NotAsShown: when they have another role by now than the page showed.
    """
    held = _held(place)
    _ensure_as_shown(held, shown)
    if held is None:
        return
    _ensure_another_steward(held)
    Policy.objects.filter(organisation=held.organisation, owner=held.account).update(owner=None)
    held.delete()
