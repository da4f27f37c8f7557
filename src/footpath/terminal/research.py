"""`footpath export-research`: ask for a release from the terminal, and fetch it once a second
person released it.
"""

import argparse
import sys
from pathlib import Path

from django.conf import settings

from footpath.accounts.models import Account
from footpath.config import starting
from footpath.config.environment import served_at
from footpath.research import fetching, reviewing
from footpath.research.information_sheets import Project
from footpath.research.models import Release
from footpath.research.release_letters import path_of
from footpath.workshops.models import Workshop

NOT_YET = "A second person of the project has not released it yet."
NOT_RELEASED = "It was not released: {why}"


class Unusable(Exception):
    """What was given cannot be right; its text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who asks, for what; or which release is fetched, and where to."""
    parser.add_argument(
        "--account", required=True, help="your e-mail address; you belong to the project"
    )
    parser.add_argument("--project", required=True, help="the project's address, or its page")
    parser.add_argument(
        "--workshop", help="ask for a release of this workshop: its address, or one of its pages"
    )
    parser.add_argument("--purpose", default="", help="what it is for, in a sentence")
    parser.add_argument(
        "--attribute", default="", choices=["", "where", "role"], help="one thing about each person"
    )
    parser.add_argument("--release", help="fetch this release: its address, or its page")
    parser.add_argument(
        "--out", type=Path, help="the file to write; by itself named after the release"
    )
    served = settings.BASE_URL or "http://localhost:8000"
    parser.add_argument("--url", type=served_at, default=served, help="where this is served")


def export_research(options: argparse.Namespace) -> int:
    """Ask, or fetch; 1 where there is nothing to fetch, 2 where what was given cannot be right."""
    starting.ready()
    try:
        project, account = _who(options)
        if options.release:
            return _fetch(project, account, options)
        return _ask(project, account, options)
    except Unusable as why:
        print(why, file=sys.stderr)
        return 2


def _address(given: str, before: str) -> str:
    """An address by itself, or out of the link of a page."""
    parts = given.strip().rstrip("/").split("/")
    return parts[parts.index(before) + 1] if before in parts[:-1] else parts[-1]


def _who(options: argparse.Namespace) -> tuple[Project, Account]:
    project = Project.objects.filter(address=_address(options.project, "r")).first()
    account = Account.objects.filter(email=options.account.strip().lower(), is_active=True).first()
    if project is None or account is None or not project.people.contains(account):
        raise Unusable(
            "There is no such project here, or this address does not belong to one of its people."
        )
    return project, account


def _ask(project: Project, account: Account, options: argparse.Namespace) -> int:
    if not options.workshop:
        raise Unusable("Say with --workshop what to ask for, or with --release what to fetch.")
    if not options.purpose.strip() or len(options.purpose) > 2000:
        raise Unusable("Say with --purpose what it is for, in a sentence.")
    workshop = Workshop.objects.filter(
        address=_address(options.workshop, "w"), projects=project
    ).first()
    if workshop is None:
        raise Unusable("No workshop with this address contributes to the project.")
    asked = reviewing.ask_for(
        project, workshop, account, purpose=options.purpose.strip(), attribute=options.attribute
    )
    if asked is None:
        print(reviewing.NOTHING)
        return 1
    print(f"Asked for. Somebody else of the project reviews it at {options.url}{path_of(asked)}")
    print(f"Then fetch it with --release {asked.address}")
    return 0


def _fetch(project: Project, account: Account, options: argparse.Namespace) -> int:
    release = Release.objects.filter(
        project=project, address=_address(options.release, "releases")
    ).first()
    if release is None:
        raise Unusable("The project has no such release.")
    if release.state != Release.State.RELEASED:
        waits = release.state == Release.State.REQUESTED
        print(NOT_YET if waits else NOT_RELEASED.format(why=release.why_not), file=sys.stderr)
        return 1
    path: Path = options.out or Path(fetching.file_name(release))
    try:
        with path.open("xb") as file:
            content = fetching.fetch(release, account)
            file.write(content or b"")
    except OSError as why:
        raise Unusable(
            f"{path} cannot be written: {(why.strerror or 'it is not there').lower()}."
        ) from None
    if content is None:
        path.unlink()
        print(fetching.GONE, file=sys.stderr)
        return 1
    print(f"{path} holds pseudonymised personal data. SHA-256: {release.content_sha256}")
    return 0
