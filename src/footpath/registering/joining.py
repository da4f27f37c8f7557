"""From a registration into the room: in under the registered name, once, and the same person ever after."""

import uuid

from django.db import IntegrityError, transaction

from footpath.method import Refusal
from footpath.method.gather import Arrive, OfferStory, Rename
from footpath.registering import links
from footpath.registering.models import Registration
from footpath.research import answering, consents
from footpath.room.running import rooms

State = Registration.State
DOOR = "guest"
SOMEBODYS_ALREADY = "Another registration belongs to this person already."
NOT_THEIR_ADDRESS = (
    "That is not the e-mail address of this registration. Type the one with which you registered; if you do not know"
    " it, this is somebody else."
)


def may_join(registration: Registration) -> bool:
    """Whether the link leads into the room: who came in before may go in again, and who has a place may come."""
    has_place = registration.state == State.COMING and registration.erased_at is None
    return registration.person is not None or has_place


def join(registration: Registration) -> int:
    """Come in: once, with the registered name, watching or not; an experience that was offered is carried over.

    Raises:
        Refusal: when the workshop takes nobody in any more.
        Fault: when it could not be stored.
    """
    if registration.person is not None:
        return registration.person
    arriving = Arrive(id=f"registration-{registration.pk}", name=registration.name, only_watch=registration.only_watch)
    made = rooms().submit(registration.workshop.pk, arriving, None, DOOR).made
    assert made is not None
    _belong_together(registration, made)
    offer_story(registration)
    return made


def offer_story(registration: Registration) -> None:
    """Let facilitators see in the room what the registration says about an experience."""
    if not registration.could_tell or registration.only_watch or registration.person is None:
        return
    story = OfferStory(
        id=str(uuid.uuid4()), side=registration.side, elsewhere=registration.elsewhere, line=registration.line
    )
    rooms().submit(registration.workshop.pk, story, registration.person)


def rename(registration: Registration) -> None:
    """Let the person in the room have the registration's name.

    Raises:
        Refusal: when they are in the workshop no more.
        Fault: when it could not be stored.
    """
    if registration.person is not None:
        rename = Rename(id=str(uuid.uuid4()), name=registration.name)
        rooms().submit(registration.workshop.pk, rename, registration.person)


def are_one(registration: Registration, person: int, email: str, device: str) -> None:
    """Who holds the registration's link and the person's device says that both are them, with the address (W24).

    Both links change with it, so that whoever else holds one of them is nobody from then on; `device` is what stands
    for the button on the device that pressed it.

    Raises:
        Refusal: when one of the two belongs to somebody else already, or the address is not the registration's.
    """
    if registration.person == person:
        return
    if registration.person is not None:
        raise Refusal("Both have been in the workshop already, so each keeps what it wrote.")
    if registration.email and email.strip().casefold() != registration.email.casefold():
        raise Refusal(NOT_THEIR_ADDRESS)
    after = consents.last_entry(registration.workshop)
    try:
        with transaction.atomic():
            if not links.become(registration, person, device):
                raise Refusal("The link was changed just now. Open the newest one, and press again.")
            consents.join(registration, person, after)
    except IntegrityError:
        raise Refusal(SOMEBODYS_ALREADY) from None
    links.became(registration, person)
    answering.tell_holders(consents.Giver(registration.workshop, registration, person))


def _belong_together(registration: Registration, person: int) -> None:
    after = consents.last_entry(registration.workshop)
    try:
        with transaction.atomic():
            free = Registration.every.filter(pk=registration.pk, person=None)
            changed = free.update(person=person)
            if changed:
                consents.join(registration, person, after)
    except IntegrityError:
        raise Refusal(SOMEBODYS_ALREADY) from None
    registration.person = person
    answering.tell_holders(consents.Giver(registration.workshop, registration, person))
