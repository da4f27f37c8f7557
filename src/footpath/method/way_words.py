"""Where the steps of the process lead on, in words: the same in the room, on the wall and in every outline (P3).

`make types` gives the words to the room, which knows the places of the steps and fills them in.
"""

from collections.abc import Mapping, Sequence

from footpath.method.arrangement import Fork
from footpath.method.sheets import UnsaidView
from footpath.method.things import Element, ElementKind
from footpath.method.views import BranchView

WAY_WORDS = {
    "all": "All of these",
    "one": "One of these",
    "unsaid": "All of these, or one?",
    "ends": "ends here",
    "open": "left open",
    "unnamed": "then",
    "way": "{name} → {where}",
    "loose": "{where}: {name}",
}
"""Which of several ways are taken; what becomes of a way that leads to no step; a way with its name, and one without.

`loose` is for where there is little room: what becomes of a way that leads to no step stands before its name.
"""


def fork_said(element: Element) -> str:
    """What is said of several ways; nothing of a single one, and of a decision only what the group said."""
    if len(element.branches) < 2:
        return ""
    if element.fork is None:
        return "" if element.kind is ElementKind.DECISION else WAY_WORDS["unsaid"]
    return f"{WAY_WORDS['all' if element.fork is Fork.ALL else 'one']}:"


def way_said(way: BranchView, numbers: Mapping[int, str]) -> str:
    """One way, by the numbers of the steps."""
    if way.to is None:
        return loosely_said(way) if way.label is None else _filled("way", way.label, _becomes(way))
    return _filled("way", way.label or WAY_WORDS["unnamed"], numbers[way.to])


def loosely_said(way: BranchView) -> str:
    """A way that leads to no step, for where there is little room."""
    where = _becomes(way).capitalize()
    return where if way.label is None else _filled("loose", way.label, where)


def _becomes(way: BranchView) -> str:
    return WAY_WORDS["ends" if way.ends else "open"]


def _filled(pattern: str, name: str, where: str) -> str:
    return WAY_WORDS[pattern].format(name=name, where=where)


def ways_said(element: Element, ways: Sequence[BranchView], numbers: Mapping[int, str]) -> list[str]:
    """Every way on from an element, and first which of several are taken."""
    fork = fork_said(element)
    return [*([fork] if fork else []), *(way_said(way, numbers) for way in ways)]


def order_alone(elements: Sequence[Element], unsaid: Sequence[UnsaidView], numbers: Mapping[int, str]) -> str:
    """Which steps stand in the order and nobody said what comes after them; "" where it is said of all."""
    missing = [numbers[one.about] for one in unsaid]
    if not missing:
        return ""
    if not any(element.branches for element in elements):
        return "The steps stand in this order; nobody has said yet which leads on to which."
    several = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
    return f"Nobody has said yet what comes after {several}."
