"""Two histories that differ only in who wrote the unnamed things are the same for everybody else,
whatever they ask.
"""

from histories import Monkey
from hypothesis import example, given, settings
from hypothesis import strategies as st
from twins import Twins, everything_tight, two_hands


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=60, deadline=None)
def test_A3c_nobody_else_can_tell_who_wrote_what_is_unnamed(seed: int) -> None:
    twins = Twins(*two_hands(seed))
    Monkey(seed, 120, copying=seed % 2 == 0, group=twins)  # pyright: ignore[reportArgumentType]
    twins.same_for_everybody_else()


@given(st.integers(min_value=0, max_value=2**32))
@example(177243606)  # a keeper changed an unnamed thing at its author's request, with a reason
@example(65334)  # what a scribe said of an aim for nobody in particular, and another unnamed
@settings(max_examples=30, deadline=None)
def test_A3c_nor_by_whether_there_is_room_for_more(seed: int) -> None:
    with everything_tight():
        twins = Twins(*two_hands(seed))
        Monkey(seed, 120, copying=False, group=twins)  # pyright: ignore[reportArgumentType]
        twins.same_for_everybody_else()
