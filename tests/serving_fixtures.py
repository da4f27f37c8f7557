"""The server that tests of the room, the record and the doors talk to."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import empty_record
import pytest
from serving import Doors, Server


def new_database() -> str | None:
    """An empty database on the PostgreSQL that the tests were given, or None for SQLite."""
    url = os.environ.get("DATABASE_URL")
    return empty_record.on_postgres(url) if url is not None else None


@pytest.fixture(scope="session")
def database() -> Callable[[], str | None]:
    """Gives an empty database to whoever asks."""
    return new_database


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a file."""
    started = Server(Path(tmp_path_factory.mktemp("data")), new_database())
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
