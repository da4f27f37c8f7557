"""A calendar file's lines as they stand in it, each with its place, and how they nest; `icalendar`
reads what they say.

The library keeps no places, and passes in silence over what is cut off or ends something else: both
are seen to here. Lines that nobody asks for are left out, because it takes its time for each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from footpath.reading.draft import NoticeUnreadable
from footpath.reading.passages import LONGEST, Passage, Piece, passage

MOST_ENTRIES = 200
MOST_LINES = 5_000
MOST_DATES = 1_000
LONGEST_RULE = 500
DEEPEST = 20

TIMES = frozenset({
    "UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE",
    "RECURRENCE-ID",
})  # fmt: skip
_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME"})
_READ = TIMES | _TEXTS | {
    "BEGIN", "END", "DTSTAMP", "METHOD", "STATUS", "TZID", "X-LIC-LOCATION", "X-WR-TIMEZONE",
    "CONFERENCE", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
}  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}(?=[;:])")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class ContentLine:
    """A content line: unfolded, and from where to where it stands; of a text each letter with
    its place as well.
    """

    name: str
    head: str
    """Its name with its parameters."""
    value: str
    start: int
    end: int
    pieces: list[Piece]


@dataclass
class Component:
    """A part between BEGIN and END."""

    kind: str
    lines: list[ContentLine] = field(default_factory=list[ContentLine])
    parts: list["Component"] = field(default_factory=list["Component"])

    @cached_property
    def named(self) -> dict[str, list[ContentLine]]:
        """Its lines by their names."""
        found: dict[str, list[ContentLine]] = {}
        for line in self.lines:
            found.setdefault(line.name, []).append(line)
        return found

    def line(self, name: str) -> ContentLine | None:
        """The first line of a name."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list[ContentLine]:
        """All lines of a name."""
        return self.named.get(name, [])

    def within(self, kind: str) -> Iterator["Component"]:
        """The parts of a kind, at any depth."""
        for part in self.parts:
            if part.kind == kind:
                yield part
            yield from part.within(kind)


def components(text: str) -> Component:
    """The file as nested components.

    Raises:
        Unreadable: when it is cut off, nested wrongly, or holds far too much.
    """
    root = Component("")
    open_parts = [root]
    for line in _bounded(text):
        kind = line.value.strip().upper()
        if line.name == "BEGIN":
            if len(open_parts) > DEEPEST:
                raise NoticeUnreadable("This calendar is nested too deeply to be read.")
            open_parts.append(Component(kind))
            open_parts[-2].parts.append(open_parts[-1])
        elif line.name == "END":
            if open_parts[-1].kind != kind or len(open_parts) == 1:
                raise NoticeUnreadable(
                    f"This calendar is broken: “END:{kind[:40]}” ends nothing that is open there."
                )
            open_parts.pop()
        else:
            open_parts[-1].lines.append(line)
    if len(open_parts) > 1:
        raise NoticeUnreadable(
            f"This calendar is cut off: {open_parts[-1].kind[:40]} is begun and not ended."
        )
    return root


def _bounded(text: str) -> Iterator[ContentLine]:
    """The lines of a calendar that a notice could be."""
    entries = len(re.findall(r"(?mi)^BEGIN:VEVENT\b", text))
    if entries > MOST_ENTRIES:
        raise NoticeUnreadable(
            f"This calendar holds {entries:,} entries; a notice holds at most {MOST_ENTRIES}."
        )
    dates = 0
    for count, line in enumerate(_lines(text)):
        if count >= MOST_LINES:
            raise NoticeUnreadable(
                f"This calendar says more than {MOST_LINES:,} things; a notice says far fewer."
            )
        dates += line.value.count(",") + 1 if line.name in ("RDATE", "EXDATE") else 0
        if dates > MOST_DATES:
            raise NoticeUnreadable(
                f"This calendar lists more than {MOST_DATES:,} dates; a notice lists far fewer."
            )
        yield line


def _lines(text: str) -> Iterator[ContentLine]:
    """Content lines with their continuation lines."""
    starts: list[tuple[int, int]] = []
    place = 0
    for end in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if starts and place < end[0] and text[place] in " \t":
            starts.append((place + 1, end[0]))
        elif place < end[0]:
            if starts:
                yield from _made(text, starts)
            starts = [(place, end[0])]
        place = end[1]
    if starts:
        yield from _made(text, starts)


def _made(text: str, stretches: list[tuple[int, int]]) -> Iterator[ContentLine]:
    from icalendar.parser import Contentline

    match = _NAME.match(text, *stretches[0])
    if match is None or (name := match.group().upper()) not in _READ:
        return
    whole = "".join(text[start:end] for start, end in stretches)
    at = Contentline(whole).value_separator_index()
    if at < 0:
        return
    head, value = whole[:at], whole[at + 1 :]
    if name in ("RRULE", "EXRULE") and len(value) > LONGEST_RULE:
        raise NoticeUnreadable(
            f"This calendar repeats by a rule of {len(value):,} letters; a notice has a short one."
        )
    pieces: list[Piece] = []
    if name in _TEXTS:
        places = (place for start, end in stretches for place in range(start, end))
        pieces = list(
            _unescaped([(text[place], place) for place in islice(places, at + 1, at + 1 + LONGEST)])
        )
    yield ContentLine(name, head, value, stretches[0][0], stretches[-1][1], pieces)


def _unescaped(letters: list[tuple[str, int]]) -> Iterator[Piece]:
    place = 0
    while place < len(letters):
        letter, at = letters[place]
        if letter == "\\" and place + 1 < len(letters):
            after, end = letters[place + 1]
            yield ("\n" if after in "nN" else after), at, end + 1
            place += 2
            continue
        yield letter, at, at + 1
        place += 1


def passage_of(source: str, lines: list[ContentLine]) -> Passage:
    """What lines say, as one text."""
    pieces: list[Piece] = []
    for line in lines:
        pieces += [*line.pieces, ("\n", line.end - 1, line.end), ("\n", line.end - 1, line.end)]
    return passage(source, pieces)
