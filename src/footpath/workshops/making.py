"""Making a workshop: the row by which it is found, and the first entry of its record."""

import uuid

from django.db import IntegrityError

from footpath.method.gather import SetUpWorkshop
from footpath.method.things import Phase
from footpath.record.writing import Writer
from footpath.workshops.models import Workshop

SIDES = ("client", "provider")


def make_workshop(
    writer: Writer,
    title: str,
    *,
    sides: list[str] | None = None,
    minutes: dict[Phase, int] | None = None,
    welcome: str = "",
    questions: dict[Phase, str] | None = None,
    made_with: str | None = None,
    replayed: bool = False,
) -> Workshop:
    """Make a workshop; asked twice with the same `made_with`, it is the same one.

    Raises:
        Refusal: when the title is missing or too long; then nothing was made.
    """
    asked = made_with or str(uuid.uuid4())
    command = SetUpWorkshop(
        id=asked, title=title, sides=list(SIDES) if sides is None else sides, minutes=minutes or {},
        welcome=welcome, questions=questions or {}, replayed=replayed,
    )  # fmt: skip
    known = Workshop.objects.filter(made_with=asked).first()
    if known is None:
        try:
            known = Workshop.objects.create(title=title.strip()[:300], made_with=asked, replayed=replayed)
        except IntegrityError:  # the same form, sent twice at once
            known = Workshop.objects.get(made_with=asked)
    try:
        writer.submit(known.pk, command, None, "host").result(timeout=20)
    except Exception:
        known.delete()
        raise
    return known
