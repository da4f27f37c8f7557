"""Working without a mouse and without looking: keys only, where the focus is, and what is said
aloud.
"""

import re

from people import Someone
from playwright.sync_api import expect


def tabs_to(person: Someone, name: str) -> None:
    """Tab until what has this name has the focus, once it is there, and see that it shows."""
    begins, page = re.compile(rf"^\s*{re.escape(name)}"), person.page
    called = page.get_by_role("button", name=begins).or_(page.get_by_role("link", name=begins))
    expect(
        called.or_(page.get_by_label(begins))
        .or_(page.get_by_text(begins))
        .filter(visible=True)
        .first
    ).to_be_visible()
    for _ in range(80):
        person.page.keyboard.press("Tab")
        if person.runs("has_focus").startswith(name):
            assert person.runs("shows_focus"), f"the focus on {name} cannot be seen"
            return
    raise AssertionError(f"no way by Tab to {name}")


def presses(person: Someone, name: str) -> None:
    """Tab to a button and press Enter."""
    tabs_to(person, name)
    person.page.keyboard.press("Enter")


def picks(person: Someone, name: str, item: str) -> None:
    """Open a menu and go down to an item with the arrow keys."""
    presses(person, name)
    expect(person.page.locator("[role=menuitem]:focus")).to_have_count(1)
    for _ in range(20):
        if person.runs("has_focus").startswith(item):
            person.page.keyboard.press("Enter")
            return
        person.page.keyboard.press("ArrowDown")
    raise AssertionError(f"no {item} in the menu")


def types(person: Someone, name: str, text: str, go: str = "Control+Enter") -> None:
    """Tab to a field, type, and press what sends it."""
    tabs_to(person, name)
    person.page.keyboard.type(text)
    person.page.keyboard.press(go)


def fills(person: Someone, name: str, text: str) -> None:
    """Type into the field of the dialog that has just opened, which has the focus, and send it."""
    expect(person.dialog.get_by_label(re.compile(rf"^{re.escape(name)}"))).to_be_focused()
    person.page.keyboard.type(text)
    person.page.keyboard.press("Enter")
    expect(person.dialog).to_have_count(0)


def is_at_the_question(person: Someone, question: str) -> None:
    """What was pressed is gone, and the focus is on the heading of what came."""
    heading = person.page.get_by_role("heading", level=1, name=question)
    expect(heading).to_be_focused()


def is_at(person: Someone, name: str) -> None:
    """The focus is on what has this name."""
    expect(person.page.locator(":focus")).to_have_accessible_name(re.compile(re.escape(name)))


def listens(person: Someone) -> Someone:
    """From now on it is kept what their page says aloud."""
    person.runs("listens")
    return person


def is_told(person: Someone, *sentences: str) -> None:
    """Their page says these aloud, each once and in this order, since they were told last."""
    for sentence in sentences:
        person.page.wait_for_function("(one) => heard.join(' ').includes(one)", arg=sentence)
        person.runs("heard_until", sentence)
