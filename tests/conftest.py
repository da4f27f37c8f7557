"""What all tests share: the database that they were asked to run on, a folder for it, and that
each leaves it empty.
"""

import os
from contextlib import suppress
from typing import Any

import emptying
import pytest
from whitenoise.middleware import WhiteNoiseMiddleware

from footpath.config import keys
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


@pytest.fixture(autouse=True, scope="session")
def _static_files_are_listed_once() -> None:
    """Each test client has middleware of its own, and listing hundreds of files costs more than
    the page it asks for.

    A server lists them once, when it starts: here the first client does, and the others
    know what it found.
    """
    list_them, found = WhiteNoiseMiddleware.__init__, dict[str, Any]()

    def knows_them(files: WhiteNoiseMiddleware, get_response: Any) -> None:
        if not found:
            list_them(files, get_response)
            found.update(vars(files))
        vars(files).update(found, get_response=get_response)

    WhiteNoiseMiddleware.__init__ = knows_them  # pyright: ignore[reportAttributeAccessIssue]


def pytest_collection_finish() -> None:
    """Python looks for what nobody holds as seldom as in a server, and not among all that
    was imported by now.
    """
    steady()
