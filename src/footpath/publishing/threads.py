"""The thread under each line of the outline, as words: what a reader may see of what the line rests on."""

from collections.abc import Iterable

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.opening import holds
from footpath.method.things import Aim, Element, Experience, Group, Moment, Note, NoteKind, SharedValue, Thing
from footpath.method.threads import Edition
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
    NoteKind.NOT_QUITE: "Not quite",
}
FEELINGS = {-2: "very hard", -1: "hard", 0: "neither good nor hard", 1: "good", 2: "very good"}


class Knot(Struct, frozen=True, kw_only=True):
    """One place on a thread. `words` is missing where the thread ends; `ends` says why, in a sentence.

    `own_words` says that the words are somebody's, character for character; `quote` is a teller's words in a moment.
    `line` is the number of the line that this is, if it is one; `lines` are those that came out of it, with their ids.
    """

    id: int
    kind: str
    paper: str
    words: str | None = None
    quote: str = ""
    felt: str = ""
    who: str = ""
    where: str = ""
    ends: str = ""
    own_words: bool = False
    line: str = ""
    lines: tuple[tuple[int, str], ...] = ()


def knots(chart: Flipchart, line: int, *, edition: Edition, numbers: dict[int, str]) -> list[Knot]:
    """The thread of a line back to the moments, nearest first."""
    return _knots(chart, walk_back(chart, line), edition=edition, numbers=numbers, apart=line)


def near(chart: Flipchart, line: int, numbers: dict[int, str]) -> set[int]:
    """What a line rests on by itself: the walk back, not past another line, which has a thread of its own."""
    reached, waiting = set[int](), list(chart.things[line].cites)
    while waiting:
        id = waiting.pop()
        if id not in reached and id != line:
            reached.add(id)
            waiting += chart.things[id].cites if id not in numbers else []
    return reached


def forward(chart: Flipchart, id: int, *, edition: Edition, numbers: dict[int, str]) -> list[Knot]:
    """What came out of a thing."""
    return _knots(chart, walk_forward(chart, id), edition=edition, numbers=numbers, apart=id)


def _knots(
    chart: Flipchart, ids: Iterable[int], *, edition: Edition, numbers: dict[int, str], apart: int
) -> list[Knot]:
    return [knot(chart, chart.things[id], edition=edition, numbers=numbers, apart=apart) for id in ids]


def knot(chart: Flipchart, thing: Thing, *, edition: Edition, numbers: dict[int, str], apart: int = 0) -> Knot:
    """One place on a thread, as this reader may see it; `apart` is the line whose thread it is."""
    kind, paper = kind_of(thing)
    if thing.withdrawn or (isinstance(thing, Moment) and chart.story(thing.experience).withdrawn):
        return Knot(id=thing.id, kind=kind, paper="gone", ends="These words were taken back. The line still stands.")
    if thing.deleted:
        return Knot(id=thing.id, kind=kind, paper="gone", ends="This is no longer on the flipchart.")
    if not holds(chart, thing, edition):
        return Knot(id=thing.id, kind=kind, paper="gone", ends="The thread ends here: these words are not shared.")
    words = thing.words.shown
    quote = thing.quote.shown if isinstance(thing, Moment) and thing.quote is not None else ""
    reached = [id for id in walk_forward(chart, thing.id) if id in numbers and id != apart]
    return Knot(
        id=thing.id, kind=kind, paper=paper, words=words, quote=quote, felt=_felt(thing),
        who=_who(chart, thing) if edition is Edition.TOOK_PART else "", where=_where(chart, thing),
        ends="Part of it is masked." if MASK in words or MASK in quote else "",
        own_words=isinstance(thing, Note) and words != "", line=numbers.get(thing.id, ""),
        lines=tuple((id, numbers[id]) for id in reached),
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


def _felt(thing: Thing) -> str:
    if not isinstance(thing, Moment) or thing.feeling is None:
        return ""
    return f"{FEELINGS.get(thing.feeling, '')}{' (inferred)' if thing.inferred else ''}"


def _who(chart: Flipchart, thing: Thing) -> str:
    if not isinstance(thing, Note | Moment):
        return ""
    if thing.unnamed:
        return "Unnamed"
    return chart.name_of(thing.by) if thing.by is not None else "Somebody in the room"


def _where(chart: Flipchart, thing: Thing) -> str:
    if not isinstance(thing, Moment):
        return ""
    story = chart.story(thing.experience)
    told = [one.id for one in (chart.things[id] for id in story.moments) if one.stands and chart.may_read(one, None)]
    place = told.index(thing.id) + 1 if thing.id in told else 0
    side = f", told as {story.side.shown}" if story.side is not None and story.side.text else ""
    return f"moment {place} of the story {story.words.shown}{side}"
