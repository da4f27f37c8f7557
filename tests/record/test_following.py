"""What follows from an entry: whatever fails on the way, it is done in the end."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from footpath.method import ENTRIES, Recorded
from footpath.method.gather import Arrive, ProposeAgreement
from footpath.record import following
from footpath.record.models import StillToFollow
from footpath.record.writing import Writer
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)
followed: list[tuple[int, list[str]]] = []


def fails_at_first(workshop: int, entries: list[Recorded]) -> None:
    """What somebody wants done when a line was agreed; the first time something is wrong."""
    followed.append((workshop, [type(one.entry).__name__ for one in entries]))
    if len(followed) == 1:
        raise OSError("the disk is full")


@pytest.fixture
def table(settings: Any) -> Iterator[None]:
    settings.FOLLOWING = {"before": {f"{__name__}.fails_at_first": ("AgreementProposed",)}, "after": {}}
    followed.clear()
    _forget()
    yield
    _forget()


def _forget() -> None:
    following._followers.cache_clear()
    following._kinds.cache_clear()


def test_S10_what_failed_is_done_again_and_then_no_more(table: None, writer: Writer, workshop: Workshop) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="sam", name="Sam"), None, "guest").result(10).made
    writer.submit(workshop.pk, ProposeAgreement(id="line", text="One speaks at a time"), sam).result(10)
    writer.close()
    assert followed == [(workshop.pk, ["AgreementProposed"])] and StillToFollow.objects.count() == 1
    for _ in range(2):
        following.follow_what_was_left(timezone.now() + timedelta(minutes=2), writer.submit)
    assert len(followed) == 2 and StillToFollow.objects.count() == 0


def test_S10_whatever_is_followed_is_a_kind_of_entry(settings: Any) -> None:
    named = {kind for table in settings.FOLLOWING.values() for kinds in table.values() for kind in kinds}
    assert named <= {entry.__name__ for entry in ENTRIES}
