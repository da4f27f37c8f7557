"""The page that comes with a release: what it is, what may be done with it, and how to
delete what is recalled.
"""

from footpath.gate.material import LABEL, Files, Material

FILES = (
    ("data.json", "everything, as one document"),
    ("tables/*.csv", "the same as tables; data-dictionary.md says what each column means"),
    (
        "project.qdpx",
        "for tools of qualitative analysis (REFI-QDA project): sources, cases, codes, links",
    ),
    ("codebook.qdc", "the values and the kinds of reflection as a codebook (REFI-QDA)"),
    (
        "process.ocel.json",
        "the workshop as process data (OCEL 2.0); its times count minutes within a phase, no date",
    ),
    ("consents.jsonld", "what was consented to, by pseudonym (W3C DPV, ISO/IEC TS 27560)"),
    ("method.json", "how the method went, in figures behind which at least five people stand"),
)


def write(material: Material) -> Files:
    """The page as Markdown."""
    about = material.about
    facts = [
        ("Project", about.project),
        ("Responsible", about.responsible),
        ("Contact", about.contact),
        ("Ethics approval", about.ethics),
        ("Information sheet", f"version {about.sheet_version}"),
        ("Release", about.release),
        ("Released on", about.day),
    ]
    lines = [
        f"# {LABEL[0].upper()}{LABEL[1:]}",
        "",
        *(f"- {name}: {value}" for name, value in facts if value),
        "",
    ]
    lines += [
        (
            "People in a workshop know each other, and may know each other here. Keep these files "
            "where only the people"
        ),
        "of the project can read them, and do not try to find out who somebody is.", "",
        (
            "Somebody may withdraw. You are then told codes, such as N003: delete what has these "
            "codes, in every file"
        ),
        (
            "and in everything that you made from them, and say so on the project's page. Codes "
            "and pseudonyms are of"
        ),
        "this release alone.", "",
        *_to_keep_to(material),
        "Where ███ stands, something was masked. What did not leave left no trace here.", "",
        "## Files", "", *(f"- `{name}`: {holds}" for name, holds in FILES), "",
    ]  # fmt: skip
    return {"README.md": "\n".join(lines).encode("utf-8", "replace")}


def _to_keep_to(material: Material) -> list[str]:
    """The statements that held nothing back, with who said yes: the readers have to keep
    to them themselves.
    """
    told = [one for one in material.about.statements if not one.decides]
    if not told:
        return []
    yes = {
        one.key: [
            case.pseudonym
            for case in material.people
            if dict(case.permissions).get(one.key) == "yes"
        ]
        for one in told
    }
    lines = [
        "## What you have to see to",
        "",
        "Nothing was held back because of these answers: you have to keep to them.",
        (
            "Who is not named beside a statement did not agree to it. Of what has no person nobody "
            "can tell: treat it as"
        ),
        "after a no.",
        "",
    ]
    lines += [
        f"- {' '.join(one.text.split())} Yes: {', '.join(yes[one.key]) or 'nobody'}" for one in told
    ]
    return [*lines, ""]
