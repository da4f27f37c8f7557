"""Consents: what people answered, statement by statement. The latest answer holds; where two meet, the stricter one."""

import time
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet

from footpath.record.live import Live
from footpath.registering.models import Registration
from footpath.research.models import ConsentAnswer, Project, Sheet
from footpath.research.permissions import NO, NOT_NOW, YES
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

FROM_OPEN_TO_STRICT = (YES, NOT_NOW, NO)


@dataclass(frozen=True)
class Giver:
    """Who answers: a person of the workshop, somebody who registered for it, or both in one."""

    workshop: Workshop
    registration: Registration | None = None
    person: int | None = None

    def rows(self) -> QuerySet[ConsentAnswer]:
        """Everything that they answered, in its order."""
        whose = Q(registration=self.registration) if self.registration is not None else Q(pk__in=[])
        if self.person is not None:
            whose |= Q(person=self.person)
        return ConsentAnswer.objects.filter(whose, workshop=self.workshop).order_by("pk")


def current_sheet(project: Project) -> Sheet | None:
    """The version that is asked with now; None while none is published."""
    return Sheet.objects.filter(project=project).exclude(published_at=None).order_by("published_at", "pk").last()


def asking(workshop: Workshop) -> list[tuple[Project, Sheet]]:
    """The projects that people at a workshop are asked about: those with a sheet to read."""
    found = ((project, current_sheet(project)) for project in Project.objects.filter(workshops=workshop))
    return [(project, sheet) for project, sheet in found if sheet is not None]


def stricter(one: str, other: str) -> str:
    """The stricter of two answers: no, then not now, then yes."""
    return max(one, other, key=FROM_OPEN_TO_STRICT.index)


def latest(giver: Giver, project: Project) -> dict[str, ConsentAnswer]:
    """What holds, by statement, whatever sheet it was given on."""
    return {row.statement: row for row in giver.rows().filter(project=project)}


def keep(
    giver: Giver,
    sheet: Sheet,
    given: dict[str, str],
    asked: ConsentAnswer.Asked,
    *,
    chosen: dict[str, list[str]] | None = None,
    typed_by: int | None = None,
    withdrawn: bool = False,
    at: int | None = None,
) -> None:
    """Keep answers to statements of a sheet, one row each; what is answered again in the same way is not added.

    `at` is when it was answered (ms since 1970), for a replayed workshop; by itself now.
    """
    after = rooms().writer.look(giver.workshop.pk, _last_entry).result(timeout=20)
    now = at if at is not None else time.time_ns() // 1_000_000
    with transaction.atomic():
        held = latest(giver, sheet.project)
        for statement, answer in given.items():
            ways, before = (chosen or {}).get(statement, []), held.get(statement)
            if before is None or (before.answer, before.sheet, before.chosen) != (answer, sheet, ways):
                ConsentAnswer.objects.create(
                    workshop=giver.workshop, project=sheet.project, person=giver.person, sheet=sheet,
                    registration=giver.registration, statement=statement, answer=answer, chosen=ways,
                    withdrawn=withdrawn, after=after, asked=asked, typed_by=typed_by, answered_at=now,
                )  # fmt: skip


def _last_entry(live: Live) -> int:
    return live.chart.number


def withdraw(giver: Giver, project: Project, at: int | None = None) -> bool:
    """Withdraw from a project: a no to everything that was not one. Returns whether there was anything to withdraw."""
    held = [row for row in latest(giver, project).values() if row.answer != NO]
    for row in held:
        keep(giver, row.sheet, {row.statement: NO}, ConsentAnswer.Asked.OWN_PAGE, withdrawn=True, at=at)
    return bool(held)


def withdraw_all(giver: Giver) -> int:
    """Withdraw from every project; from how many."""
    projects = Project.objects.filter(pk__in=giver.rows().values("project"))
    return sum(withdraw(giver, project) for project in projects)


def join(registration: Registration, person: int) -> None:
    """An earlier registration and a person turn out to be one: of two answers the stricter one holds from now on."""
    workshop = registration.workshop
    one, other = Giver(workshop, registration), Giver(workshop, person=person)
    both = Giver(workshop, registration, person)
    for project in Project.objects.filter(consents__workshop=workshop).distinct():
        theirs, persons = latest(one, project), latest(other, project)
        for statement in theirs.keys() | persons.keys():
            rows = [rows[statement] for rows in (theirs, persons) if statement in rows]
            holds = stricter(rows[0].answer, rows[-1].answer)
            row = next(row for row in rows if row.answer == holds)
            keep(both, row.sheet, {statement: holds}, ConsentAnswer.Asked(row.asked), withdrawn=row.withdrawn)
