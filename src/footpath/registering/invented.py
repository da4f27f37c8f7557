"""Registrations that somebody may have invented: runs of them, by addresses whose letters
nobody has opened.
"""

from collections.abc import Iterable
from datetime import timedelta

from footpath.registering.models import Registration

GAP = timedelta(minutes=2)
"""Whoever registers no later than that after another may be of the same hand."""
FEWEST = 5
MOST = 200
"""How many are shown and said not to come at once; the page shows those that are left."""


def runs_among(registrations: Iterable[Registration]) -> list[list[Registration]]:
    """Of those in the order of time, who registered in quick succession while nobody has opened
    their letters yet.

    A friend's message brings such a run too, so that it says nothing against anybody: who
    knows them looks at it.
    """
    runs: list[list[Registration]] = []
    for one in filter(_is_unopened, registrations):
        if runs and one.registered_at - runs[-1][-1].registered_at <= GAP and len(runs[-1]) < MOST:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len(run) >= FEWEST]


def _is_unopened(registration: Registration) -> bool:
    seen = registration.person is not None or registration.proved
    return (
        bool(registration.email)
        and not seen
        and registration.state != Registration.State.NOT_COMING
    )
