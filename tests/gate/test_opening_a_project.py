"""A release's project opens in a tool for qualitative analysis, and what a
researcher expects is there.
"""

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from made_of_pieces import HOSTILE, material, piece
from opening_as_qualcoder import Opened, open_project
from qda_standard import faults

from footpath.gate import formats
from footpath.gate.material import Link, Material, Piece

IN_S001 = Link(relation="in_story", to="S001", label="1")


def opened(folder: Path, made: Material) -> Opened:
    (folder / "project.qdpx").write_bytes(formats.write(made)["project.qdpx"])
    return open_project(folder / "project.qdpx", folder / "opened")


def of(*pieces: Piece) -> Material:
    return msgspec.structs.replace(material(), pieces=pieces)


def story(text: str = "Who works on Sunday", **fields: Any) -> Piece:
    texts = {"text": text, "when": "last spring", "side": "Staff"}
    return piece("S001", "story", is_item=False, phase="experience", texts=texts, **fields)


def moment(**fields: Any) -> Piece:
    texts = {
        "text": "She asked me twice",
        "quote": "Can you?",
        "feeling_words": "cornered",
        "lane": "Shop",
        "stage": "Asking",
    }
    given: dict[str, Any] = {"phase": "experience", "texts": texts, "links": (IN_S001,), **fields}
    return piece("M001", "moment", **given)


@pytest.mark.parametrize("text", ["Ask the shop first", *HOSTILE])
def test_C30_a_project_opens_whatever_the_words_are(tmp_path: Path, text: str) -> None:
    read = opened(tmp_path, material(*[text] * 9))
    assert len(read.sources) == 6 and set(read.cases) == {"P01", "P02"} and read.annotations == []
    assert read.owners == {read.coder}, "what another coder coded is not shown"


@pytest.mark.parametrize("text", ["Ask the shop first", *HOSTILE])
def test_C30_a_project_is_valid_by_the_standard(text: str) -> None:
    with zipfile.ZipFile(
        io.BytesIO(formats.write(material(*[text] * 9))["project.qdpx"])
    ) as inside:
        root = ElementTree.fromstring(inside.read("project.qde"))
    assert faults(root) == []
    refers = {one.attrib["targetGUID"] for one in root.iter() if "targetGUID" in one.attrib}
    assert refers <= {one.attrib["guid"] for one in root.iter() if "guid" in one.attrib}


def test_C30_the_text_of_a_case_is_what_that_person_said(tmp_path: Path) -> None:
    read = opened(
        tmp_path,
        of(
            story(),
            moment(person="P02"),
            piece("N001", "note", "Ours", person="P02"),
            piece("N002", "note", "Nobody's", person=None),
            piece("A001", "aim", "The group's", is_item=False),
        ),
    )
    assert [one.words for one in read.cases["P02"]] == [
        "She asked me twice\nCan you?\ncornered",
        "Ours",
    ]
    assert [one.words for one in read.cases["P01"]] == ["Who works on Sunday\nlast spring"]
    assert "P01" not in read.codes.values(), "a person is a case and no code"


def test_C30_a_story_is_a_source_with_its_tellers_words_alone_in_its_selections(
    tmp_path: Path,
) -> None:
    read = opened(
        tmp_path, of(story(), moment(lists={"who": ("The manager",), "used": ("Phone",)}))
    )
    assert read.sources["S001 Who works on Sunday"] == (
        "S001\nWho works on Sunday\nlast spring\n\nM001\nShe asked me twice\nCan you?\ncornered\n\n"
    )
    about = read.attributes["S001 Who works on Sunday"]
    assert (
        about["Told by"] == "P01"
        and about["Side"] == "Staff"
        and about["When, as told"] == "last spring"
    )


def test_C30_lane_stage_people_and_feeling_are_codes(tmp_path: Path) -> None:
    read = opened(
        tmp_path, of(story(), moment(feeling=-2, inferred=True, lists={"who": ("The manager",)}))
    )
    assert read.codes_of("She asked me twice\nCan you?\ncornered") == {
        "Moment",
        "Lane: Shop",
        "Stage: Asking",
        "With: The manager",
        "Feeling \N{MINUS SIGN}2: very hard",
        "Inferred, not said",
    }
    assert read.memos["Lane: Shop"] == "From M001", "who is told to delete M001 finds it"
    feelings = [
        name.partition(": ")[2] for name in read.codes.values() if name.startswith("Feeling")
    ]
    assert feelings == ["very hard", "hard", "neither", "good", "very good"]


