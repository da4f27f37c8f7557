"""The process drawn for the outline: the same as the list, at the places that room
and wall have too.
"""

import re
from html import unescape
from itertools import pairwise

import pytest
from table import Group
from wcwidth import width

from footpath.method.layout import MOST
from footpath.method.layout.units import LETTER, WIDE
from footpath.method.lines.outline import outline
from footpath.method.words.words import MOST_NAMES
from footpath.publishing.drawing import HEAD, NAMES, PAGE, drawing


def drawings(group: Group) -> dict[str, str]:
    """The names of the lanes, the whole, and the pieces for paper, each by its class."""
    made = outline(group.chart)
    found: dict[str, str] = {}
    for svg in drawing(group.chart, made.elements, made.lanes).split('<svg class="drawing ')[1:]:
        name = svg.partition('"')[0]
        found[f"{name}{len(found)}" if name == "piece" else name] = svg
    return found


def drawn(group: Group) -> str:
    """The whole drawing, without its pieces for paper."""
    return drawings(group)["whole"]


def pieces(group: Group) -> list[str]:
    """What is printed."""
    return [svg for name, svg in drawings(group).items() if name.startswith("piece")]


def steps(
    group: Group, *lanes: str, text: str = "Do what was agreed with whoever asked for it"
) -> list[int]:
    """A step in each of these lanes, in order."""
    return [
        group.do(group.kit, "AddElement", kind="activity", text=text, lane=lane) for lane in lanes
    ]


def places(svg: str) -> set[tuple[int, int]]:
    """The left upper corner of every box."""
    return {
        (int(x), int(y)) for x, y in re.findall(r'<rect class="shape \w+" x="(\d+)" y="(\d+)"', svg)
    }


def routes(svg: str) -> list[list[tuple[int, int]]]:
    """The corners of every arrow."""
    paths = re.findall(r'class="flow" d="M([^"]+)"', svg)
    return [
        [(int(x), int(y)) for x, y in (point.split() for point in path.split(" L"))]
        for path in paths
    ]


@pytest.mark.parametrize("lanes", ["AAAA", "ABAB", "ABCDEFG", "GFEDCBA", "AABBCCAAB"])
def test_P3b_the_outline_draws_every_box_and_way_where_room_and_wall_do(lanes: str) -> None:
    group = Group()
    ids = steps(group, *lanes)
    ways = [
        {"label": "again", "to": ids[0]},
        {"label": "far", "to": ids[-1]},
        {"label": "next", "to": ids[2]},
    ]
    group.do(group.kit, "SayWays", about=ids[1], ways=ways)
    told, svg = group.view("everyone", "sheet", "drawing"), drawn(group)
    assert places(svg) == {(box.x, box.y) for box in told.boxes}
    assert routes(svg) == [
        list(zip(way.points[::2], way.points[1::2], strict=True)) for way in told.ways
    ]


def test_P3a_the_drawing_holds_every_step_lane_and_way_of_the_list() -> None:
    group = Group()
    ids = steps(group, "Finance", "Members", text="Pay")
    ways = [{"label": "yes", "to": ids[0]}, {"label": "no", "to": None}]
    group.do(
        group.kit,
        "ArrangeElement",
        about=ids[1],
        kind="decision",
        lane="Members",
        stage="",
        branches=ways,
    )
    names, svg = drawings(group)["names"], drawn(group)
    assert [f'href="#thread-{id}"' in svg for id in ids] == [True, True]
    assert all(f">{words}</t" in names for words in ("Finance", "Members"))
    assert all(f">{words}</t" in svg for words in ("yes", "1 Pay", "2 Pay"))
    assert svg.count('marker-end="url(#tip-whole)"') == 1
    assert "Left open: no" in svg


def test_L5j_words_in_the_drawing_are_no_markup() -> None:
    group = Group()
    steps(group, "<i>", text="<script>")
    whole = "".join(drawings(group).values())
    assert "<script>" not in whole and "<i>" not in whole
    assert "&lt;script&gt;" in drawn(group)


def test_P3c_a_long_word_stays_in_its_box() -> None:
    group = Group()
    steps(group, "A", text="x" * 500)
    assert max(len(line) for line in _lines(group)) * LETTER <= WIDE


@pytest.mark.parametrize(
    "text",
    [
        "払い戻しは七日のうちに行い、遅れるときは必ず知らせる。" * 9,
        "👩‍👩‍👧‍👦" * 40,
        "e\u0301" * 60,
        "x" * 500,
        "ＷＩＤＥ" * 30,
    ],
)
def test_P3c_text_is_measured_as_it_is_drawn(text: str) -> None:
    group = Group()
    steps(group, "A", text=text)
    lines = _lines(group)
    assert all(width(line) * LETTER <= WIDE for line in lines)
    assert not any(
        line.startswith(("\u0301", "\u200d")) or line.endswith("\u200d") for line in lines
    )
    assert max(width(line) for line in lines) >= 14, "and the room is used"


def _lines(group: Group) -> list[str]:
    return [unescape(line) for line in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn(group))]


def test_P3b_on_paper_every_piece_has_the_names_of_its_lanes_and_every_box_stands_in_one() -> None:
    group = Group()
    ids = steps(group, *"AB" * 12)
    for one, other in pairwise(ids):
        group.do(group.kit, "SayWays", about=one, ways=[{"to": other}])
    printed = pieces(group)
    assert len(printed) > 1
    assert all(">A</tspan>" in svg and ">B</tspan>" in svg for svg in printed)
    links = [re.findall(r'href="#thread-(\d+)"', svg) for svg in printed]
    assert sorted(int(id) for found in links for id in found) == ids


def test_P3b_on_paper_no_piece_is_larger_than_a_page_and_all_are_of_one_size() -> None:
    group = Group()
    steps(group, *"ABCDEFGHIJKLMNO" * 2)
    sizes = [re.search(r'viewBox="-?\d+ -?\d+ (\d+) (\d+)"', svg) for svg in pieces(group)]
    found = [(int(size[1]), int(size[2])) for size in sizes if size is not None]
    assert len(found) > 1
    assert {wide for wide, _ in found} == {PAGE[0] + NAMES} and max(
        high for _, high in found
    ) <= PAGE[1] + HEAD


def test_P3b_a_drawing_says_what_it_is_and_which_part() -> None:
    group = Group()
    steps(group, *"AB" * 30)
    labels = re.findall(r'aria-label="([^"]*)"', "".join(drawings(group).values()))
    assert labels[0] == "The process as a drawing; the list below says the same in words"
    assert labels[1].startswith("The process as a drawing, part 1 of ")


def test_P3e_a_process_that_is_too_large_to_be_drawn_says_so_and_is_a_list() -> None:
    group = Group()
    many = [{"label": str(n), "ends": True} for n in range(MOST_NAMES)]
    for step in steps(group, *["A"] * (MOST // MOST_NAMES)):
        group.do(group.kit, "SayWays", about=step, ways=many)
    made = outline(group.chart)
    assert drawing(group.chart, made.elements, made.lanes) == (
        "<p>This process is too large to be drawn. Its list says all of it.</p>"
    )
    told = group.view("everyone", "sheet", "drawing")
    assert (told.too_large, told.boxes, told.ways, len(told.lanes), len(told.stages)) == (
        True,
        (),
        (),
        1,
        1,
    )
