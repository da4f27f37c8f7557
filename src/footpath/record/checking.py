"""Checking the record: every workshop's numbers, that it replays, what is seen of it, and the database itself."""

import argparse
from collections.abc import Iterable

from django.core.management import call_command
from django.db import DatabaseError, connection

from footpath.config import starting
from footpath.method import Flipchart, Sight, apply
from footpath.record.replay import recorded, rows
from footpath.workshops.models import Workshop

MOST_NAMED = 5
SAFE_SQLITE = (3, 51, 3)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """All workshops, or one."""
    parser.add_argument("address", nargs="?", help="only this workshop")


def check_record(options: argparse.Namespace) -> int:
    """Say in plain words what was found; 1 where something is wrong."""
    found: list[str] = []
    starting.reach(there=True)
    try:
        found += database_troubles()
        if starting.without_its_key():
            found.append(starting.no_key())
        call_command("migrate", verbosity=0, interactive=False)
        for workshop in _workshops(options.address):
            troubles = troubles_of(workshop)
            entries = sum(1 for _ in rows(workshop.pk))
            print(f"{workshop.title} ({workshop.address}): {entries} entries, {'NOT ' * bool(troubles)}in order.")
            found += [f"{workshop.title}: {trouble}" for trouble in troubles]
    except DatabaseError:
        found.append("The database cannot be read to its end. Stop Footpath and take the latest backup.")
    except Workshop.DoesNotExist:
        found.append(f"There is no workshop at the address {options.address}.")
    for trouble in found:
        print(trouble)
    print("Everything is in order." if not found else f"{len(found)} thing{'s' * (len(found) > 1)} to look at.")
    return 1 if found else 0


def _workshops(address: str | None) -> Iterable[Workshop]:
    return [Workshop.objects.get(address=address)] if address else Workshop.objects.order_by("pk")


def troubles_of(workshop: Workshop) -> list[str]:
    """What is wrong with one workshop's record, in plain words."""
    numbers = [row[0] for row in rows(workshop.pk)]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    troubles = [f"Entry {number} is missing." for number in missing[:MOST_NAMED]]
    if len(missing) > MOST_NAMED:
        troubles.append(f"{len(missing) - MOST_NAMED} more entries are missing.")
    chart = Flipchart()
    sight = Sight(chart)
    read = recorded(workshop.pk)
    for number in numbers:
        try:
            apply(chart, next(read))
            sight.refresh(chart)
        except DatabaseError:
            raise
        except Exception as fault:
            return [*troubles, f"Entry {number} cannot be read ({type(fault).__name__}), nor what comes after it."]
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
        troubles.append(f"SQLite {version} is older than 3.51.3, whose write-ahead log is safer: upgrade it.")
    return troubles
