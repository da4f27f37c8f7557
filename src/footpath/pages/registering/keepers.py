"""Who looks after the people of a workshop: those who may write its notice,
and its facilitators.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from footpath.method.things.people import Role
from footpath.notices.models import Notice
from footpath.notices.rights import may_write
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import people_of
from footpath.workshops.models import Workshop


@dataclass(frozen=True)
class Keeper:
    """Somebody who may see who comes; `person` where they facilitate in the room and can be
    named in its record.
    """

    notice: Notice | None
    person: int | None
    convenes: bool


def keeper_or_404(request: HttpRequest, workshop: Workshop) -> Keeper:
    """Who asks.

    Raises:
        Http404: for everybody else, as for a page that does not exist.
    """
    notice = (
        Notice.objects.filter(workshop=workshop)
        .select_related("workshop__policy__organisation")
        .first()
    )
    convenes = notice is not None and may_write(visitor_of(request), notice)
    id = who_is_here.person_of(request, workshop)
    here = (
        next((person for person in people_of(workshop) if person.id == id), None)
        if id is not None
        else None
    )
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
