"""A table to test the method at: an in-memory record with the same four beats as the writer's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Union

import msgspec
import pytest

from footpath.method import (
    COMMANDS,
    ENTRIES,
    FOLLOWING,
    Actor,
    Command,
    Flipchart,
    LayerChange,
    Recorded,
    Refusal,
    Sight,
    apply,
    decide,
    hand_of,
    numbers_of,
    rewriting_of,
)

_commands: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Union[COMMANDS])  # noqa: UP007
_entries: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Union[ENTRIES])  # noqa: UP007
MINUTE = 60_000


class Table:
    """A workshop of invented people. Time goes on by a second with each command."""

    def __init__(self, *, replayed: bool = False) -> None:
        """A workshop that was set up, and nobody is here."""
        self.chart = Flipchart()
        self.record: list[Recorded] = []
        self.sight = Sight(self.chart)
        self.now = 10_000_000
        self.asked = 0
        self.told: dict[Any, LayerChange] = {}
        self.do(
            None,
            "SetUpWorkshop",
            door="host",
            title="Buying",
            sides=["client", "provider"],
            replayed=replayed,
        )

    def do(self, person: int | None, do: str, /, *, door: str = "", **fields: Any) -> int:
        """Ask, decide, store, apply, what follows from it, look; returns the id of
        what was made, or 0.
        """
        follows = fields.pop("follows", True)
        made = self._happen(person, do, door, fields)
        for taken in list(self.chart.looking) if follows else ():
            self._happen(self.chart.looking[taken].by, "CoverCopies", FOLLOWING, {"taken": taken})
        for lifted in [*self.chart.lifting] if follows else ():
            while lifted in self.chart.lifting:
                self._happen(person, "GoOnLifting", FOLLOWING, {"lifted": lifted})
        self.told = self.sight.refresh(self.chart)
        return made

    def _happen(self, person: int | None, do: str, door: str, fields: dict[str, Any]) -> int:
        self.asked += 1
        self.now += 1000
        command, actor = self._asking(person, do, door, fields)
        entries = decide(self.chart, command, actor)
        hand = hand_of(self.chart, command, actor)
        rewritings: list[Any] = []
        for entry in entries:
            stored = _entries.decode(msgspec.json.encode(entry))
            self.record.append(
                Recorded(
                    number=self.chart.number + 1,
                    at=self.now,
                    by=hand.by,
                    typed_by=hand.typed_by,
                    said_at=hand.said_at,
                    entry=stored,
                )
            )
            apply(self.chart, self.record[-1])
            rewriting = rewriting_of(
                self.chart, self.chart.number, stored, lambda n: self.record[n - 1].entry
            )
            rewritings += [rewriting] if rewriting else []
        for rewriting in rewritings:
            for number in rewriting.reads:
                rewriting.read(number, self.record[number - 1].entry)
            for number in numbers_of(self.chart, rewriting):
                one = self.record[number - 1]
                rewritten = rewriting.rewritten(number, one.entry)
                self.record[number - 1] = msgspec.structs.replace(one, entry=rewritten)
        return getattr(entries[0], "id", 0) if entries else 0

    def _asking(
        self, person: int | None, do: str, door: str, fields: dict[str, Any]
    ) -> tuple[Command, Actor]:
        command = _commands.decode(
            msgspec.json.encode({"do": do, "id": f"c{self.asked}", **fields})
        )
        return command, Actor(person=person, at=self.now, chance=self.asked * 7919, door=door)

    def refusal_of(self, person: int | None, do: str, /, *, door: str = "", **fields: Any) -> str:
        """What would be said to somebody who asks for it; empty where it would happen."""
        try:
            decide(self.chart, *self._asking(person, do, door, fields))
        except Refusal as no:
            return no.sentence
        return ""

    def replayed(self) -> Flipchart:
        """The flipchart as a new process would have it."""
        chart = Flipchart()
        for one in self.record:
            apply(chart, one)
        chart.touched.clear()
        return chart

    def arrive(self, name: str, door: str = "guest", **fields: Any) -> int:
        """Somebody comes in."""
        return self.do(None, "Arrive", door=door, name=name, **fields)

    def sees(self, audience: Any) -> str:
        """Everything that an audience has received, as it goes over the wire."""
        return msgspec.json.encode(self.sight.whole(audience)).decode()

    def thing(self, id: int) -> Any:
        """A thing, by any id that it ever had."""
        return self.chart.find(id)

    def view(self, audience: Any, collection: str, id: Any) -> Any:
        """What an audience has of a thing, or None."""
        return self.sight.whole(audience).get(collection, {}).get(id)


class Group(Table):
    """A table with Fay who facilitates, Kit the scribe, Sam and Tess who take part, Olu
    who watches; opened.
    """

    def __init__(self) -> None:
        """Everybody is here."""
        super().__init__()
        self.fay = self.arrive("Fay", "facilitator")
        self.kit = self.arrive("Kit", "scribe")
        self.sam = self.arrive("Sam")
        self.tess = self.arrive("Tess")
        self.olu = self.arrive("Olu", "observer")
        self.do(
            None,
            "ChangePlan",
            door="host",
            title="Buying",
            sides=["client", "provider"],
            minutes={"aims": 18},
        )
        self.do(self.fay, "OpenFlipchart")

    def note(self, person: int, text: str = "Pay small firms first", **fields: Any) -> int:
        """Somebody writes a note."""
        return self.do(person, "WriteNote", text=text, **fields)

    def story(self, teller: int | None = None, **fields: Any) -> int:
        """Sam's story, or somebody's."""
        fields = {"title": "The long winter", "storytellers": [teller or self.sam], **fields}
        return self.do(self.fay, "TellExperience", **fields)

    def joint(self, hand: int, *tellers: int, **fields: Any) -> int:
        """A story that somebody lays out for several, each of whom then says that
        they tell it together.
        """
        fields = {"title": "That winter", **fields}
        story = self.do(hand, "TellExperience", storytellers=list(tellers), **fields)
        for teller in tellers:
            by: dict[str, Any] = (
                {"for_person": teller} if self.chart.people[teller].without_device else {}
            )
            self.do(self.fay if by else teller, "TellTogether", experience=story, **by)
        return story

    def moment(
        self,
        story: int,
        teller: int | None = None,
        text: str = "Paid after seventy days",
        **fields: Any,
    ) -> int:
        """A moment of the story, told by its teller."""
        return self.do(teller or self.sam, "PlaceMoment", experience=story, text=text, **fields)


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    """The method says no, in a sentence that begins so."""
    with pytest.raises(Refusal) as no:
        yield
    assert no.value.sentence.startswith(sentence), no.value.sentence
