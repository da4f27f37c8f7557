"""The people of the journeys: each in a browser of their own, doing and seeing what
people do and see.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from browsing import PATIENCE, Browsing
from playwright.sync_api import Locator, expect

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}


class Someone(Browsing):
    """A person with a browser of their own. Whatever a page does that it should not is
    kept in `trouble`.
    """

    def goes_to(self, link: str) -> None:
        """Open a link, over their own line where they have one."""
        self.page.goto(self.line.through(link) if self.line else link)

    def comes_in(self, link: str) -> "Someone":
        """Arrive by a link, with a name."""
        self.goes_to(link)
        self.page.get_by_label("What shall we call you?").fill(self.name)
        self.sends("Come in")
        self.goes_by("Go in")
        return self

    def came_in(self, link: str) -> "Someone":
        """Open the room as somebody who arrived by a link before: the same requests, without
        their pages drawn.
        """
        here, door = self.line.through(link) if self.line else link, self.context.request
        assert door.get(here).ok
        token = next(
            one.get("value", "") for one in self.context.cookies() if one.get("name") == "csrftoken"
        )
        given: dict[str, str | float | bool] = {
            "arriving": str(uuid4()),
            "name": self.name,
            "where": "online",
            "csrfmiddlewaretoken": token,
        }
        assert door.post(here, form=given, headers={"Referer": here}, max_redirects=0).status == 302
        self.page.goto(re.sub("/join/.*", "/room", here))
        return self

    # what people do

    def presses(self, name: str, within: Locator | None = None) -> None:
        """Press a button."""
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def sends(self, name: str, within: Locator | None = None) -> None:
        """Press a button of a form that is a page, and wait until the page that
        comes of it is whole.
        """
        with self.page.expect_navigation():
            self.presses(name, within)

    def goes_by(self, name: str, within: Locator | None = None) -> None:
        """Follow a link, and wait until its page is whole."""
        with self.page.expect_navigation():
            (within or self.page).get_by_role("link", name=name).first.click()

    def opens_the_flipchart(self) -> None:
        """It is open when this comes back."""
        self.presses("Open the flipchart")
        self.is_asked("Who is here, and how do we want to be together?")

    def reveals(self, notes: int) -> None:
        """So many notes are turned up; they are when this comes back."""
        self.presses(f"Reveal {notes} note{'' if notes == 1 else 's'}")
        expect(self.page.get_by_role("button", name=re.compile("^Reveal"))).to_have_count(0)

    def closes_the_flipchart(self) -> None:
        """It is closed when this comes back."""
        self.leads("Close the flipchart")
        self.presses("Close the flipchart", self.dialog)
        self.sees("The flipchart is closed.")

    def fills(self, **fields: str) -> None:
        """Fill fields of the open dialog: `What_happened="…"`; a field's name may end
        in a question mark.
        """
        for label, text in fields.items():
            field = self.dialog.get_by_label(re.compile(rf"^{label.replace('_', ' ')}\b"))
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=text)
            else:
                field.fill(text)

    def pen(self, box: str) -> Locator:
        """The form in which one writes; where it is folded to a button, that is pressed."""
        writing = self.page.locator("form.pen").filter(
            has=self.page.get_by_role("textbox", name=box, exact=True)
        )
        folded = self.page.get_by_role("button", name=box, exact=True)
        expect(writing.or_(folded).first).to_be_visible()
        if folded.is_visible():
            folded.click()
        return writing

    def types(self, text: str, box: str) -> None:
        """Type without putting it up."""
        self.pen(box).get_by_role("textbox").fill(text)

    def writes(
        self, text: str, box: str = "Your note", go: str = "Put it up", whose: str = ""
    ) -> None:
        """Write something and put it up, a scribe also for somebody else."""
        self.types(text, box)
        if whose:
            self.pen(box).get_by_label("Whose words?").select_option(label=whose)
        self.presses(go, self.pen(box))

    def chooses(self, item: str, of: str | Locator) -> None:
        """Choose something from the menu of a note, found by its words, or of whatever is given."""
        thing = self.note(of) if isinstance(of, str) else of
        thing.get_by_role("button", name=re.compile("^More")).first.click()
        self.page.get_by_role("menuitem", name=item).click()

    def follows(self, item: str) -> None:
        """Choose something from the menu with their own name."""
        self.page.get_by_role("button", name=re.compile("^You and this device")).click()
        self.page.get_by_role("menuitem", name=item).click()

    def leads(self, item: str) -> None:
        """Choose something from the facilitators' menu."""
        self.presses("More for facilitators")
        self.page.get_by_role("menuitem", name=item).click()

    def asks(self, do: str, **fields: Any) -> int:
        """Ask by the other door, as themselves, where pressing the button is not what
        the journey tells.
        """
        answer = self.runs("asks", {"id": str(uuid4()), "do": do, **fields})
        assert "done" in answer, answer
        self.asked = answer["number"]
        return answer["made"] or 0

    # what people see

    @property
    def dialog(self) -> Locator:
        """The sheet that lies over the room."""
        return self.page.get_by_role("dialog")

    def thing(self, words: str) -> Locator:
        """The list item with these words, the innermost one."""
        return self.page.get_by_role("listitem").filter(has_text=words).last

    def note(self, words: str) -> Locator:
        """The note with these words."""
        return self.page.get_by_role("article").filter(has_text=words)

    def sees(self, words: str, within: Locator | None = None) -> None:
        """These words are on the screen, now or in a moment."""
        expect(
            (within or self.page.locator("body")).get_by_text(words).filter(visible=True).first
        ).to_be_visible()

    def misses(self, words: str) -> None:
        """These words are nowhere on the screen."""
        expect(self.page.get_by_text(words)).to_have_count(0)

    def is_asked(self, question: str) -> None:
        """The screen's own question."""
        expect(self.page.get_by_role("heading", level=1, name=question)).to_be_visible()

    def stands_in(self, phase: str) -> None:
        """The screen is that of a phase, whole."""
        self.hears(
            lambda: (
                [sheet.get("phase") for id, sheet in self.changes("sheet") if id == "workshop"][-1:]
                == [phase]
            )
        )
        expect(self.page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        expect(self.page.get_by_text("The flipchart is on its way…")).to_have_count(0)

    def is_gone(self) -> None:
        """Their page ended: they are not here any more. That the browser says so
        too is no trouble.
        """
        expect(
            self.page.get_by_role(
                "heading", name="You are not in this workshop on this device any more."
            )
        ).to_be_visible()
        self.forgives("404", "403")

    def has_ended(self, why: str) -> None:
        """Their page ended, and says why."""
        self.is_asked(why)
        self.forgives("404")

    def is_refused(self) -> None:
        """The page is a polite no: there is nothing here for them."""
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.page.get_by_label("What shall we call you?")).to_have_count(0)
        self.forgives("404")

    def is_saved(self) -> None:
        """The page says that everything is saved."""
        expect(self.page.get_by_role("banner").get_by_text("Saved", exact=True)).to_be_visible()

    @property
    def person(self) -> int:
        """Who they are to the workshop."""
        return json.loads(self.page.locator("script#page").text_content() or "")["person"]

    def catches_up_with(self, other: "Someone") -> None:
        """What the other asked for last is here too."""
        self.hears(
            lambda: any(
                frame.get("for") == "everyone" and frame.get("number", 0) >= other.asked
                for frame in self.frames
            )
        )
        expect(self.page.get_by_text("The flipchart is on its way…")).to_have_count(0)

    def knows(self, words: str, since: int = 0) -> None:
        """These words come over the socket, if they have not yet, after so many frames."""
        self.hears(
            lambda: (
                words in json.dumps(self.frames[since:], ensure_ascii=False, separators=(",", ":"))
            )
        )

    def hears(self, enough: Callable[[], bool]) -> None:
        """Wait until enough came over the socket."""
        given_up = time.monotonic() + PATIENCE / 1000
        while not enough():
            assert time.monotonic() < given_up, f"{self.name} has not received it"
            self.page.wait_for_timeout(50)

    def changes(self, collection: str) -> Iterator[tuple[str, Any]]:
        """Everything of a kind that this browser received over its socket, in order."""
        for frame in list(self.frames):
            yield from frame.get("put", {}).get(collection, {}).items()

    @contextmanager
    def offline(self) -> Iterator[None]:
        """Their line is cut, and mended afterwards. That their browser complains
        of it is no trouble.
        """
        assert self.line is not None
        self.line.cut()
        self.hears(lambda: not self.sockets)
        yield
        self.line.mend()
        self.is_saved()
        self.forgives("ERR_", "WebSocket")
