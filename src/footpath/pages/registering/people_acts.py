"""What those who prepare a workshop do on its people's page: send again, correct an address,
change the places.
"""

import uuid
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import Http404, QueryDict

from footpath.limits.numbers import number_in
from footpath.mail.asking import retry
from footpath.mail.models import Letter
from footpath.mail.same_address import folded
from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing
from footpath.method.phases.gather import AddPerson
from footpath.notices.models import Notice
from footpath.organisations.rights import Visitor
from footpath.pages.notices.editing import form_of
from footpath.registering import invented, places, registrations
from footpath.registering.models import Registration
from footpath.registering.overview import trouble_of
from footpath.registering.storytellers import Offered
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

MOST_PLACES = 100_000


class WrongInput(Exception):
    """What was typed cannot be used: a sentence, the part of the page that it is about,
    and what was typed.
    """

    def __init__(self, sentence: str, about: str, typed: str = "") -> None:
        """Keep all three for the page."""
        super().__init__(sentence)
        self.sentence, self.about, self.typed = sentence, about, typed


def _number(given: str) -> int:
    """The number of a row, as a form gives it.

    Raises:
        Http404: when it is none.
    """
    if (number := number_in(given)) is None:
        raise Http404
    return number


def send_again(workshop: Workshop, id: int) -> None:
    """Send a letter again that was refused.

    Raises:
        Http404: when there is no such letter.
        Wrong: when nobody knows its address any more.
    """
    letter = Letter.objects.filter(pk=id, registration__workshop=workshop).first()
    if letter is None:
        raise Http404
    if not retry(letter):
        raise WrongInput("There is no address any more to which it could be sent.", "mail")


def correct_address(workshop: Workshop, id: int, email: str) -> None:
    """Give somebody another address, and send again what the old one refused.

    Whoever corrects it could read what is sent there, so who opens that letter on another device
    gets the place alone.

    Raises:
        Http404: when no mail to somebody of that number went astray.
        Wrong: when it is no address, or somebody else's.
    """
    here = next(
        (one.registration for one in trouble_of(workshop) if one.registration.pk == id),
        None,
    )
    if here is None:
        raise Http404
    tidy, about = email.strip(), f"address-{here.pk}"
    try:
        validate_email(tidy)
    except ValidationError:
        raise WrongInput("That does not look like an e-mail address.", about, email[:254]) from None
    if (
        Registration.objects.filter(workshop=workshop, address=folded(tidy))
        .exclude(pk=here.pk)
        .exists()
    ):
        raise WrongInput("Somebody else has registered with this address.", about, email[:254])
    with transaction.atomic():
        here.move_to(tidy)
        here.save(update_fields=["email", "address", "moved", "proved", "changed_at"])
        for letter in here.letters.filter(state=Letter.State.REFUSED):
            retry(letter)


def do_not_come(workshop: Workshop, ids: list[str], now: datetime) -> None:
    """Say of people who registered that they do not come: each place is free; their own link
    undoes it, if they do.

    Those who wait go first, so that no place is offered to another of whom the same is said.

    Raises:
        Http404: when nobody of these numbers registered, or they have said so themselves.
        Wrong: when one has been in the room: a facilitator shows people out there.
    """
    numbers = [_number(id) for id in ids[: invented.MOST]]
    registered = Registration.objects.filter(workshop=workshop, pk__in=numbers, erased_at=None)
    here = list(registered.exclude(state=Registration.State.NOT_COMING))
    if not here:
        raise Http404
    if any(one.person is not None for one in here):
        raise WrongInput(
            "They have been in the room. A facilitator can show them out there.", "page"
        )
    waiting = [one for one in here if one.state == Registration.State.WAITING]
    for one in (*waiting, *(one for one in here if one not in waiting)):
        registrations.stay_away(one, now, said_for_them=True)


class PlacesForm(forms.Form):
    """How many can come: the same point as on the notice's own form."""

    places = forms.CharField(label="How many can come?", required=False)


def sharing_of_places(notice: Notice, sent: QueryDict | None) -> Sharing:
    """The number, as several people may have it open, here and in the notice."""

    def stored() -> list[Fields | Rows]:
        return [Fields(PlacesForm(initial={"places": notice.places}))]

    return Sharing(form_of(notice), stored, sent)


def change_places(notice: Notice, sent: QueryDict, by: Visitor, now: datetime) -> Sharing:
    """Change how many can come; what becomes free is offered to those who wait, and
    nobody loses a place.

    Nothing is changed or offered where somebody else changed it meanwhile, and who sent it
    has not chosen yet.

    Raises:
        Wrong: when it is no number.
    """
    typed = sent.get("places", "").strip()
    if typed and not (
        typed.isascii() and typed.isdigit() and 0 < int(typed[:9]) <= MOST_PLACES and len(typed) < 9
    ):
        raise WrongInput(
            "Type a number of places, or leave it empty for any number.", "places", typed[:20]
        )
    with places.holding(notice.workshop) as held:
        sharing = sharing_of_places(held, sent)
        if sharing.is_settled and sharing.data is not None:
            chosen = str(sharing.data["places"])
            held.places = int(chosen) if chosen else None
            held.save(update_fields=["places"])
            sharing.keep(by)
            places.offer_freed_places(held, now)
    return sharing


def chosen(everybody: list[Offered], key: str) -> Offered:
    """The one that a button names.

    Raises:
        Http404: when there is none.
    """
    found = next((one for one in everybody if one.key == key), None)
    if found is None:
        raise Http404
    return found


def add_person(workshop: Workshop, facilitator: int, name: str) -> None:
    """Add somebody who was there without a device; they come from the record like everybody.

    Raises:
        Refusal: when the method says no.
    """
    if not name.strip():
        raise WrongInput("Type the name of who was there.", "add", name[:80])
    rooms().submit(workshop.pk, AddPerson(id=str(uuid.uuid4()), name=name), facilitator)
