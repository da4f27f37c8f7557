"""The run sheet: what a facilitator takes along on paper, phase by phase, with hours."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from footpath import clocks
from footpath.method import Flipchart
from footpath.method.things.phase_words import PHASES, SetUp
from footpath.method.things.things import Phase
from footpath.notices import when
from footpath.notices.models import Notice, Sitting, State
from footpath.pages.private import page
from footpath.pages.workshops.role_links import led_by_them
from footpath.room.running import rooms


class PhaseToRun(NamedTuple):
    """One phase as it stands on the paper."""

    number: int
    name: str
    hours: str
    """From when to when, or after how many minutes where nothing says when it begins."""
    minutes: int
    question: str
    say: str
    now: str
    seen_by: str
    enough: str


@require_safe
def run_sheet(request: HttpRequest, address: str) -> HttpResponse:
    """The plan to print, for facilitators and who convenes it."""
    workshop = led_by_them(request, address)
    given = rooms().read(workshop.pk, _plan)
    # a draft is its writers' alone (W14), and who leads need not be one
    notice = Notice.objects.filter(workshop=workshop).exclude(state=State.DRAFT).first()
    sitting = None if notice is None else when.on_or_next(notice, timezone.now())
    context = {
        "workshop": workshop,
        "when": "" if sitting is None else when.when_of(sitting),
        "phases": phases_to_run(given, sitting),
        "minutes": sum(minutes_of(given, phase) for phase in Phase),
    }
    return page(request, "workshops/run_sheet", context)


def _plan(chart: Flipchart) -> SetUp:
    given = chart.set_up or SetUp()
    return SetUp(minutes=dict(given.minutes), questions=dict(given.questions))


def minutes_of(given: SetUp, phase: Phase) -> int:
    """How long a phase is meant to take."""
    return given.minutes.get(phase, PHASES[phase].minutes)


def phases_to_run(given: SetUp, sitting: Sitting | None) -> list[PhaseToRun]:
    """The phases with their hours, one after another from when the sitting begins."""
    starts = None if sitting is None else when.on_the_clock(sitting)[0]
    found: list[PhaseToRun] = []
    gone = 0
    for number, phase in enumerate(Phase, start=1):
        words, own = PHASES[phase], given.questions.get(phase)
        minutes = minutes_of(given, phase)
        found.append(
            PhaseToRun(
                number=number,
                name=words.name,
                hours=_hours(starts, gone, minutes),
                minutes=minutes,
                question=words.question if own is None else own.shown,
                say=words.say,
                now=words.now,
                seen_by=words.seen_by,
                enough=words.enough,
            )
        )
        gone += minutes
    return found


def _hours(starts: datetime | None, gone: int, minutes: int) -> str:
    if starts is None:
        return f"minutes {gone} to {gone + minutes}"
    begins = starts + timedelta(minutes=gone)
    return clocks.hours(begins, begins + timedelta(minutes=minutes))
