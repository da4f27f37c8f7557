"""What lies in every table of the tests' own database, read past the models."""

from typing import Any

from django.db import connection


def every_row() -> dict[str, list[Any]]:
    """Every row of every table, in an order that only a change of the rows changes."""
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in connection.introspection.table_names()}


def _rows(cursor: Any, table: str) -> list[Any]:
    cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
    return cursor.fetchall()
