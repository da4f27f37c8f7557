"""Steps: a keeper undoes their own latest one that nothing speaks against, and does it again (G12).

An undoing says which step it means, so that nobody undoes another than they read. It never takes
people to another phase: that is an act of its own (G6).
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.holding import Slip, UnderWay
from footpath.method.flipchart.private_ids import made_known
from footpath.method.own_words.hiding import ThingShown
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Thing
from footpath.method.throughout.authorship import BroughtBack
from footpath.method.throughout.hiding_together import AllShown, as_shown
from footpath.method.throughout.joint_stories import TellerCameBack
from footpath.method.undoing.going_back import goes_back


class Undo(Command, frozen=True, kw_only=True):
    """A keeper undoes their own latest slip: grouping, merging, closing, hiding … (G12)."""

    slip: Number | None = None
    """The one that they read; any other is not undone in its stead."""


class Undone(Entry, frozen=True, kw_only=True):
    """Somebody undid this step of theirs, by the entry that comes next."""

    known_to = "themselves"
    slip: int

    @property
    def is_private(self) -> bool:
        """What was undone is told by its own entry, which comes next."""
        return True


class Redo(Command, frozen=True, kw_only=True):
    """A keeper does again what they undid last, until they do anything else (G12)."""

    slip: Number | None = None


class DoneAgain(Entry, frozen=True, kw_only=True):
    """Somebody did this step of theirs again, by the entry that comes next."""

    known_to = "themselves"
    slip: int

    @property
    def is_private(self) -> bool:
        """What was done again is told by its own entry, which comes next."""
        return True


class SlipUndone(Entry, frozen=True, kw_only=True):
    """In a record of an earlier release, after the entry that undid something."""

    known_to = "themselves"
    left: int

    @property
    def is_private(self) -> bool:
        """What was undone is told by its own entry, which comes before."""
        return True


class Latest(NamedTuple):
    """The latest step that can be gone back on, with what does that; and the latest of all
    where it is another, with why not.
    """

    slip: Slip | None = None
    entry: Entry | None = None
    stuck: Slip | None = None
    why: str = ""


def latest(chart: Flipchart, slips: Iterable[Slip], hand: Hand) -> Latest:
    """Of some steps, newest first, the one that can be gone back on just now."""
    stuck, why = None, ""
    for slip in slips:
        found = goes_back(chart, slip, hand)
        if isinstance(found, Entry):
            return Latest(slip, found, stuck, why)
        if found is not None and stuck is None:
            stuck, why = slip, found
        if found == refusals.CLOSED:  # an earlier one would be a surprise then
            break
    return Latest(stuck=stuck, why=why)


def undo(chart: Flipchart, command: Undo, hand: Hand) -> list[Entry]:
    slips = chart.slips.get(hand.typed_by or 0, [])
    slip, entry, _, why = latest(chart, reversed(slips), hand)
    if slip is None or entry is None:
        if why == refusals.CLOSED:
            raise Refusal(why)
        raise Refusal(refusals.UNDONE_SINCE if slips else refusals.NOTHING_TO_UNDO)
    if command.slip not in (None, slip.place):
        raise Refusal(refusals.NOT_YOUR_LATEST)
    return [Undone(slip=slip.place), entry, *made_known(chart, _as_then(chart, entry))]


def redo(chart: Flipchart, command: Redo, hand: Hand) -> list[Entry]:
    slip, entry, stuck, why = latest(chart, chart.undone.get(hand.typed_by or 0, [])[-1:], hand)
    if slip is None or entry is None:
        raise Refusal(why if stuck is not None else refusals.NOTHING_TO_REDO)
    if command.slip not in (None, slip.place):
        raise Refusal(refusals.NOT_YOUR_LATEST)
    return [DoneAgain(slip=slip.place), entry, *made_known(chart, _as_then(chart, entry))]


def _as_then(chart: Flipchart, entry: Entry) -> list[Thing]:
    """The thing that undoing a slip shows again, as it is then."""
    if isinstance(entry, AllShown):
        return as_shown(chart, entry.about)
    if isinstance(entry, TellerCameBack):
        return [
            replace(chart.things[chart.renumbered.get(id, id)], deleted=False)
            for id in entry.moments
        ]
    thing = chart.find(about) if isinstance(about := getattr(entry, "about", None), int) else None
    if thing is not None and isinstance(entry, BroughtBack):
        return [replace(thing, deleted=False)]
    return (
        [replace(thing, hidden=None)] if thing is not None and isinstance(entry, ThingShown) else []
    )


def undone(chart: Flipchart, entry: Undone, recorded: Recorded) -> None:
    person = recorded.typed_by or 0
    slips, beneath = chart.slips.get(person, list[Slip]()), chart.undone.pop(person, ())
    for place, slip in enumerate(slips):
        if slip.place == entry.slip:
            del slips[place:]
            chart.under_way = UnderWay(recorded.number + 1, slip, tuple(beneath), again=False)


def done_again(chart: Flipchart, entry: DoneAgain, recorded: Recorded) -> None:
    undone = chart.undone.get(recorded.typed_by or 0, list[Slip]())
    if undone and undone[-1].place == entry.slip:
        chart.under_way = UnderWay(recorded.number + 1, undone.pop(), (), again=True)


def slip_undone(chart: Flipchart, entry: SlipUndone, recorded: Recorded) -> None:
    """Which step it was is not known any more, so none before it is anybody's to undo."""
    chart.forget_slips(recorded.typed_by or 0)


ASKED: Asked = {
    Undo: Ask(Who.KEEPERS, undo, after_close=True),
    Redo: Ask(Who.KEEPERS, redo, after_close=True),
}

HAPPENED: Happened = {
    Undone: undone,
    DoneAgain: done_again,
    SlipUndone: slip_undone,
}
