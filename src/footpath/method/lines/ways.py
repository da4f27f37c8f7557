"""Ways: where an element of the process leads on. There is one only where somebody said so; the
order is no way (P1).

A way leads to an element, ends the process, or is left open. Where an element goes, its ways to
others go with it; a way to it is left open, and leads there again when it is brought back.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.lines.standing import remember_beside
from footpath.method.lines.tracing import names_in_order, standing_elements
from footpath.method.refusals import Refusal
from footpath.method.things.arrangement import Branch, Fork
from footpath.method.things.kinds import NAMED_WAYS, NO_WAYS
from footpath.method.things.people import Who
from footpath.method.things.things import Element, ElementKind
from footpath.method.wire.sheets import PassedView, ProcessView, UnsaidView
from footpath.method.wire.thing_views import BranchView
from footpath.method.words.still_veiled import all_tied_still
from footpath.method.words.words import MASK, MOST_NAMES, named_if_any


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way on from an element, as it is asked for: to another, to the end, or left open."""

    label: str = ""
    to: Number | None = None
    ends: bool = False


def branches_of(chart: Flipchart, kind: ElementKind, ways: Sequence[Way]) -> tuple[Branch, ...]:
    """The ways as they are stored, each once; one that says nothing at all is none."""
    if len(ways) > MOST_NAMES:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_NAMES))
    if any(way.ends and way.to is not None for way in ways):
        raise Refusal(refusals.WAY_ENDS_OR_LEADS)
    found = [
        Branch(label=named_if_any(way.label), to=_target(chart, way.to), ends=way.ends)
        for way in ways
    ]
    branches = tuple(
        one
        for place, one in enumerate(found)
        if one != Branch() and (one not in found[:place] or _is_masked(one))
    )
    if kind in NAMED_WAYS and (
        len(branches) < 2 or any(branch.label is None for branch in branches)
    ):
        raise Refusal(refusals.TWO_BRANCHES)
    if kind in NO_WAYS and branches:
        raise Refusal(refusals.END_LEADS_NOWHERE)
    return branches


def _is_masked(way: Branch) -> bool:
    """Whether another way that reads like this one may have another name beneath its mask."""
    return way.label is not None and MASK in way.label.shown


def _target(chart: Flipchart, id: int | None) -> int | None:
    thing = None if id is None else chart.public(id)
    if thing is not None and not isinstance(thing, Element):
        raise Refusal(refusals.BRANCH_TO_ELEMENT)
    return None if thing is None else thing.id


def fork_of(branches: Sequence[Branch], fork: Fork | None) -> Fork | None:
    """Whether all of several ways are taken or one: of a single way there is nothing to say."""
    return fork if len(branches) > 1 else None


def lead_on(
    chart: Flipchart, element: Element, branches: Sequence[Branch], fork: Fork | None
) -> None:
    """An element gets its ways; a name that was covered stays covered where its
    mask was sent along.

    No undoing puts back a name that is gone from it: nobody could find it there who has to mask it.
    """
    before, given = (
        [(way.label, (way.to, way.ends)) for way in ways if way.label is not None]
        for ways in (element.branches, branches)
    )
    labels = iter(all_tied_still(before, given))
    element.branches = [
        replace(way, label=next(labels)) if way.label is not None else way for way in branches
    ]
    element.fork = fork
    standing = {branch.label.shown for branch in element.branches if branch.label is not None}
    for slips in chart.slip_lists():
        slips[:] = [
            slip for slip in slips if not _puts_back_another_name(slip.undoing, element, standing)
        ]


def _puts_back_another_name(undoing: Entry | None, element: Element, standing: set[str]) -> bool:
    if not isinstance(undoing, WaysSaid) or undoing.about != element.id:
        return False
    return any(
        branch.label is not None and branch.label.shown not in standing
        for branch in undoing.branches
    )


class SayWays(Command, frozen=True, kw_only=True):
    """Where an element leads on, and whether all of several ways are taken or one;
    everything else of it stays.
    """

    about: Number
    ways: list[Way] = []
    fork: Fork | None = None
    version: Number | None = None


