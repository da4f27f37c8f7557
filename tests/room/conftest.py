"""Servers that several files of the room's tests need."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from served import Server, waits_a_second_for_who_leads


@pytest.fixture(scope="module")
def impatient(
    tmp_path_factory: pytest.TempPathFactory, database: Callable[[], str | None]
) -> Iterator[Server]:
    """A server that waits a second for a facilitator."""
    started = Server(
        Path(tmp_path_factory.mktemp("data")), database(), altered=waits_a_second_for_who_leads
    )
    yield started
    started.stop()
