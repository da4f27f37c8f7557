"""The layout of the process: boxes stand free, ways run at right angles through no box, labels
begin with their way.
"""

from itertools import combinations, pairwise

from drawn_processes import (
    Area,
    _with,
    boxes,
    corners,
    every,
    labels,
    laid_out,
    meet,
    process_of,
    runs,
    steps,
    words,
)

from footpath.method.layout import MOST, lay_out
from footpath.method.layout.parts import Part
from footpath.method.layout.units import HIGH, LABEL, TRACK, WIDE


@every
def test_P3c_no_two_boxes_lie_on_each_other_nor_on_words_beneath_one(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    areas = [*boxes(drawing).values(), *words(drawing)]
    assert len(drawing.boxes) == len(parts)
    assert [pair for pair in combinations(areas, 2) if meet(*pair)] == []


@every
def test_P3c_no_way_runs_through_a_box_or_through_words_beneath_one(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    crossed = [
        (way.of, way.to, id)
        for way in drawing.ways
        for id, (left, top, right, bottom) in boxes(drawing).items()
        for run in runs(way)
        if meet(
            run,
            (
                left + (edge := 36 if id in (way.of, way.to) else 1),
                top + 1,
                right - edge,
                bottom - 1,
            ),
        )
    ]
    assert crossed == []
    assert [
        (way.of, one)
        for way in drawing.ways
        for run in runs(way)
        for one in words(drawing)
        if meet(run, one)
    ] == []


@every
def test_P3c_every_way_is_drawn_from_its_element_to_the_one_that_it_goes_to(
    parts: list[Part],
) -> None:
    drawing = laid_out(parts)
    assert [(way.of, way.way, way.to) for way in drawing.ways] == [
        (part.id, lead.way, lead.to) for part in parts for lead in part.leads
    ]
    at = boxes(drawing)
    for way in drawing.ways:
        (x, y), (left, top, right, bottom) = corners(way)[-1], at[way.to]
        assert (left <= x <= left + 36 and top <= y <= bottom) or (
            left <= x <= right and y in (top, bottom)
        )


@every
def test_P3c_ways_turn_at_right_angles_alone(parts: list[Part]) -> None:
    for way in laid_out(parts).ways:
        assert all(a == x or b == y for (a, b), (x, y) in pairwise(corners(way)))


@every
def test_P3c_two_ways_lie_on_each_other_nowhere_but_where_they_arrive(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    pieces = [
        (way, run)
        for way in drawing.ways
        for run in runs(way)[: -1 if len(way.points) > 4 else None]
    ]
    lying = [
        (one.of, one.to, other.of, other.to, run)
        for (one, run), (other, beside) in combinations(pieces, 2)
        if one is not other and _lie_on_each_other(run, beside) and not _is_stem(run, beside)
    ]
    assert lying == []


def _lie_on_each_other(one: Area, other: Area) -> bool:
    for across, down in ((0, 1), (1, 0)):
        if one[across] == one[across + 2] == other[across] == other[across + 2]:
            return one[down] < other[down + 2] and other[down] < one[down + 2]
    return False


def _is_stem(one: Area, other: Area) -> bool:
    """Ways that find no room at the side of their box come down one stem."""
    return one[:2] == other[:2] and one[0] == one[2]


@every
def test_P3c_every_label_stands_at_the_start_of_its_way_and_on_nothing_else(
    parts: list[Part],
) -> None:
    drawing = laid_out(parts)
    areas = labels(drawing)
    solid = [*boxes(drawing).values(), *words(drawing)]
    assert [area for area in areas.values() for other in solid if meet(area, other)] == []
    assert [pair for pair in combinations(areas.values(), 2) if meet(*pair)] == []
    ways = [(other, run) for other in drawing.ways for run in runs(other)]
    crossed = [
        (way, other) for way, area in areas.items() for other, run in ways if meet(area, run)
    ]
    assert [(way.of, way.way, other.of, other.way) for way, other in crossed] == []
    assert all(min(_apart(area, run) for run in runs(way)[:2]) <= 6 for way, area in areas.items())


def _apart(one: Area, other: Area) -> int:
    return max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])


@every
def test_P3c_everything_stands_within_the_drawing(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    areas = [*boxes(drawing).values(), *words(drawing), *labels(drawing).values()]
    areas += [run for way in drawing.ways for run in runs(way)]
    assert all(
        min(one) >= 0 and one[2] <= drawing.width and one[3] <= drawing.height for one in areas
    )


@every
def test_P3c_every_element_stands_in_its_lane_and_stage(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    at, by_id = boxes(drawing), {part.id: part for part in parts}
    for part in parts:
        lane, stage = drawing.lanes[part.lane], drawing.stages[part.stage]
        left, top, right, bottom = at[part.id]
        assert lane.at <= top and bottom <= lane.at + lane.size
        assert stage.at <= left and right <= stage.at + stage.size
        assert by_id[lane.of].lane == part.lane and by_id[stage.of].stage == part.stage


@every
def test_P3c_all_ways_that_are_taken_together_leave_through_one_bar(parts: list[Part]) -> None:
    drawing = laid_out(parts)
    bars = {bar.of: bar for bar in drawing.bars}
    assert set(bars) == {part.id for part in parts if part.together and part.leads}
    for way in drawing.ways:
        if (bar := bars.get(way.of)) is not None:
            through = [
                (a, x, b) for (a, b), (x, y) in pairwise(corners(way)) if b == y and a <= bar.x <= x
            ]
            assert any(bar.top <= y <= bar.bottom for _, _, y in through)


def test_P1b_an_element_may_go_back_to_itself_to_an_earlier_one_and_twice_to_the_same() -> None:
    drawing = laid_out(steps(0, 0, of_2=[(1, 1), (2, 1), (2, 1)]))
    assert len({way.points for way in drawing.ways}) == 3


def test_P1c_the_order_draws_nothing() -> None:
    assert laid_out(steps(0, 1, 0, 1)).ways == ()


def test_P3c_a_way_to_itself_goes_round_its_own_box() -> None:
    drawing = laid_out(steps(0, 1, 0, of_1=[(1, 0)], of_2=[(2, 4)], of_3=[(3, 0)]))
    for way in drawing.ways:
        left, top, right, _ = boxes(drawing)[way.of]
        across, down = [x for x, _ in corners(way)], [y for _, y in corners(way)]
        assert min(down) < top and max(across) > right and left < corners(way)[-1][0] < right


def test_P3c_a_long_name_on_a_short_way_stands_between_the_boxes_in_two_lines() -> None:
    drawing = laid_out(steps(0, 0, of_1=[(2, 24)]))
    label = drawing.ways[0].label
    assert label is not None and (label.lines, label.width) == (2, LABEL)


def test_P3c_what_leads_along_a_lane_or_a_column_runs_straight() -> None:
    level, upright = laid_out(steps(0, 0, of_1=[(2, 0)])), laid_out(steps(0, 1, of_1=[(2, 3)]))
    assert [len(corners(way)) for way in (*level.ways, *upright.ways)] == [2, 2]


def test_P3c_both_ends_of_a_fork_stand_in_one_column() -> None:
    first, *others = steps(1, 2, 0, of_1=[(2, 0), (3, 0)])
    fork, *ends = laid_out([_with(first, together=True), *others]).boxes
    assert ends[0].x == ends[1].x > fork.x


def test_P3d_a_stage_that_comes_back_in_the_order_is_drawn_once() -> None:
    parts = [
        _with(part, stage=stage) for part, stage in zip(steps(0, 0, 0), (0, 1, 0), strict=True)
    ]
    drawing = laid_out(parts)
    assert [stage.of for stage in drawing.stages] == [1, 2]
    assert drawing.boxes[0].x < drawing.boxes[2].x < drawing.boxes[1].x


def test_P3c_twenty_five_elements_in_seven_lanes_are_no_wider_than_a_laptop_shows_at_a_glance() -> (
    None
):
    """At 1280 × 800 some 1090 × 400 are left for them, of which a box's number and two
    words need 45 × 28.
    """
    parts = [_with(part, lane=at * 3 % 7, stage=at // 5) for at, part in enumerate(process_of(25))]
    drawing = laid_out(parts)
    assert 1090 / drawing.width * WIDE > 45 and 400 / drawing.height * HIGH > 28


def test_L2g_however_the_ways_of_the_largest_drawing_lie_they_need_room_for_themselves_alone() -> (
    None
):
    ways = {f"of_{at}": [(1 + at * 7 % 25, 40)] * (MOST // 25 - 1) for at in range(1, 26)}
    drawing = laid_out(steps(*([0] * 25), **ways))
    assert len(drawing.ways) == 25 * (MOST // 25 - 1)
    assert drawing.width < 25 * (WIDE + LABEL + 100) + 2 * len(drawing.ways) * TRACK


def test_P3b_the_same_is_laid_out_once() -> None:
    parts = tuple(process_of(23))
    assert lay_out(parts) is lay_out(tuple(process_of(23)))
