"""The line to the mail server, or to a provider, for one turn of the sender: a new one where the
old one ended.
"""

import logging
import time

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.module_loading import import_string

from footpath.mail.smtp import ANSWER, Heard, Smtp
from footpath.mail.trouble import is_final, words_of

MOST = 20
"""Lines opened in one turn: no mail server is to think that it is attacked."""
_log = logging.getLogger(__name__)


class NoLine(Exception):
    """No line can be opened: nobody's letter can go just now."""


class MailLine:
    """What letters are given to. Whoever gives one asks `ready` before."""

    def __init__(self) -> None:
        """Nothing is opened yet."""
        self._backend: BaseEmailBackend | None = None
        self._opened = 0
        self._is_fresh = self._is_in_doubt = True
        self.fell_silent = False
        """Whether it was we who had waited long enough for what it says to the last mail."""

    @property
    def is_used_up(self) -> bool:
        """Whether a further line would be needed, and none may be opened in this turn."""
        return self._opened >= MOST and self._is_in_doubt and not self.lives()

    def ready(self) -> None:
        """See to it that a line is open on which the next letter can go.

        Raises:
            NoLine: when none can be opened.
        """
        if self._backend is None or (self._is_in_doubt and not self.lives()):
            self._open()
        self._is_in_doubt = False

    def give(self, mail: EmailMessage, patience: float) -> None:
        """Give it one mail. A line that has served before may end for what was before, such as
        too many addresses that nobody has: then the mail goes once more on a new one, unless its
        words were given, because it may have been taken, or the server had said nothing of its
        address for as long as our `patience` is.

        Raises:
            NoLine: when no new one can be opened.
            Exception: whatever a server or a provider's library says.
        """
        was_fresh, self._is_fresh, began = self._is_fresh, False, time.monotonic()
        try:
            self._send(mail, patience)
        except Exception as trouble:
            self._is_in_doubt = True
            self.fell_silent = time.monotonic() - began >= min(patience, ANSWER)
            if (
                was_fresh
                or self.fell_silent
                or is_final(trouble)
                or self.heard is Heard.WORDS
                or self.lives()
            ):
                raise
            self._open()
            self._is_fresh, self._is_in_doubt = False, True
            self._send(mail, patience)
            self._is_in_doubt = False

    @property
    def heard(self) -> Heard:
        """What the server was told of the last mail; of a provider nobody knows."""
        return self._backend.heard if isinstance(self._backend, Smtp) else Heard.WORDS

    def lives(self) -> bool:
        """Whether the line is still there; a provider's web service has none."""
        return not isinstance(self._backend, Smtp) or self._backend.lives()

    def close(self) -> None:
        """Hang up."""
        try:
            if self._backend is not None:
                self._backend.close()
        except Exception as trouble:  # it has taken what it took
            _log.info("The line to the mail server did not close well: %s", words_of(trouble))
        self._backend = None

    def _open(self) -> None:
        self.close()
        self._opened += 1
        try:
            made: BaseEmailBackend = import_string(settings.MAIL.backend)(**settings.MAIL.options)
            self._backend = made
            made.open()
        except Exception as trouble:
            # whatever a server or a provider's library can raise: it is asked again later
            self.close()
            raise NoLine(words_of(trouble)) from trouble
        self._is_fresh = True

    def _send(self, mail: EmailMessage, patience: float) -> None:
        assert self._backend is not None
        self.fell_silent = False
        if isinstance(self._backend, Smtp):
            self._backend.wait_for_an_address(patience)
        self._backend.send_messages([mail])
