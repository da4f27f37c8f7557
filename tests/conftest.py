"""What all tests share: the database that they were asked to run on, a folder for it, and that each leaves it empty."""

import os

import emptying
import pytest


@pytest.fixture(autouse=True, scope="session")
def _the_database_asked_for() -> None:
    """Fail loudly where tests meant for PostgreSQL would quietly run on SQLite; a fresh clone has no folder yet."""
    from django.conf import settings
    from django.db import connection

    settings.DATA.mkdir(mode=0o700, exist_ok=True)

    assert connection.vendor == os.environ.get("FOOTPATH_TEST_VENDOR", "sqlite")
    emptying.instead_of_flushing()
