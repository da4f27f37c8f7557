"""The thread under each line of the outline: what its readers may see of what it rests on, and what is said of it.

Everything is walked once for the whole outline; what one reader may see of a thing is worked out once as well.
"""

from collections.abc import Iterable

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.answering import asked_about
from footpath.method.opening import holds
from footpath.method.quoting import Quotation
from footpath.method.things import (
    AUTHORED,
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    NoteKind,
    Phase,
    SharedValue,
    Thing,
    Visibility,
)
from footpath.method.threads import Edition, LineAnswer
from footpath.method.tracing import citing, near, sources, walk_back
from footpath.method.words import MASK
from footpath.publishing.counting import counted, in_words

KINDS = {
    NoteKind.NOTE: "Note",
    NoteKind.LIKED: "Liked",
    NoteKind.DISLIKED: "Didn’t like",
    NoteKind.DIFFERENTLY: "Would do differently",
    NoteKind.SIMILAR: "Had that too",
    NoteKind.QUESTION: "Question",
    NoteKind.ANSWER: "Answer",
    NoteKind.OPEN_QUESTION: "Open question",
    NoteKind.POSITION: "Position",
    NoteKind.CHECKOUT: "Last word",
    NoteKind.SAYING: "Said",
    NoteKind.MEMO: "Memo",
    NoteKind.NOT_QUITE: "Not quite",
}
FEELINGS = {-2: "very hard", -1: "hard", 0: "neither good nor hard", 1: "good", 2: "very good"}
TAKEN_BACK = "These words were taken back. The line still stands."
THE_REST = {
    Edition.TOOK_PART: "the rest is private, or was taken off.",
    Edition.MEMBERS: "the rest was not opened to members, or is not there any more.",
    Edition.EVERYONE: "the rest was not opened to everyone, or is not there any more.",
}
"""Why threads end. It does not say which: that would tell who took words back."""
NOBODY_SAID = (
    "Where nothing is said of it, nobody whose words a line rests on has said yet whether it is what they meant."
)


class Knot(Struct, frozen=True, kw_only=True):
    """One place on a thread.

    `words` are the group's text or a summary of what happened; `said` and `felt_as` are somebody's own words. `line` is
    the number of the line that this is, if it is one; `lines` are those that came out of it, with their ids.
    """

    id: int
    kind: str
    paper: str
    words: str = ""
    said: Quotation | None = None
    felt: str = ""
    felt_as: Quotation | None = None
    who: str = ""
    where: str = ""
    ends: str = ""
    opened: str = ""
    line: str = ""
    lines: tuple[tuple[int, str], ...] = ()


class Said(Struct, frozen=True, kw_only=True):
    """A "not quite" beside a line: its author's words, and who they are for those who took part."""

    quotation: Quotation
    who: str


class Thread(Struct, frozen=True, kw_only=True):
    """What a line rests on by itself, what lies further back through other lines, and what came out of it."""

    own: tuple[Knot, ...]
    further: tuple[Knot, ...]
    onward: tuple[Knot, ...]
    not_all: bool
    """Whether part of it is not shown to these readers."""
    thin: str
    """On how many stories and notes it rests: the same for all readers, since it counts what all who took part see."""
    meant: frozenset[int]
    not_quite: tuple[Said, ...]
    answered: str | None
    """Whether those whose words these are have said if the line is what they meant; empty where nobody has yet, None
    where nobody was asked."""

    @property
    def rests_on(self) -> str:
        """On how much it rests, and whether all of that is shown here; empty where it rests on nothing."""
        rest = "Not all of it is shown here." if self.thin else "Not all that it rests on is shown here."
        return " ".join([f"Rests on {self.thin}."] * bool(self.thin) + [rest] * self.not_all)


