"""Wording: offers beside somebody's words, two people at once, and what goes on after the close."""

from typing import Any

import pytest
from table import Group, refused

from footpath.method import Sight
from footpath.method.things.things import Moment


def arranged(moment: Moment, **changed: Any) -> dict[str, Any]:
    """The fields with which a moment is arranged as it stands, but for what is changed."""
    return {
        "about": moment.id,
        "lane": "",
        "stage": "",
        "quote": moment.quote.shown if moment.quote else "",
        **changed,
    }


def test_A3a_a_wording_that_came_too_late_does_not_name_an_unnamed_author() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    group.do(group.sam, "Reword", about=note, text="Pay small firms at once", version=1)
    group.do(group.sam, "Reword", about=note, text="Pay small firms within a week", version=1)
    offer = next(iter(group.chart.offers[note]))
    assert group.view("everyone", "offers", offer).by is None


def test_A3a_staying_unnamed_later_takes_the_name_off_ones_own_offers_too() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.sam, "Reword", about=note, text="Pay small firms at once", version=9)
    group.do(group.sam, "StayUnnamed", about=note, unnamed=True)
    assert group.view("everyone", "offers", next(iter(group.chart.offers[note]))).by is None


def test_G12b_other_words_offered_for_a_hidden_note_reach_no_third_person() -> None:
    group = Group()
    note = group.note(group.sam, "Acme never pays")
    group.do(group.tess, "Reword", about=note, text="Acme pays late", version=1)
    group.do(group.fay, "Hide", about=note, reason="a name")
    assert "Acme" not in group.sees("everyone")
    assert "Acme pays late" in group.sees("facilitators")
    assert "Acme pays late" in group.sees(group.tess)


def test_S7_a_taken_offer_goes_with_the_words_that_it_became() -> None:
    group = Group()
    note = group.note(group.sam)
    offer = group.do(group.tess, "Reword", about=note, text="Planted sentence", version=1)
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    group.do(group.sam, "TakeBack", about=note)
    assert not any("Planted sentence" in repr(one.entry) for one in group.record)


def test_G12a_masking_one_note_masks_what_was_offered_for_it() -> None:
    group = Group()
    note = group.note(group.sam, "Acme never pays")
    group.do(group.tess, "Reword", about=note, text="Acme pays late", version=1)
    group.do(group.fay, "MaskWords", about=note, passage="Acme")
    assert "Acme" not in group.sees("everyone")


def test_A4a_a_quotation_is_changed_by_a_keeper_only_when_its_author_asked() -> None:
    group = Group()
    moment = group.thing(group.moment(group.story(), quote="I cried"))
    with refused("These are somebody's own words"):
        group.do(group.kit, "ArrangeMoment", **arranged(moment, quote="I wept"))
    group.do(group.kit, "ArrangeMoment", **arranged(moment, quote="I wept", at_request=True))
    assert group.view("everyone", "moments", moment.id).at_request


def test_A4e_a_keeper_may_place_a_moment_anew_without_asking() -> None:
    group = Group()
    moment = group.thing(group.moment(group.story(), quote="I cried"))
    group.moment(moment.experience, lane="Finance")
    group.do(group.kit, "ArrangeMoment", **arranged(moment, lane="Finance"))
    assert group.thing(moment.id).lane.text == "Finance"


def test_E6d_a_storyteller_cannot_reword_the_quotation_of_somebody_elses_moment() -> None:
    group = Group()
    moment = group.thing(group.moment(group.story(), group.tess, quote="I was there"))
    with refused("These are somebody else's words"):
        group.do(group.sam, "ArrangeMoment", **arranged(moment, quote="She was there"))


TOLD = {"who": ["The bank"], "used": ["the portal"], "feeling": -2}
OTHERS = {"who": ["Ann"], "used": ["cash"], "feeling": 2, "inferred": True, "feeling_words": "glad"}


@pytest.mark.parametrize("changed", [{name: value} for name, value in OTHERS.items()])
def test_A4e_who_tells_a_story_changes_nothing_that_others_say_in_it(
    changed: dict[str, Any],
) -> None:
    group = Group()
    moment = group.thing(group.moment(group.story(), group.tess, **TOLD))
    with refused("These are somebody else's words"):
        group.do(group.sam, "ArrangeMoment", **arranged(moment, **TOLD | changed))
    with refused("These are somebody's own words"):
        group.do(group.kit, "ArrangeMoment", **arranged(moment, **TOLD | changed))


