"""Consent records as JSON-LD.

After the W3C guide "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV". Each is
of a pseudonym. Each answer is a process with the version of the sheet to which it was given, in the
words in which that version asked, and the day; one that was changed is there as well, and says by
which it was replaced.
"""

from typing import Any

from footpath.gate.formats.as_json import as_text
from footpath.gate.material import LABEL, AnswerGiven, AskedStatement, Case, Files, Material

NAME = "consents.jsonld"
CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Given in the file, so that nothing has to be fetched to read it."""


def write(material: Material) -> Files:
    """One record for each person whose named words leave, and one notice for each version
    that they answered.
    """
    about = material.about
    notices = [
        {
            "@id": _notice(material, one.version),
            "@type": "dpv:ConsentNotice",
            "dct:hasVersion": one.version,
            "dct:identifier": one.sha256,
        }
        for one in about.sheets
    ]
    document = {
        "@context": CONTEXT,
        "@id": f"urn:footpath:release:{about.release}",
        "dct:description": LABEL,
        "@graph": [*(_record(material, case) for case in material.people), *notices],
    }
    return {NAME: as_text(document)}


def _notice(material: Material, version: str) -> str:
    place = [one.version for one in material.about.sheets].index(version) + 1
    return f"urn:footpath:release:{material.about.release}:sheet:{place}"


def _record(material: Material, case: Case) -> dict[str, Any]:
    about = material.about
    name = f"urn:footpath:release:{about.release}:consent:{case.pseudonym}"
    answered = [_answer(material, name, case.answers, place) for place in range(len(case.answers))]
    asked_again = [one for one in about.statements if not _stands(case, one.key)]
    days = sorted(one.day for one in case.answers)
    return {
        "@id": name,
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": "ISO/IEC TS 27560:2023",
        "dpv:hasDataSubject": {"@type": "dpv:DataSubject", "dct:identifier": case.pseudonym},
        "dpv:hasDataController": {"dct:title": about.responsible, "dpv:hasContact": about.contact},
        "dpv:hasNotice": [
            {"@id": _notice(material, version)}
            for version in dict.fromkeys(one.sheet_version for one in case.answers)
        ],
        "dpv:hasPurpose": {"@type": "dpv:ResearchAndDevelopment", "dct:title": about.project},
        "dpv:hasConsentStatus": "dpv:ConsentGiven",
        **({"dct:created": _date(days[0]), "dct:modified": _date(days[-1])} if days else {}),
        "dpv:hasProcess": [*answered, *(_not_answered(name, one) for one in asked_again)],
    }


def _answer(
    material: Material, record: str, answers: tuple[AnswerGiven, ...], place: int
) -> dict[str, Any]:
    one = answers[place]
    later = [
        f"{record}:{n}"
        for n, other in enumerate(answers[place + 1 :], place + 2)
        if other.statement == one.statement
    ]
    later += [f"{record}:{one.statement}"] * (
        not one.still_counts and one.statement in _asked_now(material)
    )
    sheet = next(sheet for sheet in material.about.sheets if sheet.version == one.sheet_version)
    asked = next((asked for asked in sheet.statements if asked.key == one.statement), None)
    status = "Given" if one.answer == "yes" else "Withdrawn" if one.withdrawn else "Refused"
    return {
        "@id": f"{record}:{place + 1}",
        "@type": "dpv:Process",
        "dct:identifier": one.statement,
        **({"dct:description": asked.text, "dct:type": asked.purpose} if asked is not None else {}),
        "dpv:hasNotice": {"@id": _notice(material, one.sheet_version)},
        "dct:date": _date(one.day),
        "dpv:hasConsentStatus": f"dpv:Consent{status}",
        **({"dct:isReplacedBy": {"@id": later[0]}} if later else {}),
    }


def _asked_now(material: Material) -> set[str]:
    return {one.key for one in material.about.statements}


def _stands(case: Case, statement: str) -> bool:
    """Whether an answer to the statement counts under the version that asks now."""
    said = [one for one in case.answers if one.statement == statement]
    return bool(said) and said[-1].still_counts


def _date(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}


def _not_answered(record: str, asked: AskedStatement) -> dict[str, Any]:
    """A statement of the version that asks now to which nothing was said: no consent, and no
    day on which it was.
    """
    return {
        "@id": f"{record}:{asked.key}",
        "@type": "dpv:Process",
        "dct:identifier": asked.key,
        "dct:description": asked.text,
        "dct:type": asked.purpose,
        "dpv:hasConsentStatus": "dpv:ConsentRequested",
    }
