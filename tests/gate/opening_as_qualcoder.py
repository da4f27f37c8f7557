"""Opening a .qdpx as QualCoder's importer does: what it indexes without default stops it here too.

It parses the XML without a schema, follows the order in which that importer goes through the
parts, and keeps what it keeps: one code of a name, one source of a name, a journal only for a
note with a path, a case's text only where something is coded with a code of the case's id. What
it would only log, a source that cannot be copied under its name or a coding whose code is not
there, is an error here.
"""

import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

Element = ElementTree.Element
_SPACE = "{urn:QDA-XML:project:1.0}"
_VALUES = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")


@dataclass
class Segment:
    """A coded segment: where, and which words."""

    source: str
    words: str


@dataclass
class Opened:
    """What its user finds afterwards."""

    coder: str = "default"
    categories: list[str] = field(default_factory=list[str])
    codes: dict[str, str] = field(default_factory=dict[str, str])
    """By the code's id its name."""
    memos: dict[str, str] = field(default_factory=dict[str, str])
    """By the code's name what it means."""
    variables: dict[str, str] = field(default_factory=dict[str, str])
    sources: dict[str, str] = field(default_factory=dict[str, str])
    attributes: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """Of sources and cases by name."""
    coded: dict[str, list[Segment]] = field(default_factory=dict[str, list[Segment]])
    cases: dict[str, list[Segment]] = field(default_factory=dict[str, list[Segment]])
    annotations: list[str] = field(default_factory=list[str])
    owners: set[str] = field(default_factory=set[str])

    def codes_of(self, words: str) -> set[str]:
        """The names of the codes on a segment with exactly these words."""
        return {
            name
            for name, segments in self.coded.items()
            if any(one.words == words for one in segments)
        }


def open_project(project: Path, folder: Path) -> Opened:
    """Import the project into a folder."""
    unzipped, documents = folder / "unzipped", folder / "documents"
    documents.mkdir(parents=True)
    with zipfile.ZipFile(project) as inside:
        inside.extractall(unzipped)
    name = next(one.name for one in unzipped.iterdir() if one.suffix == ".qde")
    root, opened = ElementTree.parse(unzipped / name).getroot(), Opened()
    is_atlas = "ATLAS" in root.attrib["origin"].upper()
    assert not is_atlas, "it would read line ends otherwise"
    users = {one.attrib["guid"]: one.attrib["name"] for one in _all(root, "Users", "User")}
    for one in root.findall(f"{_SPACE}CodeBook/*")[0]:
        _code(opened, one)
    guids = {one.attrib["guid"]: one.attrib["name"] for one in _all(root, "Variables", "Variable")}
    assert len(guids) == len(set(guids.values())), "a variable is there once"
    opened.variables = {
        one.attrib["name"]: one.attrib["typeOfVariable"]
        for one in _all(root, "Variables", "Variable")
    }
    for one in _all(root, "Sources", "TextSource"):
        _source(opened, one, unzipped / "sources", documents, users, guids)
    for one in _all(root, "Notes", "Note"):
        _date(one)
        assert "plainTextPath" not in one.attrib, "a journal is read in the reader's own alphabet"
    for one in _all(root, "Cases", "Case"):
        _case(opened, one, guids)
    opened.coder = next(iter(users.values()), opened.coder)
    return opened


def _all(root: Element, within: str, name: str) -> list[Element]:
    return root.findall(f"{_SPACE}{within}/{_SPACE}{name}")


def _date(element: Element) -> str:
    """When it was made. Of a note that has none the importer asks None for a letter."""
    return (
        (element.get("creationDateTime") or element.attrib["modifiedDateTime"])
        .replace("T", " ")
        .replace("Z", "")
    )


def _code(opened: Opened, element: Element) -> None:
    name, inside = element.attrib["name"], element.findall(f"{_SPACE}Code")
    if element.get("isCodable") == "false":
        opened.categories.append(name)
    elif name not in opened.codes.values():
        opened.codes[element.attrib["guid"]] = name
        opened.memos[name] = element.findtext(f"{_SPACE}Description") or ""
    for one in inside:
        _code(opened, one)


def _source(
    opened: Opened,
    element: Element,
    sources: Path,
    documents: Path,
    users: dict[str, str],
    guids: dict[str, str],
) -> None:
    name = element.attrib["name"]
    assert name and name not in opened.sources, "a source is there once"
    assert element.get("path") is None
    path = sources / element.attrib["plainTextPath"].split("internal:/")[1].lstrip("/")
    shutil.copyfile(path, f"{documents}/{name}.txt")
    with path.open(encoding="utf-8", errors="replace") as file:
        text = opened.sources[name] = file.read()
    for one in element.findall(f"{_SPACE}PlainTextSelection"):
        words = text[int(one.attrib["startPosition"]) : int(one.attrib["endPosition"])]
        codings = one.findall(f"{_SPACE}Coding")
        opened.owners.add(users.get(one.get("creatingUser", ""), "default"))
        for coding in codings:
            code = opened.codes[next(iter(coding)).attrib["targetGUID"]]
            opened.coded.setdefault(code, []).append(Segment(name, words))
        if not codings:
            opened.annotations.append(words)
    assert not element.findall(f"{_SPACE}NoteRef"), (
        "of a note a source refers to it makes a remark without a place"
    )
    opened.attributes[name] = _values(element, guids)


def _values(element: Element, guids: dict[str, str]) -> dict[str, str]:
    """The values of variables; the last child of a value is what the importer keeps of a case's."""
    found = {}
    for one in element.findall(f"{_SPACE}VariableValue"):
        reference, value = list(one)
        assert value.tag.removeprefix(_SPACE) in _VALUES
        found[guids[reference.attrib["targetGUID"]]] = value.text or ""
    return found


def _case(opened: Opened, element: Element, guids: dict[str, str]) -> None:
    """A case. Its text is what a code of the same id was put on; that code goes."""
    name, code = element.attrib["name"], opened.codes.pop(element.attrib["guid"], None)
    opened.cases[name] = opened.coded.pop(code, []) if code is not None else []
    opened.attributes[name] = _values(element, guids)
