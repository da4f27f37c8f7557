"""The rule for one point of a form that two people had open. Pure."""

from enum import Enum

Said = dict[str, str | list[str]]
"""A point as a form says it: for each of its fields what a browser would send. Several
choices are a list.
"""


class PointOutcome(Enum):
    """What becomes of a point."""

    SAME = "same"
    """Nothing was changed, or both wrote the same."""
    MINE = "mine"
    """Only who sends the form changed it."""
    THEIRS = "theirs"
    """Only somebody else changed it."""
    BOTH = "both"
    """Both chose among several, and both choices hold."""
    CLASH = "clash"
    """Both changed it, and differently."""


def settle(
    before: Said | None, now: Said | None, mine: Said | None, *, known: bool = True
) -> tuple[PointOutcome, Said | None]:
    """What becomes of a point, and what it says then.

    `before` is what the form was opened with, `now` what is stored, `mine` what was sent; None is a
    row that is not there. Where it is not known what the form was opened with, whatever differs is
    a clash, and nothing is taken out.
    """
    if mine == now:
        return PointOutcome.SAME, now
    if not known:
        return (PointOutcome.THEIRS, now) if mine is None else (PointOutcome.CLASH, mine)
    if mine == before:
        return PointOutcome.THEIRS, now
    if now == before:
        return PointOutcome.MINE, mine
    if (chosen := _both(before, now, mine)) is not None:
        return PointOutcome.BOTH, chosen
    return PointOutcome.CLASH, mine


def _both(before: Said | None, now: Said | None, mine: Said | None) -> Said | None:
    """Of several that can be chosen, what somebody added and took out, on top
    of what stands now.
    """
    if before is None or now is None or mine is None:
        return None
    chosen: Said = {}
    for field, was in before.items():
        there, sent = now.get(field), mine.get(field)
        if not (isinstance(was, list) and isinstance(there, list) and isinstance(sent, list)):
            return None
        gone, added = set(was) - set(sent), set(sent) - set(was)
        chosen[field] = sorted((set(there) - gone) | added)
    return chosen
