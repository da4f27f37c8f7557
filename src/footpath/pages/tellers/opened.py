"""Who may read my words beneath the lines of the outline: moment by moment, or for
the whole story (O5).
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from footpath.limits.numbers import number_in
from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.threads import Edition
from footpath.method.flipchart.whose_own import is_ones_own
from footpath.method.lines.opening import OpenWords, holds
from footpath.method.things.story_titles import left_with_their_title
from footpath.method.things.things import AUTHORED, Experience, Moment, Note, NoteKind, Thing
from footpath.pages.private import page
from footpath.pages.tellers.own import ask, own_pages
from footpath.publishing.knots import Knot, Knots
from footpath.record.writer import Fault
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

READERS = {
    Edition.TOOK_PART: "Those who took part",
    Edition.MEMBERS: "Members",
    Edition.EVERYONE: "Everyone",
}
NOT_OPENED = frozenset({NoteKind.MEMO, NoteKind.OPEN_QUESTION, NoteKind.NOT_QUITE})
"""A memo is its writer's alone, an open question is a line, and a "not quite" goes as far as the
words it is about.
"""


class Mine(Struct, frozen=True, kw_only=True):
    """Something that I said, how far I opened it, and how far at most somebody lets it go."""

    id: int
    knot: Knot
    chosen: str
    narrowed: str
    unnamed: bool
    moments: int = 0
    """Of a story: how many moments of mine open with it."""
    in_story: bool = False


def mine(chart: Flipchart, person: int) -> list[Mine]:
    """What of somebody's everybody at the workshop sees; each story before its moments."""
    knots = Knots(chart, Edition.TOOK_PART)
    stories = [
        t for t in chart.things.values() if isinstance(t, Experience) and _is_theirs(t, person)
    ]
    order: list[Thing] = [
        one for story in stories for one in (story, *(chart.things[id] for id in story.moments))
    ]
    order += [
        thing
        for thing in chart.things.values()
        if isinstance(thing, AUTHORED) and thing not in order
    ]
    return [
        _mine(chart, thing, person, knot)
        for thing in order
        if _is_theirs(thing, person) and holds(chart, thing, Edition.TOOK_PART)
        if (knot := knots.knot(thing.id)) is not None
    ]


def _is_theirs(thing: Thing, person: int) -> bool:
    if isinstance(thing, Note) and thing.kind in NOT_OPENED:
        return False
    titled = isinstance(thing, Experience) and person in left_with_their_title(thing)
    return titled or is_ones_own(thing, person)


def _mine(chart: Flipchart, thing: Thing, person: int, knot: Knot) -> Mine:
    chosen = chart.threads.opened.get(thing.id, {}).get(person, Edition.TOOK_PART)
    cap = chart.threads.narrowed.get(thing.id, Edition.EVERYONE)
    told = [chart.things[id] for id in thing.moments] if isinstance(thing, Experience) else []
    return Mine(
        id=thing.id,
        knot=knot,
        chosen=chosen.value,
        narrowed=READERS[cap] if cap.width < chosen.width else "",
        unnamed=chart.is_nameless(thing),
        in_story=isinstance(thing, Moment),
        moments=sum(
            one.by == person and one.stands and not one.unnamed and chart.may_read(one, None)
            for one in told
        ),
    )


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def opened(request: HttpRequest, address: str) -> HttpResponse:
    """What I said, and who may read it."""
    workshop, registration, person = own_pages(request, address)
    if request.method == "POST":
        about = _open(request, workshop, person)
        return redirect(f"{reverse('my-opened', args=[address])}#thing-{about}")
    shown = rooms().read_own(workshop.pk, person, lambda chart: mine(chart, person))
    readers = [(edition.value, words) for edition, words in READERS.items()]
    if workshop.policy is None:  # a workshop that was made by link alone has no members
        readers = [one for one in readers if one[0] != Edition.MEMBERS.value]
    return page(
        request,
        "tellers/opened",
        {"workshop": workshop, "registration": registration, "mine": shown, "readers": readers},
    )


def _open(request: HttpRequest, workshop: Workshop, person: int) -> int:
    about, to = number_in(request.POST.get("about")), request.POST.get("to", "")
    if about is None or to not in list(Edition):
        raise Http404
    try:
        ask(workshop, person, OpenWords, about=about, to=Edition(to))
        messages.success(request, f"Kept: {READERS[Edition(to)].lower()} may read it.")
    except (Refusal, Fault) as no:
        messages.error(request, no.sentence)
    return about
