"""A group takes what was said into a process, reads it in three ways, and returns
to its aims with it.
"""

import re

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

SAID = "Say the budget at the start"


def a_step(fay: Someone) -> int:
    """Somebody wrote a reflection, whose id is given; the facilitator takes it
    into a first step.
    """
    note = fay.asks("WriteReflection", kind="differently", text=SAID)
    fay.asks("OpenPhase", phase="process")
    fay.stands_in("process")
    fay.page.get_by_role("button", name="Answer with…").click()
    fay.page.get_by_role("menuitem", name="New step…").click()
    expect(the_line(fay)).to_be_focused()
    types(fay, "Name the budget @Finance")
    return note


def the_line(fay: Someone) -> Locator:
    return fay.page.get_by_role("textbox", name="What is done?")


def types(fay: Someone, *steps: str) -> None:
    """One step a line, at the foot of the screen, and nothing but Enter after each."""
    for step in steps:
        the_line(fay).press_sequentially(step)
        the_line(fay).press("Enter")
        fay.sees(re.sub(r" [@#]\w+", "", step))


def opens_its_panel(fay: Someone, step: str) -> Locator:
    fay.page.get_by_role("main").get_by_role("button", name=re.compile(step)).first.click()
    return fay.page.get_by_role("region", name=re.compile(step))


def test_P2_what_was_unanswered_is_the_reason_of_a_step(come_in: Gathering) -> None:
    fay = come_in.opened()
    a_step(fay)
    panel = opens_its_panel(fay, "1 ?Name the budget")
    fay.sees(SAID, panel)
    fay.sees("no aim yet", panel)
    fay.sees("1 of 1")


def test_P3a_list_lanes_and_drawing_show_the_same_step(come_in: Gathering) -> None:
    fay = come_in.opened()
    olu = come_in("Olu", "observer")
    a_step(fay)
    for look in ("List", "Lanes", "Drawing"):
        olu.presses(look)
        main = olu.page.get_by_role("main")
        expect(main.get_by_role("button", name=re.compile("1 ?Name the budget"))).to_be_visible()
        olu.sees("Finance", main)
    expect(olu.page.get_by_role("button", name="Add a step")).to_have_count(0)


def test_P1f_a_question_in_the_line_is_a_decision_whose_ways_the_next_two_steps_take(
    come_in: Gathering,
) -> None:
    fay = come_in.opened()
    fay.asks("OpenPhase", phase="process")
    fay.stands_in("process")
    types(fay, "Is it paid? @Finance", "Send thanks", "Ring them")
    panel = opens_its_panel(fay, "1 ?Is it paid")
    fay.sees("yes", panel)
    fay.sees("2 Send thanks", panel)
    fay.sees("3 Ring them", panel)


def test_P2_a_step_in_the_line_takes_its_reason_and_its_aim_along(come_in: Gathering) -> None:
    fay = come_in.opened()
    fay.asks("WriteReflection", kind="differently", text=SAID)
    fay.asks("AddAim", text="Nobody is surprised", rests_on=[])
    fay.asks("OpenPhase", phase="process")
    fay.stands_in("process")
    fay.page.get_by_role("button", name="Answer it with the step in the line").click()
    fay.page.get_by_label("Which aims does it serve?").select_option("Nobody is surprised")
    types(fay, "Name the budget")
    panel = opens_its_panel(fay, "1 ?Name the budget")
    fay.sees(SAID, panel)
    fay.sees("Nobody is surprised", panel)


def test_O9_a_step_whose_source_changed_is_kept_in_one_tap_or_reworded(come_in: Gathering) -> None:
    fay = come_in.opened()
    olu = come_in("Olu", "observer")
    note = a_step(fay)
    fay.asks("Reword", about=note, text="Say the budget in the notice", version=1)
    olu.presses("List")
    olu.sees("Its source has changed since")
    panel = opens_its_panel(fay, "1 ?Name the budget")
    fay.presses("Keep it as it is", panel)
    olu.misses("Its source has changed since")
    fay.asks("Reword", about=note, text="Say the budget on the first page", version=2)
    fay.presses("Reword it", panel)
    fay.fills(The_words="Print the budget")
    fay.presses("Save", fay.dialog)
    olu.sees("Print the budget")
    olu.misses("Its source has changed since")


def test_O10_the_gap_check_leads_to_the_note_that_no_aim_takes_up(come_in: Gathering) -> None:
    fay = come_in.opened()
    come_in.opens(fay, "Aims")
    fay.reveals(0)
    note = fay.asks("WriteNote", text="Small firms first")
    fay.asks("OpenPhase", phase="return")
    fay.stands_in("return")
    fay.page.get_by_text("1 note not used in any aim").click()
    fay.page.get_by_role("button", name=re.compile("^Show.*Small firms first")).click()
    expect(fay.page.locator(f"#thing-{note}")).to_be_focused()
    fay.sees("Small firms first", fay.page.get_by_role("main"))


def test_O1f_a_changed_aim_keeps_its_first_wording_and_the_reason(come_in: Gathering) -> None:
    fay = come_in.opened()
    fay.asks("AddAim", text="People are paid promptly", rests_on=[])
    fay.asks("OpenPhase", phase="return")
    fay.presses("Change")
    fay.fills(New_wording="People are paid within 14 days", Because="promptly can mean anything")
    fay.presses("Change", fay.dialog)
    fay.sees("The aim is decided")
    fay.thing("People are paid within 14 days").get_by_role("button").click()
    for words in (
        "People are paid promptly",
        "People are paid within 14 days",
        "promptly can mean anything",
    ):
        fay.sees(words)
