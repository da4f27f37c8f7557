"""Copying everything to one file while Footpath runs."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.db import connection

from footpath.config import starting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, help="the copy; must not exist yet")


def backup(options: argparse.Namespace) -> int:
    """Copy the database; the copy is checked before it gets its name. Keep the data folder's
    two keys beside it.
    """
    starting.reach(there=True)
    target: Path = options.file
    if target.exists():
        print(f"{target} exists already. Give another name.", file=sys.stderr)
        return 1
    if not target.parent.is_dir():
        print(f"There is no folder {target.parent}.", file=sys.stderr)
        return 1
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        trouble = _dump(unfinished) if connection.vendor == "postgresql" else _copy(unfinished)
    except (OSError, sqlite3.Error) as fault:
        trouble = f"The copy could not be made: {fault}."
    if trouble:
        unfinished.unlink(missing_ok=True)
        print(trouble, file=sys.stderr)
        return 1
    unfinished.replace(target)
    print(f"Everything is in {target}. Keep secret-key and host-key of the data folder with it.")
    return 0


def _copy(unfinished: Path) -> str:
    """Copy the file page by page while it is written to; what went wrong, or nothing."""
    original = Path(connection.settings_dict["NAME"]).absolute().as_uri() + "?mode=ro"
    with (
        closing(sqlite3.connect(original, uri=True)) as source,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return (
        ""
        if sound
        else "The copy is damaged, so it was not kept. Check the record with: footpath check-record"
    )


def _dump(unfinished: Path) -> str:
    """Let PostgreSQL's own program copy it; what went wrong, or nothing."""
    program = shutil.which("pg_dump")
    if program is None:
        return (
            "PostgreSQL's pg_dump is not on this machine: install it, or copy from the database's "
            "own."
        )
    given = connection.settings_dict
    command = [program, "--format=custom", f"--file={unfinished}", f"--dbname={given['NAME']}"]
    command += [
        f"--{name}={given[key]}"
        for name, key in (("host", "HOST"), ("port", "PORT"), ("username", "USER"))
        if given[key]
    ]
    done = subprocess.run(
        command,
        env={**os.environ, "PGPASSWORD": str(given["PASSWORD"])},
        check=False,
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else f"pg_dump could not copy it: {done.stderr.strip()}"
