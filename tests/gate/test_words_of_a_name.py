"""Which words of a name are looked for by themselves in what leaves."""

import pytest
from permitting import all_but, left
from table import Group

from footpath.method.words.words import MASK


@pytest.mark.parametrize(
    ("name", "text", "leaves"),
    [
        ("Sorrel dock", "Sorrel has a dock", f"{MASK} has a dock"),
        ("Pat the baker", "Pat asked the baker", f"{MASK} asked the baker"),
    ],
)
def test_C8i_of_a_name_its_words_with_a_capital_are_searched(
    name: str, text: str, leaves: str
) -> None:
    group = Group()
    group.arrive(name)
    note = group.note(group.sam, text)
    assert left(group, all_but(group))[note].texts["text"] == leaves
