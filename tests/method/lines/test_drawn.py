"""The drawing of the process as it is sent: with the process, when it changed, and
with no word of it.
"""

import msgspec
import pytest
from table import Group

from footpath.method.layout import lay_out
from footpath.method.layout.parts import DrawingView
from footpath.method.lines.drawn import columns


def steps(group: Group, *lanes: str, stage: str = "") -> list[int]:
    """A step in each of these lanes, in order."""
    return [
        group.do(group.kit, "AddElement", kind="activity", text="Pay", lane=one, stage=stage)
        for one in lanes
    ]


def told(group: Group) -> DrawingView | None:
    """The drawing that everybody was just told, if they were."""
    change = group.told.get("everyone")
    return change.put.get("sheet", {}).get("drawing") if change is not None else None


def test_P3b_elements_of_which_nobody_said_who_stand_in_a_lane_of_their_own_the_last() -> None:
    group = Group()
    first, second = steps(group, "", "Member")
    assert [lane.of for lane in group.view("everyone", "sheet", "drawing").lanes] == [second, first]


def test_P3d_a_step_that_is_added_to_an_earlier_stage_stands_in_it() -> None:
    group = Group()
    first, other, late = (
        steps(group, "A", stage=stage)[0] for stage in ("Asking", "Paying", "Asking")
    )
    drawing = group.view("everyone", "sheet", "drawing")
    left = {box.id: box.x for box in drawing.boxes}
    assert [stage.of for stage in drawing.stages] == [first, other]
    assert left[first] < left[late] < left[other]


def test_P3b_the_drawing_is_told_when_it_changed_and_not_otherwise() -> None:
    group = Group()
    one, two = steps(group, "A", "B")
    note = group.note(group.sam)
    group.do(group.kit, "SayWays", about=one, ways=[{"to": two}])
    assert told(group) is not None
    group.do(group.kit, "Reword", about=one, text="Pay at once", version=2)
    assert told(group) is None
    group.do(group.sam, "Delete", about=note)
    assert told(group) is None
    group.do(group.kit, "Delete", about=two)
    assert told(group) is not None


def test_P3b_one_change_lays_out_once_however_many_see_it() -> None:
    group = Group()
    one, two = steps(group, "A", "B")
    before = lay_out.cache_info().misses
    group.do(group.kit, "SayWays", about=one, ways=[{"label": "only once", "to": two}])
    assert lay_out.cache_info().misses == before + 1


def test_P3b_the_drawing_holds_no_word_of_the_group() -> None:
    group = Group()
    one, two = (
        group.do(
            group.kit,
            "AddElement",
            kind="activity",
            text=f"Secret{n}",
            lane=f"Secret{n}",
            stage="Secret",
        )
        for n in range(2)
    )
    group.do(
        group.kit,
        "SayWays",
        about=one,
        ways=[{"label": "Secret", "to": two}, {"label": "Secret", "ends": True}],
    )
    assert b"Secret" not in msgspec.json.encode(group.view("everyone", "sheet", "drawing"))


def test_P3b_a_process_without_elements_has_no_drawing() -> None:
    group = Group()
    (one,) = steps(group, "A")
    group.do(group.kit, "Delete", about=one)
    assert "drawing" not in group.sight.whole("everyone")["sheet"]


@pytest.mark.parametrize(
    ("label", "wide"),
    [("refund", 6), ("払い戻し", 8), ("e\u0301te\u0301", 3), ("👩‍👩‍👧‍👦", 2), ("한국", 4)],
)
def test_P3c_a_label_is_measured_as_it_is_drawn(label: str, wide: int) -> None:
    assert columns(label) == wide