class Threads:
    """The threads of an outline, as the readers of an edition may see them."""

    def __init__(self, chart: Flipchart, edition: Edition, numbers: dict[int, str]) -> None:
        """Walk every line once; `numbers` are the lines' own, by their ids and in order."""
        self._chart, self._edition, self._numbers = chart, edition, numbers
        self._back = {line: walk_back(chart, line) for line in numbers}
        self._under: dict[int, list[int]] = {}
        for line, beneath in self._back.items():
            for id in beneath:
                self._under.setdefault(id, []).append(line)
        self._knots: dict[int, Knot | None] = {}
        self._asks = chart.closed or Phase.RETURN in chart.visited or bool(chart.threads.answers)

    def of(self, line: int) -> Thread:
        """The thread of one line."""
        chart, beneath = self._chart, self._back[line]
        own = set(near(chart, line)) | {id for id in chart.things[line].cites if id in beneath}
        shown = {id: knot for id in beneath if (knot := self.knot(id)) is not None}
        onward = [*self._under.get(line, []), *(one.id for one in citing(chart, line) if _is_said_about(one))]
        return Thread(
            own=tuple(knot for id, knot in shown.items() if id in own),
            further=tuple(knot for id, knot in shown.items() if id not in own),
            onward=tuple(knot for id in dict.fromkeys(onward) if (knot := self.knot(id)) is not None),
            not_all=any(self._is_kept_back(id) for id in beneath),
            thin=self._thin(line), meant=self._meant(line), not_quite=self._not_quite(line),
            answered=self._answered(line),
        )  # fmt: skip

    def knot(self, id: int) -> Knot | None:
        """One place, as these readers may see it; None where they may not, or where it does not stand any more."""
        if id not in self._knots:
            self._knots[id] = self._tied(self._chart.things[id])
        return self._knots[id]

    def _tied(self, thing: Thing) -> Knot | None:
        chart = self._chart
        kind, paper = kind_of(thing)
        if self._was_taken_back(thing):
            if self._edition is not Edition.TOOK_PART:
                return None  # in the room everybody saw that they went (E8); nobody else needs to know
            return Knot(id=thing.id, kind=kind, paper="gone", ends=TAKEN_BACK)
        if not holds(chart, thing, self._edition):
            return None
        quotation = quotation_of(thing)
        summary = "" if isinstance(thing, Note) and quotation is not None else thing.words.shown
        felt = Quotation.of_feeling(thing) if isinstance(thing, Moment) else None
        texts = (thing.words.shown, *(one.text for one in (quotation, felt) if one is not None))
        return Knot(
            id=thing.id, kind=kind, paper=paper, words=summary, said=quotation, felt=_felt(thing), felt_as=felt,
            who=self._who(thing), where=self._where(thing),
            ends="Part of it is masked." if any(MASK in text for text in texts) else "",
            line=self._numbers.get(thing.id, ""),
            lines=tuple((line, self._numbers[line]) for line in self._under.get(thing.id, [])),
        )  # fmt: skip

    def _was_taken_back(self, thing: Thing) -> bool:
        chart = self._chart
        if isinstance(thing, Moment | Experience) and chart.reach(thing) is not Visibility.SHARED:
            return False
        return thing.withdrawn or (isinstance(thing, Moment) and chart.story(thing.experience).withdrawn)

    def _is_kept_back(self, id: int) -> bool:
        """Whether somebody's words end the thread here; a group or a step that was taken off tells nothing."""
        return isinstance(self._chart.things[id], (*AUTHORED, Experience)) and self.knot(id) is None

    def _who(self, thing: Thing) -> str:
        if not isinstance(thing, AUTHORED) or self._edition is not Edition.TOOK_PART:
            return ""
        if thing.unnamed:
            return "Unnamed"
        return self._chart.name_of(thing.by) if thing.by is not None else "Somebody in the room"

    def _where(self, thing: Thing) -> str:
        if not isinstance(thing, Moment):
            return ""
        chart, story = self._chart, self._chart.story(thing.experience)
        side = f", told as {story.side.shown}" if story.side is not None and story.side.text else ""
        if not holds(chart, story, self._edition):
            return f"from a story{side}"
        told = [one.id for one in (chart.things[id] for id in story.moments) if one.stands]
        told = [id for id in told if chart.may_read(chart.things[id], None)]
        place = told.index(thing.id) + 1 if thing.id in told else 0
        return f"moment {place} of the story {story.words.shown}{side}"

    def _thin(self, line: int) -> str:
        beneath = (self._chart.things[id] for id in walk_back(self._chart, line, sources))
        things = [thing for thing in beneath if holds(self._chart, thing, Edition.TOOK_PART)]
        stories = {thing.experience if isinstance(thing, Moment) else thing.id for thing in things if _is_told(thing)}
        return resting_on([self._chart.story(id) for id in stories], sum(isinstance(thing, Note) for thing in things))

    def _meant(self, line: int) -> frozenset[int]:
        answers = self._chart.threads.answers.get(line, {}).items()
        said = ((key[1], id) for key, one in answers if one.answer is LineAnswer.MEANT for id in one.things)
        return frozenset(
            id for unnamed, id in said if self._chart.is_nameless(self._chart.things[id]) == (unnamed is not None)
        )

    def _not_quite(self, line: int) -> tuple[Said, ...]:
        answers = self._chart.threads.answers.get(line, {}).values()
        notes = [self._chart.things[one.note] for one in answers if one.note is not None]
        return tuple(
            Said(quotation=quotation, who=self._who(note))
            for note in sorted(notes, key=lambda note: note.id)
            if holds(self._chart, note, self._edition) and (quotation := quotation_of(note)) is not None
        )

    def _answered(self, line: int) -> str | None:
        """Nobody is counted, and nobody named: whether all, some or none of those whose words these are have said."""
        if not self._asks:
            return None
        chart, thing = self._chart, self._chart.things[line]
        own = [one for id in near(chart, line) if _has_author(one := chart.things[id])]
        people = {who for one in own for who in (one.storytellers if isinstance(one, Experience) else [one.by])}
        asked = [one for who in people if who is not None for one in asked_about(chart, thing, who)]
        read = [one for one in asked if any(holds(chart, chart.things[id], self._edition) for id in one.things)]
        read = [one for one in read if one.given is None or one.given.answer is not LineAnswer.LEAVE_OUT]
        said = sum(one.given is not None for one in read)
        if not read or said == 0:
            return "" if read else None
        whom, yet = ("Everybody", "") if said == len(read) else ("Not everybody", " yet")
        return f"{whom} whose words these are has said{yet} whether the line is what they meant."


