"""`footpath check-record`: says whether every workshop's record is in order."""

import argparse
from collections.abc import Iterable

from django.core.management import call_command
from django.db import DatabaseError

from footpath.config import starting
from footpath.record.replay import rows
from footpath.record.troubles import database_troubles, troubles_of
from footpath.workshops.models import Workshop


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
            troubles = troubles_of(workshop.pk)
            entries = sum(1 for _ in rows(workshop.pk))
            print(
                f"{workshop.title} ({workshop.address}): {entries} entries, "
                f"{'NOT ' * bool(troubles)}in order."
            )
            found += [f"{workshop.title}: {trouble}" for trouble in troubles]
    except DatabaseError:
        found.append(
            "The database cannot be read to its end. Stop Footpath and take the latest backup."
        )
    except Workshop.DoesNotExist:
        found.append(f"There is no workshop at the address {options.address}.")
    for trouble in found:
        print(trouble)
    print(
        "Everything is in order."
        if not found
        else f"{len(found)} thing{'s' * (len(found) > 1)} to look at."
    )
    return 1 if found else 0


def _workshops(address: str | None) -> Iterable[Workshop]:
    return [Workshop.objects.get(address=address)] if address else Workshop.objects.order_by("pk")
