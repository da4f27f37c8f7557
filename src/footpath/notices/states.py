"""Where a notice stands, and what moves it on: published, changed, held, closed, cancelled.

It is held from the end of its last sitting, or once its flipchart was closed, whichever comes
first. That follows from the clock, so it is settled whenever somebody looks. Its writers close it;
before it is held they can cancel it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from footpath.method import Flipchart
from footpath.method.things.things import Phase
from footpath.method.throughout.setting_up import ChangePlan, SetUpWorkshop
from footpath.notices import signals
from footpath.notices.models import Notice, Sitting, State
from footpath.notices.new_notices import new_id
from footpath.notices.times import is_zone
from footpath.notices.when import last_end
from footpath.room.running import rooms
from footpath.workshops.making import SIDES, ask_as_host
from footpath.workshops.models import Workshop


class NotYet(Exception):
    """It cannot be done yet: for each point that is missing, a sentence."""

    def __init__(self, missing: dict[str, str]) -> None:
        """Keep the sentences by the name of the field they are about."""
        super().__init__(" ".join(missing.values()))
        self.missing = missing


def missing(notice: Notice) -> dict[str, str]:
    """What it must have before it is published and has not, by field, a sentence each."""
    found: dict[str, str] = {}
    sittings = list(Sitting.objects.filter(notice=notice))
    if not notice.workshop.title.strip():
        found["title"] = "Say what it is called."
    if not is_zone(notice.time_zone):
        found["time_zone"] = "Choose the time zone of its times."
    if notice.unfinished or not sittings:
        found["sittings"] = "Say when it is: the day, and from when to when."
    elif all(sitting.ends_at <= timezone.now() for sitting in sittings):
        found["sittings"] = "That time is over already: check the day and the year."
    if not (notice.registration or notice.drop_in):
        found["registration"] = (
            "Let people register, or just turn up, or both: otherwise nobody can come."
        )
    return found


def publish(notice: Notice) -> None:
    """Set up its record and let everybody see it. Published twice, it is published once.

    Raises:
        NotYet: when something is missing that it must have.
        Refusal: when the method does not take its title or its words.
        Fault: when it could not be stored; it may be asked again.
    """
    if lacking := missing(notice):
        raise NotYet(lacking)
    workshop = notice.workshop
    ask_as_host(rooms().writer, workshop, SetUpWorkshop(id=workshop.made_with, **plan_of(notice)))
    # it was set up before, and what was asked with the same id has taken effect once
    keep_plan(notice)
    with transaction.atomic():
        if lacking := missing(Notice.objects.select_for_update().get(pk=notice.pk)):
            raise NotYet(lacking)  # somebody else took it out at this moment
        if Notice.objects.filter(pk=notice.pk, state=State.DRAFT).update(
            state=State.PUBLISHED,
            published_at=timezone.now(),
            changed_at=timezone.now(),
            pasted="",
            reading={},
        ):
            notice.refresh_from_db()


def keep_plan(notice: Notice) -> None:
    """Let the flipchart have the notice's title, minutes and words, unless it was opened.

    Raises:
        Refusal: when the method does not take them.
        Fault: when it could not be stored; it may be asked again.
    """
    asked = None
    while not was_opened(notice.workshop):
        plan = plan_of(Notice.objects.select_related("workshop__policy").get(pk=notice.pk))
        if plan == asked:  # of two who save at once, whoever asks last asks for what is stored
            return
        ask_as_host(rooms().writer, notice.workshop, ChangePlan(id=new_id(), **plan))
        asked = plan


def plan_of(notice: Notice) -> dict[str, Any]:
    """What the record takes from the notice."""
    policy, plan = notice.workshop.policy, notice.plan
    sides = [str(side) for side in policy.sides] if policy is not None else []
    return {
        "title": notice.workshop.title,
        "sides": sides or list(SIDES),
        "minutes": {
            phase: plan[phase.value]["minutes"]
            for phase in Phase
            if plan.get(phase.value, {}).get("minutes")
        },
        "questions": {
            phase: plan[phase.value].get("question", "") for phase in Phase if phase.value in plan
        },
        "welcome": notice.what,
    }


def was_opened(workshop: Workshop) -> bool:
    """Whether its flipchart was opened."""
    return _look(workshop, "opened")


def was_closed(workshop: Workshop) -> bool:
    """Whether its flipchart is closed."""
    return _look(workshop, "closed")


def _look(workshop: Workshop, sign: str) -> bool:
    def look(chart: Flipchart) -> bool:
        return bool(getattr(chart, sign))

    return rooms().read(workshop.pk, look)


def has_met(notice: Notice, now: datetime) -> bool:
    """Whether the last of its sittings has ended."""
    last = last_end(notice)
    return last is not None and last <= now


def is_over(notice: Notice, now: datetime) -> bool:
    """Whether it was held, or its last sitting has ended."""
    return notice.state in (State.HELD, State.CLOSED) or has_met(notice, now)


def settle(notice: Notice) -> None:
    """Let what was published be held once its last sitting is over or its flipchart was closed; and
    no longer so when there is another sitting to come.
    """
    if notice.state not in (State.PUBLISHED, State.HELD):
        return
    over = has_met(notice, timezone.now()) or was_closed(notice.workshop)
    state = State.HELD if over else State.PUBLISHED
    if state != notice.state:
        Notice.objects.filter(pk=notice.pk, state=notice.state).update(state=state)
        notice.state = state


def in_calendars(notice: Notice) -> object:
    """What stands in people's calendars: when it differs afterwards, they must be told."""
    sittings = {
        (one.pk, one.title, one.starts_at, one.ends_at)
        for one in Sitting.objects.filter(notice=notice)
    }
    return notice.workshop.title, notice.time_zone, notice.place, notice.call_link, sittings


def change(notice: Notice, before: object, gone: Iterable[Sitting] = ()) -> None:
    """A notice was changed, within the caller's transaction: what stands in calendars is counted
    up and told (W16).

    `before` is what `in_calendars` gave before, `gone` the sittings that were taken out.
    """
    notice.changed_at = timezone.now()
    told = notice.state in (State.PUBLISHED, State.HELD) and in_calendars(notice) != before
    if told:
        notice.sequence += 1
    notice.save(update_fields=["changed_at", "sequence"])
    if told:
        signals.changed.send(Notice, notice=notice, gone=gone)


@transaction.atomic
def cancel(notice: Notice, reason: str) -> bool:
    """It does not take place, and everybody who registered is told why (W16). False where it is
    no longer published.
    """
    kept = Notice.objects.select_for_update().get(pk=notice.pk)
    if kept.state != State.PUBLISHED:
        return False
    kept.state, kept.cancelled_because = State.CANCELLED, reason
    kept.sequence, kept.changed_at = kept.sequence + 1, timezone.now()
    kept.save(update_fields=["state", "cancelled_because", "sequence", "changed_at"])
    signals.cancelled.send(Notice, notice=kept)
    notice.refresh_from_db()
    return True


@transaction.atomic
def close(notice: Notice) -> bool:
    """It was held, and all is done; who came is told that the outline is there. False where
    it was not held yet.
    """
    if not Notice.objects.filter(pk=notice.pk, state=State.HELD).update(
        state=State.CLOSED, changed_at=timezone.now()
    ):
        return False
    signals.closed.send(Notice, notice=notice)
    notice.refresh_from_db()
    return True
