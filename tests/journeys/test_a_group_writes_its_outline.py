"""A facilitator leads a session of five through all six phases, and takes home an
outline with its thread.
"""

import pytest
from gathering import Gathering
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LATE = "We were paid after seventy days"
HALF = "Pay half on the day we start"
AIM = "Small firms are paid in time"


class Session:
    """The five: Fay facilitates, Kit is the scribe, Sam tells, Mira and Tess take part."""

    def __init__(self, come_in: Gathering) -> None:
        """Everybody is in."""
        self.fay, self.kit = come_in.opened(), come_in("Kit", "scribe")
        self.sam, self.mira, self.tess = (come_in(name) for name in ("Sam", "Mira", "Tess"))
        self.everybody = (self.fay, self.kit, self.sam, self.mira, self.tess)

    def gather(self) -> None:
        """One proposes how to be together, and the others agree."""
        self.mira.writes(
            "We let each other finish", "A line for how we want to be together", "Propose it"
        )
        for person in (self.fay, self.tess):
            person.presses("I agree", person.thing("We let each other finish"))
        self.sam.sees("2 agree")

    def aims(self) -> None:
        """They write alone; the notes are revealed, grouped, voted on, and worded as an aim."""
        self.fay.presses("Next: Aims")
        self.mira.writes("Nobody waits for their money")
        self.tess.writes("Small firms first")
        self.tess.presses("I’m done")
        self.fay.presses("Reveal 2 notes")
        self.fay.presses("Start a group")
        self.fay.fills(What_do_these_notes_say_together="Paid in time")
        for words in ("Nobody waits for their money", "Small firms first"):
            self.fay.dialog.get_by_label(words).check()
        self.fay.dialog.locator("form").get_by_role("button").first.click()
        self.votes()
        self.fay.chooses(
            "Word an aim from it", of=self.fay.page.get_by_role("region", name="Paid in time")
        )
        self.fay.fills(The_aim=AIM)
        self.fay.presses("Word an aim", self.fay.dialog)
        self.tess.sees(AIM)

    def votes(self) -> None:
        """Dots are given in secret, and counted when the vote closes."""
        self.fay.leads("Open a dot vote")
        self.fay.presses("Open a dot vote", self.fay.dialog)
        for person in (self.mira, self.tess):
            person.presses("Give a dot to: Paid in time")
            person.sees("your dot")
        self.fay.presses("Close the vote")
        self.sam.sees("2 dots")

    def experience(self) -> None:
        """The scribe lays out what Sam tells."""
        self.fay.presses("Next: Experience")
        self.kit.presses("Lay out an experience")
        self.kit.fills(What_shall_we_call_it="The long winter", Who_tells_it="Sam")
        self.kit.presses("Save", self.kit.dialog)
        self.kit.presses("Add a moment")
        self.kit.fills(What_happened=LATE)
        self.kit.presses("Save", self.kit.dialog)
        self.sam.sees(LATE)

    def reflect(self) -> None:
        """Sam goes first; what the others wrote meanwhile appears when Sam has spoken."""
        self.fay.presses("Next: Reflect")
        for person, kind, words in (
            (self.tess, "Would do differently", HALF),
            (self.sam, "Didn’t like", "The silence"),
        ):
            writing = person.page.get_by_role("region", name="Write a reflection")
            person.presses(kind, writing.get_by_role("group", name="What is it?"))
            person.writes(words, "Your thought")
        self.mira.misses(HALF)
        self.sam.presses("I have spoken")
        self.mira.sees(HALF)
        self.fay.presses("Add a value")
        self.fay.fills(Its_name="Candour")
        self.fay.dialog.get_by_label(HALF).check()
        self.fay.presses("Save", self.fay.dialog)
        self.tess.sees("Candour")
        self.sam.presses(
            "Yes", self.sam.page.get_by_role("group", name="Do you recognise it? Candour")
        )
        self.mira.sees("Sam recognises it")

    def process(self) -> None:
        """What is unanswered goes into a step, and a decision gets its two ways on."""
        self.fay.presses("Next: Ideal process")
        self.fay.page.get_by_role("button", name="Answer with").first.click()
        self.fay.page.get_by_role("menuitem", name="New step").click()
        self.fay.page.get_by_label("Which aims does it serve?").select_option(AIM)
        line = self.fay.page.get_by_role("textbox", name="What is done?")
        line.fill("Pay half in advance")
        line.press("Enter")
        self.fay.presses("Add a step")
        self.fay.fills(What_is_done="Is it late?", What_kind_of_step="Decision")
        for way, label in enumerate(("yes", "no")):
            self.fay.dialog.get_by_label("If…").nth(way).fill(label)
        self.fay.presses("Save", self.fay.dialog)
        self.mira.sees("Is it late?")

    def returns(self) -> None:
        """The aim is reworded, another is added, and the flipchart is closed."""
        self.fay.presses("Next: Return to the aims")
        self.fay.presses("Change", self.fay.page.get_by_role("group", name=AIM))
        self.fay.fills(New_wording="Everybody is paid in time", Because="Sam told why")
        self.fay.presses("Change", self.fay.dialog)
        self.mira.sees("Everybody is paid in time")
        self.fay.presses("Add an aim")
        self.fay.fills(The_aim="We say when we cannot pay")
        self.fay.presses("Word an aim", self.fay.dialog)
        self.tess.sees("We say when we cannot pay")


def test_O5a_five_people_go_from_the_first_note_to_an_outline_with_its_thread(
    come_in: Gathering,
) -> None:
    session = Session(come_in)
    for phase in ("gather", "aims", "experience", "reflect", "process", "returns"):
        getattr(session, phase)()
    fay, mira = session.fay, session.mira
    fay.closes_the_flipchart()
    mira.sees("The flipchart is closed.")
    mira.page.goto(mira.page.url.replace("/room", "/outline"))
    for words in (
        "Everybody is paid in time",
        "We say when we cannot pay",
        "Pay half in advance",
        "Candour",
    ):
        mira.sees(words)
    line = mira.page.get_by_role("article").filter(has_text="Pay half in advance")
    mira.goes_by("why this line is here", line)
    expect(mira.page.get_by_text(HALF).filter(visible=True).first).to_be_visible()
    expect(mira.page.get_by_text(LATE).filter(visible=True).first).to_be_visible()
