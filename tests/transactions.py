"""What the transactions of this thread ask of the database."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection


class Transactions:
    """How many statements each made, the first transaction first."""

    def __init__(self) -> None:
        """None yet."""
        self.made: list[int] = []
        self.ends_at: Callable[[str], bool] = lambda _statement: False
        """Whether the process dies at a statement."""

    def weigh(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Count a statement. Called by Django."""
        if connection.in_atomic_block and self.made:
            self.made[-1] += 1
            if self.ends_at(sql):
                raise SystemExit
        return execute(sql, params, many, context)


@contextmanager
def weighed(monkeypatch: pytest.MonkeyPatch) -> Generator[Transactions]:
    """Count while the block runs; for tests that are no transaction themselves."""
    found, set_autocommit = Transactions(), connection.set_autocommit

    def begin_or_end(autocommit: bool, **given: Any) -> None:
        if not autocommit:
            found.made.append(0)
        set_autocommit(autocommit, **given)

    with monkeypatch.context() as patched, connection.execute_wrapper(found.weigh):
        patched.setattr(connection, "set_autocommit", begin_or_end)
        yield found
