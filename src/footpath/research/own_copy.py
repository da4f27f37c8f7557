"""A person's own copy of what they agreed to: the sheet as it was shown, every answer,
and how to withdraw.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime

from django.template.loader import render_to_string

from footpath.registering.personal_links import personal_link
from footpath.research import consents
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer
from footpath.research.windows import in_general
from footpath.workshops import doors

FILE = "what-i-agreed-to.html"


@dataclass(frozen=True)
class StatementAnswered:
    """One statement as it was shown, and what was said to it."""

    text: str
    row: ConsentAnswer
    at: datetime
    told_only: bool
    """Whether it decides nothing about what leaves."""
    stands: bool
    """Whether it is what they said last; an answer that was changed stays in the copy."""


def own_link(giver: Giver, base: str) -> str:
    """The link that a person keeps: of whoever registered, else of who came in."""
    if giver.registration is not None:
        return personal_link(giver.registration, base)
    assert giver.person is not None
    return doors.personal_link(giver.workshop, giver.person, base)


def research_link(giver: Giver, base: str) -> str:
    """The same, leading straight to what one is asked and to withdrawing."""
    return own_link(giver, base) + "?research"


def answered(giver: Giver, project: Project) -> dict[Sheet, list[StatementAnswered]]:
    """Every answer, by the version of the sheet that was on the screen, in the order of its
    statements and of time.
    """
    held = {row.pk for row in consents.latest(giver, project).values()}
    given: dict[tuple[int, str], list[ConsentAnswer]] = {}
    for row in giver.rows().filter(project=project).select_related("sheet"):
        given.setdefault((row.sheet.pk, row.statement), []).append(row)
    found: dict[Sheet, list[StatementAnswered]] = {}
    for statement in Statement.objects.filter(
        sheet__in={sheet for sheet, _ in given}
    ).select_related("sheet"):
        for row in given.get((statement.sheet.pk, statement.key), ()):
            at = datetime.fromtimestamp(row.answered_at / 1000, UTC)
            found.setdefault(statement.sheet, []).append(
                StatementAnswered(statement.text, row, at, statement.is_told_only, row.pk in held)
            )
    return dict(sorted(found.items(), key=lambda one: one[0].pk))


def written_out(giver: Giver, project: Project, base: str) -> str:
    """The copy as a page that stands by itself."""
    sheets = [
        (sheet, lines, _in_the_file(sheet), in_general(sheet))
        for sheet, lines in answered(giver, project).items()
    ]
    context = {
        "workshop": giver.workshop,
        "project": project,
        "sheets": sheets,
        "link": research_link(giver, base),
    }
    return render_to_string("research/own_copy.html", context)


def _in_the_file(sheet: Sheet) -> str:
    """A link that holds the sheet itself, where it is a PDF."""
    return (
        f"data:application/pdf;base64,{base64.b64encode(bytes(sheet.pdf)).decode()}"
        if sheet.pdf
        else ""
    )
