"""A process beside a server, that runs a few lines on its database as another part of Footpath would.

Django is set up once, for as long as it is the same server's; each script runs in a fork of that, by itself.
"""

import atexit
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from subprocess import PIPE

READY_TO_RUN = """
import json, os, sys
import django
django.setup()
from django.db import connection  # its driver with it, and no line to the database yet
for line in sys.stdin:
    script, given = json.loads(line)
    if (child := os.fork()) == 0:
        for place, name in ((1, "printed"), (2, "wrong")):
            os.dup2(os.open(f"{sys.argv[1]}/{name}", os.O_CREAT | os.O_TRUNC | os.O_WRONLY), place)
        sys.argv = ["-c", given]
        exec(compile(script, "script", "exec"), {"__name__": "__main__"})
        break  # and it ends as any process does
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Beside:
    """It is there until it is ended."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Start it, with a server's environment."""
        self.env = dict(env)
        self.folder = tempfile.TemporaryDirectory(prefix="footpath-beside-")
        command = [sys.executable, "-c", READY_TO_RUN, self.folder.name]
        self.process = subprocess.Popen(command, env=self.env, stdin=PIPE, stdout=PIPE, text=True)

    def run(self, script: str, given: str) -> str:
        """What a script prints, which finds what it is given as its one argument."""
        assert self.process.stdin is not None and self.process.stdout is not None
        print(json.dumps([script, given]), file=self.process.stdin, flush=True)
        code = self.process.stdout.readline().strip()
        printed, wrong = (Path(self.folder.name, name).read_text() for name in ("printed", "wrong"))
        assert code == "0", wrong
        return printed

    def end(self) -> None:
        """Nothing more is to be run."""
        self.process.communicate()
        self.folder.cleanup()


_last: Beside | None = None


def run(env: Mapping[str, str], script: str, given: str) -> str:
    """Run a few lines in a process of its own; what they print."""
    global _last
    if _last is None or _last.env != env or _last.process.poll() is not None:
        _end()
        _last = Beside(env)
    return _last.run(script, given)


@atexit.register
def _end() -> None:
    global _last
    if _last is not None:
        _last.end()
        _last = None
