"""The outline as Markdown: numbered lines, and notes at the end that give the
words they rest on.
"""

import re
import unicodedata

from footpath.method import Flipchart
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.outline import Outline, outline
from footpath.method.things.standing_words import STANDING_WORDS
from footpath.publishing.edition_words import whose
from footpath.publishing.endnotes import Missing, Sources, missing
from footpath.publishing.how_made import how_made, sides
from footpath.publishing.knots import Knot
from footpath.publishing.numbered_lines import (
    CHANGED,
    TAKEN_FROM,
    Detail,
    Line,
    lines_of,
    numbers_of,
    order_said,
)
from footpath.publishing.shown_threads import ShownThreads, Thread


def markdown(chart: Flipchart, edition: Edition, readers: str = "") -> str:
    """The whole outline as Markdown, in the reader's edition; `readers` says whose it
    is, as `whose` does.
    """
    made = outline(chart)
    title = chart.set_up.title.shown if chart.set_up is not None else ""
    out = [f"# {_plain(title)}: outline", "", _plain(readers or whose(edition)), ""]
    sources = Sources()
    headings = lines_of(chart, made, edition)
    threads = ShownThreads(chart, edition, numbers_of(headings))
    out += [" ".join(threads.to_know), ""] if threads.to_know else []
    for heading, lines in headings:
        out += [f"## {heading}", ""]
        out += [order_said(made), ""] if heading == "Process" else []
        for line in lines:
            out += _line(line, threads.by_line[line.id], sources)
        out += [""] if lines else ["Nothing yet.", ""]
    out += _made(chart, made, edition)
    gaps = missing(chart, made, edition)
    out += (
        ["## Still missing", "", *(text for gap in gaps for text in _missing(gap)), ""]
        if gaps
        else []
    )
    if sources.cited:
        out += ["## Where the lines come from", ""]
        out += [f"{place}. {_knot(knot)}" for place, knot in enumerate(sources.cited, start=1)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _made(chart: Flipchart, made: Outline, edition: Edition) -> list[str]:
    spoke = [f"- {_plain(side.name)} {side.sentence}" for side in sides(chart, made)]
    shown = [story for story in made.experiences if holds(chart, story, edition)]
    told = [f"- Story: {_plain(story.words.shown)}" for story in shown]
    return [
        "## How it was made",
        "",
        _plain(" ".join(how_made(chart, made, edition))),
        "",
        *spoke,
        *told,
        "",
    ]


def _missing(gap: Missing) -> list[str]:
    return [f"- {_plain(gap.sentence)}", *(f"    - {_plain(one)}" for one in gap.each)]


def _line(line: Line, thread: Thread, sources: Sources) -> list[str]:
    standing = f" ({STANDING_WORDS[line.standing]})" if line.standing else ""
    lead = f"{_plain(line.lead)}: " if line.lead else ""
    kind = f" ({line.kind})" if line.kind else ""
    cited = sources.cite(thread.own)
    rests = (
        f"from {', '.join(cited)}" if cited else "" if thread.not_all else "rests on nothing yet"
    )
    words = line.said.within_marks(_plain) if line.said is not None else _plain(line.text)
    rest = rf" \[{rests}\]" if rests else ""
    out = [f"- **{line.number}** {lead}{words}{kind}{standing}{rest}"]
    return [*out, *(f"    - {text}" for text in _under(line, thread))]


def _under(line: Line, thread: Thread) -> list[str]:
    said = [f"{_plain(one.lead)} {_detail(one)}".strip() for one in line.details]
    said += [thread.rests_on] if thread.rests_on else []
    said += [CHANGED] if line.changed else []
    said += [TAKEN_FROM] if line.taken_from else []
    said += [
        f"Not quite: {one.quotation.within_marks(_plain)}{_by(one.who)}" for one in thread.not_quite
    ]
    return said + ([thread.answered] if thread.answered else [])


def _detail(detail: Detail) -> str:
    return detail.said.within_marks(_plain) if detail.said is not None else _plain(detail.text)


def _by(*parts: str) -> str:
    known = " · ".join(_plain(part) for part in parts if part)
    return f" ({known})" if known else ""


def _knot(knot: Knot) -> str:
    said = knot.said.within_marks(_plain) if knot.said is not None else ""
    felt_as = f" {knot.felt_as.within_marks(_plain)}" if knot.felt_as is not None else ""
    felt = f"felt {knot.felt}{felt_as}" if knot.felt else felt_as.strip()
    words = " ".join(part for part in (_plain(knot.words), said) if part)
    parts = [part for part in (words, felt, knot.ends) if part]
    return f"{knot.kind}{': ' if parts else ''}{' · '.join(parts)}{_by(knot.who, knot.where)}"


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: what people wrote is never markup, and keeps
    its own direction.
    """
    shown = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    to_the_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown)
    return f"\u2068{shown}\u2069" if to_the_left else shown
