"""A process beside a server, that runs a few lines on its database as another part of Footpath would.

Django is set up once, for as long as it is the same server's; each script runs in a fork of that, by itself.
"""

import atexit
import os
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

import forking


class Beside:
    """It is there until it is ended."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Start it, with a server's environment."""
        self.env = dict(env)
        self.folder = tempfile.TemporaryDirectory(prefix="footpath-beside-")
        self.line, theirs = Pipe()
        self.process = forking.start(_run_scripts, theirs, self.env, Path(self.folder.name))
        theirs.close()

    def run(self, script: str, given: str) -> str:
        """What a script prints, which finds what it is given as its one argument."""
        printed, wrong = (Path(self.folder.name, name) for name in ("printed", "wrong"))
        for said in (printed, wrong):
            said.unlink(missing_ok=True)
        self.line.send((script, given))
        code = self.line.recv()
        assert code == 0, wrong.read_text()
        return printed.read_text()

    def end(self) -> None:
        """Nothing more is to be run."""
        self.line.close()
        self.process.join()
        self.folder.cleanup()


def _run_scripts(line: Connection, env: dict[str, str], folder: Path) -> None:
    forking.with_settings(env)
    import django

    django.setup()
    from django.db import connection  # noqa: F401  # its driver with it, and no line to the database yet

    while True:
        try:
            script, given = line.recv()
        except EOFError:
            return
        if (child := os.fork()) == 0:
            forking.say_into(folder / "printed", folder / "wrong")
            sys.argv = ["-c", given]
            exec(compile(script, "script", "exec"), {"__name__": "__main__"})
            return  # and it ends as any process does
        line.send(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


_last: Beside | None = None


def run(env: Mapping[str, str], script: str, given: str) -> str:
    """Run a few lines in a process of its own; what they print."""
    global _last
    if _last is None or _last.env != env or not _last.process.is_alive():
        _end()
        _last = Beside(env)
    return _last.run(script, given)


@atexit.register
def _end() -> None:
    global _last
    if _last is not None:
        _last.end()
        _last = None
