"""What a letter needs to know of a registration and its workshop, as it is when the letter is sent."""

import re
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from footpath.mail.models import Letter
from footpath.notices import calendar
from footpath.notices.hours import sittings_of, when_of
from footpath.notices.models import Notice, SeenBy, Sitting, State
from footpath.registering.links import mailed_link
from footpath.registering.models import Registration
from footpath.registering.shown_out import is_awaited
from footpath.research import consents

Who = Registration.State
IN_CALENDARS = ("registered", "changed", "cancelled", "not-coming")
"""Letters that carry a calendar file."""
STATES = ("registered", "waiting", "place-offered", "place-gone", "not-coming")
"""Letters that say where somebody stands; only the newest is worth sending."""
LIKE_A_LINK = re.compile(r"[/@]|\w\.\w")


class About:
    """Somebody who registered, and what they registered for."""

    def __init__(self, letter: Letter, registration: Registration, notice: Notice) -> None:
        """Look up what holds now."""
        self.letter, self.registration, self.notice = letter, registration, notice
        self.title = registration.workshop.title
        self.link = mailed_link(registration)
        self.sittings = sittings_of(notice)
        self.now = timezone.now()
        self.reader = SeenBy.REGISTERED if is_awaited(registration) else SeenBy.EVERYONE
        self.where = calendar.where(notice, self.reader)

    def hello(self) -> str:
        """How it begins. A name that looks like an address is left out: anybody can type one for somebody else."""
        name = self.registration.name
        return _("Hello,") if LIKE_A_LINK.search(name) or len(name) > 60 else _("Hello %(name)s,") % {"name": name}

    def when(self, sittings: Iterable[Sitting] | None = None) -> tuple[str, str]:
        """Every time at which the workshop meets, each in a line."""
        lines = [when_of(sitting) for sitting in (self.sittings if sittings is None else sittings)]
        return _("When"), "\n".join(lines) or _("This is not settled yet.")

    def place(self) -> tuple[str, str]:
        """Where it is held, as far as they may know."""
        if self.where:
            return _("Where"), "\n".join(self.where)
        if self.notice.where_seen_by == SeenBy.MEMBERS and (self.notice.place or self.notice.call_link):
            return _("Where"), _("Members find it on the workshop's page, once they have signed in.")
        return _("Where"), ""

    def own_page(self) -> tuple[str, str]:
        """The next thing, in most letters."""
        return _("Open your own page"), self.link

    def not_coming(self) -> tuple[str, str]:
        """The way out, at the foot of every letter."""
        return _("Not coming, or was it not you who registered? Say so here, and these mails end"), self.link

    def research(self) -> str:
        """The way to what they answered about research, and to withdrawing; the same whatever they answered."""
        if not consents.asking(self.registration.workshop):
            return ""
        return _("What you answered about research, changing it or withdrawing:") + f"\n{self.link}?research"

    def requests(self) -> tuple[tuple[str, bytes], ...]:
        """What puts the sittings into their calendar, where they come."""
        coming = self.registration.state == Who.COMING
        return calendar.requests(self.sittings, self.invited(), self.now) if coming else ()

    def cancellations(self, sittings: Iterable[Sitting] | None = None) -> tuple[tuple[str, bytes], ...]:
        """What takes sittings out of it, where a letter has put them there."""
        earlier = Letter.objects.filter(registration=self.registration, purpose__in=("registered", "changed"))
        if not earlier.filter(sent_at__isnull=False).exists():
            return ()
        return calendar.cancellations(self.sittings if sittings is None else sittings, self.invited(), self.now)

    def invited(self) -> calendar.Invited:
        """Whom a calendar file is for. Each letter's number is higher than that of every letter before it."""
        name, earlier = self.registration.name, letters_before(self.registration, self.letter)
        return calendar.Invited(self.registration.email, name, self.link, bool(self.where), earlier)


def letters_before(registration: Registration, letter: Letter | None = None) -> int:
    """How many letters have been about their calendar: the number of what stands in it grows with each."""
    about_calendars = Letter.objects.filter(registration=registration, purpose__in=IN_CALENDARS)
    return (about_calendars if letter is None else about_calendars.filter(pk__lt=letter.pk)).count()


def about_letter(letter: Letter, *states: Who) -> About | None:
    """Whom and what it is about; None where they are in none of the states, or were deleted."""
    registration = letter.registration
    notice = getattr(registration.workshop, "notice", None) if registration is not None else None
    if registration is None or notice is None or registration.state not in states or registration.erased_at:
        return None
    if _is_overtaken(letter):
        return None
    return About(letter, registration, notice)


def about_what_is_to_be(letter: Letter, *states: Who) -> About | None:
    """The same, where the workshop was not cancelled."""
    about = about_letter(letter, *states)
    return about if about is not None and about.notice.state != State.CANCELLED else None


def _is_overtaken(letter: Letter) -> bool:
    """Whether a newer letter waits that says where they stand now."""
    newer = Letter.objects.filter(registration=letter.registration, purpose__in=STATES, pk__gt=letter.pk)
    return letter.purpose in STATES and newer.filter(state=Letter.State.WAITING).exists()
