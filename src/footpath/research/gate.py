"""Asking the gate about a workshop as it is stored: its record and its permissions, read in
one database snapshot.
"""

from collections.abc import Sequence
from functools import partial

from django.db import connection, transaction
from django.db.models import Q
from msgspec import Struct

from footpath.gate.permissions import Agreement, KeptBackBy, Permissions, Purpose, StatementAnswer
from footpath.gate.permissions import FormStatement as StatementValue
from footpath.gate.permissions import OtherWords as ParaphraseValue
from footpath.gate.permissions import PublishedSheet as SheetValue
from footpath.gate.permissions import ThingKeptBack as KeptBackValue
from footpath.gate.selection import Selection, select
from footpath.method import Recorded
from footpath.record.others_first import resting
from footpath.record.replay import recorded
from footpath.research.information_sheets import Project, Sheet, Statement, published
from footpath.research.models import ConsentAnswer, KeptBack, OrganisationAgreement, Paraphrase
from footpath.research.seals import seal
from footpath.workshops.models import Workshop

EVERYTHING = 2**31 - 1
"""A moment after every entry."""


class Stored(Struct, frozen=True, kw_only=True):
    """All that the gate is asked with: the record's entries and the permissions, as they
    were at one instant.
    """

    entries: tuple[Recorded, ...]
    """All of them: what was veiled after the moment that is asked about stays out as well."""
    permissions: Permissions
    moment: int = EVERYTHING
    """The number of the last entry that is asked about."""


def read(
    project: Project,
    workshop: Workshop,
    moment: int = EVERYTHING,
    decided: Sequence[tuple[str, bool]] = (),
) -> Stored:
    """Read the record and the permissions as they are now, in one database snapshot, to ask
    about entry `moment`.

    `decided` are names that were pointed out, and whether each is masked.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        permissions = permissions_of(project, workshop, decided)
        return Stored(entries=tuple(recorded(workshop.pk)), permissions=permissions, moment=moment)


def selection_of(project: Project, workshop: Workshop) -> Selection:
    """What may leave of a workshop for a project now, where nobody is asked to decide on names."""
    stored = read(project, workshop)
    return select(stored.entries, stored.permissions, stored.moment, rest=resting())


def permissions_of(
    project: Project, workshop: Workshop, decided: Sequence[tuple[str, bool]] = ()
) -> Permissions:
    """Everything stored that decides on what may leave of a workshop for a project."""
    answers = ConsentAnswer.objects.filter(project=project, workshop=workshop).exclude(person=None)
    kept = KeptBack.objects.filter(
        Q(project=None) | Q(project=project), workshop=workshop
    ).order_by("pk")
    accepted = Paraphrase.objects.filter(workshop=workshop, accepted=True).order_by("pk")
    return Permissions(
        sheets=tuple(_sheet(one) for one in published(project)),
        answers=tuple(
            StatementAnswer(
                person=row.person or 0, sheet=row.sheet.pk, statement=row.statement,
                answer=row.answer, after=row.after, answered_at=row.answered_at,
                withdrawn=row.withdrawn,
            )
            for row in answers.select_related("sheet").order_by("pk")
        ),
        kept_back=tuple(
            KeptBackValue(
                about=row.about, hand=KeptBackBy(row.hand), kept=row.kept, after=row.after,
                whose=row.whose,
            )
            for row in kept
        ),
        sealed=partial(seal, workshop), agreement=agreement_of(project, workshop),
        paraphrases=tuple(
            ParaphraseValue(about=p.about, version=p.version, text=p.text) for p in accepted
        ),
        decided=tuple(decided),
    )  # fmt: skip


def _sheet(sheet: Sheet) -> SheetValue:
    return SheetValue(
        id=sheet.pk,
        covers_before=sheet.covers_before,
        covers_earlier=sheet.covers_earlier,
        statements=tuple(
            StatementValue(key=one.key, purpose=Purpose(one.purpose), required=one.required)
            for one in Statement.objects.filter(sheet=sheet)
        ),
    )


def agreement_of(project: Project, workshop: Workshop) -> Agreement:
    """What the workshop's organisation said last about the project; no where it said nothing."""
    organisation = workshop.policy.organisation if workshop.policy is not None else None
    rows = OrganisationAgreement.objects.filter(project=project)
    rows = (
        rows.filter(organisation=organisation)
        if organisation is not None
        else rows.filter(workshop=workshop)
    )
    said = rows.order_by("pk").last()
    if said is None:
        return Agreement()
    own = (organisation.name,) if organisation is not None else ()
    return Agreement(
        agreed=said.agreed, may_be_named=said.may_be_named, names=(*own, *said.other_names)
    )
