"""The gap check: what is still missing, thing by thing, in plain sentences. What is
parked is not asked for.
"""

from typing import Literal

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.aim_states import aim_state
from footpath.method.lines.aims_served import offered_by, served_by, serves_no_aim
from footpath.method.lines.tracing import (
    is_hard_and_unanswered,
    is_in_no_aim,
    is_unanswered,
    standing_aims,
    standing_elements,
)
from footpath.method.things.things import (
    AUTHORED,
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    NoteKind,
    SharedValue,
    Thing,
)
from footpath.method.things.visibility import Visibility
from footpath.method.wire.sheets import GapKind, GapView

GAPS: dict[GapKind, Literal["first", "asking", "telling", "folded"]] = {
    "aim_unserved": "first",
    "unanswered": "first",
    "liked_lost": "asking",
    "serves_no_aim": "asking",
    "unheard": "telling",
    "side_silent": "telling",
    "hard_unanswered": "folded",
    "note_uncited": "folded",
}
"""Where each kind of gap stands in the room, in this order: what is talked about first, what is
worth asking, what is only told, and what is folded under one sentence, because there can be
very many of it (O10).
"""


def gaps(chart: Flipchart) -> tuple[GapView, ...]:
    """The whole gap check: aims and elements in the group's order, then notes, moments,
    values and silent sides.
    """
    notes, heard, moments = (
        [thing for thing in chart.things.values() if isinstance(thing, kind)]
        for kind in (Note, SharedValue, Moment)
    )
    asked = [*standing_aims(chart), *standing_elements(chart), *notes, *moments, *heard]
    return (
        *(gap for thing in asked if (gap := gap_of(chart, thing)) is not None),
        *silent_sides(chart),
    )


def gap_of(chart: Flipchart, thing: Thing) -> GapView | None:
    """What is missing about one thing; it looks at nothing but what the thing is tied to."""
    if not thing.stands or thing.parked is not None:
        return None
    match thing:
        case Aim():
            return _of_aim(chart, thing)
        case Element():
            missing = serves_no_aim(chart, thing)
            return (
                _gap("serves_no_aim", "This step serves no aim yet: ", thing) if missing else None
            )
        case Note(kind=NoteKind.NOTE):
            missing = is_in_no_aim(chart, thing)
            return _gap("note_uncited", "No aim takes up this note: ", thing) if missing else None
        case Note():
            return _of_reflection(chart, thing)
        case Moment():
            missing = is_hard_and_unanswered(chart, thing)
            return (
                _gap("hard_unanswered", "No step deals with this yet: ", thing) if missing else None
            )
        case SharedValue():
            heard = any(chart.things[id].stands for id in thing.rests_on)
            return (
                None
                if heard
                else _gap("unheard", "Nobody can be heard saying this any more: ", thing)
            )
        case _:
            return None


def _of_aim(chart: Flipchart, aim: Aim) -> GapView | None:
    if aim_state(aim) == "dropped" or served_by(chart, aim) or offered_by(chart, aim):
        return None
    return _gap("aim_unserved", "Nothing in the process serves this aim: ", aim)


def _of_reflection(chart: Flipchart, note: Note) -> GapView | None:
    if note.hidden is not None or not is_unanswered(chart, note):
        return None
    if note.kind is NoteKind.SIMILAR:  # it tells, and asks for nothing
        return None
    if note.kind is NoteKind.LIKED:
        return _gap("liked_lost", "Liked, and not in the process: ", note)
    return _gap("unanswered", "Nothing answers: ", note)


def _gap(kind: GapKind, says: str, about: Thing) -> GapView:
    return GapView(kind=kind, sentence=says + sentence_of(about), about=about.id)


def sentence_of(thing: Thing) -> str:
    """The words of a line for a plain sentence, shortened where they are long; never of a
    thing that was hidden.
    """
    shown = (
        ""
        if thing.hidden is not None and isinstance(thing, AUTHORED)
        else " ".join(thing.words.shown.split())
    )
    return shown if len(shown) <= 120 else shown[:117].rstrip() + "…"


def silent_sides(chart: Flipchart) -> tuple[GapView, ...]:
    """The sides from which nobody has spoken."""
    return tuple(
        GapView(kind="side_silent", sentence=f"Nobody has spoken from the side of the {side}.")
        for side in (chart.set_up.sides if chart.set_up is not None else [])
        if not any(speaks(chart.find(id)) for id in chart.sided.get(side, ()))
    )


def speaks(thing: Thing | None) -> bool:
    """Whether it is a story, or an "I had that too", that was told to everybody."""
    if isinstance(thing, Experience):
        return thing.stands and thing.visibility is Visibility.SHARED
    return (
        isinstance(thing, Note)
        and thing.kind is NoteKind.SIMILAR
        and thing.stands
        and not thing.held
        and thing.hidden is None
    )
