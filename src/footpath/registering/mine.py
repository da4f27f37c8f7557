"""One's own page: what somebody said when they registered, changing it, not coming, and the way into the room."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from footpath import mail
from footpath.accounts.views import sent
from footpath.meanwhile.parts import Fields
from footpath.meanwhile.sharing import Sharing
from footpath.method import Flipchart, Refusal
from footpath.notices import calendar as calendars
from footpath.notices.hours import hour_of, sittings_of, when_of
from footpath.notices.models import Notice
from footpath.notices.models import State as NoticeState
from footpath.notices.seeing import where_for
from footpath.organisations.rights import visitor_of
from footpath.record.writing import Fault
from footpath.registering import coming, joining, links, places
from footpath.registering.about import letters_before
from footpath.registering.forms import RegisteringForm
from footpath.registering.models import Question, Registration
from footpath.registering.shown_out import is_awaited
from footpath.registering.two_here import both_of
from footpath.registering.views import announced, page
from footpath.registering.whose import TwoAreHere, choose, here_of
from footpath.research import asking
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.devices import forget_device
from footpath.workshops.models import Workshop
from footpath.workshops.qr import qr
from footpath.workshops.views import people_of, who_leads

State = Registration.State


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def mine(request: HttpRequest, address: str) -> HttpResponse:
    """One's own page, and what can be done there by one button."""
    workshop = doors.workshop_at(address)
    notice, registration = announced(workshop), links.registration_or_404(request, workshop)
    if request.method == "GET":
        return _page(request, notice, registration)
    try:
        return _do(request, notice, registration)
    except (Refusal, Fault) as no:
        return _page(request, notice, registration, no.sentence if isinstance(no, Refusal) else str(no))


def _do(request: HttpRequest, notice: Notice, registration: Registration) -> HttpResponse:
    """What a button of the page asks for.

    Raises:
        Http404: where there is no such button.
        Refusal: when it cannot be done, in a sentence.
    """
    workshop, asked, now = notice.workshop, request.POST.get("do", ""), timezone.now()
    here = here_of(request, workshop)
    response = redirect("mine", address=workshop.address)
    if asked == "come":
        if why_not := _why_not(notice, registration, now):
            raise Refusal(why_not)
        coming.come(registration, now)
    elif asked == "stay-away":
        coming.stay_away(registration, now)
    elif asked == "join":
        if here.are_two:
            raise TwoAreHere(here)
        return _join(workshop, registration)
    elif asked in ("came-in", "registered"):
        return choose(request, here, registered=asked == "registered")
    elif asked == "change-link":
        links.change_link(registration)
        links.remember(response, registration)
        if registration.person is not None and here.person == registration.person:
            doors.remember(response, doors.workshop_at(workshop.address), registration.person)
    elif asked == "leave":
        response = redirect("public", address=workshop.address)
        links.forget(response, workshop)
        doors.forget(response, workshop)
        forget_device(response)
    else:
        raise Http404
    return response


def _why_not(notice: Notice, registration: Registration, now: datetime) -> str:
    """Why they cannot say that they come after all, in a sentence; empty where they can."""
    erased = "What you said when you registered was deleted. Register again if you want to come."
    return coming.why_not(notice, now) or (erased if registration.erased_at is not None else "")


def _join(workshop: Workshop, registration: Registration) -> HttpResponse:
    if not joining.may_join(registration):
        raise Refusal("You have no place just now. You can come in once you have one.")
    first = registration.person is None
    person = joining.join(registration)
    if all(known.id != person for known in people_of(workshop)):
        raise Refusal("You were shown out of this workshop. Write to whoever facilitates it.")
    asked = asking.on_arriving(Giver(workshop, registration, person), again=not first)
    response = redirect(asked or reverse("room", args=[workshop.address]))
    doors.remember(response, workshop, person)
    return response


def _page(request: HttpRequest, notice: Notice, registration: Registration, wrong: str = "") -> HttpResponse:
    workshop, now = notice.workshop, timezone.now()
    link = links.personal_link(registration, doors.base_url(request))
    opened, closed = rooms().read(workshop.pk, _opened)
    sittings = sittings_of(notice)
    has_place = registration.state == State.COMING
    until, device = registration.offered_until, here_of(request, workshop)
    context: dict[str, Any] = {
        "workshop": workshop, "notice": notice, "here": registration, "wrong": wrong, "link": link, "qr": qr(link),
        "state": State(registration.state).name, "when": [when_of(sitting) for sitting in sittings],
        "where": where_for(visitor_of(request), notice, registered=is_awaited(registration)), "has_place": has_place,
        "offered_until": hour_of(until, notice) if until is not None else "",
        "did_not_answer": places.did_not_answer(registration), "why_not": _why_not(notice, registration, now),
        "cancelled": notice.state == NoticeState.CANCELLED, "over": coming.is_over(notice, now),
        "mail": mail.is_set_up(), "opened": opened and not closed, "closed": closed,
        "may_join": joining.may_join(registration) and (not closed or registration.person is not None),
        "device": device, "both": both_of(device), "one": "one" in request.GET,
        "claimed": "claimed" in request.GET, "told": _told(notice, registration), **_research(registration),
    }  # fmt: skip
    return page(request, "mine", context, 400 if wrong else 200)


