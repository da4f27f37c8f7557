"""What a letter needs to know of a registration and its workshop, as it is when
the letter is sent.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from footpath.mail.models import Letter
from footpath.notices import calendar_files
from footpath.notices.models import Notice, SeenBy, Sitting, State
from footpath.notices.when import sittings_of, when_of
from footpath.registering import signals
from footpath.registering.models import Registration
from footpath.registering.one_address import (
    STANDING,
    TOGETHER,
    best_first,
    sharing_entry,
    told_together,
)
from footpath.registering.personal_links import mailed_link
from footpath.registering.shown_out import is_awaited

Who = Registration.State
IN_CALENDARS = ("registered", "changed", "cancelled", "not-coming")
"""Letters that carry a calendar file."""
STATES = ("registered", "waiting", "place-offered", "place-gone", "not-coming")
"""Letters that say where somebody stands; only the newest is worth sending."""
TO_EVERYBODY = ("changed", "cancelled", "after")
"""Letters of which an address gets one, however many registered with it; of reminders too."""
LIKE_A_LINK = re.compile(r"[/@]|\w\.\w")


class About:
    """Somebody who registered, and what for; of several with one address the best."""

    def __init__(
        self,
        letter: Letter,
        together: Sequence[Registration],
        notice: Notice,
        told: Collection[Who] = (),
    ) -> None:
        """Look up what holds now. `together` are all of whom the letter speaks, the best first;
        `told` are the states of which everybody is told, by it or by another like it.
        """
        self.letter, self.together, self.notice, self.told = letter, together, notice, told
        registration = self.registration = together[0]
        self.title = registration.workshop.title
        self.link = mailed_link(registration)
        self.sittings = sittings_of(notice)
        self.now = timezone.now()
        sees = SeenBy.REGISTERED if any(map(is_awaited, together)) else SeenBy.EVERYONE
        self.where = calendar_files.where(notice, sees)

    def hello(self) -> str:
        """How it begins. A name that looks like an address is left out."""
        name = self._name(self.registration)
        return _("Hello %(name)s,") % {"name": name} if name else _("Hello,")

    def alone(self) -> str:
        """That it is about one registration, where others with the address stand."""
        if not self.besides:
            return ""
        name = self._name(self.registration)
        if not name:
            return _(
                "This is about one registration. Others with this e-mail address stay as they are."
            )
        said = _(
            "This is about the registration of %(name)s. "
            "Others with this e-mail address stay as they are."
        )
        return said % {"name": name}

    @cached_property
    def besides(self) -> list[Registration]:
        """The others with the address who have not said that they do not come; of those who are
        told of it by several letters the ones of whom this letter tells.
        """
        here = [one for one in self.together if one.state in STANDING]
        untold = [state for state in STANDING if state not in self.told]
        beside = best_first(self.registration, *untold) if untold else []
        others = [*here, *(one for one in beside if one not in here)]
        return [one for one in others if one != self.registration][:TOGETHER]

    def _name(self, one: Registration) -> str:
        """What somebody is called in it; empty where that is left out."""
        names = self.letter.names
        known = one.proved or self.together == [one]
        named = names is Letter.Names.ALL or (names is Letter.Names.OPENED and known)
        return _sayable(one) if named else ""

    def others(self) -> str:
        """Who else is registered with the address, each with their own link; empty for nobody."""
        lines = [
            f"{self._name(one) or _('Somebody')} ({_standing(one)}): {mailed_link(one)}"
            for one in self.besides
        ]
        return "\n".join([_("Also registered with this e-mail address:"), *lines]) if lines else ""

    def when(self, sittings: Iterable[Sitting] | None = None) -> tuple[str, str]:
        """Every time at which the workshop meets, each in a line."""
        lines = [when_of(sitting) for sitting in (self.sittings if sittings is None else sittings)]
        return _("When"), "\n".join(lines) or _("This is not settled yet.")

    def place(self) -> tuple[str, str]:
        """Where it is held, as far as they may know."""
        if self.where:
            return _("Where"), "\n".join(self.where)
        if self.notice.where_seen_by == SeenBy.MEMBERS and (
            self.notice.place or self.notice.call_link
        ):
            return _("Where"), _(
                "Members find it on the workshop's page, once they have signed in."
            )
        return _("Where"), ""

    def own_page(self) -> tuple[str, str]:
        """The next thing, in most letters."""
        return _("Open your own page"), self.link

    def not_coming(self) -> tuple[str, str]:
        """The way out, at the foot of every letter."""
        return _(
            "Not coming, or was it not you who registered? Say so here, and these mails end"
        ), self.link

    def foot(self) -> str:
        """What other subjects say at its foot."""
        said = signals.letter_foot.send(
            Registration, registration=self.registration, link=self.link
        )
        return "\n\n".join(line for _receiver, line in said if line)

    def requests(self) -> tuple[tuple[str, bytes], ...]:
        """What puts the sittings into their calendar, for each who comes."""
        coming = [one for one in self._by_entry() if one.state == Who.COMING]
        return tuple(
            file
            for one in coming
            for file in calendar_files.requests(self.sittings, self._invited(one), self.now)
        )

    def cancellations(
        self, sittings: Iterable[Sitting] | None = None
    ) -> tuple[tuple[str, bytes], ...]:
        """What takes sittings out of it, where a letter has put them there for nobody else."""
        off = self.sittings if sittings is None else list(sittings)
        return tuple(
            file
            for one in self._by_entry()
            if _stands_in_calendars(one)
            for file in calendar_files.cancellations(off, self._invited(one), self.now)
        )

    def gone(self) -> list[Sitting]:
        """Sittings that were taken out, as far as a letter to this address has still to tell it."""
        on_their_way = (Letter.State.WAITING, Letter.State.SENDING)
        unsent = Letter.objects.filter(
            registration__in=[one.pk for one in self.together],
            purpose=self.letter.purpose,
            state__in=on_their_way,
        )
        given = [*unsent.order_by("pk").values_list("given", flat=True), self.letter.given]
        return [
            Sitting(
                pk=one["pk"],
                notice=self.notice,
                title=one["title"],
                starts_at=datetime.fromisoformat(one["starts_at"]),
                ends_at=datetime.fromisoformat(one["ends_at"]),
            )
            for one in {one["pk"]: one for each in given for one in each.get("gone", [])}.values()
        ]

    def _by_entry(self) -> Iterable[Registration]:
        """Those of whom it speaks; of several with one entry in calendars the best."""
        best: dict[int | None, Registration] = {}
        for one in self.together:
            best.setdefault(one.entry, one)
        return best.values()

    def _invited(self, one: Registration) -> calendar_files.Invited:
        """Whom a file is for. Its number is higher than that of every letter before it."""
        return calendar_files.Invited(
            one.email,
            self._name(one),
            mailed_link(one),
            is_awaited(one),
            letters_before(one, self.letter),
            one.entry,
        )


def registration_of(letter: Letter) -> Registration | None:
    """The registration that a letter is about; None where it is about none, or that is gone."""
    return letter.about if isinstance(letter.about, Registration) else None


def letters_before(registration: Registration, letter: Letter | None = None) -> int:
    """How many letters have been about their calendar, with each of which its number grows.

    Before a letter those of all count that are about the same entry; on a page their own alone.
    """
    if letter is None:
        return registration.letters.filter(purpose__in=IN_CALENDARS).count()
    sharing = Letter.objects.filter(registration__in=sharing_entry(registration), pk__lt=letter.pk)
    return sharing.filter(purpose__in=IN_CALENDARS).count()


def _stands_in_calendars(registration: Registration) -> bool:
    """Whether a letter has put it there, and it is of nobody else who comes."""
    sharing = sharing_entry(registration)
    sent = Letter.objects.filter(registration__in=sharing, purpose__in=("registered", "changed"))
    stays = registration.state == Who.NOT_COMING and sharing.filter(state=Who.COMING).exists()
    return not stays and sent.filter(sent_at__isnull=False).exists()


def _sayable(registration: Registration) -> str:
    """A name for a letter; empty where it looks like an address, which anybody can type."""
    name = " ".join(registration.name.split())
    return "" if LIKE_A_LINK.search(name) or len(name) > 60 else name


def _standing(registration: Registration) -> str:
    said = {
        Who.COMING: _("coming"),
        Who.OFFERED: _("offered a place"),
        Who.WAITING: _("on the waiting list"),
    }
    return said[Who(registration.state)]


def about_letter(letter: Letter, *states: Who) -> About | None:
    """Whom and what it is about; None where they are in none of the states, or were deleted."""
    registration = registration_of(letter)
    notice = getattr(registration.workshop, "notice", None) if registration is not None else None
    if (
        registration is None
        or notice is None
        or registration.state not in states
        or registration.erased_at
    ):
        return None
    if letter.purpose in TO_EVERYBODY:
        together = told_together(letter, registration, *states)
        return About(letter, together, notice, states) if together else None
    return None if _is_overtaken(letter, registration) else About(letter, [registration], notice)


def about_what_is_to_be(letter: Letter, *states: Who) -> About | None:
    """The same, where the workshop was not cancelled."""
    about = about_letter(letter, *states)
    return about if about is not None and about.notice.state != State.CANCELLED else None


def _is_overtaken(letter: Letter, registration: Registration) -> bool:
    """Whether a newer letter waits that says where they stand now."""
    newer = registration.letters.filter(purpose__in=STATES, pk__gt=letter.pk)
    return letter.purpose in STATES and newer.filter(state=Letter.State.WAITING).exists()
