"""The pages of a notice for its writers, and what leads people to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from footpath.accounts.models import Account
from footpath.method import Refusal
from footpath.notices import calendar as calendars
from footpath.notices import states
from footpath.notices.convening import page
from footpath.notices.editing import Editing, with_guess, with_row, without_row
from footpath.notices.filling import asides, marked, settled
from footpath.notices.models import Notice, SeenBy, State
from footpath.notices.rights import may_write, organisation_of
from footpath.notices.seeing import may_see_where
from footpath.notices.showing import announced, has_place, notice_of
from footpath.organisations.models import Organisation
from footpath.organisations.rights import ensure, visitor_of
from footpath.record.writing import Fault
from footpath.registering.models import Registration
from footpath.workshops import doors
from footpath.workshops.qr import qr


def _visible(request: HttpRequest, address: str) -> Notice:
    """The notice of an address, for whoever may see it.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    found = notice_of(request, doors.workshop_at(address))
    if found is None:
        raise Http404
    return found


def _written(request: HttpRequest, address: str) -> Notice:
    """The notice of an address, for its writers.

    Raises:
        Http404: for everybody else.
    """
    found = _visible(request, address)
    ensure(may_write(visitor_of(request), found))
    return found


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, address: str) -> HttpResponse:
    """The form of a notice."""
    found = _written(request, address)
    ensure(found.state not in (State.CANCELLED, State.CLOSED))
    is_fixed = found.state != State.DRAFT and states.was_opened(found.workshop)
    if request.method == "GET":
        return _form(request, found, Editing(found, is_fixed=is_fixed))
    if (answered := request.POST.get("answered", "")).isdecimal() and len(answered) < 5:
        asked = found.reading.get("questions", [])
        if int(answered) < len(asked):
            found.reading = settled(found.reading, asked[int(answered)]["about"], int(answered))
    data, at = _rearranged(request, found)
    editing = Editing(found, is_fixed=is_fixed, data=data)
    if at in ("sittings", "studies"):
        return _form(request, found, editing)
    return _keep(request, found, editing, at)


def _rearranged(request: HttpRequest, found: Notice) -> tuple[Any, str]:
    """What was typed, after a row was asked for or taken out or a guess taken, and where on the page that was."""
    data = request.POST
    if (prefix := data.get("add")) in ("sittings", "studies"):
        return with_row(data, prefix), prefix
    prefix, _, number = data.get("remove", "").partition(":")
    if prefix in ("sittings", "studies") and number.isdecimal() and len(number) < 5:
        return without_row(data, prefix, int(number)), prefix
    if choice := data.get("take"):
        return with_guess(data, found, choice), f"in-{choice.partition(':')[0]}"
    return data, ""


def _keep(request: HttpRequest, found: Notice, editing: Editing, at: str) -> HttpResponse:
    assert isinstance(request.user, Account)
    if not editing.is_valid():
        return _form(request, found, editing, 400)
    try:
        editing.keep(request.user)
        if request.POST.get("do") == "publish":
            states.publish(found)
            return redirect("public", address=found.workshop.address)
    except (Refusal, Fault) as no:
        editing.form.add_error(None, no.sentence if isinstance(no, Refusal) else str(no))
        return _form(request, found, editing, 400)
    except states.NotYet as not_yet:
        return _form(request, found, Editing(found, is_fixed=False), 400, not_yet.missing)
    if found.state != State.DRAFT:
        return redirect("public", address=found.workshop.address)
    return redirect(f"{reverse('notice', args=[found.workshop.address])}?saved{'#' if at else ''}{at}")


def _form(
    request: HttpRequest, found: Notice, editing: Editing, status: int = 200, missing: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "notice": found, "workshop": found.workshop, "organisation": organisation_of(found), "editing": editing,
        "form": editing.form, "sittings": editing.sittings, "studies": editing.studies, "asides": asides(found),
        "marked": marked(found) if found.pasted else "", "missing": missing or {}, "wrongs": editing.wrongs(),
        "is_draft": found.state == State.DRAFT, "saved": "saved" in request.GET and status == 200,
        "convenors": list(found.convenors.all()),
    }  # fmt: skip
    return page(request, "notice", context, status)


