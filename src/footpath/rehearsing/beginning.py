"""Beginning a rehearsal: a workshop of its leader's own, like the one that is to come, in which
nobody else can be.
"""

import uuid
from datetime import timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Q

from footpath.accounts.models import Account
from footpath.method import Flipchart
from footpath.method.phases.gather import Arrive
from footpath.method.things.phase_words import SetUp
from footpath.method.throughout.setting_up import SetUpWorkshop
from footpath.notices.models import Notice, State
from footpath.notices.states import plan_of
from footpath.record.vocabulary import own_id
from footpath.rehearsing.what_they_say import CALLED_FIRST
from footpath.room.running import rooms
from footpath.workshops.making import SIDES, ask_as_host
from footpath.workshops.models import Rehearsal, Workshop

KEPT_FOR = timedelta(days=7)
"""After that it is thrown away by itself."""
MOST, MOST_TOGETHER, MOST_OF_ONE = 60, 20, 4
"""Rehearsals at a time: on a server, of the workshops of one organisation together, so that nobody
who makes many keeps others from theirs, and of one workshop. Those that belong to no organisation
have nothing to do with each other.
"""
MOST_WITH_FIRST_ONES = 120
"""On a server with those that are the first of a workshop's: others' second ones keep nobody from
it.
"""
TOO_MANY = (
    "There are as many rehearsals on this server as it keeps at a time. The oldest go by "
    "themselves; try again tomorrow."
)
TOO_MANY_TOGETHER = (
    "Twenty people rehearse workshops of this organisation already. Ask one of them to throw "
    "theirs away; the oldest go by themselves."
)
TOO_MANY_OF_ONE = (
    "Four people rehearse this workshop already. Ask one of them to throw theirs away, or to let "
    "you lead in it for a while."
)


class TooManyRehearsals(Exception):
    """There are very many, in a sentence for whoever would like one more."""


class Leader(NamedTuple):
    """Whoever would like to rehearse: an account, or a facilitator of a workshop, and what they
    are called.
    """

    name: str
    account: Account | None = None
    of: Workshop | None = None
    person: int | None = None

    @property
    def own(self) -> Q:
        """Which rehearsals are theirs."""
        as_account = Q(account=self.account) if self.account is not None else Q()
        as_person = Q(of=self.of, person=self.person) if self.person is not None else Q()
        return as_account | as_person if as_account or as_person else Q(pk__in=[])


def under_way(leader: Leader) -> Rehearsal | None:
    """The rehearsal that they have; None while they have none."""
    found = Rehearsal.objects.select_related("workshop", "of").filter(leader.own)
    return found.order_by("pk").first()


def begin(leader: Leader, begun_from: str) -> Rehearsal:
    """Their rehearsal, made where they have none; asked twice, it is the same one.

    Raises:
        TooManyRehearsals: when there are very many.
        Refusal: when the method does not take the title or the words.
        Fault: when it could not be stored; it may be asked again.
    """
    rehearsal = under_way(leader) or _made(leader, begun_from)
    if rehearsal.leader is None:
        workshop, writer = rehearsal.workshop, rooms().writer
        writes = leader.account is not None and leader.of == rehearsal.of
        plan = _plan(rehearsal.of, reads_drafts=writes)
        ask_as_host(writer, workshop, SetUpWorkshop(id=workshop.made_with, rehearsal=True, **plan))
        arrive = Arrive(id=own_id("rehearsal-leader"), name=leader.name)
        rehearsal.leader = rooms().submit(workshop.pk, arrive, None, "facilitator").made
        rehearsal.save(update_fields=["leader"])
    return rehearsal


def _made(leader: Leader, begun_from: str) -> Rehearsal:
    """The rows, both or neither: at no moment is it a workshop like others."""
    _check_there_is_room(leader.of)
    title = leader.of.title if leader.of is not None else CALLED_FIRST
    try:
        with transaction.atomic():
            return Rehearsal.objects.create(
                workshop=Workshop.objects.create(title=title, made_with=str(uuid.uuid4())),
                of=leader.of,
                person=leader.person,
                account=leader.account if leader.person is None else None,
                begun_from=begun_from,
            )
    except IntegrityError:  # the button was pressed twice
        if (known := under_way(leader)) is None:
            raise
        return known


def _check_there_is_room(of: Workshop | None) -> None:
    of_one = Rehearsal.objects.filter(of=of).count() if of is not None else 0
    is_first = of is not None and not of_one
    if Rehearsal.objects.count() >= (MOST_WITH_FIRST_ONES if is_first else MOST):
        raise TooManyRehearsals(TOO_MANY)
    if of_one >= MOST_OF_ONE:
        raise TooManyRehearsals(TOO_MANY_OF_ONE)
    if of is not None and of.policy is not None:
        together = Rehearsal.objects.filter(of__policy__organisation=of.policy.organisation)
        if together.count() >= MOST_TOGETHER:
            raise TooManyRehearsals(TOO_MANY_TOGETHER)


def _plan(of: Workshop | None, *, reads_drafts: bool) -> dict[str, Any]:
    """Title, sides, minutes and words: of the notice where there is one, else of the record.

    A draft is its writers' alone (W14), and who leads need not be one.
    """
    if of is None:
        return {"title": CALLED_FIRST, "sides": list(SIDES)}
    notice = Notice.objects.select_related("workshop__policy").filter(workshop=of).first()
    if notice is None or (notice.state == State.DRAFT and not reads_drafts):
        return rooms().read(of.pk, _plan_in)
    return plan_of(notice)


def _plan_in(chart: Flipchart) -> dict[str, Any]:
    given = chart.set_up or SetUp()
    return {
        "title": given.title.shown,
        "sides": list(given.sides),
        "minutes": dict(given.minutes),
        "questions": {phase: words.shown for phase, words in given.questions.items()},
        "welcome": given.welcome.shown if given.welcome is not None else "",
    }
