"""Every file of a whole session quotes only what somebody said in it (O8)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quoting import quoted_in

SPOKEN = ("note", "reflection", "ask", "answer", "open_question", "propose", "object", "checkout", "say")
EXAMPLE = Path(__file__).parents[2] / "examples" / "repairs.json"


def test_O8_every_file_of_a_session_quotes_only_what_somebody_said(play: Callable[..., Any]) -> None:
    session = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    left = play(EXAMPLE.read_text(encoding="utf-8"), "--check")
    said = {event["text"] for event in session["timeline"] if event["do"] in SPOKEN}
    files = [path for path in left.folder.rglob("*") if path.suffix in (".md", ".jsonl", ".csv")]
    quotations = {one for path in files for one in quoted_in(path.read_text(encoding="utf-8"))}
    assert quotations
    assert quotations <= said
