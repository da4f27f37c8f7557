"""The newest Django asks SQLite for its limits, which the wheel's module does not tell."""

import sqlite3

import pytest
from django.db import connection

from footpath.config.sqlite import LIMITS


@pytest.mark.django_db
def test_S1_a_connection_says_how_much_one_statement_may_hold() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a matter of SQLite's module")
    connection.ensure_connection()
    for name in LIMITS:
        assert connection.connection.getlimit(getattr(sqlite3, name)) >= 1_000
