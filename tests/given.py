"""What any test may ask for: a server, an organisation, an announced workshop, a mail server;
each the test's own.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import empty_record
import pytest
from belonging import Coop
from convening import Convening
from django.core.cache import cache
from mailing import Days, Post
from registering_people import Announced
from served import Doors, Server

from footpath.mail.server import mail_server


def new_database() -> str | None:
    """An empty database on the PostgreSQL that the tests were given, or None for SQLite."""
    url = os.environ.get("DATABASE_URL")
    return empty_record.on_postgres(url) if url is not None else None


@pytest.fixture(scope="session")
def database() -> Callable[[], str | None]:
    """Gives an empty database to whoever asks."""
    return new_database


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests to which a workshop of their own is enough."""
    yield from _running(tmp_path_factory)


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a file."""
    yield from _running(tmp_path_factory)


@pytest.fixture(scope="module")
def server(own_server: Server) -> Server:
    """A server for the tests of a file; `tests/pages` and `tests/registering` share theirs."""
    return own_server


def server_for(file: pytest.FixtureRequest) -> Server:
    """The server of everybody, or a file's own where it is marked to need one."""
    alone = file.node.get_closest_marker("own_server") is not None
    return file.getfixturevalue("own_server" if alone else "shared_server")


def _running(folders: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(Path(folders.mktemp("data")), new_database())
    yield started
    started.stop()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may kill, with a record that holds nothing else."""
    started = Server(tmp_path, new_database())
    yield started
    started.stop()


@pytest.fixture
def doors(server: Server) -> Doors:
    """A workshop of the test's own."""
    return server.workshop()


@pytest.fixture
def announced(server: Server) -> Callable[..., Announced]:
    """Announces a workshop, as the test says."""

    def announce(**notice: Any) -> Announced:
        return Announced(server, **notice)

    return announce


@pytest.fixture
def convening(transactional_db: None) -> Convening:
    """An organisation whose members announce workshops."""
    return Convening()


@pytest.fixture
def coop(db: None) -> Coop:
    """Two organisations, and everybody; nobody asked for a code lately."""
    cache.clear()
    return Coop()


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    """A mail server that is up, and to which this installation sends."""
    made = Post()
    settings.MAIL = mail_server(made.url, "")
    settings.DEFAULT_FROM_EMAIL = "footpath@example.org"
    settings.LETTERS = {
        **settings.LETTERS,
        "greeting": "mailing.greeting",
        "other": "mailing.greeting",
    }
    made.up()
    yield made
    made.down()


@pytest.fixture
def days() -> Days:
    """A sender whose time goes as the test says."""
    return Days()
