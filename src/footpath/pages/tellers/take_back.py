"""Taking words back, with the copies of them that stand elsewhere: shown first, then all
of it at once (E10).
"""

from urllib.parse import urlencode

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods
from msgspec import Struct

from footpath.limits.numbers import number_in
from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.threads import Edition
from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.own_words.taking_back import TakeBack, goes_back, whose_title_goes
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import Experience, Moment
from footpath.pages.private import page, private
from footpath.pages.tellers.own import ask, own_pages
from footpath.pages.workshops import who_is_here
from footpath.publishing.copied_into import CopiedInto, places_of
from footpath.publishing.knots import Knot, Knots
from footpath.record.others_first import with_rests
from footpath.record.writer import Fault
from footpath.research.kept_back import number_of
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


class Going(Struct, frozen=True, kw_only=True):
    """What goes when somebody takes something back, and where copies of it stand."""

    knot: Knot | None
    is_story: bool
    moments: int
    others: bool
    """Whether moments stand in the story that stay their authors' (E6)."""
    stays: bool
    """Whether the story itself stays, because others tell in it too (E8)."""
    title: bool
    """Whether its title goes, with when it was, because they worded it."""
    places: tuple[CopiedInto, ...]


def going(chart: Flipchart, about: int, person: int) -> Going:
    """What would go, and the places that the person may read in which copies stand.

    Raises:
        Refusal: when it is not theirs to take back.
    """
    ids = goes_back(chart, about, person)
    thing = chart.found_by(about, person) or chart.things[ids[0]]
    titled = whose_title_goes(chart, about, person)
    inside = (
        [chart.things[id] for id in thing.moments if id not in ids]
        if isinstance(thing, Experience)
        else []
    )
    return Going(
        knot=Knots(chart, Edition.TOOK_PART).knot(thing.id),
        is_story=isinstance(thing, Experience),
        moments=(
            sum(isinstance(chart.things[id], Moment) for id in ids)
            if isinstance(thing, Experience)
            else 0
        ),
        stays=isinstance(thing, Experience) and thing.id not in ids,
        title=(
            isinstance(thing, Experience)
            and thing.id not in ids
            and bool(worded_of_the_title(thing, person))
        ),
        others=any(moment.stands and chart.may_read(moment, person) for moment in inside),
        places=places_of(
            chart, with_rests(copies_of(chart, ids, [titled] if titled else [], person)), person
        ),
    )


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def take_back(request: HttpRequest, address: str, thing: str) -> HttpResponse:
    """What goes, and where copies stand; then all of it, in one command."""
    workshop, registration, person = own_pages(request, address)
    about = _number(thing)
    if request.method == "POST":
        ticked = request.POST.getlist("stand")
        try:
            stand = [number_of(id) for id in ticked]
            ask(workshop, person, TakeBack, about=about, let_stand=stand)
        except (Refusal, Fault) as no:
            # to show the copies again everything would be looked through once more
            again = f"{request.path}?{urlencode({'stand': ticked}, doseq=True)}"
            return _nothing(request, workshop, no.sentence, again)
        return redirect(f"{reverse('my-words', args=[address])}?done=taken-back")
    shown = rooms().readings.look_through(
        workshop.pk, person, lambda chart: _going(chart, about, person)
    )
    if isinstance(shown, str):
        return _nothing(request, workshop, shown)
    context = {
        "workshop": workshop,
        "registration": registration,
        "going": shown,
        "about": about,
        "stand": [id for id in map(number_in, request.GET.getlist("stand")) if id is not None],
    }
    return page(request, "tellers/take_back", context)


def _nothing(request: HttpRequest, workshop: Workshop, wrong: str, again: str = "") -> HttpResponse:
    """Nothing was taken back, and why; with the way to look again, where they had looked."""
    context = {"workshop": workshop, "wrong": wrong, "again": again}
    return page(request, "tellers/nothing_to_take_back", context, 409)


@require_GET
def copies(request: HttpRequest, address: str, thing: str) -> HttpResponse:
    """The places where copies stand, for the room's own dialog: only those that
    the person may read.
    """
    workshop = doors.workshop_or_rehearsal_at(address)
    about, person = _number(thing), who_is_here.person_or_404(request, workshop)
    shown = rooms().readings.look_through(
        workshop.pk, person, lambda chart: _going(chart, about, person)
    )
    if isinstance(shown, str):
        return private(JsonResponse({"why": shown}, status=409))
    return private(JsonResponse({"places": msgspec.to_builtins(shown.places)}))


def _number(text: str) -> int:
    try:
        return number_of(text)
    except Refusal:
        raise Http404 from None


def _going(chart: Flipchart, about: int, person: int) -> Going | str:
    try:
        return going(chart, about, person)
    except Refusal as no:
        return no.sentence
