"""Experience: a storyteller's story, the side it is told from, who receives it, and "that's it"."""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_one_more_moment
from footpath.method.flipchart.entries import (
    Command,
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
from footpath.method.flipchart.private_ids import made_known, private_id, seen_by_facilitators
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.stamping import stamp
from footpath.method.flipchart.tellers import is_told_together, tells, tells_still
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import KEEPING_ROLES, Who, says_it_themselves
from footpath.method.things.things import Experience, Moment, Thing
from footpath.method.things.visibility import Visibility, narrower
from footpath.method.throughout.telling_together import (
    is_another_tellers,
    others_moments,
    own_moments,
)
from footpath.method.words.words import Words, named, named_if_any, names, said_if_any

MOST_TELLERS = 12
"""Of one story; what one of them places is told to each by itself."""


class TellExperience(Saying, frozen=True, kw_only=True):
    """A story gets its map: title, storytellers, side, here or elsewhere, when in the
    teller's own words (E1).

    Of several the first tells it; the others are named, until they and the first say that they
    tell it together (E8).
    """

    title: str
    storytellers: list[Number] = []
    side: str = ""
    elsewhere: bool | None = None
    when: str = ""
    lanes: list[str] = []
    stages: list[str] = []
    visibility: Visibility = Visibility.SHARED


class ExperienceTold(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    title: Words
    storytellers: tuple[PersonId, ...]
    side: Words | None
    elsewhere: bool | None
    when: Words | None
    lanes: tuple[Words, ...]
    stages: tuple[Words, ...]
    visibility: Visibility
    named: tuple[PersonId, ...] = ()
    """Who is named beside the first teller; in a record of an earlier release all tell
    it from the first.
    """


def tell_experience(chart: Flipchart, command: TellExperience, hand: Hand) -> list[Entry]:
    tellers = list(dict.fromkeys(command.storytellers))
    if not tellers and hand.by is not None:
        tellers = [hand.by]
    if len(tellers) > MOST_TELLERS:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_TELLERS))
    for teller in tellers:
        chart.someone(teller)
    if tellers != [hand.by] and not chart.has_role(hand.typed_by, *KEEPING_ROLES):
        raise Refusal(refusals.ONLY_KEEPERS_WRITE_FOR_OTHERS)
    return [
        ExperienceTold(
            id=(
                chart.next_id
                if command.visibility is Visibility.SHARED
                else private_id(chart, hand)
            ),
            title=named(command.title),
            storytellers=tuple(tellers[:1]),
            named=tuple(tellers[1:]),
            side=_side(chart, command.side),
            elsewhere=command.elsewhere,
            when=said_if_any(command.when),
            lanes=names(command.lanes),
            stages=names(command.stages),
            visibility=command.visibility,
        )
    ]


def _side(chart: Flipchart, side: str) -> Words | None:
    known = chart.set_up.sides if chart.set_up is not None else []
    if side and known and side not in known:
        raise Refusal(refusals.UNKNOWN_SIDE.format(sides=", ".join(known)))
    return named_if_any(side)


def experience_told(chart: Flipchart, entry: ExperienceTold, recorded: Recorded) -> None:
    story = Experience(
        **stamp(recorded, entry.id, entry.title), storytellers=list(entry.storytellers),
        named=list(entry.named), told_first=next(iter(entry.storytellers), None),
        said={recorded.typed_by or 0} & {*entry.storytellers, *entry.named}, side=entry.side,
        elsewhere=entry.elsewhere, when=entry.when, lanes=list(entry.lanes),
        stages=list(entry.stages), visibility=entry.visibility,
    )  # fmt: skip
    chart.add(story)


class SetVisibility(Command, frozen=True, kw_only=True):
    """A storyteller says who receives a moment or the story (E3)."""

    about: Number
    visibility: Visibility


