"""What somebody is asked for research: each project's form as it stands for them, and what is
still to be answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from footpath.gate.permissions import YES, Blank, Purpose
from footpath.pages.registering.whose import name_of, who_or_404
from footpath.research import consents
from footpath.research.answers import Asked
from footpath.research.consents import Giver, holding, latest
from footpath.research.information_sheets import (
    Project,
    Sheet,
    Statement,
    current_sheet,
    published,
)
from footpath.research.models import ConsentAnswer
from footpath.workshops import doors
from footpath.workshops.models import Workshop


class CameFrom(StrEnum):
    """From where somebody came to be asked, which says where they go on to."""

    OWN_PAGE = ""
    ARRIVING = "arriving"
    REGISTERING = "registering"
    ROOM = "room"


ASKED = {CameFrom.ARRIVING: Asked.ARRIVING, CameFrom.REGISTERING: Asked.REGISTERING}
"""How it is kept beside an answer, where it was not given on one's own page."""


@dataclass(frozen=True)
class FormLine:
    """One statement of a form, with what somebody has answered to it."""

    number: int
    statement: Statement
    answer: ConsentAnswer | None
    """What they said last."""
    holds: bool
    """Whether that was said to a version of the sheet under which it still counts."""

    @property
    def chosen_name(self) -> str:
        """How a form calls what is ticked beside a yes."""
        return f"chosen-{self.statement.key}"

    @property
    def typed_by(self) -> str:
        """Who typed it from a paper form; empty where it was not."""
        if self.answer is None or self.answer.typed_by is None:
            return ""
        return name_of(self.answer.workshop, self.answer.typed_by) or "a scribe"

    @property
    def waits(self) -> bool:
        """Whether it was said on paper, and not yet by themselves."""
        return self.answer is not None and consents.waits(self.answer)

    @property
    def needed(self) -> bool:
        """Whether nothing of theirs is used without a yes to it."""
        return self.statement.required or self.statement.purpose == Purpose.TAKE_PART


@dataclass(frozen=True)
class Form:
    """A project's form in its version of now, as it stands for one person."""

    giver: Giver
    project: Project
    sheet: Sheet
    asks: bool
    """Whether the workshop still asks for this project; who has answered can look and
    withdraw all the same.
    """

    @cached_property
    def lines(self) -> list[FormLine]:
        """Every statement with what was answered."""
        said, holds = latest(self.giver, self.project), holding(self.giver, self.sheet)
        return [
            FormLine(number, one, said.get(one.key), one.key in holds)
            for number, one in enumerate(Statement.objects.filter(sheet=self.sheet), start=1)
        ]

    @property
    def whole(self) -> bool:
        """Whether it counts only once every statement is answered."""
        return self.sheet.blank_means == Blank.CANNOT_SEND

    @property
    def refused(self) -> bool:
        """Whether a statement was not agreed to without which nothing of theirs is used."""
        held = [one.answer for one in self.lines if one.needed and one.holds]
        return any(answer is not None and answer.answer != YES for answer in held)

    @property
    def left(self) -> list[FormLine]:
        """What is still to be asked. After a no to what is needed, nothing more is."""
        if not self.asks or (self.refused and not self.whole):
            return []
        return [one for one in self.lines if not one.holds]

    @property
    def answered(self) -> bool:
        """Whether anything was answered to it, in any version."""
        return any(one.answer is not None for one in self.lines) or bool(
            latest(self.giver, self.project)
        )

    @property
    def agreed(self) -> bool:
        """Whether there is a yes to take back."""
        return any(row.answer == YES for row in latest(self.giver, self.project).values())

    @property
    def withdrawn(self) -> ConsentAnswer | None:
        """The last answer, where they have withdrawn and agreed to nothing since."""
        rows = latest(self.giver, self.project).values()
        gone = [row for row in rows if row.withdrawn]
        return gone[-1] if gone and not self.agreed else None

    @property
    def withdrew_late(self) -> bool:
        """Whether that came after the days in which copies are deleted."""
        return any(row.late for row in latest(self.giver, self.project).values())

    @property
    def changed_since(self) -> Sheet | None:
        """The version that was answered, where what is asked has changed since (C2)."""
        old = [
            one.answer.sheet
            for one in self.lines
            if one.answer is not None and not one.holds and not one.waits
        ]
        return old[-1] if old and self.left else None

    @property
    def sheet_address(self) -> str:
        """Where the information sheet can be read."""
        return sheet_address(self.sheet)


def sheet_address(sheet: Sheet) -> str:
    """Where a version of an information sheet can be read."""
    return (
        reverse("research-sheet", args=[sheet.project.address])
        + f"?{urlencode({'version': sheet.version})}"
    )


