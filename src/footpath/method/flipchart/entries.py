"""The two kinds of sentence that the flipchart knows: what somebody asks for, and what happened."""

from functools import cache
from typing import Annotated, Any, ClassVar, Literal, cast, get_args, get_type_hints

from msgspec import Meta, Struct

from footpath.method.words.sought import Searched

Number = Annotated[int, Meta(ge=-(2**53), le=2**53)]
"""A whole number that a browser can hold exactly."""

ThingId = Annotated[int, Meta(extra={"names": "thing"})]
"""The id of a thing of the flipchart; below zero while it is known to its author alone."""
PersonId = Annotated[int, Meta(extra={"names": "person"})]

WordsOf = Literal["id", "about", "person", "places", "all"]
KnownTo = Literal["everyone", "facilitators", "themselves", "counted"]
"""Who may learn of an entry itself, where what it is about is open to them: of what is counted
nobody learns more than how many, and what people know of themselves alone is nobody else's.
"""


class Command(
    Struct, frozen=True, kw_only=True, tag_field="do", tag=True, forbid_unknown_fields=True
):
    """What somebody asks for, in the imperative. `id` is made by the sender, so that sent
    twice it happens once.

    Front doors let in ids without spaces; those that the server makes begin
    with one (`record/vocabulary.py`).
    """

    id: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[!-~]+\Z")]
    said_at: Annotated[int, Meta(ge=0, le=2**53)] | None = None
    """When it was said (ms since 1970, UTC), for words from offline or paper; in a replayed
    workshop for everything.
    """


class Saying(Command, frozen=True, kw_only=True):
    """A command that carries somebody's words, so that it can be typed for them."""

    for_person: Number | None = None
    for_someone: bool = False
    """Typed for "someone in the room": the hand is not known."""
    unnamed: bool = False


class Entry(Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """Something that happened on the flipchart, in the past tense. The class name is its
    stored name, for ever.

    A class with fields of type Words says in `words_of` which field names the thing whose words
    they are; there is no default, so that no kind of words can be forgotten when words are taken
    back. Each class says in `known_to` who may learn of it, and its fields say by their types which
    things and persons they name.
    """

    words_of: ClassVar[WordsOf | None] = None
    known_to: ClassVar[KnownTo]

    @property
    def is_private(self) -> bool:
        """Whether it is known to its author alone, so that even its number is
        kept from others (A2).
        """
        return False


@cache
def fields_of_things(kind: type[Entry]) -> frozenset[str]:
    """The fields by which a kind of entry names things, one or many."""
    types = get_type_hints(kind, include_extras=True)
    return frozenset(field for field in kind.__struct_fields__ if _names_things(types[field]))


def _names_things(kind: Any) -> bool:
    return kind == ThingId or any(_names_things(part) for part in get_args(kind))


def items_of(entry: Entry) -> tuple[int, ...]:
    """The things or the person whose words an entry carries; none for words of the workshop
    itself, or for no words.
    """
    if entry.words_of is None or entry.words_of == "all":
        return ()
    named = getattr(entry, entry.words_of)
    if isinstance(named, tuple):
        return tuple(place.about for place in cast("tuple[Any, ...]", named))
    return (named,) if named is not None else ()


class Recorded(Struct, frozen=True, kw_only=True):
    """One entry as the record keeps it: numbered, stamped, with whose words it carries
    and who typed them.
    """

    number: int
    at: int
    by: int | None
    typed_by: int | None
    said_at: int
    entry: Entry


class Actor(Struct, frozen=True, kw_only=True):
    """Who asks, through which door, and what the writer of the record stamps: time and chance."""

    person: int | None
    at: int
    chance: int = 0
    door: str = ""
    searched: Searched | None = None
    """What was found beside the writer for a command that has to look through all texts; None: it
    is looked for now.
    """


class Hand(Struct, frozen=True, kw_only=True):
    """Whose words a command carries, who typed them, and when they were said."""

    by: int | None
    typed_by: int | None
    said_at: int
    at: int
    chance: int = 0
    door: str = ""
    searched: Searched | None = None
