"""Keeping back: an author, a storyteller or a facilitator keeps one thing out of research, or lets it go again (C6).

Each may lift what they keep back themselves, and nobody else's. Of an author or a storyteller a row holds a keyed hash
that differs from thing to thing, so that it neither names them nor shows what else is theirs (C10).
"""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_POST
from msgspec import Struct

from footpath.method import Flipchart, Refusal
from footpath.method.people import Role
from footpath.method.things import GROUP_TEXT, Experience, Moment, Thing
from footpath.record.live import Live
from footpath.record.writing import Fault
from footpath.registering.about_me import who_or_404
from footpath.research import recalls
from footpath.research.models import KeptBack, Project
from footpath.research.permissions import Hand
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop

NOT_YOURS = "Only whoever said it, who tells the story, or a facilitator can keep this back."
NO_STUDY = "This workshop does not contribute to that study."
UNREADABLE = "It could not be read what is to be kept back. Open your page again."


class Right(Struct, frozen=True):
    """By what right somebody keeps a thing back, and what is stored of them."""

    about: int
    hand: Hand
    whose: str
    after: int


def hand_of(chart: Flipchart, thing: Thing, person: int) -> Hand | None:
    """The person's own right to keep a thing back: its author's, one of those who worded it, or its storyteller's."""
    worded = isinstance(thing, GROUP_TEXT) and any(one.by == person for one in thing.wordings)
    if worded or (thing.by == person and not isinstance(thing, GROUP_TEXT)):
        return Hand.AUTHOR
    story = chart.story(thing.experience) if isinstance(thing, Moment) else thing
    return Hand.STORYTELLER if isinstance(story, Experience) and person in story.storytellers else None


def seal(workshop: Workshop, thing: Thing, person: int) -> str:
    """What a row holds of an author or storyteller: the same for their next row about the same thing only."""
    value = f"{workshop.address}:{thing.made_by_entry}:{person}"
    return salted_hmac("footpath.kept-back", value, algorithm="sha256").hexdigest()[:32]


def keep_back(
    workshop: Workshop, person: int, about: int, project: Project | None, kept: bool, for_all: bool = False
) -> None:
    """Keep a thing out of research, or let it go again; out of every project where none is given.

    `for_all` is a facilitator's, who keeps it back on behalf of everybody.

    Raises:
        Refusal: when it is not the person's to keep back.
        Fault: when nothing can be stored just now.
    """

    def look(live: Live) -> Right | None:
        thing = live.chart.found_by(about, person)
        if thing is None:
            return None
        if for_all:
            may = live.chart.has_role(person, Role.FACILITATOR) and live.chart.may_read(thing, None)
            return Right(thing.id, Hand.FACILITATOR, "", live.chart.number) if may else None
        hand = hand_of(live.chart, thing, person)
        return Right(thing.id, hand, seal(workshop, thing, person), live.chart.number) if hand is not None else None

    right = rooms().writer.look(workshop.pk, look).result(timeout=20)
    if right is None:
        raise Refusal(NOT_YOURS)
    rows = KeptBack.objects.filter(workshop=workshop, hand=right.hand, whose=right.whose).select_related("project")
    before = rows.filter(about=right.about) if right.hand is Hand.FACILITATOR else rows
    if _is_kept(before, project) != kept:
        KeptBack.objects.create(
            workshop=workshop, project=project, about=right.about, hand=right.hand, whose=right.whose, kept=kept,
            after=right.after,
        )  # fmt: skip
        recalls.after_change(workshop, project, about=right.about)


def _is_kept(rows: Iterable[KeptBack], project: Project | None) -> bool | None:
    """What holds by somebody's rows about one thing; None for every project where the projects differ."""
    ordered = sorted(rows, key=lambda row: row.pk)
    said = [row for row in ordered if project is None or row.project in (None, project)]
    if not said:
        return False
    return None if project is None and said[-1].project is not None else said[-1].kept


@require_POST
def door(request: HttpRequest, address: str) -> HttpResponse:
    """Keep back one thing, or let it go: from one's own page, from the room's menu, from the facilitators' page."""
    workshop = doors.workshop_at(address)
    _, person = who_or_404(request, workshop)
    if person is None:
        raise Http404
    for_all = request.POST.get("hand") == Hand.FACILITATOR
    about = request.POST.get("about", "")
    try:
        if not (about.removeprefix("-").isdecimal() and about.isascii() and len(about) < 10):
            raise Refusal(UNREADABLE)
        project, kept = _project(workshop, request.POST.get("project", "")), request.POST.get("kept") == "yes"
        keep_back(workshop, person, int(about), project, kept, for_all)
    except Refusal as no:
        return JsonResponse({"refused": None, "why": no.sentence}, status=409)
    except Fault as fault:
        return JsonResponse({"fault": None, "why": str(fault)}, status=503)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"about": int(about), "kept": kept})
    return redirect("mine-everything", address=address)


def _project(workshop: Workshop, address: str) -> Project | None:
    if not address:
        return None
    found = Project.objects.filter(workshops=workshop, address=address).first()
    if found is None:
        raise Refusal(NO_STUDY)
    return found
