"""A record in which nothing has happened yet: its tables are made once in a run of tests, and copied for each."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from functools import cache
from pathlib import Path

MAKE_TABLES = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
"""


def in_file(folder: Path) -> None:
    """Put one on SQLite into an empty folder."""
    shutil.copy(Path(_made().name) / "footpath.sqlite3", folder)


def on_postgres(server: str) -> str:
    """The address of one on PostgreSQL, on a server given by the address of any of its databases."""
    return _create(server, _made_on(server))


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="footpath-empty-")
    _make_tables(FOOTPATH_DATA=folder.name)
    return folder


@cache
def _made_on(server: str) -> str:
    made = _create(server, "template1")
    with tempfile.TemporaryDirectory() as folder:
        _make_tables(FOOTPATH_DATA=folder, DATABASE_URL=made)
    return made.rsplit("/", 1)[1]


def _create(server: str, like: str) -> str:
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = f"footpath_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.replace("postgres://", "postgresql://"), autocommit=True) as made:
        made.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(like)))
    return server.rsplit("/", 1)[0] + f"/{name}"


def _make_tables(**given: str) -> None:
    known = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env = {**known, "DJANGO_SETTINGS_MODULE": "footpath.config.settings", **given}
    subprocess.run([sys.executable, "-c", MAKE_TABLES], env=env, check=True)
