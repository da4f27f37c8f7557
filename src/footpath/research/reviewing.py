"""Asking for a release, deciding on the names in it, and its review by a second person. Each
of these once (C11).
"""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, date, datetime

from django.db import transaction
from django.utils import timezone

from footpath.accounts.models import Account
from footpath.mail.asking import ask as ask_for_letter
from footpath.mail.same_address import folded
from footpath.notices.models import Notice
from footpath.record.models import RecordedEntry
from footpath.registering.models import Registration
from footpath.research.information_sheets import Project
from footpath.research.models import Release, ReleasedItem
from footpath.research.releasing import WouldLeave, archive, look, standing_of, words_hash
from footpath.workshops.models import Workshop

State = Release.State

NOTHING = "Nothing may leave just now."
"""Said whatever the reason: the organisation, the people, what is kept back, or that one
would be alone in it.
"""
NOT_TWICE = "Somebody else of the project has to review what you asked for."
NOT_ALL_DECIDED = "Decide on every name that was pointed out first."
CHANGED = "What may leave has changed since you opened this page. Look at it once more."
DECIDED_BEFORE = (
    "Somebody else decided otherwise on some of these meanwhile. That stands; look at it once more."
)
IS_FINAL = "This was reviewed already; what was said then stays."
SAY_WHY = "Say in a sentence why it is not released."


def ask_for(
    project: Project,
    workshop: Workshop,
    account: Account,
    *,
    purpose: str = "",
    attribute: str = "",
) -> Release | None:
    """Ask for a release of what may leave now; None where nothing may."""
    last = RecordedEntry.objects.filter(workshop=workshop).order_by("-number").first()
    asked = Release(
        project=project,
        workshop=workshop,
        purpose=purpose,
        attribute=attribute,
        seed=secrets.token_bytes(32),
        moment=last.number if last is not None else 0,
        requested_by=account,
    )
    if not _without_names(asked).may_leave:
        return None
    with transaction.atomic():
        asked.save()
        for other in project.people.exclude(pk=account.pk).filter(is_active=True):
            ask_for_letter(
                "release-to-review",
                f"release-to-review:{asked.pk}:{other.pk}",
                about=other,
                given={"release": asked.pk},
            )
    return asked


def _without_names(release: Release) -> WouldLeave:
    """What would leave if every name were masked: nobody has decided on any yet."""
    looked = look(release, timezone.now().date())
    release.decided = {one.key: True for one in looked.passages}
    looked = look(release, timezone.now().date())
    release.decided = {}
    return looked


def decide(
    release: Release, said: Mapping[str, bool], shown: Mapping[str, bool | None], looked: WouldLeave
) -> bool:
    """Decide on names that were pointed out; what was decided before and is not said again stays.

    `shown` is what was decided as the page was opened. What somebody else decided otherwise
    meanwhile stays as it is, and then it is False.
    """
    known = {one.key for one in looked.passages}
    with transaction.atomic():
        held = Release.objects.select_for_update().get(pk=release.pk)
        new = {
            key: masked
            for key, masked in said.items()
            if key in known and masked is not shown.get(key)
        }
        others = {key for key in new if held.decided.get(key) not in (shown.get(key), new[key])}
        if held.state == State.REQUESTED:
            held.decided |= {key: masked for key, masked in new.items() if key not in others}
            held.save(update_fields=["decided"])
    return not others


def let_go(release: Release, account: Account, seen: str) -> str:
    """Release it, as the second person; `seen` is the hash of what they were shown. What is
    wrong, or nothing.
    """
    now = timezone.now()
    looked = look(release, day_of(now))
    if release.requested_by == account:
        return NOT_TWICE
    if not looked.may_leave or not looked.still_leaves:
        return NOTHING
    if looked.undecided:
        return NOT_ALL_DECIDED
    if seen != looked.assembled.sha256:
        return CHANGED
    content = hashlib.sha256(archive(looked.assembled.made, release)).hexdigest()
    with transaction.atomic():
        held = Release.objects.select_for_update().get(pk=release.pk)
        if held.state != State.REQUESTED:
            return IS_FINAL
        if (
            held.decided != release.decided
            or standing_of(held.project, held.workshop) != looked.standing
        ):
            return CHANGED
        held.state, held.reviewed_by, held.reviewed_at = State.RELEASED, account, now
        held.selection_sha256, held.content_sha256 = looked.assembled.sha256, content
        held.save(
            update_fields=[
                "state",
                "reviewed_by",
                "reviewed_at",
                "selection_sha256",
                "content_sha256",
            ]
        )
        _remember_items(held, looked)
    return ""


def _remember_items(release: Release, looked: WouldLeave) -> None:
    seed, plain = bytes(release.seed), {one.thing: one for one in looked.plain.leaving}
    ReleasedItem.objects.bulk_create(
        ReleasedItem(
            release=release,
            about=one.thing,
            code=looked.assembled.made.codes[one.thing],
            people=sorted(one.people),
            is_item=one.is_item,
            unnamed=one.by is None,
            words_hash=words_hash(seed, plain[one.thing]),
        )
        for one in looked.assembled.selection.leaving
    )


def refuse(release: Release, account: Account, why: str) -> str:
    """Do not release it, as the second person. What is wrong, or nothing."""
    if release.requested_by == account:
        return NOT_TWICE
    if not why.strip():
        return SAY_WHY
    waiting = Release.objects.filter(pk=release.pk, state=State.REQUESTED)
    done = waiting.update(
        state=State.REFUSED,
        reviewed_by=account,
        reviewed_at=timezone.now(),
        why_not=why.strip()[:2000],
    )
    return "" if done else IS_FINAL


def day_of(moment: datetime) -> date:
    """The day on which it was released, the same for everybody."""
    return moment.astimezone(UTC).date()


def was_there(account: Account | None, workshop: Workshop) -> bool:
    """Whether a researcher registered for the workshop or announced it, as everybody of
    the project is shown.
    """
    if account is None:
        return False
    registered = Registration.objects.filter(
        workshop=workshop, address=folded(account.email), erased_at=None
    )
    return (
        registered.exists() or Notice.objects.filter(workshop=workshop, convenors=account).exists()
    )
