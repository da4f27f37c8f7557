"""How much can hang on one thing, so that nothing that one person does keeps everybody waiting
(L2), or out (L6).

What a group makes in an afternoon stays far below: these bounds are met by who means to meet them,
and then by nobody else. Each person has a room of their own, whoever tells or wrote a thing and the
keepers a larger one that nobody can use up for them. All others share one more, of which only what
stands and everybody sees is counted, and an unnamed thing like anybody's: a refusal must not tell
of what is private, nor whose something is (A3, E3).
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from footpath.method import refusals
from footpath.method.flipchart.entries import Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.ties import abouts, check_ties, keeps, levels
from footpath.method.refusals import Refusal
from footpath.method.things.things import (
    GROUP_TEXT,
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    Offer,
    SharedValue,
    Thing,
)


class Fits(NamedTuple):
    """How many fit around one thing."""

    share: int
    """Of one person who is not at home there."""
    shared: int
    """Of all of these together."""
    own: int
    """Of one person who is: its author, its teller, a facilitator or scribe."""
    ever: int
    """That one person ever put there, gone ones too: who puts up and takes off without
    end meets it alone.
    """


class OneThere(NamedTuple):
    """One of those that are there."""

    by: int | None
    stands: bool
    shared: bool
    """Whether everybody sees it, and it takes up what all share."""


NOTES = Fits(share=30, shared=3_000, own=300, ever=1_000)
"""Notes about one thing: each of an assembly of two thousand can say that they had that too."""
LINES = Fits(share=10, shared=200, own=200, ever=600)
OFFERS = Fits(share=5, shared=100, own=100, ever=300)
MOMENTS = Fits(share=20, shared=100, own=200, ever=600)
WORDINGS = Fits(share=10, shared=60, own=100, ever=100)
LETTERS = Fits(share=30_000, shared=120_000, own=200_000, ever=200_000)
"""In all the wordings of one thing."""
OF_A_STORY = 3_000
"""Wordings of the moments in one story: who takes it back takes all of theirs back at once."""
REVIEWS = Fits(share=5, shared=50, own=100, ever=100)
TAGS, MOST_TAGS = 40, 50
"""Keepers and who wrote a thing find room for tags when the others find none; anybody
takes a tag off again.
"""
MOST_FACE_DOWN, MOST_OF_ONE_FACE_DOWN = 500, 100
"""Notes that wait to be shown: all are shown in one change. Where more wait, so many of one
person, or one scribe.
"""

_LINES = (Aim, SharedValue, Element)


def is_at_home(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether somebody always finds room at a thing: keepers, and who wrote or tells it.

    Of an unnamed thing its author has no more room than others: what is put there then could
    tell whose it is (A3).
    """
    if keeps(chart, person):
        return True
    return (
        person is not None
        and not isinstance(thing, GROUP_TEXT)
        and not chart.is_nameless(thing)
        and (person in chart.insiders(thing))
    )


def _has_room(room: Fits, person: int | None, at_home: bool, around: Iterable[OneThere]) -> bool:
    """Whether somebody can put one more there."""
    theirs = standing = shared = 0
    for put in around:
        if put.by == person:
            theirs, standing = theirs + 1, standing + put.stands
        shared += put.shared
    if theirs >= room.ever or standing >= (room.own if at_home else room.share):
        return False
    return at_home or shared < room.shared


def _puts(
    chart: Flipchart, at: Thing, ids: Iterable[int], kinds: tuple[type[Thing], ...]
) -> Iterable[OneThere]:
    """The things of some kinds that are around another."""
    at_home: dict[int | None, bool] = {}
    for one in (chart.things[id] for id in ids):
        if not isinstance(one, kinds):
            continue
        stands = one.stands and not (isinstance(one, Offer) and one.settled)
        shared = stands and one.hidden is None and chart.may_read(one, None)
        if shared and not chart.is_nameless(one):
            if one.typed_by not in at_home:
                at_home[one.typed_by] = is_at_home(chart, at, one.typed_by)
            shared = not at_home[one.typed_by]
        yield OneThere(one.typed_by, stands, shared)


def _fits(
    chart: Flipchart,
    room: Fits,
    person: int | None,
    at: Thing,
    ids: Collection[int],
    kinds: tuple[type[Thing], ...],
    *,
    always: bool = False,
) -> bool:
    """Whether one more of somebody's fits around a thing; hundreds of things can be
    asked about at once.
    """
    if len(ids) < room.share:
        return True
    at_home = always or is_at_home(chart, at, person)
    most = room.own if at_home else room.share
    are_few = len(ids) < most or sum(chart.things[id].typed_by == person for id in ids) < most
    if are_few and (at_home or len(ids) < room.shared):
        return True
    return _has_room(room, person, at_home, _puts(chart, at, ids, kinds))


def check_one_more_face_down(chart: Flipchart, hand: Hand) -> None:
    """Whether somebody can write one more note that waits to be shown.

    Raises:
        Refusal: when very many wait, and many of theirs.
    """
    if len(chart.face_down) < MOST_FACE_DOWN:
        return
    if (
        sum(chart.things[id].typed_by == hand.typed_by for id in chart.face_down)
        >= MOST_OF_ONE_FACE_DOWN
    ):
        raise Refusal(refusals.MUCH_IS_FACE_DOWN)


