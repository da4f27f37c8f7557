"""A group says where its steps lead on: what nobody said is asked, and an offer is
taken with one tap.
"""

import re
from typing import Any

import pytest
from gathering import Gathering
from people import Someone
from playwright.sync_api import Locator, expect
from test_by_keyboard_alone import picks, presses

pytestmark = pytest.mark.browser

ASKED = "What comes next?"


def mapped(come_in: Gathering, *texts: str, **device: Any) -> tuple[Someone, list[int]]:
    """The facilitator has put up these steps in this order, and nothing else was said."""
    fay = come_in("Fay", "facilitator", **device)
    fay.opens_the_flipchart()
    fay.asks("OpenPhase", phase="process")
    ids = [fay.asks("AddElement", kind="activity", text=text) for text in texts]
    fay.stands_in("process")
    fay.presses("List")
    return fay, ids


def ways_of(person: Someone, step: str) -> Locator:
    return person.page.get_by_role("group", name=f"What happens next? {step}", exact=True)


def test_P1c_the_order_draws_no_arrow_and_an_offer_is_taken_with_one_tap_on_a_phone(
    come_in: Gathering,
) -> None:
    fay, _ = mapped(
        come_in, "Ask", "Order", "Pay", viewport={"width": 390, "height": 844}, has_touch=True
    )
    expect(fay.page.get_by_text(ASKED, exact=True)).to_have_count(3)
    ways_of(fay, "1 Ask").get_by_role("button", name="Then 2 Order").tap()
    expect(ways_of(fay, "1 Ask")).to_have_text("then → 2 Order")
    ways_of(fay, "3 Pay").get_by_role("button", name="Ends here").tap()
    expect(ways_of(fay, "3 Pay")).to_have_text("Ends here")
    expect(fay.page.get_by_text(ASKED, exact=True)).to_have_count(1)
    fay.presses("Drawing")
    expect(fay.page.locator("path.flow")).to_have_count(1)


def test_P3a_list_lanes_drawing_wall_and_outline_show_the_same_ways(come_in: Gathering) -> None:
    fay, (ask, order, pay) = mapped(come_in, "Ask", "Order", "Pay")
    olu = come_in("Olu", "observer")
    again = {"label": "again", "to": ask}
    fay.asks(
        "SayWays",
        about=ask,
        ways=[{"to": order}, {"to": pay}, again, {"label": "no", "ends": True}],
        fork="one",
    )
    olu.presses("List")
    for words in (
        "One of these:",
        "then → 2 Order",
        "then → 3 Pay",
        "again → 1 Ask",
        "no → ends here",
    ):
        olu.sees(words, ways_of(olu, "1 Ask"))
    expect(ways_of(olu, "2 Order")).to_have_text(ASKED)
    expect(ways_of(olu, "2 Order").get_by_role("button")).to_have_count(0)
    olu.presses("Lanes")
    for words in ("One of these:", "then → 2", "then → 3", "again → 1", "no → ends here"):
        olu.sees(words, olu.page.get_by_role("button", name=re.compile("^1 Ask")))
    olu.presses("Drawing")
    expect(olu.page.locator("path.flow")).to_have_count(3)
    olu.sees("Ends here: no")
    expect(olu.page.locator(".below").get_by_text(ASKED, exact=True)).to_have_count(2)
    wall = come_in.somebody("wall")
    wall.goes_to(come_in.links["wall"])
    expect(wall.page.locator("path.flow")).to_have_count(3)
    wall.sees("Ends here: no")
    fay.page.goto(fay.page.url.replace("/room", "/outline"))
    expect(fay.page.locator("svg.whole path.flow")).to_have_count(3)
    for words in ("One of these:", "then → P2", "then → P3", "again → P1", "no → ends here"):
        fay.sees(words, fay.page.locator(f"#line-{ask}"))
    fay.sees("Nobody has said yet what comes after P2 and P3.")


def test_P3f_ways_are_said_with_the_keyboard_alone(come_in: Gathering) -> None:
    fay, _ = mapped(come_in, "Ask", "Order")
    presses(fay, "Then 2 Order")
    expect(ways_of(fay, "1 Ask")).to_have_text("then → 2 Order")
    expect(ways_of(fay, "1 Ask")).to_be_focused()
    picks(fay, "Somewhere else", "1 Ask")
    expect(ways_of(fay, "2 Order")).to_have_text("then → 1 Ask")


def test_P1e_what_is_added_between_two_is_offered_to_stand_between_them(come_in: Gathering) -> None:
    fay, (ask, pay) = mapped(come_in, "Ask", "Pay")
    fay.asks("SayWays", about=ask, ways=[{"to": pay}])
    fay.page.get_by_role("button", name="1 Ask").click()
    fay.presses("Add after")
    fay.fills(What_is_done="Order")
    fay.presses("Save", fay.dialog)
    fay.sees("1 Ask leads to 3. Through here instead?")
    fay.presses("Through here")
    ways_of(fay, "2 Order").get_by_role("button", name="Then 3 Pay").click()
    expect(ways_of(fay, "1 Ask")).to_have_text("then → 2 Order")
    expect(ways_of(fay, "2 Order").get_by_role("listitem")).to_have_text("then → 3 Pay")


def test_P1e_which_of_several_ways_are_taken_is_asked_and_said_in_the_form_too(
    come_in: Gathering,
) -> None:
    fay, (ask, order, pay) = mapped(come_in, "Ask", "Order", "Pay")
    fay.asks("SayWays", about=ask, ways=[{"to": order}, {"to": pay}])
    ways_of(fay, "1 Ask").get_by_role("button", name="All of these").click()
    fay.sees("All of these:", ways_of(fay, "1 Ask"))
    fay.page.get_by_role("button", name="1 Ask").click()
    fay.presses("Arrange")
    fay.dialog.get_by_label("Of several ways").select_option("One of these")
    fay.dialog.get_by_label("then to").last.select_option("ends here")
    fay.presses("Save", fay.dialog)
    fay.sees("One of these:", ways_of(fay, "1 Ask"))
    expect(ways_of(fay, "1 Ask").get_by_role("listitem")).to_have_text(
        ["then → 2 Order", "Ends here"]
    )


def drawn(person: Someone, start: Locator, end: Locator) -> None:
    """Draw a way with the mouse, from the middle of a box to that of another."""
    mouse = person.page.mouse
    for box, press in ((start.bounding_box(), True), (end.bounding_box(), False)):
        assert box
        mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
        if press:
            mouse.down()
            mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] + 60, steps=5)
    mouse.up()


def test_P1b_a_way_is_drawn_from_a_box_to_a_box_and_back_to_itself(come_in: Gathering) -> None:
    fay, _ = mapped(come_in, "Ask", "Order", "Pay")
    fay.presses("Drawing")
    region = fay.page.get_by_role("region", name="Drawing")
    ask, pay = (region.get_by_role("button", name=name) for name in ("1 Ask", "3 Pay"))
    drawn(fay, ask, pay)
    expect(fay.page.locator("path.flow")).to_have_count(1)
    drawn(fay, ask, pay)
    expect(fay.page.get_by_text("It leads there already.").first).to_be_visible()
    drawn(fay, pay, pay)
    expect(fay.page.locator("path.flow")).to_have_count(2)
    fay.presses("List")
    expect(ways_of(fay, "1 Ask")).to_contain_text("then → 3 Pay")
    expect(ways_of(fay, "3 Pay")).to_contain_text("then → 3 Pay")
