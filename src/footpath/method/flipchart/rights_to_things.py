"""Whose right it is to do something with a thing, by what they are to it: said once, for who
decides and for who offers it.

`make types` gives the table to the room, whose menus offer by it. Whether a command is open to
somebody's role at all says the table of each part (`grammar.Ask`).
"""

from collections.abc import Callable
from enum import StrEnum

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.kinds import kind_of
from footpath.method.things.people import KEEPING_ROLES, Role
from footpath.method.things.things import Experience, Moment, Thing


class Whose(StrEnum):
    """What somebody is to a thing."""

    ANYBODY = "anybody"
    """Whoever may ask for it at all."""
    AUTHOR = "author"
    TELLER = "teller"
    """Who tells the story, or in it a moment that is no other teller's."""
    FOR_UNKNOWN = "for_unknown"
    """Who types for others, where nobody knows whose words they are."""
    FOR_SHOWN_OUT = "for_shown_out"
    """A facilitator, where their author was shown out."""
    KEEPER = "keeper"
    TEXT_KEEPER = "text_keeper"
    """Who may change the group's text (A4)."""
    TYPED_FOR = "typed_for"
    """In whose name somebody else typed the wording that stands (G11)."""


_WORDS = ("note", "moment")
_OWN = (*_WORDS, "agreement", "offer")
_TEXT = ("group", "aim", "value", "element")
_Right = dict[str, tuple[Whose, ...]]
_WORDING: _Right = {
    **dict.fromkeys(_OWN, (Whose.AUTHOR, Whose.FOR_UNKNOWN)),
    "experience": (Whose.TELLER,),
    **dict.fromkeys(_TEXT, (Whose.TEXT_KEEPER, Whose.TYPED_FOR)),
}
RIGHTS: dict[str, _Right] = {
    "Reword": _WORDING,
    "UndoRewording": _WORDING,
    "Delete": {
        **dict.fromkeys(_OWN, (Whose.AUTHOR, Whose.FOR_UNKNOWN)),
        "experience": (Whose.TELLER,),
        **dict.fromkeys(_TEXT, (Whose.TEXT_KEEPER,)),
    },
    "TakeBack": {
        **dict.fromkeys(_OWN, (Whose.AUTHOR, Whose.FOR_UNKNOWN, Whose.FOR_SHOWN_OUT)),
        "experience": (Whose.TELLER,),
    },
    "MoveNote": {"note": (Whose.AUTHOR, Whose.KEEPER)},
    "OpenWords": {
        **dict.fromkeys(_WORDS, (Whose.AUTHOR,)),
        "experience": (Whose.TELLER,),
    },
    "NarrowWords": dict.fromkeys((*_WORDS, "experience"), (Whose.ANYBODY,)),
    "Hide": dict.fromkeys(_WORDS, (Whose.ANYBODY,)),
}
"""Of a command, kind by kind: what one has to be to a thing. What is not named is nobody's to ask
for.
"""


def has_right(chart: Flipchart, to: str, thing: Thing, person: int | None) -> bool:
    """Whether somebody may ask for this of a thing, as far as it hangs on what they are to it."""
    return any(_IS[one](chart, thing, person) for one in RIGHTS[to].get(kind_of(thing), ()))


def is_for_others(
    chart: Flipchart, author: int | None, person: int | None, *, nameless: bool
) -> bool:
    """Whether somebody acts for an author: for one whom nobody knows, or who was shown out (G12).

    Not for who left it unnamed: trying would tell a facilitator whose it is (A3).
    """
    if author is None:
        return chart.has_role(person, *KEEPING_ROLES)
    removed = not nameless and chart.people[author].removed
    return removed and chart.has_role(person, Role.FACILITATOR)


def tells_of(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether somebody tells a story, or in it a moment that is no other teller's.

    An unnamed moment counts as another teller's for everybody, so that no answer tells whose it
    is (A3).
    """
    if isinstance(thing, Experience):
        return person in thing.storytellers
    if not isinstance(thing, Moment):
        return False
    tellers = {*chart.story(thing.experience).storytellers}
    is_anothers = len(tellers) > 1 and (thing.unnamed or thing.by in tellers)
    return person in tellers and not is_anothers


def was_typed_for(thing: Thing, person: int | None) -> bool:
    """Whether the wording that stands was typed in somebody's name by somebody else, and they
    may correct it (G11).
    """
    worded = thing.wordings[-1]
    return person is not None and worded.by == person and worded.typed_by not in (None, person)


def _is_author(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    return person is not None and chart.author_of(thing) == person


def _is_for_unknown(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    unknown = chart.author_of(thing) is None
    return unknown and is_for_others(chart, None, person, nameless=chart.is_nameless(thing))


def _is_for_shown_out(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    author = chart.author_of(thing)
    known = author is not None
    return known and is_for_others(chart, author, person, nameless=chart.is_nameless(thing))


_IS: dict[Whose, Callable[[Flipchart, Thing, int | None], bool]] = {
    Whose.ANYBODY: lambda chart, thing, person: True,
    Whose.AUTHOR: _is_author,
    Whose.TELLER: tells_of,
    Whose.FOR_UNKNOWN: _is_for_unknown,
    Whose.FOR_SHOWN_OUT: _is_for_shown_out,
    Whose.KEEPER: lambda chart, thing, person: chart.has_role(person, *KEEPING_ROLES),
    Whose.TEXT_KEEPER: lambda chart, thing, person: chart.keeps_text(person),
    Whose.TYPED_FOR: lambda chart, thing, person: was_typed_for(thing, person),
}
