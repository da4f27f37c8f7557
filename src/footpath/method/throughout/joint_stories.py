"""Joint stories: who is named beside a story's first teller tells it once both say so, and anybody
leaves at any time.

A keeper lays a story out for several, and names whom they like, themselves too. That alone gives
nobody a part in what another tells: the first alone tells it, until the first and who is named have
each said that they tell it together, on a device of their own. For who has none a facilitator says
it who has no part in that story (E8).
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Entry,
    Hand,
    Number,
    PersonId,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.tellers import tells
from footpath.method.refusals import Refusal
from footpath.method.things.people import Role, Who, says_it_themselves
from footpath.method.things.things import Experience, Moment
from footpath.method.throughout.notes import goes_up
from footpath.method.throughout.telling_together import own_moments


class TellTogether(Saying, frozen=True, kw_only=True):
    """The first teller of a story, or somebody named beside them, says that they
    tell it together (E8).
    """

    experience: Number


class ToldTogether(Entry, frozen=True, kw_only=True):
    """Somebody said so; `tellers` tell the story from now on, because the first and they
    have both said it.
    """

    known_to = "everyone"
    about: ThingId
    tellers: tuple[PersonId, ...]


def tell_together(chart: Flipchart, command: TellTogether, hand: Hand) -> list[Entry]:
    story = chart.seen(command.experience, hand.typed_by, Experience)
    person = who_says_it(chart, story, hand)
    if not has_right(chart, "TellTogether", story, person):
        raise Refusal(refusals.NOT_YOUR_STORY)
    if person in story.said:
        return []
    if not story.named:
        raise Refusal(refusals.NOBODY_IS_NAMED)
    said = {*story.said, person}
    joining = (
        tuple(one for one in story.named if one in said) if story.storytellers[0] in said else ()
    )
    # what those who join wrote about the story waited for its tellers: a teller waits for nobody
    own = goes_up(
        chart,
        hand,
        lambda turn: turn[0] == story.id,
        lambda note: note.by in joining and not note.unnamed,
    )
    return [ToldTogether(about=story.id, tellers=joining), *own]


def who_says_it(chart: Flipchart, story: Experience, hand: Hand) -> int:
    """Who says something of their part in a story.

    Raises:
        Refusal: when somebody else says it who may not say it for them.
    """
    if hand.by is None:
        raise Refusal(refusals.NOT_YOUR_STORY)
    if says_it_themselves(chart.people[hand.by], hand.typed_by):
        raise Refusal(refusals.THEY_SAY_IT)
    has_a_part = hand.typed_by in (*story.storytellers, *story.named)
    if hand.by != hand.typed_by and (
        has_a_part or not chart.has_role(hand.typed_by, Role.FACILITATOR)
    ):
        raise Refusal(refusals.A_FACILITATOR_SAYS_IT)
    return hand.by


def told_together(chart: Flipchart, entry: ToldTogether, recorded: Recorded) -> None:
    story = _story(chart, entry.about)
    story.said.add(recorded.by or 0)
    if entry.tellers:
        story.joined |= {story.storytellers[0], *entry.tellers}
    for person in entry.tellers:
        story.left.pop(person, None)
        story.named.remove(person)
        story.storytellers.append(person)
        for moment in own_moments(chart, story, person):
            moment.accepted = True  # nobody else need take a teller's own moment
    _show_anew(chart, story)


class LeaveStory(Saying, frozen=True, kw_only=True):
    """A teller takes themselves and their own moments out of a story that others tell too; who is
    named says no (E8).

    What they left unnamed stays: going with the rest it would tell whose it is (A3).
    """

    experience: Number


class TellerLeft(Entry, frozen=True, kw_only=True):
    """Somebody tells a story no more, and these moments of theirs were taken off it."""

    known_to = "everyone"
    about: ThingId
    moments: tuple[ThingId, ...]


class TellerCameBack(Entry, frozen=True, kw_only=True):
    """Somebody left a story by a slip, and tells it again with these moments."""

    known_to = "everyone"
    about: ThingId
    moments: tuple[ThingId, ...]
    person: PersonId | None = None
    """Who left; in a record of an earlier release whoever undid it."""


def leave_story(chart: Flipchart, command: LeaveStory, hand: Hand) -> list[Entry]:
    story = chart.seen(command.experience, hand.typed_by, Experience)
    person = who_says_it(chart, story, hand)
    if person in story.named:
        return [TellerLeft(about=story.id, moments=())]
    if person in story.left:
        return []
    if not has_right(chart, "LeaveStory", story, person):
        alone = tells(story, person)
        raise Refusal(refusals.YOU_TELL_IT_ALONE if alone else refusals.NOT_YOUR_STORY)
    return leaving(
        chart, hand, story, person, tuple(moment.id for moment in own_moments(chart, story, person))
    )


def leaving(
    chart: Flipchart, hand: Hand, story: Experience, person: int, moments: tuple[int, ...]
) -> list[Entry]:
    """Somebody tells a story no more, with these moments; notes that waited for nobody
    but them appear (R2).
    """
    return [
        TellerLeft(about=story.id, moments=moments),
        *goes_up(chart, hand, lambda turn: turn == (story.id, person)),
    ]


def teller_left(chart: Flipchart, entry: TellerLeft, recorded: Recorded) -> None:
    story, person = _story(chart, entry.about), recorded.by or 0
    if person in story.named:
        story.named.remove(person)
    elif person in story.storytellers:  # who was shown out before they joined may know of none (S8)
        story.storytellers.remove(person)
        story.left[person] = recorded.number
        chart.remember_slip(
            recorded, TellerCameBack(about=entry.about, moments=entry.moments, person=person)
        )
    story.said.discard(person)
    _take(chart, entry.moments, off=True)
    _show_anew(chart, story)


def teller_came_back(chart: Flipchart, entry: TellerCameBack, recorded: Recorded) -> None:
    story, person = _story(chart, entry.about), entry.person or recorded.by or 0
    story.storytellers.append(person)
    story.left.pop(person, None)
    story.said.add(person)
    _take(chart, entry.moments, off=False)
    _show_anew(chart, story)


def _take(chart: Flipchart, moments: tuple[int, ...], *, off: bool) -> None:
    """Take moments off a story's map, or put them there again as its teller's own."""
    for id in moments:
        moment = chart.things[chart.renumbered.get(id, id)]
        assert isinstance(moment, Moment)
        moment.deleted, moment.accepted = off, not off
        chart.touch_around(moment)


def _story(chart: Flipchart, about: int) -> Experience:
    return chart.story(chart.renumbered.get(about, about))


def _show_anew(chart: Flipchart, story: Experience) -> None:
    """Who tells a story changed, and with it who receives it and its moments before others do."""
    chart.touch_with_offers(story)
    for id in story.moments:
        chart.touch_with_offers(chart.things[id])
    chart.touch("sheet", "counts")


ASKED: Asked = {
    TellTogether: Ask(Who.EVERYBODY, tell_together, after_close=True),
    LeaveStory: Ask(Who.EVERYBODY, leave_story, after_close=True, shown_out=True),
}

HAPPENED: Happened = {
    ToldTogether: told_together,
    TellerLeft: teller_left,
    TellerCameBack: teller_came_back,
}