def test_C30_aims_values_groups_and_steps_are_sources(tmp_path: Path) -> None:
    kinds = ("aim", "value", "group", "decision", "review")
    read = opened(
        tmp_path, of(*(piece(f"X{n}", kind, f"a {kind}") for n, kind in enumerate(kinds)))
    )
    for n, (kind, source) in enumerate(
        zip(kinds, ("Aims", "Values", "Groups", "Process", "Aims looked at again"), strict=True)
    ):
        assert read.sources[source] == f"X{n}\na {kind}\n\n"


def test_C30_one_name_is_one_code(tmp_path: Path) -> None:
    """A reader drops the second of two codes of one name, with all that is coded with it."""
    heard = (Link(relation="heard_in", to="N001"),)
    names = ("Trust", "trust", "Liked", "P01", "Feeling 0: neither")
    values = [piece(f"V{n}", "value", text, links=heard) for n, text in enumerate(names)]
    read = opened(tmp_path, of(piece("N001", "liked", "Mine"), *values))
    assert len(read.codes_of("Mine")) == 1 + len(names)
    assert len({name.casefold() for name in read.codes.values()}) == len(read.codes)
    assert [one.words for one in read.cases["P01"]] == ["Mine"]


@pytest.mark.parametrize(
    "title",
    [
        "a/b",
        "..",
        "CON",
        'who: "me"? <yes>|*\\',
        "x" * 400,
        "日" * 200,
        "tail. ",
        "‮gnp",
        "a\nb",
        "",
    ],
)
def test_C30_the_names_of_sources_are_safe_as_file_names(tmp_path: Path, title: str) -> None:
    read = opened(tmp_path, of(story(title), moment()))
    for name in read.sources:
        assert (
            not set(name) & set('<>:"/\\|?*') and name == name.rstrip(". ") and name.isprintable()
        )
        assert (
            len(f"{name}.txt".encode()) <= 200
            and (tmp_path / "opened" / "documents" / f"{name}.txt").is_file()
        )


def test_C30_what_leaves_as_a_paraphrase_or_without_words_is_an_item_of_its_person(
    tmp_path: Path,
) -> None:
    without = piece("N001", "liked", person="P02", paraphrased=True, texts={})
    read = opened(
        tmp_path,
        of(without, piece("N002", "liked", paraphrased=True, texts={"paraphrase": "Asking helps"})),
    )
    assert [one.words for one in read.cases["P02"]] == ["[N001: no words of its own]"]
    assert read.codes_of("[N001: no words of its own]") == {"Liked", "Own words stay: none leave"}
    assert read.codes_of("Asking helps") == {
        "Liked",
        "Own words stay: a paraphrase its author accepted",
    }
    assert "\n\n\n" not in "".join(read.sources.values())


def test_C30_a_value_without_its_words_is_a_code_that_is_named_for_its_item(tmp_path: Path) -> None:
    read = opened(tmp_path, of(piece("V001", "value", paraphrased=True, texts={})))
    assert "V001, without its words" in read.codes.values()


def test_C30_every_item_is_a_segment(tmp_path: Path) -> None:
    read = opened(tmp_path, material())
    assert sum(text.count("\n\n") for text in read.sources.values()) == len(material().pieces)
    kinds = {"Note", "Liked", "Story", "Moment", "Value", "Aim", "Activity"}
    assert sum(len(read.coded[kind]) for kind in kinds) == len(material().pieces)


@pytest.mark.parametrize("lost", ["origin", "creationDateTime"])
def test_C30_the_reader_stops_as_the_tool_does(tmp_path: Path, lost: str) -> None:
    """Where this passes no more, the reader above proves nothing."""
    with zipfile.ZipFile(io.BytesIO(formats.write(material())["project.qdpx"])) as inside:
        files = {name: inside.read(name) for name in inside.namelist()}
    root = ElementTree.fromstring(files["project.qde"])
    for one in root.iter():
        one.attrib.pop(lost, None)
    with zipfile.ZipFile(tmp_path / "project.qdpx", "w") as made:
        for name, content in {**files, "project.qde": ElementTree.tostring(root)}.items():
            made.writestr(name, content)
    with pytest.raises(KeyError):
        open_project(tmp_path / "project.qdpx", tmp_path / "opened")
