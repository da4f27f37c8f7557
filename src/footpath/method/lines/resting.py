"""On how much a line of the outline rests, and on whose words."""

from collections.abc import Iterable

from footpath.method.counting import counted, in_words
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.tracing import is_line
from footpath.method.things.things import AUTHORED, Experience, Moment, Note, NoteKind, Thing


def counts(chart: Flipchart, thing: Thing) -> bool:
    """Whether it is counted as what a line rests on: somebody's words that all who
    took part read (O10).
    """
    return isinstance(thing, (*AUTHORED, Experience)) and holds(chart, thing, Edition.TOOK_PART)


def story_of(thing: Thing) -> int | None:
    """The story that a thing is told in, or is."""
    return (
        thing.experience
        if isinstance(thing, Moment)
        else thing.id
        if isinstance(thing, Experience)
        else None
    )


def counted_beneath(chart: Flipchart, ids: Iterable[int]) -> str:
    """ "One person's story", "two stories and four notes": things are counted,
    never people (O10).
    """
    things = [thing for id in ids if counts(chart, thing := chart.things[id])]
    stories = {story for thing in things if (story := story_of(thing)) is not None}
    alone = len(stories) == 1 and all(
        len(chart.story(story).storytellers) == 1 for story in stories
    )
    return resting_on(len(stories), sum(isinstance(thing, Note) for thing in things), alone)


def resting_on(stories: int, notes: int, alone: bool) -> str:
    """So many stories and notes, in words; "" for none. `alone` where one person
    tells the one story.
    """
    parts = (
        ["one person’s story"]
        if alone
        else [counted(stories, "story", "stories")]
        if stories
        else []
    )
    parts += [counted(notes, "note")] if notes else []
    return in_words(" and ".join(parts))


def whose(chart: Flipchart, thing: Thing) -> list[int]:
    """Those who are asked about a line that rests on this: its author, or who tells it, where
    everybody reads it.
    """
    if (
        not isinstance(thing, (*AUTHORED, Experience))
        or not thing.stands
        or not chart.may_read(thing, None)
    ):
        return []
    return (
        [*thing.storytellers]
        if isinstance(thing, Experience)
        else [thing.by]
        if thing.by is not None
        else []
    )


def is_in_the_outline(chart: Flipchart, thing: Thing) -> bool:
    """Whether it is a line that everybody reads: an open question that is hidden is none."""
    if not is_line(thing) or not thing.stands or not chart.may_read(thing, None):
        return False
    asked = (
        isinstance(thing, Note) and thing.kind is NoteKind.OPEN_QUESTION and thing.parked is None
    )
    return not (asked and thing.hidden is not None)
