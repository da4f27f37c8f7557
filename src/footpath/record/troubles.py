"""Checking the record: a workshop's numbers, that it replays, what is seen of it, and
the database itself.
"""

from django.db import DatabaseError, connection

from footpath.method import Flipchart, Sight, apply
from footpath.record.replay import recorded, rows

MOST_NAMED = 5
SAFE_SQLITE = (3, 51, 3)


def troubles_of(workshop: int) -> list[str]:
    """What is wrong with one workshop's record, by its number, in plain words."""
    numbers = [row[0] for row in rows(workshop)]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    troubles = [f"Entry {number} is missing." for number in missing[:MOST_NAMED]]
    if len(missing) > MOST_NAMED:
        troubles.append(f"{len(missing) - MOST_NAMED} more entries are missing.")
    chart = Flipchart()
    sight = Sight(chart)
    read = recorded(workshop)
    for number in numbers:
        try:
            apply(chart, next(read))
            sight.refresh(chart)
        except DatabaseError:
            raise
        except Exception as fault:
            return [
                *troubles,
                f"Entry {number} cannot be read ({type(fault).__name__}), nor what comes after it.",
            ]
    if any(change.put or change.drop for change in sight.compare(Sight(chart)).values()):
        troubles.append("What people see change by change differs from what a newcomer would see.")
    return troubles


def database_troubles() -> list[str]:
    """What the database says of itself, in plain words."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        integrity = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        strays = len(cursor.fetchall())
        cursor.execute("SELECT sqlite_version()")
        version = cursor.fetchone()[0]
    troubles = [f"The database file is damaged: {line}." for line in integrity if line != "ok"]
    if strays:
        troubles.append(f"{strays} rows belong to nothing.")
    if tuple(int(part) for part in version.split(".")) < SAFE_SQLITE:
        troubles.append(
            f"SQLite {version} is older than 3.51.3, whose write-ahead log is safer: upgrade it."
        )
    return troubles
