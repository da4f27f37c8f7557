"""Who looks after the people of a workshop: those who may write its notice, and its facilitators."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from footpath.method.people import Role
from footpath.notices.models import Notice
from footpath.notices.rights import may_write
from footpath.organisations.rights import visitor_of
from footpath.workshops import doors
from footpath.workshops.models import Workshop
from footpath.workshops.views import people_of


@dataclass(frozen=True)
class Keeper:
    """Somebody who may see who comes; `person` where they facilitate in the room and can be named in its record."""

    notice: Notice | None
    person: int | None
    convenes: bool


def keeper_or_404(request: HttpRequest, workshop: Workshop) -> Keeper:
    """Who asks.

    Raises:
        Http404: for everybody else, as for a page that does not exist.
    """
    notice = Notice.objects.filter(workshop=workshop).select_related("workshop__policy__organisation").first()
    convenes = notice is not None and may_write(visitor_of(request), notice)
    id = doors.person_of(request, workshop)
    here = next((person for person in people_of(workshop) if person.id == id), None) if id is not None else None
    facilitates = here is not None and Role.FACILITATOR in here.roles
    if not convenes and not facilitates:
        raise Http404
    return Keeper(notice, id if facilitates else None, convenes)


def keeps(request: HttpRequest, workshop: Workshop) -> bool:
    """Whether this device is one of theirs."""
    try:
        keeper_or_404(request, workshop)
    except Http404:
        return False
    return True
