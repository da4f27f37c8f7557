"""Writing: what is asked happens once, is numbered without a gap, and is answered after it is on disk."""

from collections.abc import Iterator

import pytest

from footpath.method.gather import Arrive
from footpath.method.notes import WriteNote
from footpath.record.models import RecordedEntry
from footpath.record.writing import Writer
from footpath.workshops.making import make_workshop
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def writer() -> Iterator[Writer]:
    """A writer of the test's own."""
    made = Writer()
    yield made
    made.close()


@pytest.fixture
def workshop(writer: Writer) -> Workshop:
    """A workshop that was set up."""
    return make_workshop(writer, "Buying")


def test_S2_a_command_sent_twice_happens_once_and_answers_the_same(writer: Writer, workshop: Workshop) -> None:
    sam = writer.submit(workshop.pk, Arrive(id="a1", name="Sam"), None, "guest").result(10).made
    asked = WriteNote(id="n1", text="Pay small firms first")
    first = writer.submit(workshop.pk, asked, sam).result(10)
    again = writer.submit(workshop.pk, asked, sam).result(10)
    assert (first.number, first.made) == (again.number, again.made)
    assert RecordedEntry.objects.filter(workshop=workshop, kind="NoteWritten").count() == 1
