"""Seeing: what every audience sees of the flipchart, kept change by change, and equal
to looking afresh.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from footpath.method.audiences.by_kind import EVERYONE, Audience
from footpath.method.audiences.single_sheets import look_at_sheet
from footpath.method.audiences.who_sees import (
    Seen,
    look_at_copies,
    look_at_dots,
    look_at_person,
    look_at_slips,
    look_at_thing,
    look_at_veils,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.holding import Key
from footpath.method.lines.aims_served import resting_on_the_same
from footpath.method.lines.beneath import Beneath
from footpath.method.lines.gap_check import gap_of
from footpath.method.things.collecting import collection_of
from footpath.method.things.things import Aim, Group, Moment, Note
from footpath.method.wire.person_views import PersonOverlay
from footpath.method.wire.sheets import RestsView

Views = dict[str, dict[int | str, Any]]
"""Views by collection and id, ready to be encoded."""

_SHEETS = (
    "workshop", "phases", "may", "counts", "hands", "quiet", "hidden", "vote", "round",
    "process", "drawing", "aims", "silent_sides",
)  # fmt: skip
_CHECKED = ("aims", "elements", "notes", "moments", "values")
"""The collections of which each thing may have a gap, kept under the thing's own id."""
_BENEATH = ("rests", "people")
"""The collections that show what lies beneath the lines, as it is kept for all of them."""
_VEILABLE = ("notes", "moments", "experiences", "offers")
"""The collections of which facilitators may not read everything, so that what they see of a veil
can change with it.
"""
_PERSONAL = ("dots", "copies", "slips")
"""The collections of which each person receives their own alone."""
SLICE = 1_000
"""Things looked at before others are served: some ten milliseconds."""


class LayerChange(Struct, kw_only=True):
    """What one audience has to put and to drop."""

    put: Views = field(default_factory=dict[str, dict[int | str, Any]])
    drop: dict[str, list[int | str]] = field(default_factory=dict[str, list[int | str]])


class Sight:
    """What every audience sees now. `refresh` keeps it so, at a cost that
    follows what was touched.
    """

    def __init__(self, chart: Flipchart) -> None:
        """Look at everything afresh."""
        self._views: dict[Audience, Views] = {}
        self._seen_by: dict[Key, set[Audience]] = {}
        self._beneath = Beneath(chart)
        rests: list[Key] = [("rests", id) for id in self._beneath.lines]
        self._look_again(chart, [*_all_keys(chart), *rests], {})
        chart.touched.clear()

    def whole(self, audience: Audience) -> Views:
        """Everything that the audience sees, in an order that tells nothing of what was
        changed or taken back.
        """
        views = sorted(self._views.get(audience, {}).items(), key=itemgetter(0))
        return {
            name: dict(sorted(found.items(), key=itemgetter(0))) for name, found in views if found
        }

    def audiences(self) -> set[Audience]:
        """Every audience that sees something."""
        return {audience for audience, views in self._views.items() if any(views.values())}

    def refresh(self, chart: Flipchart) -> dict[Audience, LayerChange]:
        """Look again at what was touched, and say what changed for whom."""
        changes: dict[Audience, LayerChange] = {}
        for _ in self.refreshing(chart, changes):
            pass
        return changes

    def refreshing(self, chart: Flipchart, changes: dict[Audience, LayerChange]) -> Iterator[None]:
        """The same into `changes`, slice by slice; nothing may happen before the last."""
        touched = set(chart.touched)
        chart.touched.clear()
        touched |= {other for key in touched for other in _looked_at_with(chart, key)}
        touched |= self._beneath.follow(chart, touched)
        keys = sorted(touched, key=str)  # in no order that what is private could change
        for start in range(0, len(keys), SLICE):
            # what was done and follows is one turn, what is seen of it the next
            if start or len(keys) >= SLICE // 2:
                yield
            self._look_again(chart, keys[start : start + SLICE], changes)

    def compare(self, other: "Sight") -> dict[Audience, LayerChange]:
        """What changes for whom when this sight gives way to another."""
        keys = set(self._seen_by) | set(other._seen_by)
        changes: dict[Audience, LayerChange] = {}
        for collection, id in sorted(keys, key=str):
            for audience in self._seen_by.get((collection, id), set()) | other._seen_by.get(
                (collection, id), set()
            ):
                old = self._views.get(audience, {}).get(collection, {}).get(id)
                new = other._views.get(audience, {}).get(collection, {}).get(id)
                _note_change(changes, audience, (collection, id), old, new)
        return changes

    def _look_beneath(self, chart: Flipchart, key: Key) -> Seen:
        """What each audience sees of what lines rest on, and of people, who are shown
        the way to theirs.
        """
        collection, id = key
        if collection == "rests":
            known = self._beneath.lines.get(int(id))
            return {EVERYONE: known.told} if known is not None and known.told != RestsView() else {}
        seen = look(chart, key)
        if isinstance(mine := seen.get(id), PersonOverlay):
            seen[id] = replace(mine, has_lines=self._beneath.has_lines(int(id)))
        return seen

    def _look_again(
        self, chart: Flipchart, keys: Iterable[Key], changes: dict[Audience, LayerChange]
    ) -> None:
        for key in keys:
            collection, id = key
            seen = self._look_beneath(chart, key) if key[0] in _BENEATH else look(chart, key)
            for audience in self._seen_by.get(key, set()) | seen.keys():
                views = self._views.setdefault(audience, {}).setdefault(collection, {})
                old, new = views.get(id), seen.get(audience)
                _note_change(changes, audience, key, old, new)
                views.pop(id, None)
                if new is not None:
                    views[id] = new
            self._seen_by.pop(key, None)
            if seen:
                self._seen_by[key] = set(seen)


