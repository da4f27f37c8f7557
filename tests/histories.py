"""Random histories: anybody asks for anything, about anything; every text is a
canary of its own.
"""

import random
import types
import typing
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

import msgspec
from table import Group

from footpath.method import COMMANDS, Refusal
from footpath.method.flipchart.entries import Command
from footpath.method.things.things import (
    AgreementLine,
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    Offer,
    SharedValue,
    Thing,
)
from footpath.method.things.things import Group as NoteGroup

ASKABLE = [
    command
    for command in COMMANDS
    if command.__name__ not in ("SetUpWorkshop", "ChangePlan", "Arrive")
]
RARE = (
    "CloseFlipchart",
    "RemovePerson",
    "TakeRole",
    "TakeBack",
    "MaskWords",
    "Delete",
    "DropAim",
    "GiveRole",
    "HideAllOf",
    "StepOut",
)
"""What ends something is asked for less often, so that there is something left to ask about."""

ABOUT = {
    "Regroup": Note, "Split": Note, "PickPoint": Note, "MoveNote": Note, "ArrangeMoment": Moment,
    "AcceptMoment": Moment,
    "BackValue": SharedValue, "MarkTension": SharedValue, "ArrangeElement": Element,
    "TieThread": Element, "Reorder": Element, "SayWays": Element, "KeepAim": Aim, "ChangeAim": Aim,
    "DropAim": Aim, "LeaveAimOpen": Aim, "GiveReason": Aim, "TakePosition": Aim,
    "RecogniseValue": SharedValue, "KeepLine": (Aim, SharedValue, Element),
    "AnswerLine": (Aim, SharedValue, Element), "OpenWords": (Note, Moment, Experience),
    "NarrowWords": (Note, Moment, Experience), "AgreeToLine": AgreementLine, "SettleOffer": Offer,
    "SetVisibility": (Moment, Experience), "HadThatToo": Moment,
}  # fmt: skip
BY_FIELD = {
    "experience": Experience,
    "notes": Note,
    "group": NoteGroup,
    "serves": Aim,
    "to": Element,
    "other": SharedValue,
}
TOGETHER = ("TellTogether", "LeaveStory")
TYING = (
    "WriteReflection",
    "AddElement",
    "TieThread",
    "AddAim",
    "ChangeAim",
    "DropAim",
    "AddValue",
    "Delete",
    "Undo",
)

_fields = cache(msgspec.structs.fields)


