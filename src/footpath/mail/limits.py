"""How much may go to one address: who types another's address into forms must not
fill their letter box.
"""

from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from footpath.mail.asking import address_of
from footpath.mail.models import Letter
from footpath.mail.same_address import folded

AN_HOUR = timedelta(hours=1)
OF_A_KIND, IN_ALL = 3, 10
"""Mails an hour to one address; what is more waits.

Of what strangers ask for by typing an address these are counted for each network that asks, lest
a stranger use up what somebody may ask for themselves. After FROM_ANYWHERE of all together a
network gets one an hour: the first of each goes at once, lest strangers by many networks keep
somebody from theirs.
"""
FROM_ANYWHERE = 60
ASKED_FROM = "asked_from"
"""The name under which a letter is given what stands for the network that asked for it."""


def network_key(network: str) -> str:
    """What stands for a network; not to be read back without the installation's key."""
    return salted_hmac("footpath.mail.network", network, algorithm="sha256").hexdigest()[:16]


def address_key(letter: Letter) -> str:
    """What stands for its address while an hour is counted: not to be read back without
    the installation's key.
    """
    address = folded(address_of(letter))
    whom = f"{address} {letter.given[ASKED_FROM]}" if ASKED_FROM in letter.given else address
    return (
        salted_hmac("footpath.mail.whom", whom, algorithm="sha256").hexdigest()[:32]
        if address
        else ""
    )


def free_at(letter: Letter, now: datetime) -> datetime | None:
    """Until when it has to wait; None where it can go."""
    lately = Letter.objects.filter(whom=letter.whom, sent_at__gt=now - AN_HOUR).exclude(
        pk=letter.pk
    )
    sent = (
        list(lately.order_by("-sent_at").values_list("purpose", "sent_at")) if letter.whom else []
    )
    alike = [at for purpose, at in sent if purpose == letter.purpose]
    anywhere: list[datetime] = []
    if ASKED_FROM in letter.given and sent:
        of_one = Letter.objects.filter(
            about_kind=letter.about_kind, about_id=letter.about_id, purpose=letter.purpose
        )
        anywhere = list(
            of_one.filter(sent_at__gt=now - AN_HOUR)
            .order_by("-sent_at")
            .values_list("sent_at", flat=True)
        )
    waits = [
        times[limit - 1] + AN_HOUR
        for times, limit in (
            (alike, OF_A_KIND),
            ([at for _, at in sent], IN_ALL),
            (anywhere, FROM_ANYWHERE),
        )
        if len(times) >= limit
    ]
    return max(waits, default=None)
