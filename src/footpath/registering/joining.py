"""From a registration into the room: in under the registered name, once, and the same
person ever after.
"""

import uuid

from django.db import IntegrityError, transaction

from footpath.mail.same_address import same
from footpath.method import Refusal
from footpath.method.phases.gather import Arrive, OfferStory
from footpath.method.throughout.renaming import Rename
from footpath.registering import personal_links, signals
from footpath.registering.models import Registration
from footpath.room.running import rooms

State = Registration.State
DOOR = "guest"
SOMEBODYS_ALREADY = "Another registration belongs to this person already."
NOT_THEIR_ADDRESS = (
    "That is not the e-mail address of this registration. Type the one with which you registered; "
    "if you do not know it, this is somebody else."
)


def may_join(registration: Registration) -> bool:
    """Whether the link leads into the room: who came in before may go in again, and who
    has a place may come.
    """
    has_place = registration.state == State.COMING and registration.erased_at is None
    return registration.person is not None or has_place


def join(registration: Registration) -> int:
    """Come in: once, with the registered name, watching or not; an experience that was
    offered is carried over.

    Raises:
        Refusal: when the workshop takes nobody in any more.
        Fault: when it could not be stored.
    """
    if registration.person is not None:
        return registration.person
    arriving = Arrive(
        id=_arriving(registration), name=registration.name, only_watch=registration.only_watch
    )
    made = rooms().submit(registration.workshop.pk, arriving, None, DOOR).made
    assert made is not None
    _belong_together(registration, made)
    offer_story(registration)
    return made


def _arriving(registration: Registration) -> str:
    """The id of coming in: the same until somebody else has taken the registration over."""
    first = f"registration-{registration.pk}"
    return f"{first}-{registration.parted}" if registration.parted else first


def offer_story(registration: Registration) -> None:
    """Let facilitators see in the room what the registration says about an experience."""
    if not registration.could_tell or registration.only_watch or registration.person is None:
        return
    story = OfferStory(
        id=str(uuid.uuid4()),
        side=registration.side,
        elsewhere=registration.elsewhere,
        line=registration.line,
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


def are_one(
    registration: Registration, person: int, email: str, device: str, *, by_mail: bool
) -> None:
    """Who holds the registration's link and the person's device says that both are them, with
    the address (W24).

    Both links change with it, so that whoever else holds one of them is nobody from then on;
    `device` is what stands for the button on the device that pressed it, and `by_mail` says that it
    was opened by a letter.

    Raises:
        Refusal: when one of the two belongs to somebody else already, or the address is
            not the registration's.
    """
    if registration.person == person:
        return
    if registration.person is not None:
        raise Refusal("Both have been in the workshop already, so each keeps what it wrote.")
    if registration.email and not same(email, registration.email):
        raise Refusal(NOT_THEIR_ADDRESS)
    after = rooms().last_entry(registration.workshop.pk)
    try:
        with transaction.atomic():
            if not personal_links.become(registration, person, device, by_mail=by_mail):
                raise Refusal(
                    "The link was changed just now. Open the newest one, and press again."
                )
            signals.belong_together.send(
                Registration, registration=registration, person=person, after=after, by_word=True
            )
    except IntegrityError:
        raise Refusal(SOMEBODYS_ALREADY) from None
    personal_links.became(registration, person)


def _belong_together(registration: Registration, person: int) -> None:
    after = rooms().last_entry(registration.workshop.pk)
    try:
        with transaction.atomic():
            free = Registration.objects.filter(
                pk=registration.pk, person=None, parted=registration.parted
            )
            changed = free.update(person=person)
            if changed:
                signals.belong_together.send(
                    Registration,
                    registration=registration,
                    person=person,
                    after=after,
                    by_word=False,
                )
    except IntegrityError:
        raise Refusal(SOMEBODYS_ALREADY) from None
    registration.person = person
