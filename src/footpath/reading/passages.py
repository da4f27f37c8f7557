"""A text made even for reading, each letter of which knows the place in the notice
that it came from.
"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 20_000
"""So many letters a notice may have."""

Piece = tuple[str, int, int]
"""What to read, and from where to where it stands in the source; one letter or none."""

_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
_EVEN = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\r\v\f\u2028\u2029\x85", "\n")
    | {"\uff1a": ":"}
)
_UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Passage:
    """An even text: no runs of blanks, at most one empty line in a row; `words` gives back the
    source's own words.
    """

    source: str
    text: str
    letters: Sequence[str]
    """The same before its dashes, quotation marks and blanks were made even."""
    starts: list[int]
    ends: list[int]

    def words(self, start: int, end: int) -> str | None:
        """The source's words for a stretch of the text."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.source[self.starts[start] : self.ends[end - 1]] if start < end else None

    def said(self, start: int, end: int) -> str:
        """A stretch of the text as people read it, in one line."""
        letters = "".join(self.letters[start:end]) or self.words(start, end) or ""
        return " ".join(letters.split()).strip(" *_")


def passage(source: str, pieces: Iterable[Piece]) -> Passage:
    """Make the pieces of a source into an even text."""
    text: list[str] = []
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for given, start, end in pieces:
        if len(text) > LONGEST:
            break
        letter = given.translate(_EVEN)
        if _UNSEEN.match(given) and letter != "\n":
            continue
        if letter == " " and (not text or text[-1] in " \n"):
            continue
        if letter == "\n":
            while text and text[-1] == " ":
                for each in (text, letters, starts, ends):
                    each.pop()
            if not text or text[-2:] == ["\n", "\n"]:
                continue
        text.append(letter)
        letters.append(given if letter not in " \n" else letter)
        starts.append(start)
        ends.append(end)
    return Passage(source, "".join(text), "".join(letters), starts, ends)


def plain(source: str) -> Passage:
    """A pasted text."""
    return passage(source, _lines(source))


def _lines(source: str) -> Iterable[Piece]:
    """Its letters, with a CRLF as one line's end."""
    for place, letter in enumerate(source):
        if letter != "\r" or source[place + 1 : place + 2] != "\n":
            yield letter, place, place + 1


_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "main",
        "aside",
        "form",
        "dl",
        "dt",
        "dd",
        "pre",
        "blockquote",
        "figure",
        "hr",
        "address",
        "details",
        "button",
        "option",
    ]
)
_LOWER = {capital: capital + 32 for capital in range(65, 91)}
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,20}\d?);")
_TAG = re.compile(r"/?([A-Za-z][A-Za-z0-9]{0,20})")


def shown_of_page(source: str) -> Iterable[Piece]:
    """What an HTML page shows: its text without tags, scripts and styles."""
    place, size, lower = 0, len(source), source.translate(_LOWER)
    while place < size:
        letter = source[place]
        if letter == "<":
            end, shown = _past_tag(source, lower, place)
            if end > place:
                yield from ((line, place, end) for line in shown)
                place = end
                continue
        if letter == "&" and (reference := _REFERENCE.match(source, place)):
            for each in html.unescape(reference.group()):
                yield each, place, reference.end()
            place = reference.end()
            continue
        yield (" " if letter in "\r\n" else letter), place, place + 1
        place += 1


def _past_tag(source: str, lower: str, place: int) -> tuple[int, str]:
    """Where a tag that begins here ends, with what is never shown, and the line's
    end that it makes.
    """
    if source.startswith("<!--", place):
        end = source.find("-->", place)
        return (len(source) if end < 0 else end + 3), ""
    tag = _TAG.match(source, place + 1)
    if tag is None:
        return (
            source.find(">", place) + 1 if source[place + 1 : place + 2] in ("!", "?") else place
        ), ""
    end = source.find(">", tag.end()) + 1 or len(source)
    name = tag.group(1).lower()
    if name in ("script", "style", "template", "title") and source[place + 1] != "/":
        close = lower.find(f"</{name}", end)
        end = len(source) if close < 0 else source.find(">", close) + 1 or len(source)
    if name == "li" and source[place + 1] != "/":
        return end, "\n* "
    return end, "\n" * (
        2 if name in ("p", "h1", "h2", "h3", "ul", "ol", "section") else name in _BLOCKS
    )
