"""Several registrations with one address: what is told to everybody goes there in one letter (W25).

Nothing of it may show on a page: whoever registered can have typed anybody's address.
"""

from collections.abc import Collection, Iterable

from django.db.models import Case, Q, QuerySet, When

from footpath.mail.models import Letter
from footpath.mail.same_address import folded, same
from footpath.registering.models import Registration

Who = Registration.State
TOGETHER = 20
"""How many registrations one letter speaks of: a stranger who registers with somebody's address
again and again makes it no larger."""
STANDING = (Who.COMING, Who.OFFERED, Who.WAITING)
"""Whoever has a place, or waits for one."""


def told_together(letter: Letter, registration: Registration, *states: Who) -> list[Registration]:
    """Of whom a letter to everybody in these states speaks to the address of one, which is kept
    beside it; nobody where another letter has told of this one.

    Who was not among the first few is told of by their own letter, with others who were not.
    """
    told = _told(letter, registration, *states)
    if registration.pk in told:
        return []
    together = best_first(registration, *states, but=told)[:TOGETHER]
    if registration not in together:
        together = [*together[: TOGETHER - 1], registration]
    Letter.objects.filter(pk=letter.pk).update(speaks_of=[one.pk for one in together])
    return together


def best_first(
    registration: Registration, *states: Who, but: Collection[int] = ()
) -> list[Registration]:
    """Those in these states with its address: whose letters were opened before others, who comes
    before who waits, and then whoever registered first."""
    if not registration.email:
        return [registration]
    comes = Case(When(state=Who.COMING, then=0), default=1)
    alike = _alike(registration).filter(state__in=states).exclude(pk__in=but)
    first = alike.select_related("workshop").order_by("-proved", comes, "pk")[: TOGETHER + 1]
    return [one for one in first if same(one.email, registration.email)]


def sharing_entry(registration: Registration) -> QuerySet[Registration]:
    """Whose letters are about the same entry in the calendar of their address: itself alone, but
    for those that were made while a sitting had one entry for everybody."""
    if registration.own_entry or not registration.email:
        return Registration.objects.filter(pk=registration.pk)
    return _alike(registration).filter(own_entry=False)


def _alike(registration: Registration) -> QuerySet[Registration]:
    here = Registration.objects.filter(workshop=registration.workshop, erased_at=None)
    return here.filter(address=folded(registration.email))


def _told(letter: Letter, registration: Registration, *states: Who) -> set[int]:
    """The numbers of all of whom other letters of the same have told that address, whosever it is
    by now.

    Of those that are on their way at once the first goes; one that is not written yet is taken to
    speak of the best.
    """
    others = Letter.objects.filter(
        registration__workshop=registration.workshop, purpose=letter.purpose, whom=letter.whom
    ).exclude(pk=letter.pk)
    gone = others.filter(
        Q(state=Letter.State.SENT) | Q(state=Letter.State.SENDING, pk__lt=letter.pk)
    )
    told = set[int]()
    rows: Iterable[tuple[str, list[int] | None]] = (
        gone.order_by("pk").values_list("key", "speaks_of") if letter.whom else []
    )
    for key, numbers in rows:
        if _occasion(key) == _occasion(letter.key):
            best = best_first(registration, *states, but=told) if numbers is None else []
            told.update(numbers or [one.pk for one in best[:TOGETHER]])
    return told


def _occasion(key: str) -> tuple[str, ...]:
    """What a letter's key says besides whose it is."""
    purpose, _registration, *what = key.split(":")
    return purpose, *what
