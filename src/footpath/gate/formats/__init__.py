"""The formats of a release. Each is written from the material alone, and the same material
gives the same bytes.
"""

from footpath.gate.formats import (
    as_json,
    consent_records,
    guide,
    method_record,
    process_data,
    qda,
    tables,
)
from footpath.gate.material import Files, Material

WRITERS = (
    guide.write,
    as_json.write,
    tables.write,
    qda.write,
    process_data.write,
    consent_records.write,
)


def write(material: Material, figures: bool = True) -> Files:
    """Every file of a release by its name.

    `figures` of how the method went are given with the first release of a workshop to a project
    only, so that none can be worked out from the difference of two.
    """
    files: Files = {}
    for one in WRITERS:
        files |= one(material)
    return files | method_record.write(material, figures)
