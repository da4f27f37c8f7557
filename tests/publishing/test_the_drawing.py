"""The process drawn: the same as the list, and no arrow through a box."""

import re
from html import unescape

import pytest
from table import Group
from wcwidth import width

from footpath.method.outline import outline
from footpath.publishing.drawing import drawing

Box = tuple[float, float, float, float]


def drawn(group: Group) -> str:
    """The whole drawing, without its pieces for paper."""
    made = outline(group.chart)
    return drawing(group.chart, made.elements, made.lanes).split("</svg>")[0]


def steps(group: Group, *lanes: str, text: str = "Do what was agreed with whoever asked for it") -> list[int]:
    """A step in each of these lanes, in order."""
    return [group.do(group.kit, "AddElement", kind="activity", text=text, lane=lane) for lane in lanes]


def boxes(svg: str) -> list[Box]:
    """Left, top, right and bottom of every box."""
    found = re.findall(r'<rect class="shape \w+" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    return [(float(x), float(y), float(x) + float(w), float(y) + float(h)) for x, y, w, h in found]


def runs(svg: str) -> list[Box]:
    """Every straight run of every arrow."""
    found: list[Box] = []
    for path in re.findall(r'class="flow" d="([^"]+)"', svg):
        x = y = 0.0
        for kind, numbers in re.findall(r"([MHV])([-\d. ]+)", path):
            to = [float(number) for number in numbers.split()]
            was = (x, y)
            x, y = (to[0], to[1]) if kind == "M" else (to[0], y) if kind == "H" else (x, to[0])
            if kind != "M":
                found.append((min(was[0], x), min(was[1], y), max(was[0], x), max(was[1], y)))
    return found


@pytest.mark.parametrize("lanes", ["AAAA", "ABAB", "ABCDEFG", "GFEDCBA", "AABBCCAAB"])
def test_P3_no_arrow_of_the_drawing_crosses_a_box(lanes: str) -> None:
    group = Group()
    ids = steps(group, *lanes)
    ways = [{"label": "again", "to": ids[0]}, {"label": "far", "to": ids[-1]}, {"label": "next", "to": ids[2]}]
    group.do(group.kit, "ArrangeElement", about=ids[1], kind="activity", lane=lanes[1], stage="", branches=ways)
    svg = drawn(group)
    inside = [
        (run, box)
        for run in runs(svg)
        for box in boxes(svg)
        if run[0] < box[2] - 1 and run[2] > box[0] + 1 and run[1] < box[3] - 1 and run[3] > box[1] + 1
    ]
    assert len(boxes(svg)) == len(lanes)
    assert inside == []


def test_P3_the_drawing_holds_every_step_lane_and_way_of_the_list() -> None:
    group = Group()
    ids = steps(group, "Finance", "Members", text="Pay")
    ways = [{"label": "yes", "to": ids[0]}, {"label": "no", "to": None}]
    group.do(group.kit, "ArrangeElement", about=ids[1], kind="decision", lane="Members", stage="", branches=ways)
    svg = drawn(group)
    assert [f'href="#thread-{id}"' in svg for id in ids] == [True, True]
    assert all(f">{words}</t" in svg for words in ("Finance", "Members", "yes", "1 Pay", "2 Pay"))
    assert svg.count('marker-end="url(#tip-whole)"') == 1
    assert "Left open: no" in svg


def test_P3_words_in_the_drawing_are_no_markup() -> None:
    group = Group()
    steps(group, "<i>", text="<script>")
    assert "<script>" not in drawn(group)
    assert "&lt;script&gt;" in drawn(group)


def test_P3_a_long_word_stays_in_its_box() -> None:
    group = Group()
    steps(group, "A", text="x" * 500)
    lines = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn(group))
    assert max(len(line) for line in lines) <= 17


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
def test_P3_text_is_measured_as_it_is_drawn(text: str) -> None:
    group = Group()
    steps(group, "A", text=text)
    lines = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn(group))
    assert all(width(unescape(line)) <= 17 for line in lines)
    assert not any(line.startswith(("\u0301", "\u200d")) or line.endswith("\u200d") for line in lines)
    assert max(width(unescape(line)) for line in lines) >= 14, "and the room is used"
