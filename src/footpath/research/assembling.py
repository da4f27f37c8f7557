"""Assembling a release from what is stored: the gate, then the material; the files are
written from that alone.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from footpath.gate.consenting import valid_sheets
from footpath.gate.material import (
    AnsweredSheet,
    AnswerGiven,
    AskedStatement,
    MaterialWithCodes,
    ReleaseDescription,
    make_material,
)
from footpath.gate.permissions import NO, YES, Permissions
from footpath.gate.selection import Selection, select
from footpath.method import Flipchart, apply
from footpath.method.things.people import Role
from footpath.research.gate import EVERYTHING, Stored, read
from footpath.research.information_sheets import (
    Project,
    Sheet,
    Statement,
    current_sheet,
    published,
)
from footpath.workshops.models import Workshop

WHERE, ROLE = "where", "role"
"""The attributes of a person, of which one may be asked for."""


class ReleaseAsked(Struct, frozen=True, kw_only=True):
    """What a release is asked for with."""

    project: Project
    workshop: Workshop
    address: str
    """The release's own."""
    seed: bytes
    day: date
    attribute: str = ""
    moment: int = EVERYTHING
    decided: Sequence[tuple[str, bool]] = ()
    asked_at: int = 2**63 - 1
    """ms since 1970; what was answered later is in no record of it."""


class Assembled(Struct, frozen=True, kw_only=True):
    """What would leave, with the hash by which it is told whether that is still the same."""

    selection: Selection
    made: MaterialWithCodes
    sha256: str


def assemble(
    asked: ReleaseAsked, pointed_out: Callable[[str], Iterable[str]] | None = None
) -> Assembled:
    """Ask the gate, and put what may leave under pseudonyms.

    `pointed_out` finds the names in a text that must be decided on before it leaves; None
    where nobody is asked.
    """
    stored = read(asked.project, asked.workshop, asked.moment, asked.decided)
    selection = select(stored.entries, stored.permissions, stored.moment, pointed_out)
    return assembled_from(stored, selection, asked)


def assembled_from(stored: Stored, selection: Selection, asked: ReleaseAsked) -> Assembled:
    """The same where the gate was asked already. The day is no part of the hash: it
    alone may be another.
    """
    made = make_material(
        selection,
        _about(asked),
        asked.seed,
        _answers(stored.permissions, selection.people),
        _attributes(stored, asked.attribute),
        _history(stored.permissions, asked),
    )
    undated = replace(made.material, about=replace(made.material.about, day=""))
    leaving = msgspec.json.encode([undated, sorted(made.codes.items())], order="sorted")
    return Assembled(selection=selection, made=made, sha256=hashlib.sha256(leaving).hexdigest())


def _about(asked: ReleaseAsked) -> ReleaseDescription:
    project, sheet = asked.project, current_sheet(asked.project)
    return ReleaseDescription(
        project=project.title,
        responsible=project.responsible,
        contact=project.contact,
        ethics=project.ethics,
        sheet_version=sheet.version if sheet is not None else "",
        sheet_sha256=sheet.sha256 if sheet is not None else "",
        statements=_statements(sheet) if sheet is not None else (),
        sheets=tuple(
            AnsweredSheet(version=one.version, sha256=one.sha256, statements=_statements(one))
            for one in published(project)
        ),
        release=asked.address,
        day=asked.day.isoformat(),
        attribute=asked.attribute,
    )


def _statements(sheet: Sheet) -> tuple[AskedStatement, ...]:
    statements = Statement.objects.filter(sheet=sheet)
    return tuple(
        AskedStatement(
            key=one.key, text=one.text, purpose=one.purpose, decides=not one.is_told_only
        )
        for one in statements
    )


def _answers(
    permissions: Permissions, people: frozenset[int]
) -> dict[int, tuple[tuple[str, str], ...]]:
    """What those whose words leave said to each statement; what was not answered as it is
    asked now is a no.
    """
    keys = [statement.key for sheet in permissions.sheets[-1:] for statement in sheet.statements]
    valid = valid_sheets(permissions.sheets)
    said = {
        (one.person, one.statement): one.answer if one.sheet in valid else NO
        for one in permissions.answers
    }
    return {
        person: tuple((key, YES if said.get((person, key)) == YES else NO) for key in keys)
        for person in people
    }


def _history(permissions: Permissions, asked: ReleaseAsked) -> dict[int, tuple[AnswerGiven, ...]]:
    """Everything that each person answered until the release was asked for; the same said
    again is told once.
    """
    versions = {sheet.pk: sheet.version for sheet in published(asked.project)}
    valid, found = valid_sheets(permissions.sheets), dict[int, dict[str, list[AnswerGiven]]]()
    order: dict[int, list[AnswerGiven]] = {}
    for one in permissions.answers:
        said = AnswerGiven(
            statement=one.statement,
            answer=YES if one.answer == YES else NO,
            sheet_version=versions[one.sheet],
            day=datetime.fromtimestamp(one.answered_at / 1000, UTC).date().isoformat(),
            withdrawn=one.withdrawn,
            still_counts=one.sheet in valid,
        )
        before = found.setdefault(one.person, {}).setdefault(one.statement, [])
        if one.answered_at <= asked.asked_at and (
            not before or replace(said, day=before[-1].day) != before[-1]
        ):
            before.append(said)
            order.setdefault(one.person, []).append(said)
    return {person: tuple(several) for person, several in order.items()}


def _attributes(stored: Stored, attribute: str) -> dict[int, str]:
    if attribute not in (WHERE, ROLE):
        return {}
    chart = Flipchart()
    for entry in stored.entries:
        if entry.number <= stored.moment:
            apply(chart, entry)
    if attribute == WHERE:
        return {person.id: person.where.value for person in chart.people.values()}
    first = {
        person.id: next((role for role in Role if role in person.roles), None)
        for person in chart.people.values()
    }
    return {id: role.value for id, role in first.items() if role is not None}
