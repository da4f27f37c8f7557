"""Look-alike names: what a name looks like, and the numbers by which persons are told apart
whose names look alike.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct, field

from footpath.method.flipchart.entries import PersonId
from footpath.method.things.people import Person

_BORROWED = str.maketrans(
    "аеорсухіјѕԁһԛԝвкмнтгАВЕКМНОРСТХІЈЅαονικρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧℓ",
    "aeopcyxijsdhqwbkmhtrabekmhopctxijsaovikpuabezhikmnoptyxl",
)
_LOOKALIKES = _BORROWED | str.maketrans("|0", "lo")
_NUMERALS = frozenset("iIlLoO|")
_LIKE_DIGITS = str.maketrans("iIlLoO|", "1111001")
LONGEST = 200
"""Letters that are looked at: one sign can stand for eighteen, and names have eighty."""


def skeleton(name: str) -> str:
    """What a name looks like: case, accents, spacing and letters borrowed from other
    scripts folded away.

    After the confusables idea of Unicode Technical Standard 39, kept to the letters that
    are mistaken most.
    """
    letters = unicodedata.normalize("NFKD", name.translate(_LOOKALIKES))
    seen = "".join(
        letter for letter in letters if letter.isalnum() and not unicodedata.combining(letter)
    )
    return (
        seen.casefold()
        .translate(_LOOKALIKES)
        .replace("rn", "m")
        .replace("1", "l")
        .replace("i", "l")
        or name
    )


def with_number(name: str) -> tuple[str, int]:
    """What a name looks like without a number at its end, and that number; 0 where none is.

    A number stands behind a name, "Sam 1"; within brackets also with letters that look
    like one, "Sam (l)".
    """
    text = unicodedata.normalize("NFKD", name.translate(_BORROWED))[:LONGEST]
    for found in (_in_brackets(text), _behind(text)):
        if found is not None and any(_is_letter(sign) for sign in found[0]):
            return skeleton(found[0]), int(found[1].translate(_LIKE_DIGITS))
    return skeleton(name), 0


def _behind(text: str) -> tuple[str, str] | None:
    """A name, and the digits with which it ends, whatever signs stand behind them."""
    end = _back(text, len(text), lambda sign: not sign.isalnum())
    start = _back(text, end, str.isdecimal)
    return (text[:start], text[start:end]) if start < end else None


def _in_brackets(text: str) -> tuple[str, str] | None:
    """A name, and what looks like a number between two signs behind it."""
    end = _back(text, len(text), lambda sign: not sign.isalnum() and sign != "|")
    end = end if end < len(text) else _back(text, end, lambda sign: sign == "|")
    start = _back(text, end, lambda sign: sign.isdecimal() or sign in _NUMERALS)
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    is_between = bool(before and behind) and not _is_word(before[-1]) and not _is_word(behind[0])
    return (before, text[start:end]) if start < end and is_between else None


def _back(text: str, end: int, goes_on: Callable[[str], bool]) -> int:
    while end and goes_on(text[end - 1]):
        end -= 1
    return end


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()


def looks_of(name: str) -> set[str]:
    """What a name can be taken for: what it looks like as a whole, and without a
    number at its end.
    """
    base, number = with_number(name)
    return {base, _numbered(base, number)} if number else {base}


def _numbered(looks: str, number: int) -> str:
    return looks + skeleton(str(number))


class Numbered(Struct, frozen=True, kw_only=True):
    """By what number somebody is told apart under one of the names that they took, and the last
    given under its like.

    The name itself is not said here: it is called by its place among those of that person.
    """

    person: PersonId
    name: int
    number: int
    last: int


class Namings(Struct):
    """All names that anybody took here, in their order, and by what numbers those that look
    alike are told apart.
    """

    taken: list[tuple[int, str, int]] = field(default_factory=list[tuple[int, str, int]])
    """Who took a name, what it looks like without a number at its end, and that number."""
    under: list[str] = field(default_factory=list[str])
    """Of each name that was taken, among which look-alikes."""
    alike: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    """Everybody by what their names look like now, so that nobody else's name
    is looked at again.
    """
    typed: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])
    """How many typed each number behind names that look alike, among those who have them now."""
    numbers: dict[tuple[int, str], int] = field(default_factory=dict[tuple[int, str], int])
    """What number each was given under a name that they had."""
    last: dict[str, int] = field(default_factory=dict[str, int])
    """The last number that was given under a name."""
    kept: dict[tuple[int, int], Numbered] = field(default_factory=dict[tuple[int, int], Numbered])
    """What the record says of these numbers because of those who were forgotten, by person and
    place of the name.
    """

    def follow(self, people: dict[int, Person], id: int) -> list[Person]:
        """Number a person among those whose names look alike, after they came or were renamed.

        Whoever comes to look like others is given the next number, for ever: nobody else is called
        by it, also when they were renamed or removed since, and they are again if they take the
        name again. So one rename changes at most what two are called. Who is alone from the first
        needs no number. A name that was typed with a number looks like the name without it where
        anybody has that, so that nobody types what another is called; and nobody is given a number
        that somebody typed. Returns those whose number changed.
        """
        person = people[id]
        name = with_number(person.name.shown)
        if (person.looks_without_number, person.ends_in) == name:
            return []
        return self._take(people, id, *name)

    def without(self, id: int) -> tuple[Numbered, ...]:
        """What numbers all others have under the names that they took, so that these stay when one
        is forgotten (G4).

        Those that the record does not say yet, from whoever was forgotten before: so each is
        said once. And whatever they are called: those alone who look like the one would tell
        what that one was called.
        """
        found, said = list[Numbered](), dict[str, tuple[int, Numbered]]()
        for one, place, looks in self._placed():
            if one == id or looks not in self.last:
                continue
            number, last, known = (
                self.numbers.get((one, looks), 0),
                self.last[looks],
                self.kept.get((one, place)),
            )
            here = Numbered(person=one, name=place, number=number, last=last)
            if number and (known is None or known.number != number):
                found.append(here)
                known = here
            said[looks] = (
                max(said[looks][0] if looks in said else 0, known.last if known else 0),
                here,
            )
        return (*found, *(here for last, here in said.values() if last < here.last))

    def of_who_were_there(
        self, kept: Mapping[tuple[int, int], Numbered], id: int
    ) -> tuple[Numbered, ...]:
        """Of these numbers those of others who look like somebody here, as one is forgotten on
        a page as it stood.

        What somebody else is told apart by, they have because of who came later: it would
        tell of these (S8).
        """
        here = (
            (one, place)
            for one, place, looks in self._placed()
            if one != id and (one, looks) in self.numbers
        )
        return tuple(kept[place] for place in here if place in kept)

    def forget(self, people: dict[int, Person], id: int, kept: Sequence[Numbered]) -> list[Person]:
        """Number everybody as if somebody had had no name until now, and all others as they are
        numbered (W29, G4).

        The record is rewritten so, and whoever reads it must call everybody the same. Returns
        whose number changed.
        """
        before = {one.id: one.number for one in people.values()}
        taken = [one for one in self.taken if one[0] != id]
        self.kept = {place: one for place, one in self.kept.items() if one.person != id}
        self.kept |= {(one.person, one.name): one for one in kept}
        for known in (self.taken, self.alike, self.typed, self.numbers, self.last, self.under):
            known.clear()
        for one in people.values():
            one.looks, one.looks_without_number, one.number, one.ends_in = "", "", 0, 0
        for one, looks, number in taken:
            if (people[one].looks_without_number, people[one].ends_in) != (looks, number):
                self._take(people, one, looks, number)
        self._number_as_kept(people)
        return [one for one in people.values() if one.number != before[one.id]]

    def _number_as_kept(self, people: dict[int, Person]) -> None:
        for one, place, looks in self._placed():
            if (known := self.kept.get((one, place))) is not None:
                self.last[looks] = max(known.last, self.last.get(looks, 0))
                if known.number:
                    self.numbers[one, looks] = known.number
        for person in people.values() if self.kept else ():
            person.number = self.numbers.get((person.id, person.looks), 0)

    def _placed(self) -> Iterator[tuple[int, int, str]]:
        """Every name that was taken: by whom, its place among theirs, and what it looks like."""
        places = dict[int, int]()
        for (one, _, _), looks in zip(self.taken, self.under, strict=True):
            places[one] = place = places.get(one, -1) + 1
            yield one, place, looks

    def _take(self, people: dict[int, Person], id: int, base: str, number: int) -> list[Person]:
        person, before = people[id], people[id].looks
        self.typed[before, person.ends_in] -= 1 if before else 0
        person.looks_without_number, person.ends_in = base, number
        person.looks = looks = (
            _numbered(base, number) if number and base not in self.alike else base
        )
        self.typed[looks, number] += 1
        self.taken.append((id, base, number))
        self.under.append(looks)
        left = self.alike.get(before, set[int]())
        left.discard(id)
        if not left:
            self.alike.pop(before, None)
        joined = self.alike.setdefault(looks, set())
        alone = list(joined) if len(joined) == 1 else []
        for one in (*alone, id) if joined else ():
            self._number(one, looks)
        joined.add(id)
        here = [people[one] for one in (*alone, id)]
        return [one for one in here if _renumber(one, self.numbers.get((one.id, looks), 0))]

    def _number(self, id: int, looks: str) -> None:
        if (id, looks) not in self.numbers:
            places = count(self.last.get(looks, 0) + 1)
            free = next(one for one in places if not self._is_typed(looks, one))
            self.last[looks] = self.numbers[id, looks] = free

    def _is_typed(self, looks: str, number: int) -> bool:
        return self.typed[looks, number] > 0 or _numbered(looks, number) in self.alike


def _renumber(person: Person, number: int) -> bool:
    """Give a person that number; whether it is another than theirs."""
    differs = person.number != number
    person.number = number
    return differs
