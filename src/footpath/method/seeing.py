"""Seeing: what every audience sees of the flipchart, kept change by change, and equal to looking afresh."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from msgspec import Struct, field

from footpath.method.admitting import open_to, open_to_who_keeps_the_pace
from footpath.method.deciding import ASKED
from footpath.method.flipchart import Flipchart
from footpath.method.gap_check import gap_of, silent_sides
from footpath.method.hiding_together import hidden_seen
from footpath.method.holding import Key
from footpath.method.looking import Seen, look_at_copies, look_at_dots, look_at_person, look_at_thing
from footpath.method.people import WRITING_ROLES, Role
from footpath.method.phases import PHASES, SetUp
from footpath.method.serving import resting_on_the_same
from footpath.method.sheets import (
    CountsView,
    HandView,
    PhaseView,
    QuietView,
    RoundView,
    VoteView,
    WorkshopView,
)  # fmt: skip
from footpath.method.showing import EVERYONE, FACILITATORS, Audience
from footpath.method.things import Aim, Group, Moment, Note, Phase, collection_of
from footpath.method.tracing import standing_aims
from footpath.method.unveiling import veils_seen
from footpath.method.ways import process_seen

Views = dict[str, dict[int | str, Any]]
"""Views by collection and id, ready to be encoded."""

_SHEETS = (
    "workshop", "phases", "may", "counts", "hands", "quiet", "veils", "hidden", "vote", "round", "process", "aims",
    "silent_sides",
)  # fmt: skip
_CHECKED = ("aims", "elements", "notes", "moments", "values")
"""The collections of which each thing may have a gap, kept under the thing's own id."""
_VEILABLE = ("notes", "moments", "experiences", "offers")
"""The collections of which facilitators may not read everything, so that what they see of a veil can change with it."""
SLICE = 1_000
"""Things looked at before others are served: some ten milliseconds."""


class Change(Struct, kw_only=True):
    """What one audience has to put and to drop."""

    put: Views = field(default_factory=dict[str, dict[int | str, Any]])
    drop: dict[str, list[int | str]] = field(default_factory=dict[str, list[int | str]])


class Sight:
    """What every audience sees now. `refresh` keeps it so, at a cost that follows what was touched."""

    def __init__(self, chart: Flipchart) -> None:
        """Look at everything afresh."""
        self._views: dict[Audience, Views] = {}
        self._seen_by: dict[Key, set[Audience]] = {}
        self._look_again(chart, _all_keys(chart), {})
        chart.touched.clear()

    def whole(self, audience: Audience) -> Views:
        """Everything that the audience sees, in an order that tells nothing of what was changed or taken back."""
        views = sorted(self._views.get(audience, {}).items(), key=itemgetter(0))
        return {name: dict(sorted(found.items(), key=itemgetter(0))) for name, found in views if found}

    def audiences(self) -> set[Audience]:
        """Every audience that sees something."""
        return {audience for audience, views in self._views.items() if any(views.values())}

    def refresh(self, chart: Flipchart) -> dict[Audience, Change]:
        """Look again at what was touched, and say what changed for whom."""
        changes: dict[Audience, Change] = {}
        for _ in self.refreshing(chart, changes):
            pass
        return changes

    def refreshing(self, chart: Flipchart, changes: dict[Audience, Change]) -> Iterator[None]:
        """The same into `changes`, slice by slice; nothing may happen before the last."""
        touched = set(chart.touched)
        chart.touched.clear()
        touched |= {other for key in touched for other in _looked_at_with(chart, key)}
        keys = sorted(touched, key=str)  # in no order that what is private could change
        for start in range(0, len(keys), SLICE):
            if start:
                yield
            self._look_again(chart, keys[start : start + SLICE], changes)

    def compare(self, other: "Sight") -> dict[Audience, Change]:
        """What changes for whom when this sight gives way to another."""
        keys = set(self._seen_by) | set(other._seen_by)
        changes: dict[Audience, Change] = {}
        for collection, id in sorted(keys, key=str):
            for audience in self._seen_by.get((collection, id), set()) | other._seen_by.get((collection, id), set()):
                old = self._views.get(audience, {}).get(collection, {}).get(id)
                new = other._views.get(audience, {}).get(collection, {}).get(id)
                _note_change(changes, audience, (collection, id), old, new)
        return changes

    def _look_again(self, chart: Flipchart, keys: Iterable[Key], changes: dict[Audience, Change]) -> None:
        for key in keys:
            collection, id = key
            seen = look(chart, key)
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


def _note_change(changes: dict[Audience, Change], audience: Audience, key: Key, old: Any, new: Any) -> None:
    collection, id = key
    if old == new:
        return
    change = changes.setdefault(audience, Change())
    if new is None:
        change.drop.setdefault(collection, []).append(id)
    else:
        change.put.setdefault(collection, {})[id] = new


def _looked_at_with(chart: Flipchart, key: Key) -> list[Key]:
    """What may look different because of what was touched: its gap, gaps that hang on it, the story that it is in."""
    collection, id = key
    if key == ("sheet", "workshop"):
        return [("sheet", "may"), ("sheet", "silent_sides")]
    if key == ("sheet", "counts"):
        return [("sheet", "quiet")]
    found: list[Key] = [("gaps", id)] if collection in _CHECKED else []
    if id in chart.veils_over and collection in _VEILABLE:
        found.append(("sheet", "veils"))
    if collection in ("experiences", "notes"):
        found.append(("sheet", "silent_sides"))
    thing = chart.things.get(id) if isinstance(id, int) else None
    if isinstance(thing, Aim):
        found += [("gaps", element.id) for element in resting_on_the_same(chart, thing)]
    elif isinstance(thing, Group | Note):
        found += [("gaps", other) for other in _taken_up_by(chart, thing)]
    elif isinstance(thing, Moment):
        found.append(("experiences", thing.experience))  # it names the lanes and stages of its moments
    return found


