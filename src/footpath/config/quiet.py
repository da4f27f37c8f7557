"""What the log leaves out: addresses that open doors, how a stranger's rubbish was refused,
and floods of a kind.
"""

import logging
import re
import time

_OPENS = re.compile(r"/(w|ws|invitation|sign-in/link)/\S+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LONGEST = 300
MANY, WITHIN = 20, 60.0


class NoLinks(logging.Filter):
    """Shortens every address that opens something in a log line, and drops the request that
    Django hangs on it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the line; every line passes."""
        record.msg, record.args = _OPENS.sub(r"/\1/…", record.getMessage()), ()
        return True


class OneLine(logging.Filter):
    """What a stranger did wrong is one short line: where in our code it was refused is no fault
    to be found there.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the line; every line passes."""
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
            record.msg, record.args = _UNPRINTABLE.sub(" ", record.getMessage())[:LONGEST], ()
        return True


class Few(logging.Filter):
    """Of each kind of line so many within a minute, and then how many were left out: a flood must
    not fill the disk.
    """

    def __init__(self, name: str = "") -> None:
        """Nothing was said yet."""
        super().__init__(name)
        self._said: dict[tuple[object, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line passes. A kind is a place in the code and the answer's
        status, and no text.
        """
        kind = (
            record.name,
            record.levelno,
            record.pathname,
            record.lineno,
            getattr(record, "status_code", None),
        )
        since, count = self._said.get(kind, (0.0, 0))
        now = time.monotonic()
        if now - since > WITHIN:
            if (more := count - MANY) > 0:
                record.msg, record.args = (
                    f"{record.getMessage()} (and {more} more like the last ones)",
                    (),
                )
            since, count = now, 0
        self._said[kind] = (since, count + 1)
        return count < MANY
