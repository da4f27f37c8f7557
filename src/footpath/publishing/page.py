"""What the outline's page shows, for one reader alone."""

from typing import Any

from django.template.loader import render_to_string
from msgspec import Struct

from footpath.method import Flipchart
from footpath.method.answering import to_look_at
from footpath.method.opening import holds
from footpath.method.outline import outline as made_of
from footpath.method.threads import Edition
from footpath.publishing.drawing import drawing
from footpath.publishing.knots import Knot
from footpath.publishing.lines import CHANGED, STANDING, TAKEN_FROM, Line, lines_of, numbers_of
from footpath.publishing.making import how_made, sides
from footpath.publishing.notes import Sources, missing
from footpath.publishing.threads import THE_REST, Said, Threads


class Reading(Struct, frozen=True):
    """Which edition is read, whose it is in words, and who reads: those who took part can look at the others too."""

    edition: Edition
    whose: str
    reader: Edition
    person: int | None = None
    token: str = ""
    """Of the link by which everyone's edition was opened."""
    may_narrow: bool = False


class Drawn:
    """A place on a thread that draws itself when the page is written: once, however many threads it is on."""

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


class Threaded(Struct, frozen=True, kw_only=True):
    """A line with its thread, drawn for this reader. The places of a thread are drawn once for the whole outline."""

    line: Line
    standing: str
    own: list[tuple[Drawn, bool]]
    """Each place, and whether its author says that the line is what they meant."""
    further: list[Drawn]
    onward: list[Drawn]
    not_all: bool
    rests_on: str
    not_quite: tuple[Said, ...]
    answered: str | None
    cited: list[str]
    may_keep: bool


_ALWAYS = {"changed": CHANGED, "taken_from": TAKEN_FROM}
"""The sentences that the page has for whoever reads it."""


def outline_page(chart: Flipchart, reading: Reading) -> dict[str, Any]:
    """Everything that the page shows."""
    edition, made = reading.edition, made_of(chart)
    parts = lines_of(chart, made, edition)
    numbers, sources = numbers_of(parts), Sources()
    threads = Threads(chart, edition, numbers)
    drawn: dict[int, Drawn] = {}
    keeps = reading.edition is Edition.TOOK_PART and chart.keeps_text(reading.person)

    def draw(knot: Knot) -> Drawn:
        return drawn.setdefault(knot.id, Drawn(knot))

    def threaded(line: Line) -> Threaded:
        thread = threads.by_line[line.id]
        return Threaded(
            line=line, standing=STANDING[line.standing],
            own=[(draw(knot), knot.id in thread.meant) for knot in thread.own],
            further=[draw(knot) for knot in thread.further], onward=[draw(knot) for knot in thread.onward],
            not_all=thread.not_all, rests_on=thread.rests_on, not_quite=thread.not_quite, answered=thread.answered,
            cited=sources.cite(thread.own),
            may_keep=keeps and (line.changed or line.taken_from or bool(to_look_at(chart, chart.things[line.id]))),
        )  # fmt: skip

    return {
        "title": chart.set_up.title.shown if chart.set_up is not None else "",
        "made": made,
        "headings": [(heading, [threaded(line) for line in lines]) for heading, lines in parts],
        "count": len(numbers),
        "drawing": drawing(made.elements, made.lanes) if made.elements else "",
        "how": how_made(chart, made, edition),
        "sides": sides(chart, made),
        "stories": [story for story in made.experiences if holds(chart, story, edition)],
        "gaps": missing(chart, made, edition),
        "sources": sources.cited,
        "reading": reading,
        "to_know": threads.to_know,
        "the_rest": THE_REST[edition],
        **_ALWAYS,
    }
