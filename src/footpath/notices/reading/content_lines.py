"""A calendar file's lines as they stand in it: unfolded and unescaped, each with its place; and how they nest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from footpath.notices.reading.draft import Unreadable
from footpath.notices.reading.passages import LONGEST, Passage, Piece, passage

MOST_ENTRIES = 200
DEEPEST = 20

_NAME = re.compile(
    r"(?P<name>[A-Za-z0-9-]{1,60})(?P<parameters>(?:;[^:\"]{0,500}(?:\"[^\"]{0,500}\"[^:\"]{0,500}){0,5})?):"
)
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Line:
    """A content line: from where to where it stands, with its value's letters."""

    name: str
    parameters: dict[str, str]
    value: str
    start: int
    end: int
    pieces: list[Piece]


@dataclass
class Component:
    """A part between BEGIN and END."""

    kind: str
    lines: list[Line] = field(default_factory=list[Line])
    parts: list["Component"] = field(default_factory=list["Component"])

    def line(self, name: str) -> Line | None:
        """The first line of a name."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        """All lines of a name."""
        return [line for line in self.lines if line.name == name]

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
    count = len(re.findall(r"(?mi)^BEGIN:VEVENT\b", text))
    if count > MOST_ENTRIES:
        raise Unreadable(f"This calendar holds {count:,} entries; a notice holds at most {MOST_ENTRIES}.")
    root = Component("")
    open_parts = [root]
    for line in _lines(text):
        kind = line.value.strip().upper()
        if line.name == "BEGIN":
            if len(open_parts) > DEEPEST:
                raise Unreadable("This calendar is nested too deeply to be read.")
            open_parts.append(Component(kind))
            open_parts[-2].parts.append(open_parts[-1])
        elif line.name == "END":
            if open_parts[-1].kind != kind or len(open_parts) == 1:
                raise Unreadable(f"This calendar is broken: “END:{kind[:40]}” ends nothing that is open there.")
            open_parts.pop()
        else:
            open_parts[-1].lines.append(line)
    if len(open_parts) > 1:
        raise Unreadable(f"This calendar is cut off: {open_parts[-1].kind[:40]} is begun and not ended.")
    return root


def _lines(text: str) -> Iterator[Line]:
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


def _made(text: str, stretches: list[tuple[int, int]]) -> Iterator[Line]:
    whole = "".join(text[start:end] for start, end in stretches)
    match = _NAME.match(whole)
    if match is None:
        return
    parameters = dict(_parameter(each) for each in match["parameters"].split(";") if "=" in each)
    value = whole[match.end() :]
    name = match["name"].upper()
    pieces: list[Piece] = []
    if name in _READ:
        places = (at for start, end in stretches for at in range(start, end))
        pieces = list(_unescaped([(text[at], at) for at in islice(places, match.end(), LONGEST)]))
    yield Line(name, parameters, value, stretches[0][0], stretches[-1][1], pieces)


_READ = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME"})


def _parameter(given: str) -> tuple[str, str]:
    name, _, value = given.partition("=")
    return name.strip().upper(), value.strip().strip('"')


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


def passage_of(source: str, lines: list[Line]) -> Passage:
    """What lines say, as one text."""
    pieces: list[Piece] = []
    for line in lines:
        pieces += [*line.pieces, ("\n", line.end - 1, line.end), ("\n", line.end - 1, line.end)]
    return passage(source, pieces)
