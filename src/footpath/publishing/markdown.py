"""The outline as Markdown: numbered lines, and notes at the end that give the words they rest on."""

import re
import unicodedata

from footpath.method import Flipchart
from footpath.method.opening import holds
from footpath.method.outline import Outline, outline
from footpath.method.threads import Edition
from footpath.publishing.lines import STANDING, Line, lines_of, numbers_of
from footpath.publishing.making import how_made, sides
from footpath.publishing.notes import Sources, missing
from footpath.publishing.threads import Knot, knots, near


def markdown(chart: Flipchart, *, edition: Edition) -> str:
    """The whole outline as Markdown, in the reader's edition."""
    made = outline(chart)
    title = chart.set_up.title.shown if chart.set_up is not None else ""
    out = [f"# {_plain(title)}: outline", ""]
    sources = Sources()
    headings = lines_of(chart, made)
    numbers = numbers_of(headings)
    for heading, lines in headings:
        out += [f"## {heading}", ""]
        for line in lines:
            own = near(chart, line.id, numbers)
            thread = knots(chart, line.id, edition=edition, numbers=numbers)
            out += _line(line, sources.cite([knot for knot in thread if knot.id in own]))
        out += [""] if lines else ["Nothing yet.", ""]
    out += _made(chart, made, edition=edition)
    gaps = missing(chart, made, edition=edition)
    out += ["## Still missing", "", *(f"- {_plain(gap)}" for gap in gaps), ""] if gaps else []
    if sources.cited:
        out += ["## Where the lines come from", ""]
        out += [f"{place}. {_knot(knot)}" for place, knot in enumerate(sources.cited, start=1)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _made(chart: Flipchart, made: Outline, *, edition: Edition) -> list[str]:
    spoke = [f"- {_plain(side.name)} {side.sentence}" for side in sides(chart, made)]
    shown = [story for story in made.experiences if holds(chart, story, edition)]
    told = [f"- Story: {_plain(story.words.shown)}" for story in shown]
    return [
        "## How it was made",
        "",
        _plain(" ".join(how_made(chart, made, edition=edition))),
        "",
        *spoke,
        *told,
        "",
    ]


def _line(line: Line, cited: list[str]) -> list[str]:
    standing = f" ({STANDING[line.standing]})" if line.standing else ""
    lead = f"{_plain(line.lead)}: " if line.lead else ""
    kind = f" ({line.kind})" if line.kind else ""
    from_ = rf" \[from {', '.join(cited)}\]" if cited else r" \[rests on nothing yet\]"
    out = [f"- **{line.number}** {lead}{_plain(line.text)}{kind}{standing}{from_}"]
    return [*out, *(f"    - {_plain(detail)}" for detail in line.details)]


def _knot(knot: Knot) -> str:
    if knot.words is None:
        return f"{knot.kind}: {knot.ends}"
    words = f"“{_plain(knot.words)}”" if knot.own_words else _plain(knot.words)
    quote = f" “{_plain(knot.quote)}”" if knot.quote else ""
    who = " · ".join(_plain(part) for part in (knot.who, knot.where) if part)
    said = f"{words}{quote}".strip()
    return f"{knot.kind}{': ' if said else ''}{said}{f' ({who})' if who else ''}"


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: what people wrote is never markup, and keeps its own direction."""
    shown = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    to_the_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown)
    return f"\u2068{shown}\u2069" if to_the_left else shown
