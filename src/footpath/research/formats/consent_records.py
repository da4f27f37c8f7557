"""Consent records as JSON-LD.

After the W3C guide "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV".
Each is of a pseudonym and no more exact in time than the day of the release.
"""

from typing import Any

from footpath.research.formats.as_json import as_text
from footpath.research.material import LABEL, Case, Files, Material

NAME = "consents.jsonld"
CONTEXT = {
    "dpv": "https://w3id.org/dpv#", "dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
"""Given in the file, so that nothing has to be fetched to read it."""


def write(material: Material) -> Files:
    """One record for each person whose named words leave."""
    about = material.about
    document = {
        "@context": CONTEXT,
        "@id": f"urn:footpath:release:{about.release}",
        "dct:description": LABEL,
        "@graph": [_record(material, case) for case in material.people],
    }
    return {NAME: as_text(document)}


def _record(material: Material, case: Case) -> dict[str, Any]:
    about = material.about
    said = dict(case.permissions)
    return {
        "@id": f"urn:footpath:release:{about.release}:consent:{case.pseudonym}",
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": "ISO/IEC TS 27560:2023",
        "dpv:hasDataSubject": {"@type": "dpv:DataSubject", "dct:identifier": case.pseudonym},
        "dpv:hasDataController": {"dct:title": about.responsible, "dpv:hasContact": about.contact},
        "dpv:hasNotice": {
            "@type": "dpv:ConsentNotice", "dct:hasVersion": about.sheet_version, "dct:identifier": about.sheet_sha256,
        },
        "dpv:hasPurpose": {"@type": "dpv:ResearchAndDevelopment", "dct:title": about.project},
        "dpv:hasConsentStatus": "dpv:ConsentGiven",
        "dct:date": {"@type": "xsd:date", "@value": about.day},
        "dpv:hasProcess": [
            {
                "@type": "dpv:Process", "dct:identifier": one.key, "dct:description": one.text, "dct:type": one.purpose,
                "dpv:hasConsentStatus": "dpv:ConsentGiven" if said.get(one.key) == "yes" else "dpv:ConsentRefused",
            }
            for one in about.statements
        ],
    }  # fmt: skip