def check_notes_about(
    chart: Flipchart, hand: Hand, about: Collection[int], *, asked_for: bool = False
) -> None:
    """Whether one more note can be about these; who was asked about a line always finds
    room for their answer.

    Raises:
        Refusal: when very many are, they are about each other very deep, or their author tied
            very much already.
    """
    check_ties(chart, hand, about)
    ids = [chart.renumbered.get(id, id) for id in about]
    for id in ids:
        notes = chart.cited_by.get(id, ())
        if not _fits(
            chart, NOTES, hand.typed_by, chart.things[id], notes, (Note,), always=asked_for
        ):
            raise Refusal(refusals.SO_MUCH_ABOUT_IT)
    levels(ids, lambda id: abouts(chart, id))


def for_a_line(chart: Flipchart, hand: Hand, cited: tuple[int, ...]) -> tuple[int, ...]:
    """What a line of the outline cites, where one more line can rest on it.

    Raises:
        Refusal: when very many lines rest on the same thing, or who asks tied very much already.
    """
    check_ties(chart, hand, cited)
    for id in cited:
        if not _fits(
            chart, LINES, hand.typed_by, chart.things[id], chart.cited_by.get(id, ()), _LINES
        ):
            raise Refusal(refusals.SO_MUCH_ABOUT_IT)
    return cited


def check_one_more_wording(chart: Flipchart, hand: Hand, thing: Thing) -> None:
    """Whether somebody can word a thing once more: where everybody words the group's text,
    nobody uses it up.

    Raises:
        Refusal: when they worded it very often, or at very great length.
    """
    if isinstance(thing, Moment) and _is_worded_out(chart, thing, hand.typed_by):
        raise Refusal(refusals.REWORDED_TOO_OFTEN)
    at_home = not isinstance(thing, GROUP_TEXT) or keeps(chart, hand.typed_by)
    worded = [
        (
            OneThere(
                one.typed_by, True, one.unnamed or thing.unnamed or not keeps(chart, one.typed_by)
            ),
            len(one.words.shown),
        )
        for one in thing.wordings
    ]
    letters = (
        OneThere(put.by, True, put.shared) for put, size in worded for _ in range(0, size, 1_000)
    )
    in_thousands = Fits(*(most // 1_000 for most in LETTERS))
    for room, around in ((WORDINGS, (put for put, _ in worded)), (in_thousands, letters)):
        if not _has_room(room, hand.typed_by, at_home, around):
            raise Refusal(refusals.REWORDED_TOO_OFTEN)


def _is_worded_out(chart: Flipchart, moment: Moment, person: int | None) -> bool:
    """What somebody does not read of a story is told by no refusal (E3)."""
    moments = [chart.things[id] for id in chart.story(moment.experience).moments]
    return (
        sum(len(one.wordings) for one in moments)
        >= OF_A_STORY
        <= sum(len(one.wordings) for one in moments if chart.may_read(one, person))
    )


def check_one_more_review(chart: Flipchart, hand: Hand, aim: Aim) -> None:
    """Whether somebody can say once more what becomes of an aim.

    Raises:
        Refusal: when they said it very often.
    """
    said = (
        OneThere(one.typed_by, True, one.unnamed or aim.unnamed or not keeps(chart, one.typed_by))
        for one in aim.reviews
    )
    if not _has_room(REVIEWS, hand.typed_by, keeps(chart, hand.typed_by), said):
        raise Refusal(refusals.REWORDED_TOO_OFTEN)


def check_one_more_offer(chart: Flipchart, hand: Hand, thing: Thing, clashes: bool = False) -> None:
    """Whether another wording can be offered beside a thing; who may change the thing keeps both
    of two that clash.

    Raises:
        Refusal: when very many wait there.
    """
    at_home = clashes or is_at_home(chart, thing, hand.typed_by)
    beside = _puts(chart, thing, chart.offers.get(thing.id, ()), (Offer,))
    if not _has_room(OFFERS, hand.typed_by, at_home, beside):
        raise Refusal(refusals.SO_MUCH_ABOUT_IT)


def check_one_more_moment(
    chart: Flipchart, hand: Hand, story: Experience, shown: Moment | None = None
) -> None:
    """Whether somebody finds room for a moment on a story's map, or for one that more
    people are to see.

    Raises:
        Refusal: when they placed very many there; who does not tell it, also when others of
            these did together.
    """
    others = story.moments if shown is None else [id for id in story.moments if id != shown.id]
    if not _fits(chart, MOMENTS, hand.typed_by, story, others, (Moment,)):
        raise Refusal(refusals.STORY_IS_FULL)


def check_comes_back(chart: Flipchart, hand: Hand, thing: Thing) -> None:
    """Whether there is room for what was taken off and comes back.

    Raises:
        Refusal: when there is none by now.
    """
    if isinstance(thing, Moment):
        check_one_more_moment(chart, hand, chart.story(thing.experience), thing)
    elif isinstance(thing, Offer):
        check_one_more_offer(chart, hand, chart.things[thing.about], thing.clash)
    elif isinstance(thing, Note):
        check_notes_about(chart, hand, thing.about)


def check_one_more_tag(chart: Flipchart, hand: Hand, thing: Thing) -> None:
    """Whether one more word can be put on a thing.

    Raises:
        Refusal: when very many are on it.
    """
    if len(thing.tags) >= (MOST_TAGS if is_at_home(chart, thing, hand.typed_by) else TAGS):
        raise Refusal(refusals.MANY_TAGS)
