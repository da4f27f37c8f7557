"""The loop that sends: one letter after the other, each marked before the mail server
hears of it and after.

Where no line can be opened, nothing is touched and it is asked again later. A letter with which
there is trouble waits by itself. One that was being sent when the process died, or whose line broke
after its words were given, goes again with the Message-ID that it had.
"""

import logging
import threading
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import make_msgid
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.db.models import Case, Min, QuerySet, When
from django.utils import timezone

from footpath import mail
from footpath.mail.asking import address_of, asked
from footpath.mail.limits import AN_HOUR, address_key, free_at
from footpath.mail.line import MailLine, NoLine
from footpath.mail.models import Letter
from footpath.mail.same_address import folded
from footpath.mail.slow import Slowness, patience
from footpath.mail.smtp import ANSWER
from footpath.mail.trouble import (
    is_about_its_words,
    is_about_the_letter,
    is_about_us,
    is_final,
    words_of,
)
from footpath.mail.writing import write

LEASE = timedelta(minutes=10)
"""How long a letter is left alone that is being sent: longer than a slow server takes for one."""
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
"""Between two tries, growing by half and half."""
TRIES = 120
"""More than four days of tries; then it counts as refused."""
A_MONTH = timedelta(days=30)
LOOK_EVERY = 30.0
A_TURN = 30.0
"""Seconds after which no further letter is begun in a turn: the next one, at once, sees what was
asked for meanwhile.
"""
REST = timedelta(seconds=10)
"""For which nobody's letter is tried, where two in a row ended the line or it was opened too often.
It does not grow: it would be a way to keep everybody's letters.
"""
MARKING = 300
"""Seconds for which it is tried to note that a letter went."""
_log = logging.getLogger(__name__)


class Sender:
    """Sends what is due, in whatever thread calls it. The clock is the caller's."""

    def __init__(self) -> None:
        """Nothing was tried yet."""
        self._away_until: datetime | None = None
        self._away_times = 0
        self._ended_for = ""
        """The address of the letter that ended the line, where none went since in this turn."""
        self._newest_first = False
        self._slowness = Slowness()

    def turn(self, now: datetime) -> float:
        """Send what is due; for how many seconds there is nothing to do then."""
        _empty(now)
        if not mail.is_set_up():
            return LOOK_EVERY
        line, self._ended_for = MailLine(), ""
        until = time.monotonic() + A_TURN
        try:
            while time.monotonic() < until and not self._away_for(now) and _due(now).exists():
                if line.is_used_up:
                    self._away_until = now + REST
                    break
                line.ready()
                letter = take(now, self._slowness, newest_first=self._newest_first)
                if letter is None:
                    break
                self._send(letter, line, now)
        except NoLine as trouble:
            self._stay_away(now, trouble)
        finally:
            line.close()
        return min(self._away_for(now), LOOK_EVERY) or _until_next(now)

    def _away_for(self, now: datetime) -> float:
        """For how many seconds nobody's letter is tried."""
        if self._away_until is None:
            return 0.0
        return max((self._away_until - now).total_seconds(), 0.0)

    def _stay_away(self, now: datetime, trouble: Exception) -> None:
        """Nobody takes mail just now: leave it for a while."""
        self._away_until = now + _pause(self._away_times)
        self._away_times += 1
        _log.warning("No mail can be sent just now; letters wait: %s", words_of(trouble))

    def _send(self, letter: Letter, line: MailLine, now: datetime) -> None:
        """Send one.

        What is refused for its words goes again at once with fewer names in it: what somebody is
        called must keep nobody's news from them.
        """
        ours = Letter.objects.filter(pk=letter.pk, state=Letter.State.SENDING)
        try:
            message = write(letter)
        except Exception:
            _log.exception("A letter could not be written: %s", letter.purpose)
            _later(letter, now, "It could not be written.")
            return
        if message is None:
            ours.update(state=Letter.State.DROPPED, to="", given={})
            return
        began = time.monotonic()
        try:
            line.ready()
            line.give(message, patience(letter.tries) if _due(now).exists() else ANSWER)
        except NoLine:
            ours.update(state=Letter.State.WAITING, due_at=now, tries=letter.tries - 1)
            raise
        except Exception as trouble:
            self._slowness.note(letter, time.monotonic() - began, went=False)
            if is_about_its_words(trouble) and _names_fewer(letter):
                self._send(letter, line, now)
            else:
                self._in_trouble(letter, line, now, trouble)
            return
        self._slowness.note(letter, time.monotonic() - began, went=True)
        _mark_sent(ours, now)
        self._away_times, self._ended_for = 0, ""

    def _in_trouble(
        self, letter: Letter, line: MailLine, now: datetime, trouble: Exception
    ) -> None:
        """This letter waits; the others only where it is not about this one."""
        if is_final(trouble):
            refuse(letter, words_of(trouble))
            return
        _later(letter, now, words_of(trouble))
        if is_about_us(trouble, line.heard):
            self._stay_away(now, trouble)
        elif not is_about_the_letter(trouble) or not line.lives():
            whom, self._away_times = folded(address_of(letter)), 0
            self._newest_first = not self._newest_first
            if self._ended_for not in ("", whom) and not line.fell_silent:
                self._away_until = now + REST
            self._ended_for = whom


