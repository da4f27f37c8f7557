"""What people are called: which of all names that somebody ever had are masked in others' words,
and where (C8). Pure.

Whoever takes one name after another could have everybody's words masked for good. So a name counts
that somebody came or left with, under which they said something to everybody, or which they kept
for a while; what was said before it was taken is searched only for names under which somebody takes
part, as far as it looks like one; and what nobody can tell from a word that others use, such as
*keys* or *Pay*, is masked where it stands as a name: elsewhere people decide. Which words others
use the record says itself, beside the list of English ones.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct, field

from footpath.gate.consenting import NEVER
from footpath.gate.everyday_words import CALENDAR, EVERYDAY, NEVER_A_NAME, NOBODY, SMALL
from footpath.gate.pointing_out import SPOKE, begins_a_sentence
from footpath.gate.words_in_use import Received, WordsInUse, parts_of

SHORTEST = 2
"""Letters that a name has at least, so that it is looked for."""
SHORTEST_PART = 3
"""Letters that a part of somebody's name has at least, so that it is looked for by itself."""
WHILE = 10 * 60_000
"""ms for which a name is kept so that it counts, though nothing was said under it."""
FEW = 3
"""So many of a person's names count for that alone."""

SEVERAL = 2
"""So many others who use a word show that it is one; one more where somebody is heard under it."""
MOST_WORDS = 4
"""Of more words no name is searched as a whole in what was said before it was taken: it may be a
sentence. And so many words of one are searched by themselves.
"""

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Finds where a name stands in a text."""


class Called(NamedTuple):
    """After which entries words are searched for what somebody is called; 0 for all
    words, NEVER for none.
    """

    written: int
    """As it is written."""
    naming: int
    """Where it stands as a name."""
    addressed: int
    """After an @."""
    doubted: int
    """As a word could stand: people decide."""


class _Name(Struct):
    text: str
    number: int
    at: int
    is_late: bool
    """Whether somebody took it in place of another when the flipchart was closed."""
    said: set[int] = field(default_factory=set[int])


class Names:
    """All names that people had, in the order of the record."""

    def __init__(self) -> None:
        """Nobody has come yet."""
        self._of: dict[int, list[_Name]] = {}

    def take(self, person: int, text: str | None, number: int, at: int, *, closed: bool) -> None:
        """Somebody is called so from now on, by an entry and at a time in ms since 1970."""
        names = self._of.setdefault(person, [])
        names.append(_Name(text or "", number, at, is_late=closed and bool(names)))

    def said_something(self, person: int | None, number: int) -> None:
        """Somebody says something in an entry under the name that they have."""
        if person in self._of:
            self._of[person][-1].said.add(number)

    def counting(self, received: Collection[Received]) -> dict[str, Called]:
        """What is masked: the names that count, and parts of one with a capital, by
        what everybody received.
        """
        found: dict[str, Called] = {}
        told = {one.number for one in received if one.people}
        words = WordsInUse(received, (name.text for names in self._of.values() for name in names))
        for person, names in self._of.items():
            spoke = [one for one in names if not one.said.isdisjoint(told)]
            spoken = {one.number for one in spoke}
            kept = [
                one.number
                for one, next in pairwise(names[1:])
                if next.at - one.at >= WHILE and one.number not in spoken
            ][:FEW]
            counting = {names[0].number, names[-1].number, *spoken, *kept}
            for one in [one for one in names if one.number in counting]:
                speaks = one.number in spoken
                for called, since in _searched(
                    one, speaks=speaks, stays=speaks and one is names[-1]
                ):
                    after = _after(called, since, one.number, person, words, speaks=speaks)
                    found[called] = Called(*map(min, after, found.get(called, after)))
        return found


class _Since(NamedTuple):
    """After which entries a name is searched, as it is written and where it stands as a name."""

    written: int
    naming: int


def _after(
    called: str, since: _Since, taken: int, person: int, words: WordsInUse, *, speaks: bool
) -> Called:
    """How a name that was taken in an entry is searched: by whether others use it as a word.

    Of a name under which nobody says anything, also by whether several use it afterwards: whoever
    comes first, called by what the others came to talk about, would have it masked in all that
    these say.
    """
    first, is_word = min(since), len(called.split()) == 1
    used = [
        words.is_used(word, before=taken, by_others_than=person)
        or (
            words.is_used_by_several(word, by_others_than=person, people=SEVERAL + speaks)
            and (not speaks or words.are_written_large(by_others_than=person))
        )
        for word in called.split()
    ]
    as_a_word = Called(NEVER, NEVER, first, since.written)
    if not _is_own(called):
        if is_word and all(used) and not speaks and _is_everyday(called) and not _is_plain(called):
            return as_a_word
        return Called(NEVER, first, NEVER, NEVER if _is_plain(called) else since.written)
    if not all(one or _is_everyday(word) for one, word in zip(used, called.split(), strict=True)):
        return Called(*since, NEVER, NEVER)
    if is_word and (not speaks or words.are_written_large(by_others_than=person)):
        return as_a_word  # that it is large says nothing
    return Called(NEVER, first, NEVER, since.written)


def _searched(one: _Name, *, speaks: bool, stays: bool) -> Iterator[tuple[str, _Since]]:
    """A name and its parts, each with where it is searched.

    In what was said before it was taken, and where somebody says something under it (`speaks`):
    parts with a capital, an everyday one where it stands as a name and where the others have
    capitals too; and all of it where no word is an everyday one and each has a capital, or where
    somebody `stays` under it and it is one word or has no everyday one.
    """
    if len(one.text) < SHORTEST:
        return
    words, nowhere_before = one.text.split(), _Since(one.number, one.number)
    is_searched_before = speaks and not one.is_late
    everywhere = _Since(0, 0) if is_searched_before else nowhere_before
    is_short, plain = len(words) <= MOST_WORDS, [_is_everyday(word) for word in words]
    takes_part = stays and is_short
    looks_so = is_short and not any(word[0].islower() for word in words)
    as_name = _Since(one.number, 0) if looks_so and is_searched_before else nowhere_before
    if (takes_part and len(words) == 1) or ((takes_part or looks_so) and not any(plain)):
        yield one.text, everywhere
    else:
        yield one.text, as_name if len(words) == 1 else nowhere_before
    parts = [word for word in words if len(word) >= SHORTEST_PART and word[0].isupper()]
    for word in parts[:MOST_WORDS]:
        yield word, as_name if _is_everyday(word) and not takes_part else everywhere


def _is_everyday(word: str) -> bool:
    return word.casefold() in EVERYDAY | CALENDAR | NOBODY


class Search:
    """Finds many names: looked up by their first word, thousands cost no more than few."""

    def __init__(self) -> None:
        """There is nothing to find yet."""
        self._by_first = defaultdict[str, list[tuple[int, Find]]](list)

    def add(self, name: str, after: int, find: Find) -> None:
        """Find a name so in what was said after an entry."""
        self._by_first[_first_word(name)].append((after, find))

    def within(self, text: str, number: int) -> Iterator[tuple[int, int]]:
        """Where they stand in a text that was said in the entry of that number."""
        for first in ("", *dict.fromkeys(parts_of(text))):
            for after, find in self._by_first.get(first, ()):
                if number > after:
                    yield from find(text)


def _first_word(name: str) -> str:
    """The word with which a name begins; empty where it can stand within a longer one."""
    first = next(iter(parts_of(name)), "")
    stands_alone = name[0].isalnum() and (name[-1].isalnum() or len(parts_of(name)) > 1)
    return first if stands_alone else ""


def finding(names: dict[str, Called]) -> Search:
    """What finds the names in words."""
    found = Search()
    for name, after in names.items():
        if after.written < NEVER:
            found.add(name, after.written, _as_written(spelled(name)))
        if after.naming < after.written:
            found.add(name, after.naming, _as_name(name))
        if after.addressed < min(after.written, after.naming):
            found.add(name, after.addressed, _as_written(_addressed(name)))
    return found


def doubting(names: dict[str, Called]) -> Search:
    """What finds the places where a name stands as a word could, so that people decide."""
    found = Search()
    for name, after in names.items():
        if after.doubted < after.written:
            found.add(name, after.doubted, _as_written(spelled(name, any_case=not _is_large(name))))
    return found


def _is_own(name: str) -> bool:
    """Whether it is written as nothing but a name is: few words, each with a capital, and not
    everyday ones alone.
    """
    words = name.split()
    is_large = len(words) <= MOST_WORDS and all(word[0].isupper() for word in words)
    return is_large and not all(map(_is_everyday, words))


def _is_large(name: str) -> bool:
    """Whether what may be it is written just so: everyday words, and what is
    written as names are.
    """
    return _is_own(name) or all(map(_is_everyday, name.split()))


def _is_plain(name: str) -> bool:
    """Whether it is everyday words in small letters, or such as begin many a sentence: nobody is
    asked about these.
    """
    words = name.split()
    return all(map(_is_everyday, words)) and (
        not name[0].isupper() or all(word.casefold() in SMALL for word in words)
    )


def _as_name(name: str) -> Find:
    pattern = spelled(name, any_case=True)
    return lambda text: (match.span() for match in pattern.finditer(text) if _is_name(text, match))


def _addressed(name: str) -> re.Pattern[str]:
    pattern = spelled(name, any_case=True)
    return re.compile("(?<=@)" + pattern.pattern, pattern.flags)


def _as_written(pattern: re.Pattern[str]) -> Find:
    return lambda text: (match.span() for match in pattern.finditer(text))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether an everyday word names somebody: after an @, large inside a sentence, or large where
    somebody does something.
    """
    said = match.group()
    if text[: match.start()].endswith("@"):
        return True
    if not said[0].isupper() or said.isupper():
        return False
    if not begins_a_sentence(text, match.start()):
        return True
    return said.casefold() not in NEVER_A_NAME and SPOKE.match(text, match.end()) is not None


def spelled(passage: str, any_case: bool = False) -> re.Pattern[str]:
    """Finds a passage as words of its own, however its words are set apart."""
    words = r"\s+".join(re.escape(word) for word in passage.split())
    before = r"(?<!\w)" if passage[0].isalnum() else ""
    after = r"(?!\w)" if passage[-1].isalnum() else ""
    return re.compile(before + words + after, re.IGNORECASE if any_case else 0)
