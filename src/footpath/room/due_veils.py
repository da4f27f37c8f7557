"""What was veiled three days ago and not lifted is masked for good (E4);
looked for every minute.
"""

import uuid
from datetime import datetime, timedelta
from functools import partial

from footpath.method import Flipchart
from footpath.method.own_words.masked_for_good import SettleDueVeils, next_due
from footpath.record.faults import Fault
from footpath.record.models import SealedVeil
from footpath.room.running import rooms

LATER = timedelta(hours=6)
"""When a veil that cannot be settled yet is looked at again: over what no facilitator
can read it stays.
"""


def settle_due_veils(now: datetime) -> None:
    """Ask for it in every workshop in which something is due; to be called every minute or so."""
    at = int(now.timestamp() * 1000)
    due = SealedVeil.objects.filter(due_at__lte=at)
    for workshop in due.values_list("workshop_id", flat=True).distinct():
        try:
            _settle(workshop, at)
        except Fault:
            continue  # the next minute
        numbers = rooms().read(workshop, _veiled)
        of_this = due.filter(workshop_id=workshop)
        of_this.exclude(number__in=numbers).delete()
        of_this.update(due_at=at + int(LATER.total_seconds() * 1000))


def _settle(workshop: int, at: int) -> None:
    """Act by act, so that none holds the writer for long; each goes on behind the last,
    whatever that could settle.
    """
    after: int | None = None
    while about := rooms().read(workshop, partial(next_due, now=at, after=after)):
        settle = SettleDueVeils(id=str(uuid.uuid4()), about=about)
        rooms().submit(workshop, settle, None, "clock")
        after = about[-1]


def _veiled(chart: Flipchart) -> list[int]:
    return list(chart.veils)
