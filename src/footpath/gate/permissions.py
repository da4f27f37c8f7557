"""What permissions are made of, as plain values: what is asked, what was answered, what
was kept back. Pure.
"""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

YES, NO, NOT_NOW = "yes", "no", "not now"


class Purpose(StrEnum):
    """What a statement is about. Those that decide on words are known by it; the rest
    count where required.
    """

    TAKE_PART = "take part"
    QUOTES = "exact quotes"
    PARAPHRASE = "paraphrase only"
    NAMED = "be named"
    ORGANISATION = "organisation named"
    RECORDING = "recording"
    ARCHIVE = "archive"
    CONTACT = "contact again"
    OWN = "own"


TOLD_ONLY = frozenset({Purpose.RECORDING, Purpose.ARCHIVE, Purpose.CONTACT, Purpose.OWN})
"""Answers to these are kept and told to the project with each release. They hold nothing back,
unless nothing may leave without a yes to them: the project itself has to keep to them.
"""


class Blank(StrEnum):
    """What it means when a statement was not answered. Never a yes."""

    NO = "no"
    UNANSWERED = "unanswered"
    CANNOT_SEND = "cannot send"


class KeptBackBy(StrEnum):
    """By whose right a thing is kept back: each one's own, and one is enough."""

    AUTHOR = "author"
    STORYTELLER = "storyteller"
    FACILITATOR = "facilitator"


class FormStatement(Struct, frozen=True, kw_only=True):
    """One sentence of a form, with whether nothing leaves without a yes to it."""

    key: str
    purpose: Purpose
    required: bool = False


class PublishedSheet(Struct, frozen=True, kw_only=True):
    """A published version of a sheet. Whether it leaves earlier answers valid, and whether
    answers to it reach back.
    """

    id: int
    covers_before: bool = False
    covers_earlier: bool = False
    statements: tuple[FormStatement, ...] = ()


class StatementAnswer(Struct, frozen=True, kw_only=True):
    """What a person answered to one statement of a sheet, after which entry of the record."""

    person: int
    sheet: int
    statement: str
    answer: str
    after: int = 0
    answered_at: int = 0
    """ms since 1970: for the record of consents alone, never for what may leave,
    which goes by `after`.
    """
    withdrawn: bool = False


class ThingKeptBack(Struct, frozen=True, kw_only=True):
    """A thing that somebody keeps out of research, or lets go again, after which
    entry of the record.
    """

    about: int
    hand: KeptBackBy
    kept: bool
    after: int = 0
    whose: str = ""
    """Each lifts only what they keep back themselves: who it is, as
    `Permissions.sealed` gives it.
    """


class Agreement(Struct, frozen=True, kw_only=True):
    """What the organisation said last. Without a yes nothing leaves."""

    agreed: bool = False
    may_be_named: bool = False
    names: tuple[str, ...] = ()
    """Its names, to be masked where it may not be named."""


class OtherWords(Struct, frozen=True, kw_only=True):
    """Accepted other words for one version of a thing."""

    about: int
    version: int
    text: str


def unsealed(_entry: int, person: int) -> str:
    """Whose it is, as it is."""
    return str(person)


class Permissions(Struct, frozen=True, kw_only=True):
    """All that decides on what may leave, each list in the order in which it was stored."""

    sheets: tuple[PublishedSheet, ...] = ()
    answers: tuple[StatementAnswer, ...] = ()
    kept_back: tuple[ThingKeptBack, ...] = ()
    sealed: Callable[[int, int], str] = unsealed
    """What `kept_back` holds of a person who keeps back the thing that an entry made."""
    agreement: Agreement = Agreement()
    paraphrases: tuple[OtherWords, ...] = ()
    decided: tuple[tuple[str, bool], ...] = ()
    """Names that were pointed out, and whether each is masked."""