def test_E6d_who_tells_a_story_moves_others_moments_among_its_lanes_and_stages() -> None:
    group = Group()
    story = group.story()
    moment = group.thing(group.moment(story, group.tess, lane="Accounts", **TOLD))
    group.moment(story, lane="Bank", stage="Paying")
    group.do(
        group.sam, "ArrangeMoment", **arranged(moment, **TOLD | {"lane": "Bank", "stage": "Paying"})
    )
    assert group.view("everyone", "moments", moment.id).lane == "Bank"
    for place in ({"lane": "Thieves"}, {"stage": "Joking"}):
        with refused("Move it among the lanes and stages that are there."):
            group.do(group.sam, "ArrangeMoment", **arranged(moment, **TOLD | place))


def test_A4e_who_arranged_somebody_elses_moment_is_named_and_its_author_undoes_it() -> None:
    group = Group()
    story = group.story()
    moment = group.thing(group.moment(story, group.tess, lane="Accounts", quote="I wept", **TOLD))
    group.moment(story, lane="Bank")
    left = group.view("everyone", "moments", moment.id)
    group.do(group.sam, "ArrangeMoment", **arranged(moment, **TOLD | {"lane": "Bank"}))
    asked = TOLD | OTHERS | {"lane": "Teller", "at_request": True}
    group.do(group.kit, "ArrangeMoment", **arranged(moment, **asked))
    shown = group.view("everyone", "moments", moment.id)
    assert (shown.arranged_by, shown.at_request, shown.lane) == (group.kit, True, "Teller")
    group.do(group.tess, "UndoRewording", about=moment.id)
    again = group.view("everyone", "moments", moment.id)
    for name in ("lane", "stage", "who", "used", "feeling", "feeling_words", "quote", "inferred"):
        assert getattr(again, name) == getattr(left, name)
    assert again.arranged_by is None and group.thing(moment.id) == group.replayed().find(moment.id)


def test_G12c_a_keeper_undoes_having_moved_a_moment() -> None:
    group = Group()
    story = group.story()
    first, moment = (
        group.moment(story, lane="Bank"),
        group.moment(story, group.tess, lane="Accounts"),
    )
    fields = {"about": moment, "lane": "Bank", "stage": "", "before": first}
    group.do(group.kit, "ArrangeMoment", **fields)
    assert group.thing(story).moments == [moment, first]
    group.do(group.kit, "Undo")
    assert group.view("everyone", "moments", moment).lane == "Accounts"


def test_S7_how_an_author_left_a_moment_goes_when_it_is_taken_back() -> None:
    group = Group()
    story = group.story()
    moment = group.thing(group.moment(story, group.tess, who=["Planted sentence"]))
    group.do(group.kit, "ArrangeMoment", **arranged(moment, who=["Nobody"], at_request=True))
    group.do(group.tess, "TakeBack", about=moment.id)
    assert "Planted sentence" not in repr(group.chart) and "Planted sentence" not in repr(
        group.record
    )


def test_A5_arranging_from_an_older_version_is_told_and_changes_nothing() -> None:
    group = Group()
    moment = group.thing(group.moment(group.story()))
    group.do(group.sam, "ArrangeMoment", **arranged(moment, lane="Us", version=1))
    with refused("Somebody changed this"):
        group.do(group.kit, "ArrangeMoment", **arranged(moment, lane="Them", version=1))
    assert group.thing(moment.id).lane.text == "Us"


def test_G15b_after_the_close_the_groups_text_is_changed_by_nobody() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Small firms can offer", rests_on=[])
    group.do(group.fay, "CloseFlipchart")
    with refused("The flipchart is closed"):
        group.do(group.fay, "Reword", about=aim, text="Everybody can offer", version=1)


def test_G15b_after_the_close_nobody_offers_other_words() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "CloseFlipchart")
    with refused("The flipchart is closed"):
        group.do(group.tess, "Reword", about=note, text="Never pay", version=1)


