"""What REFI-QDA 1.0 lets stand in a project, as far as ours go: the schema's
rules in our own words.

Of each element the children in their order, the attributes that it must have, and
those that it may have.
"""

import re
from xml.etree.ElementTree import Element

_GUID = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MADE = "creatingUser creationDateTime"
_RULES: dict[str, tuple[str, str, str]] = {
    "Project": (
        "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
        "name",
        "origin creatingUserGUID creationDateTime basePath",
    ),
    "Users": ("User", "", ""),
    "User": ("", "guid", "name id"),
    "CodeBook": ("Codes", "", "origin"),
    "Codes": ("Code", "", ""),
    "Code": ("Description NoteRef Code", "guid name isCodable", "color"),
    "Variables": ("Variable", "", ""),
    "Variable": ("Description", "guid name typeOfVariable", ""),
    "Cases": ("Case", "", ""),
    "Case": ("Description CodeRef VariableValue SourceRef SelectionRef", "guid", "name"),
    "VariableValue": ("VariableRef TextValue", "", ""),
    "VariableRef": ("", "targetGUID", ""),
    "SelectionRef": ("", "targetGUID", ""),
    "CodeRef": ("", "targetGUID", ""),
    "NoteRef": ("", "targetGUID", ""),
    "MemberNote": ("", "targetGUID", ""),
    "Sources": ("TextSource", "", ""),
    "TextSource": (
        "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
        "guid",
        f"name plainTextPath {_MADE}",
    ),
    "PlainTextSelection": (
        "Description Coding NoteRef",
        "guid startPosition endPosition",
        f"name {_MADE}",
    ),
    "Coding": ("CodeRef NoteRef", "guid", _MADE),
    "Notes": ("Note", "", ""),
    "Note": (
        "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
        "guid",
        f"name plainTextPath {_MADE}",
    ),
    "Links": ("Link", "", ""),
    "Link": ("NoteRef", "guid", "name direction originGUID targetGUID"),
    "Sets": ("Set", "", ""),
    "Set": ("Description MemberCode MemberSource MemberNote", "guid name", ""),
    "Description": ("", "", ""),
    "PlainTextContent": ("", "", ""),
    "TextValue": ("", "", ""),
}
_HOLDERS = ("Users", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets")


def faults(element: Element) -> list[str]:
    """What the standard does not let stand, from an element down."""
    name = element.tag.partition("}")[2]
    if name not in _RULES:
        return [f"{name} is not known"]
    children, must, may = (one.split() for one in _RULES[name])
    inside = [one.tag.partition("}")[2] for one in element]
    found = [f"{one} within {name}" for one in inside if one not in children]
    places = [children.index(one) for one in inside if one in children]
    found += [f"the order within {name}"] * (places != sorted(places))
    found += [f"{name} is empty"] * (name in _HOLDERS and not inside)
    found += [f"{name} lacks {one}" for one in must if one not in element.attrib]
    found += [f"{name} has {one}" for one in element.attrib if one not in (*must, *may)]
    for attribute, value in element.attrib.items():
        if attribute.lower().endswith("guid") or attribute == "creatingUser":
            found += [f"{attribute} {value}"] * (not _GUID.fullmatch(value))
        if attribute == "creationDateTime":
            found += [f"{attribute} {value}"] * (not _TIME.fullmatch(value))
    return found + [fault for one in element for fault in faults(one)]
