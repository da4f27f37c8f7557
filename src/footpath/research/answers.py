"""Answering: what somebody says is kept, and whoever holds copies is told where that ends
something.
"""

import time
from datetime import UTC, datetime

from django.db import transaction

from footpath.gate.permissions import NO, NOT_NOW, YES, Blank
from footpath.registering.models import Registration
from footpath.research import consents, recalls
from footpath.research.consents import Giver, latest
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer
from footpath.research.windows import window_of
from footpath.room.running import rooms

ANSWERS = (YES, NO, NOT_NOW)
Asked = ConsentAnswer.Asked


class CannotCount(Exception):
    """What was sent cannot count as it is, for the reason given in one sentence."""


class NotWhole(CannotCount):
    """A form that counts only as a whole has something open yet."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This form counts only once every statement is answered.")


def answer(
    giver: Giver,
    sheet: Sheet,
    given: dict[str, str],
    chosen: dict[str, list[str]],
    asked: Asked,
    at: int | None = None,
) -> None:
    """Keep what somebody answered to a sheet. Of a form that counts only as a whole nothing is kept
    before it is whole.

    Raises:
        NotWhole: where the form counts only as a whole and something is open.
        CannotCount: where a yes does not say which.
    """
    whole = _as_meant(giver, sheet, given)
    check_chosen(sheet, whole, chosen)
    keep(giver, sheet, whole, asked, chosen=chosen, at=at)
    tell_holders(giver, sheet.project)


def _as_meant(giver: Giver, sheet: Sheet, given: dict[str, str]) -> dict[str, str]:
    """What answering so means by the form's own rule."""
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    if sheet.together:  # one act: the strictest word is the word on all of it
        strictest = max(given.values(), key=consents.FROM_OPEN_TO_STRICT.index)
        return dict.fromkeys(keys, strictest)
    if sheet.blank_means != Blank.CANNOT_SEND:
        return given
    if NOT_NOW in given.values():
        return dict.fromkeys(keys, NOT_NOW)
    holding = consents.holding(giver, sheet).items()
    whole = {**{key: row.answer for key, row in holding if row.answer != NOT_NOW}, **given}
    if any(key not in whole for key in keys):
        raise NotWhole
    return whole


def check_chosen(sheet: Sheet, given: dict[str, str], chosen: dict[str, list[str]]) -> None:
    """Let nobody agree to something without saying to what.

    Raises:
        CannotCount: where a yes does not say which.
    """
    for statement in Statement.objects.filter(sheet=sheet):
        if statement.choices and given.get(statement.key) == YES and not chosen.get(statement.key):
            raise CannotCount("With a yes, tick at least one of them: which do you mean?")


def keep(
    giver: Giver,
    sheet: Sheet,
    given: dict[str, str],
    asked: Asked,
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
    with transaction.atomic():
        held = latest(giver, sheet.project)
        taken_back = {
            key
            for key, said in given.items()
            if said != YES and key in held and held[key].answer == YES
        }
        late = taken_back if taken_back and _is_late(giver, sheet.project, now) else set[str]()
        for statement, said in given.items():
            ways, before = (chosen or {}).get(statement, []), held.get(statement)
            same = (said, sheet, ways)
            if before is None or (before.answer, before.sheet, before.chosen) != same:
                ConsentAnswer.objects.create(
                    workshop=giver.workshop, project=sheet.project, person=giver.person,
                    sheet=sheet, registration=giver.registration, statement=statement,
                    answer=said, chosen=ways, withdrawn=withdrawn, after=after, asked=asked,
                    typed_by=typed_by, answered_at=now, late=statement in late,
                )  # fmt: skip


def _is_late(giver: Giver, project: Project, now: int) -> bool:
    """Whether the days in which taking a yes back reaches copies have ended."""
    window = window_of(giver, project)
    return window is not None and not window.is_open(datetime.fromtimestamp(now / 1000, UTC))


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
            holds = consents.stricter(
                rows[0].answer, rows[-1].answer, consents.order_of(rows[-1].sheet, statement)
            )
            row = next(row for row in rows if row.answer == holds)
            if by_word and statement not in persons and holds == YES:
                holds = NOT_NOW
            keep(
                both, row.sheet, {statement: holds}, Asked(row.asked),
                typed_by=row.typed_by, chosen={statement: row.chosen}, withdrawn=row.withdrawn,
                after=after, at=row.answered_at,
            )  # fmt: skip
    ConsentAnswer.objects.filter(registration=registration, person=None).update(person=person)


def part(registration: Registration, person: int | None) -> None:
    """A registration went to another device, which is asked by itself: it may have been
    somebody else who agreed.

    `person` is who came in by the registration before, if anybody did. Where they stay behind, what
    was answered is theirs and stays as it is: what ended for them would leave research for good,
    and tell what of the unnamed was theirs (A3).
    """
    if person is not None and registration.person is None:
        ConsentAnswer.objects.filter(registration=registration).update(
            registration=None, person=person
        )
        return
    giver = Giver(registration.workshop, registration, person)
    for project in consents.projects_of(giver):
        for row in latest(giver, project).values():
            if row.answer == YES:
                keep(giver, row.sheet, {row.statement: NOT_NOW}, Asked.OWN_PAGE)
    tell_holders(giver)


def tell_holders(giver: Giver, *projects: Project) -> None:
    """Whoever holds a release hears what they have to delete; of every project
    where none is named.
    """
    if giver.person is not None:
        for project in projects or consents.projects_of(giver):
            recalls.after_change(giver.workshop, project)


def type_from_paper(
    giver: Giver,
    sheet: Sheet,
    given: dict[str, str],
    chosen: dict[str, list[str]],
    scribe: int,
    *,
    has_device: bool,
) -> None:
    """Keep what stands on somebody's paper form. Where they have answered already, the stricter
    answer stays (C1).

    Whoever types could type anything. So of somebody who has a device what stands on paper, yes or
    no, waits as *not now* until they say it there, and they are asked. What holds already stands: a
    no would take their words out of research for good, and what then lacks would tell which unnamed
    ones were theirs (A3).

    Raises:
        CannotCount: where a yes does not say which, or the form counts only as a whole and
            something is open.
    """
    whole = _on_paper(sheet, given)
    check_chosen(sheet, whole, chosen)
    held = latest(giver, sheet.project)
    if has_device:
        whole, chosen = {key: NOT_NOW for key in whole if key not in held}, {}
    new = {
        key: said
        for key, said in whole.items()
        if key not in held or _counts_beside(held[key], sheet, said)
    }
    keep(giver, sheet, new, Asked.PAPER, chosen=chosen, typed_by=scribe)
    tell_holders(giver, sheet.project)


def _counts_beside(held: ConsentAnswer, sheet: Sheet, said: str) -> bool:
    """Whether what stands on paper is stricter than what is held, or the same word on a later
    version of the sheet.
    """
    if held.answer == said:
        return held.sheet.pk < sheet.pk
    return consents.stricter(held.answer, said, consents.order_of(sheet, held.statement)) == said


def _on_paper(sheet: Sheet, given: dict[str, str]) -> dict[str, str]:
    """A paper form by its own rule, whatever its person has answered elsewhere."""
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    if sheet.together or sheet.blank_means == Blank.CANNOT_SEND:
        missing = [key for key in keys if key not in given]
        if missing:
            raise CannotCount(
                "This form counts only as a whole: type what it says to every statement."
            )
        if sheet.together and YES in given.values() and len(set(given.values())) > 1:
            return dict.fromkeys(keys, NO)
    return given
