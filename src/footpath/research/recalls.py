"""Recalls: what left with a release and may not leave any more is deleted by
whoever holds it (C11).

Who holds a release is told codes and no reason. What belongs to nobody by name is told in a
notice of its own, at a random time within three days, so that it cannot be put beside whatever
else changed (C10).
"""

import secrets
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache, partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from msgspec.structs import replace

from footpath.accounts.models import Account
from footpath.gate.selection import Leaving, Selection, Why
from footpath.mail.asking import ask
from footpath.method import Recorded
from footpath.research.gate import Stored, read
from footpath.research.information_sheets import Project, published
from footpath.research.models import Holding, Recall, Release, ReleasedItem
from footpath.research.releasing import now_of, standing_of, until, words_hash
from footpath.research.windows import everybodys
from footpath.workshops.models import Workshop

WITHIN = timedelta(hours=72)
AGAIN_AFTER = timedelta(days=14)
"""A holder who has not said that it is deleted is reminded."""
TOOK_LONG = 1.0
"""Seconds of the processor for matching what a workshop released for a project."""
RESTS = 60
"""After a long match nobody asked for, so many times as long until the next."""
_matched: dict[tuple[int, int], str] = {}
"""What each workshop's releases for a project were last matched with, in this process."""
_resting: dict[tuple[int, int], datetime] = {}
"""Until when those that took long are not matched by themselves."""


def after_change(workshop: Workshop, project: Project | None = None) -> None:
    """Match what is permitted now with the releases of a workshop, as soon as
    the change is stored.
    """
    transaction.on_commit(partial(_match_all, workshop.pk, project), robust=True)


def match_soon(workshop: int, _entries: Sequence[Recorded]) -> None:
    """Match what entries took away, and what else is no longer as it left, with the releases
    of their workshop.
    """
    _match_all(workshop, None)


def _match_all(workshop: int, project: Project | None) -> None:
    released = _released().filter(workshop=workshop)
    _match_each(released if project is None else released.filter(project=project), timezone.now())
    tell_due(timezone.now())


def look_after(now: datetime) -> None:
    """Match whatever changed by a door that did not say so, tell what is due, and
    remind; every minute.
    """
    for release in _released():
        pair = (release.project.pk, release.workshop.pk)
        if _matched.get(pair) == standing_of(release.project, release.workshop):
            continue
        if pair in _resting and now < _resting[pair]:
            continue
        began = time.thread_time()
        _match_each(_released().filter(project=release.project, workshop=release.workshop), now)
        took = time.thread_time() - began
        _resting.pop(pair, None)
        if took > TOOK_LONG:
            _resting[pair] = now + timedelta(seconds=took * RESTS)
    tell_due(now)
    _remind(now)


def _match_each(released: Iterable[Release], now: datetime) -> None:
    """Match these, and remember with what: nothing is matched again until something changes."""
    as_it_is, standings = AsItIs(), dict[tuple[int, int], str]()
    for release in released:
        pair = (release.project.pk, release.workshop.pk)
        if pair not in standings:
            standings[pair] = standing_of(release.project, release.workshop)
        match(release, now, as_it_is)
    _matched.update(standings)


def _released() -> QuerySet[Release]:
    """Every release, also where nobody is seen to hold it: somebody may be fetching it just now."""
    return (
        Release.objects.filter(state=Release.State.RELEASED)
        .select_related("project", "workshop")
        .order_by("pk")
    )


class AsItIs:
    """What is stored of a workshop for a project and what may leave of it now, found out once for
    all of its releases.
    """

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._read = cache(read)
        self._leaving: dict[tuple[int, int, frozenset[int]], tuple[Stored, Selection]] = {}

    def for_release(self, release: Release) -> tuple[Stored, Selection]:
        """By the sheets that were there when it was released."""
        known = frozenset(
            published(release.project, release.reviewed_at).values_list("pk", flat=True)
        )
        key = (release.project.pk, release.workshop.pk, known)
        if key not in self._leaving:
            stored = _as_asked(self._read(release.project, release.workshop), known)
            self._leaving[key] = (stored, now_of(stored))
        return self._leaving[key]


def match(release: Release, now: datetime, as_it_is: AsItIs) -> None:
    """Recall what of a release may not leave any more: what is named at once, each
    unnamed thing by itself.
    """
    with transaction.atomic():
        # a fetch is over, or sees the change
        held = Release.objects.select_for_update().get(pk=release.pk)
        if not Holding.objects.filter(release=held).exists():
            return
    lost, late = _lost(release, now, as_it_is)
    with transaction.atomic():
        held = Release.objects.select_for_update().get(pk=release.pk)
        recalls = list(Recall.objects.filter(release=held))
        recalled = {code for one in recalls if not one.late for code in one.codes}
        _tell_of(held, [one for one in lost if one.code not in recalled], now, late=False)
        told_late = recalled | {code for one in recalls for code in one.codes}
        _tell_of(held, [one for one in late if one.code not in told_late], now, late=True)


