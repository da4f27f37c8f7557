"""Notes at the end of an outline that is taken away, and what is still missing in it, as far as its readers may see."""

from msgspec import Struct, field

from footpath.method import Flipchart
from footpath.method.outline import Outline
from footpath.method.things import AUTHORED
from footpath.method.threads import Edition
from footpath.publishing.threads import Knot


class Sources(Struct, kw_only=True):
    """What the lines rest on, each once, numbered from one in the order in which it is first cited."""

    cited: list[Knot] = field(default_factory=list[Knot])
    numbers: dict[int, int] = field(default_factory=dict[int, int])

    def cite(self, thread: list[Knot]) -> list[str]:
        """The notes of one line by number; what is itself a line is called by its own."""
        found: list[str] = []
        for knot in thread:
            if not knot.line and knot.id not in self.numbers:
                self.cited.append(knot)
                self.numbers[knot.id] = len(self.cited)
            found.append(knot.line or str(self.numbers[knot.id]))
        return found


def missing(chart: Flipchart, made: Outline, *, edition: Edition) -> list[str]:
    """The gap check. Who did not take part reads how many reflections are unanswered, not their words (O5)."""
    if edition is Edition.TOOK_PART:
        return [gap.sentence for gap in made.gaps]
    people = [gap for gap in made.gaps if gap.about is not None and isinstance(chart.things[gap.about], AUTHORED)]
    shown = [gap.sentence for gap in made.gaps if gap not in people]
    number = len(people)
    if number:
        shown.append("Nothing answers one reflection." if number == 1 else f"Nothing answers {number} reflections.")
    return shown
