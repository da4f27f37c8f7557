"""Notes at the end of an outline that is taken away, and what is still missing in it, as far as
its readers may see.
"""

from collections.abc import Iterable

from msgspec import Struct, field

from footpath.method import Flipchart
from footpath.method.counting import in_words
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.outline import Outline
from footpath.method.things.things import AUTHORED
from footpath.method.wire.sheets import GapView
from footpath.publishing.knots import Knot


class Sources(Struct, kw_only=True):
    """What the lines rest on, each once, numbered from one in the order in which
    it is first cited.
    """

    cited: list[Knot] = field(default_factory=list[Knot])
    numbers: dict[int, int] = field(default_factory=dict[int, int])

    def cite(self, thread: Iterable[Knot]) -> list[str]:
        """The notes of one line by number; what is itself a line is called by its own."""
        found: list[str] = []
        for knot in thread:
            if not knot.line and knot.id not in self.numbers:
                self.cited.append(knot)
                self.numbers[knot.id] = len(self.cited)
            found.append(knot.line or str(self.numbers[knot.id]))
        return found


class Missing(Struct, frozen=True, kw_only=True):
    """What the gap check finds of one kind: a sentence, and where there are many,
    each of them under it.
    """

    sentence: str
    each: tuple[str, ...] = ()


MANY = 4
"""So many of one kind stand under one sentence."""
_KINDS = {
    "unanswered": (
        "Nothing answers one of the reflections.",
        "Nothing answers {} of the reflections.",
    ),
    "liked_lost": (
        "Something liked is lost in the process.",
        "{} things that were liked are lost in the process.",
    ),
    "note_uncited": ("No aim takes up one of the notes.", "No aim takes up {} of the notes."),
    "hard_unanswered": (
        "No step answers one of the hard moments.",
        "No step answers {} of the hard moments.",
    ),
    "aim_unserved": (
        "Nothing in the process serves one of the aims.",
        "Nothing in the process serves {} of the aims.",
    ),
    "serves_no_aim": ("One step serves no aim yet.", "{} steps serve no aim yet."),
    "unheard": (
        "Nobody can be heard saying one of the values.",
        "Nobody can be heard saying {} of the values.",
    ),
}


def missing(chart: Flipchart, made: Outline, edition: Edition) -> list[Missing]:
    """The gap check. Where somebody's words are not for these readers, they read how many
    there are of a kind.
    """
    kinds: dict[str, list[GapView]] = {}
    for gap in made.gaps:
        kinds.setdefault(gap.kind, []).append(gap)
    return [one for kind, found in kinds.items() for one in _of_kind(chart, kind, found, edition)]


def _of_kind(chart: Flipchart, kind: str, found: list[GapView], edition: Edition) -> list[Missing]:
    read = [gap.sentence for gap in found if _may_read(chart, gap, edition)]
    if len(read) == len(found) < MANY or kind not in _KINDS:
        return [Missing(sentence=sentence) for sentence in read]
    one, many = _KINDS[kind]
    sentence = one if len(found) == 1 else many.format(len(found))
    sentence = in_words(sentence)
    return [Missing(sentence=sentence[0].upper() + sentence[1:], each=tuple(read))]


def _may_read(chart: Flipchart, gap: GapView, edition: Edition) -> bool:
    thing = chart.things[gap.about] if gap.about is not None else None
    return not isinstance(thing, AUTHORED) or holds(chart, thing, edition)
