"""Where a line stands, in words: the same in the room, on the wall and in every outline.

`make types` gives them to the room.
"""

from typing import Literal

Standing = Literal["kept", "changed", "new", "dropped", "parked", "unresolved", "undecided"]
"""What became of an aim: undecided where nobody looked again."""

NOT_DECIDED: tuple[Standing, ...] = ("unresolved", "undecided")
"""Where an aim stands of which the group has not said what becomes of it."""

STANDING_WORDS = {
    "kept": "kept", "changed": "changed", "new": "new", "dropped": "dropped", "parked": "parked",
    "unresolved": "not decided", "two positions": "not decided: two positions",
    "undecided": "not decided yet", "not asked": "storyteller not asked",
}  # fmt: skip
"""Of an aim what became of it on its return, by its view's `standing`; and as the outline alone
says it, that positions stand against each other, and that nobody asked a value's storytellers.
"""
