"""Persons known to one workshop, the roles they hold in it, and how look-alike names are told apart."""

import unicodedata
from enum import StrEnum

from msgspec import Struct, field

from footpath.method.words import Words

NOBODYS_NAME = Words("Somebody")
"""What stands for the name of who had it taken out."""


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
    CLOCK = "the clock"
    FOLLOWING = "what follows from an entry, in the name of whose entry it was"
    FACILITATORS = "facilitators"
    FACILITATORS_OR_OWNER = "facilitators, and the owner of the policy"
    PACE = "facilitators, and who keeps the pace while none is connected"
    KEEPERS = "facilitators and scribes"
    TEXT_KEEPERS = "facilitators and scribes; everyone where the group's text is open"
    GROUPERS = "those who keep the text, and who keeps the pace while no facilitator is connected"
    WRITERS = "facilitators, scribes and participants"
    EVERYBODY = "everybody here"


WRITING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE, Role.PARTICIPANT})
KEEPING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE})
ROLES_OF = {
    Who.DOOR: frozenset[Role](),
    Who.CLOCK: frozenset[Role](),
    Who.FOLLOWING: frozenset[Role](),
    Who.FACILITATORS: frozenset({Role.FACILITATOR}),
    Who.FACILITATORS_OR_OWNER: frozenset({Role.FACILITATOR}),
    Who.PACE: frozenset({Role.FACILITATOR}),
    Who.KEEPERS: KEEPING_ROLES,
    Who.TEXT_KEEPERS: KEEPING_ROLES,
    Who.GROUPERS: KEEPING_ROLES,
    Who.WRITERS: WRITING_ROLES,
    Who.EVERYBODY: frozenset(Role),
}
PACE = frozenset({Who.PACE, Who.GROUPERS})
"""What who keeps the pace meanwhile may ask for too: phases, reveal, clock and groups, and nothing else (G18)."""


class Person(Struct, kw_only=True):
    """Somebody known to this workshop. Times are milliseconds since 1970, UTC."""

    id: int
    name: Words
    roles: frozenset[Role]
    where: Where
    arrived_at: int
    named_in: int = 0
    """The entry in which they took their name."""
    without_device: bool = False
    away: bool = False
    removed: bool = False
    keeps_no_more: bool = False
    """They led or wrote for others once, and have neither role now."""
    story: "Story | None" = None
    looks: str = ""
    """What the name looks like, as `skeleton` says it; empty for who was removed."""
    number: int = 0
    """The place among persons whose names look alike: 0 where the name is alone."""


class Story(Struct, frozen=True, kw_only=True):
    """An experience that somebody could tell; facilitators alone receive it."""

    side: Words | None = None
    elsewhere: bool = False
    line: Words | None = None
    asked: bool = False
    declined: bool = False
    """They were asked, or not yet, and would rather not; nobody is told why."""


class Turns(Struct, kw_only=True):
    """A round: the order, whose turn it is, who passed."""

    kind: str
    order: list[int]
    at: int = 0
    passed: list[int] = field(default_factory=list[int])


class Vote(Struct, kw_only=True):
    """A dot vote: secret while open (A8)."""

    dots_each: int
    open: bool = True
    dots: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    totals: dict[int, int] = field(default_factory=dict[int, int])


def says_it_themselves(person: Person, typed_by: int | None) -> bool:
    """Whether somebody else would say for a person, who has a device to say it with, what is theirs alone to say."""
    return typed_by not in (None, person.id) and not person.without_device


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


def number_lookalikes(people: dict[int, Person], alike: dict[str, set[int]], id: int) -> list[Person]:
    """Number persons whose names look alike, in the order in which they came, after somebody came, left or was renamed.

    `alike` holds everybody by what their names look like, so that nobody else's name is looked at again. Returns
    those whose number changed.
    """
    person = people[id]
    before, person.looks = person.looks, "" if person.removed else skeleton(person.name.shown)
    alike.get(before, set[int]()).discard(id)
    if not alike.get(before):
        alike.pop(before, None)
    if not person.removed:
        alike.setdefault(person.looks, set()).add(id)
    changed: list[Person] = []
    for looks in {before, person.looks}:
        ids = sorted(alike.get(looks, ()))
        for place, one in enumerate((people[one] for one in ids), start=1):
            number = place if len(ids) > 1 else 0
            if one.number != number:
                one.number = number
                changed.append(one)
    return changed
