"""Records as a release stored them, line by line. `python tests/golden/kept.py
0.1.0` keeps a new one.

What is kept are random histories in which every kind of entry of that release occurs. They are
never made anew: a later release reads them as they are.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
EARLIER = {"CopiesMasked", "SlipUndone"}
"""Kinds of entry that nothing makes any more; the records of earlier releases have them."""
LATER = {
    "AllHidden", "AllShown", "CopiesLookedFor", "ReasonReworded", "ReasonTakenBack",
    "ReviewTakenOff", "DoneAgain", "Undone", "TellerCameBack", "TellerLeft", "TitleTakenBack",
    "ToldTogether", "WaysSaid",
}  # fmt: skip
"""Kinds of entry that came after the newest kept records; the next release's will have them."""
sys.path[:0] = [str(HERE.parent)]

from histories import Monkey  # noqa: E402

from footpath.method import ENTRIES, Flipchart, Recorded, apply  # noqa: E402
from footpath.record.vocabulary import entry_of, payload_of  # noqa: E402


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """One row of the record's table, without what only the database needs."""

    number: int
    payload: str
    by: int | None
    typed_by: int | None
    said_at: int
    stored_at: int


def read(path: Path) -> Iterator[Recorded]:
    """The entries of a kept record, read as the record reads its own table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = msgspec.json.decode(line, type=Row)
        yield Recorded(
            number=row.number,
            at=row.stored_at,
            by=row.by,
            typed_by=row.typed_by,
            said_at=row.said_at,
            entry=entry_of(row.payload),
        )


def replayed(path: Path) -> Flipchart:
    """The flipchart that a kept record gives today."""
    chart = Flipchart()
    for one in read(path):
        apply(chart, one)
    return chart


def keep(version: str) -> None:
    """Keep a few random histories in which, between them, every kind of entry occurs."""
    missing = {kind for kind in ENTRIES if kind.__name__ not in EARLIER}
    for seed in range(1000):
        record = Monkey(seed, 600, copying=True).group.record
        kinds = {type(one.entry) for one in record}
        if kinds & missing:
            missing -= kinds
            rows = [
                Row(one.number, payload_of(one.entry), one.by, one.typed_by, one.said_at, one.at)
                for one in record
            ]
            lines = "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)
            (HERE / version).mkdir(exist_ok=True)
            (HERE / version / f"{seed}.jsonl").write_text(lines, encoding="utf-8")
    assert not missing, missing


if __name__ == "__main__":
    keep(sys.argv[1])
