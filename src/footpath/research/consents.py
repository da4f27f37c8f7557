"""Consents: what people answered, statement by statement. The latest answer holds; where two
meet, the stricter one.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from footpath.gate.consenting import valid_sheets
from footpath.gate.permissions import NO, NOT_NOW, YES, PublishedSheet, Purpose
from footpath.registering import registrations
from footpath.registering.models import Registration
from footpath.research.information_sheets import (
    Project,
    Sheet,
    Statement,
    current_sheet,
    published,
)
from footpath.research.models import ConsentAnswer
from footpath.workshops.models import Workshop

FROM_OPEN_TO_STRICT = (YES, NOT_NOW, NO)


@dataclass(frozen=True)
class Giver:
    """Who answers: a person of the workshop, somebody who registered for it, or both in one."""

    workshop: Workshop
    registration: Registration | None = None
    person: int | None = None

    @classmethod
    def who_came(cls, workshop: Workshop, person: int) -> "Giver":
        """A person of the workshop, with the registration by which they came where there is one."""
        return cls(workshop, registrations.of_person(workshop, person), person)

    def rows(self) -> QuerySet[ConsentAnswer]:
        """Everything that they answered, in its order."""
        whose = Q(registration=self.registration) if self.registration is not None else Q(pk__in=[])
        if self.person is not None:
            whose |= Q(person=self.person)
        return ConsentAnswer.objects.filter(whose, workshop=self.workshop).order_by("pk")


def contributing_to(workshop: Workshop) -> QuerySet[Project]:
    """The projects to which a workshop contributes, about which its people are asked."""
    return Project.objects.filter(workshops=workshop)


def asking(workshop: Workshop) -> list[tuple[Project, Sheet]]:
    """The projects that people at a workshop are asked about: those with a sheet to read."""
    found = ((project, current_sheet(project)) for project in contributing_to(workshop))
    return [(project, sheet) for project, sheet in found if sheet is not None]


def projects_of(giver: Giver) -> QuerySet[Project]:
    """The projects to which they have answered anything."""
    return Project.objects.filter(pk__in=giver.rows().order_by().values("project"))


def latest(giver: Giver, project: Project) -> dict[str, ConsentAnswer]:
    """What they said last, by statement, whatever sheet it was given on."""
    return {
        row.statement: row for row in giver.rows().filter(project=project).select_related("sheet")
    }


def holding(giver: Giver, sheet: Sheet) -> dict[str, ConsentAnswer]:
    """What they answered that holds under a version of the sheet, by statement (C2)."""
    versions, said = covering(sheet), latest(giver, sheet.project)
    return {key: row for key, row in said.items() if row.sheet.pk in versions and not waits(row)}


def covering(sheet: Sheet) -> set[int]:
    """The versions whose answers hold under a published one, by the gate's own rule (C2)."""
    found = [
        PublishedSheet(id=pk, covers_before=covers)
        for pk, covers in published(sheet.project).values_list("pk", "covers_before")
    ]
    until = [one.id for one in found].index(sheet.pk) + 1
    return valid_sheets(tuple(found[:until]))


def waits(row: ConsentAnswer) -> bool:
    """Whether it was said on paper by somebody who has a device, and not yet by themselves (C1):
    that is no answer.
    """
    return row.typed_by is not None and row.answer == NOT_NOW


def stricter(one: str, other: str, order: tuple[str, ...] = FROM_OPEN_TO_STRICT) -> str:
    """The stricter of two answers: no, then not now, then yes; or by the order
    of their statement.
    """
    return max(one, other, key=order.index)


def order_of(sheet: Sheet, key: str) -> tuple[str, ...]:
    """The answers to a statement from open to strict: yes is strict where a form asks only
    for "paraphrase only".
    """
    purposes = dict(Statement.objects.filter(sheet=sheet).values_list("key", "purpose"))
    narrows = purposes.get(key) == Purpose.PARAPHRASE and Purpose.QUOTES not in purposes.values()
    return (NO, NOT_NOW, YES) if narrows else FROM_OPEN_TO_STRICT
