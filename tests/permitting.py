"""Permissions to test the gate with: a form with a sheet, people who say yes to it, an organisation that agrees."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from table import Group

from footpath.research.permissions import (
    Agreement,
    Answer,
    Hand,
    KeptBack,
    Permissions,
    Purpose,
    Sheet,
    Statement,
)
from footpath.research.selection import Leaving, Selection, select

END = 2**31 - 1
AGREED = Agreement(agreed=True, may_be_named=True, names=("Hill Street Co-op",))


def form(id: int = 1, *purposes: Purpose, **about: Any) -> Sheet:
    """A version of a sheet with one statement for each purpose; by itself taking part and exact quotes."""
    asked = purposes or (Purpose.TAKE_PART, Purpose.QUOTES)
    return Sheet(
        id=id, statements=tuple(Statement(key=one.value, purpose=one) for one in asked),
        **{"covers_earlier": True, **about},
    )  # fmt: skip


def answered(person: int, sheet: Sheet, answer: str = "yes", after: int = 0, **others: str) -> list[Answer]:
    """One answer to every statement of a sheet; `others` by the first word of a purpose: exact="no"."""
    return [
        Answer(
            person=person, sheet=sheet.id, statement=one.key, after=after,
            answer=others.get(one.key.split()[0], answer),
        )
        for one in sheet.statements
    ]  # fmt: skip


def permitted(answers: Iterable[Answer], sheets: tuple[Sheet, ...] = (form(),), **more: Any) -> Permissions:
    """These answers, and an organisation that agrees."""
    return Permissions(sheets=sheets, answers=tuple(answers), **{"agreement": AGREED, **more})


def all_but(group: Group, *refusing: int, **more: Any) -> Permissions:
    """Everybody says yes to everything but these people, who say no."""
    answers = [one for person in group.chart.people for one in answered(person, form())]
    return permitted([replace(one, answer="no") if one.person in refusing else one for one in answers], **more)


def selected(group: Group, permissions: Permissions, **more: Any) -> Selection:
    """What may leave of a table's record."""
    return select(group.record, permissions, END, **more)


def left(group: Group, permissions: Permissions) -> dict[int, Leaving]:
    """What leaves, by its id."""
    return {one.thing: one for one in selected(group, permissions).leaving}


def keeping_back(*about: int, hand: Hand = Hand.AUTHOR) -> tuple[KeptBack, ...]:
    """These things are kept back."""
    return tuple(KeptBack(about=one, hand=hand, kept=True) for one in about)
