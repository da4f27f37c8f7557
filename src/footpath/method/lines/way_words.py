"""Where the steps of the process lead on, in words: the same in the room, on the wall and in
every outline (P3).

`make types` gives the sentences to the room, which knows the places of the steps and fills in
those and the names.
"""

from collections.abc import Mapping, Sequence

from footpath.method.things.arrangement import Fork
from footpath.method.things.things import Element, ElementKind
from footpath.method.wire.sheets import UnsaidView
from footpath.method.wire.thing_views import BranchView

WAY_WORDS = {
    "all": "All of these",
    "one": "One of these",
    "unsaid": "All of these, or one?",
    "next": "What comes next?",
    "leads": "{name} → {where}",
    "leads_unnamed": "then → {where}",
    "ends": "{name} → ends here",
    "ends_unnamed": "Ends here",
    "ends_short": "Ends here: {name}",
    "open": "{name} → left open",
    "open_unnamed": "Left open",
    "open_short": "Left open: {name}",
    "to_the_end": "ends here",
    "to_nothing": "left open",
    "too_large": "This process is too large to be drawn. Its list says all of it.",
}
"""Which of several ways are taken, and what is asked where nobody said any; then each way
as a whole sentence.

A way leads to a step, ends, or is left open, with a name or without. The short ones are for where
there is little room: what becomes of the way stands before its name. The two that begin with "to"
are what a way can be made to lead to.
"""


def fork_said(element: Element) -> str:
    """What is said of several ways; nothing of a single one, and of a decision only
    what the group said.
    """
    if len(element.branches) < 2:
        return ""
    if element.fork is None:
        return "" if element.kind is ElementKind.DECISION else WAY_WORDS["unsaid"]
    return f"{WAY_WORDS['all' if element.fork is Fork.ALL else 'one']}:"


def way_said(way: BranchView, numbers: Mapping[int, str]) -> str:
    """One way, by the numbers of the steps."""
    where = "" if way.to is None else numbers[way.to]
    return _said(way, "" if way.label else "_unnamed").format(name=way.label, where=where)


def loosely_said(way: BranchView) -> str:
    """A way that leads to no step, for where there is little room."""
    return _said(way, "_short" if way.label else "_unnamed").format(name=way.label)


def _said(way: BranchView, how: str) -> str:
    becomes = "leads" if way.to is not None else "ends" if way.ends else "open"
    return WAY_WORDS[becomes + how]


def ways_said(
    element: Element, ways: Sequence[BranchView], numbers: Mapping[int, str]
) -> list[str]:
    """Every way on from an element, and first which of several are taken."""
    fork = fork_said(element)
    return [*([fork] if fork else []), *(way_said(way, numbers) for way in ways)]


def order_alone(
    elements: Sequence[Element], unsaid: Sequence[UnsaidView], numbers: Mapping[int, str]
) -> str:
    """Which steps stand in the order and nobody said what comes after them; "" where
    it is said of all.
    """
    missing = [numbers[one.about] for one in unsaid]
    if not missing:
        return ""
    if not any(element.branches for element in elements):
        return "The steps stand in this order; nobody has said yet which leads on to which."
    several = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
    return f"Nobody has said yet what comes after {several}."
