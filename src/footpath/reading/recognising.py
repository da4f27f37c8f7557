"""What kind of notice it is, and that it is one that can be read."""

import codecs
import re
from datetime import UTC, date, datetime
from itertools import islice

from footpath.method.words.readable import readable
from footpath.reading.draft import Draft, NoticeUnreadable
from footpath.reading.passages import LONGEST, passage, plain, shown_of_page
from footpath.reading.plain_text import read_plain_text
from footpath.reading.web_pages import structured_parts

LARGEST = 1_000_000

_TOO_LONG = f"This text is longer than {LONGEST:,} characters: paste only the notice."
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CALENDAR = re.compile(
    r"\A\s*+BEGIN\s*+:\s*+V(?:CALENDAR|EVENT|TODO|JOURNAL|TIMEZONE)\b", re.IGNORECASE
)
_PAGE = re.compile(
    r"\A\s*+(?:<!--[^>]{0,500}-->\s*+)?<(?:!doctype html|html|head|body|script|meta|div|section|"
    r"article|main|h1|p|ul|table)\b",
    re.IGNORECASE,
)
_STRUCTURED = re.compile(r"\A\s*+[\[{]")
_FOLD_IN_A_LETTER = re.compile(rb"(?<=[\x80-\xf4])\r?\n[ \t](?=[\x80-\xbf])")


def read_notice(given: str | bytes, name: str = "", today: date | None = None) -> Draft:
    """Read a notice of any kind.

    Raises:
        Unreadable: with one clear sentence.
    """
    if len(given) > LARGEST:
        raise NoticeUnreadable(
            f"This is larger than {LARGEST // 1_000_000} MB; a notice is much smaller."
        )
    text = _decoded(given) if isinstance(given, bytes) else given
    return readable(_read(text, name, today))


def _read(text: str, name: str, today: date | None) -> Draft:
    if not text.strip("\ufeff\u200b \t\r\n\x00"):
        raise NoticeUnreadable("There is nothing in it to read.")
    day = today or datetime.now(tz=UTC).date()
    text = text.removeprefix("\ufeff")
    if _CALENDAR.match(text) or name.lower().endswith((".ics", ".ical", ".ifb")):
        from footpath.reading.calendar import read_calendar

        return read_calendar(text)
    if _STRUCTURED.match(text) and (_is_json(text) or name.lower().endswith((".json", ".jsonld"))):
        from footpath.reading.structured import read_structured

        return read_structured(text)
    if _PAGE.match(text) or name.lower().endswith((".html", ".htm", ".xhtml")):
        return _read_page(text, day, name)
    return _read_text(text, day, name)


def _is_json(text: str) -> bool:
    """Whether it begins as JSON does; a text may begin with a bracket too."""
    return bool(re.match(r"\A\s*+(?:\{\s*+(?:\"|\}|$)|\[\s*+(?:[\[{\"\]]|$|-?\d+\s*[,\]]))", text))


def _read_page(text: str, today: date, name: str) -> Draft:
    if parts := structured_parts(text):
        from footpath.reading.structured import read_structured

        return read_structured(text, parts)
    shown = passage(text, islice(shown_of_page(text), 20 * LONGEST))
    if len(shown.text) > LONGEST:
        raise NoticeUnreadable(_TOO_LONG)
    return read_plain_text(shown, today, name)


def _read_text(text: str, today: date, name: str) -> Draft:
    if len(text) > LONGEST:
        raise NoticeUnreadable(_TOO_LONG)
    notice = plain(text)
    if not re.search(r"\w", notice.text):
        raise NoticeUnreadable("There are no words in it to read.")
    return read_plain_text(notice, today, name)


def _decoded_unfolded(given: bytes) -> str:
    """A text that is no UTF-8 as it stands: calendar programs fold lines within a
    letter of several bytes.
    """
    try:
        return _FOLD_IN_A_LETTER.sub(b"", given).decode("utf-8")
    except UnicodeDecodeError:
        return given.decode("cp1252", errors="replace")


def _decoded(given: bytes) -> str:
    """The text of a file in the encodings in which notices come."""
    for mark, encoding in _MARKS.items():
        if given.startswith(mark):
            return given.decode(encoding, errors="replace")
    if given[:2000].count(b"\x00") * 3 > len(given[:2000]):
        encoding = "utf-16-be" if given[:1] == b"\x00" else "utf-16-le"
        return given.decode(encoding, errors="replace")
    try:
        text = given.decode("utf-8")
    except UnicodeDecodeError:
        text = _decoded_unfolded(given)
    odd = sum(
        text.count(sign) for sign in map(chr, (*range(9), *range(14, 27), *range(28, 32), 0xFFFD))
    )
    if odd * 10 > len(text):
        raise NoticeUnreadable(
            "This is no text, calendar file or page, but a file of another kind."
        )
    return text
