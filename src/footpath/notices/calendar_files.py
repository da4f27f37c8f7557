"""Calendar files (RFC 5545, 5546): a workshop's sittings, for somebody who comes, for
anybody, and as a feed.

A sitting keeps its UID for ever, and has one of its own for each registration: who says that they
do not come takes it out of nobody else's calendar. Whatever changes in people's calendars carries a
higher SEQUENCE. Each request holds one sitting, because calendar programs answer to one UID at a
time. Hours are the workshop's own with its time zone beside them, so that they hold across the
change to summer time; an hour that the clock shows twice is given in UTC.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator

from footpath.mail.whole_links import whole
from footpath.notices.models import Notice, SeenBy, Sitting, State
from footpath.notices.when import on_the_clock, sittings_of

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MADE_BY = "-//Footpath//Footpath//EN"
LETTERS = 1_000
"""Numbers for the letters of one person between two changes of the notice."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Invited:
    """Whom a request is for, and what may stand in it besides."""

    email: str
    name: str
    link: str
    """Their own page."""
    sees_where: bool
    letters: int
    """How many letters before this have been about their calendar."""
    entry: int | None
    """The registration whose own entry it is; None for one that all have who registered."""


def where(notice: Notice, reader: SeenBy) -> list[str]:
    """The place and the link of the call, as far as the reader may have them."""
    may = notice.where_seen_by in (SeenBy.EVERYONE, reader)
    return [line for line in (notice.place, notice.call_link) if line] if may else []


def sequence_of(notice: Notice, letters: int = 0) -> int:
    """The SEQUENCE of a sitting in a file: in somebody's own it grows with each
    letter about it, too.

    All files of one state of the notice have numbers that no other state has, so that one number
    never means two hours.
    """
    return notice.sequence * LETTERS + min(letters, LETTERS - 1)


def uid(sitting: Sitting, entry: int | None = None) -> str:
    """What the sitting is called in every calendar, for ever: of a registration, or for anybody."""
    whose = "" if entry is None else f"-{entry}"
    return f"{sitting.notice.workshop.address}-{sitting.pk}{whose}@footpath"


def requests(
    sittings: Iterable[Sitting], invited: Invited, now: datetime
) -> tuple[tuple[str, bytes], ...]:
    """For each sitting a request to note it, or what has changed of it."""
    return _each("REQUEST", sittings, invited, now)


def cancellations(
    sittings: Iterable[Sitting], invited: Invited, now: datetime
) -> tuple[tuple[str, bytes], ...]:
    """For each sitting word that it is off, or that this person does not come."""
    return _each("CANCEL", sittings, invited, now)


def own(notice: Notice, invited: Invited) -> bytes:
    """A file with every sitting for somebody who is registered, to download from their own page."""
    calendar = _calendar("PUBLISH")
    for sitting in sittings_of(notice):
        reader = SeenBy.REGISTERED if invited.sees_where else SeenBy.EVERYONE
        entry = _entry(sitting, notice.changed_at, reader, invited)
        _describe(entry, _about(notice), f"Your own page: {invited.link}")
        calendar.add_component(entry)
    return _finished(calendar)


def for_public(notice: Notice, reader: SeenBy = SeenBy.EVERYONE) -> bytes:
    """A file with every sitting, for the reader of the notice."""
    calendar = _calendar("PUBLISH")
    for sitting in sittings_of(notice):
        calendar.add_component(_public(sitting, reader))
    return _finished(calendar)


def feed(name: str, notices: Iterable[Notice]) -> bytes:
    """What an organisation announces, to subscribe to. Drafts are left out, and what was
    cancelled says so.
    """
    calendar = _calendar("PUBLISH")
    calendar.add("name", _clean(name))
    calendar.add("x-wr-calname", _clean(name))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for notice in notices:
        if notice.state != State.DRAFT:
            for sitting in sittings_of(notice):
                calendar.add_component(_public(sitting, SeenBy.EVERYONE))
    return _finished(calendar)


