"""A server, and a workshop whose notice was published."""

from collections.abc import Callable
from typing import Any

import pytest
from registering_people import Announced
from serving import Server
from serving_fixtures import database, doors, fresh_server, server  # noqa: F401


@pytest.fixture
def announced(server: Server) -> Callable[..., Announced]:  # noqa: F811
    """Announces a workshop, as the test says."""

    def announce(**notice: Any) -> Announced:
        return Announced(server, **notice)

    return announce
