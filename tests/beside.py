"""A process beside a server, that runs functions of the tests on its database as another part
of Footpath would.

Django is set up once, for as long as it is the same server's; each function runs in a fork
of that, by itself.
"""

import atexit
import os
import pickle
import tempfile
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import forking

P = ParamSpec("P")
T = TypeVar("T")


class Beside:
    """It is there until it is ended."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Start it, with a server's environment."""
        self.env = dict(env)
        self.folder = tempfile.TemporaryDirectory(prefix="footpath-beside-")
        self.line, theirs = Pipe()
        self.process = forking.start(_run_functions, theirs, self.env, Path(self.folder.name))
        theirs.close()

    def run(self, asked: bytes) -> Any:
        """What a function gives back; None where the process ended before."""
        given, wrong = (Path(self.folder.name, name) for name in ("given", "wrong"))
        for said in (given, wrong):
            said.unlink(missing_ok=True)
        self.line.send_bytes(asked)
        code = self.line.recv()
        assert code == 0, wrong.read_text()
        return pickle.loads(given.read_bytes()) if given.exists() else None

    def end(self) -> None:
        """Nothing more is to be run."""
        self.line.close()
        self.process.join()
        self.folder.cleanup()


def _run_functions(line: Connection, env: dict[str, str], folder: Path) -> None:
    forking.with_settings(env)
    import django

    django.setup()
    from django.db import connection  # noqa: F401  # its driver with it, and no line to the database yet

    while True:
        try:
            # imported here, for all forks: a file of tests asks for the same again and again
            run, given, named = pickle.loads(line.recv_bytes())
        except EOFError:
            return
        if (child := os.fork()) == 0:
            forking.say_into(Path(os.devnull), folder / "wrong")
            (folder / "given").write_bytes(pickle.dumps(run(*given, **named)))
            return  # and it ends as any process does
        line.send(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


_last: Beside | None = None


def run(env: Mapping[str, str], asked: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Run a function of a module, with what it is given, in a process of its own that has a
    server's environment; what it gives back.
    """
    global _last
    if _last is None or _last.env != env or not _last.process.is_alive():
        _end()
        _last = Beside(env)
    return _last.run(pickle.dumps((asked, given, named)))


@atexit.register
def _end() -> None:
    global _last
    if _last is not None:
        _last.end()
        _last = None
