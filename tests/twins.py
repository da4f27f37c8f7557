"""Twin workshops: the same history twice, but for one thing, and everything that everybody
else gets of both.
"""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from table import Group

from footpath.method import COMMANDS, Refusal
from footpath.method.audiences.own_things import said_by
from footpath.method.flipchart import bounds
from footpath.method.flipchart.entries import Saying
from footpath.method.flipchart.threads import Edition
from footpath.method.things.things import GROUP_TEXT, Offer, Thing
from footpath.pages.publishing.outline_page import EditionRead, outline_page
from footpath.pages.tellers.opened import mine
from footpath.pages.tellers.resting_lines import own_lines
from footpath.pages.tellers.take_back import going
from footpath.publishing.edition_words import whose
from footpath.publishing.record_lines import record_lines
from footpath.registering.erasing import theirs

NEVER_UNNAMED = {
    "TellExperience",
    "SayThatsIt",
    "TellTogether",
    "LeaveStory",
    "OfferStory",
    "WriteMemo",
}
CAN_BE_UNNAMED = {
    command.__name__
    for command in COMMANDS
    if issubclass(command, Saying) and command.__name__ not in NEVER_UNNAMED
}
AUTHORS_OWN = {
    "Reword", "UndoRewording", "TakeBack", "Delete", "BringBack", "OpenWords", "SettleOffer",
    "SetVisibility", "ArrangeMoment", "MaskWords", "MoveNote", "AnswerLine",
}  # fmt: skip
"""What is answered in another way when it is about one's own words."""
TRIED: list[tuple[str, dict[str, Any]]] = [
    *(
        (do, {})
        for do in (
            "UndoRewording", "TakeBack", "Delete", "BringBack", "HadThatToo", "Unpark", "Show",
        )
    ),
    *(("SetVisibility", {"visibility": one}) for one in ("shared", "facilitators", "only_me")),
    *(("AcceptMoment", {"accept": one}) for one in (True, False)),
    *(("StayUnnamed", {"unnamed": one}) for one in (True, False)),
    ("Reword", {"text": "Tried", "version": 1}),
    ("Reword", {"text": "Tried", "version": 1, "at_request": True}),
    ("ArrangeMoment", {"lane": "", "stage": "", "quote": "Tried"}),
    ("MoveNote", {"phase": "reflect"}), ("OpenWords", {"to": "everyone"}),
    ("NarrowWords", {"to": "took_part"}), ("MaskWords", {"passage": ""}),
    ("SettleOffer", {"take": True}), ("AskQuestion", {"text": "Why"}),
    ("Hide", {"reason": "Tried"}),
]  # fmt: skip
"""What everybody else tries with each unnamed thing, to learn from the answer whose it is."""
OUTSIDE_ROLES = {"RemovePerson", "GiveRole", "TakeRole"}


