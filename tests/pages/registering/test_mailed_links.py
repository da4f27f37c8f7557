"""L5, W23: whoever registers types any address, so that nobody is one with who reads its mail
before that is known.
"""

import json
import uuid
from collections.abc import Callable

import pytest
from opened import seal_in
from registering_people import Announced, Registering, heading, mailed, people
from research_asking import Asked

Announce = Callable[..., Announced]


@pytest.fixture
def workshop(announced: Announce) -> Announced:
    """A workshop that asks about research."""
    return announced(drop_in=True)


def registered(workshop: Announced) -> tuple[Registering, Registering]:
    """The device on which Lena was registered with her address, and another on which
    she reads her mail.
    """
    return workshop.registers("Lena", "lena@example.org"), workshop.somebody()


SECRETS = ("Nobody shall read this", "A memo for me")


def moves(person: Registering, email: str) -> None:
    """Somebody gives another address on their own page."""
    path = f"/w/{person.address}/mine/change"
    given = {"made_with": str(uuid.uuid4()), "opened-with": seal_in(person.get(path).text)}
    assert person.form(path, name="Lena", email=email, **given).url.path.endswith("/mine")


def writes(person: Registering) -> None:
    """Somebody keeps things to themselves."""
    story = person.post("TellExperience", title="Mine", visibility="only_me").json()["made"]
    person.post("PlaceMoment", experience=story, text=SECRETS[0], visibility="only_me")
    person.post("WriteMemo", text=SECRETS[1])


def reads_them(person: Registering) -> bool:
    """Whether they receive any of it."""
    person.presses("join")
    shown = json.dumps(person.open().layers)
    return any(one in shown for one in SECRETS)


def test_L5e_opening_a_letter_on_another_device_asks_and_changes_nothing(
    workshop: Announced,
) -> None:
    device, lena = registered(workshop)
    asked = lena.get(mailed(workshop))
    assert heading(asked.text) == "Have this registration here?"
    assert lena.get(f"/w/{workshop.address}/mine").status_code == 404
    assert heading(device.mine()) == "You are coming, Lena"


def test_L5f_whoever_registered_with_somebody_elses_address_is_not_them(
    workshop: Announced,
) -> None:
    eve, lena = registered(workshop)
    eve.presses("join")
    old = mailed(workshop)
    lena.has_it_here(old)
    lena.presses("join")
    writes(lena)
    assert heading(lena.mine()) == "You are coming, Lena"
    assert heading(eve.mine()) == "Your registration is on another device now"
    assert not reads_them(eve)
    assert workshop.somebody().get(old).status_code == 404


@pytest.mark.parametrize("writes_before", [True, False])
def test_L5f_who_reads_a_mistyped_address_is_not_who_mistyped_it(
    workshop: Announced, writes_before: bool
) -> None:
    lena, stranger = registered(workshop)
    if writes_before:
        lena.presses("join")
        writes(lena)
    stranger.has_it_here(mailed(workshop))
    if not writes_before:
        lena.registers("Lena", "right@example.org")
        lena.presses("join")
        writes(lena)
    assert not reads_them(stranger)
    assert lena.get(f"/w/{workshop.address}/room").url.path == f"/w/{workshop.address}/room"


def test_L5g_what_an_address_has_opened_ends_when_another_stands_there(workshop: Announced) -> None:
    lena, stranger = registered(workshop)
    first = mailed(workshop)
    moves(lena, "right@example.org")
    assert (stranger.get(first).status_code, stranger.has_it_here(first).status_code) == (404, 404)


@pytest.mark.parametrize("proved_by", ["own letter", "handed link"])
def test_L5g_what_was_proved_of_one_address_is_not_proved_of_the_next(
    workshop: Announced, proved_by: str
) -> None:
    eve = workshop.registers("Lena", "eve@example.org")
    if proved_by == "own letter":
        eve.get(mailed(workshop))
    else:
        tablet = workshop.somebody()
        tablet.has_it_here(mailed(workshop))
        eve = tablet
    moves(eve, "lena@example.org")
    lena = workshop.somebody()
    assert heading(lena.get(mailed(workshop)).text) == "Have this registration here?"


def test_L5f_what_somebody_needs_stays_known_to_who_prepares_and_is_not_told_to_a_mistyped_address(
    workshop: Announced,
) -> None:
    workshop.registers(
        "Lena", "lena@example.org", access_needs="No ladder", could_tell="on", line="My boss"
    )
    stranger = workshop.somebody()
    stranger.has_it_here(mailed(workshop))
    pages = [
        stranger.get(f"/w/{workshop.address}/mine{page}").text
        for page in ("", "/change", "/everything.json")
    ]
    assert not any("ladder" in page or "My boss" in page for page in pages)
    assert "No ladder" in people(workshop.doors.arrive("Fay", "facilitator"))


