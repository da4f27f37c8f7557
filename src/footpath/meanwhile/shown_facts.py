"""What a page showed and no field of its form holds: whether it is still so when the form comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sealing import OpenedWith, unseal
from footpath.meanwhile.settling import Said

SEAL, PRESSED = "opened-with", "settle"


@dataclass(frozen=True)
class Fact:
    """What a page shows and no field of its form holds, and the sentence that is said
    once it has changed.
    """

    name: str
    value: str
    sentence: str
    matters_to: str | None = ""
    """How the points begin to which it matters: whoever changed none of them is not asked.
    None: `is_still` asks.
    """

    @property
    def point(self) -> str:
        """By what the seal knows it."""
        return f"fact:{self.name}"

    @property
    def said(self) -> Said:
        """What it says."""
        return {"": self.value}


def still(opened: OpenedWith, fact: Fact) -> bool:
    before, known = opened.before(fact.point, fact.said, None, is_row=False)
    return not known or before == fact.said


def is_as_opened(form: str, parts: Sequence[Fields | Rows], data: QueryDict) -> bool:
    """Whether everything is as it was on a page that was opened; False where the page does not
    say what it showed.
    """
    opened, now = unseal(form, data.get(SEAL, "")), dict[str, Said]()
    for part in parts:
        now |= part.stored()
    names = {*now, *(one for one in opened.points if not one.startswith("fact:"))}
    found = {name: opened.before(name, now.get(name), None, is_row=True) for name in names}
    return all(known and before == now.get(name) for name, (before, known) in found.items())


def is_still(form: str, data: QueryDict, fact: Fact) -> bool:
    """Whether what a page showed is so still; False where the page does not say what it showed."""
    opened = unseal(form, data.get(SEAL, ""))
    return fact.point in opened.points and still(opened, fact)
