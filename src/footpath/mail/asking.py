"""Asking for a letter: within the caller's transaction, once for each key. It
goes after the commit.
"""

import threading
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from footpath.mail.models import Letter

asked = threading.Event()
"""Set when there may be something to send; the sender waits for it."""


def ask(
    purpose: str,
    key: str,
    *,
    to: str = "",
    about: Model | None = None,
    due_at: datetime | None = None,
    given: dict[str, Any] | None = None,
) -> Letter:
    """Ask for a letter; asked twice with one key it is one letter, and one that was
    dropped is wanted again.

    It goes to `to`, else to the address of whom it is about, as that is when it is sent. What it
    says is written then, by the function that `settings.LETTERS` names for the purpose.
    """
    due_at = due_at or timezone.now()
    wanted = {"purpose": purpose, "to": to, "about": about, "due_at": due_at, "given": given or {}}
    letter, is_new = Letter.objects.get_or_create(key=key, defaults=wanted)
    if not is_new:
        dropped = Letter.objects.filter(pk=letter.pk, state=Letter.State.DROPPED)
        if dropped.update(
            state=Letter.State.WAITING, to=to, due_at=due_at, given=given or {}, tries=0
        ):
            letter.refresh_from_db()
    transaction.on_commit(asked.set)
    return letter


def ask_all(letters: Iterable[Letter]) -> None:
    """Ask for many at once; those that were asked for before, whatever became of
    them, stay as they are.
    """
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    transaction.on_commit(asked.set)


def forget(key: str) -> None:
    """The letter is not needed any more, unless it has gone."""
    Letter.objects.filter(key=key, state=Letter.State.WAITING).delete()


def retry(letter: Letter) -> bool:
    """Send a letter again that was refused; False where nobody knows its address any more."""
    refused = Letter.objects.filter(pk=letter.pk, state=Letter.State.REFUSED)
    if not address_of(letter):
        return False
    if refused.update(state=Letter.State.WAITING, due_at=timezone.now(), tries=0, trouble=""):
        transaction.on_commit(asked.set)
    return True


def address_of(letter: Letter) -> str:
    """Where it goes; empty where the address was deleted, or where somebody else with the same
    one gets the letters.
    """
    return letter.to or getattr(letter.about, "email", "")
