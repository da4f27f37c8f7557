"""The demonstration's notice, so that somebody who tries Footpath sees a workshop announced."""

from datetime import time, timedelta

from django.utils import timezone

from footpath import clocks
from footpath.notices.models import Notice, Sitting, State
from footpath.notices.times import moment
from footpath.workshops.models import Workshop

TUESDAY = 1


def demo_notice(workshop: Workshop) -> None:
    """Announce the demonstration's workshop for a Tuesday in about two weeks; made once."""
    if workshop.policy is None or Notice.objects.filter(pk=workshop.pk).exists():
        return
    zone = workshop.policy.organisation.time_zone
    notice = Notice.objects.create(
        workshop=workshop,
        state=State.PUBLISHED,
        published_at=timezone.now(),
        time_zone=zone,
        what=(
            "How do we want to buy, and be bought from? We begin with what has happened to people, "
            "on either side, and leave with an outline of the policy."
        ),
        audience="Anyone who buys for the co-op, or sells to others in its name.\n"
        "Anyone to whom it happened: a late payment, a muddled brief, a bid that nobody answered.\n"
        "Anyone who would like to see a policy written this way.",
        outcomes="What the policy should achieve, in our own words.\nThe values beneath it.\n"
        "A rough process, every line of which can be followed back to an experience.",
        access=(
            "Captions are on in the call. You can take part by typing only, by speaking only, or "
            "by phone."
        ),
        facilitators="Heron, facilitator\nSorrel, facilitator\nTeasel, scribe",
        languages="English",
        call_link="https://meet.jit.si/hedgerow-commissioning",
        places=16,
    )
    if workshop.policy.owner is not None:
        notice.convenors.add(workshop.policy.owner)
    day = clocks.local(timezone.now(), zone).date() + timedelta(days=10)
    day += timedelta(days=(TUESDAY - day.weekday()) % 7)
    hours = (moment(day, clock, zone) for clock in (time(14), time(16)))
    Sitting.objects.create(notice=notice, starts_at=next(hours), ends_at=next(hours))
