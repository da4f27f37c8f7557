"""Whose words stand where: every field of every thing with who said it and in which entry. Pure.

The flipchart knows what stands; only its record knows who put it there.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from footpath.gate.known_names import Names
from footpath.gate.words_in_use import Received
from footpath.method import Flipchart
from footpath.method.flipchart.entries import Recorded
from footpath.method.things.arrangement import Branch
from footpath.method.things.things import Phase
from footpath.method.words.words import MASK, Words

Hand = tuple[int | None, int]
"""Who, and in which entry; nobody knows who where it is None."""
Hands = frozenset[Hand]


class Contribution(Struct, frozen=True, kw_only=True):
    """Some words as they were said: in which thing, by whom, and in which entry."""

    text: str
    hands: Hands
    number: int
    unnamed: bool = False
    """Whether nobody is told whose words they are."""
    thing: int | None = None
    """By the id that it had then; None for words about things that are no part of them, as a
    reason for parking.
    """
    shown_with: int | None = None
    """The thing with which others receive these words, where they are no part of it; None where
    all received them.
    """
    private: bool = False
    """Said to few, and to no thing on the flipchart."""

    @property
    def people(self) -> frozenset[int | None]:
        """Whose words they are."""
        return frozenset(person for person, _ in self.hands)


class Review(Struct, frozen=True, kw_only=True):
    """What was said of an aim on the return to it."""

    number: int
    aim: int
    choice: str
    reason: Contribution | None
    rests_on: tuple[int, ...]
    hand: Hand
    unnamed: bool
    said_at: int
    phase: Phase


class Parts(Struct, kw_only=True):
    """What one thing is made of, and by whom."""

    made_in: Phase
    wordings: list[Contribution] = field(default_factory=list[Contribution])
    texts: dict[str, Contribution] = field(default_factory=dict[str, Contribution])
    lists: dict[str, list[Contribution]] = field(default_factory=dict[str, list[Contribution]])
    labels: list[Contribution | None] = field(default_factory=list[Contribution | None])
    set_by: dict[str, Hands] = field(default_factory=dict[str, Hands])
    """Who set what is no words: a feeling, whether it was inferred."""


class Authors:
    """The flipchart as its record is replayed, and whose words stand where on it."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self.chart = Flipchart()
        self.parts: dict[int, Parts] = {}
        self.said: list[Contribution] = []
        """Everything that was ever said, also what was reworded, arranged away,
        offered or deleted since.
        """
        self.offered: dict[int, Contribution] = {}
        self.reviews: list[Review] = []
        self.openings: list[tuple[Phase, int]] = []
        self._as_said: list[Contribution] = []
        self.names = Names()
        """What people here are called, and were called before."""

    def of(self, id: int) -> Parts:
        """The parts of a thing, by any id that it ever had."""
        return self.parts.setdefault(
            self.chart.renumbered.get(id, id), Parts(made_in=self.chart.phase)
        )

    def say(
        self, words: Words | None, by: Recorded, thing: int | None = None, **more: Any
    ) -> Contribution | None:
        """Remember words; None where there are none."""
        if words is None or not words.text:
            return None
        hands: Hands = more.pop("hands", frozenset({(by.by, by.number)}))
        said = Contribution(text=words.text, hands=hands, thing=thing, **_when(by), **more)
        self.said.append(said)
        self._as_said.append(said)
        self.names.said_something(by.by, by.number)
        return said

    def received(self) -> list[Received]:
        """What everybody received, as it was said, what they came for first.

        Nobody's where nobody is told whose it is.
        """
        found = [Received(0, frozenset(), text) for text in _came_for(self.chart)]
        for said in self._as_said:
            id = said.thing if said.thing is not None else said.shown_with
            carrier = self.chart.find(id) if id is not None else None
            if not said.private and (carrier is None or self.chart.may_read(carrier, None)):
                is_unnamed = said.unnamed or (
                    carrier is not None and self.chart.is_nameless(carrier)
                )
                found.append(
                    Received(said.number, frozenset() if is_unnamed else said.people, said.text)
                )
        return found

    def word(self, id: int, words: Words, by: Recorded, hands: Hands | None = None) -> None:
        """A thing gets a wording, empty where it was taken back or has none."""
        own = frozenset({(by.by, by.number)}) if hands is None else hands
        said = self.say(words, by, id, hands=own)
        empty = Contribution(text="", hands=own, thing=id, **_when(by))
        self.of(id).wordings.append(said or empty)

    def put(
        self, id: int, name: str, words: Words | None, by: Recorded, hands: Hands | None = None
    ) -> None:
        """A field of a thing gets words; who said them before stays their author where
        they are the same.
        """
        texts = self.of(id).texts
        before = texts.get(name)
        if words is not None and before is not None and before.text == words.text:
            return
        said = self.say(words, by, id, **({} if hands is None else {"hands": hands}))
        texts.pop(name, None)
        if said is not None:
            texts[name] = said

    def put_all(
        self, id: int, name: str, words: Sequence[Words], by: Recorded, hands: Hands | None = None
    ) -> None:
        """A list of a thing is put anew; what was in it stays its author's."""
        before = {said.text: said for said in self.of(id).lists.get(name, ())}
        more: dict[str, Any] = {} if hands is None else {"hands": hands}
        found = (before.get(one.text) or self.say(one, by, id, **more) for one in words if one.text)
        self.of(id).lists[name] = [said for said in found if said is not None]

    def put_labels(self, id: int, branches: Sequence[Branch], by: Recorded) -> None:
        """The names of the ways on from an element, one place for each."""
        parts = self.of(id)
        before = {said.text: said for said in parts.labels if said is not None}
        labels = [branch.label for branch in branches]
        parts.labels = [
            (before.get(label.text) or self.say(label, by, id))
            if label is not None and label.text
            else None
            for label in labels
        ]

    def set(self, id: int, name: str, by: Recorded) -> None:
        """Somebody sets what is no words."""
        self.of(id).set_by[name] = frozenset({(by.by, by.number)})

    def reveal(self, private: int, public: int) -> None:
        """What was private gets the id that everybody knows."""
        if private in self.parts:
            self.parts[public] = self.parts.pop(private)
        if private in self.offered:
            self.offered[public] = self.offered.pop(private)

    def share(self, id: int, place: int, other: Contribution, text: str | None = None) -> None:
        """A wording turns out to be somebody else's words too, who may have said them first,
        or put others there.
        """
        wordings = self.of(id).wordings
        before = wordings[place]
        wordings[place] = replace(
            before,
            text=before.text if text is None else text,
            hands=before.hands | other.hands,
            number=min(before.number, other.number),
        )
        if before.text:
            self.said.append(wordings[place])


def _when(by: Recorded) -> dict[str, Any]:
    return {"number": by.number, "unnamed": getattr(by.entry, "unnamed", False)}


def beneath_veils(shown: Authors, sealed: Authors) -> list[Contribution]:
    """What was said and lies under veils, so that it is looked for in what leaves as
    if none lay there.

    `shown` is the record with its veils, `sealed` the same without. What is veiled as a whole may
    stand in nobody else's words; of what is veiled in part, the rest is as free to leave as its
    author's consent makes it.
    """
    readable = set(shown.said)
    whole = {(said.number, said.thing) for said in shown.said if said.text == MASK}
    beneath = (said for said in sealed.said if said not in readable)
    return [
        replace(said, private=said.private or (said.number, said.thing) in whole)
        for said in beneath
    ]


def _came_for(chart: Flipchart) -> list[str]:
    """What the workshop was called and asked for before anybody came."""
    if chart.set_up is None:
        return []
    return [
        chart.set_up.title.shown,
        *chart.set_up.sides,
        *(words.shown for words in chart.set_up.questions.values()),
    ]