def _tell_of(release: Release, fresh: list[ReleasedItem], now: datetime, *, late: bool) -> None:
    named = sorted(one.code for one in fresh if not one.unnamed)
    if named:
        Recall.objects.create(release=release, codes=named, due_at=now, late=late)
    for one in fresh:
        if one.unnamed:
            wait = timedelta(seconds=secrets.randbelow(int(WITHIN.total_seconds())))
            Recall.objects.create(release=release, codes=[one.code], due_at=now + wait, late=late)


def _lost(
    release: Release, now: datetime, as_it_is: AsItIs
) -> tuple[list[ReleasedItem], list[ReleasedItem]]:
    """The items that may not leave any more, or not with all the words that they left with; and
    those late for that.

    What was taken back, masked or hidden is deleted at any time; the rest while the days of one
    of its people last.
    """
    stored, here = as_it_is.for_release(release)
    is_all = all(one.number <= release.moment for one in stored.entries)
    then = here if is_all else now_of(until(stored, release.moment))
    left = {one.thing: one for one in then.leaving}
    still = {one.thing for one in here.leaving}
    lost = [
        item
        for item in ReleasedItem.objects.filter(release=release)
        if item.about not in still or _is_less(release, item, left.get(item.about))
    ]
    windows = everybodys(release.workshop, release.project) if lost else {}

    def reaches(item: ReleasedItem) -> bool:
        theirs = [windows.get(person) for person in item.people]
        return not theirs or any(one is None or one.is_open(now) for one in theirs)

    in_time = [item for item in lost if reaches(item) or _why(here, item.about) is Why.GONE]
    return in_time, [item for item in lost if item not in in_time]


def _is_less(release: Release, item: ReleasedItem, left: Leaving | None) -> bool:
    """Whether words of it may not leave any more, though the rest of it may."""
    if left is None:
        return True
    same = words_hash(bytes(release.seed), left) == item.words_hash
    return not same or not set(item.people) <= left.people


def _why(selection: Selection, thing: int) -> Why | None:
    return selection.held.get(thing) or selection.left_out.get(thing)


def _as_asked(stored: Stored, known: frozenset[int]) -> Stored:
    """With the sheets that were `known` when something was released: a new version that asks more
    calls nothing back by itself.

    An answer to a later version counts as one to that sheet: a no to it is one all the same.
    """
    sheets = tuple(sheet for sheet in stored.permissions.sheets if sheet.id in known)
    if not sheets:
        return stored
    answers = tuple(
        one if one.sheet in known else replace(one, sheet=sheets[-1].id)
        for one in stored.permissions.answers
    )
    return replace(stored, permissions=replace(stored.permissions, sheets=sheets, answers=answers))


def tell_due(now: datetime) -> None:
    """Tell the holders of what is due."""
    for recall in Recall.objects.filter(told_at=None, due_at__lte=now).select_related("release"):
        with transaction.atomic():
            if Recall.objects.filter(pk=recall.pk, told_at=None).update(told_at=now):
                _write(recall, "first")


def _remind(now: datetime) -> None:
    open_ones = Recall.objects.filter(late=False, confirmed_at=None, told_at__lte=now - AGAIN_AFTER)
    for recall in open_ones.select_related("release"):
        _write(recall, "again")


def _write(recall: Recall, which: str) -> None:
    """To who holds the release; what came late, to everybody of the project."""
    whom = (
        {"projects": recall.release.project}
        if recall.late
        else {"holding__release": recall.release}
    )
    for account in Account.objects.filter(**whom, is_active=True).distinct():
        ask(
            "recall",
            f"recall:{recall.pk}:{account.pk}:{which}",
            about=account,
            given={"recall": recall.pk, "again": which == "again"},
        )


def told(release: Release) -> QuerySet[Recall]:
    """The recalls of a release that its holders know of."""
    return Recall.objects.filter(release=release).exclude(told_at=None).order_by("told_at", "pk")


def confirm(recall: Recall, account: Account, now: datetime) -> None:
    """A holder says that it is deleted; once for the project."""
    told_one = Recall.objects.filter(pk=recall.pk, late=False, confirmed_at=None).exclude(
        told_at=None
    )
    told_one.update(confirmed_by=account, confirmed_at=now)
