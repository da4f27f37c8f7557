"""A release's material: what may leave under new pseudonyms and codes. Every format is written
from it alone. Pure.
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct, field

from footpath.gate.selection import Leaving, Selection
from footpath.method.things.things import Phase

FEWEST = 5
"""People who must stand behind each value of an attribute, or it does not leave (C12)."""

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


class AnswerGiven(Struct, frozen=True, kw_only=True):
    """One answer to one statement, as it was given: to which version of the sheet, and
    on which day (UTC).
    """

    statement: str
    answer: str
    """yes or no; "not now" is a no like any other."""
    sheet_version: str
    day: str
    withdrawn: bool = False
    still_counts: bool = True
    """Whether nothing that is asked has changed since that version."""


class Case(Struct, frozen=True, kw_only=True):
    """A person under a pseudonym, with what they permitted. At most one attribute leaves (C12)."""

    pseudonym: str
    permissions: tuple[tuple[str, str], ...] = ()
    """(statement's key, yes or no)."""
    answers: tuple[AnswerGiven, ...] = ()
    """Everything they answered until the release was asked for, in its order: the last to
    a statement stands.
    """
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
    decides: bool = True
    """Whether anything is held back by it; where not, who holds the release has to
    keep to the answers.
    """


class AnsweredSheet(Struct, frozen=True, kw_only=True):
    """A version of the sheet that somebody answered, with what it asked."""

    version: str
    sha256: str
    statements: tuple[AskedStatement, ...]


class ReleaseDescription(Struct, frozen=True, kw_only=True):
    """What the release says of itself."""

    project: str
    responsible: str
    contact: str
    ethics: str
    sheet_version: str
    sheet_sha256: str
    statements: tuple[AskedStatement, ...]
    sheets: tuple[AnsweredSheet, ...] = ()
    """The versions that the people of the release answered, in the order in which
    they were published.
    """
    release: str
    """The release's address."""
    day: str
    """The day on which it was released (2026-11-25)."""
    attribute: str = ""


class Material(Struct, frozen=True, kw_only=True):
    """All that a format may use."""

    about: ReleaseDescription
    pieces: tuple[Piece, ...]
    """Within a phase first what has a time, then what has none, in an order that tells nothing."""
    people: tuple[Case, ...]
    phases: tuple[OpenedPhase, ...]


Files = dict[str, bytes]
"""The files of a format by their names within the release."""

Format = Callable[[Material], Files]


class MaterialWithCodes(Struct, frozen=True, kw_only=True):
    """Material, and for this server alone the code under which each thing left."""

    material: Material
    codes: dict[int, str]


_LETTERS = {"moment": "M", "value": "V", "group": "G", "aim": "A", "review": "R", "story": "S"}
_NOTES = {
    "note", "liked", "disliked", "differently", "similar", "question", "answer", "open_question",
    "position", "checkout", "saying",
}  # fmt: skip


def make_material(
    selection: Selection,
    about: ReleaseDescription,
    seed: bytes,
    answers: Mapping[int, tuple[tuple[str, str], ...]],
    attributes: Mapping[int, str],
    history: Mapping[int, tuple[AnswerGiven, ...]] | None = None,
) -> MaterialWithCodes:
    """Put what may leave under new pseudonyms and codes.

    Both follow a keyed hash of what leaves and of nothing else: neither who came first, nor that
    something stays behind, shows in them. `answers`, `attributes` and `history` are by person; an
    attribute leaves only where at least five of the people who are listed share each of its values.
    """
    placed = _Placed(selection, seed)
    codes = placed.codes()
    pseudonyms = placed.pseudonyms()
    values = {person: attributes.get(person, "") for person in pseudonyms}
    enough = all(values.values()) and min(Counter(values.values()).values(), default=0) >= FEWEST
    people = [
        Case(
            pseudonym=name,
            permissions=answers.get(person, ()),
            attribute=values[person] if enough else None,
            answers=(history or {}).get(person, ()),
        )
        for person, name in sorted(pseudonyms.items(), key=lambda one: one[1])
    ]
    answered = {one.sheet_version for case in people for one in case.answers}
    about = msgspec.structs.replace(
        about, attribute=about.attribute if enough else "",
        sheets=tuple(sheet for sheet in about.sheets if sheet.version in answered),
    )  # fmt: skip
    material = Material(
        about=about,
        pieces=tuple(_piece(one, placed.minute_of(one), codes, pseudonyms) for one in placed.order),
        people=tuple(people),
        phases=tuple(placed.opened()),
    )
    return MaterialWithCodes(material=material, codes=codes)


class _Placed:
    """What leaves in the order of the release: by phase, then by minute, and what has no
    time as chance has it.
    """

    def __init__(self, selection: Selection, seed: bytes) -> None:
        self._seed = seed
        self._phases = selection.phases
        self._first: dict[Phase, int] = {}
        for place, (phase, _) in enumerate(selection.phases):
            self._first.setdefault(phase, place)
        self._hash = {one.thing: self._hashed(_content(one)) for one in selection.leaving}
        recorded = {one.thing: place for place, one in enumerate(selection.leaving)}
        self.order = sorted(selection.leaving, key=lambda one: self._key(one, recorded[one.thing]))

    def _hashed(self, *parts: bytes) -> bytes:
        return hmac.digest(self._seed, b"\0".join(parts), hashlib.sha256)

    def _key(self, one: Leaving, recorded: int) -> tuple[int, str, int, int, int, bytes]:
        opening, minute = self._opening(one), self.minute_of(one)
        first = self._first.get(one.phase, len(self._phases))
        if opening is None or minute is None:
            return (first, one.phase, 1, 0, 0, self._hash[one.thing])
        return (first, one.phase, 0, opening, minute, recorded.to_bytes(8, "big"))

    def _opening(self, one: Leaving) -> int | None:
        """Which opening of its phase it was said after; None where it has no time."""
        if one.said_at is None:
            return None
        before = [
            n
            for n, (phase, at) in enumerate(self._phases)
            if phase is one.phase and at <= one.said_at
        ]
        return before[-1] if before else None

    def minute_of(self, one: Leaving) -> int | None:
        """Whole minutes since its phase was opened."""
        opening = self._opening(one)
        if opening is None or one.said_at is None:
            return None
        return (one.said_at - self._phases[opening][1]) // 60_000

    def codes(self) -> dict[int, str]:
        counted: Counter[str] = Counter()
        codes: dict[int, str] = {}
        for one in self.order:
            letter = "N" if one.kind in _NOTES else _LETTERS.get(one.kind, "E")
            counted[letter] += 1
            codes[one.thing] = f"{letter}{counted[letter]:03d}"
        return codes

    def pseudonyms(self) -> dict[int, str]:
        theirs: dict[int, list[bytes]] = {}
        for one in self.order:
            if one.by is not None:
                theirs.setdefault(one.by, []).append(self._hash[one.thing])
        by_hash = sorted(theirs, key=lambda person: self._hashed(*sorted(theirs[person])))
        return {person: f"P{place:02d}" for place, person in enumerate(by_hash, start=1)}

    def opened(self) -> Iterable[OpenedPhase]:
        times = [at for _, at in self._phases]
        for (phase, at), then in zip(self._phases, [*times[1:], None], strict=False):
            yield OpenedPhase(phase=phase, minutes=None if then is None else (then - at) // 60_000)


def _content(one: Leaving) -> bytes:
    """What is hashed of a thing: what leaves of it, without numbers of the record."""
    bare = msgspec.structs.replace(
        one, thing=0, by=None, people=frozenset(), said_at=None, links=()
    )
    return msgspec.json.encode(bare, order="sorted")


def _piece(
    one: Leaving, minute: int | None, codes: dict[int, str], pseudonyms: dict[int, str]
) -> Piece:
    return Piece(
        code=codes[one.thing], kind=one.kind, is_item=one.is_item, phase=one.phase, minute=minute,
        person=pseudonyms[one.by] if one.by is not None else None, texts=one.texts, lists=one.lists,
        paraphrased=one.paraphrased, feeling=one.feeling, inferred=one.inferred,
        elsewhere=one.elsewhere,
        links=tuple(
            Link(relation=relation, to=codes[to], label=label) for relation, to, label in one.links
        ),
    )  # fmt: skip
