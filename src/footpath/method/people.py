"""Persons known to one workshop, the roles they hold in it, and how look-alike names are told apart."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field

from footpath.method.words import Words


class Role(StrEnum):
    """What somebody is at one workshop; a person can hold two."""

    FACILITATOR = "facilitator"
    SCRIBE = "scribe"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Where(StrEnum):
    """From where somebody takes part."""

    ONLINE = "online"
    ROOM = "room"
    PHONE = "phone"


class Who(StrEnum):
    """Who may ask for something; the phases' tables are written in these words."""

    DOOR = "door"
    FACILITATORS = "facilitators"
    KEEPERS = "facilitators and scribes"
    TEXT_KEEPERS = "facilitators and scribes; everyone where the group's text is open"
    WRITERS = "facilitators, scribes and participants"
    EVERYBODY = "everybody here"


WRITING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE, Role.PARTICIPANT})
KEEPING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE})
ROLES_OF = {
    Who.DOOR: frozenset[Role](),
    Who.FACILITATORS: frozenset({Role.FACILITATOR}),
    Who.KEEPERS: KEEPING_ROLES,
    Who.TEXT_KEEPERS: KEEPING_ROLES,
    Who.WRITERS: WRITING_ROLES,
    Who.EVERYBODY: frozenset(Role),
}


class Person(Struct, kw_only=True):
    """Somebody known to this workshop. Times are milliseconds since 1970, UTC."""

    id: int
    name: Words
    roles: frozenset[Role]
    where: Where
    arrived_at: int
    without_device: bool = False
    away: bool = False
    removed: bool = False
    story: "Story | None" = None
    number: int = 0
    """The place among persons whose names look alike: 0 where the name is alone."""


class Story(Struct, frozen=True, kw_only=True):
    """An experience that somebody could tell; facilitators alone receive it."""

    side: Words | None = None
    elsewhere: bool = False
    line: Words | None = None
    asked: bool = False


class Turns(Struct, kw_only=True):
    """A round: the order, whose turn it is, who passed."""

    kind: str
    order: list[int]
    at: int = 0
    passed: list[int] = field(default_factory=list[int])


_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝвкмнтгАВЕКМНОРСТХІЈЅαονικρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧℓ|0",
    "aeopcyxijsdhqwbkmhtrabekmhopctxijsaovikpuabezhikmnoptyxllo",
)


def skeleton(name: str) -> str:
    """What a name looks like: case, accents, spacing and letters borrowed from other scripts folded away.

    After the confusables idea of Unicode Technical Standard 39, kept to the letters that are mistaken most.
    """
    letters = unicodedata.normalize("NFKD", name.translate(_LOOKALIKES))
    seen = "".join(letter for letter in letters if letter.isalnum() and not unicodedata.combining(letter))
    return seen.casefold().translate(_LOOKALIKES).replace("rn", "m").replace("1", "l").replace("i", "l") or name


def number_lookalikes(people: Iterable[Person]) -> list[Person]:
    """Number persons whose names look alike, in the order in which they came; return those whose number changed."""
    alike: dict[str, list[Person]] = {}
    for person in people:
        if not person.removed:
            alike.setdefault(skeleton(person.name.shown), []).append(person)
    changed: list[Person] = []
    for persons in alike.values():
        for place, person in enumerate(persons, start=1):
            number = place if len(persons) > 1 else 0
            if person.number != number:
                person.number = number
                changed.append(person)
    return changed
