"""Random research projects: histories in which people copy, alter and quote one another,
and random permissions.
"""

import random
from typing import Any

from histories import ASKABLE, Monkey
from permitting import form

from footpath.gate.permissions import (
    Agreement,
    KeptBackBy,
    OtherWords,
    Permissions,
    PublishedSheet,
    Purpose,
    StatementAnswer,
    ThingKeptBack,
)

SAYING = (
    "WriteNote", "WriteReflection", "PlaceMoment", "ArrangeMoment", "Reword", "AddAim",
    "AddElement", "ArrangeElement", "AddValue", "BackValue", "TellExperience", "SettleOffer",
    "ChangeAim", "KeepAim", "GroupNotes", "WriteMemo", "Hide",
    "HadThatToo", "SetVisibility", "CheckOut", "AcceptMoment", "RevealNotes", "EndTellersTurn",
)  # fmt: skip
STORIES = ("PlaceMoment", "ArrangeMoment", "TellExperience", "ArrangeElement")
COMMANDS = [
    *(one for one in ASKABLE if one.__name__ != "StartSilence"),
    *(one for one in ASKABLE if one.__name__ in SAYING for _ in range(4)),
    *(one for one in ASKABLE if one.__name__ in STORIES for _ in range(6)),
]
WORDS = [
    "pay", "wait", "summer", "nobody", "small", "firms", "first", "always", "letter", "boss", "Ann",
    "month", "café", "don't", "again", "never", "asked", "told", "money", "gone", "by", "until",
    "own", "my", "for", "the", "they", "made", "us", "late", "winter", "rota", "shift", "leave",
    "cover", "Dienstplan", "Monat", "Familien", "Schicht",
]  # fmt: skip
FEW = {
    "lane": ["", "Finance"],
    "stage": ["", "In May"],
    "who": ["Ann", "Bo"],
    "used": ["post"],
    "label": ["yes", "no"],
    "inputs": ["form", "letter"],
    "outputs": ["form"],
}
"""Fields in which people say the same again."""
NAMES = ("Hill Street Co-op", "The Hill")


class Talkers(Monkey):
    """Asks for anything, in sentences that now and then are somebody's already."""

    def simple(self, name: str, kind: Any) -> Any:
        if kind is not str or name in ("side", "passage"):
            return super().simple(name, kind)
        if name in FEW and self.chance.random() < 0.7:
            return self.chance.choice(FEW[name])
        self.canaries.append(self.sentence())
        return self.canaries[-1]

    def sentence(self) -> str:
        said = [one for one in self.canaries if " " in one]
        words = self.chance.choices(WORDS, k=self.chance.choice([1, 3, 5, 7, 9, 12, 20]))
        if said and self.chance.random() < 0.35:
            words = self.altered(self.chance.choice(said).split())
        if self.chance.random() < 0.08:
            words.append(self.chance.choice(NAMES))
        return " ".join(words)

    def altered(self, words: list[str]) -> list[str]:
        way = self.chance.choice(["same", "part", "change", "swap", "drop", "framed", "loud"])
        at = self.chance.randrange(len(words))
        if way == "part":
            return words[at : at + self.chance.choice([4, 5, 7, 8, 10])]
        if way == "change":
            return [
                self.chance.choice(WORDS) if place % 10 == at % 10 else one
                for place, one in enumerate(words)
            ]
        if way == "swap":
            return [*words[:at], *reversed(words[at : at + 2]), *words[at + 2 :]]
        if way == "drop" and len(words) > 1:
            return [*words[:at], *words[at + 1 :]]
        if way == "framed":
            return ["She", "said:", f"“{words[0]}", *words[1:], "(again)"]
        return [one.upper() + "," for one in words] if way == "loud" else list(words)


def permissions_for(monkey: Monkey, seed: int) -> Permissions:
    """Random sheets, answers, keep-backs and decisions for one history."""
    chance = random.Random(seed)
    end, people = len(monkey.group.record), list(monkey.group.chart.people)
    sheets = tuple(_sheet(chance, id) for id in range(1, chance.choice([2, 2, 3, 4])))
    ids = [*monkey.group.chart.things, *monkey.group.chart.renumbered]
    ready = chance.random() < 0.7
    answers = [
        StatementAnswer(
            person=person,
            sheet=(sheets[-1] if ready else chance.choice(sheets)).id,
            statement=statement.key,
            after=0 if ready and chance.random() < 0.8 else chance.randint(0, end),
            answer=(
                "yes"
                if chance.random() < (0.9 if ready else 0.7)
                else chance.choice(["no", "not now"])
            ),
        )
        for _ in range(1 if ready else chance.randint(1, 3))
        for person in people
        if chance.random() < 0.95
        for statement in chance.choice(sheets if not ready else sheets[-1:]).statements
        if chance.random() < 0.97
    ]
    kept = _kept(chance, ids, people)
    return Permissions(
        sheets=sheets,
        answers=tuple(sorted(answers, key=lambda one: one.after)),
        kept_back=tuple(kept),
        agreement=Agreement(
            agreed=chance.random() < 0.95,
            may_be_named=chance.random() < 0.5,
            names=NAMES,
        ),
        paraphrases=tuple(
            _paraphrase(chance, monkey, id) for id in chance.sample(ids, min(len(ids), 6))
        ),
        decided=chance.choice([(), (("ann", True),), (("Ann", False), ("café  don't", True))]),
    )


def _kept(chance: random.Random, ids: list[int], people: list[int]) -> list[ThingKeptBack]:
    return [
        ThingKeptBack(
            about=chance.choice(ids),
            hand=(hand := chance.choice(list(KeptBackBy))),
            kept=chance.random() < 0.7,
            whose="" if hand is KeptBackBy.FACILITATOR else str(chance.choice(people)),
        )
        for _ in range(chance.choice([0, 0, 3, 9]) if ids else 0)
    ]


def _sheet(chance: random.Random, id: int) -> PublishedSheet:
    purposes = [
        one for one in Purpose if chance.random() < (0.9 if one is Purpose.TAKE_PART else 0.3)
    ]
    sheet = form(id, *(purposes or [Purpose.TAKE_PART]), covers_before=chance.random() < 0.6)
    return PublishedSheet(
        id=id,
        covers_before=sheet.covers_before,
        covers_earlier=chance.random() < 0.7,
        statements=sheet.statements,
    )


def _paraphrase(chance: random.Random, monkey: Monkey, id: int) -> OtherWords:
    text = (
        " ".join(chance.choices(WORDS, k=6))
        if chance.random() < 0.8
        else chance.choice(monkey.canaries or ["So"])
    )
    return OtherWords(about=id, version=chance.choice([1, 1, 2]), text=text)


def pointed_out(text: str) -> list[str]:
    """Ann is a name, wherever she stands."""
    return [word for word in text.replace(",", " ").split() if word.casefold() == "ann"]
