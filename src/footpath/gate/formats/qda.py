"""REFI-QDA 1.0 (https://www.qdasoftware.org): the release as a project (.qdpx) and its codes as
a codebook (.qdc).

Each experience, each phase's notes, and the aims, values, groups and elements are a text source,
and every thing a selection in one that holds its words and nothing else. People are cases.
Positions count Unicode code points from 0; the end is the first one after the selection.

What the standard leaves open, readers take for granted: QualCoder stops where the project has no
origin and a note no date, drops a coding whose code's name is there twice, gives a source's file
the source's name, reads no words of a <Note>, and takes for a case's text what is coded with a code
of the case's id. So all of that is given.
"""

import uuid
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from footpath.gate.formats.qda_codes import Codes
from footpath.gate.formats.qda_words import file_name, one_line, said, spoken
from footpath.gate.formats.zipped import zipped
from footpath.gate.material import LABEL, Files, Material, Piece

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
ORIGIN = "Footpath"
ELEMENTS = ("activity", "decision", "document", "wait", "exception", "control", "end")
GROUPS_WORDS = (
    ("Aims", ("aim",)),
    ("Process", ELEMENTS),
    ("Groups", ("group",)),
    ("Values", ("value",)),
)
"""What is in the group's words: a source and a set for each, and no case's text."""
REVIEWS = ("Aims looked at again", ("review",))
AS_NOTES = (*(kind for _, kinds in (*GROUPS_WORDS, REVIEWS) for kind in kinds), "story")
"""Kinds that stand as notes of the project as well, for readers that look for them there."""
SIDE, WHEN, ELSEWHERE, TOLD_BY, PHASE = (
    "Side",
    "When, as told",
    "Happened elsewhere",
    "Told by",
    "Phase",
)


def write(material: Material) -> Files:
    """The project and the codebook."""
    project = _Project(material)
    return {"project.qdpx": zipped(project.files()), "codebook.qdc": project.codebook()}


