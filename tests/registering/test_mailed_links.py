"""L5, W23: whoever registers types any address; who reads its mail says once whether it was they who registered."""

import re
from collections.abc import Callable

import pytest
from registering_people import LETTERS, Announced, Registering, heading, json_of, run
from research_asking import Asked

Announce = Callable[..., Announced]


@pytest.fixture
def workshop(announced: Announce) -> Announced:
    """A workshop that asks about research."""
    return announced(drop_in=True)


def mailed(workshop: Announced) -> str:
    """The link in the newest letter to Lena."""
    letters = json_of(run(workshop.server, LETTERS, {"name": "Lena", "address": workshop.address}))
    return re.findall(r"/w/\S+/mine/[0-9a-f]+/[0-9]+", next(body for _, body in reversed(letters) if body))[0]


def registered(workshop: Announced) -> tuple[Registering, Registering]:
    """The device on which Lena was registered with her address, and another on which she reads her mail."""
    return workshop.registers("Lena", "lena@example.org"), workshop.somebody()


def test_L5_opening_the_first_letter_on_another_device_asks_and_changes_nothing(workshop: Announced) -> None:
    device, lena = registered(workshop)
    asked = lena.get(mailed(workshop))
    assert heading(asked.text) == "Did you register, on another device?"
    assert lena.get(f"/w/{workshop.address}/mine").status_code == 404
    assert heading(device.mine()) == "You are coming, Lena"


def test_L5_whoever_registered_with_somebody_elses_address_is_out_when_they_say_so(workshop: Announced) -> None:
    project = Asked(workshop.server, workshop.address)
    eve, lena = registered(workshop)
    eve.form(project.page, sheet="1", **{"take-part": "yes", "quotes": "no"})
    eve.presses("join")
    old = mailed(workshop)
    lena.form(old, do="mine")
    assert heading(lena.mine()) == "You are coming, Lena"
    assert eve.get(f"/w/{workshop.address}/mine").status_code == 404
    assert eve.get(f"/w/{workshop.address}/room").url.path == f"/w/{workshop.address}"
    assert workshop.somebody().get(old).status_code == 404
    last = {one["statement"]: one["answer"] for one in project.stored()}
    assert last == {"take-part": "not now", "quotes": "no"}


def test_W23_who_registered_themselves_says_so_once_and_is_in_on_every_device(workshop: Announced) -> None:
    project = Asked(workshop.server, workshop.address)
    phone, laptop = registered(workshop)
    phone.form(project.page, sheet="1", **{"take-part": "yes"})
    laptop.form(mailed(workshop), do="registered")
    tablet = workshop.somebody()
    tablet.get(mailed(workshop))
    assert [heading(one.mine()) for one in (phone, laptop, tablet)] == ["You are coming, Lena"] * 3
    assert project.stored()[-1]["answer"] == "yes"


def test_W23_on_the_device_that_registered_a_letters_link_leads_straight_on(workshop: Announced) -> None:
    phone, _ = registered(workshop)
    assert heading(phone.get(mailed(workshop)).text) == "You are coming, Lena"


def test_W23_a_link_copied_from_ones_own_page_asks_nothing(workshop: Announced) -> None:
    phone, laptop = registered(workshop)
    assert heading(laptop.get(phone.link()).text) == "You are coming, Lena"


def test_C4_the_way_to_withdraw_leads_there_once_they_have_said_so(workshop: Announced) -> None:
    Asked(workshop.server, workshop.address)
    _, laptop = registered(workshop)
    there = laptop.form(f"{mailed(workshop)}?research", do="registered")
    assert there.url.path == f"/w/{workshop.address}/research"
