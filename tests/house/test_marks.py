"""Quotation marks are drawn in one module of each language, and nowhere else (O8)."""

import re

from tree import files, text

MARKS = re.compile(
    r"[“”„‟«»‹›❝❞]|&[lr]dquo;|&[lr]aquo;|&bdquo;|\\u201[cdCDeE]|<q\b|<blockquote\b|(?:open|"
    r"close)-quote"
)
DRAWN = {
    "src/footpath/method/flipchart/quoting.py": "the one type that draws them",
    "frontend/src/words/quoting.ts": "the same on the room's pages",
    "frontend/src/shell/Saying.svelte": "what a facilitator may say aloud",
    "src/footpath/pages/failing.py": "finds marks behind a link that was copied, draws none",
    "frontend/src/parts/said_in_line.ts": "finds marks in what is typed, draws none",
    "src/footpath/gate/pointing_out.py": "finds marks in what people wrote, draws none",
}
READ_IN_NOTICES = "src/footpath/reading/"
"""Says back what stands in the notice that somebody pasted, as it stands there."""


def sources(marks: re.Pattern[str]) -> set[str]:
    """The files that the product's words stand in, as far as these marks are in them."""
    kinds = (".py", ".html", ".txt", ".md", ".js", ".css", ".svelte", ".ts")
    found = (
        path
        for path in files(*kinds)
        if path.as_posix().startswith(("src/footpath/", "frontend/src/"))
    )
    return {path.as_posix() for path in found if marks.search(text(path))}


def test_O8_no_other_module_draws_quotation_marks() -> None:
    assert {path for path in sources(MARKS) if not path.startswith(READ_IN_NOTICES)} == set(DRAWN)


def test_O8_a_quotation_is_made_from_a_thing_and_never_from_a_text() -> None:
    made = re.compile(r"\bQuotation\(|\bas Quotation\b|Quotation\._of\b")
    assert sources(made) <= {
        "src/footpath/method/flipchart/quoting.py",
        "frontend/src/words/quoting.ts",
    }
