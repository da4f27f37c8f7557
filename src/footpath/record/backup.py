"""Copying everything to one file while Footpath runs."""

import argparse
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from django.db import connection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, help="the copy; must not exist yet")


def backup(options: argparse.Namespace) -> int:
    """Copy the database; the copy is checked before it gets its name. Keep the data folder's two keys beside it."""
    target: Path = options.file
    if target.exists():
        print(f"{target} exists already. Give another name.", file=sys.stderr)
        return 1
    if not target.parent.is_dir():
        print(f"There is no folder {target.parent}.", file=sys.stderr)
        return 1
    if connection.vendor == "postgresql":
        return _dump(target)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    with sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True) as source:
        with sqlite3.connect(unfinished) as copy:
            source.backup(copy)
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        copy.close()
    source.close()
    if not sound:
        print("The copy is damaged, so it was not kept. Check the record with: footpath check-record", file=sys.stderr)
        return 1
    unfinished.replace(target)
    print(f"Everything is in {target}. Keep secret-key and host-key of the data folder with it.")
    return 0


def _dump(target: Path) -> int:
    if shutil.which("pg_dump") is None:
        print(
            "PostgreSQL's pg_dump is not on this machine: install it, or copy from the database's own.", file=sys.stderr
        )
        return 1
    given = connection.settings_dict
    command = ["pg_dump", "--format=custom", f"--file={target}", f"--dbname={given['NAME']}"]
    command += [
        f"--{name}={given[key]}"
        for name, key in (("host", "HOST"), ("port", "PORT"), ("username", "USER"))
        if given[key]
    ]
    return subprocess.run(command, env={"PGPASSWORD": str(given["PASSWORD"])}, check=False).returncode
