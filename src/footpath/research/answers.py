"""Answering and withdrawing: what somebody says is kept, and whoever holds copies is told where
that ends something.
"""

from footpath.gate.permissions import NO, NOT_NOW, YES, Blank
from footpath.registering.models import Registration
from footpath.research import consents, recalls
from footpath.research.consents import Giver, latest
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer

ANSWERS = (YES, NO, NOT_NOW)
ONLY_WHOLE = "This form counts only once every statement is answered."
Asked = ConsentAnswer.Asked


class CannotCount(Exception):
    """What was sent cannot count as it is, for the reason given in one sentence."""


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
        CannotCount: where a yes does not say which, or the form counts only as a whole and
            something is open.
    """
    whole = completed(giver, sheet, given)
    if whole is None:
        raise CannotCount(ONLY_WHOLE)
    check_chosen(sheet, whole, chosen)
    consents.keep(giver, sheet, whole, asked, chosen=chosen, at=at)
    tell_holders(giver, sheet.project)


def completed(giver: Giver, sheet: Sheet, given: dict[str, str]) -> dict[str, str] | None:
    """What answering so means by the form's own rule; None while it counts for nothing because
    something is open.
    """
    keys = [one.key for one in Statement.objects.filter(sheet=sheet)]
    if sheet.together:  # one act: the strictest word is the word on all of it
        strictest = max(given.values(), key=consents.FROM_OPEN_TO_STRICT.index)
        return dict.fromkeys(keys, strictest)
    if sheet.blank_means != Blank.CANNOT_SEND:
        return given
    if NOT_NOW in given.values():
        return dict.fromkeys(keys, NOT_NOW)
    held = {key: row.answer for key, row in holding(giver, sheet).items() if row.answer != NOT_NOW}
    whole = {**held, **given}
    return whole if all(key in whole for key in keys) else None


def holding(giver: Giver, sheet: Sheet) -> dict[str, ConsentAnswer]:
    """What they answered that holds under a version of the sheet, by statement (C2)."""
    versions, said = consents.covering(sheet), latest(giver, sheet.project)
    return {
        key: row
        for key, row in said.items()
        if row.sheet.pk in versions and not consents.waits(row)
    }


def check_chosen(sheet: Sheet, given: dict[str, str], chosen: dict[str, list[str]]) -> None:
    """Let nobody agree to something without saying to what.

    Raises:
        CannotCount: where a yes does not say which.
    """
    for statement in Statement.objects.filter(sheet=sheet):
        if statement.choices and given.get(statement.key) == YES and not chosen.get(statement.key):
            raise CannotCount("With a yes, tick at least one of them: which do you mean?")


def withdraw(giver: Giver, project: Project, at: int | None = None) -> None:
    """Withdraw from a project, which takes effect at once for all that has not left yet."""
    if consents.withdraw(giver, project, at):
        tell_holders(giver, project)


def withdraw_all(giver: Giver) -> None:
    """Withdraw from every project."""
    for project in consents.projects_of(giver):
        withdraw(giver, project)


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
                consents.keep(giver, row.sheet, {row.statement: NOT_NOW}, Asked.OWN_PAGE)
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
    consents.keep(giver, sheet, new, Asked.PAPER, chosen=chosen, typed_by=scribe)
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
