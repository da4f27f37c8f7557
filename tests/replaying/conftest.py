"""The command that plays a timeline file, on a server of the tests', and the invented
sessions that it plays.
"""

import argparse
import contextlib
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from served import Server

from footpath.terminal.replaying import add_arguments, replay


class Left(NamedTuple):
    """What a session left: the command's code, what it printed and said was wrong, the
    outline and its folder.
    """

    code: int
    printed: str
    wrong: str
    outline: dict[str, Any]
    folder: Path


@pytest.fixture
def session() -> Callable[[str], Any]:
    """Gives an invented session by its name: laundry, night_bus or bakery; between them
    they use every verb.
    """
    here = Path(__file__).parent
    return lambda name: json.loads((here / f"{name}.json").read_text(encoding="utf-8"))


def played(started: Server, folder: Path, file: Any, *more: str) -> Left:
    """Play a file as `footpath replay FILE --out DIR` does, with `--check` where
    it expects something.
    """
    path, out = folder / "session.json", folder / "out"
    path.write_text(file if isinstance(file, str) else json.dumps(file))
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    checks = ["--check"] if isinstance(file, dict) and "expected" in file else []
    options = parser.parse_args(
        [str(path), "--url", started.base, "--out", str(out), *checks, *more]
    )
    told, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(wrong):
        code = replay(options)
    outline = (
        json.loads((out / "outline.json").read_text()) if (out / "outline.json").exists() else {}
    )
    return Left(code, told.getvalue(), wrong.getvalue(), outline, out)


@pytest.fixture(scope="module")
def play_in(server: Server) -> Callable[..., Left]:
    """Play a file on the running server, and keep what it left in a folder."""
    return partial(played, server)


@pytest.fixture
def play(play_in: Callable[..., Left], tmp_path: Path) -> Callable[..., Left]:
    """Play a file on the running server."""
    return partial(play_in, tmp_path)


@pytest.fixture(scope="module")
def laundry(play_in: Callable[..., Left], tmp_path_factory: pytest.TempPathFactory) -> Left:
    """What the session with every verb in it left, played once."""
    file = json.loads((Path(__file__).parent / "laundry.json").read_text(encoding="utf-8"))
    return play_in(tmp_path_factory.mktemp("laundry"), file)
