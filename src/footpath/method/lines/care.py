"""Lines that ask for care: words beneath them changed or went, and nobody has kept or
reworded them since (O9).
"""

from collections.abc import Iterable

from footpath.method.flipchart.entries import Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.slips import undone_by
from footpath.method.lines.nearness import Nearness
from footpath.method.lines.tracing import answers, citing, is_line
from footpath.method.things.things import Element, Thing


def lines_resting_on(chart: Flipchart, id: int, near: Nearness) -> list[int]:
    """The lines that rest on a thing by themselves, not through another line, nearest first.

    `near` is that of the lines which somebody left out: what is reached through one left
    out is not reached.
    """
    found: dict[int, None] = {}
    met, waiting = {id}, [id]
    while waiting:
        far: list[int] = []
        for one in waiting:
            for thing in citing(chart, one):
                if is_line(thing):
                    rests = not isinstance(thing, Element) or answers(chart, thing, one)
                    if rests and (
                        thing.id not in chart.threads.left_out or near.is_near(id, thing.id)
                    ):
                        found[thing.id] = None
                elif thing.id not in met:
                    met.add(thing.id)
                    far.append(thing.id)
        waiting = far
    return list(found)


def sources_changed(chart: Flipchart, things: Iterable[Thing]) -> None:
    """Words changed: the lines that rest on them say so until somebody keeps or
    rewords them (O9).
    """
    cited = [thing for thing in things if chart.cited_by.get(thing.id)]
    near = Nearness(chart, chart.threads.left_out if cited else ())
    lines = set[int]()
    for thing in cited:
        for id in lines_resting_on(chart, thing.id, near):
            chart.threads.changed.setdefault(id, set()).add(thing.id)
            lines.add(id)
    for id in lines:
        chart.touch_cited(id)


def asks_for_care(chart: Flipchart, thing: Thing) -> bool:
    """Whether words in it, or in what it rests on, were changed or taken back, and nobody kept or
    reworded it since.
    """
    return chart.threads.ask_for_care(thing.id)


def line_settled(chart: Flipchart, line: Thing, recorded: Recorded) -> None:
    """A line was reworded or kept as it is: whatever changed beneath it has been seen.

    Undone, it asks for care again as it did, unless somebody kept it as it is since.
    """
    undone, threads = undone_by(chart, recorded), chart.threads
    if undone is None:
        threads.changed.pop(line.id, None)
        threads.copies_masked.discard(line.id)
    elif threads.looked_at.get(line.id, 0) < undone.number:
        if undone.care.changed:
            threads.changed.setdefault(line.id, set()).update(undone.care.changed)
        if undone.care.copies:
            threads.copies_masked.add(line.id)
