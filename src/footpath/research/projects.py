"""Setting up a project, its sheets in versions that never change once published, and
the organisation's agreement.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import F

from footpath.accounts.models import Account
from footpath.gate.permissions import Purpose
from footpath.mail.asking import ask
from footpath.organisations.models import Organisation
from footpath.research.information_sheets import Project, Sheet, Statement, current_sheet

SHOWN = (
    "text",
    "blank_means",
    "together",
    "covers_earlier",
    "withdraw_until",
    "withdraw_days",
    "after_withdrawing",
)
"""What of a sheet is shown or counts, beside its PDF and its statements."""
MEANS = ("blank_means", "together", "covers_earlier")
"""What of it says what answers mean."""
CHANGED = (
    "What is asked has changed: a statement was added or taken out, or what an answer decides is "
    "another. Say so, and everybody is asked again."
)
ASKED = ("key", "text", "explained", "purpose", "required", "choices")


class CannotPublish(Exception):
    """The sheet cannot be published yet; the message is one sentence for whoever writes it."""


def set_up(organisation: Organisation, title: str, account: Account) -> Project:
    """A new project, of which whoever sets it up is the first person."""
    project = Project.objects.create(organisation=organisation, title=title)
    project.people.add(account)
    return project


def let_in(project: Project, email: str) -> None:
    """Somebody becomes one of the project's people; a letter tells them where it is."""
    account = Account.objects.filter(email=email.lower()).first() or Account.objects.create_user(
        email
    )
    project.people.add(account)
    ask(
        "project",
        f"project:{project.pk}:{account.pk}",
        about=account,
        given={"project": project.address},
    )


def draft_of(project: Project) -> Sheet:
    """The version that is being written; until something of it is kept, a copy of the last one
    that is not stored.
    """
    draft = Sheet.objects.filter(project=project, published_at=None).first()
    if draft is not None:
        return draft
    last = current_sheet(project)
    kept: dict[str, Any] = (
        {name: getattr(last, name) for name in (*SHOWN, "pdf")} if last is not None else {}
    )
    return Sheet(project=project, version="", **kept)


def statements_of(sheet: Sheet) -> list[Statement]:
    """Its statements, in their order; of a draft that is not stored yet those of the
    version before it.
    """
    shown = current_sheet(sheet.project) if sheet.pk is None else sheet
    return list(Statement.objects.filter(sheet=shown)) if shown is not None else []


def put_statements(draft: Sheet, given: Sequence[dict[str, Any]]) -> None:
    """The statements of a draft, in this order; one without a key is new, and is given one
    that none ever had.
    """
    with transaction.atomic():
        keys = _new_keys(draft.project, sum(not one.get("key") for one in given))
        Statement.objects.filter(sheet=draft).delete()
        for one in given:
            Statement.objects.create(sheet=draft, **{**one, "key": one.get("key") or next(keys)})


def _new_keys(project: Project, how_many: int) -> Iterator[str]:
    """Counted in one statement, so that two at once are given different ones."""
    Project.objects.filter(pk=project.pk).update(keys_given=F("keys_given") + how_many)
    last = Project.objects.values_list("keys_given", flat=True).get(pk=project.pk)
    return (f"c{number}" for number in range(last - how_many + 1, last + 1))


def publish(draft: Sheet, version: str, covers_before: bool | None, now: datetime) -> Sheet:
    """From now on people are asked with this version, and nothing can change it.

    Raises:
        CannotPublish: in a sentence, when something that it needs is missing.
    """
    with transaction.atomic():
        sheet = Sheet.objects.select_for_update().get(pk=draft.pk)
        if sheet.published_at is not None:
            return sheet
        statements = statements_of(sheet)
        earlier = current_sheet(sheet.project)
        if not version.strip():
            raise CannotPublish("Give this version a number, such as 1.0.")
        others = Sheet.objects.filter(project=sheet.project).exclude(pk=sheet.pk)
        if others.filter(version=version.strip()).exists():
            raise CannotPublish("There is a version of this number already. Give this one another.")
        if not sheet.text.strip() and not sheet.pdf:
            raise CannotPublish(
                "There is nothing to read yet. Write the sheet, or add it as a PDF."
            )
        if not any(one.purpose == Purpose.TAKE_PART for one in statements):
            raise CannotPublish(
                "Add a statement about taking part: without a yes to it nothing can leave."
            )
        if earlier is not None and covers_before is None:
            raise CannotPublish(
                "Say whether what is asked has changed: that decides whether earlier answers hold."
            )
        if earlier is not None and covers_before and _asked(sheet) != _asked(earlier):
            raise CannotPublish(CHANGED)
        sheet.version, sheet.covers_before = (
            version.strip(),
            bool(covers_before) and earlier is not None,
        )
        sheet.sha256, sheet.published_at = _hash_of(sheet, statements), now
        sheet.save()
    return sheet


def _asked(sheet: Sheet) -> tuple[Any, ...]:
    """What the answers decide, whatever words it is said in."""
    statements = {one.key: (one.purpose, one.required, one.choices) for one in statements_of(sheet)}
    return statements, *(getattr(sheet, name) for name in MEANS)


def _hash_of(sheet: Sheet, statements: list[Statement]) -> str:
    """Over everything that people are shown, and what it means."""
    shown = [getattr(sheet, name) for name in ("version", *SHOWN)]
    asked = [[getattr(one, name) for name in ASKED] for one in statements]
    pdf = hashlib.sha256(bytes(sheet.pdf)).hexdigest() if sheet.pdf else ""
    return hashlib.sha256(msgspec.json.encode([shown, asked, pdf])).hexdigest()
