"""A writer of the test's own, and a server on the database that the tests were asked to run on."""

from collections.abc import Iterator

import pytest

from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop


@pytest.fixture
def writer() -> Iterator[Writer]:
    """A writer of the test's own."""
    made = Writer()
    yield made
    made.close()


@pytest.fixture
def workshop(writer: Writer) -> Workshop:
    """A workshop that was set up."""
    return make_workshop(writer, "Buying")
