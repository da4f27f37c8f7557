"""Whose right it is to do something with a thing, by what they are to it: said once, for who
decides and for who offers it.

`make types` gives the tables to the room, whose menus offer by them. Whether a command is open to
somebody's role at all says the table of each part (`grammar.Ask`).
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from footpath.method.flipchart import tellers
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.whose_own import is_told_by, tells_of, was_typed_for
from footpath.method.things.kinds import kind_of
from footpath.method.things.people import KEEPING_ROLES, Role
from footpath.method.things.things import Experience, Moment, Thing


class Whose(StrEnum):
    """What somebody is to a thing."""

    ANYBODY = "anybody"
    """Whoever may ask for it at all."""
    AUTHOR = "author"
    """Whose it is; of an unknown hand that stays unnamed, who typed for it."""
    OWN_HAND = "own_hand"
    """In whose own name it was said, whoever typed it."""
    FOR_UNKNOWN = "for_unknown"
    """Who types for others, where nobody knows whose words they are."""
    FOR_SHOWN_OUT = "for_shown_out"
    """A facilitator, where their author was shown out; of a story, all who tell it."""
    FACILITATOR = "facilitator"
    KEEPER = "keeper"
    TEXT_KEEPER = "text_keeper"
    """Who may change the group's text (A4)."""
    CARETAKER = "caretaker"
    """The same, where words in it or beneath it changed (O9)."""
    TYPED_FOR = "typed_for"
    """In whose name somebody else typed the wording that stands (G11)."""
    TELLS = "tells"
    """Who is among the tellers of the story, or of the one in which a moment stands."""
    TELLER = "teller"
    """Who tells it and decides about it still (E8)."""
    SOLE_TELLER = "sole_teller"
    """Who tells it alone."""
    JOINT_TELLER = "joint_teller"
    """Who tells it with others."""
    OWN_TELLER = "own_teller"
    """Who tells it, of a moment that is no other teller's."""
    TELLER_OF_NAMED = "teller_of_named"
    """Who tells it, of what one of its tellers or an unknown hand tells there by name."""
    TELLER_FOR_UNKNOWN = "teller_for_unknown"
    """Who tells it, of a moment of which nobody knows whose it is."""
    FOR_UNTOLD = "for_untold"
    """A keeper, of a story that nobody tells."""
    NAMED = "named"
    """Who is named beside the first teller of a story."""
    WAITED_FOR = "waited_for"
    """Who of its tellers has not spoken yet (R2)."""


LEFT_OFF = "left_off"
"""What a moment counts as that a teller put aside."""

_Right = dict[str, tuple[Whose, ...]]
_WORDS = ("note", "moment")
_SAID = (*_WORDS, "agreement")
_OWN = (*_SAID, "offer")
_TEXT = ("group", "aim", "value", "element")


def _each(kinds: tuple[str, ...], *who: Whose) -> _Right:
    return dict.fromkeys(kinds, who)


