"""What the page of a notice shows: to everybody, and to its writers."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from footpath import clocks
from footpath.method.things.phase_words import PHASES
from footpath.notices.models import Notice, Sitting, State, Study
from footpath.notices.plans import minutes_and_question
from footpath.notices.rights import may_write, organisation_of
from footpath.notices.states import settle
from footpath.notices.when import is_on, on_the_clock, sittings_of
from footpath.pages.notices.finding import in_short, structured
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.registering.own_device import registration_of
from footpath.pages.workshops import who_is_here
from footpath.registering.shown_out import is_awaited, was_shown_out
from footpath.registering.where_held import UNKNOWN, where_for
from footpath.research.consents import asking
from footpath.workshops import doors
from footpath.workshops.models import Workshop

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class SittingShown(NamedTuple):
    """A sitting as the page says it: in its place's hours, and in UTC for whoever has no
    clock of that place.
    """

    title: str
    starts: str
    ends: str
    day: str
    hours: str
    whose: str
    utc: str
    is_over: bool


def parts(notice: Notice) -> list[SittingShown]:
    """The sittings in their order."""
    return [_part(sitting) for sitting in sittings_of(notice)]


def _part(sitting: Sitting) -> SittingShown:
    starts, ends = on_the_clock(sitting)
    in_utc = sitting.starts_at.astimezone(UTC), sitting.ends_at.astimezone(UTC)
    utc = f"{clocks.hours(*in_utc)} UTC" if starts.utcoffset() else ""
    if in_utc[0].date() != starts.date():
        utc = f"{clocks.day(in_utc[0])}, {utc}"
    return SittingShown(
        title=sitting.title,
        starts=_stamp(sitting.starts_at),
        ends=_stamp(sitting.ends_at),
        day=clocks.day(starts),
        hours=clocks.hours(starts, ends),
        whose=clocks.whose(sitting.notice.time_zone),
        utc=utc,
        is_over=sitting.ends_at <= timezone.now(),
    )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def in_lines(text: str) -> list[str]:
    """The lines of a text, without the marks that people put before them."""
    return [line for one in text.splitlines() if (line := one.strip().lstrip("•*–-").strip())]


def how_long(minutes: int) -> str:
    """So many minutes, as a heading says it: the two hours, the 100 minutes."""
    hours, rest = divmod(minutes, 60)
    if rest == 30 and 0 < hours <= 10:
        return f"{NUMBERS[hours]} and a half hours"
    if rest or not 0 < hours <= 10:
        return f"{minutes} minutes"
    return f"{NUMBERS[hours]} hours" if hours > 1 else "hour"


def how_it_goes(notice: Notice) -> tuple[str, list[tuple[str, str, int]]]:
    """How long it takes in words, and each phase with its question and minutes."""
    phases: list[tuple[str, str, int]] = []
    for phase, words in PHASES.items():
        minutes, question = minutes_and_question(notice.plan, phase)
        phases.append((words.name, question, minutes))
    return how_long(sum(minutes for _, _, minutes in phases)), phases


def way_in(notice: Notice) -> str:
    """What the one button is for: "join" once it starts, "register" before, or nothing."""
    if notice.state != State.PUBLISHED:
        return ""
    now, sittings = timezone.now(), list(Sitting.objects.filter(notice=notice))
    if any(is_on(one, now) for one in sittings):
        return "join"
    return "register" if notice.registration else ""


def notice_of(request: HttpRequest, workshop: Workshop) -> Notice | None:
    """The workshop's notice as it stands now; None where it was made by a link alone.

    Raises:
        Http404: for a draft that the visitor does not write, as for an address that does not exist.
    """
    found = (
        Notice.objects.select_related("workshop__policy__organisation")
        .filter(workshop=workshop)
        .first()
    )
    if found is None:
        return None
    if found.state == State.DRAFT and not may_write(visitor_of(request), found):
        raise Http404
    settle(found)
    return found


def convenes(request: HttpRequest, workshop: Workshop) -> bool:
    """Whether the visitor writes the workshop's notice, and it was published, so that its
    doors lead somewhere.
    """
    found = (
        Notice.objects.select_related("workshop__policy__organisation")
        .filter(workshop=workshop)
        .first()
    )
    return (
        found is not None and found.state != State.DRAFT and may_write(visitor_of(request), found)
    )


def has_place(request: HttpRequest, notice: Notice) -> bool:
    """Whether this device is that of somebody who registered and has a place, or who is in
    the workshop already.
    """
    mine, person = (
        registration_of(request, notice.workshop),
        who_is_here.person_of(request, notice.workshop),
    )
    if mine is not None and is_awaited(mine):
        return True
    return person is not None and not was_shown_out(notice.workshop.pk, person)


def call_of(request: HttpRequest, workshop: Workshop) -> dict[str, str] | None:
    """The call beside the workshop's room, its link and what it is called, for who may have
    it; None otherwise.
    """
    found = (
        Notice.objects.select_related("workshop__policy__organisation")
        .filter(workshop=workshop)
        .first()
    )
    if found is None or found.state == State.DRAFT:
        return None
    where = where_for(visitor_of(request), found, registered=has_place(request, found))
    name = "" if where.platform == UNKNOWN else where.platform
    return {"link": where.call_link, "name": name} if where.call_link else None


def announced(request: HttpRequest, notice: Notice) -> dict[str, Any]:
    """Everything that the page of a notice needs."""
    workshop, link = (
        notice.workshop,
        who_is_here.base_url(request) + reverse("public", args=[notice.workshop.address]),
    )
    length, phases = how_it_goes(notice)
    writes = may_write(visitor_of(request), notice)
    return {
        "workshop": workshop,
        "notice": notice,
        "organisation": organisation_of(notice),
        "link": link,
        "parts": parts(notice),
        "where": where_for(visitor_of(request), notice, registered=has_place(request, notice)),
        "audience": in_lines(notice.audience),
        "outcomes": in_lines(notice.outcomes),
        "leaders": in_lines(notice.facilitators),
        "length": length,
        "phases": phases,
        "way_in": way_in(notice),
        "door_is_open": notice.drop_in and notice.where_seen_by == "everyone",
        "writes": writes,
        "mine": registration_of(request, workshop),
        "door": reverse("join", args=[workshop.address, doors.link_token(workshop, "guest")]),
        "studies": _only_named(notice),
        "projects": asking(workshop),
        "summary": in_short(notice),
        "code_page": reverse("code"),
        "structured": (
            structured(notice, AnonymousUser(), link) if notice.state != State.DRAFT else ""
        ),
    }


def _only_named(notice: Notice) -> list[Study]:
    """Projects that the notice names and that are not set up here: nobody is asked about them."""
    here = {project.title.casefold() for project, _ in asking(notice.workshop)}
    return [one for one in Study.objects.filter(notice=notice) if one.title.casefold() not in here]
