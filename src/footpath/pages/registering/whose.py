"""Whose a device is: who registered on it, who came in on it, or both in one; of two it asks
which it is about.

Nothing that somebody presses on an own page may reach another's: not their answers, and not
what they erase (W24).
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from footpath.method import Flipchart
from footpath.pages.registering import own_device
from footpath.pages.workshops import who_is_here
from footpath.registering import registrations
from footpath.registering.models import Registration
from footpath.room.running import rooms
from footpath.workshops.models import Workshop


class TwoAreHere(Exception):
    """A device holds a registration and a person that do not belong together, so a page
    cannot tell whose it is.
    """

    def __init__(self, here: "Here") -> None:
        """Told who they are."""
        super().__init__("Somebody registered on this device, and somebody else came in on it.")
        self.here = here


@dataclass(frozen=True)
class Here:
    """As whom a device is in."""

    workshop: Workshop
    registration: Registration | None
    """Who registered on it, or opened the link of a registration."""
    person: int | None
    """Who came in on it, or opened a person's link; also who was shown out since."""

    @property
    def are_two(self) -> bool:
        """Whether the one who registered and the one who came in are not known to be the same."""
        registration = self.registration
        return (
            registration is not None
            and self.person is not None
            and registration.person != self.person
        )

    @property
    def person_name(self) -> str:
        """What who came in is called; empty for nobody."""
        return (name_of(self.workshop, self.person) or "") if self.person is not None else ""

    @property
    def may_be_one(self) -> bool:
        """Whether the two can still become one: neither belongs to anybody else yet."""
        registration = self.registration
        if registration is None or self.person is None or registration.person is not None:
            return False
        return registrations.of_person(self.workshop, self.person) is None

    def others_than(self, registration: Registration | None, person: int | None) -> list[str]:
        """The names of those who are in on this device and do not belong with a
        registration or a person.
        """
        found: list[str] = []
        if self.person not in (None, person):
            found.append(self.person_name)
        mine = self.registration
        if mine is not None and mine != registration and (person is None or mine.person != person):
            found.append(mine.name or "somebody who registered")
        return found


def here_of(request: HttpRequest, workshop: Workshop) -> Here:
    """As whom the device is in; nobody where it is in as neither."""
    person = who_is_here.person_of(request, workshop)
    if person is not None and name_of(workshop, person) is None:
        person = None
    return Here(workshop, own_device.registration_of(request, workshop), person)


def who_or_404(
    request: HttpRequest, workshop: Workshop, *, in_the_room: bool = False
) -> tuple[Registration | None, int | None]:
    """Whose own page this is: the registration, and the person in the workshop, as
    far as there is one. In the room and on the way into it that is who came in.

    Raises:
        Http404: for a stranger, as for a page that does not exist.
        TwoAreHere: where they are two, of whom an own page would have to choose one.
    """
    here = here_of(request, workshop)
    if here.are_two and not in_the_room:
        raise TwoAreHere(here)
    registration, person = here.registration, here.person
    if registration is not None and not here.are_two:
        return registration, registration.person
    if person is None:
        raise Http404
    return registrations.of_person(workshop, person), person


def name_of(workshop: Workshop, id: int) -> str | None:
    """What somebody is called who is or was in the workshop; None for nobody."""

    def look(chart: Flipchart) -> str | None:
        return chart.name_of(id) if id in chart.people else None

    return rooms().read(workshop.pk, look)


def choose(request: HttpRequest, here: Here, *, registered: bool) -> HttpResponse:
    """Of two on this device go on as one; the other leaves it, and comes back by their own link."""
    to = request.POST.get("to", "")
    inside = urlsplit(to).path.startswith(f"/w/{here.workshop.address}/")
    safe = inside and url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    if registered:
        response = redirect(to) if safe else redirect("mine", address=here.workshop.address)
        who_is_here.forget(response, here.workshop)
    else:
        response = redirect(to) if safe else redirect("keep", address=here.workshop.address)
        own_device.forget(response, here.workshop)
    return response
