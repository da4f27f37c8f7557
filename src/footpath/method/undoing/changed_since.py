"""Changes: who changed what last, so that no undoing writes over what somebody else did (A5).

Each kind of entry says here what of which thing it changes. What a moment tells comes back for its
author alone (A4), and what a teller put aside by a teller alone (E6).
"""

from collections.abc import Callable, Iterable
from typing import Any

from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.holding import Aspect, Changed
from footpath.method.lines.order import ElementReordered
from footpath.method.lines.ways import WaysSaid
from footpath.method.own_words.hiding import ThingHidden, ThingShown
from footpath.method.own_words.masking import WordsMasked
from footpath.method.own_words.taking_back import WordsTakenBack
from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.own_words.wording import Reworded
from footpath.method.phases.experience import VisibilitySet
from footpath.method.phases.gather import (
    AskedToTell,
    NameClaimed,
    PersonArrived,
    PersonRenamed,
    StoryOffered,
)
from footpath.method.phases.process import ElementArranged, ThreadTied
from footpath.method.phases.reflect import PointPicked, TensionMarked
from footpath.method.phases.return_to_aims import AimReviewed, ReviewTakenOff
from footpath.method.things.things import Experience, Moment
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.arranging import MomentArranged
from footpath.method.throughout.authorship import BroughtBack, Deleted
from footpath.method.throughout.grouping import (
    GroupMerged,
    GroupSplit,
    NoteMerged,
    NoteRegrouped,
    NotesGrouped,
)
from footpath.method.throughout.hiding_together import AllHidden, AllShown
from footpath.method.throughout.joint_stories import TellerCameBack, TellerLeft
from footpath.method.throughout.moments import MomentTakenOff
from footpath.method.throughout.notes import NoteWritten
from footpath.method.throughout.pace import (
    BreakEnded,
    BreakStarted,
    FlipchartClosed,
    FlipchartReopened,
    PhaseOpened,
    PhaseStretched,
)
from footpath.method.throughout.parking import NoteMoved, ThingParked, ThingUnparked
from footpath.method.throughout.rounds import (
    DoneSaid,
    HandRaised,
    RoundEnded,
    RoundStarted,
    SteppedOut,
    TurnTaken,
)
from footpath.method.throughout.stepping_back import TellingDeclined
from footpath.method.throughout.voting import DotPlaced, DotTaken

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
        ("inside", entry.about),
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


def _shown_to(entry: VisibilitySet) -> list[Aspect]:
    to_all = entry.visibility is Visibility.SHARED
    return [("reach", entry.about), *([(_TO_ALL, entry.about)] if to_all else [])]


_TO_ALL = "reach of all"
_OF_PERSON = "all hidden of a person"
_OF_STORY = "anything in a story"
_OF_THING = "anything with a thing"
_CHANGES: dict[type[Entry], Aspects] = {
    Deleted: _about("standing"), BroughtBack: _about("standing"),
    MomentTakenOff: _about("standing"), WordsTakenBack: _all_about("standing"),
    Reworded: _about("words"), NotesGrouped: lambda entry: [("group", id) for id in entry.notes],
    NoteRegrouped: _regrouped, NoteMerged: _about("merged"), GroupMerged: _merged,
    GroupSplit: _split, ThingParked: _about("parked"), ThingUnparked: _about("parked"),
    NoteMoved: _about("moved"), ThingHidden: _about("hidden"), ThingShown: _about("hidden"),
    AllHidden: _hidden_of, AllShown: _hidden_of, TellerLeft: _left, TellerCameBack: _left,
    VisibilitySet: _shown_to, MomentArranged: _about("map"),
    ElementReordered: _about("order"), ElementArranged: _about("ways"), WaysSaid: _about("ways"),
    ThreadTied: _about("ties"), PointPicked: _about("picked"),
    TensionMarked: lambda entry: [("tension", entry.about), ("tension", entry.other)],
    AimReviewed: _about("review"), ReviewTakenOff: _about("review"),
    PhaseOpened: _of_all("phase"), FlipchartClosed: _of_all("closed"),
    FlipchartReopened: _of_all("closed"),
}  # fmt: skip
"""What each entry changes that somebody may undo, or that an undoing could write over."""
_HELD = ("inside", "words", "ways", "ties", "map", "review", "tension", "picked", "moved", "parked")
"""What goes with a thing that is taken off."""
_APART = (
    HandRaised, DoneSaid, SteppedOut, RoundStarted, TurnTaken, RoundEnded, DotPlaced, DotTaken,
    BreakStarted, BreakEnded, PhaseStretched, PersonArrived, PersonRenamed, NameClaimed,
    StoryOffered, AskedToTell, TellingDeclined,
)  # fmt: skip
"""What is nobody's slip, and what no undoing asks for: nobody's have to be looked at again."""


