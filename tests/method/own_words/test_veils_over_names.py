"""E4: which words are a name that a veil covers, and which are other people's."""

import pytest
from table import Group, refused


@pytest.mark.parametrize("name", ["Brightside", "Ltd"])
def test_E4c_a_name_taken_after_the_words_were_said_keeps_no_firm_from_being_covered(
    name: str,
) -> None:
    group = Group()
    group.moment(group.story(), text="Brightside Ltd paid us late")
    group.note(group.tess, "Brightside Ltd again")
    group.arrive(name)
    group.do(group.tess, "Rename", name="Brightside")
    group.do(group.sam, "MaskWords", passage="Brightside Ltd" if name == "Ltd" else "Brightside")
    assert name not in group.view("everyone", "notes", max(group.chart.things)).text


def test_E4c_the_name_of_somebody_who_was_here_before_it_was_said_is_not_covered() -> None:
    group = Group()
    ann = group.arrive("Ann")
    group.moment(group.story(), text="Ann was there")
    with refused("Somebody here is called that"):
        group.do(group.sam, "MaskWords", passage="Ann")
    group.do(group.fay, "RemovePerson", person=ann)
    group.do(group.sam, "MaskWords", passage="Ann")


def two_names(group: Group) -> None:
    """Sam tells a story with two names in it, and masks both."""
    group.moment(group.story(), text="Annabel and Bertold shouted")
    for name in ("Annabel", "Bertold"):
        group.do(group.sam, "MaskWords", passage=name)


def lift_all(group: Group) -> None:
    for veil in [one.drawn for one in group.chart.veils.values()]:
        group.do(group.fay, "LiftVeil", veil=veil)


def labels(group: Group, element: int) -> list[str]:
    return [way.label.shown for way in group.thing(element).branches]


@pytest.mark.parametrize("same_step", [True, False])
def test_E4d_two_ways_under_veils_stay_two_whoever_leads_on_from_there(same_step: bool) -> None:
    group = Group()
    one, other = (group.do(group.kit, "AddElement", kind="activity", text=text) for text in "AB")
    ways = [
        {"label": "Annabel", "to": one},
        {"label": "Bertold", "to": one if same_step else other},
    ]
    asked = group.do(group.kit, "AddElement", kind="decision", text="Who?", branches=ways)
    two_names(group)
    group.do(group.kit, "AddElement", kind="activity", text="C", comes_from=asked, by_way="else")
    as_read = [{**way, "label": "███"} for way in ways]
    group.do(group.kit, "SayWays", about=asked, ways=[*as_read, {"label": "else", "ends": True}])
    lift_all(group)
    assert labels(group, asked) == ["Annabel", "Bertold", "else"]


def test_E4d_two_names_under_veils_in_a_moment_stay_two_when_it_is_moved() -> None:
    group = Group()
    moment = group.moment(group.story(group.tess), group.tess, who=["Annabel", "Bertold"])
    two_names(group)
    as_read = {"who": ["███", "███"], "lane": "", "stage": "Later"}
    group.do(group.tess, "ArrangeMoment", about=moment, **as_read)
    lift_all(group)
    assert [one.shown for one in group.thing(moment).who] == ["Annabel", "Bertold"]


def two_steps(group: Group) -> tuple[int, list[dict[str, object]]]:
    """A question whose answers are two names, both beneath veils, and its ways as they are read."""
    one, other = (group.do(group.kit, "AddElement", kind="activity", text=text) for text in "AB")
    last = {"label": "neither", "ends": True}
    ways = [{"label": "Annabel", "to": one}, {"label": "Bertold", "to": other}, last]
    asked = group.do(
        group.kit, "AddElement", kind="decision", text="Who?", branches=ways,
        inputs=["Annabel", "Bertold"],
    )  # fmt: skip
    two_names(group)
    return asked, [{"label": "███", "to": one}, {"label": "███", "to": other}, last]


@pytest.mark.parametrize(
    ("order", "names"),
    [((1, 2), ["Bertold", "neither"]), ((1, 0, 2), ["Bertold", "Annabel", "neither"])],
)
def test_E4d_of_two_ways_under_veils_each_name_stays_with_where_it_leads(
    order: tuple[int, ...], names: list[str]
) -> None:
    group = Group()
    asked, ways = two_steps(group)
    group.do(group.kit, "SayWays", about=asked, ways=[ways[place] for place in order])
    lift_all(group)
    assert labels(group, asked) == names


def test_E4d_of_two_open_ways_under_veils_the_one_that_is_led_on_gets_no_other_name() -> None:
    group = Group()
    ways = [{"label": "Annabel"}, {"label": "Bertold"}]
    asked = group.do(group.kit, "AddElement", kind="decision", text="Who?", branches=ways)
    two_names(group)
    group.do(group.kit, "AddElement", kind="activity", text="C", comes_from=asked, by_way="███")
    lift_all(group)
    assert labels(group, asked) == ["Annabel", "Bertold"]


@pytest.mark.parametrize("inputs", [True, False])
def test_G12d_no_undoing_puts_a_second_mask_where_one_stands(inputs: bool) -> None:
    group = Group()
    asked, ways = two_steps(group)
    if inputs:
        lists = {"inputs": ["███"], "branches": ways}
        group.do(
            group.kit, "ArrangeElement", about=asked, kind="decision", lane="", stage="", **lists
        )
    else:
        group.do(group.kit, "SayWays", about=asked, ways=ways[1:])
    group.do(group.kit, "Undo")  # what else she did
    lift_all(group)
    element = group.thing(asked)
    left = [one.shown for one in element.inputs], labels(group, asked)
    both = ["Annabel", "Bertold"]
    assert left == ((["Annabel"], [*both, "neither"]) if inputs else (both, ["Bertold", "neither"]))
