"""Undoing one's own slips: the latest that nobody else has changed since, as far as its own act
is still open (G12).

Each kind of entry says here what of which thing it changes. What somebody else changed since is
never written over (A5); what a moment tells comes back for its author alone (A4), and what a teller
put aside by a teller alone (E6).
"""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Actor, Command, Entry, Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.holding import Aspect, Changed, Slip
from footpath.method.flipchart.private_ids import made_known
from footpath.method.lines import ways
from footpath.method.lines.ways import WaysSaid
from footpath.method.own_words import hiding
from footpath.method.own_words.hiding import ThingHidden, ThingShown
from footpath.method.own_words.taking_back import WordsTakenBack
from footpath.method.own_words.wording import Reworded
from footpath.method.phases import process
from footpath.method.phases.experience import VisibilitySet
from footpath.method.phases.process import ElementArranged, ElementReordered
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Experience, Moment, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.throughout import (
    arranging,
    authorship,
    grouping,
    hiding_together,
    joint_stories,
    pace,
    parking,
)
from footpath.method.throughout.admitting import check_open
from footpath.method.throughout.arranging import MomentArranged
from footpath.method.throughout.authorship import BroughtBack, Deleted
from footpath.method.throughout.grouping import (
    GroupMerged,
    GroupSplit,
    NoteMerged,
    NoteRegrouped,
    NotesGrouped,
)
from footpath.method.throughout.hiding_together import AllHidden, AllShown, as_shown
from footpath.method.throughout.joint_stories import TellerCameBack, TellerLeft
from footpath.method.throughout.moments import MomentTakenOff
from footpath.method.throughout.notes import NoteWritten
from footpath.method.throughout.pace import FlipchartClosed, FlipchartReopened, PhaseOpened
from footpath.method.throughout.parking import NoteMoved, ThingParked, ThingUnparked
from footpath.method.throughout.telling_together import tells_still

Aspects = Callable[[Any], Iterable[Aspect]]


def _about(aspect: str) -> Aspects:
    return lambda entry: [(aspect, entry.about)]


def _all_about(aspect: str) -> Aspects:
    return lambda entry: [(aspect, id) for id in entry.about]


def _of_all(aspect: str) -> Aspects:
    return lambda entry: [(aspect, 0)]


def _regrouped(entry: NoteRegrouped) -> list[Aspect]:
    return [("group", entry.about), *([("inside", entry.group)] if entry.group is not None else [])]


def _merged(entry: GroupMerged) -> list[Aspect]:
    return [
        ("standing", entry.about),
        ("inside", entry.into),
        *(("group", id) for id in entry.notes),
    ]


def _split(entry: GroupSplit) -> list[Aspect]:
    return [("standing", entry.about), *(("group", id) for id in entry.notes)]


def _hidden_of(entry: AllHidden | AllShown) -> list[Aspect]:
    return [
        *(("hidden", id) for id in entry.about),
        *((_OF_PERSON, person) for person in entry.people),
    ]


def _left(entry: TellerLeft | TellerCameBack) -> list[Aspect]:
    return [("tellers", entry.about), *(("standing", id) for id in entry.moments)]


_OF_PERSON = "all hidden of a person"
_OF_STORY = "anything in a story"
_CHANGES: dict[type[Entry], Aspects] = {
    Deleted: _about("standing"), BroughtBack: _about("standing"),
    MomentTakenOff: _about("standing"), WordsTakenBack: _all_about("standing"),
    Reworded: _about("words"), NotesGrouped: lambda entry: [("group", id) for id in entry.notes],
    NoteRegrouped: _regrouped, NoteMerged: _about("merged"), GroupMerged: _merged,
    GroupSplit: _split, ThingParked: _about("parked"), ThingUnparked: _about("parked"),
    NoteMoved: _about("moved"), ThingHidden: _about("hidden"), ThingShown: _about("hidden"),
    AllHidden: _hidden_of, AllShown: _hidden_of, TellerLeft: _left, TellerCameBack: _left,
    VisibilitySet: _about("reach"), MomentArranged: _about("map"),
    ElementReordered: _about("order"), ElementArranged: _about("ways"), WaysSaid: _about("ways"),
    PhaseOpened: _of_all("phase"), FlipchartClosed: _of_all("closed"),
    FlipchartReopened: _of_all("closed"),
}  # fmt: skip
"""What each entry changes that somebody may undo, or that an undoing could write over."""

