"""The thread under each line of the outline, as words: what a reader may see of what the line rests on."""

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.outline import may_read_beneath
from footpath.method.things import Aim, Element, Experience, Group, Moment, Note, NoteKind, SharedValue, Thing
from footpath.method.tracing import walk_back, walk_forward
from footpath.method.words import MASK

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
}


class Knot(Struct, frozen=True, kw_only=True):
    """One place on a thread. `words` is missing where the thread ends; `ends` says why, in a sentence."""

    id: int
    kind: str
    paper: str
    words: str | None = None
    who: str = ""
    where: str = ""
    ends: str = ""
    own_words: bool = False


def knots(chart: Flipchart, line: int, *, took_part: bool) -> list[Knot]:
    """The thread of a line back to the moments, nearest first."""
    return [knot(chart, chart.things[id], took_part=took_part) for id in walk_back(chart, line)]


def forward(chart: Flipchart, id: int, *, took_part: bool) -> list[Knot]:
    """What came out of a thing."""
    return [knot(chart, chart.things[thing], took_part=took_part) for thing in walk_forward(chart, id)]


def knot(chart: Flipchart, thing: Thing, *, took_part: bool) -> Knot:
    """One place on a thread, as this reader may see it."""
    kind, paper = kind_of(thing)
    if thing.withdrawn or (isinstance(thing, Moment) and chart.story(thing.experience).withdrawn):
        return Knot(id=thing.id, kind=kind, paper="gone", ends="These words were taken back. The line still stands.")
    if thing.deleted:
        return Knot(id=thing.id, kind=kind, paper="gone", ends="This is no longer on the flipchart.")
    if not may_read_beneath(chart, thing, took_part=took_part):
        return Knot(id=thing.id, kind=kind, paper="gone", ends="The thread ends here: these words are not shared.")
    words = thing.words.shown
    return Knot(
        id=thing.id, kind=kind, paper=paper, words=words or "I had that too",
        who=_who(chart, thing) if took_part else "", where=_where(chart, thing),
        ends="Part of it is masked." if MASK in words else "", own_words=isinstance(thing, Note | Moment),
    )  # fmt: skip


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


def _who(chart: Flipchart, thing: Thing) -> str:
    if not isinstance(thing, Note | Moment):
        return ""
    return "Unnamed" if thing.unnamed else chart.name_of(thing.by)


def _where(chart: Flipchart, thing: Thing) -> str:
    if not isinstance(thing, Moment):
        return ""
    story = chart.story(thing.experience)
    side = f", told as {story.side.shown}" if story.side is not None and story.side.text else ""
    return f"in the story “{story.words.shown}”{side}"
