"""Authorship: staying unnamed, deleting and bringing back."""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_comes_back
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.private_ids import made_known
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.tellers import is_told_together, tells, tells_still
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import Role, Who
from footpath.method.things.things import GROUP_TEXT, Experience, Group, Moment, Note, Offer, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.admitting import check_not_over
from footpath.method.throughout.telling_together import others_moments, own_moments


class StayUnnamed(Command, frozen=True, kw_only=True):
    """An author chooses, thing by thing, to stay unnamed, or to be named (A3)."""

    about: Number
    unnamed: bool


class NamingChosen(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    unnamed: bool


def stay_unnamed(chart: Flipchart, command: StayUnnamed, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.by, Thing)
    if isinstance(thing, Experience):  # a story has its tellers (E1)
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(Experience)))
    if not has_right(chart, "StayUnnamed", thing, hand.by):
        raise Refusal(refusals.NOT_YOURS)
    return (
        [NamingChosen(about=thing.id, unnamed=command.unnamed)]
        if thing.unnamed != command.unnamed
        else []
    )


def naming_chosen(chart: Flipchart, entry: NamingChosen, recorded: Recorded) -> None:
    thing = chart.things[chart.renumbered.get(entry.about, entry.about)]
    thing.unnamed = entry.unnamed
    # what is unnamed now is not shown again with all of somebody's: that would tell
    # whose it is (A3)
    thing.hidden_together = thing.hidden_together and not entry.unnamed
    chart.unnamed_up = chart.unnamed_up or (entry.unnamed and thing.id > 0)
    if thing.id > 0:  # what only its author has shows in no list (E3)
        _hear_again(chart, thing.by)
    if (
        isinstance(thing, Moment)
        and not thing.unnamed
        and thing.by in chart.story(thing.experience).storytellers
    ):
        thing.accepted = True  # nobody else need take a teller's own moment
    chart.touch_with_offers(thing)
    for line, answers in chart.threads.answers.items():
        if any(thing.id in one.things for one in answers.values()):
            chart.touch_cited(line)


def _hear_again(chart: Flipchart, person: int | None) -> None:
    """What was put up without a name counts for nobody, so that it cannot be told
    whose it is (A3, G8).
    """
    notes = (
        thing for thing in chart.things.values() if isinstance(thing, Note) and thing.by == person
    )
    named = any(
        note.phase is chart.phase and note.number is not None and not note.unnamed for note in notes
    )
    if person is not None:
        (chart.heard.add if named else chart.heard.discard)(person)
    chart.touch("sheet", "quiet")


class Delete(Command, frozen=True, kw_only=True):
    """A thing is taken off the flipchart; it can be brought back (P5)."""

    about: Number


