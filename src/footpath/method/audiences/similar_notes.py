"""Notes of the aims that use the same words, pointed out and never put together by itself (A9).

Only what everybody receives is compared, as they receive it: not what lies face down, is hidden,
covered or taken back, nor whose anything is. So it is the same for whoever asks, and tells nobody
what the board does not show them.
"""

from footpath.method.audiences.by_kind import EVERYONE
from footpath.method.audiences.who_sees import look_at_thing
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import Note, NoteKind, Phase
from footpath.method.wire.thing_views import NoteView
from footpath.method.words.alike import pairs_alike

MOST_OFFERED = 12
"""Pairs at a time: more come when these are settled."""
MOST_COMPARED = 2_000
"""Notes that are compared; of more than that the latest."""


def notes_to_compare(chart: Flipchart) -> dict[int, tuple[str, int | None]]:
    """The words of each note that stands by itself on everybody's board, and its group."""
    if chart.silence:
        return {}
    found = dict[int, tuple[str, int | None]]()
    for id, thing in chart.things.items():
        if not isinstance(thing, Note) or thing.kind is not NoteKind.NOTE:
            continue
        if thing.phase is not Phase.AIMS or thing.merged_into is not None or not thing.stands:
            continue
        shown = look_at_thing(chart, id).get(EVERYONE)
        if isinstance(shown, NoteView) and shown.text:
            found[id] = (shown.text, shown.group)
    return {id: found[id] for id in sorted(found)[-MOST_COMPARED:]}


def similar(notes: dict[int, tuple[str, int | None]]) -> list[tuple[int, int]]:
    """Pairs of them that use the same words and are not in one group already."""
    texts = {id: text for id, (text, _) in notes.items()}
    return pairs_alike(texts, MOST_OFFERED, lambda one, other: _are_apart(notes, one, other))


def _are_apart(notes: dict[int, tuple[str, int | None]], one: int, other: int) -> bool:
    group = notes[one][1]
    return group is None or group != notes[other][1]