_ASKED_BY: dict[type[Entry], Ask] = {
    Deleted: authorship.ASKED[authorship.Delete],
    BroughtBack: authorship.ASKED[authorship.BringBack],
    NoteRegrouped: grouping.ASKED[grouping.Regroup], NoteMerged: grouping.ASKED[grouping.Merge],
    GroupSplit: grouping.ASKED[grouping.Merge], ThingUnparked: parking.ASKED[parking.Unpark],
    NoteMoved: parking.ASKED[parking.MoveNote], ThingHidden: hiding.ASKED[hiding.Hide],
    ThingShown: hiding.ASKED[hiding.Show],
    AllShown: hiding_together.ASKED[hiding_together.ShowAllOf],
    TellerCameBack: joint_stories.ASKED[joint_stories.LeaveStory],
    MomentArranged: arranging.ASKED[arranging.ArrangeMoment],
    ElementReordered: process.ASKED[process.Reorder],
    WaysSaid: ways.ASKED[ways.SayWays], PhaseOpened: pace.ASKED[pace.OpenPhase],
    FlipchartReopened: pace.ASKED[pace.ReopenFlipchart],
}  # fmt: skip
"""By which command each undoing would be asked for as an act of its own."""


def remember_change(chart: Flipchart, recorded: Recorded) -> None:
    """Keep who changed what last, for every slip that is about the same."""
    by, number = recorded.typed_by, recorded.number
    for aspect in _aspects(chart, recorded.entry):
        last = chart.changed.get(aspect)
        before = 0 if last is None else last.before if last.by == by else last.number
        chart.changed[aspect] = Changed(by, number, before)


def _aspects(chart: Flipchart, entry: Entry) -> list[Aspect]:
    """What an entry changes, by the ids that things had first, which none of them loses."""
    found = _CHANGES[type(entry)](entry) if type(entry) in _CHANGES else ()
    named = [(aspect, id if aspect == _OF_PERSON else _first_id(chart, id)) for aspect, id in found]
    return named + [(_OF_STORY, _first_id(chart, story)) for story in _done_in(chart, entry)]


def _done_in(chart: Flipchart, entry: Entry) -> set[int]:
    """The stories with which an entry does anything, or with a moment in them that all of
    its tellers receive.

    A note about it does nothing with it, and what somebody keeps to themselves shows
    in no answer (E3).
    """
    if isinstance(entry, NoteWritten):
        return set()
    about, stories = getattr(entry, "about", None), set[int]()
    for id in (getattr(entry, "id", None), *(about if isinstance(about, tuple) else (about,))):
        thing = chart.find(id) if isinstance(id, int) else None
        if isinstance(thing, Experience):
            stories.add(thing.id)
        elif isinstance(thing, Moment) and (
            isinstance(entry, VisibilitySet) or not _is_kept_to_one(chart, thing)
        ):
            stories.add(thing.experience)
    return stories


def _is_kept_to_one(chart: Flipchart, moment: Moment) -> bool:
    return moment.visibility is Visibility.ONLY_ME and chart.author_of(moment) is not None


def _first_id(chart: Flipchart, id: int) -> int:
    thing = chart.find(id)
    return id if thing is None else thing.private_id or thing.id


def _was_changed_since(chart: Flipchart, slip: Slip, person: int) -> bool:
    """Whether anybody else changed the same, or what a thing that would go holds by now."""
    aspects = _aspects(chart, slip.undoing)
    if isinstance(slip.undoing, Deleted):
        aspects += [(held, _first_id(chart, slip.undoing.about)) for held in ("inside", "words")]
    if isinstance(slip.undoing, TellerCameBack):  # who tells it now did that as theirs alone
        aspects += [(_OF_STORY, _first_id(chart, slip.undoing.about))]
    changes = (chart.changed[aspect] for aspect in aspects if aspect in chart.changed)
    return any(
        (last.before if last.by == person else last.number) > slip.number for last in changes
    )


class Undo(Command, frozen=True, kw_only=True):
    """A keeper undoes their own latest slip: grouping, merging, closing, hiding … (G12)."""


