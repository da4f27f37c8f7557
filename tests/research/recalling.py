"""What was recalled, and whom it was written to."""

from footpath.mail.models import Letter
from footpath.research import release_letters
from footpath.research.models import Recall, Release, ReleasedItem


def code_of(release: Release, about: int) -> str:
    return ReleasedItem.objects.get(release=release, about=about).code


def recalled() -> list[list[str]]:
    return [one.codes for one in Recall.objects.order_by("pk")]


def letter() -> str:
    written = release_letters.recall(Letter.objects.get(purpose="recall"))
    assert written is not None
    return " ".join((written.subject, *written.lines, *written.after))
