"""Writing a letter at the moment at which it goes, so that it says what holds then, as
plain text and as HTML.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.module_loading import import_string

from footpath.mail.asking import address_of
from footpath.mail.models import Letter
from footpath.mail.same_address import told


@dataclass(frozen=True)
class Written:
    """What a letter says. Every text is plain; the templates escape it."""

    subject: str
    lines: tuple[str, ...]
    """Paragraphs; a line break within one is kept."""
    facts: tuple[tuple[str, str], ...] = ()
    """What to know at a glance, such as when and where: names and values; links in
    values can be followed.
    """
    next: tuple[str, str] | None = None
    """The one thing to do next: its words, and its whole link."""
    after: tuple[str, ...] = ()
    """Small print below it."""
    leave: tuple[str, str] | None = None
    """How to get no more of these: its words, and its whole link."""
    calendars: tuple[tuple[str, bytes], ...] = ()
    """Calendar files with their method, one for each sitting: calendar programs take
    one change at a time.
    """
    files: tuple[tuple[str, str, bytes], ...] = ()
    """Other files: names, kinds and contents."""
    headers: dict[str, str] = field(default_factory=dict[str, str])


Writer = Callable[[Letter], Written | None]


def language_of(letter: Letter) -> str:
    """The language of the workshop that it is about, where our sentences are in it; one mail
    mixes no languages.
    """
    wanted: str = getattr(letter.about, "letter_language", "") or settings.LANGUAGE_CODE
    names = (translation.to_locale(wanted), translation.to_locale(wanted).partition("_")[0])
    there = any(Path(folder, name).is_dir() for folder in settings.LOCALE_PATHS for name in names)
    return wanted if there else settings.LANGUAGE_CODE


def sent_by(letter: Letter) -> str:
    """In whose name it comes."""
    return getattr(letter.about, "letter_sender", "") or "Footpath"


def write(letter: Letter) -> EmailMultiAlternatives | None:
    """The letter as a mail; None where it is no longer needed or nobody is left to read it."""
    to = told(address_of(letter))
    language = language_of(letter)
    with translation.override(language):
        writer: Writer = import_string(settings.LETTERS[letter.purpose])
        written = writer(letter) if to else None
        if written is None:
            return None
        context = {"written": written, "language": language, "from": sent_by(letter)}
        text = render_to_string("mail/letter.txt", context).strip() + "\n"
        html = render_to_string("mail/letter.html", context)
    headers = {
        "Message-ID": letter.letter_id,
        "Auto-Submitted": "auto-generated",
        **written.headers,
    }
    if written.leave is not None:
        headers["List-Unsubscribe"] = f"<{written.leave[1]}>"
    subject = " ".join(written.subject.split())
    mail = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=headers)
    mail.attach_alternative(html, "text/html")
    if settings.MAIL.provider:
        mail.metadata = {"letter": letter.letter_id}  # pyright: ignore[reportAttributeAccessIssue]
    _attach(mail, written)
    return mail


def _attach(mail: EmailMultiAlternatives, written: Written) -> None:
    """The first calendar stands among the alternatives, where an invitation is looked
    for; all are attached.
    """
    for number, (method, calendar) in enumerate(written.calendars, start=1):
        kind = f"text/calendar; method={method}"
        if number == 1:
            mail.attach_alternative(calendar.decode(), kind)
        mail.attach(
            f"sitting-{number}.ics" if len(written.calendars) > 1 else "workshop.ics",
            calendar,
            kind,
        )
    for name, kind, content in written.files:
        mail.attach(name, content, kind)
