"""A facilitator holds the pace: phases, breaks, rounds, what is hidden or
parked, who may be here.
"""

import re

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def three(come_in: Gathering, *phases: str) -> tuple[Someone, Someone, Someone]:
    """Fay leads, Mira and Tess take part, and these phases are open."""
    fay = come_in.opened()
    mira, tess = come_in("Mira"), come_in("Tess")
    mira.sees("Who is here")
    tess.sees("Who is here")
    come_in.opens(fay, *phases)
    return fay, mira, tess


def revealed(come_in: Gathering) -> tuple[Someone, Someone, Someone]:
    """The same in Aims, after the reveal."""
    fay, mira, tess = three(come_in, "Aims")
    fay.reveals(0)
    tess.is_asked("What do you want this policy to achieve?")
    return fay, mira, tess


def test_S8a_the_page_of_somebody_who_is_removed_ends_at_once(come_in: Gathering) -> None:
    fay, mira, tess = three(come_in)
    fay.chooses("Remove from the workshop", of=fay.thing("Mira"))
    fay.presses("Remove from the workshop", fay.dialog)
    mira.is_gone()
    mira.page.reload()
    mira.sees("To come in, open the link you were sent")
    tess.sees("Who is here")


def test_S8a_a_changed_link_opens_nothing(come_in: Gathering) -> None:
    fay, mira, _ = three(come_in)
    room = fay.page
    fay.opens_a_tab().goto(room.url.replace("/room", "/links"))
    fay.sends("Change the guests' link")
    late = come_in.somebody("Late")
    late.goes_to(come_in.links["guest"])
    late.is_refused()
    late.goes_to(fay.page.locator("[data-link=guest]").inner_text())
    expect(late.page.get_by_label("What shall we call you?")).to_be_visible()
    mira.page.reload()
    mira.is_asked("Who is here, and how do we want to be together?")


def test_S8a_a_wall_whose_link_was_changed_ends_at_once(come_in: Gathering) -> None:
    fay, _, _ = three(come_in)
    wall = come_in.somebody("the wall")
    wall.goes_to(come_in.links["wall"])
    wall.is_asked("Who is here, and how do we want to be together?")
    fay.opens_a_tab().goto(fay.context.pages[0].url.replace("/room", "/links"))
    fay.sends("Change the wall's link")
    wall.has_ended("This link was changed.")
    wall.misses("Who is here, and how do we want to be together?")


def test_S8a_a_role_that_is_taken_ends_at_once(come_in: Gathering) -> None:
    fay, mira, _ = three(come_in)
    fay.chooses("Make them facilitator", of=fay.thing("Mira"))
    expect(mira.page.get_by_role("region", name="Only facilitators see this strip")).to_be_visible()
    fay.chooses("No longer facilitator", of=fay.thing("Mira"))
    expect(mira.page.get_by_role("region", name="Only facilitators see this strip")).to_have_count(
        0
    )


def test_G6d_words_begun_when_the_phase_changes_are_kept_and_can_still_be_sent(
    come_in: Gathering,
) -> None:
    fay, mira, _ = revealed(come_in)
    mira.types("Half a thought", "Add a note")
    come_in.opens(fay, "Experience")
    mira.sees("Your words in Aims are kept:")
    mira.presses("Put it up now")
    fay.sees("Half a thought")
    mira.misses("Your words in Aims are kept:")


def test_G6b_anybody_can_look_at_another_phase_and_come_back_with_one_tap(
    come_in: Gathering,
) -> None:
    _, mira, _ = revealed(come_in)
    mira.page.get_by_role("navigation", name="Phases").get_by_role("button", name="Gather").click()
    mira.is_asked("Who is here, and how do we want to be together?")
    mira.sees("You are looking at")
    mira.presses("Back to the group")
    mira.is_asked("What do you want this policy to achieve?")


def test_A5_two_people_change_one_aim_at_once_and_both_wordings_stay(come_in: Gathering) -> None:
    fay, mira, tess = revealed(come_in)
    fay.presses("Word an aim")
    fay.fills(The_aim="Pay on time")
    fay.presses("Word an aim", fay.dialog)
    fay.leads("Everyone may edit")
    for person in (mira, tess):
        person.sees("Pay on time")
        person.chooses("Change the words", of=person.thing("Pay on time"))
    mira.fills(The_words="Pay within thirty days")
    mira.presses("Save", mira.dialog)
    fay.sees("Pay within thirty days")
    tess.fills(The_words="Pay small firms first")
    tess.presses("Save", tess.dialog)
    tess.sees("Yours, not up yet")
    tess.sees("Pay within thirty days")
    tess.presses("Put mine up")
    fay.sees("Pay small firms first")
    fay.chooses("Earlier wordings", of=fay.thing("Pay small firms first"))
    fay.sees("Pay within thirty days", fay.dialog)


