"""What withdrawing does and what it cannot undo, in sentences that promise nothing else (C4)."""

from datetime import datetime, timedelta

from footpath.notices.models import Sitting
from footpath.research.models import Sheet
from footpath.workshops.models import Workshop

PUBLISHED = "What has been published cannot be called back."


def reaches_copies(sheet: Sheet, workshop: Workshop, now: datetime) -> bool:
    """Whether holders of a release are still told to delete, by the sheet that was answered."""
    if sheet.withdraw_days is None:
        return True
    last = Sitting.objects.filter(notice__workshop=workshop).order_by("-ends_at").first()
    return last is None or now <= last.ends_at + timedelta(days=sheet.withdraw_days)


def what_it_does(sheet: Sheet, workshop: Workshop, now: datetime) -> list[str]:
    """What happens on withdrawing, beforehand."""
    sentences = ["From that moment nothing of yours goes into anything that leaves for this project."]
    if reaches_copies(sheet, workshop, now):
        sentences.append("Whoever holds a copy that has already left is told which parts to delete.")
    else:
        sentences.append(
            f"More than {sheet.withdraw_days} days have passed since the workshop, so what has already left stays "
            "where it is, as the information sheet said."
        )
    return [*sentences, PUBLISHED]


def what_it_did(sheet: Sheet, workshop: Workshop, now: datetime) -> list[str]:
    """The same afterwards."""
    sentences = ["Nothing of yours goes into anything that leaves for this project from now on."]
    if reaches_copies(sheet, workshop, now):
        sentences.append("Whoever holds a copy that had already left is told which parts to delete.")
    else:
        sentences.append("What had already left stays where it is, as the information sheet said.")
    return [*sentences, PUBLISHED]
