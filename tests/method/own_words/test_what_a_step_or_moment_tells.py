"""What is said of a step or a moment counts while all that it tells stands,
beside its wording too.
"""

from typing import Any

import pytest
from table import Group


@pytest.fixture
def group() -> Group:
    return Group()


def meant(group: Group) -> tuple[int, int]:
    """A step that answers Sam's moment, of which Sam said that it is what they
    meant; and the moment.
    """
    moment = group.moment(group.story())
    step = group.do(
        group.fay,
        "AddElement",
        kind="activity",
        text="We let them speak",
        lane="Finance",
        answers=[moment],
    )
    group.do(group.sam, "AnswerLine", about=step, answer="meant")
    return step, moment


def lived_through(group: Group) -> int:
    """A moment of Sam's that Tess lived through too."""
    story = group.story(lanes=["Office"])
    moment = group.moment(story)
    group.do(group.sam, "EndTellersTurn", experience=story)
    group.do(group.tess, "HadThatToo", about=moment)
    return moment


STEP: dict[str, Any] = {"kind": "activity", "lane": "Finance", "stage": ""}
OTHERWISE: dict[str, dict[str, Any]] = {
    "kind": {"kind": "control"},
    "stage": {"stage": "Punishment"},
    "name of a way": {"branches": [{"label": "whoever complains is dismissed", "ends": True}]},
    "way to a step": {},
    "end": {"branches": [{"ends": True}]},
    "paper": {"inputs": ["The list of those who complained"]},
}


@pytest.mark.parametrize("what", OTHERWISE)
def test_O6e_nor_do_they_mean_what_else_a_step_shows_when_that_was_changed(
    group: Group, what: str
) -> None:
    line, moment = meant(group)
    other = group.do(group.fay, "AddElement", kind="activity", text="They are dismissed")
    fields: dict[str, Any] = STEP | OTHERWISE[what]
    if what == "way to a step":
        fields = fields | {"branches": [{"to": other}]}
    group.do(group.fay, "ArrangeElement", about=line, **fields)
    assert group.view("everyone", "elements", line).meant == ()
    group.do(group.fay, "ArrangeElement", about=line, **STEP)
    assert group.view("everyone", "elements", line).meant == (moment,)


def test_O6e_nor_do_they_mean_ways_that_were_said_afterwards(group: Group) -> None:
    line, moment = meant(group)
    group.do(
        group.fay,
        "SayWays",
        about=line,
        ways=[{"label": "whoever complains is dismissed", "ends": True}],
    )
    assert group.view("everyone", "elements", line).meant == ()
    group.do(group.fay, "Undo")
    assert group.view("everyone", "elements", line).meant == (moment,)


def test_O6e_whether_all_ways_are_taken_or_one_is_read_with_them(group: Group) -> None:
    line, _ = meant(group)
    ways = [{"label": "paid", "ends": True}, {"label": "late", "ends": True}]
    group.do(group.fay, "SayWays", about=line, ways=ways, fork="one")
    group.do(group.sam, "AnswerLine", about=line, answer="meant")
    group.do(group.fay, "SayWays", about=line, ways=ways, fork="all")
    assert group.view("everyone", "elements", line).meant == ()


def test_O6e_a_name_that_is_masked_in_a_way_leaves_what_they_meant(group: Group) -> None:
    line, moment = meant(group)
    group.do(group.fay, "SayWays", about=line, ways=[{"label": "Huxley pays", "ends": True}])
    group.do(group.sam, "AnswerLine", about=line, answer="meant")
    group.do(group.fay, "MaskWords", about=line, passage="Huxley")
    assert group.view("everyone", "elements", line).meant == (moment,)


TOLD: dict[str, dict[str, Any]] = {
    "quote": {"quote": "I took it from the till"},
    "who": {"who": ["Huxley"]},
    "used": {"used": ["the till"]},
    "feeling": {"feeling": 2},
    "feeling in words": {"feeling_words": "glad of it"},
    "inferred": {"inferred": True},
}


@pytest.mark.parametrize("what", TOLD)
def test_E7_nor_through_what_a_moment_tells_beside_its_words_when_that_was_changed(
    group: Group, what: str
) -> None:
    moment = lived_through(group)
    group.do(group.sam, "ArrangeMoment", about=moment, lane="", stage="", **TOLD[what])
    assert group.view("everyone", "moments", moment).had_too == 0


def test_E7_where_a_moment_stands_on_the_map_is_no_part_of_what_was_lived_through(
    group: Group,
) -> None:
    moment = lived_through(group)
    group.do(group.sam, "ArrangeMoment", about=moment, lane="Office", stage="")
    assert group.view("everyone", "moments", moment).had_too == 1


def test_E7_a_moment_that_its_author_has_again_as_they_left_it_brings_back_who_had_that_too(
    group: Group,
) -> None:
    moment = lived_through(group)
    for quote in ("I took it", "I took it all"):
        group.do(
            group.kit,
            "ArrangeMoment",
            about=moment,
            lane="",
            stage="",
            quote=quote,
            at_request=True,
        )
    assert group.view("everyone", "moments", moment).had_too == 0
    group.do(group.sam, "UndoRewording", about=moment)
    assert group.view("everyone", "moments", moment).had_too == 1


@pytest.mark.parametrize("what", TOLD)
def test_E6a_a_moment_that_tells_something_else_waits_for_the_teller_again(
    group: Group, what: str
) -> None:
    moment = group.moment(group.story(lanes=["Office"]), group.tess)
    group.do(group.sam, "AcceptMoment", about=moment, accept=True)
    group.do(group.tess, "ArrangeMoment", about=moment, lane="Office", stage="")
    assert group.view("everyone", "moments", moment).accepted
    group.do(group.tess, "ArrangeMoment", about=moment, lane="", stage="", **TOLD[what])
    assert not group.view("everyone", "moments", moment).accepted
