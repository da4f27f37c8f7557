"""Tables to take away that no spreadsheet takes for formulas, whatever people say
or call themselves.

`cell` guards every cell of every table that leaves.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

BEGINNINGS, BREAKS = tuple("=+-\u2212@|%"), tuple("\t\r\n")
"""With these a cell can begin a formula, or call a program, in one spreadsheet or another."""
_BEGINS_A_CELL = re.compile(r"(?<=[;\t\r\n])")
"""Where a spreadsheet begins another cell that parts cells by semicolons, as in much of
Europe, or by tabs.

The commas of our tables part nothing there, so the quotation marks around a text are not at
a cell's beginning.
"""


def cell(text: str) -> str:
    """The text as a cell: an apostrophe before whatever could be calculated, also behind blanks
    and in wide letters.
    """
    kept = "".join(
        " " if unicodedata.category(letter) == "Cc" and letter not in BREAKS else letter
        for letter in text
    )
    guarded = "".join(
        f"'{part}" if _could_be_calculated(part) else part for part in _BEGINS_A_CELL.split(kept)
    )
    return f"'{guarded}" if kept[:1] in BREAKS else guarded


def _could_be_calculated(part: str) -> bool:
    seen = (
        one
        for one in unicodedata.normalize("NFKC", part)
        if unicodedata.category(one)[0] not in "ZC"
    )
    return next((one for one in seen if one != '"'), "") in BEGINNINGS


def csv_table(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV in UTF-8, with the mark by which spreadsheets recognise it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(text) for text in row])
    return written.getvalue().encode("utf-8-sig")
