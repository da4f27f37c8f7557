"""Whether the method lets somebody ask for something of a thing, as far as that hangs on who they
are: asked for in earnest, right by right.
"""

from collections.abc import Callable
from typing import Any

from authorships import SAYS, Authorships

from footpath.method import Refusal, decide, refusals
from footpath.method.flipchart.entries import Entry
from footpath.method.own_words.keeping_out import may_keep_out
from footpath.method.own_words.wording import Reworded
from footpath.method.things.things import Moment, Offer, Thing

NO = frozenset(
    {
        refusals.NOT_HERE, refusals.FOR_FACILITATORS, refusals.FOR_KEEPERS, refusals.FOR_WRITERS,
        refusals.TEXT_IS_KEPT, refusals.NOT_YOURS, refusals.NOT_YOURS_TO_TAKE_BACK,
        refusals.NOT_YOURS_TO_OPEN, refusals.NOT_YOUR_STORY, refusals.OTHERS_TELL_IT_TOO,
        refusals.YOU_TELL_IT_ALONE, refusals.AUTHOR_NARROWS, refusals.WAITS_FOR_TELLER,
        refusals.ASK_THE_AUTHOR, refusals.CLOSED, refusals.ALREADY_SPOKEN,
    }
)  # fmt: skip
"""Refusals of who asks; all others are of what stands there."""


def lets(group: Authorships, to: str, thing: Thing, person: int) -> bool:
    """Whether the method says nothing against who asks for this of the thing."""
    return ASKING[to](group, thing, person)


def _entries(group: Authorships, person: int, do: str, **fields: Any) -> list[Entry] | None:
    """What would happen; nothing where what stands there is in the way, None where somebody may
    not.
    """
    try:
        return decide(group.chart, *group._asking(person, do, "", fields))
    except Refusal as no:
        wrong = no.sentence.startswith(refusals.WRONG_THING.split("{")[0])
        return None if wrong or no.sentence in NO else []


def _about(do: str, field: str = "about", **fields: Any) -> Callable[..., bool]:
    def asked(group: Authorships, thing: Thing, person: int) -> bool:
        return _entries(group, person, do, **{field: thing.id}, **fields) is not None

    return asked


def _reword(
    at_request: bool = False, offering: bool = False
) -> Callable[[Authorships, Thing, int], bool]:
    def asked(group: Authorships, thing: Thing, person: int) -> bool:
        fields = {"about": thing.id, "version": thing.version, "at_request": at_request}
        entries = _entries(group, person, "Reword", text=f"{SAYS}, and more", **fields)
        if offering:
            return entries is not None
        return bool(entries) and isinstance((entries or [])[0], Reworded)

    return asked


def beside(group: Authorships, thing: Thing, *, clash: bool) -> list[Thing]:
    """The offers beside a thing: those that clashed, or the others."""
    offers = [group.thing(id) for id in sorted(group.chart.offers.get(thing.id, ()))]
    return [offer for offer in offers if offer.clash == clash]


def _settle(*, clash: bool, take: bool) -> Callable[[Authorships, Thing, int], bool]:
    """Of a thing whether somebody settles an offer beside it; of an offer, that one."""

    def asked(group: Authorships, thing: Thing, person: int) -> bool:
        offer = thing if isinstance(thing, Offer) else beside(group, thing, clash=clash)[0]
        return _entries(group, person, "SettleOffer", about=offer.id, take=take) is not None

    return asked


def _arrange(**fields: Any) -> Callable[[Authorships, Thing, int], bool]:
    def asked(group: Authorships, thing: Thing, person: int) -> bool:
        assert isinstance(thing, Moment)
        there = {"about": thing.id, "lane": "", "stage": "", "feeling": thing.feeling}
        return _entries(group, person, "ArrangeMoment", **(there | fields)) is not None

    return asked


def _stay_unnamed(group: Authorships, thing: Thing, person: int) -> bool:
    asked = {"about": thing.id, "unnamed": not thing.unnamed}
    return _entries(group, person, "StayUnnamed", **asked) is not None


ASKING: dict[str, Callable[[Authorships, Thing, int], bool]] = {
    "Reword": _reword(),
    "RewordAtRequest": _reword(at_request=True),
    "OfferWording": _reword(offering=True),
    "UndoRewording": _about("UndoRewording"),
    "SettleOffer": _settle(clash=False, take=True),
    "LeaveClash": _settle(clash=True, take=False),
    "TakeClash": _settle(clash=True, take=True),
    "Delete": _about("Delete"),
    "BringBack": _about("BringBack"),
    "TakeBack": _about("TakeBack"),
    "StayUnnamed": _stay_unnamed,
    "MaskWords": _about("MaskWords", passage="Acme"),
    "MaskEverywhere": lambda group, thing, person: (
        _entries(group, person, "MaskWords", passage="Acme") is not None
    ),
    "KeepBack": lambda group, thing, person: may_keep_out(group.chart, thing, person),
    "MoveNote": _about("MoveNote", phase="aims"),
    "OpenWords": _about("OpenWords", to="members"),
    "NarrowWords": _about("NarrowWords", to="members"),
    "Hide": _about("Hide", reason="A name stands in it"),
    "ArrangeMoment": _arrange(),
    "TellMoment": _arrange(quote="Never again"),
    "TellMomentAtRequest": _arrange(quote="Never again", at_request=True),
    "AcceptMoment": _about("AcceptMoment", accept=True),
    "SetVisibility": _about("SetVisibility", visibility="only_me"),
    "SayThatsIt": _about("SayThatsIt", "experience"),
    "EndTellersTurn": _about("EndTellersTurn", "experience"),
    "TellTogether": _about("TellTogether", "experience"),
    "LeaveStory": _about("LeaveStory", "experience"),
}
