"""Records of every release replay for ever."""

from pathlib import Path

import pytest
from kept import EARLIER, HERE, LATER, read, replayed

from footpath.method import ENTRIES, Sight

RECORDS = sorted(HERE.glob("*/*.jsonl"))
NEWEST = max(
    (path.parent for path in RECORDS), key=lambda path: [int(part) for part in path.name.split(".")]
)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_S3_a_record_of_an_earlier_release_replays(path: Path) -> None:
    last = max(one.number for one in read(path))
    assert replayed(path).number == last


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_S3_everybody_can_look_at_a_record_of_an_earlier_release(path: Path) -> None:
    sight = Sight(replayed(path))
    assert {"everyone", "facilitators"} <= sight.audiences()


def test_S3_the_newest_kept_records_have_every_kind_of_entry() -> None:
    kept = {type(one.entry).__name__ for path in NEWEST.glob("*.jsonl") for one in read(path)}
    assert {kind.__name__ for kind in ENTRIES} - kept == (EARLIER - kept) | LATER