@require_POST
def publish(request: HttpRequest, address: str) -> HttpResponse:
    """Publish a draft as it is stored; what is missing is asked for on its form."""
    found = _written(request, address)
    try:
        states.publish(found)
    except states.NotYet as not_yet:
        return _form(request, found, Editing(found, is_fixed=False), 400, not_yet.missing)
    except (Refusal, Fault) as no:
        sentence = no.sentence if isinstance(no, Refusal) else str(no)
        return _form(request, found, Editing(found, is_fixed=False), 400, {"title": sentence})
    return redirect("public", address=address)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, address: str) -> HttpResponse:
    """Say that it does not take place, and why; everybody who registered is told."""
    found = _written(request, address)
    ensure(found.state in (State.PUBLISHED, State.CANCELLED))
    if found.state == State.CANCELLED:
        return redirect("public", address=address)
    reason = request.POST.get("reason", "").strip()
    wrong = ""
    if request.method == "POST":
        if not reason:
            wrong = "Say why, in a sentence: everybody who registered reads it."
        elif len(reason) > 2000:
            wrong = "That is longer than 2,000 characters. Say it in a few sentences."
        else:
            states.cancel(found, reason)
            return redirect("public", address=address)
    told = Registration.objects.filter(workshop=found.workshop).exclude(email="").exclude(state="not coming").count()
    context = {"notice": found, "workshop": found.workshop, "wrong": wrong, "reason": reason, "told": told}
    return page(request, "cancel", context, 400 if wrong else 200)


@require_POST
def close(request: HttpRequest, address: str) -> HttpResponse:
    """Close a workshop that was held."""
    states.close(_written(request, address))
    return redirect("public", address=address)


@require_GET
def share(request: HttpRequest, address: str) -> HttpResponse:
    """What to pass on: the notice's link, the code, a sentence, and the notice on paper."""
    found = _written(request, address)
    ensure(found.state != State.DRAFT)
    base = doors.base_url(request)
    link = base + reverse("public", args=[address])
    where = f"type {found.workshop.readable_code} at {base}{reverse('code')}"
    context = {
        "notice": found, "workshop": found.workshop, "link": link, "qr": qr(link), "code_page": base + reverse("code"),
        "sentence": f"{found.workshop.title}: {link}" + (f" (or {where})" if found.drop_in else ""),
        "feed": reverse("feed", args=[found.workshop.policy.organisation.address]) if found.workshop.policy else "",
    }  # fmt: skip
    return page(request, "share", context)


@require_GET
def printed(request: HttpRequest, address: str) -> HttpResponse:
    """The notice on a sheet of A4, with a QR code that leads back to it."""
    found = _visible(request, address)
    context = announced(request, found)
    return page(request, "printed", {**context, "qr": qr(context["link"])})


@require_GET
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """Its sittings as a calendar file."""
    found = _visible(request, address)
    ensure(found.state != State.DRAFT)
    sees = may_see_where(visitor_of(request), found, registered=has_place(request, found))
    made = calendars.for_public(found, SeenBy(found.where_seen_by) if sees else SeenBy.EVERYONE)
    return _calendar_file(made, found.workshop.address)


@require_GET
def feed(request: HttpRequest, address: str) -> HttpResponse:
    """What an organisation announces, for calendars that subscribe to it."""
    organisation = get_object_or_404(Organisation, address=address)
    notices = Notice.objects.filter(workshop__policy__organisation=organisation).exclude(state=State.DRAFT)
    made = calendars.feed(organisation.name, notices.select_related("workshop__policy").order_by("-published_at")[:200])
    return _calendar_file(made, organisation.address)


def _calendar_file(made: bytes, name: str) -> HttpResponse:
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    response["Cache-Control"] = "no-store"
    return response
