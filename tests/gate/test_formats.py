"""Every file of a release: what it holds is what may leave, other tools read it, and
no text breaks it.
"""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_of_pieces import ABOUT, HOSTILE, material, piece
from pyrefiqda import RefiCodebook, RefiProject

import footpath
from footpath import spreadsheets
from footpath.gate import formats
from footpath.gate.formats import qda, qda_words, tables
from footpath.gate.material import FEWEST, LABEL, AskedStatement, Link, Material, OpenedPhase


def read_back(tmp_path: Path, made: Material) -> Any:
    (tmp_path / "project.qdpx").write_bytes(formats.write(made)["project.qdpx"])
    return RefiProject.load(str(tmp_path / "project.qdpx"), str(tmp_path / "taken-out"))


def test_C12_every_release_says_that_it_is_personal_data() -> None:
    files = formats.write(material())
    assert files["README.md"].decode().startswith(f"# {LABEL.capitalize()}")
    for name in (
        "data.json",
        "method.json",
        "process.ocel.json",
        "consents.jsonld",
        "data-dictionary.md",
    ):
        assert LABEL in files[name].decode(), name


def test_C30_the_same_material_gives_the_same_bytes() -> None:
    assert formats.write(material()) == formats.write(material())


def names_of(codes: Any) -> dict[str, str]:
    """Every code by its id, those within categories too."""
    found = {code.guid: code.name for code in codes}
    return found | {guid: name for code in codes for guid, name in names_of(code.code).items()}


def test_C30_tools_for_qualitative_analysis_read_sources_cases_and_codes(tmp_path: Path) -> None:
    project = read_back(tmp_path, material())
    assert sorted(source.name for source in project.sources.text_source) == [
        "Aims",
        "Notes - Aims",
        "Notes - Reflect",
        "Process",
        "S001 Ask the shop first",
        "Values",
    ]
    assert [case.name for case in project.cases.case] == ["P01", "P02"]
    assert {*names_of(project.code_book.codes.code).values()} >= {"Ask the shop first", "Liked"}


def test_C30_what_a_value_was_heard_in_is_coded_with_it(tmp_path: Path) -> None:
    project = read_back(tmp_path, material())
    names = names_of(project.code_book.codes.code)
    selections = [
        one for source in project.sources.text_source for one in source.plain_text_selection
    ]
    coded = {
        one.name: {names[coding.code_ref.target_guid] for coding in one.coding}
        for one in selections
    }
    assert coded["N002"] == {"Ask the shop first", "Liked", "P01"} and coded["N001"] == {
        "Note",
        "P01",
    }


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_C30_a_selection_holds_the_words_of_its_item_whatever_they_are(text: str) -> None:
    files = formats.write(material(text, text, text, text, text, text, text, text, text))
    with zipfile.ZipFile(io.BytesIO(files["project.qdpx"])) as inside:
        root = ElementTree.fromstring(inside.read("project.qde"))
        space = {"q": qda.PROJECT}
        for source in root.iterfind("q:Sources/q:TextSource", space):
            words = inside.read(f"sources/{source.attrib['guid']}.txt").decode()
            for one in source.iterfind("q:PlainTextSelection", space):
                place = slice(int(one.attrib["startPosition"]), int(one.attrib["endPosition"]))
                without = f"[{one.attrib['name']}: no words of its own]"
                assert words[place] == (
                    qda_words.said(text) if text and one.attrib["name"] != "N004" else without
                )


def test_C30_the_codebook_is_read_by_another_library(tmp_path: Path) -> None:
    (tmp_path / "codebook.qdc").write_bytes(formats.write(material())["codebook.qdc"])
    codebook = RefiCodebook.load(str(tmp_path / "codebook.qdc"))
    assert {*names_of(codebook.codes.code).values()} >= {"Ask the shop first", "Liked"}
    assert "P01" not in names_of(codebook.codes.code).values()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_C31_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    files = formats.write(material(text))
    rows = list(csv.DictReader(io.StringIO(files["tables/texts.csv"].decode(), newline="")))
    found = next(row["text"] for row in rows if row["code"] == "N001")
    assert not found.startswith(tuple("=+-@|%\t\r＝＋－＠｜％"))
    controls = {one: " " for one in range(32) if chr(one) not in "\t\r\n"}
    assert found.replace("'", "") == text.translate(controls).encode(
        "utf-8", "replace"
    ).decode().replace("'", "")
    assert json.loads(files["data.json"])["label"] == LABEL


def test_C31_one_function_guards_the_cells_of_every_table() -> None:
    """A table written beside it would not know what begins a formula elsewhere: DDE by a
    bar, a percent sign.
    """
    writing = {
        path.name
        for path in Path(footpath.__file__).parent.rglob("*.py")
        if "csv.writer(" in path.read_text("utf-8")
    }
    assert writing == {"spreadsheets.py", "tables.py"} and tables.cell is spreadsheets.cell


