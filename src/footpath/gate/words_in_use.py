"""Which words a workshop uses: its own record is the list of everyday words, in every
language (C8). Pure.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from footpath.gate.pointing_out import begins_a_sentence

FEWEST = 8
"""So many different words that somebody said inside sentences show how they write."""
ONE_IN = 6
"""Who writes more than one in so many of these large writes so what is no name, as German does."""

_Whose = frozenset[int | None]
_DOTS = {0x130: "i", 0x131: "i"}
"""The letters of Turkish that patterns take for an i."""
_WORD = re.compile(r"\w+")


class Received(NamedTuple):
    """Some words that everybody received."""

    number: int
    """The entry in which they were said."""
    people: _Whose
    """Whose they are; nobody's where nobody is told."""
    text: str


def parts_of(text: str) -> list[str]:
    """The words of a text, however they are written and set apart."""
    return _WORD.findall(text.translate(_DOTS).casefold())


class WordsInUse:
    """What people say to everybody. What is unnamed counts as another's for each of them: so
    it tells of nobody.
    """

    def __init__(self, received: Collection[Received], asked: Iterable[str]) -> None:
        """Look for the words of these names, which alone are asked about."""
        self._received, self._first = received, dict[str, dict[_Whose, int]]()
        sought = {part for name in asked for part in parts_of(name)}
        for one in received:
            for part in sought.intersection(parts_of(one.text)):
                first = self._first.setdefault(part, {})
                first[one.people] = min(one.number, first.get(one.people, one.number))

    def is_used(self, word: str, *, before: int, by_others_than: int) -> bool:
        """Whether others had used a word, in whatever letters, before an entry."""
        said = (self._first.get(part, {}).items() for part in parts_of(word))
        return all(
            any(number < before and by_others_than not in people for people, number in one)
            for one in said
        )

    def is_used_by_several(self, word: str, *, by_others_than: int, people: int) -> bool:
        """Whether so many others use a word at any time, in whatever letters."""
        said = (
            [who for who in self._first.get(part, ()) if by_others_than not in who]
            for part in parts_of(word)
        )
        return all(len(others) >= people for others in said)

    def are_written_large(self, *, by_others_than: int) -> bool:
        """Whether others write words large inside sentences that are no names."""
        return any(by_others_than not in people for people in self._writing_large)

    @cached_property
    def _writing_large(self) -> list[_Whose]:
        inside, large = defaultdict[_Whose, set[str]](set), defaultdict[_Whose, set[str]](set)
        for one in self._received:
            for match in _WORD.finditer(one.text):
                word = match.group()
                if word[0].isalpha() and not begins_a_sentence(one.text, match.start()):
                    inside[one.people].add(word.casefold())
                    if word[0].isupper() and not word.isupper():
                        large[one.people].add(word.casefold())
        return [
            who
            for who, said in inside.items()
            if len(said) >= FEWEST and len(large[who]) * ONE_IN > len(said)
        ]