_WORDING: _Right = {
    **_each(_SAID, Whose.AUTHOR, Whose.FOR_UNKNOWN),
    "experience": (Whose.TELLER, Whose.FOR_UNTOLD),
    **_each(_TEXT, Whose.TEXT_KEEPER, Whose.TYPED_FOR),
}
_TAKING_OFF: _Right = {
    **_each(_OWN, Whose.AUTHOR, Whose.FOR_UNKNOWN),
    "experience": (Whose.TELLER,),
    **_each(_TEXT, Whose.TEXT_KEEPER),
}
_WORDING_AFTER: _Right = {
    **_each(_SAID, Whose.AUTHOR),
    "experience": (Whose.TELLER,),
    **_each(_TEXT, Whose.CARETAKER, Whose.TYPED_FOR),
}
RIGHTS: Mapping[str, _Right] = {
    "Reword": _WORDING,
    "RewordAtRequest": _each((*_SAID, "experience"), Whose.KEEPER),
    "OfferWording": _each((*_SAID, "experience"), Whose.ANYBODY),
    "UndoRewording": _WORDING,
    "SettleOffer": {**_each(_SAID, Whose.AUTHOR), "experience": (Whose.TELLER,)},
    "LeaveClash": {"offer": (Whose.OWN_HAND,)},
    "TakeClash": {
        **_each((*_SAID, "experience"), Whose.KEEPER),
        **_each(_TEXT, Whose.TEXT_KEEPER),
    },
    "Delete": _TAKING_OFF,
    "BringBack": {**_TAKING_OFF, LEFT_OFF: (Whose.TELLER,)},
    "TakeBack": {
        **_each(_OWN, Whose.AUTHOR, Whose.FOR_UNKNOWN, Whose.FOR_SHOWN_OUT),
        "experience": (Whose.TELLER, Whose.FOR_SHOWN_OUT),
    },
    "StayUnnamed": _each((*_OWN, *_TEXT), Whose.OWN_HAND),
    "MaskWords": {
        **_each(_OWN, Whose.OWN_HAND, Whose.FACILITATOR),
        "moment": (Whose.OWN_HAND, Whose.FACILITATOR, Whose.TELLER_OF_NAMED),
        "experience": (Whose.FACILITATOR, Whose.TELLER_OF_NAMED),
        **_each(_TEXT, Whose.FACILITATOR),
    },
    "MaskEverywhere": {
        **_each((*_OWN, *_TEXT), Whose.FACILITATOR),
        **_each(("moment", "experience"), Whose.FACILITATOR, Whose.TELLS),
    },
    "KeepBack": {
        **_each(_OWN, Whose.OWN_HAND),
        "moment": (Whose.OWN_HAND, Whose.OWN_TELLER),
        "experience": (Whose.TELLS,),
    },
    "MoveNote": {"note": (Whose.AUTHOR, Whose.KEEPER)},
    "OpenWords": {**_each(_WORDS, Whose.OWN_HAND), "experience": (Whose.TELLS,)},
    "NarrowWords": _each((*_WORDS, "experience"), Whose.ANYBODY),
    "Hide": _each(_WORDS, Whose.ANYBODY),
    "ArrangeMoment": {"moment": (Whose.AUTHOR, Whose.TELLER, Whose.KEEPER)},
    "TellMoment": {"moment": (Whose.AUTHOR, Whose.FOR_UNKNOWN)},
    "TellMomentAtRequest": {"moment": (Whose.KEEPER,)},
    "AcceptMoment": {"moment": (Whose.TELLER,)},
    "SetVisibility": {
        "moment": (Whose.AUTHOR, Whose.SOLE_TELLER, Whose.TELLER_FOR_UNKNOWN),
        "experience": (Whose.TELLER,),
    },
    "SayThatsIt": {"experience": (Whose.TELLER,)},
    "EndTellersTurn": {"experience": (Whose.WAITED_FOR, Whose.KEEPER)},
    "TellTogether": {"experience": (Whose.TELLS, Whose.NAMED)},
    "LeaveStory": {"experience": (Whose.JOINT_TELLER, Whose.NAMED)},
}
"""Of a command, kind by kind: what one has to be to a thing. What is not named is nobody's to ask
for.
"""
AFTER_CLOSE: Mapping[str, _Right] = {
    "Reword": _WORDING_AFTER,
    "UndoRewording": _WORDING_AFTER,
    **dict.fromkeys(("RewordAtRequest", "OfferWording", "LeaveClash", "TakeClash"), _Right()),
    "BringBack": {LEFT_OFF: (Whose.TELLER,)},
    "ArrangeMoment": {"moment": (Whose.AUTHOR, Whose.TELLER)},
}
"""The same after the close, of what is fewer people's then (G15)."""
PART_OF: Mapping[str, str] = {
    "RewordAtRequest": "Reword",
    "OfferWording": "Reword",
    "LeaveClash": "SettleOffer",
    "TakeClash": "SettleOffer",
    "MaskEverywhere": "MaskWords",
    "TellMoment": "ArrangeMoment",
    "TellMomentAtRequest": "ArrangeMoment",
}
"""The command, of what is one way to ask for it."""