def test_W24d_what_was_agreed_to_before_anybody_came_in_is_asked_anew(workshop: Announced) -> None:
    project = Asked(workshop.server, workshop.address)
    eve, lena = registered(workshop)
    eve.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes", "quotes": "no"})
    lena.has_it_here(mailed(workshop))
    last = {one["statement"]: one["answer"] for one in project.stored()}
    assert last == {"take-part": "not now", "quotes": "no"}


def test_L5f_whoever_takes_a_registration_over_ends_no_answer_of_who_came_in_by_it(
    workshop: Announced,
) -> None:
    project = Asked(workshop.server, workshop.address)
    lena, stranger = registered(workshop)
    lena.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes", "quotes": "no"})
    lena.presses("join")
    stranger.has_it_here(mailed(workshop))
    stored = [(one["statement"], one["answer"], one["registered"]) for one in project.stored()]
    assert sorted(stored) == [("quotes", "no", False), ("take-part", "yes", False)]


def test_W23_who_opens_the_newest_letter_on_every_device_is_in_on_each(workshop: Announced) -> None:
    phone, laptop = registered(workshop)
    laptop.has_it_here(mailed(workshop))
    for device in (phone, workshop.somebody()):
        assert heading(device.goes_on(mailed(workshop)).text) == "You are coming, Lena"
    assert heading(laptop.mine()) == "You are coming, Lena"


def test_W23_a_letter_opened_where_it_was_registered_asks_nothing(workshop: Announced) -> None:
    phone, _ = registered(workshop)
    assert heading(phone.get(mailed(workshop)).text) == "You are coming, Lena"


@pytest.mark.parametrize("behind", ["", "?research", "?lines"])
def test_L5e_a_letter_that_somebody_sends_on_makes_no_device_theirs_unasked(
    workshop: Announced, behind: str
) -> None:
    eve = workshop.registers("Lena", "eve@example.org")
    lena, letter = workshop.somebody(), mailed(workshop)
    eve.get(letter)
    asked = lena.get(letter + behind)
    assert heading(asked.text) == "Are you Lena?"
    assert "if somebody else sent it to you, it is not" in asked.text
    assert lena.get(f"/w/{workshop.address}/mine").status_code == 404


def test_L5e_who_took_a_registration_over_sends_its_letter_to_nobody_unasked(
    workshop: Announced,
) -> None:
    lena, stranger = registered(workshop)
    stranger.has_it_here(mailed(workshop))
    assert heading(lena.get(mailed(workshop)).text) == "Are you Lena?"
    assert heading(lena.mine()) == "Your registration is on another device now"


def test_L5e_a_link_that_somebody_sent_makes_no_device_the_one_that_registered(
    workshop: Announced,
) -> None:
    eve, lena = registered(workshop)
    lena.goes_on(eve.link())
    assert heading(lena.get(mailed(workshop)).text) == "Have this registration here?"
    lena.has_it_here(mailed(workshop))
    assert heading(lena.mine()) == "You are coming, Lena"
    assert heading(eve.mine()) == "Your registration is on another device now"
    assert eve.presses("join").status_code == 404


def test_S8a_who_was_shown_out_comes_back_by_no_letter_into_the_place_that_they_had(
    announced: Announce,
) -> None:
    workshop = announced(places=1)
    eve, elsewhere = registered(workshop)
    eve.presses("join")
    fay = workshop.doors.opened()
    fay.post(
        "RemovePerson", person=int(eve._cookie(f"footpath-{workshop.address}").partition(".")[0])
    )
    elsewhere.has_it_here(mailed(workshop))
    assert heading(elsewhere.mine()) == "You are not coming"
    assert elsewhere.presses("join").status_code == 400


def test_L5e_a_link_that_somebody_sends_makes_no_device_theirs_unasked(workshop: Announced) -> None:
    eve, lena = registered(workshop)
    asked = lena.get(eve.link())
    assert (
        heading(asked.text) == "Are you Lena?"
        and "if somebody else sent it to you, it is not" in asked.text
    )
    assert lena.get(f"/w/{workshop.address}/mine").status_code == 404


def test_W23_a_link_copied_from_ones_own_page_takes_one_tap(workshop: Announced) -> None:
    phone, laptop = registered(workshop)
    assert heading(laptop.goes_on(phone.link()).text) == "You are coming, Lena"
    assert heading(laptop.get(phone.link()).text) == "You are coming, Lena"


def test_C4_the_way_to_withdraw_leads_there_by_one_button(workshop: Announced) -> None:
    Asked(workshop.server, workshop.address)
    _, laptop = registered(workshop)
    there = laptop.has_it_here(f"{mailed(workshop)}?research")
    assert there.url.path == f"/w/{workshop.address}/research"
