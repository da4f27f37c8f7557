"""What follows in research from what happens to registrations."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from footpath.registering.models import Registration
from footpath.research import answers, consents, withdrawing
from footpath.research.consents import Giver
from footpath.workshops.models import Workshop


def join(
    registration: Registration, person: int, after: int, by_word: bool, **_signal: object
) -> None:
    """Of what both answered the stricter holds, and whoever holds copies hears of it
    once that is stored.
    """
    answers.join(registration, person, after, by_word=by_word)
    both = Giver(registration.workshop, registration, person)
    transaction.on_commit(partial(answers.tell_holders, both))


def withdraw_all(
    workshop: Workshop, registration: Registration | None, person: int | None, **_signal: object
) -> None:
    """Who erases everything withdraws from every project."""
    withdrawing.withdraw_all(Giver(workshop, registration, person))


def way_to_answers(registration: Registration, link: str, **_signal: object) -> str:
    """The way to what they answered about research, and to withdrawing; the same
    whatever they answered.
    """
    if not consents.asking(registration.workshop):
        return ""
    return _("What you answered about research, changing it or withdrawing:") + f"\n{link}?research"
