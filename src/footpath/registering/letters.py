"""What people are written who registered: each function writes one letter when it goes, or says
that none is needed.

What a letter says is read from what holds then. Its key holds the purpose, the registration, and
what makes the letter the only one of its kind (`news.py` and `reminding.py`).
"""

from django.utils.translation import gettext as _

from footpath.mail.models import Letter
from footpath.mail.writing import Written
from footpath.method.own_words.answering import lines_of
from footpath.notices.models import State
from footpath.notices.when import hour_of
from footpath.registering.about import Who, about_letter, about_what_is_to_be
from footpath.registering.models import Registration
from footpath.room.running import rooms


def registered(letter: Letter) -> Written | None:
    """They have a place."""
    about = about_what_is_to_be(letter, Who.COMING)
    if about is None:
        return None
    kept = _("Your e-mail address and your answers are deleted %(days)s days after the workshop.")
    return Written(
        subject=_("You are coming: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            _("You are registered for %(title)s.") % {"title": about.title},
            _(
                "On your own page you can change what you said, and on the day you come in from "
                "there. The link is yours alone: please do not pass it on."
            ),
        ),
        facts=_facts(about.when(), about.place()),
        next=about.own_page(),
        after=_lines(
            _("The file with this mail puts it into your calendar.") if about.sittings else "",
            kept % {"days": about.notice.keep_days},
            about.others(),
            about.foot(),
        ),
        leave=about.not_coming(),
        calendars=about.requests(),
    )


def waiting(letter: Letter) -> Written | None:
    """They are on the waiting list."""
    about = about_what_is_to_be(letter, Who.WAITING)
    if about is None:
        return None
    return Written(
        subject=_("You are on the waiting list: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            _("All places at %(title)s are taken, and you are on the waiting list.")
            % {"title": about.title},
            _("When a place becomes free, it is offered by mail to whoever has waited longest."),
        ),
        facts=_facts(about.when()),
        next=about.own_page(),
        after=_lines(about.others(), about.foot()),
        leave=(_("Leave the waiting list on your own page"), about.link),
    )


def place_offered(letter: Letter) -> Written | None:
    """A place became free for them."""
    about = about_what_is_to_be(letter, Who.OFFERED)
    until = about.registration.offered_until if about is not None else None
    if about is None or until is None or until <= about.now:
        return None
    return Written(
        subject=_("A place is free for you: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            _("A place at %(title)s has become free.") % {"title": about.title},
            _("It is kept for you for a while. After that it goes to the next person."),
        ),
        facts=_facts((_("Kept for you until"), hour_of(until, about.notice)), about.when()),
        next=(_("Say whether you come"), about.link),
        after=_lines(about.others(), about.foot()),
        leave=(_("Leave the waiting list on your own page"), about.link),
    )


def place_gone(letter: Letter) -> Written | None:
    """The place that was kept for them was not taken."""
    about = about_what_is_to_be(letter, Who.WAITING, Who.NOT_COMING)
    if about is None:
        return None
    waits = about.registration.state == Who.WAITING
    return Written(
        subject=_("Your place was given on: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            _(
                "A place at %(title)s was kept for you. As you did not answer, it was offered to "
                "the next person."
            )
            % {"title": about.title},
            _("You are still on the waiting list.")
            if waits
            else _("You are not on the waiting list any more."),
        ),
        next=about.own_page(),
        after=_lines(about.others(), about.foot()),
        leave=(_("Leave the waiting list on your own page"), about.link) if waits else None,
    )


def changed(letter: Letter) -> Written | None:
    """The time or the place changed; only the newest change is told."""
    about = about_what_is_to_be(letter, Who.COMING, Who.WAITING, Who.OFFERED)
    if about is None:
        return None
    requests, gone = about.requests(), about.gone()
    return Written(
        subject=_("Changed: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            _("The time or the place of %(title)s has changed. This is how it is now:")
            % {"title": about.title},
        ),
        facts=_facts(
            about.when(),
            about.place(),
            (_("No longer"), about.when(gone)[1] if gone else ""),
        ),
        next=about.own_page(),
        after=_lines(
            _("The file with this mail changes it in your calendar.") if requests else "",
            about.others(),
            about.foot(),
        ),
        leave=about.not_coming(),
        calendars=requests + (about.cancellations(gone) if gone else ()),
    )