def test_E8b_a_storyteller_corrects_a_moment_after_the_close() -> None:
    group = Group()
    moment = group.thing(group.moment(group.story(), quote="I cried"))
    group.do(group.fay, "CloseFlipchart")
    group.do(group.sam, "ArrangeMoment", **arranged(moment, quote="I wept"))
    assert group.thing(moment.id).quote.text == "I wept"
    with refused("The flipchart is closed"):
        group.do(group.kit, "ArrangeMoment", **arranged(moment, lane="Finance", quote="I wept"))


def test_A4d_who_rewords_the_groups_text_is_one_of_its_authors_whoever_asked() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    group.do(group.kit, "Reword", about=aim, text="Pay within ten days", version=1, at_request=True)
    assert group.thing(aim).wordings[-1].by == group.kit


def test_G10b_nobody_agrees_to_a_line_that_was_worded_anew_since_they_read_it() -> None:
    group = Group()
    line = group.do(group.sam, "ProposeAgreement", text="One speaks at a time")
    group.do(group.sam, "Reword", about=line, text="Phones stay off", version=1)
    with refused("It says something else by now."):
        group.do(group.tess, "AgreeToLine", about=line, version=1)
    group.do(group.tess, "AgreeToLine", about=line, version=2)
    group.do(group.tess, "AgreeToLine", about=line, version=1, agree=False)
    assert not group.thing(line).agreed


LIE = "I lied about being paid late"


def clashing(group: Group, about: int, by: int, **more: Any) -> int:
    """A wording by somebody who may change it, from a version that was never there, so that
    they choose later.
    """
    return group.do(by, "Reword", about=about, text=LIE, version=50, **more)


@pytest.mark.parametrize("unnamed", [False, True])
def test_A4g_a_wording_kept_in_stock_is_no_way_to_change_somebodys_words_without_the_role(
    unnamed: bool,
) -> None:
    group = Group()
    note = group.note(group.sam, unnamed=unnamed)
    offer = clashing(group, note, group.kit, at_request=True)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    with refused("These are somebody else's words."):
        group.do(group.kit, "SettleOffer", about=offer, take=True)
    assert group.thing(note).words.shown != LIE
    group.do(group.kit, "SettleOffer", about=offer, take=False)


def test_A4g_a_keeper_who_takes_their_wording_of_somebodys_words_was_asked_and_it_shows() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(
        group.kit, "SettleOffer", about=clashing(group, note, group.kit, at_request=True), take=True
    )
    assert group.view("everyone", "notes", note).at_request
    group.do(group.sam, "UndoRewording", about=note)
    assert group.thing(note).words.shown != LIE


def test_A4b_words_that_clashed_with_somebodys_own_are_theirs_to_settle() -> None:
    group = Group()
    note = group.note(group.sam)
    offer = clashing(group, note, group.kit, at_request=True)
    group.do(group.sam, "SettleOffer", about=offer, take=False)
    assert group.view("everyone", "offers", offer).settled == "left"


def test_A5_who_keeps_the_groups_text_no_more_takes_no_wording_that_they_kept_in_stock() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    offer = clashing(group, aim, group.kit)
    group.do(group.fay, "TakeRole", person=group.kit, role="scribe")
    with refused("The group's text is kept"):
        group.do(group.kit, "SettleOffer", about=offer, take=True)
    group.do(group.fay, "SettleOffer", about=offer, take=False)
    assert group.thing(aim).words.shown == "Pay on time"


def test_A4h_a_storys_title_is_its_tellers_and_a_keeper_changes_it_when_they_asked() -> None:
    group = Group()
    story = group.do(group.kit, "TellExperience", title="My long winter", storytellers=[group.sam])
    group.do(group.kit, "Reword", about=story, text="Sam's excuses", version=1)
    assert group.thing(story).words.shown == "My long winter"
    group.do(group.kit, "Reword", about=story, text="The long winter", version=1, at_request=True)
    assert group.thing(story).wordings[-1].at_request


def test_S3_i_had_that_too_counts_anew_once_its_words_are_given_anew() -> None:
    group = Group()
    story = group.story()
    too = group.do(group.tess, "HadThatToo", about=story, text="Similar")
    group.do(group.sam, "Reword", about=story, text="Another winter", version=1)
    group.do(group.tess, "Reword", about=too, text="The same with us", version=1)
    fresh = Sight(group.chart).whole("everyone")
    assert group.sight.whole("everyone")["experiences"] == fresh["experiences"]
