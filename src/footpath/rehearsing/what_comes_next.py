"""What the invented people of a rehearsal do next, as its flipchart stands: they do what is asked
just now, and no more of it once their facilitator leads on.

Nothing is remembered but what the record holds: each act has a key, by which its command is known.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from footpath.method import Command, Flipchart
from footpath.method.lines.ways import Way
from footpath.method.phases.aims import AddAim
from footpath.method.phases.experience import SayThatsIt, TellExperience
from footpath.method.phases.gather import AgreeToLine, Arrive, OfferStory, ProposeAgreement
from footpath.method.phases.process import AddElement
from footpath.method.phases.reflect import (
    AddValue,
    EndTellersTurn,
    RecogniseValue,
    WriteReflection,
)
from footpath.method.things.people import Where
from footpath.method.things.things import AgreementLine, Aim, ElementKind, Group, Note, Phase
from footpath.method.throughout.lived_through_too import HadThatToo
from footpath.method.throughout.moments import PlaceMoment
from footpath.method.throughout.notes import AskOpenQuestion, CheckOut, WriteNote
from footpath.method.throughout.rounds import NextTurn, RaiseHand, SayDone
from footpath.method.throughout.voting import PlaceDot
from footpath.record.vocabulary import own_id
from footpath.rehearsing import what_they_say
from footpath.rehearsing.what_they_say import PEOPLE, SCRIBE, TELLER

DOTS = 3
"""So many dots an invented person gives at most."""


class Act(NamedTuple):
    """What one of them asks for, and so many seconds after what was done before."""

    who: str
    command: Command
    pause: float

    @property
    def door(self) -> str:
        """By which door they come in; none for who is in."""
        if not isinstance(self.command, Arrive):
            return ""
        return "scribe" if self.who == SCRIBE else "guest"


class ToDo:
    """What there is to do, as a flipchart stands, of which some is done."""

    def __init__(self, chart: Flipchart, done: Mapping[str, int | None]) -> None:
        """Both as the record holds them: what each command of theirs made, by its id."""
        self._chart, self._done = chart, done

    def next(self, at: int) -> Act | None:
        """The first thing that is asked and not done; None where they wait for their facilitator.

        `at` is what time it is (ms).
        """
        chart = self._chart
        parts: list[Iterable[Act]] = [self._arriving()]
        is_break = chart.break_until is not None and at < chart.break_until
        if chart.opened and not chart.closed and not is_break:
            if chart.turns is not None:
                parts.append(self._turn(chart.turns.order[chart.turns.at], chart.turns.kind))
            else:
                parts += [self._dots(), self._of_the_phase(), self._are_done()]
        return next((act for act in chain(*parts) if self._is_left(act)), None)

    def _is_left(self, act: Act) -> bool:
        can = isinstance(act.command, Arrive) or self.person(act.who) is not None
        return can and act.command.id not in self._done

    def person(self, who: str) -> int | None:
        """Who one of them is in the workshop; None while they are not in, or were shown out."""
        id = self._done.get(_id(f"arrive {who}"))
        person = self._chart.people.get(id) if id is not None else None
        return None if person is None or person.removed else person.id

    def present(self) -> frozenset[int]:
        """Those of them who are in."""
        return frozenset(id for who in PEOPLE if (id := self.person(who)) is not None)

    def _thing(self, key: str) -> int | None:
        """What an act made, while everybody can read it."""
        id = self._done.get(_id(key))
        thing = self._chart.find(id) if id is not None else None
        readable = thing is not None and thing.stands and self._chart.may_read(thing, None)
        return thing.id if thing is not None and readable else None

    def _things(self, keys: Iterable[str]) -> list[int]:
        return [id for key in keys if (id := self._thing(key)) is not None]

    def _arriving(self) -> Iterator[Act]:
        for who in PEOPLE:
            arrive = Arrive(id=_id(f"arrive {who}"), name=who, where=Where.ONLINE)
            yield Act(who, arrive, 1.2)
        yield Act(TELLER, OfferStory(id=_id("offer"), line=what_they_say.OFFER), 1)

    def _turn(self, whose: int, kind: str) -> Iterator[Act]:
        who = next((one for one in PEOPLE if self.person(one) == whose), None)
        if who is None:
            return
        if kind == "check-out":
            closing = CheckOut(id=_id(f"closing {who}"), text=what_they_say.CLOSING[who])
            yield Act(who, closing, 4)
        yield Act(who, NextTurn(id=_id(f"turn {self._chart.number}")), 4)

    def _dots(self) -> Iterator[Act]:
        chart, choices = self._chart, self._voted_on()
        if chart.vote is None or not chart.vote.open or chart.silence:
            return
        for place, who in enumerate(PEOPLE):
            person = self.person(who)
            given = len(chart.vote.dots.get(person or 0, ()))
            if person is not None and choices and given < min(DOTS, chart.vote.dots_each):
                about = choices[(place * 3 + given * 2) % len(choices)]
                yield Act(who, PlaceDot(id=_id(f"dot {chart.number}"), about=about), 1.5)

    def _voted_on(self) -> list[int]:
        """What they choose from: aims where there are any, else groups and the notes outside."""
        things = [
            thing
            for thing in self._chart.things.values()
            if thing.stands and self._chart.may_read(thing, None) and thing.hidden is None
        ]
        aims = [one.id for one in things if isinstance(one, Aim)]
        return aims or [
            one.id
            for one in things
            if isinstance(one, Group)
            or (isinstance(one, Note) and one.group is None and one.phase is Phase.AIMS)
        ]

    def _are_done(self) -> Iterator[Act]:
        """Each says so once they have nothing more to do, where that is asked."""
        if not self._chart.silence and self._chart.phase not in (Phase.GATHER, Phase.REFLECT):
            return
        for who in PEOPLE:
            person = self.person(who)
            if person is not None and person not in self._chart.done:
                yield Act(who, SayDone(id=_id(f"done {self._chart.number}")), 2)

    def _of_the_phase(self) -> Iterator[Act]:
        return {
            Phase.GATHER: self._gather,
            Phase.AIMS: self._aims,
            Phase.EXPERIENCE: self._experience,
            Phase.REFLECT: self._reflect,
            Phase.PROCESS: self._process,
            Phase.RETURN: self._nothing,
        }[self._chart.phase]()

    def _nothing(self) -> Iterator[Act]:
        """What becomes of the aims the facilitator asks the group, and keeps."""
        yield from ()

    def _gather(self) -> Iterator[Act]:
        for number, line in enumerate(what_they_say.AGREEMENTS, start=1):
            propose = ProposeAgreement(id=_id(f"agreement {number}"), text=line.text)
            yield Act(line.who, propose, 5)
        lines = [one for one in self._chart.things.values() if isinstance(one, AgreementLine)]
        for line in lines:
            for who in PEOPLE if line.stands else ():
                person, key = self.person(who), f"agree {who} {line.id} {line.version}"
                if person is not None and line.by != person:
                    agree = AgreeToLine(id=_id(key), about=line.id, version=line.version)
                    yield Act(who, agree, 1.5)

    def _aims(self) -> Iterator[Act]:
        """They write while it is silent; then they read, and the scribe words some aims."""
        if self._chart.silence:
            for number, note in enumerate(what_they_say.NOTES, start=1):
                yield Act(note.who, WriteNote(id=_id(f"note {number}"), text=note.text), 4)
        elif self._chart.revealed:
            for number, aim in enumerate(what_they_say.AIMS, start=1):
                rests_on = self._things(aim.rests_on)
                add = AddAim(id=_id(f"aim {number}"), text=aim.text, rests_on=rests_on)
                yield Act(SCRIBE, add, 10)

    def _experience(self) -> Iterator[Act]:
        teller = self.person(TELLER)
        if teller is None:
            return
        sides = self._chart.set_up.sides if self._chart.set_up is not None else []
        yield Act(SCRIBE, TellExperience(
            id=_id("story"), for_person=teller, title=what_they_say.STORY, when=what_they_say.WHEN,
            storytellers=[teller], side=sides[0] if sides else "", elsewhere=False,
            lanes=list(what_they_say.LANES), stages=list(what_they_say.STAGES),
        ), 5)  # fmt: skip
        if (story := self._thing("story")) is None:
            return
        for number, one in enumerate(what_they_say.MOMENTS, start=1):
            yield Act(SCRIBE, PlaceMoment(
                id=_id(f"moment {number}"), for_person=teller, experience=story, text=one.text,
                lane=one.lane, stage=one.stage, feeling=one.feeling, feeling_words=one.feels,
                quote=one.quote, who=list(one.who), used=list(one.used),
            ), 7)  # fmt: skip
        for who, moment, text in what_they_say.HAD_THAT_TOO:
            if (about := self._thing(moment)) is not None:
                yield Act(who, HadThatToo(id=_id(f"too {who}"), about=about, text=text), 4)
        yield Act(TELLER, SayThatsIt(id=_id("told"), experience=story), 5)

    def _reflect(self) -> Iterator[Act]:
        """The teller first; others write meanwhile, and nobody reads it yet (R2)."""
        story = self._thing("story")
        if story is None:
            return
        yield from self._thoughts("own thought", what_they_say.TELLERS_THOUGHTS)
        yield from self._thoughts("thought", what_they_say.THOUGHTS[:3])
        yield Act(TELLER, EndTellersTurn(id=_id("spoken"), experience=story), 6)
        yield from self._thoughts("thought", what_they_say.THOUGHTS)
        for number, one in enumerate(what_they_say.VALUES, start=1):
            if heard_in := self._things([one.heard_in]):
                key = f"value {number}"
                value = AddValue(id=_id(key), name=one.name, sentence=one.sentence,
                                 heard_in=heard_in)  # fmt: skip
                yield Act(one.who, value, 8)
        if (value := self._thing("value 1")) is not None:
            recognise = RecogniseValue(id=_id("recognised"), about=value, recognised=True)
            yield Act(TELLER, recognise, 5)
        yield Act("Wyn", RaiseHand(id=_id("hand")), 5)

    def _thoughts(self, name: str, thoughts: Iterable[what_they_say.Thought]) -> Iterator[Act]:
        for number, one in enumerate(thoughts, start=1):
            if (about := self._thing(one.about)) is not None:
                key = f"{name} {number}"
                thought = WriteReflection(id=_id(key), kind=one.kind, text=one.text, about=[about])
                yield Act(one.who, thought, 5)

    def _process(self) -> Iterator[Act]:
        for number, one in enumerate(what_they_say.ELEMENTS, start=1):
            key = f"element {number}"
            ways = what_they_say.WAYS if one.kind is ElementKind.DECISION else ()
            after = self._thing(one.after)
            yield Act(SCRIBE, AddElement(
                id=_id(key), kind=one.kind, text=one.text, lane=one.lane, stage=one.stage,
                branches=[Way(label=way) for way in ways], answers=self._things(one.answers),
                serves=self._things(one.serves), comes_from=after,
                by_way=one.by_way if after is not None else "",
            ), 10)  # fmt: skip
        question = what_they_say.OPEN_QUESTION
        ask = AskOpenQuestion(id=_id("question"), text=question.text)
        yield Act(question.who, ask, 6)


def _id(key: str) -> str:
    return own_id(f"rehearsal-{key.replace(' ', '-')}")
