"""Where a person's things went: what left, to which study, and why something does not. For
that person alone.

Of a thing that is others' as well only the person's own part is told: whether others
consented shows nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from footpath.gate.consenting import consents_of
from footpath.gate.permissions import NO, YES
from footpath.gate.selection import Selection, Why, select
from footpath.method.audiences.own_things import OwnThing
from footpath.record.others_first import resting
from footpath.registering.models import Registration
from footpath.research import consents
from footpath.research.consents import Giver
from footpath.research.gate import read
from footpath.research.information_sheets import Project
from footpath.research.models import ConsentAnswer, KeptBack, Recall, Release, ReleasedItem
from footpath.research.seals import seal
from footpath.workshops.models import Workshop

WHY_NOT = {
    Why.ORGANISATION: "the organisation has not agreed to take part",
    Why.NOT_SHARED: "not everybody in the workshop can see it",
    Why.GONE: "it is off the flipchart",
    Why.TOO_MUCH: "there is too much here that may not leave to look this through for all of it",
}
"""Reasons that tell nothing of anybody else's answers."""


@dataclass(frozen=True)
class Left:
    """That a thing left with a release, and what its holders were told since."""

    about: int
    release: Release
    on: datetime
    recall: Recall | None = None


@dataclass
class Stand:
    """Where somebody stands with one project."""

    project: Project
    rows: list[ConsentAnswer] = field(default_factory=list[ConsentAnswer])
    holds: bool = False
    """Whether they have a valid yes to all that is needed."""
    selection: Selection | None = None
    kept: set[int] = field(default_factory=set[int])
    """What they keep back from it themselves."""

    @property
    def said_last(self) -> ConsentAnswer | None:
        """The answer that they gave last."""
        return max(self.rows, key=lambda row: row.pk, default=None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether they withdrew, and said no yes since."""
        last = self.said_last
        return last is not None and last.withdrawn

    def why_not(self, said: OwnThing) -> str:
        """Why a thing does not leave, as far as it is the person's own doing or
        everybody's; else empty.
        """
        if said.id in self.kept:
            return "you keep it out of research"
        if said.story in self.kept and said.goes_with_story:
            return "you keep its story out of research"
        if not self.holds or self.selection is None:
            return "you withdrew" if self.is_withdrawn else "you have not said yes"
        why = self.selection.left_out.get(said.id) or self.selection.held.get(said.id)
        if why is Why.SAID_BEFORE and said.is_sole:
            return "you said it before you said yes"
        return WHY_NOT.get(why, "") if why is not None else ""

    def asks_to_reword(self, said: OwnThing) -> bool:
        """Whether its author is asked for words of their own (C8)."""
        return (
            said.is_own
            and self.selection is not None
            and self.selection.held.get(said.id) is Why.NEAR_COPY
        )


def stands_of(
    workshop: Workshop, registration: Registration | None, person: int | None, own: list[OwnThing]
) -> list[Stand]:
    """Where somebody stands with each project that the workshop contributes to, or that
    they have answered.
    """
    giver = Giver(workshop, registration, person)
    answered = giver.rows().order_by().values("project")
    projects = Project.objects.filter(Q(workshops=workshop) | Q(pk__in=answered)).distinct()
    kept = kept_of(workshop, person, own, projects)
    return [_stand(workshop, giver, project, kept[project.pk]) for project in projects]


def _stand(workshop: Workshop, giver: Giver, project: Project, kept: set[int]) -> Stand:
    stand = Stand(project, list(consents.latest(giver, project).values()), kept=kept)
    if giver.person is not None and any(row.answer == YES for row in stand.rows):
        stored = read(project, workshop)
        mine = consents_of(stored.permissions).get(giver.person)
        stand.holds = mine is not None and mine.holds
        if stand.holds:
            stand.selection = select(
                stored.entries,
                stored.permissions,
                stored.moment,
                of=giver.person,
                rest=resting(),
            )
    return stand


def kept_of(
    workshop: Workshop, person: int | None, own: Iterable[OwnThing], projects: Iterable[Project]
) -> dict[int, set[int]]:
    """What somebody keeps back themselves and by a right that they have, by project."""
    theirs = [said for said in own if said.keeps_out]
    sealed = (
        {seal(workshop, said.entry, person): said.id for said in theirs}
        if person is not None
        else {}
    )
    rows = (
        KeptBack.objects.filter(workshop=workshop)
        .exclude(whose="")
        .order_by("pk")
        .values_list("whose", "project", "kept")
    )
    found: dict[int, set[int]] = {project.pk: set() for project in projects}
    for whose, project, kept in rows:
        if whose in sealed:
            for pk in found if project is None else [project] if project in found else []:
                (found[pk].add if kept else found[pk].discard)(sealed[whose])
    return found


def released(workshop: Workshop) -> list[ReleasedItem]:
    """Everything that left from a workshop, in its order."""
    rows = ReleasedItem.objects.filter(
        release__workshop=workshop, release__state=Release.State.RELEASED
    )
    return list(rows.select_related("release__project").order_by("release__pk", "pk"))


def left_of(
    rows: Iterable[ReleasedItem], workshop: Workshop, person: int, own: Iterable[OwnThing]
) -> dict[int, list[Left]]:
    """What of somebody's left, by thing: what is theirs, and whatever holds words of theirs."""
    theirs = {said.id for said in own if said.is_own or said.is_group_text}
    recalled = _recalled(workshop)
    found: dict[int, list[Left]] = {}
    for row in rows:
        if row.about in theirs or person in row.people:
            on = row.release.reviewed_at or row.release.requested_at
            left = Left(row.about, row.release, on, recalled.get((row.release.pk, row.code)))
            found.setdefault(row.about, []).append(left)
    return found


def _recalled(workshop: Workshop) -> dict[tuple[int, str], Recall]:
    recalls = (
        Recall.objects.filter(release__workshop=workshop)
        .select_related("release")
        .order_by("-late", "pk")
    )
    return {(recall.release.pk, code): recall for recall in recalls for code in recall.codes}


def answer_in_words(stand: Stand) -> str:
    """What somebody answered to a project, in one word that begins a sentence about them."""
    last = stand.said_last
    if last is None or all(map(consents.waits, stand.rows)):
        return ""
    if stand.is_withdrawn:
        return "withdrew"
    if stand.holds or all(row.answer == YES for row in stand.rows):
        return "said yes"
    return "said no" if all(row.answer == NO for row in stand.rows) else "answered"
