"""What all tests share: the database that they were asked to run on, and that each leaves it empty."""

import os

import emptying
import pytest


@pytest.fixture(autouse=True, scope="session")
def _the_database_asked_for() -> None:
    """Fail loudly where tests meant for PostgreSQL would quietly run on SQLite."""
    from django.db import connection

    assert connection.vendor == os.environ.get("FOOTPATH_TEST_VENDOR", "sqlite")
    emptying.instead_of_flushing()
