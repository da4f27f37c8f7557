"""Slips: the latest steps of each keeper, kept as they are made, undone and done again (G12)."""

from collections.abc import Sized
from typing import cast

from msgspec.structs import replace

from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.flipchart.holding import Care, Contents, Did, Slip

MOST_SLIPS = 50
"""Of one keeper: what lies further back is nobody's slip any more."""


def keep(chart: Contents, recorded: Recorded, undoing: Entry | None) -> None:
    """Keep a keeper's step; what was undone before it cannot be done again then.

    Of an entry that undoes a step, or does it again, what it takes to go back is kept in its stead.
    """
    person, way = recorded.typed_by or 0, chart.under_way
    done = chart.slips.setdefault(person, [])
    if way is None or way.number != recorded.number:
        chart.slips_made[person] = place = chart.slips_made.get(person, 0) + 1
        did, care = _did(recorded.entry), _care(chart, recorded.entry)
        done.append(Slip(place, recorded.number, undoing, did, care))
        del done[:-MOST_SLIPS]
        chart.undone.pop(person, None)
        return
    if undoing is None:
        return
    back = replace(
        way.slip, number=recorded.number, undoing=undoing, care=_care(chart, recorded.entry)
    )
    if way.again:
        done.append(back)
    else:
        chart.undone[person] = [*way.beneath, back]


def undone_by(chart: Contents, recorded: Recorded) -> Slip | None:
    """The step that an entry undoes; None of one that undoes nothing."""
    way = chart.under_way
    return way.slip if way is not None and way.number == recorded.number and not way.again else None


def _care(chart: Contents, entry: Entry) -> Care:
    about = getattr(entry, "about", None)
    if not isinstance(about, int):
        return Care()
    changed = frozenset(chart.threads.changed.get(about, ()))
    return Care(changed, about in chart.threads.copies_masked)


def _did(entry: Entry) -> Did:
    about = getattr(entry, "id", None) or getattr(entry, "about", 0)
    many = about if isinstance(about, tuple) else getattr(entry, "notes", ())
    is_off = getattr(entry, "untie", False) or getattr(entry, "into", 0) is None
    return Did(
        kind=type(entry).__name__,
        about=about if isinstance(about, int) else 0,
        count=len(cast(Sized, many)),
        how="off" if is_off else str(getattr(entry, "choice", "")),
    )
