"""Who reads their own pages, and asking for something in their name."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest

from footpath.method import OWN_PAGES, Command
from footpath.pages.registering.whose import who_or_404
from footpath.registering.models import Registration
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def own_pages(request: HttpRequest, address: str) -> tuple[Workshop, Registration | None, int]:
    """The workshop, and who reads their own pages there.

    Raises:
        Http404: for strangers, and for who registered and never came: they said nothing yet.
    """
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop)
    if person is None:
        raise Http404
    return workshop, registration, person


def ask(workshop: Workshop, person: int, kind: type[Command], **fields: Any) -> None:
    """Ask for something in the person's name.

    Raises:
        Refusal: when the method says no.
        Fault: when it could not be stored.
    """
    rooms().submit(workshop.pk, kind(id=str(uuid.uuid4()), **fields), person, OWN_PAGES)
