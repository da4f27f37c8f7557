"""A group puts its notes together: a note is dragged on a note, the groups stay where they are, and
what seems alike is pointed out (A6, A9).
"""

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

APART = ("A ramp at the back door", "Write the price on the wall", "Music ends at eleven")
ONE, OTHER = "Pay small suppliers within ten days", "Small suppliers are paid within ten days"


class Sorting:
    """Fay facilitates and Kit writes for others, both on laptops; five notes are on the board."""

    def __init__(self, come_in: Gathering) -> None:
        """The notes are turned up."""
        self.fay, self.kit = come_in.opened(), come_in("Kit", "scribe")
        self.fay.asks("OpenPhase", phase="aims")
        self.fay.asks("RevealNotes")
        self.ids = [self.fay.asks("WriteNote", text=text) for text in (*APART, ONE, OTHER)]
        expect(self.fay.page.get_by_text(OTHER)).to_be_visible()

    def grouped(self, *places: int, title: str) -> int:
        return self.fay.asks("GroupNotes", notes=[self.ids[one] for one in places], title=title)


@pytest.fixture
def sorting(come_in: Gathering) -> Sorting:
    return Sorting(come_in)


def note(person: Someone, words: str) -> Locator:
    return person.page.get_by_role("listitem").filter(has_text=words)


def drag(person: Someone, words: str, onto: Locator) -> None:
    """With the mouse, by its words, to the middle of something."""
    start, end = note(person, words).bounding_box(), onto.bounding_box()
    assert start and end
    mouse = person.page.mouse
    mouse.move(start["x"] + 20, start["y"] + 12)
    mouse.down()
    mouse.move(end["x"] + end["width"] / 3, end["y"] + end["height"] / 2, steps=6)
    mouse.up()


def places(person: Someone) -> list[tuple[float, float]]:
    """Where the groups stand on somebody's board."""
    groups = person.page.get_by_role("region", name="Notes in groups").get_by_role("heading")
    boxes = [one.bounding_box() for one in groups.all()]
    return [(box["x"], box["y"]) for box in boxes if box]


def test_A6_a_note_dragged_on_another_makes_a_group_with_it_and_on_one_in_a_group_joins_it(
    sorting: Sorting,
) -> None:
    fay = sorting.fay
    drag(fay, ONE, note(fay, OTHER))
    fay.page.get_by_label("What do these notes say together?").fill("Paid in time")
    fay.page.keyboard.press("Enter")
    group = fay.page.get_by_role("region", name="Paid in time")
    expect(group.get_by_role("listitem")).to_have_count(2)
    drag(fay, APART[1], note(fay, ONE))
    expect(group.get_by_role("listitem")).to_have_count(3)
    drag(fay, APART[1], fay.page.get_by_role("heading", name="Not grouped yet"))
    expect(group.get_by_role("listitem")).to_have_count(2)


def test_A6_with_the_keyboard_a_note_goes_where_another_is(sorting: Sorting) -> None:
    fay = sorting.fay
    sorting.grouped(3, title="Paid in time")
    fay.chooses("Group with…", OTHER)
    fay.page.get_by_role("dialog").get_by_role("button", name=ONE).click()
    group = fay.page.get_by_role("region", name="Paid in time")
    expect(group.get_by_role("listitem")).to_have_count(2)


def test_A6_nobodys_move_moves_a_group_on_another_screen(sorting: Sorting) -> None:
    fay, kit = sorting.fay, sorting.kit
    for place, title in enumerate(("Doors", "Prices", "Nights", "Money")):
        sorting.grouped(place, title=title)
    for one in (fay, kit):
        expect(one.page.get_by_role("region", name="Money")).to_be_visible()
        one.page.wait_for_timeout(300)
    before = places(kit)
    drag(fay, OTHER, fay.page.get_by_role("region", name="Doors").get_by_role("heading"))
    expect(kit.page.get_by_role("region", name="Doors").get_by_role("listitem")).to_have_count(2)
    assert len(before) == 4 and places(kit) == before


def test_A9_what_seems_alike_is_pointed_out_and_put_together_by_somebody(sorting: Sorting) -> None:
    fay = sorting.fay
    sorting.fay.asks("WriteNote", text="Nobody carries chairs alone")
    fay.presses("Similar notes")
    dialog = fay.page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    expect(dialog).to_contain_text(ONE)
    expect(fay.page.get_by_role("region", name="Notes in groups")).to_have_count(0)
    dialog.get_by_role("button", name="Group these 2").click()
    fay.page.get_by_label("What do these notes say together?").fill("Paid in time")
    fay.page.keyboard.press("Enter")
    group = fay.page.get_by_role("region", name="Paid in time")
    expect(group.get_by_role("listitem")).to_have_count(2)
