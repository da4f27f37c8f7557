"""The command that plays a timeline file, on a server of the tests', and the invented sessions that it plays."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from serving import Server
from serving_fixtures import database, server  # noqa: F401

from footpath.replaying.terminal import add_arguments, replay


class Left(NamedTuple):
    """What a session left: the command's code, what it printed and said was wrong, the outline and its folder."""

    code: int
    printed: str
    wrong: str
    outline: dict[str, Any]
    folder: Path


@pytest.fixture
def session() -> Callable[[str], Any]:
    """Gives an invented session by its name: laundry, night_bus or bakery; between them they use every verb."""
    here = Path(__file__).parent
    return lambda name: json.loads((here / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def play(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Left]:  # noqa: F811
    """Play a file as `footpath replay FILE --out DIR` does, with `--check` where it expects something."""

    def played(file: Any, *more: str) -> Left:
        path, out = tmp_path / "session.json", tmp_path / "out"
        path.write_text(file if isinstance(file, str) else json.dumps(file))
        parser = argparse.ArgumentParser()
        add_arguments(parser)
        checks = ["--check"] if isinstance(file, dict) and "expected" in file else []
        options = parser.parse_args([str(path), "--url", server.base, "--out", str(out), *checks, *more])
        code = replay(options)
        told = capsys.readouterr()
        outline = json.loads((out / "outline.json").read_text()) if (out / "outline.json").exists() else {}
        return Left(code, told.out, told.err, outline, out)

    return played
