"""The pages of rehearsals: beginning one, going on with it, and throwing it away."""

from datetime import timedelta
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath.accounts.models import Account
from footpath.method import Refusal
from footpath.method.things.people import Role
from footpath.notices.models import Notice
from footpath.notices.rights import may_write
from footpath.notices.states import was_opened
from footpath.organisations.models import Organisation
from footpath.pages.buttons import button
from footpath.pages.organisations.frame import organisation_at
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.views import people_of
from footpath.record.writer import Fault
from footpath.rehearsing.beginning import KEPT_FOR, Leader, TooManyRehearsals, begin, under_way
from footpath.rehearsing.throwing_away import throw_away
from footpath.workshops import doors
from footpath.workshops.models import Rehearsal, Workshop

BEGUN_ALREADY = (
    "This workshop has begun, so it is too late to rehearse it. In another one you can at any time."
)


def leader_of(request: HttpRequest, workshop: Workshop) -> Leader:
    """Who would rehearse a workshop: a facilitator of it, or who writes its notice.

    Raises:
        Http404: for everybody else.
    """
    notice = Notice.objects.select_related("workshop__policy").filter(workshop=workshop).first()
    writes = notice is not None and may_write(visitor_of(request), notice)
    account = request.user if writes and isinstance(request.user, Account) else None
    id = who_is_here.person_of(request, workshop)
    here = next((one for one in people_of(workshop) if one.id == id), None)
    if here is not None and Role.FACILITATOR in here.roles:
        return Leader(here.name.shown, account, workshop, here.id)
    if account is None:
        raise Http404
    return Leader(_called(account), account, workshop)


def _called(account: Account) -> str:
    return account.name or "Facilitator"


@require_safe
@ensure_csrf_cookie
def rehearse(request: HttpRequest, address: str) -> HttpResponse:
    """What a rehearsal of this workshop is, for who is to lead it."""
    workshop = doors.workshop_at(address)
    return _page(request, leader_of(request, workshop), address)


@button
def begin_of(request: HttpRequest, address: str) -> HttpResponse:
    """Begin a rehearsal of this workshop, or go on with the one that they have."""
    workshop = doors.workshop_at(address)
    return _go_in(request, leader_of(request, workshop), address)


@require_safe
@ensure_csrf_cookie
def rehearse_first(request: HttpRequest, address: str) -> HttpResponse:
    """The same for a member who has no workshop to lead yet."""
    organisation, leader = _of_organisation(request, address)
    return _page(request, leader, address, organisation)


@button
def begin_first(request: HttpRequest, address: str) -> HttpResponse:
    """Begin a rehearsal of no workshop in particular, or go on with the one that they have."""
    organisation, leader = _of_organisation(request, address)
    return _go_in(request, leader, address, organisation)


def _of_organisation(request: HttpRequest, address: str) -> tuple[Organisation, Leader]:
    organisation, place = organisation_at(request, address)
    return organisation, Leader(_called(place.account), place.account)


def _page(
    request: HttpRequest,
    leader: Leader,
    address: str,
    organisation: Organisation | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    mine = under_way(leader)
    is_over = leader.of is not None and was_opened(leader.of)
    context: dict[str, Any] = {
        "workshop": leader.of,
        "organisation": organisation,
        "mine": mine,
        "days_left": days_left(mine) if mine is not None else KEPT_FOR.days,
        "wrong": wrong or (BEGUN_ALREADY if is_over and mine is None else ""),
        "is_over": is_over,
        "thrown": "thrown" in request.GET and mine is None,
        "begin": reverse("begin-first" if organisation else "begin-rehearsal", args=[address]),
        "back": reverse("organisation" if organisation else "public", args=[address]),
    }
    return page(request, "workshops/rehearse", context, status)


def days_left(rehearsal: Rehearsal) -> int:
    """In how many days it goes by itself."""
    left = rehearsal.begun_at + KEPT_FOR - timezone.now()
    return max(1, ceil(left / timedelta(days=1)))


def _go_in(
    request: HttpRequest, leader: Leader, address: str, organisation: Organisation | None = None
) -> HttpResponse:
    page_of = reverse("rehearse-first" if organisation else "rehearse", args=[address])
    if leader.of is not None and was_opened(leader.of) and under_way(leader) is None:
        return _page(request, leader, address, organisation, BEGUN_ALREADY, 409)
    try:
        rehearsal = begin(leader, page_of)
    except TooManyRehearsals as many:
        return _page(request, leader, address, organisation, str(many), 409)
    except Refusal as refusal:
        return _page(request, leader, address, organisation, refusal.sentence, 409)
    except Fault as fault:
        return _page(request, leader, address, organisation, str(fault), 503)
    assert rehearsal.leader is not None
    response = redirect("room", address=rehearsal.workshop.address)
    who_is_here.remember(response, rehearsal.workshop, rehearsal.leader)
    return response


@require_safe
@ensure_csrf_cookie
def about_to_throw_away(request: HttpRequest, address: str) -> HttpResponse:
    """Asks once before a rehearsal is thrown away."""
    rehearsal = _own(request, address)
    context = {"workshop": rehearsal.workshop, "back": rehearsal.begun_from}
    return page(request, "workshops/throw_away", context)


@button
def throw_it_away(request: HttpRequest, address: str) -> HttpResponse:
    """Throw a rehearsal away, wholly."""
    rehearsal = _own(request, address)
    throw_away(rehearsal.pk)
    response = redirect(f"{rehearsal.begun_from}?thrown")
    who_is_here.forget(response, rehearsal.workshop)
    return response


def _own(request: HttpRequest, address: str) -> Rehearsal:
    """The rehearsal at an address, for who leads it, on whichever device of theirs.

    Raises:
        Http404: for everybody else, and where it is none.
    """
    workshop = doors.workshop_or_rehearsal_at(address)
    if (rehearsal := workshop.as_rehearsal) is None:
        raise Http404
    in_it = who_is_here.person_of(request, workshop)
    is_account = rehearsal.account is not None and rehearsal.account == request.user
    is_person = (
        rehearsal.of is not None
        and rehearsal.person is not None
        and who_is_here.person_of(request, rehearsal.of) == rehearsal.person
    )
    if not (is_account or is_person or (in_it is not None and in_it == rehearsal.leader)):
        raise Http404
    return rehearsal
