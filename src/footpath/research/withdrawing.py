"""Withdrawing, and in sentences what it does and what it cannot undo, which promise nothing else
(C4).
"""

from datetime import datetime

from footpath import clocks
from footpath.gate.permissions import NO
from footpath.research import consents
from footpath.research.answers import Asked, keep, tell_holders
from footpath.research.consents import Giver
from footpath.research.information_sheets import Project
from footpath.research.windows import Window

PUBLISHED = "What has been published cannot be called back."


def withdraw(giver: Giver, project: Project, at: int | None = None) -> None:
    """Withdraw from a project: a no to everything that was not one, which takes effect at once for
    all that has not left yet.
    """
    held = [row for row in consents.latest(giver, project).values() if row.answer != NO]
    for row in held:
        keep(giver, row.sheet, {row.statement: NO}, Asked.OWN_PAGE, withdrawn=True, at=at)
    if held:
        tell_holders(giver, project)


def withdraw_all(giver: Giver) -> None:
    """Withdraw from every project."""
    for project in consents.projects_of(giver):
        withdraw(giver, project)


def what_it_does(window: Window | None, now: datetime) -> list[str]:
    """What happens on withdrawing, beforehand."""
    sentences = [
        "From that moment nothing of yours goes into anything that leaves for this project."
    ]
    if window is None:
        return [
            *sentences,
            "Whoever holds a copy that has already left is told which parts to delete.",
            PUBLISHED,
        ]
    if window.is_open(now):
        return [
            *sentences,
            f"Until the end of {until(window)} whoever holds a copy that has already left is told "
            f"which parts to delete. {_counted(window)}",
            PUBLISHED,
        ]
    return [
        *sentences,
        (
            f"The days in which copies are deleted ended on {until(window)}, so what has already "
            f"left stays where it is, as the information sheet said. {_counted(window)} Your "
            "withdrawal would be kept as late, and the people of the project told which parts of "
            "what has left it is about."
        ),
        PUBLISHED,
    ]


def what_it_did(late: bool) -> list[str]:
    """The same afterwards."""
    sentences = ["Nothing of yours goes into anything that leaves for this project from now on."]
    if late:
        sentences.append(
            "You withdrew after the days in which copies are deleted, and it is kept as late: what "
            "had already left stays where it is, as the information sheet said, and the people of "
            "the project are told which parts it is about."
        )
    else:
        sentences.append(
            "Whoever holds a copy that had already left is told which parts to delete."
        )
    return [*sentences, PUBLISHED]


def until(window: Window) -> str:
    """The last day on which copies are reached, with whose clocks count."""
    return f"{clocks.date(window.last)} ({window.place})"


def _counted(window: Window) -> str:
    days = f"{window.days} day{'' if window.days == 1 else 's'}"
    return (
        f"That is {days}, counted in dates from {clocks.date(window.since)}, when {window.because}."
    )