def _each(
    method: str, sittings: Iterable[Sitting], invited: Invited, now: datetime
) -> tuple[tuple[str, bytes], ...]:
    made: list[tuple[str, bytes]] = []
    for sitting in sittings:
        calendar = _calendar(method)
        reader = SeenBy.REGISTERED if invited.sees_where else SeenBy.EVERYONE
        entry = _entry(sitting, now, reader, invited)
        _describe(entry, _about(sitting.notice), f"Your own page: {invited.link}")
        _between(entry, sitting.notice, invited)
        if method == "CANCEL":
            entry["status"] = "CANCELLED"
        calendar.add_component(entry)
        made.append((method, _finished(calendar)))
    return tuple(made)


def _calendar(method: str) -> "Calendar":
    from icalendar import Calendar  # only where it is needed: it takes long to load

    made = Calendar()
    made.add("prodid", MADE_BY)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    return made


def _entry(
    sitting: Sitting, now: datetime, reader: SeenBy, invited: Invited | None = None
) -> "Event":
    """What every file says of a sitting."""
    from icalendar import Event

    notice = sitting.notice
    made = Event()
    made.add("uid", uid(sitting, invited.entry if invited else None))
    made.add("sequence", sequence_of(notice, invited.letters if invited else 0))
    made.add("dtstamp", now.astimezone(UTC))
    starts_at, ends_at = _hours(sitting)
    made.add("dtstart", starts_at)
    made.add("dtend", ends_at)
    title = notice.workshop.title
    made.add("summary", _clean(f"{title}: {sitting.title}" if sitting.title else title))
    made.add("status", "CANCELLED" if notice.state == State.CANCELLED else "CONFIRMED")
    if lines := where(notice, reader):
        made.add("location", _clean(", ".join(lines)))
    made.add("url", whole(reverse("public", args=[notice.workshop.address])))
    return made


def _public(sitting: Sitting, reader: SeenBy) -> "Event":
    notice = sitting.notice
    made = _entry(sitting, notice.changed_at, reader)
    _describe(made, _about(notice), whole(reverse("public", args=[notice.workshop.address])))
    return made


def _describe(entry: "Event", *parts: str) -> None:
    entry.add("description", _clean("\n\n".join(part for part in parts if part)))


def _about(notice: Notice) -> str:
    """What it is, in short; why, where it was cancelled."""
    said = notice.cancelled_because if notice.state == State.CANCELLED else notice.what
    return Truncator(said.strip()).chars(300)


def _between(entry: "Event", notice: Notice, invited: Invited) -> None:
    """Who invites, and who has already said that they come."""
    policy = notice.workshop.policy
    inviting = policy.organisation.name if policy is not None else "Footpath"
    entry.add(
        "organizer", f"mailto:{settings.MAIL_ADDRESS}", parameters={"cn": _parameter(inviting)}
    )
    called = {"cn": name} if (name := _parameter(invited.name)) else {}
    come = {"role": "REQ-PARTICIPANT", "partstat": "ACCEPTED", "rsvp": "FALSE"}
    entry.add("attendee", f"mailto:{invited.email}", parameters={**called, **come})


def _hours(sitting: Sitting) -> tuple[datetime, datetime]:
    """Start and end in the workshop's own hours; in UTC where the clock shows one of them twice."""
    hours = on_the_clock(sitting)
    if any(hour.utcoffset() != hour.replace(fold=1 - hour.fold).utcoffset() for hour in hours):
        return sitting.starts_at.astimezone(UTC), sitting.ends_at.astimezone(UTC)
    return hours


def _finished(calendar: "Calendar") -> bytes:
    """The file, with every time zone that it names described from the year before
    to the year after.
    """
    entries = calendar.events
    if entries:
        first, last = min(entry.start for entry in entries), max(entry.end for entry in entries)
        calendar.add_missing_timezones(date(first.year - 1, 1, 1), date(last.year + 1, 12, 31))
    return calendar.to_ical()


def _clean(text: str) -> str:
    """Without what no calendar can hold; lines end in one way."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _parameter(text: str) -> str:
    """A name as a parameter, which can hold neither quotation marks nor lines."""
    return " ".join(_clean(text).replace('"', "'").split())
