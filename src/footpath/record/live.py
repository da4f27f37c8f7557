"""A workshop's flipchart between two transactions: what it is, what everybody was told of it,
what somebody missed.
"""

from collections import Counter
from collections.abc import Generator
from itertools import takewhile

from msgspec import Struct

from footpath.method import Audience, Flipchart, LayerChange, Sight
from footpath.method.flipchart.holding import Key
from footpath.record import replay


class ToTell(Struct, frozen=True, kw_only=True):
    """What to tell after a commit: the number that everybody may know, and what changed for whom.

    `roles` holds everybody's roles and `gone` who was removed, both only where something about
    people changed. `lost` says that a fault of ours hid what changed, so that everybody must start
    again from the record.
    """

    workshop: int
    number: int = 0
    changes: dict[Audience, LayerChange] = {}
    gone: frozenset[int] = frozenset()
    roles: dict[int, frozenset[str]] = {}
    changed_by: dict[int | None, int] = {}
    """How many things each person's acts changed; nobody's to receive, since
    some may be private.
    """
    lost: bool = False


class Live:
    """A workshop's flipchart as the writer keeps it, and what everybody sees of it."""

    def __init__(self, workshop: int) -> None:
        """Replay the record, and look at it, so that the writer has neither to do
        when somebody comes.
        """
        self.workshop = workshop
        self.chart: Flipchart = replay.replay(workshop)
        self.sight = Sight(self.chart)
        self.is_watched = False
        """Whether somebody has a page open: then it is not given up for others."""
        self.stale = False
        """Whether the flipchart may have run ahead of the record."""
        self.changed_by: Counter[int | None] = Counter()
        """How many things each person's acts changed since it was last told."""
        self._is_lost = False
        self._before: Sight | None = None
        self._changed_at: dict[Key, int] = {}
        self._known_from = self.chart.public_number

    def seeing(self) -> Sight:
        """What every audience sees now; somebody is there to see it."""
        self.is_watched = True
        return self.sight

    def unseen(self) -> None:
        """The last page was closed."""
        self.is_watched = False

    def empty(self) -> None:
        """Its record is gone, and what is kept of it here goes too."""
        self.is_watched, self._before = False, None
        self.chart = Flipchart()
        self.sight = Sight(self.chart)
        self._changed_at.clear()

    def lose_track(self) -> None:
        """What changed could not be told: whoever is here starts again from the record."""
        self.is_watched, self.stale, self._is_lost = False, True, True

    def missed(self, number: int) -> LayerChange | None:
        """What changed for everyone since a page that has this number, as it stands now; None
        where nobody can say.

        As it stands now, so that words hidden or taken back meanwhile are not sent after all.
        """
        if not self._known_from < number <= self.chart.public_number:
            return None
        change, views = LayerChange(), self.sight.whole("everyone")
        for (collection, id), at in self._changed_at.items():
            view = views.get(collection, {}).get(id)
            if at >= number and view is not None:
                change.put.setdefault(collection, {})[id] = view
            elif at >= number:
                change.drop.setdefault(collection, []).append(id)
        return change

    def said_since(self, number: int) -> set[int]:
        """The things and persons of whom an entry after that one carries words, other than
        what a veil covers.
        """
        veils = {
            id for id, veil in self.chart.veils.items() if id > number and veil.replacement is None
        }

        def was_said(numbers: list[int]) -> bool:
            since = takewhile(lambda one: one > number, reversed(numbers))
            return any(one not in veils for one in since)

        return {
            item
            for item, numbers in self.chart.said_in.items()
            if numbers[-1] > number and was_said(numbers)
        }

    def catch_up(self) -> "Live":
        """This flipchart with what another process stored meanwhile."""
        return self if replay.catch_up(self.chart, self.workshop) else self.read_again()

    def read_again(self) -> "Live":
        """The same flipchart, from its record; it remembers what everybody was told before."""
        again = Live(self.workshop)
        if self._is_lost:
            return again
        again.is_watched = self.is_watched
        again._before = self._before or self.sight
        again._changed_at, again._known_from = self._changed_at, self._known_from
        return again

    def telling(self) -> Generator[None, None, ToTell]:
        """Work out, slice by slice, what to tell now that it is on disk; nothing may
        happen here meanwhile.
        """
        changes: dict[Audience, LayerChange] = {}
        yield from self.sight.refreshing(self.chart, changes)
        if self._before is not None:
            changes, self._before = self._before.compare(self.sight), None
        self.chart.touched.clear()
        everyones = changes.get("everyone", LayerChange())
        for collection, ids in (*everyones.put.items(), *everyones.drop.items()):
            self._changed_at |= {(collection, id): self.chart.public_number for id in ids}
        changed_by, self.changed_by = self.changed_by, Counter()
        people = list(self.chart.people.values()) if "people" in everyones.put else []
        return ToTell(
            workshop=self.workshop,
            number=self.chart.public_number,
            changes=changes,
            gone=frozenset(person.id for person in people if person.removed),
            roles={person.id: frozenset(role.value for role in person.roles) for person in people},
            changed_by=changed_by,
        )
