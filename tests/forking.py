"""Processes of Footpath, each a fork of one that has imported what all of them need before they
know their settings.

Tests start hundreds of servers, and importing is most of a start. That `footpath` starts as people
start it, tests of the settings and of the wheel prove.
"""

import atexit
import multiprocessing

# which waits for processes at the end: before it, this module ends them
import multiprocessing.util
import os
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

IMPORTED = (
    "django.contrib.admin.options", "django.contrib.staticfiles.finders",
    "django.core.management.commands.migrate", "django.forms", "django.http", "django.template",
    "django.urls", "psycopg", "django.test.client", "django.views.generic",
    "cryptography.hazmat.primitives.serialization", "fido2.server",
    "requests", "uvloop", "uvicorn", "uvicorn.protocols.http.httptools_impl",
    "starlette.applications", "uvicorn.protocols.websockets.websockets_sansio_impl",
    "starlette.routing", "starlette.websockets", "msgspec.json",
    "whitenoise.middleware", "icalendar", "recurring_ical_events", "dateutil.rrule", "nh3",
    "markdown_it", "segno", "asyncio", "concurrent.futures.process", "email.message", "httpx",
    "pytest", "websockets.sync.client", "footpath.method", "footpath.reading", "footpath.clocks",
    "kept_apart",
)  # fmt: skip
"""No more of Footpath than what is pure: nothing here reads a setting, since each
process has its own.
"""
Altered = Callable[[], object]
"""What a test changes of a server before it starts: a limit that would take hours, a rest that
would not be seen.
"""

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(list(IMPORTED))
_started: list[BaseProcess] = []


def footpath(
    words: Sequence[str],
    env: Mapping[str, str],
    out: Path,
    wrong: Path,
    altered: Altered | None = None,
) -> BaseProcess:
    """Start the command `footpath` with these words; what it says goes into two files."""
    given = None if altered is None else pickle.dumps(altered)
    return start(_footpath, list(words), dict(env), out, wrong, given)


def start(run: Callable[..., None], *given: Any) -> BaseProcess:
    """Start a function in a process of its own."""
    process = _context.Process(target=run, args=given)
    process.start()
    _started.append(process)
    return process


@atexit.register
def _end() -> None:
    """What a broken test left running; Python would wait for it."""
    for process in _started:
        if process.is_alive():
            process.kill()


def _footpath(
    words: list[str], env: dict[str, str], out: Path, wrong: Path, altered: bytes | None
) -> None:
    with_settings(env)
    say_into(out, wrong)
    if altered is not None:
        import django

        django.setup()
        pickle.loads(altered)()
    from footpath.command_line import main

    sys.argv = ["footpath", *words]
    main()


def with_settings(env: dict[str, str]) -> None:
    """From now on this process has the environment of a server."""
    os.environ.clear()
    os.environ.update({"DJANGO_SETTINGS_MODULE": "footpath.config.settings"} | env)


def say_into(out: Path, wrong: Path) -> None:
    """From now on this process says into files, behind what stands in them."""
    for place, path in ((1, out), (2, wrong)):
        with path.open("ab") as said:
            os.dup2(said.fileno(), place)
