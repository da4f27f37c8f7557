"""Where the steps of the process lead on, in words: the same in the list, the drawing and the Markdown (P3)."""

from collections.abc import Mapping

from footpath.method import Flipchart
from footpath.method.arrangement import Branch, Fork
from footpath.method.outline import Outline
from footpath.method.things import Element, ElementKind
from footpath.method.ways import unsaid

FORKS = {Fork.ALL: "All of these:", Fork.ONE: "One of these:", None: "All or one of these is not said:"}
ENDS, OPEN = "ends here", "left open"


def fork_said(element: Element) -> str:
    """What is said of several ways; nothing of a single one, and of a decision only what the group said."""
    if len(element.branches) < 2 or (element.fork is None and element.kind is ElementKind.DECISION):
        return ""
    return FORKS[element.fork]


def way_said(branch: Branch, numbers: Mapping[int, str]) -> str:
    """One way: its name, and where it leads. To a step that was taken off it is left open."""
    label = branch.label.shown if branch.label is not None else ""
    if branch.ends:
        return f"{label} → {ENDS}" if label else "Ends here."
    return f"{label or 'then'} → {numbers.get(branch.to or 0, OPEN)}"


def loosely_said(branch: Branch) -> str:
    """A way that leads to no step, for where there is little room: what becomes of it stands before its name."""
    where = (ENDS if branch.ends else OPEN).capitalize()
    return f"{where}: {branch.label.shown}" if branch.label is not None else where


def ways_said(element: Element, numbers: Mapping[int, str]) -> list[str]:
    """Every way on from an element, and first which of several are taken."""
    fork = fork_said(element)
    return [*([fork] if fork else []), *(way_said(branch, numbers) for branch in element.branches)]


def order_alone(chart: Flipchart, made: Outline) -> str:
    """Which steps stand in the order and nobody said what comes after them; "" where it is said of all."""
    numbers = {element.id: f"P{place}" for place, element in enumerate(made.elements, start=1)}
    missing = [numbers[one.about] for one in unsaid(chart)]
    if not missing:
        return ""
    if not any(element.branches for element in made.elements):
        return "The steps stand in this order; nobody has said yet which leads on to which."
    several = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
    return f"Nobody has said yet what comes after {several}."
