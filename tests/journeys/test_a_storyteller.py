"""A storyteller prepares alone, shares moment by moment, tells, corrects, and
takes the story back.
"""

import json

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TITLE = "The website that took a winter"
PAID = "We were paid after seventy days"
QUARREL = "My partner left over it"


def telling(come_in: Gathering) -> tuple[Someone, Someone, Someone]:
    """Fay leads, Sam has a story that only he sees, Tess takes part; everybody is in Experience."""
    fay, sam, tess = come_in.opened(), come_in("Sam"), come_in("Tess")
    come_in.opens(fay, "Aims")
    fay.reveals(0)
    come_in.opens(fay, "Experience")
    sam.presses("Prepare my experience")
    sam.fills(
        What_shall_we_call_it=TITLE,
        Told_from_which_side="provider",
        Where_did_it_happen="Elsewhere",
    )
    sam.presses("Save", sam.dialog)
    sam.sees(TITLE)
    return fay, sam, tess


def adds(sam: Someone, text: str, **fields: str) -> None:
    """A moment is added to the story."""
    sam.presses("Add a moment")
    sam.fills(What_happened=text, **fields)
    sam.presses("Save", sam.dialog)
    sam.sees(text)


def shows(sam: Someone, to: str, moment: str = "") -> None:
    """The story, or one of its moments, is shown to somebody."""
    if moment:
        sam.page.get_by_role("button", name=moment).click()
    within = (
        sam.page.get_by_role("region", name="Moment") if moment else sam.page.get_by_role("main")
    )
    within.get_by_role("button", name="Who can see it").first.click()
    sam.page.get_by_role("menuitem", name=to).click()
    if moment:
        sam.presses("Close", within)


def has_received(person: Someone, words: str) -> bool:
    """Whether these words ever came to their browser."""
    return words in json.dumps(person.frames)


def test_E3a_a_storyteller_prepares_alone_then_for_facilitators_then_for_all(
    come_in: Gathering,
) -> None:
    fay, sam, tess = telling(come_in)
    adds(sam, PAID)
    adds(sam, QUARREL)
    shows(sam, "Only me", moment=QUARREL)
    assert not has_received(fay, TITLE)
    shows(sam, "For facilitators")
    fay.sees(PAID)
    tess.sees("No experience yet")
    shows(sam, "Shared")
    tess.sees(PAID)
    for other in (fay, tess):
        assert not has_received(other, QUARREL)


@pytest.mark.parametrize("width", [1280, 420], ids=["map", "list"])
def test_E3a_sharing_a_story_leaves_the_open_editor_with_its_text_and_its_place(
    come_in: Gathering, width: int
) -> None:
    _, sam, tess = telling(come_in)
    adds(sam, PAID)
    sam.page.set_viewport_size({"width": width, "height": 900})
    sam.page.get_by_role("button", name=PAID).click()
    sam.chooses("Change the words", of=sam.page.get_by_role("region", name="Moment 1"))
    box = sam.dialog.get_by_label("The words")
    box.fill("We were paid after ninety")
    story = next(id for id, one in sam.changes("experiences") if one.get("title") == TITLE)
    sam.asks("SetVisibility", about=int(story), visibility="shared")
    tess.sees(PAID)
    expect(box).to_have_value("We were paid after ninety")
    expect(box).to_be_focused()
    box.press_sequentially(" days")
    sam.presses("Save", sam.dialog)
    tess.sees("We were paid after ninety days")


def test_E8b_a_storyteller_corrects_says_thats_it_and_takes_the_story_back(
    come_in: Gathering,
) -> None:
    fay, sam, tess = telling(come_in)
    adds(sam, PAID, In_your_own_words="cold")
    shows(sam, "Shared")
    tess.page.get_by_role("button", name=PAID).click()
    tess.presses("I had that too")
    tess.sees("You had that too. Say more")
    sam.page.get_by_role("button", name=PAID).click()
    sam.chooses("Change the words", of=sam.page.get_by_role("region", name="Moment 1"))
    sam.fills(The_words="We were paid after ninety days")
    sam.presses("Save", sam.dialog)
    tess.sees("We were paid after ninety days")
    sam.presses("That’s it")
    tess.sees("The teller said: that’s it.")
    sam.chooses("Take my words back", of=sam.page.get_by_role("main"))
    sam.presses("Take my words back", sam.dialog)
    for person in (fay, sam, tess):
        person.sees("This experience was taken back by its teller.")
        person.misses("ninety days")


def test_E10a_the_dialog_shows_where_copies_stand_and_lets_one_stand(come_in: Gathering) -> None:
    fay, sam, tess = telling(come_in)
    adds(sam, PAID)
    shows(sam, "Shared")
    fay.sees(PAID)
    for aim in (f"Never again: {PAID}.", f"Heard: {PAID}!"):
        fay.asks("AddAim", text=aim, rests_on=[])
    sam.page.get_by_role("button", name=PAID).click()
    sam.chooses("Take my words back", of=sam.page.get_by_role("region", name="Moment 1"))
    sam.sees("The same words also stand here", sam.dialog)
    sam.dialog.get_by_role("group", name="Aim").first.get_by_role(
        "button", name="Let it stand"
    ).click()
    sam.presses("Take my words back", sam.dialog)
    tess.sees("No moments yet.")
    fay.asks("OpenPhase", phase="aims")
    tess.sees(f"Never again: {PAID}.")
    tess.sees("Heard: ███!")
    fay.sees("Some words here were taken back.")


def test_E6a_a_moment_that_somebody_else_adds_waits_for_the_teller(come_in: Gathering) -> None:
    _, sam, tess = telling(come_in)
    adds(sam, PAID)
    shows(sam, "Shared")
    tess.presses("Add a moment")
    tess.fills(What_happened="I saw the invoice lie there")
    tess.presses("Save", tess.dialog)
    sam.page.get_by_role("button", name="I saw the invoice lie there").click()
    sam.sees("Added by Tess; the teller has not taken it on the map yet.")
    sam.presses("Take it on the map")
    sam.misses("Added by Tess; the teller has not taken it on the map yet.")


def test_E4b_a_masked_name_is_masked_on_every_screen(come_in: Gathering) -> None:
    fay, sam, tess = telling(come_in)
    adds(sam, "Acme Limited never answered")
    shows(sam, "Shared")
    tess.sees("Acme Limited never answered")
    sam.page.get_by_role("button", name="Acme Limited").click()
    sam.chooses("Mask words in it", of=sam.page.get_by_role("region", name="Moment 1"))
    sam.dialog.get_by_role("textbox").fill("Acme Limited")
    sam.presses("Mask words in it", sam.dialog)
    for person in (fay, sam, tess):
        person.misses("Acme")


def test_E9_a_question_about_a_moment_and_its_answer_stay_with_it(come_in: Gathering) -> None:
    _, sam, tess = telling(come_in)
    adds(sam, PAID)
    shows(sam, "Shared")
    tess.page.get_by_role("button", name=PAID).click()
    tess.presses("Ask Sam")
    tess.fills(Your_question="Who signed it off?")
    tess.presses("Save", tess.dialog)
    sam.page.get_by_role("button", name=PAID).click()
    sam.chooses("Answer", of="Who signed it off?")
    sam.fills(Your_answer="Nobody did")
    sam.presses("Save", sam.dialog)
    expect(tess.note("Nobody did").first).to_be_visible()
