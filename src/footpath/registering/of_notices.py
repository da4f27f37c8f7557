"""What follows for those who register from what becomes of a notice: they are told, and asked
what was asked before.
"""

from collections.abc import Iterable

from footpath.notices.models import Notice, Sitting
from footpath.registering import news
from footpath.registering.models import Question


def tell_changed(notice: Notice, gone: Iterable[Sitting], **_: object) -> None:
    """Everybody learns of the new times or place (W16)."""
    news.tell_changed(notice, gone)


def tell_cancelled(notice: Notice, **_: object) -> None:
    """Everybody learns that it does not take place (W16)."""
    news.tell_cancelled(notice)


def tell_after(notice: Notice, **_: object) -> None:
    """Who came learns that the outline is there."""
    news.tell_after(notice)


def take_over_questions(notice: Notice, earlier: Notice, **_: object) -> None:
    """The organisers' questions are asked again."""
    for question in Question.objects.filter(workshop=earlier.workshop):
        question.pk, question.workshop = None, notice.workshop
        question.save(force_insert=True)
