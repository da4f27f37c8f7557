"""The thread under each line of the outline: what its readers may see of what it rests on, and
what is said of it.

Everything is walked once for the whole outline; what one reader may see of a thing is
worked out once as well.
"""

from msgspec import Struct
from msgspec.structs import replace

from footpath.method import Flipchart
from footpath.method.flipchart.quoting import Quotation
from footpath.method.flipchart.threads import Edition, LineAnswer
from footpath.method.lines.opening import holds
from footpath.method.lines.resting import counted_beneath
from footpath.method.lines.tracing import citing, near, sources, walk_back
from footpath.method.own_words.answering import Asking, answers_now, asked_about, last_settled
from footpath.method.things.things import (
    AUTHORED,
    GROUP_TEXT,
    Experience,
    Note,
    NoteKind,
    Phase,
    Thing,
)
from footpath.publishing.knots import Knot, Knots, quotation_of

THE_REST = {
    Edition.TOOK_PART: "the rest is private, or was taken off.",
    Edition.MEMBERS: "the rest was not opened to members, or is not there any more.",
    Edition.EVERYONE: "the rest was not opened to everyone, or is not there any more.",
}
"""Why threads end. It does not say which: that would tell who took words back."""
NOBODY_SAID = (
    "Where nothing is said of it, nobody has checked yet whether the line is what they meant."
)


class NotQuite(Struct, frozen=True, kw_only=True):
    """A "not quite" beside a line: its author's words, and who they are for those who took part."""

    quotation: Quotation
    who: str


class Thread(Struct, frozen=True, kw_only=True):
    """What a line rests on by itself, what lies further back through other lines, and
    what came out of it.
    """

    own: tuple[Knot, ...]
    further: tuple[Knot, ...]
    onward: tuple[Knot, ...]
    not_all: bool
    """Whether part of it is not shown to these readers."""
    thin: str
    """On how many stories and notes it rests: the same for all readers, since it counts what all
    who took part see.
    """
    meant: frozenset[int]
    not_quite: tuple[NotQuite, ...]
    answered: str | None
    """Whether those whose words these are have said if the line is what they meant; empty where
    nobody has yet, None where nobody was asked.
    """
    changed: dict[int, str]
    """What has changed beneath it since it was last worded or kept, and how it read then where
    that is the group's own text: how somebody's own words read before they corrected them is
    theirs alone (O9).
    """
    as_all: bool = False
    """Whether of no line all is shown: then that is said once, for all of them."""

    @property
    def rests_on(self) -> str:
        """On how much it rests, and whether all of that is shown here; empty where
        it rests on nothing.
        """
        rest = (
            "Not all of it is shown here."
            if self.thin
            else "Not all that it rests on is shown here."
        )
        return " ".join(
            [f"Rests on {self.thin}."] * bool(self.thin)
            + [rest] * (self.not_all and not self.as_all)
        )


