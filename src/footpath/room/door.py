"""The door: who is on the way into a workshop, and who lost the line just now, for
facilitators alone (G19).

All of it is forgotten after minutes, and none of it is stored: a page on which a name is
asked says every so often that it is still open, and whether somebody has begun with a name;
never what they type.
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
        self._visits: dict[str, tuple[bool, float, str]] = {}
        self._turned_away: dict[str, float] = {}
        self._named: dict[int, float] = {}
        self._lost: dict[int, float] = {}

    def visit(self, id: str, at: At, network: str, most: int) -> None:
        """A page with the link is open, or a name is being chosen on it, or it was closed; so
        many from one network.
        """
        if at == "gone":
            self._visits.pop(id, None)
        elif id in self._visits or self._has_room(network, most):
            self._visits[id] = (at == "name", self._clock() + VISIT_GOOD_FOR, network)

    def _has_room(self, network: str, most: int) -> bool:
        near = sum(visit[2] == network for visit in self._visits.values())
        return near < most and len(self._visits) < max(MOST_VISITS, 2 * most)

    def refused(self) -> None:
        """Somebody was turned away, because very many came by one link."""
        self._turned_away = {
            "number": self._turned_away.get("number", 0) + 1,
            "until": self._clock() + LOST_FOR,
        }

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
        """How many opened the link, how many are choosing a name, and the ids of who has a
        name and is not in.
        """
        now = self._clock()
        self._visits = {id: visit for id, visit in self._visits.items() if visit[1] > now}
        self._named = {person: until for person, until in self._named.items() if until > now}
        self._lost = {person: until for person, until in self._lost.items() if until > now}
        if self._turned_away.get("until", 0.0) <= now:
            self._turned_away = {}
        choosing = sum(chooses for chooses, _, _ in self._visits.values())
        return {
            "opened": len(self._visits) - choosing,
            "choosing": choosing,
            "named": sorted(self._named),
            "lost": sorted(self._lost),
            "refused": int(self._turned_away.get("number", 0)),
        }

    def next_change(self) -> float | None:
        """In how many seconds something of it is forgotten."""
        until = [visit[1] for visit in self._visits.values()] + [
            *self._named.values(),
            *self._lost.values(),
        ]
        until += [self._turned_away["until"]] if self._turned_away else []
        return max(0.0, min(until) - self._clock()) if until else None
