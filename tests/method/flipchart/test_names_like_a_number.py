"""G4: a name that ends in what looks like a number is taken for nobody else."""

import pytest
from numbered_names import called
from table import Group, Table

LIKE_A_NUMBER = (
    "Sam 1",
    "Sam (1)",
    "Sam1",
    "Sam #1",
    "Sam [1]",
    "Sam (l)",
    "Sam (I)",
    "Sam ⑴",
    "Sam ①",
    "Sam (١)",
    "Ѕam 1",
)


@pytest.mark.parametrize("name", LIKE_A_NUMBER)
def test_G4b_nobody_types_what_another_is_called(name: str) -> None:
    group = Group()
    second, typed = group.arrive("Sam"), group.arrive(name)
    assert called(group, group.sam, second, typed) == ["Sam (1)", "Sam (2)", f"{name} (3)"]


@pytest.mark.parametrize("name", LIKE_A_NUMBER)
def test_G4b_nobody_is_given_a_number_that_somebody_typed_before(name: str) -> None:
    table = Table()
    typed, one, other = table.arrive(name), table.arrive("Sam"), table.arrive("Sam")
    assert called(table, typed, one, other) == [name, "Sam (2)", "Sam (3)"]


def test_G4a_names_that_end_in_a_number_are_told_apart_by_it_where_nobody_has_it_without() -> None:
    table = Table()
    assert called(table, *(table.arrive(f"Guest {n}") for n in range(1, 12))) == [
        f"Guest {n}" for n in range(1, 12)
    ]


@pytest.mark.parametrize(
    "name", ["Sam I", "Sam O.", "Samuel", "Sal", "Leo", "R2D2", "12", "J. R. O."]
)
def test_G4b_a_letter_behind_a_name_is_no_number(name: str) -> None:
    group = Group()
    assert called(group, group.sam, group.arrive(name)) == ["Sam", name]
