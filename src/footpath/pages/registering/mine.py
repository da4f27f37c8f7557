"""One's own page: what somebody said when they registered, changing it, not coming, and the
way into the room.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from footpath import mail
from footpath.meanwhile.form_parts import Fields
from footpath.meanwhile.sharing import Sharing
from footpath.method import Flipchart, Refusal
from footpath.notices import calendar_files as calendars
from footpath.notices import states
from footpath.notices.models import Notice
from footpath.notices.models import State as NoticeState
from footpath.notices.when import hour_of, sittings_of, when_of
from footpath.pages.accounts.views import sent
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.private import page
from footpath.pages.registering import own_device
from footpath.pages.registering.forms import RegisteringForm
from footpath.pages.registering.two_here import both_of
from footpath.pages.registering.views import announced
from footpath.pages.registering.whose import here_of
from footpath.pages.research import consent_forms
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.qr import qr
from footpath.pages.workshops.views import who_leads
from footpath.record.writer import Fault
from footpath.registering import joining, personal_links, places, registrations
from footpath.registering.about import letters_before
from footpath.registering.models import Question, Registration
from footpath.registering.shown_out import is_awaited
from footpath.registering.where_held import where_for
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops import doors

State = Registration.State


@require_safe
@ensure_csrf_cookie
def mine(request: HttpRequest, address: str) -> HttpResponse:
    """One's own page; each of its buttons is in `mine_buttons`."""
    workshop = doors.workshop_at(address)
    if (taken := own_device.taken_over(request, workshop)) is not None:
        return page(request, "registering/taken_over", {"workshop": workshop, "here": taken}, 404)
    return shown(request, announced(workshop), own_device.registration_or_404(request, workshop))


def why_not(notice: Notice, registration: Registration, now: datetime) -> str:
    """Why they cannot say that they come after all, in a sentence; empty where they can."""
    erased = "What you said when you registered was deleted. Register again if you want to come."
    return registrations.why_not(notice, now) or (
        erased if registration.erased_at is not None else ""
    )


def shown(
    request: HttpRequest, notice: Notice, registration: Registration, wrong: str = ""
) -> HttpResponse:
    """The page, with a sentence on what could not be done."""
    workshop, now = notice.workshop, timezone.now()
    link = personal_links.personal_link(registration, who_is_here.base_url(request))
    opened, closed = rooms().read(workshop.pk, _opened)
    sittings = sittings_of(notice)
    has_place = registration.state == State.COMING
    until, device = registration.offered_until, here_of(request, workshop)
    context: dict[str, Any] = {
        "workshop": workshop, "notice": notice, "here": registration, "wrong": wrong, "link": link,
        "qr": qr(link), "state": State(registration.state).name,
        "when": [when_of(sitting) for sitting in sittings],
        "where": where_for(visitor_of(request), notice, registered=is_awaited(registration)),
        "has_place": has_place,
        "offered_until": hour_of(until, notice) if until is not None else "",
        "did_not_answer": places.did_not_answer(registration),
        "why_not": why_not(notice, registration, now),
        "cancelled": notice.state == NoticeState.CANCELLED,
        "over": states.is_over(notice, now),
        "mail": mail.is_set_up(), "opened": opened and not closed, "closed": closed,
        "may_join": (
            joining.may_join(registration)
            and (not closed or registration.person is not None)
        ),
        "device": device, "both": both_of(device), "one": "one" in request.GET,
        "claimed": "claimed" in request.GET, "told": _told(notice, registration),
        **_research(registration),
    }  # fmt: skip
    return page(request, "registering/mine", context, 400 if wrong else 200)


def _research(registration: Registration) -> dict[str, Any]:
    """Whether any project asks something or was answered, and the first question that is left."""
    forms = consent_forms.forms_of(Giver(registration.workshop, registration, registration.person))
    first = consent_forms.with_questions(forms)
    return {
        "research": forms,
        "changed": any(form.changed_since is not None for form in forms),
        "questions": consent_forms.address_of(first, consent_forms.CameFrom.REGISTERING)
        if first is not None
        else "",
    }


def _opened(chart: Flipchart) -> tuple[bool, bool]:
    return chart.opened, chart.closed


def _told(notice: Notice, registration: Registration) -> list[tuple[str, str]]:
    """What they said, by the question."""
    rows = [
        ("Name", registration.name),
        ("E-mail", registration.email),
        ("Access needs", registration.access_needs),
    ]
    rows += [
        (one.text, registration.answers.get(str(one.pk), ""))
        for one in Question.objects.filter(workshop=notice.workshop)
    ]
    rows.append(
        (
            "An experience I could tell",
            registration.line or "Yes" if registration.could_tell else "",
        )
    )
    rows.append(("Only watching", "Yes" if registration.only_watch else ""))
    return rows


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def change(request: HttpRequest, address: str) -> HttpResponse:
    """Change what was said."""
    workshop = doors.workshop_at(address)
    notice, registration = announced(workshop), own_device.registration_or_404(request, workshop)
    if registration.erased_at is not None:
        return redirect("research", address=address)
    changing = Changing(request, notice, registration)
    offered, form = registration.could_tell, changing.form
    if request.method == "POST" and registrations.change(registration, changing.settled):
        form = changing.form
        try:
            joining.rename(registration)
            if not offered:
                joining.offer_story(registration)
        except (Refusal, Fault) as no:
            form.add_error(None, no.sentence)
        else:
            return changing.sharing.kept(request, redirect("mine", address=address))
    sharing = changing.sharing
    context = {
        "workshop": workshop,
        "notice": notice,
        "here": registration,
        "form": changing.form,
        "sharing": sharing,
    }
    return page(
        request, "registering/change", context, 400 if changing.form.errors else sharing.status
    )


class Changing:
    """The form in which a registration is changed: on several devices of its person, and those who
    prepare the workshop may have corrected the address.
    """

    def __init__(self, request: HttpRequest, notice: Notice, registration: Registration) -> None:
        """As it stands."""
        self._data, self._notice, self._sides = (
            sent(request) or None,
            notice,
            who_leads(notice.workshop)[1],
        )
        self.sharing = self._share(registration, None)
        self.form = self._form(registration, None)

    def _form(self, registration: Registration, data: QueryDict | None) -> RegisteringForm:
        return RegisteringForm(
            data, notice=self._notice, sides=self._sides, initial=_initial(registration)
        )

    def _share(self, registration: Registration, data: QueryDict | None) -> Sharing:
        sharing = Sharing(
            f"registration {registration.pk}",
            lambda: [
                Fields(
                    self._form(registration, None),
                    frozenset({"made_with"}),
                    (("could_tell", "only_watch"),),
                )
            ],
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
    initial: dict[str, Any] = {
        field: getattr(registration, field) for field in registrations.GIVEN if field != "answers"
    }
    return initial | {f"question_{id}": answer for id, answer in registration.answers.items()}


@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """A file for one's own calendar."""
    workshop = doors.workshop_at(address)
    notice, registration = announced(workshop), own_device.registration_or_404(request, workshop)
    link = personal_links.personal_link(registration, who_is_here.base_url(request))
    invited = calendars.Invited(
        registration.email,
        registration.name,
        link,
        is_awaited(registration),
        letters_before(registration),
        registration.entry,
    )
    response = HttpResponse(
        calendars.own(notice, invited), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="workshop.ics"'
    response["Cache-Control"] = "no-store"
    return response
