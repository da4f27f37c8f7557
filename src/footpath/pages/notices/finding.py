"""How a notice is found: what a link to it shows, and what it says to machines that
read it (schema.org).
"""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from footpath.notices.models import Notice, SeenBy, Sitting, State
from footpath.notices.rights import organisation_of
from footpath.notices.when import on_the_clock, sittings_of
from footpath.organisations.rights import Visitor
from footpath.registering.where_held import where_for

STATUS = {State.CANCELLED: "https://schema.org/EventCancelled"}
ESCAPED = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def in_short(notice: Notice) -> str:
    """What it is, in one or two sentences."""
    said = " ".join(
        (notice.what or notice.audience or "A workshop to write policy from experience.").split()
    )
    return Truncator(said).chars(200)


def structured(notice: Notice, stranger: Visitor, link: str) -> SafeString:
    """The notice as schema.org data, ready to stand in a page; it says what a stranger
    may know and no more.
    """
    text = json.dumps(_structured(notice, stranger, link), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPED))


def _structured(notice: Notice, stranger: Visitor, link: str) -> dict[str, Any]:
    sittings = sittings_of(notice)
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": notice.workshop.title,
        "description": notice.what or in_short(notice),
        "url": link,
        "eventStatus": STATUS.get(State(notice.state), "https://schema.org/EventScheduled"),
        **_place(notice, stranger, link),
    }
    if sittings:
        said["startDate"], said["endDate"] = (
            _hours(sittings[0])[0],
            _hours(sittings[-1])[1],
        )
    if len(sittings) > 1:
        said["subEvent"] = [_part(notice, sitting) for sitting in sittings]
    organisation = organisation_of(notice)
    if organisation is not None:
        said["organizer"] = {"@type": "Organization", "name": organisation.name}
    if notice.audience:
        said["audience"] = {"@type": "Audience", "audienceType": notice.audience}
    if notice.places is not None:
        said["maximumAttendeeCapacity"] = notice.places
    return said


def _part(notice: Notice, sitting: Sitting) -> dict[str, Any]:
    starts, ends = _hours(sitting)
    return {
        "@type": "Event",
        "name": sitting.title or notice.workshop.title,
        "startDate": starts,
        "endDate": ends,
    }


def _hours(sitting: Sitting) -> tuple[str, str]:
    starts, ends = on_the_clock(sitting)
    return starts.isoformat(timespec="minutes"), ends.isoformat(timespec="minutes")


def _place(notice: Notice, stranger: Visitor, link: str) -> dict[str, Any]:
    """Where it is, for strangers: of what they may not know only that it is a call, or a place."""
    where = where_for(stranger, notice)
    shown = notice.where_seen_by == SeenBy.EVERYONE
    places: list[dict[str, Any]] = []
    if where.in_person:
        address = where.place if shown else "Told to who registers"
        places.append({"@type": "Place", "name": address, "address": address})
    if where.on_call or not where.in_person:
        places.append({"@type": "VirtualLocation", "url": where.call_link or link})
    modes = {
        (True, True): "Mixed",
        (True, False): "Offline",
        (False, True): "Online",
        (False, False): "Online",
    }
    mode = modes[(where.in_person, where.on_call)]
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": places[0] if len(places) == 1 else places,
    }