class WaysSaid(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    branches: tuple[Branch, ...]
    fork: Fork | None
    added: ThingId | None = None
    """The element to which one of them leads, where one act added that: who did it is named no more
    than who added it, and it is one step to undo.
    """


def say_ways(chart: Flipchart, command: SayWays, hand: Hand) -> list[Entry]:
    element = chart.seen(command.about, hand.typed_by, Element)
    branches = branches_of(chart, element.kind, command.ways)
    fork = fork_of(branches, command.fork)
    if _as_read(branches) == _as_read(element.branches) and fork is element.fork:
        return []  # somebody else took the same offer
    if command.version is not None and command.version != element.version:
        raise Refusal(refusals.CHANGED_MEANWHILE)
    return [WaysSaid(about=element.id, branches=branches, fork=fork)]


def leading_to(chart: Flipchart, comes_from: int, label: str, hand: Hand, id: int) -> WaysSaid:
    """The ways of an element when one of them leads to a new one: the way of that name if it is
    open still, else one more.

    Raises:
        Refusal: when nothing can lead on from there, or it has as many ways as there can be.
    """
    element = chart.seen(comes_from, hand.typed_by, Element)
    if element.kind is ElementKind.END:
        raise Refusal(refusals.END_LEADS_NOWHERE)
    name, ways = named_if_any(label), list(element.branches)
    if element.kind is ElementKind.DECISION and name is None:
        raise Refusal(refusals.TWO_BRANCHES)
    shown = None if name is None else name.shown
    for place, way in enumerate(ways):
        called = None if way.label is None else way.label.shown
        if called == shown and not way.ends and _standing(chart, way.to) is None:
            ways[place] = replace(way, to=id)
            break
    else:
        ways.append(Branch(label=name, to=id))
    if len(ways) > MOST_NAMES:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_NAMES))
    fork = fork_of(ways, element.fork)
    return WaysSaid(about=element.id, branches=tuple(ways), fork=fork, added=id)


def _as_read(branches: Sequence[Branch]) -> list[tuple[str, int | None, bool]]:
    return [
        (way.label.shown if way.label is not None else "", way.to, way.ends) for way in branches
    ]


def ways_said(chart: Flipchart, entry: WaysSaid, recorded: Recorded) -> None:
    element = chart.things[entry.about]
    assert isinstance(element, Element)
    if entry.added is None:
        before = WaysSaid(about=element.id, branches=tuple(element.branches), fork=element.fork)
        chart.remember_slip(recorded, before)
    if element.branches != list(entry.branches):
        element.arranged_in = recorded.number
    lead_on(chart, element, entry.branches, entry.fork)
    element.version += 1
    remember_beside(element, recorded.number)
    chart.touch_thing(element)
    chart.touch("sheet", "process")


LEADING_ON = (ElementKind.ACTIVITY, ElementKind.DECISION, ElementKind.WAIT)
"""The kinds of which it is asked what comes after them."""
ASIDE = (ElementKind.EXCEPTION, ElementKind.CONTROL)
"""The kinds that stand beside the flow, so that no way to them is offered."""


def ways_on(chart: Flipchart, element: Element) -> tuple[BranchView, ...]:
    """The ways on from an element; one to an element that was taken off is left open."""
    return tuple(
        BranchView(
            label=None if way.label is None else way.label.text,
            to=_standing(chart, way.to),
            ends=way.ends,
        )
        for way in element.branches
    )


def _standing(chart: Flipchart, id: int | None) -> int | None:
    return id if id is not None and chart.things[id].stands else None


def is_unsaid(element: Element) -> bool:
    """Whether it is asked what comes after an element, and nobody said."""
    return element.kind in LEADING_ON and not element.branches


def unsaid(elements: Sequence[Element]) -> tuple[UnsaidView, ...]:
    """The elements of which nobody said what comes after, each with the next in the order, as
    an offer of a way.
    """
    following: int | None = None
    found: list[UnsaidView] = []
    for element in reversed(elements):
        if is_unsaid(element):
            found.append(UnsaidView(about=element.id, offer=following))
        if element.kind not in ASIDE:
            following = element.id
    return tuple(reversed(found))


def passed(elements: Sequence[Element]) -> tuple[PassedView, ...]:
    """The elements to which nothing leads, and which the only way of the element before passes
    by to the one after.
    """
    reached = {way.to for element in elements for way in element.branches}
    flow = [element for element in elements if element.kind not in ASIDE]
    return tuple(
        PassedView(about=one.id, by=before.id, to=after.id)
        for before, one, after in zip(flow, flow[1:], flow[2:], strict=False)
        if before.branches == [Branch(to=after.id)] and one.id not in reached
    )


def process_seen(chart: Flipchart) -> ProcessView:
    """The order of the process, its lanes and stages, and what is not said of its ways."""
    elements = standing_elements(chart)
    return ProcessView(
        elements=tuple(element.id for element in elements),
        lanes=names_in_order(chart.lanes),
        stages=names_in_order(chart.stages),
        unsaid=unsaid(elements),
        passed=passed(elements),
    )


ASKED: Asked = {SayWays: Ask(Who.TEXT_KEEPERS, say_ways)}

HAPPENED: Happened = {WaysSaid: ways_said}