def _taken_up_by(chart: Flipchart, thing: Group | Note) -> set[int]:
    """The notes in a group, and those that were merged into a note, however deep: what names it takes them up too."""
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
    return keys + [(collection, id) for collection in ("dots", "copies") for id in chart.people]


def look(chart: Flipchart, key: Key) -> Seen:
    """What each audience sees under one key."""
    collection, id = key
    if collection == "sheet":
        return _look_at_sheet(chart, str(id))
    assert isinstance(id, int)
    if collection == "people":
        return look_at_person(chart, id)
    if collection == "dots":
        return look_at_dots(chart, id)
    if collection == "copies":
        return look_at_copies(chart, id)
    if collection == "gaps":
        return _look_at_gap(chart, id)
    return look_at_thing(chart, id)


def _look_at_gap(chart: Flipchart, id: int) -> Seen:
    thing = chart.things.get(id)
    gap = None if thing is None else gap_of(chart, thing)
    return {} if gap is None else {EVERYONE: gap}


def _look_at_sheet(chart: Flipchart, name: str) -> Seen:
    if name == "hands":
        hands = [HandView(person=person, since=since) for person, since in chart.hands.items()]
        return {FACILITATORS: tuple(hands)} if hands else {}
    if name == "quiet":
        quiet = _quiet(chart)
        return {FACILITATORS: quiet} if quiet is not None else {}
    if name == "veils":
        veils = veils_seen(chart)
        return {FACILITATORS: veils} if veils else {}
    view = _SHEET_VIEWS[name](chart)
    return {} if view is None else {EVERYONE: view}


def _workshop(chart: Flipchart) -> WorkshopView | None:
    given = chart.set_up
    if given is None:
        return None
    minutes = given.minutes.get(chart.phase, PHASES[chart.phase].minutes) + chart.stretched
    return WorkshopView(
        title=given.title.shown, phase=chart.phase.value, visited=tuple(p.value for p in Phase if p in chart.visited),
        sides=tuple(given.sides), welcome=given.welcome.text if given.welcome is not None else None,
        opened=chart.opened, closed=chart.closed, sittings=chart.sittings, phase_opened_at=chart.phase_opened_at,
        minutes=minutes, silence=chart.silence, break_until=chart.break_until, text_open=chart.text_open,
        pace_holder=chart.pace_holder, replayed=given.replayed,
    )  # fmt: skip


def _phases(chart: Flipchart) -> tuple[PhaseView, ...] | None:
    return None if chart.set_up is None else tuple(_phase(chart.set_up, phase) for phase in Phase)


def _phase(given: SetUp, phase: Phase) -> PhaseView:
    words, own = PHASES[phase], given.questions.get(phase)
    return PhaseView(
        phase=phase.value, name=words.name, question=words.question if own is None else own.shown, now=words.now,
        seen_by=words.seen_by, minutes=given.minutes.get(phase, words.minutes), say=words.say,
        enough=words.enough,
    )  # fmt: skip


def _may(chart: Flipchart) -> dict[str, tuple[str, ...]]:
    """What each role may ask for just now, and who keeps the pace meanwhile, under "pace"."""
    open_now = {
        role.value: sorted(command.__name__ for command, ask in ASKED.items() if open_to(chart, ask, role))
        for role in Role
    }
    open_now["pace"] = sorted(c.__name__ for c, ask in ASKED.items() if open_to_who_keeps_the_pace(chart, ask))
    return {role: tuple(names) for role, names in open_now.items()}


def _counts(chart: Flipchart) -> CountsView:
    here = [p for p in chart.people.values() if not p.removed and not p.away and not p.without_device]
    asked = {p.id for p in here if Role.PARTICIPANT in p.roles} | (chart.done & {p.id for p in here})
    silent = sum(1 for id in chart.face_down if isinstance(note := chart.things[id], Note) and note.silent)
    writing = {p.id for p in here if not p.roles.isdisjoint(WRITING_ROLES)}
    return CountsView(
        people=len(asked & writing), done=len(chart.done & asked), hands=len(chart.hands), face_down=silent,
        waiting=len(chart.face_down) - silent,
    )  # fmt: skip


def _quiet(chart: Flipchart) -> QuietView | None:
    """Who has put up nothing in their name in this phase yet; there is no such list before the reveal (G8).

    Nor is there one while something waits to be shown or was put up unnamed in this phase: where everybody else is
    named, the list would name who wrote that (A3).
    """
    if not chart.revealed or chart.silence:
        return None
    if chart.unnamed_up or chart.face_down:
        return QuietView(untold=True)
    here = (person for person in chart.people.values() if not person.removed and not person.away)
    people = tuple(p.id for p in here if Role.PARTICIPANT in p.roles and p.id not in chart.heard)
    return QuietView(people=people) if people else None


def _vote(chart: Flipchart) -> VoteView | None:
    return None if chart.vote is None else VoteView(open=chart.vote.open, dots_each=chart.vote.dots_each)


def _round(chart: Flipchart) -> RoundView | None:
    if (turns := chart.turns) is None:
        return None
    return RoundView(kind=turns.kind, order=tuple(turns.order), at=turns.at, passed=tuple(turns.passed))


def _aims(chart: Flipchart) -> tuple[int, ...]:
    return tuple(aim.id for aim in standing_aims(chart))


_SHEET_VIEWS: dict[str, Any] = {
    "workshop": _workshop, "phases": _phases, "may": _may, "counts": _counts, "vote": _vote, "round": _round,
    "process": process_seen, "aims": _aims, "hidden": hidden_seen, "silent_sides": silent_sides,
}  # fmt: skip
