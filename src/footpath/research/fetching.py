"""Fetching a release: its files are made on the spot, and only while all that leaves with
it still may (C11).
"""

import hashlib

from django.db import transaction

from footpath.accounts.models import Account
from footpath.research.models import Holding, Release
from footpath.research.releasing import archive, look, standing_of
from footpath.research.reviewing import day_of

GONE = (
    "What may leave has changed since this was released, so it is given out no more. Ask for a new "
    "release."
)
TRIES = 5
"""While something changes at the same moment, it is looked at again."""


def fetch(release: Release, account: Account) -> bytes | None:
    """The whole release as one archive, and a note that the account holds it; None where it is
    given out no more.

    Who withdraws while it is made is either left out, because the standing has changed, or finds
    the holder noted (`recalls`): both take the release's row first.
    """
    for _ in range(TRIES):
        if release.state != Release.State.RELEASED or release.reviewed_at is None:
            return None
        looked = look(release, day_of(release.reviewed_at))
        if looked.assembled.sha256 != release.selection_sha256 or not looked.still_leaves:
            return None
        content = archive(looked.assembled.made, release)
        if hashlib.sha256(content).hexdigest() != release.content_sha256:
            return None
        with transaction.atomic():
            held = Release.objects.select_for_update().get(pk=release.pk)
            if not held.project.people.contains(account):
                return None
            if standing_of(held.project, held.workshop) == looked.standing:
                Holding.objects.create(release=held, account=account)
                return content
    return None


def file_name(release: Release) -> str:
    """What the archive is called: what it is, and of which release."""
    return f"{release.address}-pseudonymised-personal-data.zip"