def _note_change(
    changes: dict[Audience, LayerChange], audience: Audience, key: Key, old: Any, new: Any
) -> None:
    collection, id = key
    if old == new:
        return
    change = changes.setdefault(audience, LayerChange())
    if new is None:
        change.drop.setdefault(collection, []).append(id)
    else:
        change.put.setdefault(collection, {})[id] = new


def _looked_at_with(chart: Flipchart, key: Key) -> list[Key]:
    """What may look different because of what was touched: its gap, gaps that hang on it, the
    story that it is in.
    """
    collection, id = key
    if key == ("sheet", "workshop"):
        return [("sheet", "may"), ("sheet", "silent_sides")]
    if key == ("sheet", "counts"):
        return [("sheet", "quiet")]
    if key == ("sheet", "process"):
        return [("sheet", "drawing")]
    if collection in _PERSONAL or collection == "veils":
        return []
    found: list[Key] = [("gaps", id)] if collection in _CHECKED else []
    if id in chart.veils_over and collection in _VEILABLE:
        found.append(("veils", id))
    if collection in ("experiences", "notes"):
        found.append(("sheet", "silent_sides"))
    thing = chart.things.get(id) if isinstance(id, int) else None
    if isinstance(thing, Aim):
        found += [("gaps", element.id) for element in resting_on_the_same(chart, thing)]
    elif isinstance(thing, Group | Note):
        found += [("gaps", other) for other in _taken_up_by(chart, thing)]
    elif isinstance(thing, Moment):
        # it names the lanes and stages of its moments
        found.append(("experiences", thing.experience))
    return found


def _taken_up_by(chart: Flipchart, thing: Group | Note) -> set[int]:
    """The notes in a group, and those that were merged into a note, however deep: what names it
    takes them up too.
    """
    found, waiting = set[int](), [thing.id]
    while waiting:
        one = waiting.pop()
        held = chart.things[one]
        inside = [*(held.notes if isinstance(held, Group) else []), *chart.merged.get(one, [])]
        waiting += [id for id in inside if id not in found]
        found |= set(inside)
    return found


def _all_keys(chart: Flipchart) -> list[Key]:
    keys: list[Key] = [("sheet", name) for name in _SHEETS]
    keys += [("people", id) for id in chart.people]
    keys += [(collection_of(thing), thing.id) for thing in chart.things.values()]
    keys += [("gaps", id) for id in chart.things]
    keys += [("veils", id) for id in chart.veils_over]
    return keys + [(collection, id) for collection in _PERSONAL for id in chart.people]


def look(chart: Flipchart, key: Key) -> Seen:
    """What each audience sees under one key."""
    collection, id = key
    if collection == "sheet":
        return look_at_sheet(chart, str(id))
    assert isinstance(id, int)
    if collection == "people":
        return look_at_person(chart, id)
    if collection == "dots":
        return look_at_dots(chart, id)
    if collection == "slips":
        return look_at_slips(chart, id)
    if collection == "copies":
        return look_at_copies(chart, id)
    if collection == "veils":
        return look_at_veils(chart, id)
    if collection == "gaps":
        return _look_at_gap(chart, id)
    return look_at_thing(chart, id)


def _look_at_gap(chart: Flipchart, id: int) -> Seen:
    thing = chart.things.get(id)
    gap = None if thing is None else gap_of(chart, thing)
    return {} if gap is None else {EVERYONE: gap}
