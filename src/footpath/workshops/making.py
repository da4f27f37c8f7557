"""Making a workshop: the row by which it is found, and the first entry of its record."""

import uuid

from footpath.method import Refusal
from footpath.method.things.things import Phase
from footpath.method.throughout.setting_up import ChangePlan, SetUpWorkshop
from footpath.method.words.words import named
from footpath.record.writer import NOT_STORED, Fault, Writer
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
    expected: int | None = None,
) -> Workshop:
    """Make a workshop; asked twice with the same `made_with`, it is the same one.

    Raises:
        Refusal: when the title is missing or too long; then nothing was made.
        Fault: when it could not be stored; the same form may be sent again.
    """
    asked = made_with or str(uuid.uuid4())
    command = SetUpWorkshop(
        id=asked,
        title=title,
        sides=list(SIDES) if sides is None else sides,
        minutes=minutes or {},
        welcome=welcome,
        questions=questions or {},
        replayed=replayed,
    )
    known, made = Workshop.objects.get_or_create(
        made_with=asked,
        defaults={"title": named(title).shown, "replayed": replayed, "expected": expected},
    )
    try:
        ask_as_host(writer, known, command)
    except Refusal:
        if made:
            known.delete()
        raise
    return known


def ask_as_host(writer: Writer, workshop: Workshop, command: SetUpWorkshop | ChangePlan) -> None:
    """Ask for what hosts alone may ask for.

    Raises:
        Refusal: when the method says no.
        Fault: when it could not be stored; the same may be asked again.
    """
    try:
        writer.submit(workshop.pk, command, None, "host").result(timeout=20)
    except TimeoutError:
        raise Fault(NOT_STORED) from None
