"""The door: who is on the way into a workshop, and who lost the line just now, for facilitators alone (G19).

All of it is forgotten after minutes, and none of it is stored: a page on which a name is asked says every so often that
it is still open, and whether somebody has begun with a name; never what they type.
"""

from collections.abc import Callable
from typing import Any, Literal

LOST_FOR = 60.0
VISIT_GOOD_FOR = 45.0
"""Seconds after which a page that said nothing more counts as closed; it speaks every fifteen."""
ON_THE_WAY_FOR = 600.0
MOST_VISITS = 500

At = Literal["link", "name", "gone"]


class Door:
    """What stands at the door of one workshop. Lives on the loop; times are the loop's seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Nobody is at the door."""
        self._clock = clock
        self._visits: dict[str, tuple[bool, float]] = {}
        self._named: dict[int, float] = {}
        self._lost: dict[int, float] = {}

    def visit(self, id: str, at: At) -> None:
        """A page with the link is open, or a name is being chosen on it, or it was closed."""
        if at == "gone":
            self._visits.pop(id, None)
        elif id in self._visits or len(self._visits) < MOST_VISITS:
            self._visits[id] = (at == "name", self._clock() + VISIT_GOOD_FOR)

    def named(self, person: int) -> None:
        """Somebody gave a name, and their page of the flipchart is not open yet."""
        self._named[person] = self._clock() + ON_THE_WAY_FOR

    def came(self, person: int) -> None:
        """Their page is open."""
        self._named.pop(person, None)
        self._lost.pop(person, None)

    def lost(self, person: int) -> None:
        """Their last page went."""
        self._lost[person] = self._clock() + LOST_FOR

    def left(self, person: int) -> None:
        """Somebody was shown out: they did not lose anything."""
        self._named.pop(person, None)
        self._lost.pop(person, None)

    def view(self) -> dict[str, Any]:
        """How many opened the link, how many are choosing a name, and the ids of who has a name and is not in."""
        now = self._clock()
        self._visits = {id: visit for id, visit in self._visits.items() if visit[1] > now}
        self._named = {person: until for person, until in self._named.items() if until > now}
        self._lost = {person: until for person, until in self._lost.items() if until > now}
        choosing = sum(chooses for chooses, _ in self._visits.values())
        return {
            "opened": len(self._visits) - choosing, "choosing": choosing, "named": sorted(self._named),
            "lost": sorted(self._lost),
        }  # fmt: skip

    def next_change(self) -> float | None:
        """In how many seconds something of it is forgotten."""
        until = [visit[1] for visit in self._visits.values()] + [*self._named.values(), *self._lost.values()]
        return max(0.0, min(until) - self._clock()) if until else None
