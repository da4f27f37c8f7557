"""A server of its own for all sessions that are played, and the command that plays them."""

import argparse
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from footpath.replaying.terminal import add_arguments, replay


class Left(NamedTuple):
    """What a session left: the command's code, what it printed and said was wrong, and the outline."""

    code: int
    printed: str
    wrong: str
    outline: dict[str, Any]
    folder: Path


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that was started as people start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "FOOTPATH_DATA": str(tmp_path_factory.mktemp("data"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "footpath", "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL
    )
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(base, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def play(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Left]:
    """Play a file as `footpath replay FILE --check --out DIR` does, on the running server."""

    def played(file: Any, *more: str) -> Left:
        path, out = tmp_path / "session.json", tmp_path / "out"
        path.write_text(file if isinstance(file, str) else json.dumps(file))
        parser = argparse.ArgumentParser()
        add_arguments(parser)
        checks = ["--check"] if isinstance(file, dict) and "expected" in file else []
        options = parser.parse_args([str(path), "--url", server, "--out", str(out), *checks, *more])
        code = replay(options)
        told = capsys.readouterr()
        outline = json.loads((out / "outline.json").read_text()) if (out / "outline.json").exists() else {}
        return Left(code, told.out, told.err, outline, out)

    return played
