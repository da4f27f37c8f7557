"""Random histories of all commands: what is told change by change is what a newcomer sees, nothing hidden leaves."""

import random
import types
import typing
from collections.abc import Sequence
from enum import Enum
from typing import Any, get_args, get_origin

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from table import Group

from footpath.method import COMMANDS, ENTRIES, Refusal, Sight
from footpath.method.entries import Command
from footpath.method.gap_check import gaps
from footpath.method.rewriting import item_of
from footpath.method.things import (
    AgreementLine,
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    Offer,
    SharedValue,
    Thing,
    Visibility,
    collection_of,
)
from footpath.method.things import Group as NoteGroup

ASKABLE = [command for command in COMMANDS if command.__name__ not in ("SetUpWorkshop", "ChangePlan", "Arrive")]
RARE = (
    "CloseFlipchart",
    "RemovePerson",
    "TakeRole",
    "TakeBack",
    "MaskWords",
    "Delete",
    "DropAim",
    "GiveRole",
    "StepOut",
)
"""What ends something is asked for less often, so that there is something left to ask about."""

ABOUT = {
    "Regroup": Note, "Split": Note, "PickPoint": Note, "MoveNote": Note, "ArrangeMoment": Moment,
    "AcceptMoment": Moment,
    "BackValue": SharedValue, "MarkTension": SharedValue, "ArrangeElement": Element, "TieThread": Element,
    "Reorder": Element, "KeepAim": Aim, "ChangeAim": Aim, "DropAim": Aim, "LeaveAimOpen": Aim, "TakePosition": Aim,
    "AgreeToLine": AgreementLine, "SettleOffer": Offer, "SetVisibility": (Moment, Experience), "HadThatToo": Moment,
}  # fmt: skip
BY_FIELD = {
    "experience": Experience, "notes": Note, "group": NoteGroup, "serves": Aim, "to": Element, "other": SharedValue,
}  # fmt: skip
TYING = ("WriteReflection", "AddElement", "TieThread", "AddAim", "ChangeAim", "DropAim", "AddValue", "Delete", "Undo")


class Monkey:
    """Asks for anything, about anything, as anybody; every text is a canary of its own.

    Mostly about what the command is meant for, and again where it was refused, so that histories get far.
    """

    def __init__(self, seed: int, steps: int, commands: Sequence[type[Command]] = ASKABLE) -> None:
        """Play a history of so many steps."""
        self.commands = commands
        self.chance = random.Random(seed)
        self.group = Group()
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
        if self.asking == "TakeDot" and self.group.chart.vote is not None and self.group.chart.vote.dots:
            person = self.chance.choice(list(self.group.chart.vote.dots))
        fields = {field.name: self.value(field.name, field.type) for field in self.fields(command)}
        try:
            self.group.do(person, command.__name__, **fields)
        except Refusal:
            self.group.chart.touched.clear()
            return False
        return True

    def fields(self, command: type[Command]) -> list[Any]:
        named = [f for f in msgspec.structs.fields(command) if f.name not in ("id", "said_at")]
        return [f for f in named if f.required or self.chance.random() < 0.5]

    def value(self, name: str, kind: Any) -> Any:
        origin, args = get_origin(kind), get_args(kind)
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
            self.canaries.append(f"canary{len(self.canaries)}x")
            return self.canaries[-1] if name != "side" else self.chance.choice(["", "client", "provider"])
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.chance.choice(list(kind)).value
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return {f.name: self.value(f.name, f.type) for f in msgspec.structs.fields(kind)}
        return self.number(name)

    def number(self, name: str) -> int:
        if name in ("person", "for_person", "storytellers"):
            return self.chance.choice(list(self.group.chart.people))
        if name == "feeling":
            return self.chance.randint(-2, 2)
        if name in ("minutes", "dots_each"):
            return self.chance.randint(1, 5)
        if name == "version":
            return self.chance.randint(1, 2)
        return self.chance.choice(self.things_for(name))

    def things_for(self, name: str) -> list[int]:
        """Ids that may be meant by the field; now and then any at all, as anybody could send."""
        things = self.group.chart.things
        meant = ABOUT.get(self.asking, Thing) if name in ("about", "before") else BY_FIELD.get(name, Thing)
        if self.asking == "Merge":
            meant = self.merging
        if name == "before":
            meant = Moment if "Moment" in self.asking else Element
        found = [id for id, thing in things.items() if isinstance(thing, meant)]
        return found if found and self.chance.random() < 0.9 else [*things, self.chance.randint(-30, 60)]


