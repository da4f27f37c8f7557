"""The outline as Markdown: numbered lines, and notes at the end that give the words they rest on."""

import re

from footpath.method import Flipchart
from footpath.method.outline import Outline, outline
from footpath.publishing.lines import STANDING, Line, lines_of
from footpath.publishing.threads import Knot, knots


def markdown(chart: Flipchart, *, took_part: bool) -> str:
    """The whole outline as Markdown, in the reader's edition."""
    made = outline(chart)
    title = chart.set_up.title.shown if chart.set_up is not None else ""
    out = [f"# {_plain(title)}: outline", "", _made(made), ""]
    notes: list[str] = []
    for heading, lines in lines_of(chart, made):
        out += [f"## {heading}", ""]
        for line in lines:
            out += _line(line, notes, knots(chart, line.id, took_part=took_part))
        out += ["" if lines else "Nothing yet.", ""] if not lines else [""]
    if made.gaps:
        out += ["## What is still missing", "", *(f"- {_plain(gap.sentence)}" for gap in made.gaps), ""]
    out += ["## Where the lines come from", "", *notes, ""] if notes else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _made(made: Outline) -> str:
    spoke = f" Sides that spoke: {', '.join(made.sides_spoken)}." if made.sides_spoken else ""
    silent = f" Sides that did not: {', '.join(made.sides_silent)}." if made.sides_silent else ""
    people = "1 person" if made.people == 1 else f"{made.people} people"
    return _plain(f"Made by {people} in {made.sittings or 1} sitting{'s' if made.sittings > 1 else ''}.{spoke}{silent}")


def _line(line: Line, notes: list[str], thread: list[Knot]) -> list[str]:
    standing = f" ({STANDING[line.standing]})" if line.standing else ""
    out = [f"- **{line.number}** {_plain(line.text)}{standing}[^{line.number}]"]
    out += [f"    - {_plain(detail)}" for detail in line.details]
    notes.append(
        f"[^{line.number}]: " + ("; ".join(_knot(knot) for knot in thread) or "This line rests on nothing yet.")
    )
    return out


def _knot(knot: Knot) -> str:
    if knot.words is None:
        return f"{knot.kind}: {knot.ends}"
    words = f"“{_plain(knot.words)}”" if knot.own_words else _plain(knot.words)
    who = f" ({knot.who})" if knot.who else ""
    where = f", {_plain(knot.where)}" if knot.where else ""
    return f"{knot.kind}: {words}{who}{where}"


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: what people wrote is never markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
