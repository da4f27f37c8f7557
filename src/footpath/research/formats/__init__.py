"""The formats of a release: each is written from the material alone."""

import msgspec

from footpath.research.material import Files, Material


def write(material: Material) -> Files:
    """Every file of a release by its name."""
    return {"release.json": msgspec.json.format(msgspec.json.encode(material, order="sorted"))}