@cache
def _parts_of(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(kind), get_args(kind)


class Monkey:
    """Asks for anything, about anything, as anybody; every text is a canary of its own.

    Mostly about what the command is meant for, and again where it was refused, so that
    histories get far.
    """

    def __init__(
        self,
        seed: int,
        steps: int,
        commands: Sequence[type[Command]] = ASKABLE,
        *,
        copying: bool = False,
        group: Group | None = None,
    ) -> None:
        """Play a history of so many steps; `copying` lets people say again, in whole
        sentences, what others said.
        """
        self.commands, self.copying = commands, copying
        self.chance = random.Random(seed)
        self.group = group or Group()
        self.canaries: list[str] = []
        self.asking = ""
        self.merging: type[Thing] = Note
        for _ in range(steps):
            self.step()

    def step(self) -> None:
        command = self.chance.choice(self.commands)
        if command.__name__ in RARE and self.chance.random() < 0.8:
            return
        for _ in range(6):
            if self.ask(command):
                return

    def ask(self, command: type[Command]) -> bool:
        self.asking = command.__name__
        people = list(self.group.chart.people)
        person = self.chance.choice([*people, self.group.fay, self.group.kit])
        self.merging = self.chance.choice([Note, NoteGroup])
        if (
            self.asking == "TakeDot"
            and self.group.chart.vote is not None
            and self.group.chart.vote.dots
        ):
            person = self.chance.choice(list(self.group.chart.vote.dots))
        fields = {field.name: self.value(field.name, field.type) for field in self.fields(command)}
        if self.asking in TOGETHER and (tellers := self.of_a_joint_story()):
            person, fields["experience"] = self.chance.choice(tellers)
        by_the_room = self.asking == "GivePace"
        try:
            self.group.do(
                None if by_the_room else person,
                self.asking,
                door="room" if by_the_room else "",
                **fields,
            )
        except Refusal:
            self.group.chart.touched.clear()
            return False
        if self.asking == "LeaveStory" and self.chance.random() < 0.5:  # by a slip
            self.asking = "Undo"
            with suppress(Refusal):
                self.group.do(person, "Undo")
        elif command.__name__ == "LeaveStory":  # for good, with what they called it
            self.asking = "TakeBack"
            with suppress(Refusal):
                self.group.do(person, "TakeBack", about=fields["experience"])
        return True

    def of_a_joint_story(self) -> list[tuple[int, int]]:
        """Who can say something of their part in a story, with the story."""
        stories = [
            one
            for one in self.group.chart.things.values()
            if isinstance(one, Experience) and one.stands
        ]
        if self.asking == "LeaveStory":
            return [
                (who, one.id)
                for one in stories
                if len(one.storytellers) > 1
                for who in one.storytellers
            ]
        return [
            (who, one.id)
            for one in stories
            if one.named
            for who in (one.storytellers[0], *one.named)
        ]

    def fields(self, command: type[Command]) -> list[Any]:
        named = [f for f in _fields(command) if f.name not in ("id", "said_at")]
        return [f for f in named if f.required or self.chance.random() < 0.5]

    def value(self, name: str, kind: Any) -> Any:
        origin, args = _parts_of(kind)
        if origin is typing.Annotated:
            return self.value(name, args[0])
        if origin in (typing.Union, types.UnionType):
            return self.value(name, self.chance.choice(args))
        if kind is type(None):
            return None
        if origin is typing.Literal:
            return self.chance.choice(args)
        if origin is list:
            return [self.value(name, args[0]) for _ in range(self.chance.randint(0, 3))]
        return self.simple(name, kind)

    def simple(self, name: str, kind: Any) -> Any:
        if kind is bool:
            return self.chance.random() < 0.5
        if name == "passage" and self.canaries and self.chance.random() < 0.8:
            return self.chance.choice(self.canaries)
        if kind is str:
            if self.copying and self.canaries and self.chance.random() < 0.3:
                return self.chance.choice(self.canaries)
            self.canaries.append(
                f"canary{len(self.canaries)}x{' is what they said' if self.copying else ''}"
            )
            return (
                self.canaries[-1]
                if name != "side"
                else self.chance.choice(["", "client", "provider"])
            )
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.chance.choice(list(kind)).value
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return {f.name: self.value(f.name, f.type) for f in _fields(kind)}
        return self.number(name)

    def number(self, name: str) -> int:
        if name in ("person", "people", "for_person", "storytellers"):
            return self.chance.choice(list(self.group.chart.people))
        if name == "feeling":
            return self.chance.randint(-2, 2)
        if name in ("minutes", "dots_each"):
            return self.chance.randint(1, 5)
        if name == "veil":
            return self.chance.choice(
                [*(veil.drawn for veil in self.group.chart.veils.values()), 0]
            )
        if name == "place":
            return self.chance.randint(0, 2)
        if name == "version":
            return self.chance.randint(1, 2)
        if name == "about" and self.asking in ("LiftVeil", "ConfirmVeil"):
            return self.chance.choice(
                [id for veil in self.group.chart.veils.values() for id in veil.places] or [0]
            )
        return self.chance.choice(self.things_for(name))

    def things_for(self, name: str) -> list[int]:
        """Ids that may be meant by the field; now and then any at all, as anybody could send."""
        things = self.group.chart.things
        meant = (
            ABOUT.get(self.asking, Thing)
            if name in ("about", "before")
            else BY_FIELD.get(name, Thing)
        )
        if self.asking == "Merge":
            meant = self.merging
        if name == "before":
            meant = Moment if "Moment" in self.asking else Element
        found = [id for id, thing in things.items() if isinstance(thing, meant)]
        return (
            found
            if found and self.chance.random() < 0.9
            else [*things, self.chance.randint(-30, 60)]
        )
