"""What Django asks of SQLite from 6.1 on, and the wheel's module does not say: how much one
statement may hold.
"""

import sqlite3
from typing import Any

LIMITS = {"SQLITE_LIMIT_COLUMN": (2, 2_000), "SQLITE_LIMIT_VARIABLE_NUMBER": (9, 32_766)}
"""Each limit's number in SQLite, and the value that SQLite has where nobody changes it."""


class _Limited(sqlite3.Connection):
    """A connection that knows its limits."""

    def getlimit(self, category: int, /) -> int:
        """The value of a limit, by its number."""
        return dict(LIMITS.values())[category]


def connecting() -> dict[str, Any]:
    """What a connection is opened with, beside the rest: nothing where the
    module knows its limits.
    """
    if hasattr(sqlite3.Connection, "getlimit"):
        return {}
    for name, (number, _) in LIMITS.items():
        setattr(sqlite3, name, number)
    return {"factory": _Limited}
