"""What somebody prepares has ids and numbers of its own kind, so that nobody else can tell
that it is there (E3).
"""

import json

from apart import Apart
from histories import Monkey
from hypothesis import given, settings
from hypothesis import strategies as st
from table import Group, refused
from twins import everything_tight

from footpath.publishing.record_lines import record_lines


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=40, deadline=None)
def test_E3b_nobody_else_can_tell_that_somebody_has_something_private(seed: int) -> None:
    apart = Apart(seed)
    Monkey(seed, 100, copying=seed % 2 == 0, group=apart)  # pyright: ignore[reportArgumentType]
    apart.same_for_everybody_else()


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=30, deadline=None)
def test_E3b_nor_by_whether_there_is_room_for_more(seed: int) -> None:
    with everything_tight():
        apart = Apart(seed)
        Monkey(seed, 100, copying=False, group=apart)  # pyright: ignore[reportArgumentType]
        apart.same_for_everybody_else()


def test_E3b_taking_back_a_private_story_shows_nothing_that_waits_for_another() -> None:
    group = Group()
    story = group.story()
    group.do(group.tess, "WriteReflection", kind="liked", text="So patient", about=[story])
    alone = group.do(group.sam, "TellExperience", title="For now", visibility="only_me")
    group.do(group.sam, "TakeBack", about=alone)
    assert group.view("everyone", "sheet", "counts").waiting == 1


def test_E3b_what_was_shared_and_narrowed_again_keeps_its_id() -> None:
    group = Group()
    moment = group.moment(group.story(), visibility="only_me")
    group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    shared = group.thing(moment).id
    for visibility in ("only_me", "shared"):
        group.do(group.sam, "SetVisibility", about=moment, visibility=visibility)
    assert group.thing(moment).id == shared > 0


def test_E3b_an_offer_beside_a_private_moment_is_shared_with_it() -> None:
    group = Group()
    moment = group.moment(group.story(), visibility="facilitators")
    offer = group.do(group.fay, "Reword", about=moment, text="Paid late", version=1)
    assert moment < 0 and offer < 0
    group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    view = group.view("everyone", "moments", group.thing(moment).id)
    assert view.offers == (group.thing(offer).id,) and view.offers[0] > 0


def test_G12b_an_offer_beside_hidden_words_is_numbered_when_they_are_shown() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "Hide", about=note, reason="A name")
    offer = group.do(group.fay, "Reword", about=note, text="Pay firms", version=1)
    assert offer < 0 and group.view("everyone", "notes", note).offers == ()
    group.do(group.fay, "Show", about=note)
    assert group.view("everyone", "notes", note).offers == (group.thing(offer).id,)


def test_E3b_facilitators_know_by_its_earlier_id_what_they_received_before() -> None:
    group = Group()
    story = group.story()
    for visibility, known in (("facilitators", True), ("only_me", False)):
        moment = group.moment(story, visibility=visibility)
        group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
        overlay = group.view("facilitators", "moments", group.thing(moment).id)
        assert (overlay is not None and overlay.private_id == moment) == known


def test_E3b_nobody_else_finds_a_shared_story_by_the_id_that_it_had() -> None:
    group = Group()
    story = group.do(group.sam, "TellExperience", title="For now", visibility="only_me")
    group.do(group.sam, "SetVisibility", about=story, visibility="shared")
    with refused("That is not on the flipchart"):
        group.do(group.tess, "PlaceMoment", experience=story, text="I was there")
    group.do(group.sam, "PlaceMoment", experience=story, text="It was cold")


def test_E3b_a_moment_taken_back_before_its_story_is_shared_is_never_known() -> None:
    group = Group()
    story = group.do(group.sam, "TellExperience", title="For now", visibility="only_me")
    gone, kept = (group.moment(story, text=text) for text in ("Not this", "But this"))
    group.do(group.sam, "TakeBack", about=gone)
    group.do(group.sam, "SetVisibility", about=story, visibility="shared")
    assert list(group.sight.whole("everyone")["moments"]) == [group.thing(kept).id]


def test_E3b_what_was_prepared_stands_in_the_record_where_it_was_shared() -> None:
    group = Group()
    story = group.do(group.sam, "TellExperience", title="For now", visibility="only_me")
    moment = group.moment(story, text="At first")
    group.do(group.sam, "Reword", about=moment, text="In the end", version=1)
    group.do(group.sam, "SetVisibility", about=story, visibility="shared")
    lines = [json.loads(line) for line in record_lines(group.chart, group.record)]
    assert [line["type"] for line in lines[-3:]] == ["MadeKnown", "ExperienceTold", "MomentPlaced"]
    assert (
        lines[-1]["words"]["text"] == "In the end"
        and lines[-1]["experience"] == lines[-2]["id"] > 0
    )
    assert [line["number"] for line in lines if "number" in line] == list(range(1, len(lines) - 1))
