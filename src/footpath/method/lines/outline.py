"""The outline: aims, values and a rough process, what is open and parked, how it was made,
and what is missing.
"""

from msgspec import Struct

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.aim_states import aim_state
from footpath.method.lines.aims_served import activities_without_aim, offered_by, served_by
from footpath.method.lines.gap_check import gaps, speaks
from footpath.method.lines.tracing import (
    names_in_order,
    standing_aims,
    standing_elements,
    unanswered_reflections,
    walk_back,
)
from footpath.method.things.people import Role
from footpath.method.things.things import (
    Aim,
    Element,
    Experience,
    Note,
    NoteKind,
    SharedValue,
    Thing,
)
from footpath.method.things.visibility import Visibility
from footpath.method.wire.sheets import GapView


class AimLine(Struct, frozen=True, kw_only=True):
    """An aim of the outline; first and last wording, where it stands, and the positions
    beside it (O1, O3).
    """

    aim: Aim
    state: str
    positions: tuple[Note, ...]
    served_by: tuple[int, ...]
    offered_by: tuple[int, ...]


class Outline(Struct, frozen=True, kw_only=True):
    """What the workshop leaves, as rough as the flipchart is (O4)."""

    aims: tuple[AimLine, ...]
    shared_values: tuple[SharedValue, ...]
    lanes: tuple[str, ...]
    stages: tuple[str, ...]
    elements: tuple[Element, ...]
    open_questions: tuple[Note, ...]
    parked: tuple[Thing, ...]
    experiences: tuple[Experience, ...]
    agreement: tuple[Thing, ...]
    unanswered: tuple[Note, ...]
    elements_without_aim: tuple[int, ...]
    gaps: tuple[GapView, ...]
    people: int
    sittings: int
    sides_spoken: tuple[str, ...]
    sides_silent: tuple[str, ...]


def outline(chart: Flipchart) -> Outline:
    """The outline at this moment."""
    spoken = sides_spoken(chart)
    return Outline(
        aims=tuple(_aim_line(chart, aim) for aim in standing_aims(chart)),
        shared_values=tuple(
            one for one in chart.things.values() if isinstance(one, SharedValue) and one.stands
        ),
        lanes=names_in_order(chart.lanes),
        stages=names_in_order(chart.stages),
        elements=tuple(standing_elements(chart)),
        open_questions=tuple(_notes(chart, NoteKind.OPEN_QUESTION)),
        parked=tuple(thing for thing in chart.things.values() if _is_parked(chart, thing)),
        experiences=tuple(_stories(chart)),
        agreement=tuple(
            t for t in chart.things.values() if type(t).__name__ == "AgreementLine" and t.stands
        ),
        unanswered=tuple(unanswered_reflections(chart)),
        elements_without_aim=tuple(element.id for element in activities_without_aim(chart)),
        gaps=gaps(chart),
        people=sum(
            not one.removed and one.roles != frozenset({Role.OBSERVER})
            for one in chart.people.values()
        ),
        sittings=chart.sittings,
        sides_spoken=tuple(spoken),
        sides_silent=tuple(
            side for side in (chart.set_up.sides if chart.set_up else []) if side not in spoken
        ),
    )


def _aim_line(chart: Flipchart, aim: Aim) -> AimLine:
    positions = tuple(note for note in _notes(chart, NoteKind.POSITION) if aim.id in note.about)
    return AimLine(
        aim=aim,
        state=aim_state(aim),
        positions=positions,
        served_by=tuple(served_by(chart, aim)),
        offered_by=tuple(offered_by(chart, aim)),
    )


def _is_parked(chart: Flipchart, thing: Thing) -> bool:
    return thing.parked is not None and thing.stands and chart.may_read(thing, None)


def _notes(chart: Flipchart, kind: NoteKind) -> list[Note]:
    notes = (
        thing for thing in chart.things.values() if isinstance(thing, Note) and thing.kind is kind
    )
    return [note for note in notes if note.stands and not note.held and note.hidden is None]


def _stories(chart: Flipchart) -> list[Experience]:
    stories = (thing for thing in chart.things.values() if isinstance(thing, Experience))
    return [story for story in stories if story.stands and story.visibility is Visibility.SHARED]


def sides_spoken(chart: Flipchart) -> list[str]:
    """The sides from which a story, or an "I had that too", was told."""
    told = [
        thing
        for thing in chart.things.values()
        if isinstance(thing, Experience | Note) and speaks(thing)
    ]
    sides = (thing.side for thing in sorted(told, key=lambda thing: isinstance(thing, Note)))
    return list(dict.fromkeys(side.text for side in sides if side is not None and side.text))


def threads(chart: Flipchart, made: Outline) -> dict[int, list[int]]:
    """From every line of the outline to everything that it rests on, nearest first (O5)."""
    lines: list[Thing] = [line.aim for line in made.aims]
    lines += [*made.shared_values, *made.elements, *made.open_questions, *made.parked]
    return {line.id: walk_back(chart, line.id) for line in lines}