class VisibilitySet(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    visibility: Visibility


def set_visibility(chart: Flipchart, command: SetVisibility, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.typed_by, Thing)
    if not isinstance(thing, Experience | Moment):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
    _check_may_set(chart, thing, command.visibility, hand)
    changing = _changing(chart, thing, command.visibility, hand)
    set_so: list[Entry] = [
        VisibilitySet(about=one.id, visibility=one.visibility) for one in changing
    ]
    return [*set_so, *made_known(chart, changing)]


def _changing(
    chart: Flipchart, thing: Experience | Moment, visibility: Visibility, hand: Hand
) -> list[Experience | Moment]:
    """What changes how far it reaches, so changed.

    Raises:
        Refusal: when a teller has nothing to narrow in a story that stays with others.
    """
    if not isinstance(thing, Experience) or not is_told_together(thing):
        return [replace(thing, visibility=visibility)]
    if narrower(visibility, thing.visibility) is not visibility:
        return [
            *_staying_as_they_are(chart, thing, visibility, hand),
            replace(thing, visibility=visibility),
        ]
    if not others_moments(chart, thing, hand.typed_by, visibility):
        return [replace(thing, visibility=visibility)]
    own = own_moments(chart, thing, hand.typed_by)
    narrowed = [
        one for one in own if narrower(visibility, chart.reach(one)) is not chart.reach(one)
    ]
    if not narrowed:
        raise Refusal(refusals.OTHERS_SHOW_IT)
    return [replace(one, visibility=visibility) for one in narrowed]


def _staying_as_they_are(
    chart: Flipchart, story: Experience, visibility: Visibility, hand: Hand
) -> list[Moment]:
    """The moments that do not open with the story, because another of its tellers
    prepared them (E3).

    What is unnamed opens with it for nobody: whether it did would tell whose it is (A3). Who has no
    device cannot open theirs one by one, so theirs go with the story.
    """
    moments = (chart.things[id] for id in story.moments)
    return [
        replace(moment, visibility=chart.reach(moment))
        for moment in moments
        if isinstance(moment, Moment)
        and moment.stands
        and (moment.unnamed or is_another_tellers(chart, story, moment, hand.typed_by))
        and narrower(visibility, moment.visibility) is not chart.reach(moment)
    ]


def _check_may_set(
    chart: Flipchart, thing: Experience | Moment, visibility: Visibility, hand: Hand
) -> None:
    """A teller decides about the story and, alone, narrows what stands in it; only its
    author widens a moment.

    Of several tellers each narrows their own moments alone. What is unnamed is nobody's but its
    author's to widen, whoever that is, so that no answer tells (A3).

    Raises:
        Refusal: when it is not theirs to set.
    """
    person = hand.typed_by
    is_theirs = has_right(chart, "SetVisibility", thing, person)
    if isinstance(thing, Experience):
        if not is_theirs:
            together = tells(thing, person)
            raise Refusal(refusals.OTHERS_TELL_IT_TOO if together else refusals.NOT_YOUR_STORY)
        return
    story = chart.story(thing.experience)
    widened = narrower(visibility, thing.visibility) is not visibility
    author = chart.author_of(thing)
    if not is_theirs and not tells_still(chart, story, person):
        raise Refusal(refusals.NOT_YOUR_STORY)
    if widened and author not in (None, person):
        raise Refusal(refusals.AUTHOR_WIDENS)
    if not is_theirs:
        raise Refusal(refusals.AUTHOR_NARROWS)
    if widened:
        check_one_more_moment(chart, hand, story, thing)


def visibility_set(chart: Flipchart, entry: VisibilitySet, recorded: Recorded) -> None:
    thing = chart.things[entry.about]
    assert isinstance(thing, Experience | Moment)
    inside = [chart.things[id] for id in thing.moments] if isinstance(thing, Experience) else []
    seen_by_facilitators(chart, [thing, *(one for one in inside if isinstance(one, Moment))])
    thing.visibility = entry.visibility
    chart.touch_with_offers(thing)
    for id in thing.moments if isinstance(thing, Experience) else [thing.experience]:
        chart.touch_with_offers(chart.things[id])


class SayThatsIt(Saying, frozen=True, kw_only=True):
    """The storyteller says that the story is told; nobody else does (E8)."""

    experience: Number


class ExperienceFinished(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def say_thats_it(chart: Flipchart, command: SayThatsIt, hand: Hand) -> list[Entry]:
    story = chart.seen(command.experience, hand.typed_by, Experience)
    if hand.by is None or not has_right(chart, "SayThatsIt", story, hand.by):
        raise Refusal(refusals.NOT_YOUR_STORY)
    if says_it_themselves(chart.people[hand.by], hand.typed_by):
        raise Refusal(refusals.THEY_SAY_IT)
    return [ExperienceFinished(about=story.id)] if not story.finished else []


def experience_finished(chart: Flipchart, entry: ExperienceFinished, recorded: Recorded) -> None:
    story = chart.story(entry.about)
    story.finished, story.finished_by = (
        True,
        recorded.typed_by if recorded.typed_by != recorded.by else None,
    )
    chart.touch_thing(story)


ASKED: Asked = {
    TellExperience: Ask(Who.WRITERS, tell_experience),
    SetVisibility: Ask(Who.WRITERS, set_visibility, after_close=True),
    SayThatsIt: Ask(Who.WRITERS, say_thats_it),
}

HAPPENED: Happened = {
    ExperienceTold: experience_told,
    VisibilitySet: visibility_set,
    ExperienceFinished: experience_finished,
}
