"""Two tell a story together once both said so, and one of them leaves it."""

import pytest
from gathering import Gathering
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_E8l_both_say_that_they_tell_a_story_together_and_one_leaves_it(come_in: Gathering) -> None:
    kit, sam = come_in("Kit", "scribe"), come_in("Sam", "guest")
    fay = come_in("Fay", "facilitator")
    fay.opens_the_flipchart()
    fay.asks("OpenPhase", phase="experience")
    story = kit.asks("TellExperience", title="Sam's winter", storytellers=[sam.person, kit.person])
    kit.asks("PlaceMoment", experience=story, text="Kit came once")
    for one in (sam, kit):
        one.stands_in("experience")
    kit.sees("You said that you tell it together.")
    sam.sees("It was written down that Kit tells this with you.")
    sam.presses("We tell it together")
    kit.sees("Sam, Kit’s experience")
    kit.presses("Leave this story")
    kit.sees("the story is Sam’s alone", kit.dialog)
    kit.presses("Leave this story", kit.dialog)
    sam.sees("Sam’s experience")
    expect(sam.page.get_by_text("Kit came once")).to_have_count(0)
