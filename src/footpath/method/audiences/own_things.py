"""What one person said in a workshop, as it stands on the flipchart, with what came of it. For
that person alone.
"""

from collections.abc import Collection

from msgspec import Struct

from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.quoting import Quotation
from footpath.method.flipchart.whose_own import is_ones_own
from footpath.method.lines.tracing import walk_forward
from footpath.method.own_words.keeping_out import may_keep_out, stays_with
from footpath.method.own_words.taking_back import going_with
from footpath.method.things.kinds import LOOKS, look_of
from footpath.method.things.phase_words import PHASES
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import (
    GROUP_TEXT,
    REFLECTIONS,
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    NoteKind,
    SharedValue,
    Thing,
)
from footpath.method.words.words import Words


class Resting(Struct, frozen=True):
    """A line that rests on something: what it is called, its text, its drawing."""

    name: str
    text: str
    icon: str


class OwnThing(Struct, frozen=True, kw_only=True):
    """One thing that a person said, or that stands in their story."""

    id: int
    entry: int
    """The number of the entry that made it."""
    version: int
    name: str
    """What it is and where it stands: "Note 9, Aims"."""
    paper: str
    icon: str
    text: str
    more: tuple[str, ...] = ()
    """The rest of its words."""
    is_own: bool = True
    """Whether it is theirs alone; not so for the group's text, and for what others
    put into their story.
    """
    is_group_text: bool = False
    is_unnamed: bool = False
    typed_by: str = ""
    """Who typed it for them; empty where they did."""
    is_sole: bool = False
    """Nobody else's words are in it."""
    state: str = ""
    """Empty where it stands; hidden, deleted, withdrawn."""
    is_private: bool = False
    """Whether somebody else cannot see it."""
    in_own_story: bool = False
    keeps_out: bool = False
    """Whether it is theirs to keep it out of research."""
    goes_with_story: bool = False
    """Whether it stays behind where they keep its story out of research."""
    story: int | None = None
    goes_with: int = 0
    """How many moments go when this story is taken back."""
    resting: tuple[Resting, ...] = ()

    @property
    def can_be_taken_back(self) -> bool:
        """Whether it is theirs to take back, and still there."""
        return self.is_own and self.state != "withdrawn"


def said_by(chart: Flipchart, person: int, also: Collection[int] = ()) -> list[OwnThing]:
    """Everything that somebody said, and what others put into their story, in the
    order of the record.

    `also` are things of others that hold words of theirs.
    """
    things = sorted(chart.things.values(), key=lambda thing: (thing.made_by_entry, thing.id))
    stories = sum(isinstance(thing, Experience) and thing.stands for thing in things)
    found = (_said(chart, thing, person, stories > 1, thing.id in also) for thing in things)
    return [one for one in found if one is not None]


def worded_by(thing: Thing, person: int) -> list[Words]:
    """The wordings of a thing that are the person's."""
    return [one.words for one in thing.wordings if one.by == person and one.words.shown]


def _said(
    chart: Flipchart, thing: Thing, person: int, several: bool, also: bool
) -> OwnThing | None:
    is_group_text = isinstance(thing, GROUP_TEXT)
    titled = (
        worded_of_the_title(thing, person)
        if isinstance(thing, Experience) and person in thing.left
        else []
    )
    is_own = is_ones_own(thing, person) or bool(titled)
    in_own_story = (
        isinstance(thing, Moment) and person in chart.story(thing.experience).storytellers
    )
    worded = worded_by(thing, person)
    is_group_text = is_group_text and bool(worded)
    if not (is_group_text or is_own or in_own_story or also):
        return None
    if not (is_own or is_group_text) and not reads(chart, thing, person):
        return None
    return OwnThing(
        id=thing.id, entry=thing.made_by_entry, version=thing.version,
        name=name_of(chart, thing, person, several), paper=look_of(thing).paper, icon=_icon(thing),
        text=_text(thing, worded if is_group_text else [one.words for one in titled]),
        more=_more(thing) if not titled or _said_when(chart, thing, person) else (),
        is_own=is_own, is_group_text=is_group_text,
        is_unnamed=chart.is_nameless(thing) and thing.by == person,
        typed_by=typist(chart, thing, person),
        is_sole=all(one.by == person for one in thing.wordings),
        state=_state(thing),
        is_private=not chart.may_read(thing, None), in_own_story=in_own_story,
        story=thing.experience if isinstance(thing, Moment) else None,
        keeps_out=may_keep_out(chart, thing, person),
        goes_with_story=isinstance(thing, Moment)
        and stays_with(chart.story(thing.experience), thing, {person}),
        goes_with=_going_with(chart, thing, person), resting=_resting(chart, thing, person),
    )  # fmt: skip


