"""Whatever the group said of its ways, every output of one record says that, and no
order draws an arrow.
"""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from histories import Monkey
from table import Group
from test_the_drawing import drawn, steps

from footpath.method import COMMANDS
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.outline import outline
from footpath.method.lines.way_words import loosely_said, way_said
from footpath.method.things.things import Element
from footpath.method.wire.thing_views import BranchView
from footpath.publishing.markdown import markdown
from footpath.publishing.numbered_lines import lines_of

MAPPING = (
    "AddElement",
    "SayWays",
    "ArrangeElement",
    "Reorder",
    "Delete",
    "BringBack",
    "Undo",
    "WriteNote",
    "Reword",
)

SENTENCES = Path(__file__).parents[2] / "frontend/tests/parts/ways_said.json"
UNSAID = "All of these, or one?"
Told = dict[int, tuple[str | None, list[tuple[str, str]]]]
"""By an element's place: which of several ways are taken, and each way's name
and where it leads.
"""


def history(seed: int) -> Group:
    """A group that maps a process at random."""
    commands = [command for command in COMMANDS if command.__name__ in MAPPING]
    saying = [one for one in commands if one.__name__ in ("AddElement", "SayWays")]
    return Monkey(seed, 80, [*commands, *saying, *saying, *saying]).group


def stored(group: Group) -> Told:
    """What is stored, from the things themselves: a way to what was taken off is open."""
    elements = outline(group.chart).elements
    place = {one.id: f"P{n}" for n, one in enumerate(elements, start=1)}
    return {
        n: (_fork(one), [_way(way, place) for way in one.branches])
        for n, one in enumerate(elements, start=1)
    }


def _fork(one: Element) -> str | None:
    named = {"all": "All of these:", "one": "One of these:"}
    unsaid = UNSAID if one.kind != "decision" else None
    return (named[one.fork] if one.fork else unsaid) if len(one.branches) > 1 else None


def _way(way: object, place: dict[int, str]) -> tuple[str, str]:
    label, to, ends = way.label, way.to, way.ends  # type: ignore[attr-defined]
    return (label.shown if label else "", "ends" if ends else place.get(to or 0, "open"))


def received(group: Group) -> Told:
    """The same from what browsers receive."""
    sheet = group.view("everyone", "sheet", "process")
    seen = [group.view("everyone", "elements", id) for id in sheet.elements]
    place = {id: f"P{n}" for n, id in enumerate(sheet.elements, start=1)}
    return {
        n: (one.fork_said or None, [_way_seen(way, place) for way in one.branches])
        for n, one in enumerate(seen, 1)
    }


def _way_seen(way: BranchView, place: dict[int, str]) -> tuple[str, str]:
    return (way.label or "", "ends" if way.ends else "open" if way.to is None else place[way.to])


def _read(lines: list[str]) -> tuple[str | None, list[tuple[str, str]]]:
    fork, ways = None, list[tuple[str, str]]()
    for line in lines:
        if line.endswith(("these:", UNSAID)):
            fork = line
        elif line in ("Ends here", "Left open"):
            ways.append(("", line.split()[0 if line == "Ends here" else 1].lower()))
        elif " → " in line:
            label, where = line.rsplit(" → ", 1)
            named = {"ends here": "ends", "left open": "open"}.get(where, where)
            ways.append(("" if label == "then" else label, named))
    return fork, ways


def listed(group: Group) -> Told:
    """The same from the list of the outline."""
    process = dict(lines_of(group.chart, outline(group.chart), Edition.EVERYONE))["Process"]
    return {n: _read([one.text for one in line.details]) for n, line in enumerate(process, start=1)}


def written(group: Group) -> Told:
    """The same from the Markdown."""
    process = markdown(group.chart, Edition.EVERYONE).split("## Process\n")[1].split("\n## ")[0]
    parts = re.split(r"^- \*\*P\d+\*\* ", process, flags=re.MULTILINE)[1:]
    under = [[line.strip().removeprefix("- ") for line in part.splitlines()[1:]] for part in parts]
    return {n: _read(lines) for n, lines in enumerate(under, start=1)}


@pytest.mark.parametrize("seed", range(12))
def test_P3a_browsers_list_and_markdown_say_the_same_ways(seed: int) -> None:
    group = history(seed)
    assert received(group) == listed(group) == written(group) == stored(group)


def test_P3a_a_way_is_said_in_the_same_words_wherever_it_is_read() -> None:
    """The room's own test reads the same sentences."""
    for said in json.loads(SENTENCES.read_text(encoding="utf-8")):
        way = BranchView(**said["way"])
        assert way_said(way, {2: "2"}) == said["said"]
        assert "short" not in said or loosely_said(way) == said["short"]


def test_P1d_a_way_is_open_to_browsers_while_its_step_is_off_and_leads_there_again_after() -> None:
    group = Group()
    one, two = steps(group, *"AB")
    group.do(group.kit, "SayWays", about=one, ways=[{"to": two}])
    told = [way.to for way in group.view("everyone", "elements", one).branches]
    group.do(group.kit, "Delete", about=two)
    told += [way.to for way in group.view("everyone", "elements", one).branches]
    group.do(group.kit, "BringBack", about=two)
    assert [*told, *(way.to for way in group.view("everyone", "elements", one).branches)] == [
        two,
        None,
        two,
    ]


def test_P3a_the_histories_say_ways_of_every_kind() -> None:
    told = [one for seed in range(12) for one in stored(history(seed)).values()]
    assert {fork for fork, _ in told} >= {None, "All of these:", "One of these:"}
    assert {where[:1] for _, ways in told for _, where in ways} == {"P", "e", "o"}


@pytest.mark.parametrize("seed", range(12))
def test_P3a_the_drawing_has_an_arrow_for_each_way_to_a_step_and_no_other(seed: int) -> None:
    group = history(seed)
    svg, ways = drawn(group), [way for _, told in stored(group).values() for way in told]
    going = [label for label, where in ways if where.startswith("P")]
    assert svg.count('class="flow"') == len(going)
    assert svg.count('class="way"') == sum(label != "" for label in going)
    said = unescape(re.sub(r"</tspan><tspan[^>]*>|<[^>]+>", " ", svg))
    assert said.count("Ends here") == sum(where == "ends" for _, where in ways)
    assert said.count("Left open") == sum(where == "open" for _, where in ways)


def test_P1c_an_order_without_ways_draws_no_arrow_and_says_so_in_one_sentence() -> None:
    group = Group()
    steps(group, *"ABAB")
    assert 'class="flow"' not in drawn(group)
    assert "nobody has said yet which leads on to which" in markdown(group.chart, Edition.EVERYONE)


def test_P1e_where_some_ways_are_said_the_others_are_named_as_open() -> None:
    group = Group()
    first, second, *_ = steps(group, *"ABC")
    group.do(group.fay, "SayWays", about=first, ways=[{"to": second}])
    assert "Nobody has said yet what comes after P2 and P3." in markdown(
        group.chart, Edition.EVERYONE
    )
    group.do(group.fay, "SayWays", about=second, ways=[{"ends": True}])
    assert "Nobody has said yet what comes after P3." in markdown(group.chart, Edition.EVERYONE)
