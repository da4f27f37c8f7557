"""Permissions to test the gate with: a form with a sheet, people who say yes to it, an
organisation that agrees.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from table import Group

from footpath.gate.permissions import (
    Agreement,
    FormStatement,
    KeptBackBy,
    Permissions,
    PublishedSheet,
    Purpose,
    StatementAnswer,
    ThingKeptBack,
)
from footpath.gate.selection import Leaving, Selection, select

END = 2**31 - 1
AGREED = Agreement(agreed=True, may_be_named=True, names=("Hill Street Co-op",))


def form(id: int = 1, *purposes: Purpose, **about: Any) -> PublishedSheet:
    """A version of a sheet with one statement for each purpose; by itself taking
    part and exact quotes.
    """
    asked = purposes or (Purpose.TAKE_PART, Purpose.QUOTES)
    return PublishedSheet(
        id=id,
        statements=tuple(FormStatement(key=one.value, purpose=one) for one in asked),
        **{"covers_earlier": True, **about},
    )


def answered(
    person: int, sheet: PublishedSheet, answer: str = "yes", after: int = 0, **others: str
) -> list[StatementAnswer]:
    """One answer to every statement of a sheet; `others` by the first word of
    a purpose: exact="no".
    """
    return [
        StatementAnswer(
            person=person,
            sheet=sheet.id,
            statement=one.key,
            after=after,
            answer=others.get(one.key.split()[0], answer),
        )
        for one in sheet.statements
    ]


def permitted(
    answers: Iterable[StatementAnswer], sheets: tuple[PublishedSheet, ...] = (form(),), **more: Any
) -> Permissions:
    """These answers, and an organisation that agrees."""
    return Permissions(sheets=sheets, answers=tuple(answers), **{"agreement": AGREED, **more})


def all_but(group: Group, *refusing: int, **more: Any) -> Permissions:
    """Everybody says yes to everything but these people, who say no."""
    answers = [one for person in group.chart.people for one in answered(person, form())]
    return permitted(
        [replace(one, answer="no") if one.person in refusing else one for one in answers], **more
    )


def selected(group: Group, permissions: Permissions, **more: Any) -> Selection:
    """What may leave of a table's record."""
    return select(group.record, permissions, END, **more)


def left(group: Group, permissions: Permissions) -> dict[int, Leaving]:
    """What leaves, by its id."""
    return {one.thing: one for one in selected(group, permissions).leaving}


def keeping_back(*about: int, by: int | None = None) -> tuple[ThingKeptBack, ...]:
    """These things are kept back by somebody: as a story's teller where it is said who,
    else as their author.
    """
    hand, whose = (KeptBackBy.AUTHOR, "") if by is None else (KeptBackBy.STORYTELLER, str(by))
    return tuple(ThingKeptBack(about=one, hand=hand, kept=True, whose=whose) for one in about)
