"""Two people have the same dialog open: each sees what the other changed, and nothing
of either is lost.
"""

import pytest
from gathering import Gathering
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
FIELDS = ("Who does it?", "In which stage?")


def test_A5_a_dialog_follows_what_another_changed_and_sets_both_side_by_side_where_they_differ(
    come_in: Gathering,
) -> None:
    fay, kit = come_in("Fay", "facilitator"), come_in("Kit", "scribe")
    fay.opens_the_flipchart()
    fay.asks("OpenPhase", phase="process")
    step = fay.asks("AddElement", kind="activity", text="Pay", lane="Finance", stage="Paying")
    fay.stands_in("process")
    fay.presses("List")
    fay.page.get_by_role("button", name="1 Pay").click()
    fay.presses("Arrange")
    lane, stage = (
        fay.dialog.get_by_role("combobox", name=name, exact=True)
        for name in ("Who does it?", "In which stage?")
    )
    lane.fill("Office")
    kit.asks("ArrangeElement", about=step, kind="activity", lane="Board", stage="Checking")
    expect(stage).to_have_value("Checking")
    expect(lane).to_have_value("Office")
    fay.sees("Somebody changed this too while you were writing.", fay.dialog.get_by_role("status"))
    fay.sees("Board", fay.dialog.get_by_role("status"))
    fay.presses("Keep mine: Who does it?", fay.dialog)
    expect(fay.dialog.locator(":focus")).to_have_count(1)
    fay.presses("Add another way", fay.dialog)
    fay.presses("Without way 1", fay.dialog)
    expect(fay.dialog.locator(":focus")).to_have_count(1)
    fay.presses("Save", fay.dialog)
    expect(fay.page.get_by_role("dialog")).to_have_count(0)
    kit.stands_in("process")
    kit.presses("List")
    kit.page.get_by_role("button", name="1 Pay").click()
    kit.presses("Arrange")
    for name, words in zip(FIELDS, ("Office", "Checking"), strict=True):
        expect(kit.dialog.get_by_role("combobox", name=name)).to_have_value(words)


def test_S11b_two_who_narrow_the_same_words_see_each_others_word(come_in: Gathering) -> None:
    fay, kit = come_in("Fay", "facilitator"), come_in("Kit", "facilitator")
    fay.opens_the_flipchart()
    fay.asks("OpenPhase", phase="experience")
    story = fay.asks("TellExperience", title="The ferry contract")
    fay.asks("SayThatsIt", experience=story)
    fay.asks("OpenWords", about=story, to="everyone")
    fay.stands_in("experience")
    fay.chooses("Narrow who may read it", fay.page.locator("main"))
    fay.dialog.get_by_label("Those who took part").check()
    kit.asks("NarrowWords", about=story, to="members")
    fay.sees("Members of the organisation", fay.dialog.get_by_role("status"))
    fay.presses("Save", fay.dialog)
    expect(fay.page.get_by_role("dialog")).to_have_count(0)
