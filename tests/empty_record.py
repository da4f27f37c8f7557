"""A record in which nothing has happened yet: its tables are made once in a run of tests,
and copied for each.
"""

import os
import shutil
import tempfile
import uuid
from functools import cache
from pathlib import Path

import forking


def in_file(folder: Path) -> None:
    """Put one on SQLite into an empty folder."""
    shutil.copy(Path(_made().name) / "footpath.sqlite3", folder)


def on_postgres(server: str) -> str:
    """The address of one on PostgreSQL, on a server given by the address of
    any of its databases.
    """
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
        made.execute(
            SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(like))
        )
    return server.rsplit("/", 1)[0] + f"/{name}"


def _make_tables(**given: str) -> None:
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | given
    made = forking.start(_migrate, env)
    made.join()
    assert made.exitcode == 0, "the tables of an empty record could not be made"


def _migrate(env: dict[str, str]) -> None:
    forking.with_settings(env)
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    connections.close_all()  # only then is all of it in SQLite's one file, which is copied
