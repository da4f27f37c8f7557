"""A workshop in the tests' own database, in whatever state a test needs it; what its people ask
goes by the writer, as it does from the room.

The pure one is `table.Group`, the one on a server of its own `served.Doors`.
"""

import uuid
from typing import Any, Self

import msgspec

from footpath.method import COMMANDS
from footpath.organisations.models import Policy
from footpath.room import running
from footpath.room.running import rooms
from footpath.workshops.making import make_workshop

_NAMED = {command.__name__: command for command in COMMANDS}


class Stored:
    """It was made, and nobody is here."""

    def __init__(self, title: str = "Buying", *, policy: Policy | None = None) -> None:
        """Make it by link alone, or for a policy, whose members read what is opened to them."""
        self.workshop = make_workshop(rooms().writer, title)
        if policy is not None:
            self.workshop.policy = policy
            self.workshop.save()
        self.people: dict[str, int] = {}

    def asks(self, person: int | None, do: str, door: str = "", **fields: Any) -> int:
        """Somebody asks for something; the id of what was made, or 0."""
        command = msgspec.convert({"do": do, "id": str(uuid.uuid4()), **fields}, _NAMED[do])
        return rooms().submit(self.workshop.pk, command, person, door).made or 0

    def arrives(self, name: str, role: str = "guest") -> int:
        """Somebody comes in by a link."""
        self.people[name] = self.asks(None, "Arrive", door=role, name=name, where="online")
        return self.people[name]

    def opened(self, *phases: str) -> Self:
        """Fay comes in as a facilitator, opens the flipchart, and goes through these phases."""
        self.fay = self.arrives("Fay", "facilitator")
        self.asks(self.fay, "OpenFlipchart")
        for phase in phases:
            self.asks(self.fay, "OpenPhase", phase=phase)
        return self

    def end(self) -> None:
        """Close the rooms, and the writer's line to the database with them."""
        rooms().writer.close()
        running._rooms = None
