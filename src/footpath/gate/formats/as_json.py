"""Everything of a release as one JSON document."""

import json

import msgspec

from footpath.gate.material import LABEL, Files, Material

NAME = "data.json"


def as_text(document: object) -> bytes:
    """JSON as people can read it, every letter of every script as itself."""
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )


def write(material: Material) -> Files:
    """The material as it is, with what it is called first."""
    return {NAME: as_text({"label": LABEL, **msgspec.to_builtins(material)})}
