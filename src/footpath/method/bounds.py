"""How much can hang on one thing, so that nothing that one person does keeps everybody waiting (L2).

What a group makes in an afternoon stays far below: these bounds are met by who means to meet them.
"""

from collections.abc import Collection

from footpath.method import refusals
from footpath.method.entries import Hand, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.people import KEEPING_ROLES
from footpath.method.refusals import Refusal
from footpath.method.things import REFLECTIONS, Aim, Element, Experience, Group, Note, NoteKind, SharedValue, Thing

MOST_NOTES = 3_000
"""Notes about one thing: each of an assembly of two thousand can say that they had that too."""
MOST_LINES = 300
MOST_OFFERS = 200
MOST_WORDINGS, MOST_LETTERS_EVER = 100, 200_000
MOST_MOMENTS = 300
MOST_IN_ONE = 500
"""Notes in one group, or merged into one note."""
DEEPEST = 30
"""Reflections on reflections, answers to answers."""
MOST_TAGS = 50
FEW = 5
MOST_TIES, MOST_TIES_OF_KEEPERS = 2_000, 10_000
"""Things that somebody ties to others by acts that tie more than a few; by a few at a time they go on without end."""
MOST_FACE_DOWN = 500
"""Notes of one person, or typed by one scribe, that wait to be shown: all that wait are shown in one change."""
MOST_REVIEWS = 100

_HANGING = frozenset({*REFLECTIONS, NoteKind.QUESTION, NoteKind.ANSWER})


def check_ties(chart: Flipchart, hand: Hand, cited: Collection[int]) -> None:
    """Whether somebody can tie something to all these at once.

    Raises:
        Refusal: when they tied very much to each other already, and this is more than a few.
    """
    keeps = chart.has_role(hand.typed_by, *KEEPING_ROLES)
    most, tied = MOST_TIES_OF_KEEPERS if keeps else MOST_TIES, chart.tied.get(hand.typed_by or 0, 0)
    if len(cited) > FEW and tied + len(cited) > most:
        raise Refusal(refusals.TIED_VERY_MUCH.format(few=FEW))


def tied(chart: Flipchart, recorded: Recorded, cited: Collection[int]) -> None:
    """Somebody tied something to all these."""
    if len(cited) > FEW:
        chart.tied[recorded.typed_by or 0] = chart.tied.get(recorded.typed_by or 0, 0) + len(cited)


def check_one_more_face_down(chart: Flipchart, hand: Hand) -> None:
    """Whether somebody can write one more note that waits to be shown.

    Raises:
        Refusal: when very many of theirs wait.
    """
    waiting = len(chart.face_down)
    if waiting >= MOST_FACE_DOWN:
        waiting = sum(chart.things[id].typed_by == hand.typed_by for id in chart.face_down)
    if waiting >= MOST_FACE_DOWN:
        raise Refusal(refusals.MUCH_IS_FACE_DOWN)


def check_notes_about(chart: Flipchart, hand: Hand, about: Collection[int]) -> None:
    """Whether one more note can be about these.

    Raises:
        Refusal: when very many are, they are about each other very deep, or their author tied very much already.
    """
    check_ties(chart, hand, about)
    ids = [chart.renumbered.get(id, id) for id in about]
    if any(len(chart.cited_by.get(id, ())) >= MOST_NOTES + MOST_LINES for id in ids):
        raise Refusal(refusals.SO_MUCH_ABOUT_IT)
    met, level = set(ids), set(ids)
    for _ in range(DEEPEST):
        level = {one for id in level for one in _about(chart, id)} - met
        if not level:
            return
        met |= level
    raise Refusal(refusals.SO_DEEP)


def _about(chart: Flipchart, id: int) -> list[int]:
    thing = chart.things.get(id)
    return thing.about if isinstance(thing, Note) and thing.kind in _HANGING else []


def for_a_line(chart: Flipchart, hand: Hand, cited: tuple[int, ...]) -> tuple[int, ...]:
    """What a line of the outline cites, where one more line can rest on it.

    Raises:
        Refusal: when very many lines rest on the same thing, or who asks tied very much already.
    """
    check_ties(chart, hand, cited)
    for id in cited:
        citers = chart.cited_by.get(id, ())
        lines = (citer for citer in citers if isinstance(chart.things[citer], Aim | SharedValue | Element))
        if len(citers) >= MOST_LINES and sum(1 for _ in lines) >= MOST_LINES:
            raise Refusal(refusals.SO_MUCH_ABOUT_IT)
    return cited


def check_one_more_wording(thing: Thing) -> None:
    """Whether a thing can be worded once more.

    Raises:
        Refusal: when it was worded very often, or at very great length.
    """
    letters = sum(len(one.words.shown) for one in thing.wordings)
    if len(thing.wordings) >= MOST_WORDINGS or letters > MOST_LETTERS_EVER:
        raise Refusal(refusals.REWORDED_TOO_OFTEN)


def check_one_more_offer(chart: Flipchart, thing: Thing) -> None:
    """Whether another wording can be offered beside a thing.

    Raises:
        Refusal: when very many were.
    """
    if len(chart.offers.get(thing.id, ())) >= MOST_OFFERS:
        raise Refusal(refusals.SO_MUCH_ABOUT_IT)


def check_one_more_moment(story: Experience) -> None:
    """Whether a story's map has room for a moment.

    Raises:
        Refusal: when it is full.
    """
    if len(story.moments) >= MOST_MOMENTS:
        raise Refusal(refusals.STORY_IS_FULL.format(most=MOST_MOMENTS))


def check_fits_into(chart: Flipchart, inner: Thing, outer: Thing) -> None:
    """Whether a note can be put into a group or a note, or a group into a group.

    Raises:
        Refusal: when there is very much in it already.
    """
    while isinstance(outer, Note) and outer.merged_into is not None:
        outer = chart.things[outer.merged_into]
    if len(_inside(chart, inner)) + len(_inside(chart, outer)) >= MOST_IN_ONE:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_IN_ONE))


def _inside(chart: Flipchart, thing: Thing) -> set[int]:
    found, waiting = set[int](), [thing.id]
    while waiting:
        one = waiting.pop()
        held = chart.things[one]
        inside = [*(held.notes if isinstance(held, Group) else ()), *chart.merged.get(one, ())]
        waiting += [id for id in inside if id not in found]
        found |= set(inside)
    return found
