"""The page that comes with a release: what it is, what may be done with it, and how to delete what is recalled."""

from footpath.research.material import LABEL, Files, Material

FILES = (
    ("data.json", "everything, as one document"),
    ("tables/*.csv", "the same as tables; data-dictionary.md says what each column means"),
    ("project.qdpx", "for tools of qualitative analysis (REFI-QDA project): sources, cases, codes, links"),
    ("codebook.qdc", "the values and the kinds of reflection as a codebook (REFI-QDA)"),
    ("process.ocel.json", "the workshop as process data (OCEL 2.0); its times count minutes within a phase, no date"),
    ("consents.jsonld", "what was consented to, by pseudonym (W3C DPV, ISO/IEC TS 27560)"),
    ("method.json", "how the method went, in figures behind which at least five people stand"),
)


def write(material: Material) -> Files:
    """The page as Markdown."""
    about = material.about
    facts = [
        ("Project", about.project), ("Responsible", about.responsible), ("Contact", about.contact),
        ("Ethics approval", about.ethics), ("Information sheet", f"version {about.sheet_version}"),
        ("Release", about.release), ("Released on", about.day),
    ]  # fmt: skip
    lines = [f"# {LABEL[0].upper()}{LABEL[1:]}", "", *(f"- {name}: {value}" for name, value in facts if value), ""]
    lines += [
        "People in a workshop know each other, and may know each other here. Keep these files where only the people",
        "of the project can read them, and do not try to find out who somebody is.", "",
        "Somebody may withdraw. You are then told codes, such as N003: delete what has these codes, in every file",
        "and in everything that you made from them, and say so on the project's page. Codes and pseudonyms are of",
        "this release alone.", "",
        "Where ███ stands, something was masked. What did not leave left no trace here.", "", "## Files", "",
        *(f"- `{name}`: {holds}" for name, holds in FILES), "",
    ]  # fmt: skip
    return {"README.md": "\n".join(lines).encode("utf-8", "replace")}
