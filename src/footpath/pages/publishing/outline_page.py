"""What the outline's page shows, for one reader alone."""

from typing import Any

from django.template.loader import render_to_string
from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.outline import outline as made_of
from footpath.method.own_words.answering import to_look_at
from footpath.method.things.standing_words import STANDING_WORDS
from footpath.publishing.drawing import drawing
from footpath.publishing.endnotes import Sources, missing
from footpath.publishing.how_made import how_made, side_of, sides
from footpath.publishing.knots import Knot
from footpath.publishing.numbered_lines import (
    CHANGED,
    TAKEN_FROM,
    Line,
    lines_of,
    numbers_of,
    order_said,
)
from footpath.publishing.shown_threads import THE_REST, NotQuite, ShownThreads, Thread


class EditionRead(Struct, frozen=True):
    """Which edition is read, whose it is in words, and who reads: those who took part can look
    at the others too.
    """

    edition: Edition
    whose: str
    reader: Edition
    person: int | None = None
    token: str = ""
    """Of the link by which everyone's edition was opened."""
    may_narrow: bool = False


class Drawn:
    """A place on a thread that draws itself when the page is written: once, however
    many threads it is on.
    """

    def __init__(self, knot: Knot) -> None:
        """Nothing is drawn yet: that is not the flipchart's time."""
        self._knot, self._html = knot, ""

    def __str__(self) -> str:
        """The place as HTML."""
        self._html = self._html or render_to_string("publishing/knot.html", {"knot": self._knot})
        return self._html

    def __repr__(self) -> str:
        """What it shows."""
        return repr(self._knot)


class PlaceBeneath(Struct, frozen=True, kw_only=True):
    """A place right beneath a line: whether its author meant the line, and whether it
    has changed since.
    """

    knot: Drawn
    meant: bool
    changed: bool
    before: str
    """How it read when the line was worded, where these readers may see that."""


class Threaded(Struct, frozen=True, kw_only=True):
    """A line with its thread, drawn for this reader. The places of a thread are drawn once for
    the whole outline.
    """

    line: Line
    standing: str
    own: list[PlaceBeneath]
    further: list[Drawn]
    onward: list[Drawn]
    not_all: bool
    rests_on: str
    not_quite: tuple[NotQuite, ...]
    answered: str | None
    cited: list[str]
    may_keep: bool


def outline_page(chart: Flipchart, reading: EditionRead) -> dict[str, Any]:
    """Everything that the page shows, in words: it is drawn after the flipchart was read."""
    edition, made = reading.edition, made_of(chart)
    parts = lines_of(chart, made, edition)
    numbers = numbers_of(parts)
    weaving = _Weaving(chart, reading, ShownThreads(chart, edition, numbers))
    return {
        "title": chart.set_up.title.shown if chart.set_up is not None else "",
        "headings": [
            (heading, [weaving.threaded(line) for line in lines]) for heading, lines in parts
        ],
        "count": len(numbers),
        "open_questions": len(made.open_questions),
        "drawing": drawing(chart, made.elements, made.lanes) if made.elements else "",
        "order_alone": order_said(made),
        "how": how_made(chart, made, edition),
        "sides": sides(chart, made),
        "stories": [
            (one.words.shown, side_of(one))
            for one in made.experiences
            if holds(chart, one, edition)
        ],
        "gaps": missing(chart, made, edition),
        "sources": weaving.sources.cited,
        "reading": reading,
        "to_know": weaving.threads.to_know,
        "the_rest": THE_REST[edition],
        "changed": CHANGED,
        "taken_from": TAKEN_FROM,
    }


class _Weaving:
    """The lines with their threads, each place drawn once, and the notes that they cite."""

    def __init__(self, chart: Flipchart, reading: EditionRead, threads: ShownThreads) -> None:
        self._chart, self.threads, self.sources = chart, threads, Sources()
        self._keeps = reading.edition is Edition.TOOK_PART and chart.keeps_text(reading.person)
        self._drawn: dict[int, Drawn] = {}

    def threaded(self, line: Line) -> Threaded:
        thread, of_line = self.threads.by_line[line.id], self._chart.things[line.id]
        asks_for_care = line.changed or line.taken_from or bool(to_look_at(self._chart, of_line))
        return Threaded(
            line=line,
            standing=STANDING_WORDS.get(line.standing, ""),
            own=[self._beneath(knot, thread) for knot in thread.own],
            further=[self._draw(knot) for knot in thread.further],
            onward=[self._draw(knot) for knot in thread.onward],
            not_all=thread.not_all,
            rests_on=thread.rests_on,
            not_quite=thread.not_quite,
            answered=thread.answered,
            cited=self.sources.cite(thread.own),
            may_keep=self._keeps and asks_for_care,
        )

    def _beneath(self, knot: Knot, thread: Thread) -> PlaceBeneath:
        return PlaceBeneath(
            knot=self._draw(knot),
            meant=knot.id in thread.meant,
            changed=knot.id in thread.changed,
            before=thread.changed.get(knot.id, ""),
        )

    def _draw(self, knot: Knot) -> Drawn:
        return self._drawn.setdefault(knot.id, Drawn(knot))
