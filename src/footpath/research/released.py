"""A project's register: every release, and figures of it only where enough people stand
behind them (C7, C11).
"""

from collections.abc import Iterable

from msgspec import Struct

from footpath.gate.material import FEWEST
from footpath.research.information_sheets import Project, Sheet, published
from footpath.research.models import Holding, Recall, Release, ReleasedItem
from footpath.research.recalls import told


class Registered(Struct, frozen=True, kw_only=True):
    """One line of the register."""

    release: Release
    sheet: Sheet | None
    """The version that held when it was released."""
    items: int | None
    people: int | None
    """None where the figures would tell something about few people."""
    holdings: tuple[Holding, ...]
    recalls: tuple[Recall, ...]


def registered(project: Project) -> list[Registered]:
    """Every release of a project that was reviewed, the newest first."""
    reviewed = Release.objects.filter(project=project).exclude(state=Release.State.REQUESTED)
    ordered = reviewed.select_related("workshop", "requested_by", "reviewed_by").order_by(
        "-reviewed_at", "-pk"
    )
    return [_line(release) for release in ordered]


def _line(release: Release) -> Registered:
    shown = release.state == Release.State.RELEASED and may_be_counted(release)
    items = list(ReleasedItem.objects.filter(release=release)) if shown else []
    return Registered(
        release=release,
        sheet=sheet_at(release),
        items=sum(one.is_item for one in items) if shown else None,
        people=len(_people(items)) if shown else None,
        holdings=tuple(
            Holding.objects.filter(release=release).select_related("account").order_by("pk")
        ),
        recalls=tuple(told(release).select_related("confirmed_by")),
    )


def sheet_at(release: Release) -> Sheet | None:
    """The version of the sheet that held when it was reviewed, or now where it waits."""
    return published(release.project, release.reviewed_at).last()


def may_be_counted(release: Release) -> bool:
    """Whether enough people stand behind its figures, and behind their difference to
    every earlier release's.
    """
    own = {one.about: one for one in ReleasedItem.objects.filter(release=release)}
    if len(_people(own.values())) < FEWEST:
        return False
    earlier = Release.objects.filter(
        project=release.project,
        workshop=release.workshop,
        state=Release.State.RELEASED,
        pk__lt=release.pk,
    )
    for before in earlier:
        theirs = {one.about: one for one in ReleasedItem.objects.filter(release=before)}
        differing = [
            one for about, one in (own | theirs).items() if (about in own) != (about in theirs)
        ]
        if differing and len(_people(differing)) < FEWEST:
            return False
    return True


def _people(items: Iterable[ReleasedItem]) -> frozenset[int]:
    return frozenset(person for one in items for person in one.people)
