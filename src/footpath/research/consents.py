"""Consents: what people answered, statement by statement. The latest answer holds; where two
meet, the stricter one.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from footpath.gate.permissions import NO, NOT_NOW, YES, Purpose
from footpath.registering.models import Registration
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer
from footpath.research.windows import Counting, Window
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
    return (
        Sheet.objects.filter(project=project)
        .exclude(published_at=None)
        .order_by("published_at", "pk")
        .last()
    )


def covering(sheet: Sheet) -> frozenset[int]:
    """The versions whose answers hold under this one: itself, and those before it since which
    nothing asked changed.
    """
    published = (
        Sheet.objects.filter(project=sheet.project)
        .exclude(published_at=None)
        .order_by("published_at", "pk")
    )
    earlier = [
        one
        for one in published
        if one != sheet and (one.published_at, one.pk) < (sheet.published_at, sheet.pk)
    ]
    found, covers = {sheet.pk}, sheet.covers_before
    for one in reversed(earlier):
        if not covers:
            break
        found.add(one.pk)
        covers = one.covers_before
    return frozenset(found)


def asking(workshop: Workshop) -> list[tuple[Project, Sheet]]:
    """The projects that people at a workshop are asked about: those with a sheet to read."""
    found = (
        (project, current_sheet(project)) for project in Project.objects.filter(workshops=workshop)
    )
    return [(project, sheet) for project, sheet in found if sheet is not None]


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


def latest(giver: Giver, project: Project) -> dict[str, ConsentAnswer]:
    """What holds, by statement, whatever sheet it was given on."""
    return {
        row.statement: row for row in giver.rows().filter(project=project).select_related("sheet")
    }


def waits(row: ConsentAnswer) -> bool:
    """Whether it was said on paper by somebody who has a device, and not yet by themselves (C1):
    that is no answer.
    """
    return row.typed_by is not None and row.answer == NOT_NOW


def projects_of(giver: Giver) -> list[Project]:
    """The projects to which they have answered anything."""
    return list(Project.objects.filter(pk__in=giver.rows().order_by().values("project")))


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
    after: int | None = None,
) -> None:
    """Keep answers to statements of a sheet, one row each; what is answered again in the
    same way is not added.

    `at` is when it was answered (ms since 1970), for a replayed workshop; by itself now. Whoever
    calls within a transaction gives `after`, because the record's writer may be waiting for that
    transaction to end.
    """
    after = rooms().last_entry(giver.workshop.pk) if after is None else after
    now = at if at is not None else time.time_ns() // 1_000_000
    window = window_of(giver, sheet.project)
    is_over = window is not None and not window.is_open(datetime.fromtimestamp(now / 1000, UTC))
    with transaction.atomic():
        held = latest(giver, sheet.project)
        for statement, answer in given.items():
            ways, before = (chosen or {}).get(statement, []), held.get(statement)
            if before is None or (before.answer, before.sheet, before.chosen) != (
                answer,
                sheet,
                ways,
            ):
                ConsentAnswer.objects.create(
                    workshop=giver.workshop, project=sheet.project, person=giver.person,
                    sheet=sheet, registration=giver.registration, statement=statement,
                    answer=answer, chosen=ways, withdrawn=withdrawn, after=after, asked=asked,
                    typed_by=typed_by, answered_at=now,
                    late=is_over and answer != YES and before is not None and before.answer == YES,
                )  # fmt: skip


def window_of(giver: Giver, project: Project) -> Window | None:
    """The days in which their withdrawing from a project reaches copies; None for ever."""
    answers = giver.rows().filter(project=project).select_related("sheet")
    return Counting(giver.workshop).window(answers, giver.person)


def withdraw(giver: Giver, project: Project, at: int | None = None) -> bool:
    """Withdraw from a project: a no to everything that was not one. Returns whether there was
    anything to withdraw.
    """
    held = [row for row in latest(giver, project).values() if row.answer != NO]
    for row in held:
        keep(
            giver,
            row.sheet,
            {row.statement: NO},
            ConsentAnswer.Asked.OWN_PAGE,
            withdrawn=True,
            at=at,
        )
    return bool(held)


def withdraw_all(giver: Giver) -> int:
    """Withdraw from every project; from how many."""
    return sum(withdraw(giver, project) for project in projects_of(giver))


def join(registration: Registration, person: int, after: int, *, by_word: bool = False) -> None:
    """An earlier registration and a person turn out to be one: of two answers the stricter one
    holds from now on.

    Where that is known by somebody's word alone, what the person has not answered is asked of them:
    no yes comes with a registration that somebody else may have made for them. `after` is the
    number of the record's last entry.
    """
    workshop = registration.workshop
    one, other = Giver(workshop, registration), Giver(workshop, person=person)
    both = Giver(workshop, registration, person)
    for project in Project.objects.filter(consents__workshop=workshop).distinct():
        theirs, persons = latest(one, project), latest(other, project)
        for statement in theirs.keys() | persons.keys():
            rows = [rows[statement] for rows in (theirs, persons) if statement in rows]
            holds = stricter(rows[0].answer, rows[-1].answer, order_of(rows[-1].sheet, statement))
            row = next(row for row in rows if row.answer == holds)
            if by_word and statement not in persons and holds == YES:
                holds = NOT_NOW
            keep(
                both, row.sheet, {statement: holds}, ConsentAnswer.Asked(row.asked),
                typed_by=row.typed_by, chosen={statement: row.chosen}, withdrawn=row.withdrawn,
                after=after, at=row.answered_at,
            )  # fmt: skip
    ConsentAnswer.objects.filter(registration=registration, person=None).update(person=person)
