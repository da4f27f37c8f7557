"""What would leave, laid out to be read: by phase, each thing under its code and pseudonym, as
in the files. Pure.
"""

from collections.abc import Iterable

from msgspec import Struct

from footpath.gate.material import Material, Piece
from footpath.method.things.kinds import in_a_sentence
from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase

FIELDS = {
    "sentence": "in a sentence", "first_text": "at first", "quote": "in their words",
    "feeling_words": "feeling", "when": "when", "side": "side", "reason": "reason", "lane": "lane",
    "stage": "stage", "choice": "choice", "who": "who", "used": "used", "lanes": "lanes",
    "stages": "stages", "inputs": "goes in", "outputs": "comes out",
}  # fmt: skip


class Shown(Struct, frozen=True, kw_only=True):
    """One thing on the page."""

    code: str
    kind: str
    person: str | None
    minute: int | None
    text: str
    """Empty where it has no words."""
    paraphrased: bool
    fields: tuple[tuple[str, str], ...]
    links: tuple[str, ...]


class ShownPhase(Struct, frozen=True, kw_only=True):
    """What leaves of a phase."""

    name: str
    pieces: tuple[Shown, ...]


def shown(material: Material) -> list[ShownPhase]:
    """Everything that leaves, by phase in the order of the release."""
    phases: dict[str, list[Shown]] = {}
    for piece in material.pieces:
        phases.setdefault(piece.phase, []).append(_shown(piece))
    return [
        ShownPhase(name=PHASES[Phase(phase)].name, pieces=tuple(pieces))
        for phase, pieces in phases.items()
    ]


def _kind(kind: str) -> str:
    """What a kind of a release's things is called; of an aim's reviews, which are things of
    their own there, too.
    """
    return (
        "aim, looked at again"
        if kind == "review"
        else in_a_sentence("experience" if kind == "story" else kind)
    )


def _shown(piece: Piece) -> Shown:
    return Shown(
        code=piece.code,
        kind=_kind(piece.kind),
        person=piece.person,
        minute=piece.minute,
        text=piece.texts.get("text") or piece.texts.get("paraphrase", ""),
        paraphrased=piece.paraphrased,
        fields=tuple(_fields(piece)),
        links=tuple(
            f"{one.relation.replace('_', ' ')} {one.to}{_label(one.label)}" for one in piece.links
        ),
    )


def _label(label: str) -> str:
    return f" ({label})" if label else ""


def _fields(piece: Piece) -> Iterable[tuple[str, str]]:
    for name, text in piece.texts.items():
        if name not in ("text", "paraphrase") and text:
            yield FIELDS.get(name, name.replace("_", " ")), text
    for name, texts in piece.lists.items():
        yield FIELDS.get(name, name.replace("_", " ")), ", ".join(texts)
    if piece.feeling is not None:
        yield (
            "how it felt, from −2 to 2",
            f"{piece.feeling}{', as others inferred' if piece.inferred else ''}",
        )
    if piece.elsewhere is not None:
        yield "had it", "elsewhere" if piece.elsewhere else "here"


class ShownPerson(Struct, frozen=True, kw_only=True):
    """A pseudonym with what leaves beside it."""

    pseudonym: str
    attribute: str
    answers: str


def shown_people(material: Material) -> list[ShownPerson]:
    """Everybody under their pseudonym, with what they allowed."""
    asked = {one.key: one.text for one in material.about.statements}
    return [
        ShownPerson(
            pseudonym=case.pseudonym,
            attribute=case.attribute or "",
            answers="; ".join(
                f"{asked.get(key, key).rstrip('.')}: {answer}" for key, answer in case.permissions
            ),
        )
        for case in material.people
    ]


def shown_openings(material: Material) -> str:
    """The phases in the order in which they were opened, with how long each was open."""
    lengths = ((PHASES[Phase(one.phase)].name, one.minutes) for one in material.phases)
    return ", ".join(
        name if minutes is None else f"{name} for {minutes} min" for name, minutes in lengths
    )