SEEDS = st.integers(min_value=0, max_value=2**32)
HISTORIES = settings(max_examples=60, deadline=None)


def _filled(sight: Sight, audience: Any) -> dict[str, Any]:
    return {collection: views for collection, views in sight.whole(audience).items() if views}


def test_S9_random_histories_reach_every_kind_of_entry() -> None:
    reached = {type(one.entry) for seed in range(40) for one in Monkey(seed, 600).group.record}
    assert {kind.__name__ for kind in ENTRIES} - {kind.__name__ for kind in reached} == set()


@given(SEEDS)
@HISTORIES
def test_S3_change_by_change_equals_seen_afresh_for_every_audience(seed: int) -> None:
    group = Monkey(seed, 120).group
    fresh = Sight(group.chart)
    for audience in group.sight.audiences() | fresh.audiences():
        assert _filled(group.sight, audience) == _filled(fresh, audience)


@given(SEEDS)
@HISTORIES
def test_O2_gaps_told_change_by_change_equal_the_gap_check_afresh(seed: int) -> None:
    group = Monkey(seed, 120, [command for command in ASKABLE if command.__name__ in TYING]).group
    told = group.sight.whole("everyone")
    gaps_told = [*told.get("gaps", {}).values(), *told["sheet"]["silent_sides"]]
    assert sorted(gaps_told, key=repr) == sorted(gaps(group.chart), key=repr)


@given(SEEDS)
@HISTORIES
def test_S3_the_live_flipchart_equals_its_replay(seed: int) -> None:
    group = Monkey(seed, 120).group
    group.chart.touched.clear()
    assert group.chart == group.replayed()


@given(SEEDS)
@HISTORIES
def test_A1_no_held_note_reaches_anybody_but_its_author_and_typist(seed: int) -> None:
    group = Monkey(seed, 120).group
    held = [t for t in group.chart.things.values() if isinstance(t, Note) and (t.held or t.kind == "memo")]
    for note in held:
        for audience in group.sight.audiences() - {note.by, note.typed_by}:
            assert not note.words.text or note.words.text not in group.sees(audience)


@given(SEEDS)
@HISTORIES
def test_E3_no_private_moment_reaches_anybody_outside(seed: int) -> None:
    group = Monkey(seed, 150).group
    for moment in [t for t in group.chart.things.values() if isinstance(t, Moment) and t.words.text]:
        if group.chart.reach(moment) is not Visibility.SHARED:
            assert moment.words.shown not in group.sees("everyone")


@given(SEEDS)
@HISTORIES
def test_A3_no_unnamed_author_is_received_by_anybody(seed: int) -> None:
    group = Monkey(seed, 120).group
    for thing in [t for t in group.chart.things.values() if t.unnamed]:
        for audience in group.sight.audiences():
            view = group.view(audience, collection_of(thing), thing.id)
            assert getattr(view, "by", None) in (None, msgspec.UNSET)


@given(SEEDS)
@HISTORIES
def test_S7_words_taken_back_are_in_no_entry_and_no_wording(seed: int) -> None:
    group = Monkey(seed, 120).group
    private = {public: earlier for earlier, public in group.chart.renumbered.items()}
    gone = [thing for thing in group.chart.things.values() if thing.withdrawn]
    ids = {id for thing in gone for id in (thing.id, private.get(thing.id)) if id is not None}
    assert all(wording.words.text is None for thing in gone for wording in thing.wordings)
    for one in group.record:
        assert item_of(one.entry) not in ids or "canary" not in msgspec.json.encode(one.entry).decode()


@given(SEEDS)
@HISTORIES
def test_G12_no_hidden_words_reach_anybody_but_facilitators_and_their_author(seed: int) -> None:
    group = Monkey(seed, 150).group
    for thing in [t for t in group.chart.things.values() if t.hidden is not None and t.stands and t.words.text]:
        facilitators = {p.id for p in group.chart.people.values() if "facilitator" in p.roles}
        offers = {group.thing(offer).by for offer in group.chart.offers.get(thing.id, ())}
        for audience in group.sight.audiences() - {"facilitators", thing.by, *facilitators, *offers}:
            assert thing.words.shown not in group.sees(audience)
