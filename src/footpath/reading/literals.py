"""The strings of a JSON text, each with its place in it."""

import json
import re
from bisect import bisect_left
from dataclasses import dataclass

from footpath.reading.passages import Piece

_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"?', re.DOTALL)
"""To its end, even where that is the text's: nothing is gone through a second time."""
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)


@dataclass(frozen=True)
class Literal:
    """A string as written, without its quotation marks, and as read."""

    start: int
    end: int
    value: str


class Literals:
    """Finds where in a text the values stand that were read from it, going forward
    from entry to entry.
    """

    def __init__(self, text: str, parts: list[tuple[int, int]]) -> None:
        self.text = text
        self.all: list[Literal] = []
        for start, end in parts:
            for match in _STRING.finditer(text, start, end):
                self.all.append(Literal(*match.span(1), _read(match.group())))
        self.places: dict[tuple[str, str], list[Literal]] = {}
        for key, value in zip(self.all, self.all[1:], strict=False):
            if text[key.end + 1 : value.start - 1].strip() == ":":
                self.places.setdefault((key.value, value.value), []).append(value)

    def find(self, key: str, value: str, after: int = 0) -> Literal | None:
        """Where a key has a value, the first time behind a place, else the first time."""
        found = self.places.get((key, value), [])
        place = bisect_left([one.start for one in found], after)
        return found[min(place, len(found) - 1)] if found else None

    def words(self, key: str, value: str) -> str | None:
        """A value as it is written."""
        literal = self.find(key, value)
        return self.text[literal.start : literal.end] if literal else None

    def pieces(self, literal: Literal) -> list[Piece]:
        """A literal letter by letter."""
        pieces: list[Piece] = []
        place = literal.start
        for match in _ESCAPE.finditer(self.text, literal.start, literal.end):
            letter = match.group()
            shown = _read(f'"{letter}"') if letter.startswith("\\") else letter
            pieces.append((shown[:1] or " ", place, match.end()))
            place = match.end()
        return pieces


def _read(quoted: str) -> str:
    try:
        return json.loads(quoted, strict=False)
    except ValueError:
        return quoted[1:-1]
