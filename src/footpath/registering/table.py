"""Tables to take away that no spreadsheet takes for formulas, whatever people say or call themselves.

`cell` guards every cell of every table that leaves.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable

BEGINNINGS, BREAKS = tuple("=+-@|%"), tuple("\t\r\n")
"""With these a cell can begin a formula, or call a program, in one spreadsheet or another."""


def cell(text: str) -> str:
    """The text as a cell: an apostrophe before whatever could be calculated, also behind blanks and in wide letters."""
    kept = "".join(" " if unicodedata.category(letter) == "Cc" and letter not in BREAKS else letter for letter in text)
    seen = "".join(
        letter for letter in unicodedata.normalize("NFKC", kept) if unicodedata.category(letter)[0] not in "ZC"
    )
    return f"'{kept}" if seen[:1] in BEGINNINGS or kept[:1] in BREAKS else kept


def csv_table(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV in UTF-8, with the mark by which spreadsheets recognise it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(text) for text in row])
    return written.getvalue().encode("utf-8-sig")
