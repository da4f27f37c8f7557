"""The codes of a release for qualitative analysis (REFI-QDA): values, kinds, feelings, stages,
lanes, people. Pure.

A reader keeps one code of a name and drops the others, with all that is coded with them. So every
name is there once.
"""

from collections.abc import Callable, Iterable
from xml.etree import ElementTree

from msgspec import Struct, field

from footpath.gate.formats.qda_words import one_line, said, spoken
from footpath.gate.material import Material, Piece
from footpath.method.things.kinds import FEELINGS, LOOKS
from footpath.method.things.things import REFLECTIONS, NoteKind

KINDS = {kind.value: LOOKS[kind].name for kind in NoteKind if kind in REFLECTIONS}
"""Kinds of reflection, which are codes whether or not anything was said under them."""
NO_WORDS, PARAPHRASE = (
    "Own words stay: none leave",
    "Own words stay: a paraphrase its author accepted",
)


class Code(Struct, kw_only=True):
    """One code: its key within the release, its name, what it means, and the codes of the
    pieces it rests on.
    """

    key: str
    category: str
    name: str
    means: str = ""
    found_in: list[str] = field(default_factory=list[str])


class Codes:
    """Every code of a release, and which of them each piece bears."""

    def __init__(self, material: Material) -> None:
        self._by_key: dict[str, Code] = {}
        self._names = {case.pseudonym.casefold() for case in material.people}
        self.of: dict[str, list[str]] = {one.code: [] for one in material.pieces}
        for one in (piece for piece in material.pieces if piece.kind == "value"):
            name = one.title if spoken(one) else f"{one.code}, without its words"
            value = self._code(
                f"value-{one.code}", "Values", name, said(one.texts.get("sentence", ""))
            )
            value.found_in.append(one.code)
        for kind, name in KINDS.items():
            self._code(kind, "Kinds", name)
        for grade, words in FEELINGS.items():
            self._code(f"feeling-{grade}", "Feelings", f"Feeling {_signed(grade)}: {words}")
        for one in material.pieces:
            self._bear(one)

    def _bear(self, one: Piece) -> None:
        """What a piece is coded with, and what it is heard in."""
        self._put(
            one, one.kind, "Kinds", KINDS.get(one.kind, one.kind.replace("_", " ").capitalize())
        )
        if one.kind == "value":
            self.of[one.code].append(f"value-{one.code}")
            for heard in (
                link.to for link in one.links if link.relation == "heard_in" and link.to in self.of
            ):
                self.of[heard].append(f"value-{one.code}")
        if one.feeling is not None:
            self.of[one.code].append(f"feeling-{one.feeling}")
        for category, begins, texts in _labels(one):
            for text in texts:
                name = f"{begins}: {one_line(text)}"
                self._put(one, name.casefold(), category, name, one.code)
        for holds, name in (
            (one.inferred, "Inferred, not said"),
            (one.elsewhere, "Happened elsewhere"),
            (one.paraphrased and not spoken(one), NO_WORDS),
            (one.paraphrased and spoken(one), PARAPHRASE),
        ):
            if holds:
                self._put(one, name, "How it was said", name)

    def _put(
        self, one: Piece, key: str, category: str, name: str, found_in: str | None = None
    ) -> None:
        code = self._by_key.get(key) or self._code(key, category, name)
        if key not in self.of[one.code]:
            self.of[one.code].append(key)
        if found_in is not None and found_in not in code.found_in:
            code.found_in.append(found_in)

    def _code(self, key: str, category: str, name: str, means: str = "") -> Code:
        found = self._by_key[key] = Code(
            key=key, category=category, name=self._once(name, key), means=means
        )
        return found

    def _once(self, name: str, key: str) -> str:
        name = wanted = one_line(name) or key
        number = 2
        while name.casefold() in self._names:
            name, number = f"{wanted} ({number})", number + 1
        self._names.add(name.casefold())
        return name

    def write(
        self, book: ElementTree.Element, guid: Callable[[str], str], people: Iterable[str] = ()
    ) -> None:
        """The codes in their categories. People stand first and above all: see
        the project's cases.
        """
        codes = ElementTree.SubElement(book, "Codes")
        for person in people:
            ElementTree.SubElement(
                codes, "Code", {"guid": guid(person), "name": person, "isCodable": "true"}
            )
        categories: dict[str, ElementTree.Element] = {}
        for one in self._by_key.values():
            if one.category not in categories:
                named = {
                    "guid": guid(f"category-{one.category}"),
                    "name": one.category,
                    "isCodable": "false",
                }
                categories[one.category] = ElementTree.SubElement(codes, "Code", named)
            named = {"guid": guid(f"code-{one.key}"), "name": one.name, "isCodable": "true"}
            code = ElementTree.SubElement(categories[one.category], "Code", named)
            means = [one.means] * bool(one.means) + [f"From {', '.join(one.found_in)}"] * bool(
                one.found_in
            )
            if means:
                ElementTree.SubElement(code, "Description").text = "\n".join(means)


def _signed(grade: int) -> str:
    return f"{grade:+d}".replace("-", "\N{MINUS SIGN}") if grade else "0"


def _labels(one: Piece) -> Iterable[tuple[str, str, Iterable[str]]]:
    """What stands beside the words of a piece: category, how the code's name
    begins, and each label.
    """
    for category, begins, name, several in (
        ("Stages", "Stage", "stage", "stages"),
        ("Lanes", "Lane", "lane", "lanes"),
        ("People in it", "With", "", "who"),
        ("Used", "Used", "", "used"),
        ("Needs", "Needs", "", "inputs"),
        ("Makes", "Makes", "", "outputs"),
        ("On the return", "On the return", "choice", ""),
    ):
        texts = [one.texts.get(name, ""), *one.lists.get(several, ())]
        yield category, begins, [text for text in texts if text.strip()]
