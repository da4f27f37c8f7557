"""Visibility: who receives a moment or a story, and the narrower of two."""

from enum import StrEnum


class Visibility(StrEnum):
    """Who receives a moment or a story."""

    SHARED = "shared"
    FACILITATORS = "facilitators"
    ONLY_ME = "only_me"


def narrower(one: Visibility, other: Visibility) -> Visibility:
    """The one of two that fewer people receive."""
    order = [Visibility.SHARED, Visibility.FACILITATORS, Visibility.ONLY_ME]
    return max(one, other, key=order.index)
