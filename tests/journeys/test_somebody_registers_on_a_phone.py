"""Somebody registers on a phone, keeps their link, comes in with it from a laptop, and is the
same person there.
"""

import re
from collections.abc import Callable

import pytest
from people import PHONE, Someone
from playwright.sync_api import expect
from registering_people import Announced
from research_asking import Asked
from served import Server
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

LUNCH = {"text": "Will you eat with us?", "kind": "yes/no", "required": True}


@pytest.fixture
def workshop(server: Server) -> Announced:
    """A workshop that was announced, with a question and a research project."""
    made = Announced(server, drop_in=False, places=2, place="The Old Bakery", questions=[LUNCH])
    Asked(server, made.address)
    return made


def at(workshop: Announced, path: str) -> str:
    return f"{workshop.server.base}/w/{workshop.address}/{path}"


def registers(person: Someone, workshop: Announced) -> None:
    """Fill in what is needed, and send it."""
    person.goes_to(at(workshop, "register"))
    person.page.get_by_label("What shall we call you?").fill(person.name)
    person.page.get_by_label("Your e-mail address").fill(f"{person.name.lower()}@example.org")
    person.page.get_by_role("group", name="Will you eat with us?").get_by_label("Yes").check()
    person.sends("Register")


def test_W20_somebody_registers_on_a_phone_and_comes_in_from_a_laptop(
    workshop: Announced, somebody: Callable[..., Someone]
) -> None:
    yarrow, laptop = somebody("Yarrow", **PHONE), somebody("Yarrow's laptop")
    yarrow.goes_to(at(workshop, "register"))
    yarrow.page.get_by_label("I have an experience I could tell").check()
    yarrow.page.get_by_label("In a line, what is it about?").fill("A long winter")
    yarrow.sends("Register")
    yarrow.sees("Type a name first.")
    yarrow.forgives("400")
    expect(yarrow.page.get_by_label("In a line, what is it about?")).to_have_value("A long winter")
    yarrow.page.get_by_label("What shall we call you?").fill("Yarrow")
    yarrow.page.get_by_label("Your e-mail address").fill("yarrow@example.org")
    yarrow.page.get_by_role("group", name="Will you eat with us?").get_by_label("Yes").check()
    yarrow.sends("Register")
    yarrow.is_asked("You are coming, Yarrow")
    yarrow.sees("The Old Bakery")
    yarrow.goes_by("Answer, one question at a time")
    yarrow.sends("No")
    yarrow.is_asked("You are coming, Yarrow")
    laptop.goes_to(str(yarrow.page.locator("[data-copy]").get_attribute("data-copy")))
    laptop.sends("This is me")
    expect(laptop.page).to_have_url(re.compile("/mine$"))
    laptop.sends("Prepare my story")
    yarrow.sends("Prepare my story")
    assert laptop.person == yarrow.person


def test_W20_registering_needs_no_script(
    workshop: Announced, somebody: Callable[..., Someone]
) -> None:
    yarrow = somebody("Yarrow", java_script_enabled=False, **PHONE)
    registers(yarrow, workshop)
    yarrow.is_asked("You are coming, Yarrow")
    yarrow.sends("I am not coming")
    yarrow.is_asked("You are not coming")
    yarrow.sends("I am coming after all")
    yarrow.is_asked("You are coming, Yarrow")


def test_W22_who_waits_is_offered_a_place_and_takes_it(
    workshop: Announced, somebody: Callable[..., Someone]
) -> None:
    yarrow, heron, teasel = (somebody(name, **PHONE) for name in ("Yarrow", "Heron", "Teasel"))
    for person in (yarrow, heron, teasel):
        registers(person, workshop)
    teasel.is_asked("You are on the waiting list")
    teasel.misses("The Old Bakery")
    heron.sends("I am not coming")
    teasel.page.reload()
    teasel.is_asked("A place is free for you")
    teasel.sends("Yes, I am coming")
    teasel.is_asked("You are coming, Teasel")


def test_registering_keeps_nobody_out(
    workshop: Announced, somebody: Callable[..., Someone]
) -> None:
    yarrow, heron, teasel = (somebody(name) for name in ("Yarrow", "Heron", "Teasel"))
    yarrow.goes_to(at(workshop, "register"))
    found = keeps_out(yarrow, "the form")
    yarrow.page.get_by_label("I have an experience I could tell").check()
    yarrow.sends("Register")
    found += keeps_out(yarrow, "the form, sent back")
    yarrow.forgives("400")
    for person in (yarrow, heron, teasel):
        registers(person, workshop)
        found += keeps_out(person, f"{person.name}'s own page")
    yarrow.goes_to(at(workshop, "mine/change"))
    found += keeps_out(yarrow, "changing")
    heron.sends("I am not coming")
    found += keeps_out(heron, "not coming")
    teasel.page.reload()
    found += keeps_out(teasel, "a place is free")
    assert found == [], "\n".join(found)