def _text(thing: Thing, own: list[Words]) -> str:
    """What stands of it, or the last that they worded where the rest is others'."""
    return own[-1].shown if own else thing.words.shown


def typist(chart: Flipchart, thing: Thing, person: int) -> str:
    """Who typed the person's words in it for them; of their own wordings the last."""
    worded = [one for one in thing.wordings if one.by == person]
    return (
        chart.name_of(worded[-1].typed_by)
        if worded and worded[-1].typed_by not in (None, person)
        else ""
    )


def reads(chart: Flipchart, thing: Thing, person: int) -> bool:
    """Whether somebody reads what stands of a thing now, on any screen."""
    return _is_there(thing) and chart.may_read(thing, person)


def _said_when(chart: Flipchart, thing: Thing, person: int) -> bool:
    """Whether somebody who told a story reads when it was, or said that themselves."""
    told_first = isinstance(thing, Experience) and thing.told_first == person
    return told_first or reads(chart, thing, person)


def _is_there(thing: Thing) -> bool:
    return not _state(thing)


def _state(thing: Thing) -> str:
    if thing.withdrawn:
        return "withdrawn"
    return "deleted" if thing.deleted else "hidden" if thing.hidden is not None else ""


def _icon(thing: Thing) -> str:
    return LOOKS["element"].icon if isinstance(thing, Element) else look_of(thing).icon


def _more(thing: Thing) -> tuple[str, ...]:
    """What else stands in a moment or a story, each in a line."""
    if isinstance(thing, Moment):
        lines = [
            ("{}", Quotation.of_moment(thing)),
            ("How it felt: {}", Quotation.of_feeling(thing)),
        ]
        told = [line.format(said) for line, said in lines if said is not None]
        named = [("Who: {}", thing.who), ("Used: {}", thing.used)]
        return (
            *told,
            *(line.format(", ".join(one.shown for one in words)) for line, words in named if words),
        )
    if isinstance(thing, Experience) and thing.when is not None and thing.when.shown:
        return (f"When: {thing.when.shown}",)
    return ()


def _going_with(chart: Flipchart, thing: Thing, person: int) -> int:
    if not isinstance(thing, Experience):
        return 0
    try:
        return sum(not moment.withdrawn for moment in going_with(chart, thing, person))
    except Refusal:  # the story stays, and with it all of its moments
        return 0


def name_of(chart: Flipchart, thing: Thing, person: int, several: bool) -> str:
    """What a thing is and where it stands, as its author would look for it. `several`: there
    are several stories.
    """
    if isinstance(thing, Note):
        name = _of_note(thing)
        if thing.kind in REFLECTIONS or thing.kind in (
            NoteKind.QUESTION,
            NoteKind.ANSWER,
            NoteKind.POSITION,
        ):
            about = [
                chart.things[id] for id in thing.about if chart.may_read(chart.things[id], person)
            ]
            return f"{name}, {_in_short(chart, about[0], person, several)}" if about else name
        return f"{name}, {PHASES[thing.phase].name}" if thing.kind is NoteKind.NOTE else name
    if isinstance(thing, Moment):
        return _moment(chart, thing, person, several)
    return "Title of a group" if isinstance(thing, Group) else look_of(thing).name


def _of_note(note: Note) -> str:
    number = f" {note.number}" if note.kind is NoteKind.NOTE and note.number is not None else ""
    return look_of(note).name + number


def _in_short(chart: Flipchart, thing: Thing, person: int, several: bool) -> str:
    # of a note not what that is about: moved notes can be about each other
    name = _of_note(thing) if isinstance(thing, Note) else name_of(chart, thing, person, several)
    return name[:1].lower() + name[1:]


def _moment(chart: Flipchart, moment: Moment, person: int, several: bool) -> str:
    story = chart.story(moment.experience)
    shown = [
        id
        for id in story.moments
        if chart.things[id].stands and chart.may_read(chart.things[id], person)
    ]
    number = f" {shown.index(moment.id) + 1}" if moment.id in shown else ""
    title = story.words.shown if several and chart.may_read(story, person) else ""
    return f"Moment{number}" + (f", {title}" if title else "")


def _resting(chart: Flipchart, thing: Thing, person: int) -> tuple[Resting, ...]:
    """The lines that rest on it, as far as the person may see them."""
    found: list[Resting] = []
    for one in (chart.things[id] for id in walk_forward(chart, thing.id)):
        if not _is_there(one) or not chart.may_read(one, person) or not one.words.shown:
            continue
        if isinstance(one, Aim | SharedValue | Element) or (
            isinstance(one, Note) and one.kind is NoteKind.OPEN_QUESTION
        ):
            found.append(Resting(look_of(one).name, one.words.shown, _icon(one)))
    return tuple(found)
