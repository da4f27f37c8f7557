"""Somebody reads the room in another language, as browsers translate it; what they
read stays true (S12).
"""

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HOWS = ["instead", "around"]
NAMED = "Lochmaddy told us on the quay"


def translates(reader: Someone, how: str) -> None:
    """Their browser puts other words in the place of every text, or elements around it."""
    assert reader.runs("translates", how) > 20


def reads_nothing_of(reader: Someone, words: str) -> None:
    """They stand nowhere on their page."""
    expect(reader.page.locator("body")).not_to_contain_text(words, use_inner_text=True)


def noted(come_in: Gathering, how: str) -> tuple[Someone, Someone, Someone, int]:
    """Tess wrote a note, and Una reads it translated."""
    fay, tess, una = come_in.opened(), come_in("Tess"), come_in("Una")
    note = tess.asks("WriteNote", text=NAMED)
    una.sees(NAMED)
    translates(una, how)
    return fay, tess, una, note


@pytest.mark.parametrize("how", HOWS)
def test_S12_on_a_translated_page_a_mask_leaves_nothing_of_the_name(
    come_in: Gathering, how: str
) -> None:
    fay, _, una, note = noted(come_in, how)
    fay.asks("MaskWords", about=note, passage="Lochmaddy")
    una.knows("███ told us")
    expect(una.page.get_by_text("told us on the quay").first).to_be_visible()
    reads_nothing_of(una, "Lochmaddy")


@pytest.mark.parametrize("how", HOWS)
def test_S12_on_a_translated_page_a_correction_stands_in_the_place_of_what_was_said(
    come_in: Gathering, how: str
) -> None:
    _, tess, una, note = noted(come_in, how)
    tess.asks("Reword", about=note, text="Nobody told us anything", version=1)
    una.sees("Nobody told us anything")
    reads_nothing_of(una, "quay")


@pytest.mark.parametrize("how", HOWS)
def test_S12_on_a_translated_page_words_taken_back_are_gone(come_in: Gathering, how: str) -> None:
    _, tess, una, note = noted(come_in, how)
    tess.asks("TakeBack", about=note)
    una.hears(lambda: any(one.get("state") == "withdrawn" for _, one in una.changes("notes")))
    expect(una.page.get_by_text("Lochmaddy")).to_have_count(0)
    translates(una, how)
    reads_nothing_of(una, "quay")


@pytest.mark.parametrize("how", HOWS)
def test_S12_on_a_translated_page_it_says_whether_words_are_saved(
    come_in: Gathering, how: str
) -> None:
    come_in.opens(come_in.opened(), "Aims")
    mira = come_in("Mira", line=True)
    mira.is_asked("What do you want this policy to achieve?")
    mira.is_saved()
    translates(mira, how)
    with mira.offline():
        mira.page.locator("form.pen").get_by_role("textbox").fill("Written on the train")
        expect(mira.page.get_by_text("Not saved").first).to_be_visible()
        translates(mira, how)
    expect(mira.page.get_by_text("Not saved")).to_have_count(0)
