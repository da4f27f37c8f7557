"""A place that only sounds like a call is a place."""

import pytest

from footpath.reading.calls import platform_at


@pytest.mark.parametrize(
    "place", ["Steamship Museum, Cardiff", "Teamsters' Hall", "The Zoomery, 3 Oak Lane"]
)
def test_W19_a_place_with_a_calls_name_inside_a_word_is_no_call(place: str) -> None:
    assert platform_at(place) == ""


@pytest.mark.parametrize(
    ("place", "name"), [("on Teams", "Microsoft Teams"), ("Zoom-Raum", "Zoom"), ("jitsi", "Jitsi")]
)
def test_W19_a_call_that_is_named_where_a_place_would_stand_is_one(place: str, name: str) -> None:
    assert platform_at(place) == name
