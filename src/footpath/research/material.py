"""A release's material: what may leave under new pseudonyms and codes. Every format is written from it alone. Pure."""

from collections.abc import Callable

from msgspec import Struct, field

LABEL = "pseudonymised personal data"


class Link(Struct, frozen=True, kw_only=True):
    """A thread from one thing to another, both of which leave."""

    relation: str
    to: str
    label: str = ""


class Piece(Struct, frozen=True, kw_only=True):
    """One thing under its code. Kinds, fields and relations are those of selection.Leaving."""

    code: str
    kind: str
    is_item: bool
    person: str | None
    """A pseudonym; None for an unnamed thing."""
    phase: str
    minute: int | None
    """Whole minutes since the phase was opened; None where no time leaves."""
    texts: dict[str, str] = field(default_factory=dict[str, str])
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    paraphrased: bool = False
    feeling: int | None = None
    inferred: bool | None = None
    elsewhere: bool | None = None
    links: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        """What it is called in a list: its own text, its paraphrase, or that it has no words."""
        return self.texts.get("text") or self.texts.get("paraphrase") or "(no words)"


class Case(Struct, frozen=True, kw_only=True):
    """A person under a pseudonym, with what they permitted. At most one attribute leaves (C12)."""

    pseudonym: str
    permissions: tuple[tuple[str, str], ...] = ()
    """(statement's key, yes or no)."""
    attribute: str | None = None


class OpenedPhase(Struct, frozen=True, kw_only=True):
    """A phase as it was opened, with the whole minutes until the next one; None for the last."""

    phase: str
    minutes: int | None


class AskedStatement(Struct, frozen=True, kw_only=True):
    """A statement of the sheet, for whoever reads the consents."""

    key: str
    text: str
    purpose: str


class About(Struct, frozen=True, kw_only=True):
    """What the release says of itself."""

    project: str
    responsible: str
    contact: str
    ethics: str
    sheet_version: str
    sheet_sha256: str
    statements: tuple[AskedStatement, ...]
    release: str
    """The release's address."""
    day: str
    """The day on which it was released (2026-11-25)."""
    attribute: str = ""


class Material(Struct, frozen=True, kw_only=True):
    """All that a format may use."""

    about: About
    pieces: tuple[Piece, ...]
    """Within a phase first what has a time, then what has none, in an order that tells nothing."""
    people: tuple[Case, ...]
    phases: tuple[OpenedPhase, ...]


Files = dict[str, bytes]
"""The files of a format by their names within the release."""

Format = Callable[[Material], Files]