class SlipUndone(Entry, frozen=True, kw_only=True):
    known_to = "themselves"
    left: int

    @property
    def is_private(self) -> bool:
        """What was undone is told by its own entry, which comes before."""
        return True


def undo(chart: Flipchart, command: Undo, hand: Hand) -> list[Entry]:
    person = hand.typed_by or 0
    slips = chart.slips.get(person, [])
    for left in reversed(range(len(slips))):
        if _was_changed_since(chart, slips[left], person):
            continue
        undoing = _undoing(chart, slips[left], hand)
        if undoing is not None:
            return [undoing, SlipUndone(left=left), *made_known(chart, _as_before(chart, undoing))]
    raise Refusal(refusals.UNDONE_SINCE if slips else refusals.NOTHING_TO_UNDO)


def _undoing(chart: Flipchart, slip: Slip, hand: Hand) -> Entry | None:
    """What undoes a slip just now; None where asking for that would be refused, or
    would change nothing.

    Raises:
        Refusal: when the flipchart is closed: an earlier slip would be a surprise then.
    """
    try:
        return _as_asked(chart, slip.undoing, hand)
    except Refusal as no:
        if no.sentence == refusals.CLOSED:
            raise
        return None


def _as_asked(chart: Flipchart, undoing: Entry, hand: Hand) -> Entry | None:
    check_open(
        chart, _ASKED_BY[type(undoing)], Actor(person=hand.typed_by, at=hand.at, door=hand.door)
    )
    about = getattr(undoing, "about", None)
    if isinstance(undoing, FlipchartReopened) and not chart.closed:
        return None
    if isinstance(undoing, BroughtBack):
        return undoing if authorship.coming_back(chart, undoing.about, hand).deleted else None
    if isinstance(undoing, Deleted):
        authorship.going(chart, undoing.about, hand)
    elif isinstance(undoing, MomentArranged):
        return _put_back(chart, undoing, hand)
    elif isinstance(undoing, TellerCameBack):  # who left comes back, whoever said it for them
        story = chart.seen(undoing.about, hand.typed_by, Experience)
        joint_stories.who_says_it(chart, story, replace(hand, by=undoing.person))
    elif isinstance(about, int) and not isinstance(undoing, GroupSplit):
        chart.seen(about, hand.typed_by, Thing)
    return undoing


def _put_back(chart: Flipchart, undoing: MomentArranged, hand: Hand) -> MomentArranged | None:
    """A moment goes back to its place; what it tells comes back for its author alone (A4, E6)."""
    moment = chart.seen(undoing.about, hand.typed_by, Moment)
    story = chart.story(moment.experience)
    own = hand.typed_by == chart.author_of(moment) or tells_still(chart, story, hand.typed_by)
    if chart.closed and not own:
        raise Refusal(refusals.CLOSED)
    if chart.acts_for(moment, hand.typed_by):
        return undoing
    if (undoing.lane, undoing.stage, undoing.before) == (moment.lane, moment.stage, None):
        return None
    return replace(
        undoing, who=tuple(moment.who), used=tuple(moment.used), feeling=moment.feeling,
        feeling_words=moment.feeling_words, quote=moment.quote, inferred=moment.inferred,
        at_request=False,
    )  # fmt: skip


def _as_before(chart: Flipchart, undoing: Entry) -> list[Thing]:
    """The thing that undoing a slip shows again, as it is then."""
    if isinstance(undoing, AllShown):
        return as_shown(chart, undoing.about)
    if isinstance(undoing, TellerCameBack):
        return [
            replace(chart.things[chart.renumbered.get(id, id)], deleted=False)
            for id in undoing.moments
        ]
    thing = chart.find(about) if isinstance(about := getattr(undoing, "about", None), int) else None
    if thing is not None and isinstance(undoing, BroughtBack):
        return [replace(thing, deleted=False)]
    return (
        [replace(thing, hidden=None)]
        if thing is not None and isinstance(undoing, ThingShown)
        else []
    )


def slip_undone(chart: Flipchart, entry: SlipUndone, recorded: Recorded) -> None:
    del chart.slips.get(recorded.typed_by or 0, list[Slip]())[entry.left :]


ASKED: Asked = {Undo: Ask(Who.KEEPERS, undo, after_close=True)}

HAPPENED: Happened = {SlipUndone: slip_undone}
