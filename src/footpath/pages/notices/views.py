"""The pages of a notice for its writers, and what leads people to it."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from footpath.notices import calendar_files as calendars
from footpath.notices import states
from footpath.notices.models import Notice, SeenBy, State
from footpath.organisations.models import Organisation
from footpath.pages.notices.notice_form import visible, written
from footpath.pages.notices.notice_page import announced, has_place
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.qr import qr
from footpath.registering.models import Registration
from footpath.registering.where_held import may_see_where


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, address: str) -> HttpResponse:
    """Say that it does not take place, and why; everybody who registered is told."""
    found = written(request, address)
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
    registered = (
        Registration.objects.filter(workshop=found.workshop)
        .exclude(email="")
        .exclude(state="not coming")
    )
    told = registered.aggregate(addresses=Count("address", distinct=True))["addresses"]
    context = {
        "notice": found,
        "workshop": found.workshop,
        "wrong": wrong,
        "reason": reason,
        "told": told,
    }
    return page(request, "notices/cancel", context, 400 if wrong else 200)


@require_POST
def close(request: HttpRequest, address: str) -> HttpResponse:
    """Close a workshop that was held."""
    states.close(written(request, address))
    return redirect("public", address=address)


@require_GET
def share(request: HttpRequest, address: str) -> HttpResponse:
    """What to pass on: the notice's link, the code, a sentence, and the notice on paper."""
    found = written(request, address)
    ensure(found.state != State.DRAFT)
    base = who_is_here.base_url(request)
    link = base + reverse("public", args=[address])
    where = f"type {found.workshop.readable_code} at {base}{reverse('code')}"
    context = {
        "notice": found,
        "workshop": found.workshop,
        "link": link,
        "qr": qr(link),
        "code_page": base + reverse("code"),
        "sentence": f"{found.workshop.title}: {link}" + (f" (or {where})" if found.drop_in else ""),
        "feed": (
            reverse("feed", args=[found.workshop.policy.organisation.address])
            if found.workshop.policy
            else ""
        ),
    }
    return page(request, "notices/share", context)


@require_GET
def printed(request: HttpRequest, address: str) -> HttpResponse:
    """The notice on a sheet of A4, with a QR code that leads back to it."""
    found = visible(request, address)
    context = announced(request, found)
    return page(request, "notices/printed", {**context, "qr": qr(context["link"])})


@require_GET
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """Its sittings as a calendar file."""
    found = visible(request, address)
    ensure(found.state != State.DRAFT)
    sees = may_see_where(visitor_of(request), found, registered=has_place(request, found))
    made = calendars.for_public(found, SeenBy(found.where_seen_by) if sees else SeenBy.EVERYONE)
    return _calendar_file(made, found.workshop.address)


@require_GET
def feed(request: HttpRequest, address: str) -> HttpResponse:
    """What an organisation announces, for calendars that subscribe to it."""
    organisation = get_object_or_404(Organisation, address=address)
    notices = Notice.objects.filter(workshop__policy__organisation=organisation).exclude(
        state=State.DRAFT
    )
    made = calendars.feed(
        organisation.name,
        notices.select_related("workshop__policy").order_by("-published_at")[:200],
    )
    return _calendar_file(made, organisation.address)


def _calendar_file(made: bytes, name: str) -> HttpResponse:
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    response["Cache-Control"] = "no-store"
    return response