def has_right(chart: Flipchart, to: str, thing: Thing, person: int | None) -> bool:
    """Whether somebody may ask for this of a thing just now, as far as it hangs on what they are
    to it.
    """
    return any(_IS[one](chart, thing, person) for one in _who(to, thing, closed=chart.closed))


def goes_on(to: str, thing: Thing) -> bool:
    """Whether it is anybody's to ask for of a thing after the close."""
    return bool(_who(to, thing, closed=True))


def _who(to: str, thing: Thing, *, closed: bool) -> tuple[Whose, ...]:
    rights = AFTER_CLOSE.get(to, RIGHTS[to]) if closed else RIGHTS[to]
    is_left_off = to == "BringBack" and isinstance(thing, Moment) and thing.left_off
    return rights.get(LEFT_OFF if is_left_off else kind_of(thing), ())


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


def _is_for_unknown(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    unknown = chart.author_of(thing) is None
    return unknown and is_for_others(chart, None, person, nameless=chart.is_nameless(thing))


def _is_for_shown_out(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    told = isinstance(thing, Experience)
    authors = {*thing.storytellers} if told else {chart.author_of(thing)}
    nameless = chart.is_nameless(thing)
    return bool(authors) and all(
        author is not None and is_for_others(chart, author, person, nameless=nameless)
        for author in authors
    )


def _decides(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    story = tellers.story_of(chart, thing)
    return story is not None and tellers.tells_still(chart, story, person)


def _tells_together(chart: Flipchart, thing: Thing) -> bool:
    story = tellers.story_of(chart, thing)
    return story is not None and tellers.is_told_together(story)


_IS: dict[Whose, Callable[[Flipchart, Thing, int | None], bool]] = {
    Whose.ANYBODY: lambda chart, thing, person: True,
    Whose.AUTHOR: lambda chart, thing, person: (
        person is not None and chart.author_of(thing) == person
    ),
    Whose.OWN_HAND: lambda chart, thing, person: person is not None and thing.by == person,
    Whose.FOR_UNKNOWN: _is_for_unknown,
    Whose.FOR_SHOWN_OUT: _is_for_shown_out,
    Whose.FACILITATOR: lambda chart, thing, person: chart.has_role(person, Role.FACILITATOR),
    Whose.KEEPER: lambda chart, thing, person: chart.has_role(person, *KEEPING_ROLES),
    Whose.TEXT_KEEPER: lambda chart, thing, person: chart.keeps_text(person),
    Whose.CARETAKER: lambda chart, thing, person: (
        chart.keeps_text(person) and chart.threads.ask_for_care(thing.id)
    ),
    Whose.TYPED_FOR: lambda chart, thing, person: was_typed_for(thing, person),
    Whose.TELLS: lambda chart, thing, person: tellers.tells(tellers.story_of(chart, thing), person),
    Whose.TELLER: _decides,
    Whose.SOLE_TELLER: lambda chart, thing, person: (
        _decides(chart, thing, person) and not _tells_together(chart, thing)
    ),
    Whose.JOINT_TELLER: lambda chart, thing, person: (
        tellers.tells(tellers.story_of(chart, thing), person) and _tells_together(chart, thing)
    ),
    Whose.OWN_TELLER: tells_of,
    Whose.TELLER_OF_NAMED: is_told_by,
    Whose.TELLER_FOR_UNKNOWN: lambda chart, thing, person: (
        _decides(chart, thing, person) and chart.author_of(thing) is None
    ),
    Whose.FOR_UNTOLD: lambda chart, thing, person: (
        isinstance(thing, Experience)
        and not thing.storytellers
        and chart.has_role(person, *KEEPING_ROLES)
    ),
    Whose.NAMED: lambda chart, thing, person: (
        isinstance(thing, Experience) and person in thing.named
    ),
    Whose.WAITED_FOR: lambda chart, thing, person: (
        isinstance(thing, Experience) and person in tellers.unspoken(chart, thing)
    ),
}
