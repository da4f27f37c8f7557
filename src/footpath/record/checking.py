"""Checking the record: every workshop's numbers, that it replays, what is seen of it, and the database itself."""

import argparse

from django.core.management import call_command
from django.db import connection

from footpath.method import Flipchart, Sight, apply
from footpath.record.replay import recorded, rows
from footpath.workshops.models import Workshop

SAFE_SQLITE = (3, 51, 3)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """All workshops, or one."""
    parser.add_argument("address", nargs="?", help="only this workshop")


def check_record(options: argparse.Namespace) -> int:
    """Say in plain words what was found; 1 where something is wrong."""
    call_command("migrate", verbosity=0, interactive=False)
    workshops = Workshop.objects.order_by("pk")
    if options.address:
        workshops = workshops.filter(address=options.address)
    found = database_troubles()
    for workshop in workshops:
        troubles = troubles_of(workshop)
        entries = sum(1 for _ in rows(workshop.pk))
        print(
            f"{workshop.title} ({workshop.address}): {entries} entries, "
            + ("in order." if not troubles else "NOT in order:")
        )
        for trouble in troubles:
            print(f"  - {trouble}")
        found += troubles
    for trouble in database_troubles():
        print(trouble)
    print("Everything is in order." if not found else f"{len(found)} thing{'s' * (len(found) > 1)} to look at.")
    return 1 if found else 0


def troubles_of(workshop: Workshop) -> list[str]:
    """What is wrong with one workshop's record, in plain words."""
    numbers = [row[0] for row in rows(workshop.pk)]
    troubles = [f"Entry {number} is missing." for number in sorted(set(range(1, len(numbers) + 1)) - set(numbers))[:5]]
    chart = Flipchart()
    last = 0
    try:
        sight = Sight(chart)
        for entry in recorded(workshop.pk):
            last = entry.number
            apply(chart, entry)
            sight.refresh(chart)
    except Exception as fault:  # whatever it is, it is what was looked for
        return [*troubles, f"Entry {last or 1} cannot be read or applied: {type(fault).__name__}."]
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