def cancelled(letter: Letter) -> Written | None:
    """It does not take place, and why."""
    about = about_letter(letter, Who.COMING, Who.WAITING, Who.OFFERED)
    if about is None or about.notice.state != State.CANCELLED:
        return None
    why = about.notice.cancelled_because.strip()
    taken_out = about.cancellations()
    return Written(
        subject=_("Cancelled: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            _("%(title)s does not take place.") % {"title": about.title},
        ),
        facts=_facts((_("Why"), why), (_("It was to be"), about.when()[1])),
        next=about.own_page(),
        after=_lines(
            _("The file with this mail takes it out of your calendar.") if taken_out else "",
            about.others(),
            about.foot(),
        ),
        calendars=taken_out,
    )


def not_coming(letter: Letter) -> Written | None:
    """They said that they do not come, or those who prepare the workshop said so of them."""
    about = about_what_is_to_be(letter, Who.NOT_COMING)
    if about is None:
        return None
    said = _("You said that you are not coming to %(title)s. Thank you for telling us.")
    again = _(
        "If that changes, you can register again on your own page for as long as there are places."
    )
    if letter.given.get("said_for_them"):
        said = _(
            "Those who prepare %(title)s said that you are not coming, and gave your place to "
            "others."
        )
        again = _(
            "If you are coming, say so on your own page: you get a place for as long as there are "
            "any."
        )
    taken_out = about.cancellations()
    return Written(
        subject=_("You are not coming: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            said % {"title": about.title},
            again,
        ),
        next=about.own_page(),
        after=_lines(
            _("The file with this mail takes it out of your calendar.") if taken_out else "",
            about.others(),
            about.foot(),
        ),
        calendars=taken_out,
    )


def asked_to_tell(letter: Letter) -> Written | None:
    """They offered an experience, and are asked to tell it."""
    about = about_what_is_to_be(letter, Who.COMING)
    if about is None or about.registration.asked_to_tell_at is None:
        return None
    return Written(
        subject=_("Would you tell your experience? %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            about.alone(),
            _(
                "You offered to tell an experience. The facilitators of %(title)s would like to "
                "hear it."
            )
            % {"title": about.title},
            _(
                "You can prepare it beforehand. Only you see what you write until you show it, "
                "moment by moment, and you can take all of it back at any time."
            ),
        ),
        facts=_facts((_("What you offered"), about.registration.line.strip()), about.when()),
        next=(_("Prepare your story"), about.link),
        after=_lines(about.others(), about.foot()),
        leave=(_("Rather not? Say so on your own page; no reason is needed"), about.link),
    )


def after(letter: Letter) -> Written | None:
    """The outline is there, and their link goes on working."""
    about = about_what_is_to_be(letter, Who.COMING)
    if about is None:
        return None
    rests_on_theirs = _has_lines(about.registration)
    return Written(
        subject=_("The outline is there: %(title)s") % {"title": about.title},
        lines=_lines(
            about.hello(),
            _(
                "What the group made of %(title)s can be read: the aims, the values, and how it "
                "should go."
            )
            % {"title": about.title},
            _(
                "Your link goes on working. With it you can correct what you said or take it back, "
                "and change what you answered about research, at any time and without a reason."
            ),
            _(
                "Some lines rest on words of yours. You can say whether they are what you meant; "
                "you need not."
            )
            if rests_on_theirs
            else "",
        ),
        next=(_("Look at the lines that rest on your words"), f"{about.link}?lines")
        if rests_on_theirs
        else about.own_page(),
        after=_lines(about.others(), about.foot()),
    )


def _has_lines(registration: Registration) -> bool:
    """Whether a line of the outline rests on words of theirs (O6)."""
    person = registration.person
    if person is None:
        return False
    return rooms().read_own(
        registration.workshop.pk, person, lambda chart: bool(lines_of(chart, person))
    )


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)