def _research(registration: Registration) -> dict[str, Any]:
    """Whether any project asks something or was answered, and the first question that is left."""
    forms = asking.forms_of(Giver(registration.workshop, registration, registration.person))
    first = asking.with_questions(forms)
    return {
        "research": forms,
        "changed": any(form.changed_since is not None for form in forms),
        "questions": asking.address_of(first, asking.Way.REGISTERING) if first is not None else "",
    }


def _opened(chart: Flipchart) -> tuple[bool, bool]:
    return chart.opened, chart.closed


def _told(notice: Notice, registration: Registration) -> list[tuple[str, str]]:
    """What they said, by the question."""
    rows = [("Name", registration.name), ("E-mail", registration.email), ("Access needs", registration.access_needs)]
    rows += [
        (one.text, registration.answers.get(str(one.pk), ""))
        for one in Question.objects.filter(workshop=notice.workshop)
    ]
    rows.append(("An experience I could tell", registration.line or "Yes" if registration.could_tell else ""))
    rows.append(("Only watching", "Yes" if registration.only_watch else ""))
    return rows


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def change(request: HttpRequest, address: str) -> HttpResponse:
    """Change what was said."""
    workshop = doors.workshop_at(address)
    notice, registration = announced(workshop), links.registration_or_404(request, workshop)
    if registration.erased_at is not None:
        return redirect("research", address=address)
    changing = Changing(request, notice, registration)
    offered, form = registration.could_tell, changing.form
    if request.method == "POST" and coming.change(registration, changing.settled, timezone.now()):
        form = changing.form
        try:
            joining.rename(registration)
            if not offered:
                joining.offer_story(registration)
        except (Refusal, Fault) as no:
            form.add_error(None, no.sentence if isinstance(no, Refusal) else str(no))
        else:
            return changing.sharing.kept(request, redirect("mine", address=address))
    sharing = changing.sharing
    context = {
        "workshop": workshop, "notice": notice, "here": registration, "form": changing.form, "sharing": sharing,
    }  # fmt: skip
    return page(request, "change", context, 400 if changing.form.errors else sharing.status)


class Changing:
    """The form in which a registration is changed: on several devices of its person, and those who prepare the workshop
    may have corrected the address."""

    def __init__(self, request: HttpRequest, notice: Notice, registration: Registration) -> None:
        """As it stands."""
        self._data, self._notice, self._sides = sent(request) or None, notice, who_leads(notice.workshop)[1]
        self.sharing = self._share(registration, None)
        self.form = self._form(registration, None)

    def _form(self, registration: Registration, data: QueryDict | None) -> RegisteringForm:
        return RegisteringForm(data, notice=self._notice, sides=self._sides, initial=_initial(registration))

    def _share(self, registration: Registration, data: QueryDict | None) -> Sharing:
        sharing = Sharing(
            f"registration {registration.pk}",
            lambda: [Fields(self._form(registration, None), frozenset({"made_with"}), (("could_tell", "only_watch"),))],
            data,
        )
        sharing.is_nameless = True
        return sharing

    def settled(self, held: Registration) -> dict[str, Any] | None:
        """What is to be stored, of a registration that is held; None where that is not settled."""
        if self._data is None:
            return None
        self.sharing = self._share(held, self._data)
        self.form = self._form(held, self.sharing.data)
        return self.form.given() if self.form.is_valid() and self.sharing.is_settled else None


def _initial(registration: Registration) -> dict[str, Any]:
    initial: dict[str, Any] = {field: getattr(registration, field) for field in coming.GIVEN if field != "answers"}
    return initial | {f"question_{id}": answer for id, answer in registration.answers.items()}


@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """A file for one's own calendar."""
    workshop = doors.workshop_at(address)
    notice, registration = announced(workshop), links.registration_or_404(request, workshop)
    link = links.personal_link(registration, doors.base_url(request))
    invited = calendars.Invited(
        registration.email, registration.name, link, is_awaited(registration), letters_before(registration)
    )
    response = HttpResponse(calendars.own(notice, invited), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="workshop.ics"'
    response["Cache-Control"] = "no-store"
    return response