def test_C31_a_number_in_a_table_stays_a_number() -> None:
    rows = list(csv.DictReader(io.StringIO(formats.write(material())["tables/items.csv"].decode())))
    assert next(row["feeling"] for row in rows if row["code"] == "M001") == "-1"


def test_C31_the_dictionary_describes_every_column_of_every_table() -> None:
    files = formats.write(material())
    described = files["data-dictionary.md"].decode()
    for name, content in files.items():
        if name.endswith(".csv"):
            part = described.partition(f"## {name}")[2].partition("\n## ")[0]
            for column in next(csv.reader(io.StringIO(content.decode()))):
                assert f"| `{column}` |" in part, (name, column)


def test_C31_a_process_mining_library_reads_the_workshop(tmp_path: Path) -> None:
    (tmp_path / "process.json").write_bytes(formats.write(material())["process.ocel.json"])
    import pm4py  # takes seconds, and is asked for here alone

    read = pm4py.read_ocel2_json(str(tmp_path / "process.json"))
    assert len(read.events) == len(material().pieces) + 4
    assert set(read.objects["ocel:oid"]) >= {"N001", "P01", "phase-1"}


def test_C10_an_unnamed_thing_has_no_time_in_the_process_data() -> None:
    document = json.loads(formats.write(material())["process.ocel.json"])
    made = next(one for one in document["events"] if one["id"] == "made-N003")
    assert {"name": "time_known", "value": False} in made["attributes"] and made[
        "time"
    ] == "1970-01-01T00:00:00Z"
    assert all(one["qualifier"] != "by" for one in made["relationships"])


def test_C31_consents_are_records_of_pseudonyms_with_what_was_answered() -> None:
    document = json.loads(formats.write(material())["consents.jsonld"])
    *records, notice = document["@graph"]
    assert [one["dpv:hasDataSubject"]["dct:identifier"] for one in records] == ["P01", "P02"]
    (process,) = records[0]["dpv:hasProcess"]
    assert (process["dpv:hasConsentStatus"], process["dct:date"]["@value"]) == (
        "dpv:ConsentGiven",
        "2026-11-03",
    )
    assert process["dpv:hasNotice"]["@id"] == notice["@id"] and notice["dct:hasVersion"] == "2.0"


def test_C31_who_reads_a_release_is_told_which_answers_they_have_to_keep_to() -> None:
    """An archive is nothing that Footpath could keep anything out of."""
    made = material()
    asked = AskedStatement(key="c2", text="It may be archived.", purpose="archive", decides=False)
    about = msgspec.structs.replace(made.about, statements=(*made.about.statements, asked))
    first, *others = made.people
    people = (msgspec.structs.replace(first, permissions=(("c1", "yes"), ("c2", "yes"))), *others)
    files = formats.write(msgspec.structs.replace(made, about=about, people=people))
    guide = files["README.md"].decode()
    assert "- It may be archived. Yes: P01\n" in guide and "I take part." not in guide
    assert b"c2,archive,It may be archived.,False" in files["tables/statements.csv"]
    assert "see to" not in formats.write(made)["README.md"].decode()


def test_C31_no_column_is_without_a_meaning() -> None:
    assert all(means for spreadsheets in tables.TABLES for _, means in spreadsheets.columns)


PEOPLE = st.sampled_from([None, *(f"P{n:02d}" for n in range(1, 12))])
KINDS = st.sampled_from(["note", "liked", "disliked", "aim", "value", "story", "activity"])
PHASES = st.sampled_from(["aims", "reflect", "process"])


@st.composite
def materials(draw: st.DrawFn) -> Material:
    said = draw(st.lists(st.tuples(KINDS, PEOPLE, PHASES, st.integers(0, 30)), max_size=40))
    pieces = [
        piece(
            f"X{n:03d}",
            kind,
            person=who,
            phase=phase,
            links=(Link(relation="about", to=f"X{to:03d}"),),
        )
        for n, (kind, who, phase, to) in enumerate(said)
    ]
    opened = tuple(OpenedPhase(phase=phase, minutes=5) for phase in ("aims", "reflect", "process"))
    return Material(about=ABOUT, pieces=tuple(pieces), people=(), phases=opened)


@given(materials())
@settings(max_examples=200, deadline=None)
def test_C32_no_figure_and_no_difference_of_two_has_fewer_than_five_people_behind_it(
    made: Material,
) -> None:
    from footpath.gate.formats import method_record

    who = {one.code: one.person for one in made.pieces}
    told = [
        one for one in method_record.given(method_record.counted(made)).values() if one is not None
    ]
    sets = [frozenset(one.code for one in several) for several in told]
    for codes in [*sets, *(one ^ other for one in sets for other in sets if one & other)]:
        people = {who[code] for code in codes} - {None}
        assert not codes or len(people) >= FEWEST


def test_C32_figures_are_given_with_the_first_release_alone() -> None:
    told = json.loads(formats.write(material(), figures=False)["method.json"])
    assert told["figures"] == {} and "first release" in told["note"]
