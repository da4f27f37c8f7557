"""The pages of a notice for its writers, and what leads people to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from footpath.accounts.models import Account
from footpath.meanwhile.sharing import held, is_still
from footpath.method import Refusal
from footpath.notices import calendar as calendars
from footpath.notices import states
from footpath.notices.convening import page
from footpath.notices.editing import Editing, form_of, of_reading, with_guess, with_row, without_row
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

CHANGED_SINCE = "It was changed after you opened the page. Look at it once more, and publish it from here."
OVER = (State.CANCELLED, State.CLOSED)
ADDED = ("sittings", "studies")
"""The lists to which a row is added, and from which one is taken, without anything being kept."""


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
    if request.method == "POST":
        return _sent(request, found)
    ensure(found.state not in OVER)
    return _form(request, found, Editing(found, is_fixed=_is_fixed(found)))


def _is_fixed(found: Notice) -> bool:
    """Whether minutes and words stay as they are, because the flipchart was opened."""
    return found.state != State.DRAFT and states.was_opened(found.workshop)


def _too_late(request: HttpRequest, found: Notice) -> HttpResponse:
    """It was cancelled or closed while they wrote: nothing is stored, and what they wrote is there to be copied."""
    editing = Editing(found, is_fixed=_is_fixed(found), data=request.POST, final=False)
    editing.sharing.clashes, editing.sharing.news = [], []
    state = found.get_state_display().lower()  # pyright: ignore[reportAttributeAccessIssue]
    editing.form.add_error(None, f"It was {state} while you were writing, so nothing in it changes any more.")
    return _form(request, found, editing, 409)


def _sent(request: HttpRequest, found: Notice) -> HttpResponse:
    """What was sent is settled with what others saved meanwhile, and kept while nobody else's is."""
    with held(request, found) as one:
        if one.state in OVER:
            return _too_late(request, one)
        reading, pressed = of_reading(one), bool({"answered", "take"} & {*request.POST})
        old = pressed and not is_still(form_of(one), request.POST, reading)
        data, at = _rearranged(request, one, old=old)
        editing = Editing(one, is_fixed=_is_fixed(one), data=data, final=at not in ADDED)
        editing.sharing.news += [reading.sentence] if old else []
        ready = editing.sharing.is_settled and editing.is_valid()
        if ready:
            assert isinstance(request.user, Account)
            editing.keep(request.user)
    if at in ADDED:
        return _form(request, one, editing)
    if ready:
        return _move_on(request, one, editing, at)
    return _form(request, one, editing, 400 if editing.wrongs() else editing.sharing.status)


def _rearranged(request: HttpRequest, found: Notice, *, old: bool) -> tuple[Any, str]:
    """What was typed, after a row was asked for or taken out or a guess taken, and where on the page that was.

    Of an old page's questions and guesses the numbers are another's, and nothing is taken by them.
    """
    data = request.POST
    if (answered := data.get("answered", "")).isdecimal() and len(answered) < 5 and not old:
        asked = found.reading.get("questions", [])
        if int(answered) < len(asked):
            found.reading = settled(found.reading, asked[int(answered)]["about"], int(answered))
    if (prefix := data.get("add")) in ("sittings", "studies"):
        return with_row(data, prefix), prefix
    prefix, _, number = data.get("remove", "").partition(":")
    if prefix in ("sittings", "studies") and number.isdecimal() and len(number) < 5:
        return without_row(data, prefix, int(number)), prefix
    if (choice := data.get("take")) and not old:
        return with_guess(data, found, choice), f"in-{choice.partition(':')[0]}"
    return data, ""


def _move_on(request: HttpRequest, found: Notice, editing: Editing, at: str) -> HttpResponse:
    """It is stored: what follows from that, and on to the next page."""
    try:
        if found.state != State.DRAFT:
            states.keep_plan(found)
        if request.POST.get("do") == "publish":
            states.publish(found)
            return redirect("public", address=found.workshop.address)
    except (Refusal, Fault) as no:
        editing.form.add_error(None, no.sentence if isinstance(no, Refusal) else str(no))
        return _form(request, found, editing, 400)
    except states.NotYet as not_yet:
        return _form(request, found, Editing(found, is_fixed=False), 400, not_yet.missing)
    on = redirect(f"{reverse('notice', args=[found.workshop.address])}?saved{'#' if at else ''}{at}")
    if found.state != State.DRAFT:
        on = redirect("public", address=found.workshop.address)
    return editing.sharing.kept(request, on)


def _form(
    request: HttpRequest, found: Notice, editing: Editing, status: int = 200, missing: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "notice": found, "workshop": found.workshop, "organisation": organisation_of(found), "editing": editing,
        "form": editing.form, "sittings": editing.sittings, "studies": editing.studies, "asides": asides(found),
        "marked": marked(found) if found.pasted else "", "missing": missing or {}, "wrongs": editing.wrongs(),
        "is_draft": found.state == State.DRAFT, "saved": "saved" in request.GET and status == 200,
        "convenors": list(found.convenors.all()), "sharing": editing.sharing,
    }  # fmt: skip
    return page(request, "notice", context, status)


@require_POST
def publish(request: HttpRequest, address: str) -> HttpResponse:
    """Publish a draft as it was shown; what is missing is asked for on its form."""
    found = _written(request, address)
    if found.state == State.DRAFT and request.POST.get("seen") != found.wording:
        editing = Editing(found, is_fixed=False)
        editing.sharing.news.append(CHANGED_SINCE)
        return _form(request, found, editing, editing.sharing.status)
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
    reason = request.POST.get("reason", "").strip()
    if found.state == State.CANCELLED and not reason:
        return redirect("public", address=address)
    wrong = ""
    if request.method == "POST":
        if not reason:
            wrong = "Say why, in a sentence: everybody who registered reads it."
        elif len(reason) > 2000:
            wrong = "That is longer than 2,000 characters. Say it in a few sentences."
        elif states.cancel(found, reason) or found.cancelled_because == reason:
            return redirect("public", address=address)
        else:
            found.refresh_from_db()
            wrong = f"It was cancelled already, and everybody was told: {found.cancelled_because}"
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
