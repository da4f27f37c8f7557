"""How the outline was made, in sentences: how much was said, who facilitated, which sides spoke
and which did not.
"""

from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.counting import counted
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.outline import Outline
from footpath.method.things.people import Role
from footpath.method.things.things import REFLECTIONS, Experience, Note, NoteKind


class Side(Struct, frozen=True, kw_only=True):
    """A side of the policy and how it was heard: "told", "heard" (in "I had that too"
    alone) or "silent".
    """

    name: str
    heard: str
    sentence: str


def how_made(chart: Flipchart, made: Outline, edition: Edition) -> list[str]:
    """Plain sentences; names are for those who took part."""
    notes = [t for t in chart.things.values() if isinstance(t, Note) and t.stands and not t.held]
    plain = sum(note.kind is NoteKind.NOTE for note in notes)
    reflections = sum(note.kind in REFLECTIONS for note in notes)
    told = (chart.things[id] for story in made.experiences for id in story.moments)
    moments = sum(moment.stands and chart.may_read(moment, None) for moment in told)
    parts = [
        counted(plain, "note"),
        f"{counted(len(made.experiences), 'story', 'stories')} of {counted(moments, 'moment')}",
        counted(reflections, "reflection"),
    ]
    sentences = [
        f"{counted(made.people, 'person', 'people')} made this in "
        f"{counted(made.sittings or 1, 'session')}."
    ]
    sentences.append(f"{parts[0]}, {parts[1]}, {parts[2]}.")
    if edition is Edition.TOOK_PART:
        for role, did in (
            (Role.FACILITATOR, "facilitated"),
            (Role.SCRIBE, "wrote down what was said"),
        ):
            names = [
                chart.name_of(p.id)
                for p in chart.people.values()
                if role in p.roles and not p.removed
            ]
            sentences += [f"{_and(names)} {did}."] if names else []
    if chart.pace_was_given:
        sentences.append(
            "For a while no facilitator was connected; somebody whom the group accepted led."
        )
    return sentences


def sides(chart: Flipchart, made: Outline) -> list[Side]:
    """Every side that the policy names, and every other that spoke."""
    told = [side_of(story) for story in made.experiences]
    notes = (t for t in chart.things.values() if isinstance(t, Note) and t.kind is NoteKind.SIMILAR)
    had = [side_of(note) for note in notes if note.stands and not note.held and note.hidden is None]
    names = dict.fromkeys([*made.sides_spoken, *made.sides_silent])
    return [_side(name, told.count(name), had.count(name)) for name in names]


def side_of(told: Experience | Note) -> str:
    """From which side something was told; empty where nobody said."""
    return told.side.shown if told.side is not None else ""


def _side(name: str, told: int, had: int) -> Side:
    if told:
        also = f"; I had that too was said {counted(had, 'time')}" if had else ""
        return Side(
            name=name, heard="told", sentence=f"told {counted(told, 'story', 'stories')}{also}."
        )
    if had:
        return Side(
            name=name, heard="heard", sentence="said I had that too; no story was told from there."
        )
    return Side(name=name, heard="silent", sentence="did not speak.")


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
