"""Arranging: a moment goes elsewhere on its story's map; what it tells beside its words
stays its author's.
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.lines.care import sources_changed
from footpath.method.refusals import Refusal
from footpath.method.things.arrangement import Arrangement, Told
from footpath.method.things.people import Who
from footpath.method.things.things import Experience, Moment
from footpath.method.throughout.admitting import check_after_close
from footpath.method.throughout.moments import Feeling, insert, unaccept
from footpath.method.words.still_veiled import all_still, still
from footpath.method.words.words import Words, named_if_any, names, said_if_any


class ArrangeMoment(Command, frozen=True, kw_only=True):
    """A moment goes to another lane, stage or place, or gets its feeling; its
    words stay (E2, E5).
    """

    about: Number
    lane: str
    stage: str
    who: list[str] = []
    used: list[str] = []
    feeling: Feeling | None = None
    feeling_words: str = ""
    quote: str = ""
    inferred: bool = False
    before: Number | None = None
    version: Number | None = None
    at_request: bool = False
    """The author asked a facilitator or scribe to change their words."""


class MomentArranged(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    lane: Words | None
    stage: Words | None
    who: tuple[Words, ...]
    used: tuple[Words, ...]
    feeling: int | None
    feeling_words: Words | None
    quote: Words | None
    inferred: bool
    before: ThingId | None
    at_request: bool = False


def arrange_moment(chart: Flipchart, command: ArrangeMoment, hand: Hand) -> list[Entry]:
    moment = chart.seen(command.about, hand.typed_by, Moment)
    if not has_right(chart, "ArrangeMoment", moment, hand.typed_by):
        check_after_close(chart, goes_on=False)
        raise Refusal(refusals.NOT_YOUR_STORY)
    if command.version is not None and command.version != moment.version:
        raise Refusal(refusals.CHANGED_MEANWHILE)
    asked = _check_whose_words(chart, moment, command, hand)
    before = (
        None if command.before is None else chart.seen(command.before, hand.typed_by, Moment).id
    )
    return [
        MomentArranged(
            about=moment.id, lane=named_if_any(command.lane), stage=named_if_any(command.stage),
            who=names(command.who), used=names(command.used), feeling=command.feeling,
            feeling_words=said_if_any(command.feeling_words),
            quote=said_if_any(command.quote), inferred=command.inferred, before=before,
            at_request=asked,
        )
    ]  # fmt: skip


def _check_whose_words(
    chart: Flipchart, moment: Moment, command: ArrangeMoment, hand: Hand
) -> bool:
    """What a moment tells is its author's (A4, E6): others move it on the map, keepers change what
    they were asked to.

    Gives whether a keeper was asked.
    """
    if has_right(chart, "TellMoment", moment, hand.typed_by):
        return False
    is_kept, stays_on_map = (
        _told(command) == _shown(moment),
        _stays_on_map(chart, moment, command, hand),
    )
    if is_kept and stays_on_map:
        return False
    if not has_right(chart, "TellMomentAtRequest", moment, hand.typed_by):
        raise Refusal(refusals.NOT_YOURS if not is_kept else refusals.WHERE_OTHERS_ARE)
    if not command.at_request:
        raise Refusal(refusals.ASK_THE_AUTHOR if not is_kept else refusals.WHERE_OTHERS_ARE)
    return True


def _told(command: ArrangeMoment) -> tuple[object, ...]:
    said = [said_if_any(command.quote), said_if_any(command.feeling_words)]
    lists = [tuple(one.shown for one in names(given)) for given in (command.who, command.used)]
    return (
        *(words.shown if words else None for words in said),
        *lists,
        command.feeling,
        command.inferred,
    )


def _shown(moment: Moment) -> tuple[object, ...]:
    """The same of a moment as it is, by what everybody reads: who moves it sends that along."""
    said, lists = (moment.quote, moment.feeling_words), (moment.who, moment.used)
    texts = (words.shown if words is not None and words.shown else None for words in said)
    return (
        *texts,
        *(tuple(w.shown for w in one if w.shown) for one in lists),
        moment.feeling,
        moment.inferred,
    )


def _stays_on_map(chart: Flipchart, moment: Moment, command: ArrangeMoment, hand: Hand) -> bool:
    """Whether it goes to a lane and a stage that are there, as far as who moves it sees."""
    story = chart.story(moment.experience)
    seen = (chart.things[id] for id in story.moments)
    there = [
        one
        for one in seen
        if isinstance(one, Moment) and one.stands and chart.may_read(one, hand.typed_by)
    ]
    for given, named, found in (
        (command.lane, story.lanes, (one.lane for one in there)),
        (command.stage, story.stages, (one.stage for one in there)),
    ):
        place = named_if_any(given)
        if place is not None and place.shown not in {
            words.shown for words in (*named, *found) if words is not None
        }:
            return False
    return True


def moment_arranged(chart: Flipchart, entry: MomentArranged, recorded: Recorded) -> None:
    moment, before = chart.things[chart.renumbered.get(entry.about, entry.about)], entry.before
    assert isinstance(moment, Moment)
    story = chart.story(moment.experience)
    chart.remember_slip(recorded, _as_it_was(story, moment, entry))
    told, left = _tells(moment), moment.left_as
    _remember_who_arranged(chart, moment, recorded)
    quote, feeling_words = (
        still(moment.quote, entry.quote),
        still(moment.feeling_words, entry.feeling_words),
    )
    if (moment.quote, moment.feeling_words) != (quote, feeling_words):
        sources_changed(chart, [moment])
        moment.arranged_in = recorded.number
    moment.lane, moment.stage = still(moment.lane, entry.lane), still(moment.stage, entry.stage)
    moment.who, moment.used = all_still(moment.who, entry.who), all_still(moment.used, entry.used)
    moment.feeling, moment.feeling_words = entry.feeling, feeling_words
    moment.quote, moment.inferred = quote, entry.inferred
    moment.arranged_at_request = moment.arranged_at_request or entry.at_request
    if _tells(moment) != told:
        _tells_anew(moment, recorded.number, left)
        unaccept(chart, moment)
    moment.version += 1
    if before is not None and before != moment.id:
        story.moments.remove(moment.id)
        insert(story.moments, moment.id, chart.renumbered.get(before, before))
    chart.touch_thing(moment)
    chart.touch_thing(story)


def _tells(moment: Moment | Arrangement) -> tuple[object, ...]:
    """What a moment tells beside its words; where it stands on the map is no part of that (E6)."""
    told = (tuple(moment.who), tuple(moment.used), moment.quote, moment.feeling_words)
    return (*told, moment.feeling, moment.inferred)


def _tells_anew(moment: Moment, number: int, left: Arrangement | None) -> None:
    """Remember since when it tells that; as its author left it, it tells again what
    was read then (E7).
    """
    moment.told = moment.told or [Told(entry=moment.made_by_entry, told_in=moment.made_by_entry)]
    told_in = left.told_in if left is not None and _tells(left) == _tells(moment) else number
    moment.told.append(Told(entry=number, told_in=told_in))


def _remember_who_arranged(chart: Flipchart, moment: Moment, recorded: Recorded) -> None:
    """The author sees who arranged their moment, and can have it again as they left it."""
    if chart.acts_for(moment, recorded.typed_by):
        moment.arranged_by = moment.left_as = None
        return
    moment.arranged_by = recorded.typed_by
    moment.left_as = moment.left_as or Arrangement(
        lane=moment.lane, stage=moment.stage, who=tuple(moment.who), used=tuple(moment.used),
        quote=moment.quote, feeling=moment.feeling, feeling_words=moment.feeling_words,
        inferred=moment.inferred,
        told_in=moment.told[-1].told_in if moment.told else moment.made_by_entry,
    )  # fmt: skip


def _as_it_was(story: Experience, moment: Moment, entry: MomentArranged) -> MomentArranged:
    """What puts a moment back to where it stands, as it is."""
    after = story.moments[story.moments.index(moment.id) + 1 :]
    return MomentArranged(
        about=moment.id, lane=moment.lane, stage=moment.stage, who=tuple(moment.who),
        used=tuple(moment.used), feeling=moment.feeling, feeling_words=moment.feeling_words,
        quote=moment.quote, inferred=moment.inferred,
        before=after[0] if after and entry.before is not None else None,
        at_request=entry.at_request,
    )  # fmt: skip


def arranged_as_left(moment: Moment) -> MomentArranged | None:
    """What gives a moment back to its author as they left it; None where nobody else
    arranged it since.
    """
    left = moment.left_as
    if left is None:
        return None
    return MomentArranged(
        about=moment.id, lane=left.lane, stage=left.stage, who=left.who, used=left.used,
        feeling=left.feeling, feeling_words=left.feeling_words, quote=left.quote,
        inferred=left.inferred, before=None,
    )  # fmt: skip


ASKED: Asked = {ArrangeMoment: Ask(Who.WRITERS, arrange_moment, after_close=True)}

HAPPENED: Happened = {MomentArranged: moment_arranged}
