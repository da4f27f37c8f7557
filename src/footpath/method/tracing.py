"""Threads: from a thing to what it rests on, down to moments and reflections, and forward again to what came of it."""

from footpath.method.flipchart import Flipchart
from footpath.method.things import REFLECTIONS, Aim, Element, ElementKind, Note, Thing


def citing(chart: Flipchart, id: int) -> list[Thing]:
    """The standing things that cite this one, in the order in which they were made; no note that is held back."""
    things = (chart.things[citer] for citer in chart.cited_by.get(id, ()))
    shown = (thing for thing in things if thing.stands and not (isinstance(thing, Note) and thing.held))
    return sorted(shown, key=lambda thing: thing.made_by_entry)


def answered_by(chart: Flipchart, id: int) -> list[int]:
    """The elements that cite this thing as what they answer; nothing else counts as an answer (P2)."""
    return [thing.id for thing in citing(chart, id) if isinstance(thing, Element) and id in thing.answers]


def served_by(chart: Flipchart, aim: Aim) -> list[int]:
    """The elements that serve an aim: those that name it, and those that it names (O2)."""
    naming = [thing.id for thing in citing(chart, aim.id) if isinstance(thing, Element) and aim.id in thing.serves]
    named = [id for id in aim.cites if isinstance(chart.things[id], Element) and chart.things[id].stands]
    return list(dict.fromkeys([*naming, *named]))


def offered_by(chart: Flipchart, aim: Aim) -> list[int]:
    """Elements offered as serving an aim that was added or reworded after them and rests on the same things (O2)."""
    if not aim.added_on_return and len(aim.wordings) < 2:
        return []
    found: dict[int, Element] = {}
    for cited in aim.cites:
        for thing in citing(chart, cited):
            if isinstance(thing, Element) and cited in thing.answers and thing.made_by_entry < aim.rested_at:
                found[thing.id] = thing
    known = set(served_by(chart, aim))
    return [thing.id for thing in sorted(found.values(), key=lambda t: t.made_by_entry) if thing.id not in known]


def walk_back(chart: Flipchart, id: int) -> list[int]:
    """Everything that a thing rests on, nearest first, each once: groups, notes, values, reflections, moments."""
    reached: dict[int, None] = {}
    near = list(chart.things[id].cites)
    while near:
        far: list[int] = []
        for cited in near:
            if cited not in reached and cited != id:
                reached[cited] = None
                far.extend(chart.things[cited].cites)
        near = far
    return list(reached)


def walk_forward(chart: Flipchart, id: int) -> list[int]:
    """Everything that came out of a thing, nearest first, each once."""
    reached: dict[int, None] = {}
    near = citing(chart, id)
    while near:
        far: list[Thing] = []
        for thing in near:
            if thing.id not in reached and thing.id != id:
                reached[thing.id] = None
                far.extend(citing(chart, thing.id))
        near = far
    return list(reached)


def unanswered_reflections(chart: Flipchart) -> list[Note]:
    """Reflections that no element answers; one that was masked as a whole is not asked for."""
    return [note for note in chart.things.values() if isinstance(note, Note) and is_unanswered(chart, note)]


def is_unanswered(chart: Flipchart, note: Note) -> bool:
    """Whether it is a reflection that everybody can read and that no element answers."""
    return (
        note.kind in REFLECTIONS
        and note.stands
        and not note.held
        and bool(note.words.shown)
        and not note.words.masked_as_a_whole
        and not answered_by(chart, note.id)
    )


def standing_aims(chart: Flipchart) -> list[Aim]:
    """The group's aims in order, dropped ones included."""
    aims = (chart.things[id] for id in chart.aims)
    return [aim for aim in aims if isinstance(aim, Aim) and aim.stands]


def standing_elements(chart: Flipchart) -> list[Element]:
    """The elements of the process in order."""
    elements = (chart.things[id] for id in chart.elements)
    return [element for element in elements if isinstance(element, Element) and element.stands]


def aim_state(aim: Aim) -> str:
    """Where an aim stands: parked, dropped, unresolved, new, changed, kept, or undecided where nobody looked again."""
    choice = next((review.choice for review in reversed(aim.reviews)), "")
    if aim.parked is not None:
        return "parked"
    if choice in ("drop", "open"):
        return {"drop": "dropped", "open": "unresolved"}[choice]
    if aim.added_on_return:
        return "new"
    if aim.words != aim.wordings[0].words:
        return "changed"
    return "kept" if aim.reviews else "undecided"


def activities_without_aim(chart: Flipchart) -> list[Element]:
    """Activities that serve no aim, neither by naming one nor by being named."""
    return [element for element in standing_elements(chart) if serves_no_aim(chart, element)]


def serves_no_aim(chart: Flipchart, element: Element) -> bool:
    """Whether it is an activity that serves no aim; seen from the element, so that no other aim is looked at."""
    if element.kind is not ElementKind.ACTIVITY or any(chart.things[id].stands for id in element.serves):
        return False
    if any(isinstance(thing, Aim) for thing in citing(chart, element.id)):
        return False
    near = {thing.id: thing for cited in element.answers for thing in citing(chart, cited)}
    return not any(isinstance(thing, Aim) and element.id in offered_by(chart, thing) for thing in near.values())


def resting_on_the_same(chart: Flipchart, aim: Aim) -> set[int]:
    """The elements that cite something that the aim came from: they may be offered as serving it (O2)."""
    citers = {id for cited in aim.cites for id in chart.cited_by.get(cited, ())}
    return {id for id in citers if isinstance(chart.things[id], Element)}
