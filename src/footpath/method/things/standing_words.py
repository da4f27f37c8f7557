"""Where a line stands, in words: the same in the room, on the wall and in every outline.

`make types` gives them to the room.
"""

from typing import Literal

Standing = Literal["kept", "changed", "new", "dropped", "parked", "unresolved", "undecided"]
"""What became of an aim: undecided where nobody looked again."""

Decided = Literal["kept", "changed", "new", "dropped", "parked", "unresolved", "two positions"]
"""What was decided of an aim on the return to it, whatever its wording was before."""

STANDING_WORDS = {
    "kept": "kept", "changed": "changed", "new": "new", "dropped": "dropped", "parked": "parked",
    "unresolved": "stays open", "two positions": "two positions", "undecided": "not decided yet",
    "not asked": "storyteller not asked",
}  # fmt: skip
"""Of an aim what became of it on its return, by its view's `standing` and `decided`; of one that
stays open, that positions stand against each other; and that nobody asked a value's storytellers.
"""
