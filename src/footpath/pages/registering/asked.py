"""The page of somebody who is asked to tell: preparing it, or saying that they
would rather not (W31).
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath.pages.buttons import button
from footpath.pages.private import page
from footpath.pages.registering.whose import who_or_404
from footpath.pages.workshops.views import people_of
from footpath.registering import storytellers
from footpath.registering.storytellers import Offered
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def myself(request: HttpRequest, workshop: Workshop) -> Offered:
    """Whose device this is: who registered, who came in, or both in one.

    Raises:
        Http404: for a stranger, as for a page that does not exist.
        TwoAreHere: where they are two.
    """
    registration, id = who_or_404(request, workshop)
    person = (
        next((one for one in people_of(workshop) if one.id == id), None) if id is not None else None
    )
    if registration is None and person is None:
        raise Http404
    return Offered(workshop, registration, person)


@require_safe
@ensure_csrf_cookie
def asked(request: HttpRequest, address: str) -> HttpResponse:
    """What is asked, how to prepare, and the way out."""
    workshop = doors.workshop_at(address)
    here = myself(request, workshop)
    context = {"workshop": workshop, "here": here, "me": here.person}
    return page(request, "registering/asked", context)


@button
def rather_not(request: HttpRequest, address: str) -> HttpResponse:
    """They would rather not tell it, and nobody is told why."""
    here = myself(request, doors.workshop_at(address))
    if not here.is_offered:
        raise Http404
    storytellers.rather_not(here, timezone.now())
    return redirect("mine-asked", address=address)