class Deleted(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


class BringBack(Command, frozen=True, kw_only=True):
    """A deleted thing comes back as it was."""

    about: Number


class BroughtBack(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def delete(chart: Flipchart, command: Delete, hand: Hand) -> list[Entry]:
    return [Deleted(about=going(chart, command.about, hand).id)]


def going(chart: Flipchart, about: int, hand: Hand) -> Thing:
    """The thing that somebody takes off the flipchart.

    Raises:
        Refusal: when it is not theirs to take off.
    """
    thing = chart.seen(about, hand.typed_by, Thing)
    if not has_right(chart, "Delete", thing, hand.typed_by):
        raise Refusal(_why_not_theirs(thing, hand))
    if (
        isinstance(thing, Experience)
        and is_told_together(thing)
        and others_moments(chart, thing, hand.typed_by)
    ):
        raise Refusal(refusals.OTHERS_TELL_IT_TOO)
    return thing


def _why_not_theirs(thing: Thing, hand: Hand) -> str:
    if isinstance(thing, GROUP_TEXT):
        return refusals.TEXT_IS_KEPT
    if isinstance(thing, Experience):
        return (
            refusals.OTHERS_TELL_IT_TOO if tells(thing, hand.typed_by) else refusals.NOT_YOUR_STORY
        )
    if isinstance(thing, Moment) and thing.left_off:
        return refusals.WAITS_FOR_TELLER
    return refusals.NOT_YOURS_TO_TAKE_BACK


def bring_back(chart: Flipchart, command: BringBack, hand: Hand) -> list[Entry]:
    thing = coming_back(chart, command.about, hand)
    if not thing.deleted:
        return []
    off = [Deleted(about=one.id) for one in _staying_off(chart, thing, hand)]
    return [*off, BroughtBack(about=thing.id), *made_known(chart, [replace(thing, deleted=False)])]


def coming_back(chart: Flipchart, about: int, hand: Hand) -> Thing:
    """The thing that somebody brings back; what a teller put aside comes back by a
    teller alone (E6).

    Raises:
        Refusal: when it is not theirs to bring back, or there is no room for it.
    """
    thing = chart.found_by(about, hand.typed_by)
    if thing is None or not chart.may_read(thing, hand.typed_by) or thing.withdrawn:
        raise Refusal(refusals.NO_SUCH_THING)
    check_not_over(chart, "BringBack", thing)
    if not has_right(chart, "BringBack", thing, hand.typed_by):
        raise Refusal(_why_not_theirs(thing, hand))
    _staying_off(chart, thing, hand)
    if thing.deleted:
        check_comes_back(chart, hand, thing)
    return thing


def _staying_off(chart: Flipchart, thing: Thing, hand: Hand) -> list[Moment]:
    """What another teller took off with a story: it stays off, as their own, when somebody else
    brings the story back.

    Raises:
        Refusal: when there is any, and who asks has nothing of their own in the story.
    """
    if not isinstance(thing, Experience) or not thing.deleted or not is_told_together(thing):
        return []
    last = chart.changed.get(("standing", thing.private_id or thing.id))
    if last is None or last.by == hand.typed_by or not tells_still(chart, thing, last.by):
        return []
    # what they keep to themselves comes back for them alone, and shows in no answer (E3)
    leads = chart.has_role(hand.typed_by, Role.FACILITATOR)
    seen = (Visibility.SHARED, Visibility.FACILITATORS) if leads else (Visibility.SHARED,)
    theirs = [one for one in own_moments(chart, thing, last.by) if one.visibility in seen]
    if theirs and not own_moments(chart, thing, hand.typed_by):
        raise Refusal(refusals.TAKEN_OFF_BY_ANOTHER)
    return theirs


def deleted(chart: Flipchart, entry: Deleted, recorded: Recorded) -> None:
    _set_deleted(chart, chart.things[chart.renumbered.get(entry.about, entry.about)], True)
    chart.remember_slip(recorded, BroughtBack(about=entry.about))


def brought_back(chart: Flipchart, entry: BroughtBack, recorded: Recorded) -> None:
    _set_deleted(chart, chart.things[chart.renumbered.get(entry.about, entry.about)], False)
    chart.remember_slip(recorded, Deleted(about=entry.about))


def _set_deleted(chart: Flipchart, thing: Thing, deleted: bool) -> None:
    thing.deleted = deleted
    if isinstance(thing, Group):
        _let_go_of_notes(chart, thing) if deleted else _take_in_notes(chart, thing)
    if isinstance(thing, Moment):
        thing.left_off = thing.left_off and deleted
        chart.touch_cited(thing.experience)
    if isinstance(thing, Experience):
        for id in thing.moments:
            chart.touch_with_offers(chart.things[id])
    if isinstance(thing, Offer):
        chart.touch_cited(thing.about)
    chart.touch_around(thing)
    for sheet in ("aims", "process"):
        chart.touch("sheet", sheet)


def _let_go_of_notes(chart: Flipchart, group: Group) -> None:
    for note in (chart.things[id] for id in group.notes):
        assert isinstance(note, Note)
        note.group = None
        chart.touch_thing(note)
    # they would go on knowing it, however often they are grouped and ungrouped
    chart.untie(group, group.notes)


def _take_in_notes(chart: Flipchart, group: Group) -> None:
    """A group that comes back has its notes again, except those that were put
    into another meanwhile.
    """
    notes = [note for note in (chart.things[id] for id in group.notes) if isinstance(note, Note)]
    group.notes = [note.id for note in notes if note.group is None]
    chart.tie(group, group.notes)
    for note in notes:
        note.group = group.id if note.group is None else note.group
        chart.touch_thing(note)


ASKED: Asked = {
    StayUnnamed: Ask(Who.WRITERS, stay_unnamed, after_close=True),
    Delete: Ask(Who.WRITERS, delete),
    BringBack: Ask(Who.WRITERS, bring_back, after_close=True),
}

HAPPENED: Happened = {
    NamingChosen: naming_chosen,
    Deleted: deleted,
    BroughtBack: brought_back,
}