def forms_of(giver: Giver) -> list[Form]:
    """The forms of all projects that the workshop asks for, and of those that somebody
    has answered before.
    """
    asked = consents.asking(giver.workshop)
    others = consents.projects_of(giver).exclude(workshops=giver.workshop)
    return [Form(giver, project, sheet, asks=True) for project, sheet in asked] + [
        Form(giver, project, sheet, asks=False)
        for project in others
        if (sheet := current_sheet(project)) is not None
    ]


def form_of(giver: Giver, address: str) -> Form:
    """The form of the project at an address.

    Raises:
        Http404: where neither the workshop asks for it nor somebody has answered it.
    """
    asked = consents.contributing_to(giver.workshop).filter(address=address).first()
    project = asked or consents.projects_of(giver).filter(address=address).first()
    sheet = published(project).last() if project is not None else None
    if project is None or sheet is None:
        raise Http404
    return Form(giver, project, sheet, asks=asked is not None)


def with_questions(forms: Iterable[Form], after: Form | None = None) -> Form | None:
    """The first form that has something left to ask, of those after one."""
    rest = list(forms)
    if after is not None:
        rest = rest[[form.project for form in rest].index(after.project) + 1 :]
    return next((form for form in rest if form.left), None)


def address_of(
    form: Form, way: CameFrom, statement: int | None = None, *, whole: bool = False
) -> str:
    """The page that asks: the next statement, the one that is named, or the whole form."""
    query = [f"from={way}"] if way else []
    query += ["all"] if whole else []
    query += [f"statement={statement}"] if statement is not None else []
    page = reverse("research-project", args=[form.giver.workshop.address, form.project.address])
    return page + ("?" + "&".join(query) if query else "")


def posts_to(form: Form, button: str, way: CameFrom, *args: int, whole: bool = False) -> str:
    """Where a button of the page that asks sends what is chosen."""
    query = [f"from={way}"] if way else []
    query += ["all"] if whole else []
    of = [form.giver.workshop.address, form.project.address, *args]
    return reverse(f"research-{button}", args=of) + ("?" + "&".join(query) if query else "")


def where_next(form: Form, way: CameFrom) -> str:
    """Where somebody goes on to once a form has nothing left to ask."""
    workshop = form.giver.workshop
    if way in (CameFrom.ARRIVING, CameFrom.REGISTERING):
        further = with_questions(forms_of(form.giver), after=form)
        if further is not None:
            return address_of(further, way)
        return reverse("room" if way == CameFrom.ARRIVING else "mine", args=[workshop.address])
    return overview(workshop, way)


def overview(workshop: Workshop, way: CameFrom) -> str:
    """One's own page of what one is asked."""
    return reverse("research", args=[workshop.address]) + (f"?from={way}" if way else "")


def on_arriving(giver: Giver, *, again: bool = False) -> str:
    """The page with the first question for who comes in, or nothing; who was in before is
    asked what has changed.
    """
    forms = [form for form in forms_of(giver) if not again or form.changed_since is not None]
    first = with_questions(forms)
    return address_of(first, CameFrom.ARRIVING) if first is not None else ""


def who_is_asked(request: HttpRequest, address: str) -> tuple[Giver, CameFrom]:
    """Whose device this is, at a workshop's address, and from where they came.

    Raises:
        Http404: for a stranger, as for a page that does not exist.
        TwoAreHere: on one's own page, where whoever registered on this device and
            whoever came in are two.
    """
    workshop, came = doors.workshop_at(address), request.GET.get("from", "")
    way = CameFrom(came) if came in list(CameFrom) else CameFrom.OWN_PAGE
    in_the_room = way in (CameFrom.ARRIVING, CameFrom.ROOM)
    return Giver(workshop, *who_or_404(request, workshop, in_the_room=in_the_room)), way


def history(giver: Giver) -> list[dict[str, Any]]:
    """Every answer that somebody gave, in its order; theirs alone to see."""
    texts = {(one.sheet.pk, one.key): one.text for one in _statements(giver)}
    return [
        {
            "project": row.project.title,
            "statement": texts.get((row.sheet.pk, row.statement), row.statement),
            "answer": row.answer,
            "chosen": row.chosen,
            "withdrawn": row.withdrawn,
            "late": row.late,
            "sheet": row.sheet.version,
            "asked": row.get_asked_display(),  # pyright: ignore[reportAttributeAccessIssue]
            "typed_by": (
                (name_of(giver.workshop, row.typed_by) or "") if row.typed_by is not None else ""
            ),
            "answered_at": datetime.fromtimestamp(row.answered_at / 1000, UTC).isoformat(),
        }
        for row in giver.rows().select_related("project", "sheet")
    ]


def _statements(giver: Giver) -> Iterable[Statement]:
    return Statement.objects.filter(
        sheet__in=giver.rows().order_by().values("sheet")
    ).select_related("sheet")