class ShownThreads:
    """The threads of an outline, as the readers of an edition may see them."""

    def __init__(self, chart: Flipchart, edition: Edition, numbers: dict[int, str]) -> None:
        """Walk every line once; `numbers` are the lines' own, by their ids and in order."""
        self._chart, self._edition = chart, edition
        self._back = {line: walk_back(chart, line) for line in numbers}
        self._under: dict[int, tuple[tuple[int, str], ...]] = {}
        for line, beneath in self._back.items():
            for id in beneath:
                self._under[id] = (*self._under.get(id, ()), (line, numbers[line]))
        self._knots = Knots(chart, edition, numbers, self._under)
        self._asks = chart.closed or Phase.RETURN in chart.visited or bool(chart.threads.answers)
        self.by_line = {line: self._of(line) for line in numbers}
        resting = [one for one in self.by_line.values() if one.own or one.thin or one.not_all]
        self._ends_everywhere = len(resting) > 1 and all(one.not_all for one in resting)
        if self._ends_everywhere:
            self.by_line = {line: replace(one, as_all=True) for line, one in self.by_line.items()}

    @property
    def to_know(self) -> list[str]:
        """What holds of many lines, and is said once for all of them."""
        lines = self.by_line.values()
        some, none = (
            "Where not all that a line rests on is shown,",
            "Not all that the lines rest on is shown here:",
        )
        ends = f"{none if self._ends_everywhere else some} {THE_REST[self._edition]}"
        return [ends] * any(one.not_all for one in lines) + [NOBODY_SAID] * any(
            one.answered == "" for one in lines
        )

    def _of(self, line: int) -> Thread:
        chart, beneath = self._chart, self._back[line]
        own = set(near(chart, line)) | {id for id in chart.things[line].cites if id in beneath}
        shown = {id: knot for id in beneath if (knot := self._knots.knot(id)) is not None}
        beside = (one.id for one in citing(chart, line) if _is_said_about(one))
        onward = [*(id for id, _ in self._under.get(line, ())), *beside]
        return Thread(
            own=tuple(knot for id, knot in shown.items() if id in own),
            further=tuple(knot for id, knot in shown.items() if id not in own),
            onward=tuple(
                knot for id in dict.fromkeys(onward) if (knot := self._knots.knot(id)) is not None
            ),
            not_all=any(self._is_kept_back(id) for id in beneath),
            thin=self._thin(line),
            meant=self._meant(line),
            not_quite=self._not_quite(line),
            answered=self._answered(line),
            changed=self._changed(line),
        )

    def _is_kept_back(self, id: int) -> bool:
        """Whether somebody's words end the thread here; a group or a step that was taken
        off tells nothing.
        """
        return (
            isinstance(self._chart.things[id], (*AUTHORED, Experience))
            and self._knots.knot(id) is None
        )

    def _thin(self, line: int) -> str:
        return counted_beneath(self._chart, walk_back(self._chart, line, sources))

    def _meant(self, line: int) -> frozenset[int]:
        answers = answers_now(self._chart, self._chart.things[line]).items()
        said = (
            (key[1], id)
            for key, one in answers
            if one.answer is LineAnswer.MEANT
            for id in one.things
        )
        return frozenset(
            id
            for unnamed, id in said
            if self._chart.is_nameless(self._chart.things[id]) == (unnamed is not None)
        )

    def _not_quite(self, line: int) -> tuple[NotQuite, ...]:
        answers = answers_now(self._chart, self._chart.things[line]).values()
        notes = [self._chart.things[one.note] for one in answers if one.note is not None]
        return tuple(
            NotQuite(quotation=quotation, who=self._knots.who(note))
            for note in sorted(notes, key=lambda note: note.id)
            if holds(self._chart, note, self._edition)
            and (quotation := quotation_of(note)) is not None
        )

    def _changed(self, line: int) -> dict[int, str]:
        if self._edition is not Edition.TOOK_PART:
            return {}
        chart, settled = self._chart, last_settled(self._chart, self._chart.things[line])
        return {
            id: _read_then(chart.things[id], settled)
            for id in sorted(chart.threads.changed.get(line, ()))
        }

    def _answered(self, line: int) -> str | None:
        """Nobody is counted, and nobody named: whether all, some or none of those whose words
        these are have said.
        """
        if not self._asks:
            return None
        chart, thing = self._chart, self._chart.things[line]
        own = [one for id in near(chart, line) if _has_author(one := chart.things[id])]
        people = {
            who
            for one in own
            for who in (one.storytellers if isinstance(one, Experience) else [one.by])
        }
        people |= {who for who, _ in chart.threads.answers.get(line, {})}
        asked = [one for who in people if who is not None for one in asked_about(chart, thing, who)]
        # an unknown hand that stays unnamed can say nothing; that nobody was asked would tell
        # that it is one (A3)
        unknown = [one.id for one in own if one.by is None and chart.is_nameless(one)]
        asked += [Asking(line=line, things=(id,), unnamed=id) for id in unknown]
        read = [
            one
            for one in asked
            if any(holds(chart, chart.things[id], self._edition) for id in one.things)
        ]
        read = [
            one for one in read if one.given is None or one.given.answer is not LineAnswer.LEAVE_OUT
        ]
        said = sum(one.given is not None for one in read)
        if not read or said == 0:
            return "" if read else None
        whom, yet = ("Everybody", "") if said == len(read) else ("Not everybody", " yet")
        return f"{whom} whose words these are has said{yet} whether the line is what they meant."


def _read_then(thing: Thing, number: int) -> str:
    """How the group's text read at an entry of the record, if it reads otherwise now."""
    words = [one.words.shown for one in thing.wordings if one.entry <= number]
    return (
        words[-1]
        if isinstance(thing, GROUP_TEXT) and words and words[-1] != thing.words.shown
        else ""
    )


def _is_said_about(thing: Thing) -> bool:
    """Whether a note was put beside a line; what its tellers say of it stands elsewhere."""
    return isinstance(thing, Note) and thing.kind not in (NoteKind.NOT_QUITE, NoteKind.POSITION)


def _has_author(thing: Thing) -> bool:
    return isinstance(thing, (*AUTHORED, Experience))
