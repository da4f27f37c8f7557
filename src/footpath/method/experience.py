"""Experience: a storyteller's story, the side it is told from, who receives it, and "that's it"."""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.asking import Ask, Asked, Happened
from footpath.method.bounds import check_one_more_moment
from footpath.method.entries import Command, Entry, Hand, Number, PersonId, Recorded, Saying, ThingId
from footpath.method.flipchart import Flipchart
from footpath.method.kinds import a_thing
from footpath.method.people import KEEPING_ROLES, Who, says_it_themselves
from footpath.method.refusals import Refusal
from footpath.method.sharing import made_known, private_id, seen_by_facilitators
from footpath.method.stamping import stamp
from footpath.method.things import Experience, Moment, Thing, Visibility, narrower
from footpath.method.words import Words, named, named_if_any, names, said_if_any


class TellExperience(Saying, frozen=True, kw_only=True):
    """A story gets its map: title, storytellers, side, here or elsewhere, when in the teller's own words (E1)."""

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


def tell_experience(chart: Flipchart, command: TellExperience, hand: Hand) -> list[Entry]:
    tellers = list(dict.fromkeys(command.storytellers))
    if not tellers and hand.by is not None:
        tellers = [hand.by]
    for teller in tellers:
        chart.someone(teller)
    if tellers != [hand.by] and not chart.has_role(hand.typed_by, *KEEPING_ROLES):
        raise Refusal(refusals.ONLY_KEEPERS_WRITE_FOR_OTHERS)
    return [
        ExperienceTold(
            id=chart.next_id if command.visibility is Visibility.SHARED else private_id(chart, hand),
            title=named(command.title), storytellers=tuple(tellers),
            side=_side(chart, command.side), elsewhere=command.elsewhere, when=said_if_any(command.when),
            lanes=names(command.lanes), stages=names(command.stages), visibility=command.visibility,
        )
    ]  # fmt: skip


def _side(chart: Flipchart, side: str) -> Words | None:
    known = chart.set_up.sides if chart.set_up is not None else []
    if side and known and side not in known:
        raise Refusal(refusals.UNKNOWN_SIDE.format(sides=", ".join(known)))
    return named_if_any(side)


def experience_told(chart: Flipchart, entry: ExperienceTold, recorded: Recorded) -> None:
    story = Experience(
        **stamp(recorded, entry.id, entry.title), storytellers=list(entry.storytellers), side=entry.side,
        elsewhere=entry.elsewhere, when=entry.when, lanes=list(entry.lanes), stages=list(entry.stages),
        visibility=entry.visibility,
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
    staying = _staying_as_they_are(chart, thing, command.visibility, hand)
    changing = [*staying, replace(thing, visibility=command.visibility)]
    set_so: list[Entry] = [VisibilitySet(about=one.id, visibility=one.visibility) for one in changing]
    return [*set_so, *made_known(chart, changing)]


def _staying_as_they_are(
    chart: Flipchart, story: Experience | Moment, visibility: Visibility, hand: Hand
) -> list[Moment]:  # fmt: skip
    """The moments that do not open with the story, because another of its tellers prepared them (E3).

    What is unnamed opens with it for nobody: whether it did would tell whose it is (A3). Who has no device cannot open
    theirs one by one, so theirs go with the story.
    """
    if not isinstance(story, Experience) or len(story.storytellers) < 2:
        return []
    if narrower(visibility, story.visibility) is visibility:
        return []
    moments = (chart.things[id] for id in story.moments)
    return [
        replace(moment, visibility=chart.reach(moment))
        for moment in moments
        if isinstance(moment, Moment) and moment.stands and (moment.unnamed or _is_anothers(chart, moment, story, hand))
        and narrower(visibility, moment.visibility) is not chart.reach(moment)
    ]  # fmt: skip


def _is_anothers(chart: Flipchart, moment: Moment, story: Experience, hand: Hand) -> bool:
    author = chart.people.get(moment.by) if moment.by is not None else None
    if author is None or author.id == hand.typed_by or author.id not in story.storytellers:
        return False
    return not author.without_device


def _check_may_set(chart: Flipchart, thing: Experience | Moment, visibility: Visibility, hand: Hand) -> None:
    """A teller decides about the story and narrows what stands in it; only its author widens a moment.

    What is unnamed is nobody's but its author's to widen, whoever that is, so that no answer tells (A3).
    """
    story = thing if isinstance(thing, Experience) else chart.story(thing.experience)
    person = hand.typed_by
    author, teller = chart.author_of(thing), person in story.storytellers
    if not teller and person != author:
        raise Refusal(refusals.NOT_YOUR_STORY)
    widened = narrower(visibility, thing.visibility) is not visibility
    for_unknown = author is None and not thing.unnamed
    if widened and isinstance(thing, Moment) and person != author and not for_unknown:
        raise Refusal(refusals.AUTHOR_WIDENS)
    if widened and isinstance(thing, Moment):
        check_one_more_moment(chart, hand, chart.story(thing.experience), thing)


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
    if hand.by is None or hand.by not in story.storytellers:
        raise Refusal(refusals.NOT_YOUR_STORY)
    if says_it_themselves(chart.people[hand.by], hand.typed_by):
        raise Refusal(refusals.THEY_SAY_IT)
    return [ExperienceFinished(about=story.id)] if not story.finished else []


def experience_finished(chart: Flipchart, entry: ExperienceFinished, recorded: Recorded) -> None:
    chart.story(entry.about).finished = True
    chart.touch_thing(chart.story(entry.about))


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
