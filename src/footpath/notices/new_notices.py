"""Making the draft of a notice: from a plan, from an earlier workshop, from a notice that
was pasted, or empty.
"""

import uuid
from typing import Any

from django.db import transaction

from footpath.accounts.models import Account
from footpath.method import Flipchart
from footpath.method.things.phase_words import SetUp
from footpath.method.things.things import Phase
from footpath.notices import signals
from footpath.notices.models import Notice, State, Study
from footpath.notices.plans import PLANS
from footpath.organisations.models import Policy
from footpath.organisations.page_addresses import readable_address
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

COPIED = (
    "what", "audience", "outcomes", "research", "access", "facilitators", "languages", "language",
    "time_zone", "call_link", "place", "where_seen_by", "drop_in", "registration", "places",
    "keep_days", "plan",
)  # fmt: skip
"""What a notice takes over from an earlier one: everything but its times and what became of it."""


@transaction.atomic
def make_draft(
    policy: Policy, convenor: Account, made_with: str, title: str = "", **given: Any
) -> Notice:
    """Make a workshop with a draft of its notice; asked twice with the same `made_with`,
    it is the same one.

    Its record is set up when it is published.
    """
    title = (title or policy.title)[:300]
    workshop, made = Workshop.objects.get_or_create(
        made_with=made_with,
        defaults={"title": title, "policy": policy, "address": readable_address(title)},
    )
    if not made:
        return Notice.objects.get(workshop=workshop)
    notice = Notice.objects.create(
        workshop=workshop, **{"time_zone": policy.organisation.time_zone, **given}
    )
    notice.convenors.add(convenor)
    return notice


def from_plan(policy: Policy, convenor: Account, made_with: str, plan: str) -> Notice:
    """Make a draft with the minutes and words of a plan."""
    return make_draft(policy, convenor, made_with, plan=PLANS[plan].stored())


def from_links(workshop: Workshop, convenor: Account) -> Notice:
    """Make a draft for a workshop that was made by links alone, with the words and minutes that
    it was given there.
    """

    def look(chart: Flipchart) -> tuple[str, dict[str, Any]]:
        given = chart.set_up or SetUp()
        asked = {phase: words.shown for phase, words in given.questions.items()}
        plan = {
            p.value: {"minutes": given.minutes.get(p), "question": asked.get(p, "")} for p in Phase
        }
        return given.welcome.shown if given.welcome is not None else "", plan

    welcome, plan = rooms().read(workshop.pk, look)
    assert workshop.policy is not None
    notice, _ = Notice.objects.get_or_create(
        workshop=workshop,
        defaults={
            "what": welcome,
            "plan": plan,
            "time_zone": workshop.policy.organisation.time_zone,
        },
    )
    notice.convenors.add(convenor)
    return notice


@transaction.atomic
def from_earlier(policy: Policy, convenor: Account, made_with: str, earlier: Notice) -> Notice:
    """Make a draft like an earlier notice. Its times are left open, for they are
    past or another's.
    """
    given = {name: getattr(earlier, name) for name in COPIED}
    notice = make_draft(policy, convenor, made_with, earlier.workshop.title, **given)
    if not Study.objects.filter(notice=notice).exists():
        for study in Study.objects.filter(notice=earlier):
            Study.objects.create(notice=notice, title=study.title, sheet_link=study.sheet_link)
        signals.drafted.send(Notice, notice=notice, earlier=earlier)
    return notice


def earlier_notices(policy: Policy) -> list[Notice]:
    """What can be taken as a pattern: every notice of the organisation but
    drafts, the newest first.
    """
    known = Notice.objects.filter(workshop__policy__organisation=policy.organisation).exclude(
        state=State.DRAFT
    )
    return list(known.select_related("workshop").order_by("-workshop__created_at")[:50])


def new_id() -> str:
    """An id for a form that makes a workshop."""
    return str(uuid.uuid4())
