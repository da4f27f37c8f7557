"""Research projects in the database of a server: set up, agreed to, answered and released, as
other pages would.
"""

import time

from django.utils import timezone
from research_asking import TAKE_PART, Asked
from served import Server

from footpath.research.information_sheets import Project, Sheet
from footpath.research.models import (
    ConsentAnswer,
    Recall,
    Release,
    ReleasedItem,
)
from footpath.workshops.models import Workshop


class Contributing(Asked):
    """A research project to which a workshop contributes."""

    def __init__(
        self, server: Server, workshop: str, title: str, *, reaches_back: bool = True
    ) -> None:
        """Set it up, with one required statement and the organisation's agreement."""
        super().__init__(
            server, workshop, title, statements=[TAKE_PART], covers_earlier=reaches_back
        )
        self.agree()

    def answered(self, person: int, answer: str = "yes", after: int = 0) -> None:
        """Somebody answers."""
        self.server.beside(_answer, self.address, self.workshop, person, answer, after)

    def releases(
        self,
        items: list[tuple[int, list[int]]],
        state: str = "released",
        recalled: tuple[str, ...] = (),
    ) -> None:
        """Something leaves: (thing, whose words are in it)."""
        self.server.beside(_release, self.address, self.workshop, items, state, recalled)


def _answer(project: str, workshop: str, person: int, answer: str, after: int) -> None:
    sheet = Sheet.objects.get(project__address=project)
    ConsentAnswer.objects.create(
        workshop=Workshop.objects.get(address=workshop),
        project=sheet.project,
        person=person,
        sheet=sheet,
        statement="take-part",
        answer=answer,
        after=after,
        answered_at=time.time_ns() // 1_000_000,
    )


def _release(
    project: str,
    workshop: str,
    items: list[tuple[int, list[int]]],
    state: str,
    recalled: tuple[str, ...],
) -> None:
    now = timezone.now()
    release = Release.objects.create(
        project=Project.objects.get(address=project),
        workshop=Workshop.objects.get(address=workshop),
        state=state,
        seed=b"0" * 32,
        reviewed_at=now,
    )
    for number, (about, people) in enumerate(items):
        code = f"N{number:03d}"
        ReleasedItem.objects.create(release=release, about=about, code=code, people=people)
    if recalled:
        Recall.objects.create(
            release=release, codes=list(recalled), due_at=now, told_at=now, confirmed_at=now
        )
