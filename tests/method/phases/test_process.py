"""Ideal process: elements, their reasons, their order."""

import pytest
from table import Group, refused

from footpath.method.lines.outline import outline


def element(group: Group, text: str = "Pay within 14 days", **fields: object) -> int:
    return group.do(group.kit, "AddElement", **{"kind": "activity", "text": text, **fields})


@pytest.mark.parametrize("kind", ["activity", "document", "wait", "exception", "control", "end"])
def test_P1a_an_element_stands_in_a_lane_and_a_stage(kind: str) -> None:
    group = Group()
    id = element(group, kind=kind, lane="Finance", stage="Paying")
    process = group.view("everyone", "sheet", "process")
    assert (process.elements, process.lanes, process.stages) == ((id,), ("Finance",), ("Paying",))


def test_P1a_a_decision_has_two_or_more_named_branches() -> None:
    group = Group()
    with refused("A decision needs at least two branches"):
        element(group, kind="decision", branches=[{"label": "yes"}])
    assert element(group, kind="decision", branches=[{"label": "yes"}, {"label": "no"}])


def test_P1b_flows_may_loop_and_lead_back() -> None:
    group = Group()
    first = element(group)
    second = element(
        group, kind="decision", branches=[{"label": "again", "to": first}, {"label": "done"}]
    )
    ways = [{"to": second}]
    group.do(
        group.kit, "ArrangeElement", about=first, kind="activity", lane="", stage="", branches=ways
    )
    assert group.view("everyone", "elements", first).branches[0].to == second


def test_P2_an_element_cites_what_it_answers_and_serves() -> None:
    group = Group()
    note = group.note(group.sam)
    aim = group.do(group.fay, "AddAim", text="Fair pay", rests_on=[note])
    id = element(group, answers=[note], serves=[aim])
    assert group.view("everyone", "notes", note).answered_by == (id,)
    assert group.view("everyone", "aims", aim).served_by == (id,)


def test_P2_a_thread_can_be_tied_and_untied() -> None:
    group = Group()
    note, id = group.note(group.sam), element(group)
    group.do(group.kit, "TieThread", about=id, answers=[note])
    group.do(group.kit, "TieThread", about=id, answers=[note], untie=True)
    assert group.view("everyone", "notes", note).answered_by == ()


def test_P2_answered_means_cited_by_an_element_directly() -> None:
    group = Group()
    note = group.note(group.sam)
    value = group.do(group.sam, "AddValue", name="Prompt", heard_in=[note])
    element(group, answers=[value])
    assert group.view("everyone", "notes", note).answered_by == ()


def test_P3a_list_lanes_and_outline_say_the_same() -> None:
    group = Group()
    ids = [element(group, f"step {n}", lane=f"lane {n % 2}") for n in range(4)]
    made = outline(group.chart)
    assert (
        [one.id for one in made.elements]
        == list(group.view("everyone", "sheet", "process").elements)
        == ids
    )


def test_P5_an_element_is_reordered_deleted_and_brought_back() -> None:
    group = Group()
    first, second = element(group), element(group, "Then this")
    group.do(group.kit, "Reorder", about=second, before=first)
    group.do(group.kit, "Delete", about=first)
    assert group.view("everyone", "sheet", "process").elements == (second,)
    group.do(group.kit, "BringBack", about=first)
    assert group.view("everyone", "sheet", "process").elements == (second, first)


def test_P6_an_open_question_hangs_on_an_element_and_stays_open_in_the_outline() -> None:
    group = Group()
    id = element(group)
    question = group.do(group.sam, "AskOpenQuestion", text="Which sum?", about=id)
    group.do(group.tess, "Answer", about=question, text="Five thousand, I think")
    assert [note.id for note in outline(group.chart).open_questions] == [question]


def test_P2_what_is_named_twice_is_untied_once() -> None:
    group = Group()
    note = group.note(group.sam)
    element = group.do(group.kit, "AddElement", kind="activity", text="Pay", answers=[note])
    group.do(group.kit, "TieThread", about=element, answers=[note, note], untie=True)
    assert group.view("everyone", "elements", element).answers == ()


def ways(group: Group, id: int) -> list[tuple[str | None, int | None, bool]]:
    branches = group.view("everyone", "elements", id).branches
    return [(one.label, one.to, one.ends) for one in branches]


def test_P1f_a_new_element_comes_from_the_open_way_of_a_decision_that_it_names() -> None:
    group = Group()
    asked = element(group, kind="decision", branches=[{"label": "yes"}, {"label": "no"}])
    sent = element(group, "Send it", comes_from=asked, by_way="no")
    assert ways(group, asked) == [("yes", None, False), ("no", sent, False)]
    again = element(group, "Ask again", comes_from=asked, by_way="no")
    assert ways(group, asked)[2:] == [("no", again, False)], "a way that leads somewhere stays"


def test_P1f_a_new_element_that_comes_from_another_gives_it_a_way_and_leaves_its_others() -> None:
    group = Group()
    first = element(group)
    second = element(group, "Then this", comes_from=first)
    third = element(group, "And this", comes_from=first)
    assert ways(group, first) == [(None, second, False), (None, third, False)]
    assert group.view("everyone", "elements", first).fork is None, "nobody said which"


@pytest.mark.parametrize("kind", ["end", "decision"])
def test_P1f_nothing_comes_from_an_end_nor_by_a_way_of_a_decision_without_a_name(kind: str) -> None:
    group = Group()
    branches = [{"label": "yes"}, {"label": "no"}] if kind == "decision" else []
    first = element(group, kind=kind, branches=branches)
    before = len(group.record)
    said = "at least two" if kind == "decision" else "end"
    assert said in group.refusal_of(
        group.kit, "AddElement", kind="activity", text="Then this", comes_from=first
    )
    assert len(group.record) == before


def test_P1f_undoing_what_came_by_a_way_leaves_the_way_open() -> None:
    group = Group()
    first = element(group, kind="decision", branches=[{"label": "yes"}, {"label": "no"}])
    element(group, "Send it", comes_from=first, by_way="yes")
    group.do(group.kit, "Undo")
    assert ways(group, first) == [("yes", None, False), ("no", None, False)]
    assert group.view("everyone", "sheet", "process").elements == (first,)