def test_G12b_what_is_hidden_reaches_nobody_and_can_be_shown_again(come_in: Gathering) -> None:
    fay, mira, tess = revealed(come_in)
    mira.writes("Heron owes us money", "Add a note")
    fay.chooses("Hide it", of="Heron owes us money")
    fay.fills(Why="It names somebody")
    fay.presses("Hide it", fay.dialog)
    tess.sees("hidden by a facilitator")
    tess.misses("Heron")
    tess.misses("It names somebody")
    mira.sees("Yours, hidden by a facilitator. You can still read it.")
    fay.presses("Undo: hid note 1")
    tess.sees("Heron owes us money")


def test_G12a_part_of_a_note_is_masked_everywhere(come_in: Gathering) -> None:
    fay, mira, tess = revealed(come_in)
    mira.writes("Heron owes us money", "Add a note")
    fay.chooses("Mask words in it", of="Heron owes us money")
    fay.dialog.get_by_role("textbox").fill("Heron")
    fay.presses("Mask words in it", fay.dialog)
    for person in (fay, mira, tess):
        person.sees("owes us money")
        person.misses("Heron")


def test_G15a_a_break_has_an_end_that_everyone_sees_and_can_be_ended(come_in: Gathering) -> None:
    fay, mira, _ = revealed(come_in)
    mira.types("Half a thought", "Add a note")
    fay.leads("Break of 5 minutes")
    mira.is_asked("Break")
    mira.sees("We go on at")
    fay.presses("End the break")
    expect(mira.pen("Add a note").get_by_role("textbox")).to_have_value("Half a thought")


def test_G9_a_round_goes_from_one_to_the_next_and_anybody_may_pass(come_in: Gathering) -> None:
    fay, mira, tess = three(come_in)
    fay.leads("Go round: check-in")
    around = fay.page.get_by_role("region", name="Check-in")
    expect(around).to_be_visible()
    people = {person.person: person for person in (fay, mira, tess)}
    for id in next(one["order"] for sheet, one in fay.changes("sheet") if sheet == "round"):
        people[id].sees("It is your turn.")
        people[id].presses("Pass" if people[id] is mira else "I have spoken")
    expect(around).to_have_count(0)


def test_G8_hands_are_a_queue_for_facilitators_and_a_number_for_all(come_in: Gathering) -> None:
    fay, mira, tess = three(come_in)
    for person in (tess, mira):
        person.presses("Raise hand")
        person.sees("Your hand is up")
    mira.sees("2 hands up")
    fay.presses("2 hands up")
    expect(fay.dialog.get_by_role("listitem")).to_have_text(
        [re.compile("Tess"), re.compile("Mira")]
    )
    fay.dialog.get_by_role("button", name=re.compile("Heard.*Tess")).click()
    tess.sees("Raise hand")
    assert not any("hands" in frame.get("put", {}).get("sheet", {}) for frame in mira.frames)


def test_G14_a_note_is_parked_for_later_and_taken_up_again(come_in: Gathering) -> None:
    fay, mira, _ = revealed(come_in)
    mira.writes("What about rent?", "Add a note")
    fay.chooses("Park it for later", of="What about rent?")
    fay.fills(Why="Another policy")
    fay.presses("Park it for later", fay.dialog)
    mira.sees("Parked: Another policy")
    fay.chooses("Take it up again", of="What about rent?")
    mira.misses("Parked: Another policy")


def test_G15b_closing_ends_the_writing_and_a_facilitator_can_open_it_again(
    come_in: Gathering,
) -> None:
    fay, mira, _ = three(come_in)
    fay.closes_the_flipchart()
    mira.sees("The flipchart is closed.")
    expect(mira.page.get_by_role("button", name="Put it up")).to_have_count(0)
    fay.presses("Open the flipchart again")
    mira.misses("The flipchart is closed.")
