"""Answers to studies: the latest one holds, and where two meet, the stricter one."""

import hashlib
import time

from django.db.models import Q, QuerySet

from footpath.notices.models import Study
from footpath.registering.models import Registration
from footpath.research.models import ResearchAnswer
from footpath.workshops.models import Workshop

YES, NOT_NOW, NO = "yes", "not now", "no"
FROM_OPEN_TO_STRICT = (YES, NOT_NOW, NO)


def stricter(one: str, other: str) -> str:
    """The stricter of two answers: no, then not now, then yes. Where one was not given, the other holds."""
    given = [answer for answer in (one, other) if answer]
    return max(given, key=_strictness, default="")


def _strictness(answer: str) -> int:
    return FROM_OPEN_TO_STRICT.index(answer) if answer in FROM_OPEN_TO_STRICT else FROM_OPEN_TO_STRICT.index(NOT_NOW)


def key_of(study: Study) -> str:
    """What a study of a notice is called among the answers."""
    return f"study-{study.pk}"


def sheet_of(study: Study) -> str:
    """Which sheet was on the screen: another title or another link is another sheet."""
    return hashlib.sha256(f"{study.title}\n{study.sheet_link}".encode()).hexdigest()[:40]


def keep(
    workshop: Workshop, given: dict[Study, str], *, registration: Registration | None = None, person: int | None = None
) -> None:
    """Keep what somebody answered, where it is not what they had answered to the same sheet."""
    held = {row.study: row for row in _latest(_of(registration, workshop, person))}
    for study, answer in given.items():
        before = held.get(key_of(study))
        if answer and (before is None or (_said(before), before.sheet) != (answer, sheet_of(study))):
            _store(workshop, key_of(study), sheet_of(study), answer, registration, person)


def answers_of(registration: Registration) -> dict[str, str]:
    """What somebody who registered answered, by study; theirs alone to see."""
    rows = _latest(_of(registration, registration.workshop, registration.person))
    return {row.study: _said(row) for row in rows}


def join(registration: Registration, person: int) -> None:
    """An earlier registration and a person turn out to be one: of two answers the stricter one holds from now on."""
    workshop = registration.workshop
    theirs = {row.study: row for row in _latest(_of(registration, workshop, None))}
    persons = {row.study: row for row in _latest(_of(None, workshop, person))}
    for study in theirs.keys() | persons.keys():
        rows = [row for row in (theirs.get(study), persons.get(study)) if row is not None]
        holds = stricter(_said(rows[0]), _said(rows[-1]))
        sheet = next(row.sheet for row in rows if _said(row) == holds)
        _store(workshop, study, sheet, holds, registration, person)


def history_of(workshop: Workshop, registration: Registration | None, person: int | None) -> list[ResearchAnswer]:
    """Every answer that somebody gave, in its order; theirs alone to see."""
    return list(_of(registration, workshop, person).order_by("answered_at", "pk"))


def withdraw_all(workshop: Workshop, registration: Registration | None, person: int | None) -> int:
    """Take back every consent of somebody; to how many studies."""
    held = [row for row in _latest(_of(registration, workshop, person)) if _said(row) != NO]
    for row in held:
        _store(workshop, row.study, row.sheet, NO, registration or row.registration, person)
    return len(held)


def _of(registration: Registration | None, workshop: Workshop, person: int | None) -> QuerySet[ResearchAnswer]:
    whose = Q(registration=registration) if registration is not None else Q(pk__in=[])
    if person is not None:
        whose |= Q(person=person)
    return ResearchAnswer.objects.filter(whose, workshop=workshop)


def _latest(rows: QuerySet[ResearchAnswer]) -> list[ResearchAnswer]:
    return list({row.study: row for row in rows.order_by("answered_at", "pk")}.values())


def _said(row: ResearchAnswer) -> str:
    return NO if row.withdrawn else row.answer


def _store(
    workshop: Workshop, study: str, sheet: str, answer: str, registration: Registration | None, person: int | None
) -> None:
    ResearchAnswer.objects.create(
        workshop=workshop, registration=registration, person=person, study=study, sheet=sheet, answer=answer,
        answered_at=time.time_ns() // 1_000_000,
    )  # fmt: skip
