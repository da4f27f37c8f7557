"""The gate: words hold back others' only where these could have been copied from them."""

import pytest
from permitting import all_but, keeping_back, left, selected
from table import Group

from footpath.gate.selection import Why
from footpath.method.words.words import MASK

TOLD = "They made me wait for my own money until the summer had gone by"
NEAR = "They made me wait for ten weeks"


def test_C8b_what_somebody_says_to_have_said_earlier_holds_nothing_back() -> None:
    group = Group()
    arrived = group.now
    whole, part = (
        group.note(group.sam, TOLD),
        group.note(group.sam, "Nobody answers letters in our whole town"),
    )
    group.note(group.tess, TOLD, said_at=arrived)
    group.note(group.tess, "Nobody answers letters in our street", said_at=arrived)
    chosen = selected(group, all_but(group, group.tess))
    assert (chosen.held, {whole, part} <= {one.thing for one in chosen.leaving}) == ({}, True)
    assert left(group, all_but(group, group.tess))[whole].texts["text"] == TOLD


@pytest.mark.parametrize("text", [TOLD, NEAR])
def test_C8b_what_a_keeper_says_that_somebody_said_earlier_holds_nothing_of_others_back(
    text: str,
) -> None:
    group = Group()
    una = group.do(group.kit, "AddPerson", name="Una")
    note = group.note(group.sam, TOLD)
    story = group.story(group.kit)
    group.do(
        group.kit, "PlaceMoment", experience=story, lane="", text=text, feeling=0,
        visibility="shared", for_person=una, said_at=group.chart.people[una].arrived_at,
    )  # fmt: skip
    after = group.note(group.tess, f"It was said: {TOLD}")
    chosen = selected(group, all_but(group, una))
    assert {one.thing: one.texts["text"] for one in chosen.leaving if one.thing == note} == {
        note: TOLD
    }
    assert (
        after in chosen.held
        or left(group, all_but(group, una))[after].texts["text"] == f"It was said: {MASK}"
    )


def test_C8a_what_a_keeper_typed_later_is_kept_out_of_its_authors_own_words() -> None:
    group = Group()
    una = group.do(group.kit, "AddPerson", name="Una")
    kept = group.note(group.kit, TOLD, for_person=una)
    own = group.note(group.kit, f"Again: {TOLD}", for_person=una)
    assert (
        left(group, all_but(group, kept_back=keeping_back(kept)))[own].texts["text"]
        == f"Again: {MASK}"
    )


def test_C8c_what_an_author_puts_into_a_moment_that_its_typist_reads_no_more_reached_nobody() -> (
    None
):
    group = Group()
    story = group.story(group.tess)
    moment = group.do(
        group.kit, "PlaceMoment", experience=story, text="It came late", for_person=group.tess,
        visibility="only_me",
    )  # fmt: skip
    group.do(
        group.tess, "ArrangeMoment", about=moment, lane="", stage=TOLD, who=[], used=[], feeling=0
    )
    note = group.note(group.sam, TOLD)
    assert left(group, all_but(group, group.tess))[note].texts["text"] == TOLD


@pytest.mark.parametrize("text", [TOLD, NEAR])
def test_C8c_a_private_memo_holds_back_nobody_elses_words(text: str) -> None:
    group = Group()
    group.do(group.tess, "WriteMemo", text=text)
    note = group.note(group.sam, TOLD)
    chosen = selected(group, all_but(group, group.tess))
    assert (chosen.held, note in {one.thing for one in chosen.leaving}) == ({}, True)
    assert left(group, all_but(group, group.tess))[note].texts["text"] == TOLD


def test_C8c_a_moment_for_oneself_counts_from_when_it_is_shown() -> None:
    group = Group()
    story = group.story(group.tess)
    moment = group.moment(story, group.tess, TOLD, visibility="only_me")
    before = group.note(group.sam, TOLD)
    group.do(group.tess, "SetVisibility", about=moment, visibility="shared")
    after = group.note(group.sam, f"Tess: {TOLD}")
    leaving = left(group, all_but(group, group.tess))
    assert (leaving[before].texts["text"], leaving[after].texts["text"]) == (
        TOLD,
        f"{MASK}: {MASK}",
    )


def test_C8c_what_facilitators_read_is_masked_in_others_words() -> None:
    group = Group()
    group.moment(group.story(group.tess), group.tess, TOLD, visibility="facilitators")
    note = group.note(group.sam, TOLD)
    assert left(group, all_but(group, group.tess))[note].texts["text"] == MASK


def test_C8c_what_lay_face_down_counts_from_the_reveal() -> None:
    group = Group()
    group.do(group.fay, "StartSilence")
    group.note(group.tess, TOLD)
    aim = group.do(group.fay, "AddAim", text=TOLD, rests_on=[])
    group.do(group.fay, "RevealNotes")
    after = group.do(group.fay, "AddAim", text=f"As was said: {TOLD}", rests_on=[])
    leaving = left(group, all_but(group, group.tess))
    assert (leaving[aim].texts["text"], leaving[after].texts["text"]) == (
        TOLD,
        f"As was said: {MASK}",
    )


def test_C8c_what_is_reworded_while_nobody_else_has_it_reached_nobody() -> None:
    group = Group()
    story = group.story(group.tess)
    moment = group.moment(story, group.tess, "Nobody told me why it took so long")
    group.do(group.tess, "SetVisibility", about=moment, visibility="only_me")
    group.do(group.tess, "Reword", about=moment, text=TOLD, version=1, reason=f"Rather so: {TOLD}")
    first, second = (
        group.note(group.sam, TOLD),
        group.note(group.sam, "Nobody told me why it took so long"),
    )
    leaving = left(group, all_but(group, group.tess))
    assert (leaving[first].texts["text"], leaving[second].texts["text"]) == (TOLD, MASK)


def test_C8c_what_its_author_keeps_back_unshown_is_masked_in_their_own_words_alone() -> None:
    group = Group()
    moment = group.moment(group.story(group.tess), group.tess, TOLD, visibility="only_me")
    own, other = group.note(group.tess, TOLD), group.note(group.sam, TOLD)
    leaving = left(group, all_but(group, kept_back=keeping_back(moment, by=group.tess)))
    assert (leaving[own].texts["text"], leaving[other].texts["text"]) == (MASK, TOLD)


def test_C8b_what_waits_for_other_words_goes_in_these_and_nothing_said_later_holds_it_again() -> (
    None
):
    group = Group()
    group.note(group.tess, TOLD)
    note = group.note(group.sam, NEAR)
    assert selected(group, all_but(group, group.tess)).held == {note: Why.NEAR_COPY}
    group.do(group.sam, "Reword", about=note, text="My money came ten weeks late", version=1)
    group.note(group.tess, "My money came ten weeks after", said_at=group.now - 5000)
    assert (
        left(group, all_but(group, group.tess))[note].texts["text"]
        == "My money came ten weeks late"
    )