class _Project:
    """A project while it is written."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.codes = Codes(material)
        self.user, day = self.guid("user"), f"{material.about.day}T00:00:00Z"
        self.made = {"creatingUser": self.user, "creationDateTime": day}
        named = {
            "xmlns": PROJECT,
            "name": one_line(material.about.project) or ORIGIN,
            "origin": ORIGIN,
        }
        self.root = ElementTree.Element(
            "Project", {**named, "creatingUserGUID": self.user, "creationDateTime": day}
        )
        self.texts: Files = {}
        self.pieces = {one.code: one for one in material.pieces}
        self.people = [case.pseudonym for case in material.people]

    def guid(self, name: str) -> str:
        """The id of a part: another one in every release."""
        return str(
            uuid.uuid5(uuid.NAMESPACE_URL, f"urn:footpath:{self.material.about.release}:{name}")
        )

    def files(self) -> Files:
        """project.qde and its sources."""
        users = ElementTree.SubElement(self.root, "Users")
        ElementTree.SubElement(users, "User", {"guid": self.user, "name": ORIGIN})
        self.codes.write(ElementTree.SubElement(self.root, "CodeBook"), self.guid, self.people)
        self._variables()
        self._cases()
        self._sources()
        self._notes()
        self._links()
        self._sets()
        ElementTree.SubElement(self.root, "Description").text = LABEL
        return {"project.qde": _document(self.root), **self.texts}

    def codebook(self) -> bytes:
        """The codes alone, without the people."""
        root = ElementTree.Element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN})
        self.codes.write(root, self.guid)
        return _document(root)

    def _variables(self) -> None:
        names = [PHASE] if self.pieces else []
        names += (
            [TOLD_BY, SIDE, WHEN, ELSEWHERE]
            if any(one.kind == "story" for one in self.pieces.values())
            else []
        )
        names += [self.material.about.attribute] if self.material.about.attribute else []
        if names:
            variables = ElementTree.SubElement(self.root, "Variables")
            for name in names:
                named = {
                    "guid": self.guid(f"variable-{name}"),
                    "name": name,
                    "typeOfVariable": "Text",
                }
                ElementTree.SubElement(variables, "Variable", named)

    def _value(self, of: ElementTree.Element, name: str, text: str) -> None:
        value = ElementTree.SubElement(of, "VariableValue")
        ElementTree.SubElement(value, "VariableRef", {"targetGUID": self.guid(f"variable-{name}")})
        ElementTree.SubElement(value, "TextValue").text = one_line(text)

    def _cases(self) -> None:
        """Each person with the selections that are theirs; a code of the same id says so as well,
        for readers of it.
        """
        if not self.people:
            return
        cases = ElementTree.SubElement(self.root, "Cases")
        for person in self.material.people:
            name = person.pseudonym
            case = ElementTree.SubElement(cases, "Case", {"guid": self.guid(name), "name": name})
            if person.attribute is not None:
                self._value(case, self.material.about.attribute, person.attribute)
            for one in self.material.pieces:
                if self._speaker(one) == name:
                    ElementTree.SubElement(
                        case, "SelectionRef", {"targetGUID": self.guid(f"selection-{one.code}")}
                    )

    def _speaker(self, one: Piece) -> str | None:
        """Whose words a piece's are. Aims, elements, groups and values are in the
        words of the group.
        """
        return None if any(one.kind in kinds for _, kinds in GROUPS_WORDS) else one.person

    def _sources(self) -> None:
        if not self.pieces:
            return
        sources = ElementTree.SubElement(self.root, "Sources")
        told: dict[str, list[Piece]] = {
            one.code: [one] for one in self.pieces.values() if one.kind == "story"
        }
        for one in self.material.pieces:
            if one.kind != "story":
                told.setdefault(self._where(one), []).append(one)
        for name, several in told.items():
            self._source(sources, name, sorted(several, key=_place_on_map))

    def _where(self, one: Piece) -> str:
        """The source in which it stands: its story's, or one that is named for what it holds."""
        if one.kind == "moment":
            return next(
                (link.to for link in one.links if link.relation == "in_story"),
                "Moments of no story",
            )
        sorts = (name for name, kinds in (*GROUPS_WORDS, REVIEWS) if one.kind in kinds)
        return next(sorts, f"Notes - {one.phase.capitalize()}")

    def _source(self, sources: ElementTree.Element, name: str, several: Sequence[Piece]) -> None:
        story, guid, text = self.pieces.get(name), self.guid(f"source-{name}"), ""
        title = name if story is None else f"{name} {story.title}"
        named = {
            "guid": guid,
            "name": file_name(title),
            "plainTextPath": f"internal://{guid}.txt",
            **self.made,
        }
        source = ElementTree.SubElement(sources, "TextSource", named)
        for one in several:
            begin = len(text) + len(one.code) + 1
            words = spoken(one) or f"[{one.code}: no words of its own]"
            text += f"{one.code}\n{words}\n\n"
            self._selection(source, one, begin, begin + len(words))
        self.texts[f"sources/{guid}.txt"] = text.encode()
        self._value(source, PHASE, ", ".join(dict.fromkeys(one.phase for one in several)))
        for variable, value in () if story is None else _about_story(story):
            self._value(source, variable, value)

    def _selection(self, source: ElementTree.Element, one: Piece, begin: int, end: int) -> None:
        place = {"name": one.code, "startPosition": str(begin), "endPosition": str(end)}
        guid = self.guid(f"selection-{one.code}")
        selection = ElementTree.SubElement(
            source, "PlainTextSelection", {"guid": guid, **place, **self.made}
        )
        speaker = self._speaker(one)
        coded = {key: self.guid(f"code-{key}") for key in self.codes.of[one.code]}
        for key, code in {
            **coded,
            **({speaker: self.guid(speaker)} if speaker in self.people else {}),
        }.items():
            named = {"guid": self.guid(f"coding-{one.code}-{key}"), **self.made}
            coding = ElementTree.SubElement(selection, "Coding", named)
            ElementTree.SubElement(coding, "CodeRef", {"targetGUID": code})
        if one.kind in AS_NOTES:
            ElementTree.SubElement(selection, "NoteRef", {"targetGUID": self.guid(one.code)})

    def _notes(self) -> None:
        """What stands as a note of the project as well as in a source."""
        several = [one for one in self.material.pieces if one.kind in AS_NOTES]
        if several:
            notes = ElementTree.SubElement(self.root, "Notes")
            for one in several:
                named = {"guid": self.guid(one.code), "name": f"{one.code} {one.kind}", **self.made}
                note = ElementTree.SubElement(notes, "Note", named)
                ElementTree.SubElement(note, "PlainTextContent").text = spoken(one) or "(no words)"

    def _links(self) -> None:
        threads = [
            (one.code, link)
            for one in self.material.pieces
            for link in one.links
            if link.to in self.pieces
        ]
        if threads:
            links = ElementTree.SubElement(self.root, "Links")
            for place, (code, link) in enumerate(threads):
                named = {
                    "guid": self.guid(f"link-{place}"),
                    "name": one_line(link.label) or link.relation,
                }
                ends = {
                    "originGUID": self.guid(f"selection-{code}"),
                    "targetGUID": self.guid(f"selection-{link.to}"),
                }
                ElementTree.SubElement(links, "Link", {**named, "direction": "OneWay", **ends})

    def _sets(self) -> None:
        members = [
            (name, several)
            for name, kinds in GROUPS_WORDS
            if (several := [one.code for one in self.material.pieces if one.kind in kinds])
        ]
        if members:
            sets = ElementTree.SubElement(self.root, "Sets")
            for name, several in members:
                one_set = ElementTree.SubElement(
                    sets, "Set", {"guid": self.guid(f"set-{name}"), "name": name}
                )
                for code in several:
                    ElementTree.SubElement(one_set, "MemberNote", {"targetGUID": self.guid(code)})


def _document(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _place_on_map(one: Piece) -> int:
    """The place of a moment in its story; everything else stays in the order of the release."""
    label = next((link.label for link in one.links if link.relation == "in_story"), "")
    return int(label) if label.isdecimal() else 0


def _about_story(story: Piece) -> Iterable[tuple[str, str]]:
    """What a source says of the story in it."""
    yield from ((TOLD_BY, story.person),) if story.person is not None else ()
    yield from ((SIDE, side),) if (side := said(story.texts.get("side", ""))) else ()
    yield from ((WHEN, when),) if (when := said(story.texts.get("when", ""))) else ()
    yield from (
        ((ELSEWHERE, "yes" if story.elsewhere else "no"),) if story.elsewhere is not None else ()
    )