@contextmanager
def everything_tight() -> Iterator[None]:
    """As little room as makes every bound of how much hangs on one thing be met
    within a short history.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NOTES", "LINES", "OFFERS", "MOMENTS", "WORDINGS", "REVIEWS"):
            patch.setattr(bounds, name, bounds.Fits(share=2, shared=3, own=4, ever=6))
        yield


class Crowd(Group):
    """Two of every kind, so that of each somebody is left who looks on; Sam and Cid
    tell a story together.
    """

    def __init__(self) -> None:
        """Everybody is here, and the story has its first moment."""
        super().__init__()
        self.ann = self.arrive("Ann", "facilitator")
        self.ben = self.arrive("Ben", "scribe")
        self.cid = self.arrive("Cid")
        self.dot = self.arrive("Dot")
        self.tale = self.joint(self.fay, self.sam, self.cid, title="The long winter")
        self.place = self.do(
            self.sam, "PlaceMoment", experience=self.tale, text="Paid after seventy days"
        )


HANDS = {
    "teller": ("sam", {}),
    "co-teller": ("cid", {}),
    "facilitator": ("ann", {}),
    "scribe": ("ben", {}),
    "participant": ("tess", {}),
    "unknown hand": ("ben", {"for_someone": True}),
    "typed for": ("ben", {"for": "dot"}),
}
"""Who can have written what is unnamed: who types, and for whom."""


class Hand:
    """One who may have written the unnamed things."""

    def __init__(self, crowd: Crowd, name: str) -> None:
        typist, given = HANDS[name]
        self.typist: int = getattr(crowd, typist)
        self.writes_for: dict[str, Any] = dict(given)
        self.acts = self.typist
        if "for" in given:
            self.acts = getattr(crowd, given["for"])
            self.writes_for = {"for_person": self.acts}


class Twins:
    """Two crowds in which the same happens; only the unnamed things were written by
    another hand in each.

    A history's monkey takes it for one group: what it asks is asked of both.
    """

    def __init__(self, one: str, other: str) -> None:
        """Nothing unnamed was written yet."""
        self.crowds = (Crowd(), Crowd())
        self.hands = tuple(
            Hand(crowd, name) for crowd, name in zip(self.crowds, (one, other), strict=True)
        )
        self.knowing = {person for hand in self.hands for person in (hand.typist, hand.acts)}
        self.unnamed = set[int]()

    @property
    def chart(self) -> Any:
        """The flipchart by which the monkey chooses: one twin's, whose ids are the other's too."""
        return self.crowds[0].chart

    def __getattr__(self, name: str) -> Any:
        """The people by name."""
        return getattr(self.crowds[0], name)

    def do(self, person: int | None, do: str, /, *, door: str = "", **fields: Any) -> int:
        """Ask both: as the author, each its own, or as the same person, who must
        get the same answer.
        """
        asked = self._asked(person, do, fields)
        if asked is None:
            raise Refusal("Not asked.")
        said = [
            crowd.refusal_of(who, do, door=door, **given)
            for crowd, (who, given) in zip(self.crowds, asked, strict=True)
        ]
        if any(who not in self.knowing for who, _ in asked):
            assert said[0] == said[1], (do, fields)
        if any(said):
            raise Refusal(next(filter(None, said)))
        made = [
            crowd.do(who, do, door=door, **given)
            for crowd, (who, given) in zip(self.crowds, asked, strict=True)
        ]
        assert made[0] == made[1], (do, fields)
        if asked[0] != asked[1] and do in CAN_BE_UNNAMED:
            self.unnamed.add(made[0])
        self.same_frames(do)
        return made[0]

    def _asked(self, person: int | None, do: str, fields: dict[str, Any]) -> Any:
        if do in CAN_BE_UNNAMED and fields.get("unnamed"):
            plain = {
                name: value
                for name, value in fields.items()
                if name not in ("for_person", "for_someone")
            }
            return [(hand.typist, {**plain, **hand.writes_for}) for hand in self.hands]
        named = fields.get("unnamed") if do == "AnswerLine" else fields.get("about")
        thing = self.chart.find(named) if isinstance(named, int) else None
        if thing is not None and self._is_theirs(thing):
            if do == "StayUnnamed" or (do == "MaskWords" and isinstance(thing, Offer)):
                # an offer has the same author in both, and is not asked about as if it had not
                return None
            if do in AUTHORS_OWN and person in self.knowing and not isinstance(thing, GROUP_TEXT):
                return [(hand.acts, fields) for hand in self.hands]
        if do in OUTSIDE_ROLES and fields["person"] in self.knowing:
            return None
        if do == "Undo" and person in self.knowing:
            return None  # slips are each keeper's own
        return [(person, fields)] * 2

    def _is_theirs(self, thing: Thing) -> bool:
        about = self.chart.find(thing.about) if isinstance(thing, Offer) else thing
        return about.id in self._ids()

    def _ids(self) -> set[int]:
        return {self.chart.renumbered.get(id, id) for id in self.unnamed}

    def same_frames(self, do: str) -> None:
        """Everybody else is told the same, with the same number."""
        frames = [
            (
                crowd.chart.public_number,
                sorted((str(a), one) for a, one in crowd.told.items() if a not in self.knowing),
            )
            for crowd in self.crowds
        ]
        assert msgspec.json.encode(frames[0]) == msgspec.json.encode(frames[1]), do

    def same_for_everybody_else(self) -> None:
        """All that anybody else has now, or would be shown on any page."""
        others = {*self.chart.people} - self.knowing
        for audience in ("everyone", "facilitators", *others):
            assert self.crowds[0].sees(audience) == self.crowds[1].sees(audience), audience
        assert pages(self.crowds[0]) == pages(self.crowds[1])
        for person in others:
            assert own_pages(self.crowds[0], person) == own_pages(self.crowds[1], person)
            for id in sorted(self._ids() & self.chart.things.keys()):
                for do, fields in TRIED:
                    said = [
                        crowd.refusal_of(person, do, about=id, **fields) for crowd in self.crowds
                    ]
                    assert said[0] == said[1], (person, id, do, fields, said)


def pages(group: Group) -> list[Any]:
    """What the outline's pages show, and the record to take away."""
    readings = [EditionRead(edition, whose(edition), edition) for edition in Edition]
    shown = [{**outline_page(group.chart, reading), "made": None} for reading in readings]
    return [_read(shown), list(record_lines(group.chart, group.record))]


def _read(pages: Any) -> str:
    """All that stands on pages; the entries by which words are covered, whose numbers are known
    to nobody, do not.
    """
    return re.sub(r", veils=\([0-9, -]*\)", "", repr(pages))


def own_pages(group: Group, person: int) -> list[Any]:
    """A person's own pages: what they said, who reads it, their lines, what goes and where
    copies of it stand.
    """
    chart = group.chart
    shown = [
        said_by(chart, person),
        mine(chart, person),
        own_lines(chart, person),
        theirs(chart, person),
    ]
    return [_read(shown), *(_going(group, id, person) for id in sorted(chart.things))]


def _going(group: Group, id: int, person: int) -> str:
    try:
        return _read(going(group.chart, id, person))
    except Refusal as no:
        return no.sentence


def two_hands(seed: int) -> tuple[str, str]:
    """Two who may have written the unnamed things."""
    one, other = random.Random(seed).sample(sorted(HANDS), 2)
    return one, other
