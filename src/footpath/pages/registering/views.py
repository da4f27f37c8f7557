"""The page on which somebody registers: no account, no script needed, and nothing typed is lost."""

from math import ceil
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from footpath.notices.arrivals import VeryManyCame, registrations
from footpath.notices.models import Notice
from footpath.notices.models import State as NoticeState
from footpath.notices.when import sittings_of, when_of
from footpath.pages.private import page
from footpath.pages.registering import own_device
from footpath.pages.registering.forms import RegisteringForm
from footpath.pages.registering.keepers import keeps
from footpath.pages.workshops.sent_once import known_device, sent_here
from footpath.pages.workshops.views import who_leads
from footpath.registering.registrations import register as kept
from footpath.registering.registrations import why_not
from footpath.workshops import doors
from footpath.workshops.models import Workshop

SENT_BEFORE = (
    "You registered with this form before, and your link was changed since. Open the newest link."
)


def announced(workshop: Workshop) -> Notice:
    """The notice of a workshop that was announced.

    Raises:
        Http404: while there is none, or it is a draft.
    """
    notice = Notice.objects.filter(workshop=workshop).exclude(state=NoticeState.DRAFT).first()
    if notice is None:
        raise Http404
    return notice


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
@known_device
def register(request: HttpRequest, address: str) -> HttpResponse:
    """Register for a workshop."""
    workshop = doors.workshop_at(address)
    notice, now = announced(workshop), timezone.now()
    here = own_device.registration_of(request, workshop)
    context = {
        "workshop": workshop,
        "notice": notice,
        "here": here,
        "why_not": why_not(notice, now),
        "when": [when_of(sitting) for sitting in sittings_of(notice)],
        "turned_away": "first" in request.GET,
    }
    if context["why_not"]:
        return page(request, "registering/register", context)
    form = RegisteringForm(request.POST or None, notice=notice, sides=who_leads(workshop)[1])
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            status = 400
        elif (wait := _wait_of(request, workshop)) > 0:
            again = f"Send it again in {max(1, ceil(wait / 60))} minutes."
            form.add_error(None, f"Very many registered from your network just now. {again}")
            status = 429
        else:
            made = kept(
                workshop,
                _sent_once(request, workshop, form),
                form.given(),
                now,
                handed_out=here is not None or keeps(request, workshop),
            )
            if made.generation == 1:
                response = redirect("mine", address=address)
                own_device.remember_registered(response, made)
                return response
            form.add_error(None, SENT_BEFORE)
            status = 400
    return page(request, "registering/register", {**context, "form": form}, status)


def _sent_once(request: HttpRequest, workshop: Workshop, form: RegisteringForm) -> UUID:
    """What the form is known by: of this device, so that nobody else who knows the
    form's id gets the link.
    """
    return UUID(
        sent_here(request, f"register {workshop.address}", str(form.cleaned_data["made_with"]))[:32]
    )


def _wait_of(request: HttpRequest, workshop: Workshop) -> float:
    try:
        registrations.let_in(workshop, "registering", request.META.get("REMOTE_ADDR", ""))
    except VeryManyCame as many:
        return many.wait
    return 0
