"""What was said of an aim on the return to it, as the aim keeps it."""

from msgspec import Struct

from footpath.method.words.words import Words


class AimReview(Struct, frozen=True, kw_only=True):
    """What the group said of an aim on its return: keep, change, drop, leave open."""

    choice: str
    reason: Words | None
    rests_on: tuple[int, ...]
    by: int | None
    typed_by: int | None
    unnamed: bool
    at: int
    entry: int
    """The number of the entry in which it was said."""
