"""What follows from an entry: whatever fails on the way, it is done in the end."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from footpath.method import ENTRIES, Command, Recorded
from footpath.method.own_words.masking import MaskWords
from footpath.method.own_words.unveiling import LiftVeilsOf
from footpath.method.phases.experience import TellExperience
from footpath.method.phases.gather import Arrive, ProposeAgreement
from footpath.method.throughout import covering
from footpath.method.throughout.moments import PlaceMoment
from footpath.method.throughout.notes import WriteNote
from footpath.method.throughout.pace import OpenFlipchart
from footpath.record import after_effects
from footpath.record.models import RecordedEntry, StillToFollow
from footpath.record.writer import Done, Writer
from footpath.workshops.making import make_workshop
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
    settings.FOLLOWING = {
        "before": {f"{__name__}.fails_at_first": ("AgreementProposed",)},
        "after": {},
    }
    followed.clear()
    _forget()
    yield
    _forget()


def _forget() -> None:
    after_effects._followers.cache_clear()
    after_effects._kinds.cache_clear()


def test_S10_what_failed_is_done_again_and_then_no_more(
    table: None, writer: Writer, workshop: Workshop
) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="sam", name="Sam"), None, "guest").result(10).made
    writer.submit(
        workshop.pk, ProposeAgreement(id="line", text="One speaks at a time"), sam
    ).result(10)
    writer.close()
    assert followed == [(workshop.pk, ["AgreementProposed"])] and StillToFollow.objects.count() == 1
    for _ in range(2):
        after_effects.follow_what_was_left(timezone.now() + timedelta(minutes=2), writer.submit)
    assert len(followed) == 2 and StillToFollow.objects.count() == 0


def test_S10_whatever_is_followed_is_a_kind_of_entry(settings: Any) -> None:
    named = {
        kind for table in settings.FOLLOWING.values() for kinds in table.values() for kind in kinds
    }
    assert named <= {entry.__name__ for entry in ENTRIES}


class Slow:
    """What follows when a line was agreed, as long as it is let."""

    def __init__(self) -> None:
        """It stands still from the first on."""
        self.calls = list[tuple[int, int]]()
        self.begun, self.goes_on = threading.Event(), threading.Event()

    def follow(self, workshop: int, entries: list[Recorded]) -> None:
        self.calls.append((workshop, len(entries)))
        self.begun.set()
        if not self.goes_on.wait(12):
            self.goes_on.set()


slow: Slow


def follows_slowly(workshop: int, entries: list[Recorded]) -> None:
    """A name that the settings can give."""
    slow.follow(workshop, entries)


@pytest.fixture(params=["before", "after"])
def slowly(request: pytest.FixtureRequest, settings: Any) -> Iterator[str]:
    global slow
    slow = Slow()
    settings.FOLLOWING = {"before": {}, "after": {}}
    settings.FOLLOWING[request.param] = {f"{__name__}.follows_slowly": ("AgreementProposed",)}
    _forget()
    yield request.param
    slow.goes_on.set()
    _forget()


def agrees(writer: Writer, workshop: int, person: int | None, line: int) -> "Future[Done]":
    return writer.submit(workshop, ProposeAgreement(id=f"line{line}", text=f"Line {line}"), person)


def test_L2i_what_follows_in_one_workshop_keeps_nobody_of_another_waiting(
    slowly: str, writer: Writer, workshop: Workshop
) -> None:
    other = make_workshop(writer, "Repairs")
    sam, una = (
        writer.submit(w.pk, Arrive(id="sam", name="Sam"), None, "guest").result(10).made
        for w in (workshop, other)
    )
    many = [agrees(writer, workshop.pk, sam, line) for line in range(30)]
    assert slow.begun.wait(10)
    one = agrees(writer, other.pk, una, 1)
    assert one.result(8)  # it waits behind no more than a moment
    slow.goes_on.set()
    assert all(each.result(10) for each in many)
    writer.close()
    assert other.pk in [at for at, _ in slow.calls][:3]


def test_L2i_the_rest_of_what_follows_is_done_for_many_entries_at_once(
    slowly: str, writer: Writer, workshop: Workshop
) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="sam", name="Sam"), None, "guest").result(10).made
    many = [agrees(writer, workshop.pk, sam, line) for line in range(30)]
    assert slow.begun.wait(10) and all(one.result(8) for one in many)
    slow.goes_on.set()
    writer.close()
    assert sum(entries for _, entries in slow.calls) == 30
    assert slowly == "before" or len(slow.calls) < 10


def test_L4d_what_a_facilitator_lifted_goes_on_by_itself_until_all_of_it_is_read_again(
    writer: Writer, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asks(person: int | None, command: Command, door: str = "") -> int:
        return writer.submit(workshop.pk, command, person, door).result(20).made or 0

    fay = asks(None, Arrive(id="fay", name="Fay"), "facilitator")
    sam = asks(None, Arrive(id="sam", name="Sam"), "guest")
    asks(fay, OpenFlipchart(id="open"))
    for one in range(4):
        asks(fay, WriteNote(id=f"note{one}", text="Brightside was late"))
    story = asks(sam, TellExperience(id="story", title="Winter"))
    asks(sam, PlaceMoment(id="moment", experience=story, text="Brightside did so"))
    asks(sam, MaskWords(id="mask", passage="Brightside"))
    monkeypatch.setattr(covering, "MOST_WORDINGS", 1)
    asks(fay, LiftVeilsOf(id="lift", person=sam))
    left = writer.look(workshop.pk, lambda live: (live.chart.veils, live.chart.lifting)).result(20)
    assert left == ({}, {})
    kinds = RecordedEntry.objects.filter(workshop=workshop).values_list("kind", flat=True)
    assert list(kinds).count("VeilsLifted") == 4
    writer.close()
    assert StillToFollow.objects.count() == 0
