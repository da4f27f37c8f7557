"""The lines of the outline in order, each with its number: A1 an aim, V2 a value, P3 a step, Q4 open, L5 parked."""

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.outline import AimLine, Outline
from footpath.method.things import AUTHORED, Element, ElementKind, Note, SharedValue, Thing

STANDING = {
    "kept": "kept", "changed": "changed", "new": "new", "dropped": "dropped", "parked": "parked",
    "unresolved": "not decided", "two positions": "not decided: two positions", "undecided": "not decided yet", "": "",
}  # fmt: skip

ELEMENT_NAMES = {
    ElementKind.ACTIVITY: "step",
    ElementKind.DECISION: "decision",
    ElementKind.DOCUMENT: "document",
    ElementKind.WAIT: "wait",
    ElementKind.EXCEPTION: "exception",
    ElementKind.CONTROL: "control",
    ElementKind.END: "end",
}


class Line(Struct, frozen=True, kw_only=True):
    """One line of the outline; `details` stand under it."""

    id: int
    number: str
    text: str
    standing: str = ""
    details: tuple[str, ...] = ()
    kind: str = ""
    lead: str = ""
    """Who does it, for a step."""


def numbers_of(headings: list[tuple[str, list[Line]]]) -> dict[int, str]:
    """The number of every line by its id; a thing that stands under two headings is called by the first."""
    numbers: dict[int, str] = {}
    for _, lines in headings:
        for line in lines:
            numbers.setdefault(line.id, line.number)
    return numbers


def lines_of(chart: Flipchart, made: Outline) -> list[tuple[str, list[Line]]]:
    """The headings of the outline with their lines."""
    numbers = {element.id: f"P{place}" for place, element in enumerate(made.elements, start=1)}
    return [
        ("Aims", [_aim(line, f"A{n}") for n, line in enumerate(made.aims, start=1)]),
        ("Values", [_value(chart, heard, f"V{n}") for n, heard in enumerate(made.shared_values, start=1)]),
        ("Process", [_element(element, numbers) for element in made.elements]),
        ("Open questions", [_question(note, f"Q{n}") for n, note in enumerate(made.open_questions, start=1)]),
        ("Parked", [_parked(thing, f"L{n}") for n, thing in enumerate(made.parked, start=1)]),
    ]


def _aim(line: AimLine, number: str) -> Line:
    aim, details = line.aim, list[str]()
    if aim.words != aim.wordings[0].words:
        details.append(f"At first: {aim.wordings[0].words.shown}")
    if aim.reason is not None:
        details.append(f"Why: {aim.reason.shown}")
    details += [f"Why: {review.reason.shown}" for review in aim.reviews if review.reason is not None]
    details += [f"A position: “{note.words.shown}”" for note in line.positions if note.words.shown]
    return Line(id=aim.id, number=number, text=aim.words.shown, standing=_standing(line), details=tuple(details))


def _value(chart: Flipchart, heard: SharedValue, number: str) -> Line:
    details = [heard.sentence.shown] if heard.sentence is not None else []
    tension = [chart.things[id].words.shown for id in sorted(heard.tension) if chart.things[id].stands]
    details += [f"In tension with {name}" for name in tension]
    return Line(id=heard.id, number=number, text=heard.words.shown, details=tuple(details))


def _element(element: Element, numbers: dict[int, str]) -> Line:
    details = list[str]()
    for branch in element.branches:
        label = branch.label.shown if branch.label is not None else "then"
        details.append(f"{label} → {numbers.get(branch.to or 0, 'left open')}")
    for name, words in (("Needs", element.inputs), ("Leaves", element.outputs)):
        if words:
            details.append(f"{name}: {', '.join(word.shown for word in words)}")
    return Line(
        id=element.id, number=numbers[element.id], text=element.words.shown, details=tuple(details),
        kind="" if element.kind is ElementKind.ACTIVITY else ELEMENT_NAMES[element.kind],
        lead=element.lane.shown if element.lane is not None else "",
    )  # fmt: skip


def _standing(line: AimLine) -> str:
    """Where an aim stands, told apart by whether positions stand against each other."""
    if line.state == "unresolved" and len(line.positions) > 1:
        return "two positions"
    return line.state


def _question(note: Note, number: str) -> Line:
    return Line(id=note.id, number=number, text=note.words.shown)


def _parked(thing: Thing, number: str) -> Line:
    reason = thing.parked.shown if thing.parked is not None else ""
    shown = "" if isinstance(thing, AUTHORED) and thing.hidden is not None else thing.words.shown
    return Line(id=thing.id, number=number, text=shown, details=(f"Because: {reason}",) if reason else ())
