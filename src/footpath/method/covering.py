"""How much may lie covered: by one person's masking, and by what was taken back, whoever did (L4)."""

from collections.abc import Iterable

from footpath.method.entries import Hand, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.people import Role
from footpath.method.refusals import Refusal
from footpath.method.veils import Because, Veil

HOUR = 3600 * 1000
MOST_AN_HOUR, MOST_OF_FACILITATORS = 12, 120
"""A storyteller masks some ten names of a long story in one go."""
MOST_COVERED = 800
"""Things that lie covered by one person; when a facilitator has lifted or confirmed some, they can cover others."""
MOST_COPIES = 4_000
"""Things of a workshop that lie covered as copies. Others decide how many copies there are of somebody's words, so this
is nobody's own: a room of one person's that was full would tell whose an uncovered copy of unnamed words is (A3)."""


def check_not_too_often(chart: Flipchart, hand: Hand, sentence: str) -> None:
    """Let nobody flood the flipchart with veils.

    Raises:
        Refusal: with the sentence, when they covered too often within the hour, or too much lies covered by them.
    """
    facilitates = chart.has_role(hand.typed_by, Role.FACILITATOR)
    acts = sum(at > hand.at - HOUR for at in chart.covering.get(hand.typed_by or 0, ()))
    if acts >= (MOST_OF_FACILITATORS if facilitates else MOST_AN_HOUR):
        raise Refusal(sentence)
    names = (veil for veil in chart.veils.values() if veil.because is Because.NAME and veil.by == hand.typed_by)
    if not facilitates and _seen_by_everybody(chart, names) >= MOST_COVERED:
        raise Refusal(sentence)


def may_cover_more_copies(chart: Flipchart) -> bool:
    """Whether not very many copies lie covered already, whoever's words they are."""
    copies = (veil for veil in chart.veils.values() if veil.because is Because.COPY)
    return _seen_by_everybody(chart, copies) < MOST_COPIES


def _seen_by_everybody(chart: Flipchart, veils: Iterable[Veil]) -> int:
    """How many things that everybody sees lie beneath these."""
    return sum(chart.may_read(chart.things[about], None) for veil in veils for about in veil.places)


def covered_words(chart: Flipchart, recorded: Recorded) -> None:
    """Somebody covered words: one act counts once, however many entries it made."""
    person = recorded.typed_by or 0
    times = [at for at in chart.covering.get(person, ()) if at > recorded.at - HOUR and at != recorded.at]
    chart.covering[person] = [*times, recorded.at]
