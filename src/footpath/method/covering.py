"""How often one person may cover words that are not their own: few acts within the hour, facilitators more (L4)."""

from footpath.method.entries import Hand, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.people import Role
from footpath.method.refusals import Refusal

HOUR = 3600 * 1000
MOST_AN_HOUR, MOST_OF_FACILITATORS = 12, 120
"""A storyteller masks some ten names of a long story in one go."""
MOST_COPIES_AN_HOUR = 300
"""Acts of taking back: others decide how many copies of somebody's words there are, and `MOST_COVERED` bounds them."""
MOST_COVERED = 800
"""Things that lie covered by one person; when a facilitator has lifted or confirmed some, they can cover others."""


def check_not_too_often(chart: Flipchart, hand: Hand, sentence: str, most: int = MOST_AN_HOUR) -> None:
    """Let nobody flood the flipchart with veils.

    Raises:
        Refusal: with the sentence, when they covered too often within the hour, or too much lies covered by them.
    """
    if chart.has_role(hand.typed_by, Role.FACILITATOR):
        most = MOST_OF_FACILITATORS
    if not may_cover_more(chart, hand, most):
        raise Refusal(sentence)


def may_cover_more(chart: Flipchart, hand: Hand, most: int) -> bool:
    """Whether somebody covered less often than that within the hour; and, but for facilitators, not very much."""
    if not chart.has_role(hand.typed_by, Role.FACILITATOR) and _covered_by(chart, hand.typed_by) >= MOST_COVERED:
        return False
    return sum(at > hand.at - HOUR for at in chart.covering.get(hand.typed_by or 0, ())) < most


def _covered_by(chart: Flipchart, person: int | None) -> int:
    """How many things that everybody sees lie covered by somebody."""
    theirs = (about for veil in chart.veils.values() if veil.by == person for about in veil.places)
    return sum(chart.may_read(chart.things[about], None) for about in theirs)


def covered_words(chart: Flipchart, recorded: Recorded) -> None:
    """Somebody covered words: one act counts once, however many entries it made."""
    person = recorded.typed_by or 0
    times = [at for at in chart.covering.get(person, ()) if at > recorded.at - HOUR and at != recorded.at]
    chart.covering[person] = [*times, recorded.at]