def remember_change(chart: Flipchart, recorded: Recorded) -> None:
    """Keep who changed what last, for every slip that is about the same."""
    by, number = recorded.typed_by, recorded.number
    done_with = [(_OF_THING, _first_id(chart, id)) for id in _done_with(recorded.entry)]
    for aspect in (*_aspects(chart, recorded.entry), *done_with):
        last = chart.changed.get(aspect)
        before = 0 if last is None else last.before if last.by == by else last.number
        chart.changed[aspect] = Changed(by, number, before)
    if chart.under_way is not None and chart.under_way.number <= number:
        chart.under_way = None
    for person in _whose_slips(chart, recorded):
        chart.touch("slips", person)


def _whose_slips(chart: Flipchart, recorded: Recorded) -> Iterable[int]:
    """Whose slips have to be looked at again: what anybody does can be in the way of what all
    others would undo.
    """
    entry, by = recorded.entry, recorded.typed_by
    if isinstance(entry, _APART):
        return ()
    if isinstance(entry, NoteWritten) and not entry.about:
        return [by] if by in chart.slips else ()
    return chart.slips


def _aspects(chart: Flipchart, entry: Entry) -> list[Aspect]:
    """What an entry changes, by the ids that things had first, which none of them loses."""
    found = _CHANGES[type(entry)](entry) if type(entry) in _CHANGES else ()
    named = [(aspect, id if aspect == _OF_PERSON else _first_id(chart, id)) for aspect, id in found]
    return named + [(_OF_STORY, _first_id(chart, story)) for story in _done_in(chart, entry)]


def _done_in(chart: Flipchart, entry: Entry) -> set[int]:
    """The stories with which an entry does anything, or with a moment in them, as far as
    everybody receives these.

    A note about it does nothing with it, and what somebody keeps to themselves, or shows
    facilitators alone, is in nobody's way and shows in no answer (E3).
    """
    if isinstance(entry, NoteWritten):
        return set()
    about, stories = getattr(entry, "about", None), set[int]()
    for id in (getattr(entry, "id", None), *(about if isinstance(about, tuple) else (about,))):
        thing = chart.find(id) if isinstance(id, int) else None
        if isinstance(thing, Experience | Moment) and (
            chart.reaches(thing, None)
            or (isinstance(entry, VisibilitySet) and _was_read_by_all(chart, thing))
        ):
            stories.add(thing.id if isinstance(thing, Experience) else thing.experience)
    return stories


def _was_read_by_all(chart: Flipchart, thing: Experience | Moment) -> bool:
    """Whether everybody received a thing until it was shown to fewer just now."""
    if thing.id < 0 or (
        isinstance(thing, Moment) and not chart.reaches(chart.story(thing.experience), None)
    ):
        return False
    first = _first_id(chart, thing.id)
    last, shown = chart.changed.get(("reach", first)), chart.changed.get((_TO_ALL, first))
    return last is None or (shown is not None and shown.number == last.number)


def _done_with(entry: Entry) -> Iterable[int]:
    """The things with which an entry does anything that everybody may know, or sees."""
    if isinstance(entry, WordsVeiled):
        return [place.about for place in entry.places]
    if (entry.known_to != "everyone" or entry.is_private) and not isinstance(entry, ThingHidden):
        return ()
    about = getattr(entry, "about", None)
    found = entry.found if isinstance(entry, WordsMasked) else ()
    named = about if isinstance(about, tuple) else (about,)
    return [id for id in (*named, *found) if isinstance(id, int)]


def _first_id(chart: Flipchart, id: int) -> int:
    thing = chart.find(id)
    return id if thing is None else thing.private_id or thing.id


def was_changed_since(
    chart: Flipchart, undoing: Entry, number: int, person: int, about: int | None
) -> bool:
    """Whether anybody else changed the same, or what a thing that would go holds by now.

    `about` is a thing that goes only while nobody did anything with it.
    """
    aspects = _aspects(chart, undoing)
    if about is not None:
        aspects += [(_OF_THING, _first_id(chart, about))]
    if isinstance(undoing, Deleted):
        aspects += [(held, _first_id(chart, undoing.about)) for held in _HELD]
    if isinstance(undoing, TellerCameBack):  # who tells it now did that as theirs alone
        aspects += [(_OF_STORY, _first_id(chart, undoing.about))]
    changes = (chart.changed[aspect] for aspect in aspects if aspect in chart.changed)
    return any((last.before if last.by == person else last.number) > number for last in changes)