def take(now: datetime, slowness: Slowness, *, newest_first: bool = False) -> Letter | None:
    """The next letter that is due, marked as being sent; None where there is none. What was tried
    less often comes first, and of that what somebody waits for to sign in. After trouble it goes on
    from the other end, so that who asks after many with which there is trouble waits behind none of
    them.
    """
    is_other = Case(When(purpose=Letter.URGENT, then=0), default=1)
    order = ("-due_at", "-pk") if newest_first else ("due_at", "pk")
    while True:
        with transaction.atomic():
            due = _due(now).order_by("tries", is_other, *order)
            letter = slowness.first_of(due).select_for_update(skip_locked=True).first()
            if letter is None:
                return None
            letter.whom = address_key(letter)
            waits_until = free_at(letter, now)
            if waits_until is None:
                letter.state, letter.due_at, letter.tries = (
                    Letter.State.SENDING,
                    now + LEASE,
                    letter.tries + 1,
                )
                letter.letter_id = letter.letter_id or make_msgid(
                    domain=settings.MAIL_ADDRESS.rpartition("@")[2]
                )
                letter.save(update_fields=["state", "due_at", "tries", "letter_id", "whom"])
                return letter
            Letter.objects.filter(pk=letter.pk).update(due_at=waits_until)


def refuse(letter: Letter, why: str) -> None:
    """Nobody takes it. Its address is kept for a month, so that it can be sent again."""
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.REFUSED, trouble=why[:300])


def _names_fewer(letter: Letter) -> bool:
    """Leave names out of a letter; False where none are left to leave out. Which names stand in it
    only its writer knows, so each letter goes again.
    """
    if letter.names is Letter.Names.NOBODY:
        return False
    letter.given = {**letter.given, Letter.REFUSED_WITH: letter.names + 1}
    Letter.objects.filter(pk=letter.pk).update(given=letter.given)
    return True


def _due(now: datetime) -> QuerySet[Letter]:
    return Letter.objects.filter(
        state__in=[Letter.State.WAITING, Letter.State.SENDING], due_at__lte=now
    )


def _pause(times: int) -> timedelta:
    return min(SHORTEST * 2 ** min(times, 10), LONGEST)


def _mark_sent(letter: QuerySet[Letter], now: datetime) -> None:
    """Note that it went. A database that is away for a moment must not let it go twice, so this
    is tried for long.
    """
    for _ in range(MARKING):
        try:
            letter.update(state=Letter.State.SENT, sent_at=now, to="", given={}, trouble="")
            return
        except DatabaseError:
            close_old_connections()
            time.sleep(1)
    letter.update(state=Letter.State.SENT, sent_at=now, to="", given={}, trouble="")


def _later(letter: Letter, now: datetime, why: str) -> None:
    """Keep it and try again."""
    if letter.tries >= TRIES:
        refuse(letter, why)
        return
    ours = Letter.objects.filter(pk=letter.pk, state=Letter.State.SENDING)
    ours.update(
        state=Letter.State.WAITING, due_at=now + _pause(letter.tries - 1), trouble=why[:300]
    )


def _empty(now: datetime) -> None:
    """What was kept for the limits and for sending again goes when its time is over."""
    Letter.objects.filter(whom__gt="", sent_at__lt=now - AN_HOUR).update(whom="", speaks_of=None)
    old = Letter.objects.filter(state=Letter.State.REFUSED, due_at__lt=now - A_MONTH)
    old.exclude(to="", given={}).update(to="", given={}, whom="")


def _until_next(now: datetime) -> float:
    kept = [Letter.State.WAITING, Letter.State.SENDING]
    next_due = Letter.objects.filter(state__in=kept).aggregate(at=Min("due_at"))["at"]
    return (
        LOOK_EVERY
        if next_due is None
        else min(max((next_due - now).total_seconds(), 0.5), LOOK_EVERY)
    )


class Loop:
    """The sender in a thread of its own, for as long as the server runs."""

    def __init__(self) -> None:
        """Begin."""
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="mail", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        sender = Sender()
        while not self._stopping:
            asked.clear()
            close_old_connections()
            try:
                wait = sender.turn(timezone.now())
            except Exception:  # a database that is away for a while must not end the mails
                _log.exception("Mails could not be looked after")
                wait = LOOK_EVERY
            asked.wait(wait)
        connection.close()

    def stop(self) -> None:
        """Finish the letter that is being sent, if that takes no more than a moment; it
        is kept in any case.
        """
        self._stopping = True
        asked.set()
        self._thread.join(timeout=5)
