"""Most pages are asked for at one server, each test in a workshop of its own."""

import pytest
from given import server_for
from served import Server


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Server:
    """The one that all share whose tests leave each other alone."""
    return server_for(request)