def to_know(threads: Iterable[Thread], edition: Edition) -> list[str]:
    """What holds of many lines, and is said once for all of them."""
    found = list(threads)
    ends, said = any(one.not_all for one in found), any(one.answered == "" for one in found)
    why = f"Where not all that a line rests on is shown, {THE_REST[edition]}"
    return [why] * ends + [NOBODY_SAID] * said


def resting_on(stories: list[Experience], notes: int) -> str:
    """ "One person's story", "two stories and four notes": things are counted, never people (O10)."""
    parts = [counted(notes, "note")] if notes else []
    if len(stories) == 1 and len(stories[0].storytellers) == 1:
        parts.insert(0, "one person’s story")
    elif stories:
        parts.insert(0, counted(len(stories), "story", "stories"))
    return in_words(" and ".join(parts))


def quotation_of(thing: Thing) -> Quotation | None:
    """What of a thing is somebody's own words: a note, or what the teller of a moment said."""
    if isinstance(thing, Note):
        return Quotation.of_note(thing)
    return Quotation.of_moment(thing) if isinstance(thing, Moment) else None


def kind_of(thing: Thing) -> tuple[str, str]:
    """What a thing is called, and the paper it is written on."""
    if isinstance(thing, Note):
        papers = {"liked": "moss", "disliked": "rose", "differently": "sky", "similar": "lilac"}
        question = thing.kind in (NoteKind.QUESTION, NoteKind.OPEN_QUESTION)
        return KINDS[thing.kind], "clay" if question else papers.get(thing.kind.value, "straw")
    names: dict[type[Thing], str] = {
        Group: "Group", Aim: "Aim", SharedValue: "Value", Element: "Step", Experience: "Story", Moment: "Moment"
    }  # fmt: skip
    return names.get(type(thing), "Line"), "sheet"


def _is_said_about(thing: Thing) -> bool:
    """Whether a note was put beside a line; what its tellers say of it stands elsewhere."""
    return isinstance(thing, Note) and thing.kind not in (NoteKind.NOT_QUITE, NoteKind.POSITION)


def _is_told(thing: Thing) -> bool:
    return isinstance(thing, Moment | Experience)


def _has_author(thing: Thing) -> bool:
    return isinstance(thing, (*AUTHORED, Experience))


def _felt(thing: Thing) -> str:
    if not isinstance(thing, Moment) or thing.feeling is None:
        return ""
    return f"{FEELINGS.get(thing.feeling, '')}{' (inferred)' if thing.inferred else ''}"
