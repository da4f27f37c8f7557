"""REFI-QDA 1.0 (https://www.qdasoftware.org): the release as a project (.qdpx) and its codes as a codebook (.qdc).

Each experience and each phase's notes are a text source, and every thing with words a selection in one. People are
cases; values and the kinds of reflection are codes; aims, elements, groups and values stand as notes, with the
threads as links. Positions count Unicode code points from 0; the end is the first one after the selection.
"""

import re
import uuid
from xml.etree import ElementTree

from footpath.research.formats.zipped import zipped
from footpath.research.material import LABEL, Files, Link, Material, Piece

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
REFLECTIONS = {"liked": "Liked", "disliked": "Didn't like", "differently": "Would do differently", "similar": "Similar"}
NOTES = ("aim", "group", "value", "review", "story")
"""Kinds that stand as notes, beside the elements of the process."""
ELEMENTS = ("activity", "decision", "document", "wait", "exception", "control", "end")
SETS = (("Aims", ("aim",)), ("Process", ELEMENTS), ("Groups", ("group",)), ("Values", ("value",)))
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(material: Material) -> Files:
    """The project and the codebook."""
    project = _Project(material)
    return {"project.qdpx": zipped(project.files()), "codebook.qdc": _codebook(project)}


class _Project:
    """A project while it is written."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.root = ElementTree.Element(
            "Project", {"xmlns": PROJECT, "name": said(material.about.project)[:200] or "Footpath"}
        )
        self.texts: Files = {}
        self.selections: dict[str, str] = {}
        self.pieces = {one.code: one for one in material.pieces}

    def guid(self, name: str) -> str:
        """The id of a part: another one in every release."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:footpath:{self.material.about.release}:{name}"))

    def files(self) -> Files:
        """project.qde and its sources."""
        codebook = ElementTree.SubElement(self.root, "CodeBook")
        self.codes(codebook)
        self._variables()
        sources = self._sources()
        self._cases()
        if len(sources):
            self.root.append(sources)
        self._notes()
        self._links()
        self._sets()
        ElementTree.SubElement(self.root, "Description").text = LABEL
        return {"project.qde": _document(self.root), **self.texts}

    def codes(self, codebook: ElementTree.Element) -> None:
        """Values with their sentences, and the kinds of reflection."""
        codes = ElementTree.SubElement(codebook, "Codes")
        for one in (piece for piece in self.material.pieces if piece.kind == "value"):
            code = ElementTree.SubElement(codes, "Code", self._code(one.code, one.title))
            if one.texts.get("sentence"):
                ElementTree.SubElement(code, "Description").text = said(one.texts["sentence"])
        for kind, name in REFLECTIONS.items():
            ElementTree.SubElement(codes, "Code", self._code(kind, name))

    def _code(self, name: str, title: str) -> dict[str, str]:
        return {"guid": self.guid(f"code-{name}"), "name": said(title) or name, "isCodable": "true"}

    def _variables(self) -> None:
        if self.material.about.attribute:
            variables = ElementTree.SubElement(self.root, "Variables")
            named = {"guid": self.guid("variable"), "name": self.material.about.attribute, "typeOfVariable": "Text"}
            ElementTree.SubElement(variables, "Variable", named)

    def _sources(self) -> ElementTree.Element:
        sources = ElementTree.Element("Sources")
        told: dict[str, list[Piece]] = {}
        for one in self.material.pieces:
            story = next((link for link in one.links if link.relation == "in_story"), None)
            if one.kind == "moment":
                told.setdefault(story.to if story is not None else "moments", []).append(one)
            elif one.kind not in (*NOTES, *ELEMENTS):
                told.setdefault(f"{one.phase}-notes", []).append(one)
        for name, pieces in told.items():
            self._source(sources, name, sorted(pieces, key=_place_on_map))
        return sources

    def _source(self, sources: ElementTree.Element, name: str, pieces: list[Piece]) -> None:
        title = self.pieces[name].title if name in self.pieces else name.replace("-", ": ").capitalize()
        guid, text = self.guid(f"source-{name}"), ""
        path = {"guid": guid, "name": said(title), "plainTextPath": f"internal://{guid}.txt"}
        source = ElementTree.SubElement(sources, "TextSource", path)
        for one in pieces:
            words = said(spoken(one))
            begin, text = len(text), f"{text}{words}\n\n"
            if words:
                self._selection(source, one, begin, begin + len(words))
        self.texts[f"sources/{guid}.txt"] = text.encode()

    def _selection(self, source: ElementTree.Element, one: Piece, begin: int, end: int) -> None:
        guid = self.selections[one.code] = self.guid(f"selection-{one.code}")
        place = {"guid": guid, "name": one.code, "startPosition": str(begin), "endPosition": str(end)}
        selection = ElementTree.SubElement(source, "PlainTextSelection", place)
        heard = [value.code for value in self.material.pieces if Link(relation="heard_in", to=one.code) in value.links]
        for code in (*heard, *([one.kind] if one.kind in REFLECTIONS else [])):
            coding = ElementTree.SubElement(selection, "Coding", {"guid": self.guid(f"coding-{one.code}-{code}")})
            ElementTree.SubElement(coding, "CodeRef", {"targetGUID": self.guid(f"code-{code}")})

    def _cases(self) -> None:
        if not self.material.people:
            return
        cases = ElementTree.SubElement(self.root, "Cases")
        for person in self.material.people:
            case = ElementTree.SubElement(
                cases, "Case", {"guid": self.guid(person.pseudonym), "name": person.pseudonym}
            )
            if person.attribute is not None:
                value = ElementTree.SubElement(case, "VariableValue")
                ElementTree.SubElement(value, "VariableRef", {"targetGUID": self.guid("variable")})
                ElementTree.SubElement(value, "TextValue").text = said(person.attribute)
            for one in self.material.pieces:
                if one.person == person.pseudonym and one.code in self.selections:
                    ElementTree.SubElement(case, "SelectionRef", {"targetGUID": self.selections[one.code]})

    def _as_notes(self) -> list[Piece]:
        return [one for one in self.material.pieces if one.kind in (*NOTES, *ELEMENTS)]

    def _notes(self) -> None:
        if not self._as_notes():
            return
        notes = ElementTree.SubElement(self.root, "Notes")
        for one in self._as_notes():
            note = ElementTree.SubElement(
                notes, "Note", {"guid": self.guid(one.code), "name": f"{one.code} {one.kind}"}
            )
            ElementTree.SubElement(note, "PlainTextContent").text = said(spoken(one)) or "(no words)"

    def _links(self) -> None:
        there = {one.code: self.guid(one.code) for one in self._as_notes()} | self.selections
        threads = [(one.code, link) for one in self.material.pieces for link in one.links]
        shown = [(code, link) for code, link in threads if code in there and link.to in there]
        if not shown:
            return
        links = ElementTree.SubElement(self.root, "Links")
        for place, (code, link) in enumerate(shown):
            ends = {"originGUID": there[code], "targetGUID": there[link.to]}
            named = {"guid": self.guid(f"link-{place}-{code}-{link.to}"), "name": said(link.label) or link.relation}
            ElementTree.SubElement(links, "Link", {**named, "direction": "OneWay", **ends})

    def _sets(self) -> None:
        members = {
            name: [one for one in self._as_notes() if one.kind in kinds]
            for name, kinds in (
                ("Aims", ("aim",)),
                ("Process", ELEMENTS),
                ("Groups", ("group",)),
                ("Values", ("value",)),
            )
        }
        if not any(members.values()):
            return
        sets = ElementTree.SubElement(self.root, "Sets")
        for name, several in members.items():
            if several:
                one_set = ElementTree.SubElement(sets, "Set", {"guid": self.guid(f"set-{name}"), "name": name})
                for one in several:
                    ElementTree.SubElement(one_set, "MemberNote", {"targetGUID": self.guid(one.code)})


def _codebook(project: _Project) -> bytes:
    root = ElementTree.Element("CodeBook", {"xmlns": CODEBOOK, "origin": "Footpath"})
    project.codes(root)
    return _document(root)


def _document(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _place_on_map(one: Piece) -> int:
    """The place of a moment in its story; everything else stays in the order of the release."""
    label = next((link.label for link in one.links if link.relation == "in_story"), "")
    return int(label) if label.isdecimal() else 0


def spoken(one: Piece) -> str:
    """All the words of a piece, one field on a line."""
    several = (text for texts in one.lists.values() for text in texts)
    return "\n".join(text for text in (*one.texts.values(), *several) if text.strip())


def said(text: str) -> str:
    """Words as XML 1.0 can hold them, with one kind of line end, which is what a reader gives back."""
    return _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
