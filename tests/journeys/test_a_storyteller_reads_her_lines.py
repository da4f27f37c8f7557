"""After the workshop: a storyteller answers the lines that rest on her words, and others
read what she opened.
"""

import re

import pytest
from gathering import Gathering
from people import PHONE, Someone
from playwright.sync_api import expect
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

NOTE = "Whoever is hired is told the day before"
CALL = "They rang at six in the evening"
PAID = "I waited ten weeks for the money"
UNSEEN = (NOTE, "Tess", "The ferry contract", "Payment was late")
"""What nobody opened to everyone."""


class Session:
    """Fay facilitates; Tess told a story, and the group made an aim, a value and a
    step of what she said.
    """

    def __init__(self, come_in: Gathering) -> None:
        """The flipchart is closed."""
        self.fay = come_in("Fay", "facilitator")
        self.fay.opens_the_flipchart()
        tess = come_in.somebody("Tess", **PHONE)
        tess.goes_to(come_in.links["guest"])
        tess.page.get_by_label("What shall we call you?").fill("Tess")
        tess.sends("Come in")
        self.kept = tess.page.locator("[data-copy]").get_attribute("data-copy") or ""
        tess.goes_by("Go in")
        self.fay.sees("2 here")
        note = tess.asks("WriteNote", text=NOTE)
        story = tess.asks("TellExperience", title="The ferry contract")
        call = tess.asks(
            "PlaceMoment", experience=story, text="A call came late", quote=CALL, feeling=-1
        )
        paid = tess.asks(
            "PlaceMoment", experience=story, text="Payment was late", quote=PAID, feeling=-2
        )
        self.fay.asks("AddAim", text="People know early when they work", rests_on=[note])
        self.fay.asks(
            "AddValue",
            name="Being paid on time",
            sentence=f"Nobody says: {PAID.lower()}!",
            heard_in=[paid],
        )
        self.fay.asks(
            "AddElement", kind="activity", text="Call a week before", lane="Office", answers=[call]
        )
        tess.asks("OpenWords", about=call, to="everyone")
        self.fay.asks("CloseFlipchart")

    def outline(self, asked: str = "") -> str:
        """What those who took part read."""
        self.fay.page.goto(
            self.fay.page.url.split("/room")[0].split("/outline")[0] + f"/outline{asked}"
        )
        return " ".join((self.fay.page.get_by_role("main").text_content() or "").split())


@pytest.fixture
def session(come_in: Gathering) -> Session:
    return Session(come_in)


def test_O6a_a_storyteller_answers_her_lines_on_her_phone_and_takes_a_moment_back(
    come_in: Gathering, session: Session
) -> None:
    tess = come_in.somebody("Tess next day", **PHONE)
    tess.goes_to(f"{session.kept}?lines")
    tess.sends("This is me")
    tess.is_asked("Lines that rest on my words")
    found = keeps_out(tess, "my lines")
    tess.goes_by("Look at them one by one")
    tess.is_asked("People know early when they work")
    found += keeps_out(tess, "one line")
    tess.page.get_by_text("Not quite …").click()
    tess.page.get_by_label("What is not quite right?").fill("A day before is early enough for me")
    tess.sends("Say that it is not quite that")
    tess.is_asked("Being paid on time")
    tess.goes_by("Say nothing, go on")
    tess.is_asked("Call a week before")
    tess.sends("That’s what I meant")
    tess.sees("That was the last one.")
    read = session.outline()
    assert "Not quite, says Tess: “A day before is early enough for me”" in read and PAID in read

    tess.goes_by("Everything I said")
    with tess.page.expect_navigation():
        tess.page.get_by_role("link", name=re.compile("Take it back.*oment 2")).click()
    tess.sees("The same words also stand here")
    found += keeps_out(tess, "taking back")
    tess.sends("Take my words back")
    tess.sees("Taken back. It is on no screen any more.")
    read = session.outline()
    assert PAID.casefold() not in read.casefold()
    assert "Nobody says: ███!" in read and "Some words here were taken back." in read
    assert "Its source has changed since." in read
    assert found == [], "\n".join(found)


def test_O5b_a_reader_from_outside_meets_no_word_that_was_not_opened_to_everyone(
    come_in: Gathering, session: Session
) -> None:
    session.fay.page.goto(session.fay.page.url.replace("/room", "/links"))
    link = session.fay.page.locator("[data-link=outline]").get_attribute("href")
    reader = come_in.somebody("A reader")
    reader.goes_to(link or "")
    reader.sees("People know early when they work")
    found = keeps_out(reader, "everyone's outline")
    reader.page.evaluate("window.print = () => document.title = 'Printed'")
    reader.presses("Print")
    expect(reader.page).to_have_title("Printed")
    with reader.page.expect_download() as taken:
        reader.page.get_by_role("link", name="Take it away as Markdown").click()
    for read in (reader.page.content(), taken.value.path().read_text(encoding="utf-8")):
        assert f"“{CALL}”" in read
        assert [words for words in UNSEEN if words.casefold() in read.casefold()] == []
    walks_a_thread_by_keyboard(reader)
    assert found == [], "\n".join(found)


def test_O5c_she_opens_her_words_and_a_facilitator_narrows_them(
    come_in: Gathering, session: Session
) -> None:
    tess, fay = come_in.somebody("Tess next day", **PHONE), session.fay
    tess.goes_to(f"{session.kept}?lines")
    tess.sends("This is me")
    tess.goes_by("Who may read my words")
    own = tess.page.get_by_role("region", name=re.compile("^Note")).filter(has_text=NOTE)
    tess.sends("Everyone", own)
    expect(own.get_by_role("button", name="Everyone")).to_have_attribute("aria-pressed", "true")
    found = keeps_out(tess, "who may read my words")
    assert NOTE in session.outline("?as=everyone")
    fay.goes_by("Who can read what")
    opened = fay.page.get_by_role("region").filter(has_text=NOTE)
    opened.get_by_label("It goes").select_option(label="no further than those who took part")
    fay.sends("Keep this", opened)
    found += keeps_out(fay, "opened words")
    assert NOTE not in session.outline("?as=everyone") and NOTE in session.outline()
    tess.page.reload()
    tess.sees("For now it goes no further than those who took part", own)
    assert found == [], "\n".join(found)


def walks_a_thread_by_keyboard(reader: Someone) -> None:
    """From a step to the words beneath it and back, without a mouse."""
    to = reader.page.get_by_role("link", name="P1: why this line is here")
    to.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_label("Why P1 is here")).to_be_in_viewport()
    reader.sees(CALL, reader.page.get_by_label("Why P1 is here"))
