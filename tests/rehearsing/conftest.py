"""What is stored is stored in the tests' own database; the rooms close with each test."""

from collections.abc import Iterator

import pytest
from convening import Convening
from stored import Stored

from footpath.room import running
from footpath.room.running import rooms


@pytest.fixture
def convening(transactional_db: None) -> Iterator[Convening]:
    """An organisation whose members convene."""
    yield Convening()
    rooms().writer.close()
    running._rooms = None


@pytest.fixture
def stored(transactional_db: None) -> Iterator[Stored]:
    """A workshop that was made by link alone."""
    made = Stored()
    yield made
    made.end()
