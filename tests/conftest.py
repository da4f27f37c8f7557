"""What all tests share: the database that they were asked to run on, a folder for it, and that
each leaves it empty.
"""

import os
from contextlib import suppress

import emptying
import pytest

from footpath.config import keys
from footpath.serving import database_threads
from footpath.serving.steady import steady
from footpath.wrong import Wrong

pytest_plugins = ["given"]


@pytest.fixture(autouse=True, scope="session")
def _the_database_asked_for() -> None:
    """Fail loudly where tests meant for PostgreSQL would quietly run on SQLite; a clone has no
    folder and no keys.
    """
    from django.conf import settings
    from django.db import connection

    settings.DATA.mkdir(mode=0o700, exist_ok=True)
    while keys.missing():
        with suppress(Wrong):  # the tests' other process has just stored its own
            keys.keep()
    assert connection.vendor == os.environ.get("FOOTPATH_TEST_VENDOR", "sqlite")
    emptying.instead_of_flushing()
    database_threads.stay()  # else each page that a test asks for in-process opens a line anew


def pytest_collection_finish() -> None:
    """Python looks for what nobody holds as seldom as in a server, and not among all that
    was imported by now.
    """
    steady()
