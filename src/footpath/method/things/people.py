"""Persons known to one workshop, the roles they hold in it, and how look-alike
names are told apart.
"""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from footpath.method.words.words import Words

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


NAMELESS = {"unnamed": "Unnamed", "unknown": "Someone in the room"}
"""What stands in place of a name: of whoever left something unnamed, and of a hand
that nobody knows.
"""

WRITING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE, Role.PARTICIPANT})
KEEPING_ROLES = frozenset({Role.FACILITATOR, Role.SCRIBE})
OPEN_TEXT_ROLES = KEEPING_ROLES | {Role.PARTICIPANT}
"""Who changes the group's text while it is open to everyone (A4)."""
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
"""What who keeps the pace meanwhile may ask for too: phases, reveal, clock and groups, and
nothing else (G18).
"""


MOST_NAMES = 20
"""What one person is called, one name after another. Each is looked for in what research reads."""


class Person(Struct, kw_only=True):
    """Somebody known to this workshop. Times are milliseconds since 1970, UTC."""

    id: int
    name: Words
    roles: frozenset[Role]
    where: Where
    arrived_at: int
    named_in: int = 0
    """The entry in which they took their name."""
    forgotten_in: int = 0
    """The entry by which all that they had been called until then went; 0 where none did."""
    without_device: bool = False
    away: bool = False
    removed: bool = False
    keeps_no_more: bool = False
    """They led or wrote for others once, and have neither role now."""
    story: "Story | None" = None
    looks: str = ""
    """What the name looks like, as `lookalikes` says it."""
    once: set[str] = field(default_factory=set[str])
    """What their earlier names looked like, until they are forgotten."""
    renamed: int = 0
    """How often they took another name."""
    looks_without_number: str = ""
    ends_in: int = 0
    """The number that stands at the end of their name as they typed it; 0 where none does."""
    number: int = 0
    """What tells persons apart whose names look alike: 0 where the name is alone."""

    @property
    def called(self) -> str:
        """The name as it is given out wherever it stands, with the number that
        tells them apart (G4).
        """
        return f"{self.name.shown} ({self.number})" if self.number else self.name.shown


class Story(Struct, frozen=True, kw_only=True):
    """An experience that somebody could tell; facilitators alone receive it."""

    side: Words | None = None
    elsewhere: bool = False
    line: Words | None = None
    asked: bool = False
    declined: bool = False
    """They were asked, or not yet, and would rather not; nobody is told why."""
    typed_by: int | None = None
    """Who typed it for them; themselves where nobody did."""


class RoundOfTurns(Struct, kw_only=True):
    """A round: the order, whose turn it is, who passed."""

    kind: str
    order: list[int]
    at: int = 0
    passed: list[int] = field(default_factory=list[int])


class Dot(NamedTuple):
    """What somebody gave a dot to, and the entry in which they did: it counts for the words
    that they had read.
    """

    about: int
    number: int


class Vote(Struct, kw_only=True):
    """A dot vote: secret while open (A8)."""

    dots_each: int
    open: bool = True
    dots: dict[int, list[Dot]] = field(default_factory=dict[int, list[Dot]])
    """By person, while it is open."""
    totals: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """By thing the entries in which dots were given to it, once it is closed."""


def says_it_themselves(person: Person, typed_by: int | None) -> bool:
    """Whether somebody else would say for a person, who has a device to say it with, what is
    theirs alone to say.
    """
    return typed_by not in (None, person.id) and not person.without_device
