"""Doors: links that are derived and never stored, and changing them.

A token is HMAC-SHA256 of the installation's key over what it opens and its generation; changing a
link raises the generation, and the earlier link opens nothing.
"""

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from footpath.limits import known
from footpath.workshops.models import Workshop

LINKS = ("facilitator", "scribe", "observer", "guest")
"""Links by which somebody arrives in a role."""

WRONG_KEY = "That is not this installation's key."
YEAR = 365 * 24 * 3600


def _token(workshop: Workshop, opens: str) -> str:
    generation = workshop.generations.get(opens, 1)
    made = salted_hmac(
        "footpath.door", f"{workshop.address}:{opens}:{generation}", algorithm="sha256"
    )
    return made.hexdigest()[:40]


def link_token(workshop: Workshop, role: str) -> str:
    """The token of a role's link, of the wall's, or of the outline's for readers from outside."""
    return _token(workshop, role)


def personal_token(workshop: Workshop, person: int) -> str:
    """The token of a person's own link and cookie."""
    return _token(workshop, f"person-{person}")


def handed_token(workshop: Workshop, person: int) -> str:
    """The token of the link that is handed to somebody who was added by name: it makes one
    device theirs, once.
    """
    return _token(workshop, f"handed-{person}")


def opens(workshop: Workshop, role: str, token: str) -> bool:
    """Whether the token is that of a role's link as it is now."""
    return constant_time_compare(token, link_token(workshop, role))


def check_link(workshop: Workshop, role: str, token: str) -> None:
    """Let only the right token pass.

    Raises:
        Http404: for any other, as for an address that does not exist.
    """
    if not opens(workshop, role, token):
        raise Http404


def role_of_link(workshop: Workshop, token: str) -> str:
    """The role that a link gives.

    Raises:
        Http404: when it gives none.
    """
    for role in LINKS:
        if constant_time_compare(token, link_token(workshop, role)):
            return role
    raise Http404


def change_link(workshop: Workshop, role: str, shown: str | None = None) -> bool:
    """Make a link anew: the earlier one opens nothing from now on.

    False where it is not the one any more that was shown, by its number; None for whichever it is.
    """
    # two who change their links at once must not undo each other's change
    with transaction.atomic():
        held = Workshop.objects.select_for_update().get(pk=workshop.pk)
        is_shown = shown is None or shown == str(held.generations.get(role, 1))
        before = link_token(held, role)
        if is_shown:
            held.generations[role] = held.generations.get(role, 1) + 1
            held.save(update_fields=["generations"])
    workshop.generations = held.generations
    if is_shown and (person := role.removeprefix("person-")) != role:
        known.revoke(f"{cookie_of(workshop)}={person}.{before}")
    return is_shown


def was_changed(workshop: Workshop, person: int) -> bool:
    """Whether a person's own link was changed since they came: what let them in before
    lets nobody in again.
    """
    return workshop.generations.get(f"person-{person}", 1) > 1


def found_at(address: str) -> Workshop | None:
    """The workshop of an address; None where there is none."""
    return (
        Workshop.objects.select_related("rehearsal").filter(address=address).first()
        if address.replace("-", "").isalnum()
        else None
    )


def workshop_at(address: str) -> Workshop:
    """The workshop of an address. Most pages are there for real ones alone: what is to be there in
    a rehearsal too asks `workshop_or_rehearsal_at`.

    Raises:
        Http404: when there is none.
    """
    workshop = workshop_or_rehearsal_at(address)
    if workshop.as_rehearsal is not None:
        raise Http404
    return workshop


def workshop_or_rehearsal_at(address: str) -> Workshop:
    """The workshop of an address, which may be a rehearsal.

    Raises:
        Http404: when there is none.
    """
    workshop = found_at(address)
    if workshop is None:
        raise Http404
    return workshop


def cookie_of(workshop: Workshop) -> str:
    """The name of the cookie by which a device is somebody's there."""
    return f"footpath-{workshop.address}"


def is_host_key(typed: str) -> bool:
    """Whether that is this installation's key."""
    return constant_time_compare(typed.strip(), settings.HOST_KEY)


def links_of(workshop: Workshop, base: str) -> dict[str, str]:
    """Every link of a workshop, whole: by role, and the wall's."""
    address = workshop.address
    links = {
        role: base + reverse("join", args=[address, link_token(workshop, role)]) for role in LINKS
    }
    links["wall"] = base + reverse("wall", args=[address, link_token(workshop, "wall")])
    links["outline"] = base + reverse(
        "outline-outside", args=[address, link_token(workshop, "outline")]
    )
    return links


def personal_link(workshop: Workshop, person: int, base: str) -> str:
    """The link that makes another device the same person too (G3)."""
    return base + reverse("me", args=[workshop.address, personal_token(workshop, person), person])


def handed_link(workshop: Workshop, person: int, base: str) -> str:
    """The link by which somebody who was added by name takes it over; nobody but them sees the
    one they get (G16).
    """
    return base + reverse("me", args=[workshop.address, handed_token(workshop, person), person])
