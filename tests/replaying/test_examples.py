"""Every session in examples/ is played once, and leaves what its file expects."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from quoting import quoted_in

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
SPOKEN = {
    "note", "reflection", "ask", "answer", "open_question", "propose", "object", "checkout", "say",
    "edit",
}  # fmt: skip


@pytest.fixture(scope="module", params=EXAMPLES, ids=[path.stem for path in EXAMPLES])
def example(
    request: pytest.FixtureRequest,
    play_in: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Any, Any]:
    """A session of examples/, and what it left."""
    file = json.loads(request.param.read_text(encoding="utf-8"))
    return file, play_in(tmp_path_factory.mktemp(request.param.stem), file)


def test_O5a_in_an_example_every_line_leads_back_to_something_told(
    example: tuple[Any, Any],
) -> None:
    _, left = example
    assert left.code == 0, left.printed + left.wrong
    assert "was refused" not in left.printed
    assert "Not compared" not in left.printed
    assert all(left.outline["thread"][aim["ref"]] for aim in left.outline["aims"])


def test_O8_every_file_of_a_session_quotes_only_what_somebody_said(
    example: tuple[Any, Any],
) -> None:
    session, left = example
    events = session["timeline"]
    said = {event["text"] for event in events if event["do"] in SPOKEN}
    said |= {event["quote"] for event in events if "quote" in event}
    files = [path for path in left.folder.rglob("*") if path.suffix in (".md", ".jsonl", ".csv")]
    quotations = {one for path in files for one in quoted_in(path.read_text(encoding="utf-8"))}
    assert quotations
    assert quotations <= said
