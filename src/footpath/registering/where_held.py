"""Who sees where a workshop is held, and what the link of a call is called."""

from dataclasses import dataclass

from footpath.accounts.models import Account
from footpath.mail.same_address import folded
from footpath.notices.models import Notice, SeenBy, State
from footpath.notices.rights import may_write, organisation_of
from footpath.organisations.rights import Visitor, belongs_to
from footpath.reading.calls import platform_at, platform_by
from footpath.registering.models import Registration
from footpath.registering.shown_out import is_awaited

UNKNOWN = "a video call"
"""What a call is called whose link is not recognised."""


@dataclass(frozen=True)
class WhereHeld:
    """Where a workshop is held, as far as one visitor may know."""

    on_call: bool
    platform: str
    """Zoom, Jitsi …, or "a video call" where it is none that is known; empty
    where there is no call.
    """
    call_link: str
    place: str
    in_person: bool
    withheld: str
    """Who gets to know what is missing here; empty where nothing is."""


def platform_of(link: str) -> str:
    """What a call is called by its link."""
    return platform_by(link) or UNKNOWN


def _call_named_in(place: str) -> str:
    """The call that a place names where it is none on earth: "On Zoom"."""
    if named := platform_at(place):
        return named
    return UNKNOWN if place.lower() in ("online", "on a video call", "video call") else ""


def is_registered(visitor: Visitor, notice: Notice) -> bool:
    """Whether this account registered, by the address with which it signs in, has a place and
    was not shown out.
    """
    if not isinstance(visitor, Account):
        return False
    coming = Registration.objects.filter(workshop=notice.workshop, state=Registration.State.COMING)
    return any(is_awaited(one) for one in coming.filter(address=folded(visitor.email)))


def may_see_where(visitor: Visitor, notice: Notice, *, registered: bool = False) -> bool:
    """Whether they are shown where it is held. Its writers always are; who is in the room
    counts as registered.
    """
    if notice.where_seen_by == SeenBy.EVERYONE:
        return notice.state != State.DRAFT or may_write(visitor, notice)
    organisation = organisation_of(notice)
    if organisation is not None and notice.where_seen_by == SeenBy.MEMBERS:
        return belongs_to(visitor, organisation)
    return registered or is_registered(visitor, notice) or may_write(visitor, notice)


def where_for(visitor: Visitor, notice: Notice, *, registered: bool = False) -> WhereHeld:
    """Where it is held, as far as this visitor may know; `registered` for who comes by their
    own link or is in it.
    """
    sees = may_see_where(visitor, notice, registered=registered)
    hidden = bool(notice.call_link or notice.place) and not sees
    waits = "The link comes" if notice.call_link else "The address comes"
    told = {
        SeenBy.REGISTERED: f"{waits} when you register.",
        SeenBy.MEMBERS: "Members of the organisation see where.",
    }
    named = _call_named_in(notice.place)
    return WhereHeld(
        on_call=bool(notice.call_link or named),
        platform=platform_of(notice.call_link) if notice.call_link else named,
        call_link=notice.call_link if sees else "",
        place="" if (named and notice.call_link) or not sees else notice.place,
        in_person=bool(notice.place and not named),
        withheld=told.get(SeenBy(notice.where_seen_by), "") if hidden else "",
    )
