"""What a mail server's or a provider's no means: try again later, or never."""

import re
import smtplib
from typing import Any

from footpath.mail.smtp import Heard
from footpath.method.words.readable import readable

ADDRESS = re.compile(r"<?(?<![^\s<>\"'])[^\s<>\"']+@[^\s<>\"']+>?")
SHAPE = (ValueError, UnicodeError, TypeError)
"""An address or a text that cannot be put into a mail; no try will change that."""

TOO_LARGE = (452, 552)
"""What a server may say to a mail's size when it hears whom it is from."""


def _refused(trouble: smtplib.SMTPRecipientsRefused) -> tuple[int, Any]:
    return next(iter(trouble.recipients.values()), (450, ""))


def is_about_the_letter(trouble: Exception) -> bool:
    """Whether the next letter can be tried at once, because only this one was not taken."""
    return (
        isinstance(trouble, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, *SHAPE))
        or _status(trouble) == 400
    )


def is_about_us(trouble: Exception, heard: Heard) -> bool:
    """Whether nobody's letter would be taken just now: the server ended it, or said no, before it
    heard whom it is for; or a provider does not know this installation, or has enough of it.
    """
    if isinstance(trouble, smtplib.SMTPSenderRefused):
        return trouble.smtp_code not in TOO_LARGE
    if isinstance(trouble, smtplib.SMTPException):
        return heard is Heard.NOTHING
    return _status(trouble) in (401, 403, 429)


def is_final(trouble: Exception) -> bool:
    """Whether it was refused for good."""
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        return _refused(trouble)[0] >= 500
    if isinstance(trouble, smtplib.SMTPDataError):
        return trouble.smtp_code >= 500
    return (
        isinstance(trouble, SHAPE)
        or _status(trouble) in (400, 413, 422)
        or _is_providers_no(trouble)
    )


def is_about_its_words(trouble: Exception) -> bool:
    """Whether it was refused for good for what it says, and not for whom it is for."""
    is_for_whom = isinstance(trouble, smtplib.SMTPRecipientsRefused) or _is_providers_no(trouble)
    return is_final(trouble) and not is_for_whom


def _status(trouble: Exception) -> int | None:
    """The answer of a provider's web service; 401 and 403 are about this installation, 429
    and 5xx about now.
    """
    return getattr(trouble, "status_code", None)


def _is_providers_no(trouble: Exception) -> bool:
    return type(trouble).__name__ in ("AnymailRecipientsRefused", "AnymailInvalidAddress")


def words_of(trouble: Exception) -> str:
    """Its words, without anybody's address, in one line."""
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        code, words = _refused(trouble)
    elif isinstance(trouble, smtplib.SMTPResponseException):
        code, words = trouble.smtp_code, trouble.smtp_error
    else:
        code, words = "", str(trouble) or type(trouble).__name__
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
    return without_addresses(f"{code} {text}")


def without_addresses(text: str) -> str:
    """In one line, and naming nobody."""
    return " ".join(ADDRESS.sub("(the address)", readable(text)).split())[:300]
