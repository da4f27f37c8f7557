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
