"""L5, W23: a personal link that somebody else could have seen is replaced when it is first
claimed on a device.
"""

import re
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from registering_people import (
    Announced,
    Registering,
    goes_astray,
    heading,
    letters_to,
    mailed,
    people,
)

from footpath.registering.models import Registration

Announce = Callable[..., Announced]


def lose_who_came_in(address: str) -> None:
    """As if nobody's coming in had been noted."""
    Registration.objects.filter(workshop__address=address).update(person=None)


def number_of_the_one(address: str) -> int:
    """The number of a workshop's one registration."""
    return Registration.objects.get(workshop__address=address).pk


def test_L5b_a_guest_who_uses_the_servers_ids_keeps_nobody_out(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    mallory = workshop.doors.arrive("Mallory")
    for number in range(1, 60):
        mallory.post("RaiseHand" if number % 2 else "LowerHand", id=f"registration-{number}")
    yarrow = workshop.registers("Yarrow")
    assert yarrow.presses("join").url.path == f"/w/{workshop.address}/room"


def test_S2_who_came_in_and_was_not_noted_comes_in_again_as_the_same_person(
    announced: Announce,
) -> None:
    """The server stopped between the two; the record answers by the id that the first
    release gave it too.
    """
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    yarrow.presses("join")
    workshop.server.beside(lose_who_came_in, workshop.address)
    yarrow.presses("join")
    everybody = workshop.doors.arrive("Fay", "facilitator").open().layers["everyone"]["people"]
    assert [one["name"] for one in everybody.values()].count("Yarrow") == 1


def test_L5c_the_form_gives_a_registration_to_nobody_else(announced: Announce) -> None:
    workshop, id = announced(drop_in=True), str(uuid.uuid4())
    yarrow = workshop.registers("Yarrow", made_with=id)
    thief = workshop.registers("Rush", made_with=id)
    yarrow.registers("Yarrow", made_with=id)
    assert [yarrow.heading, thief.heading] == ["You are coming, Yarrow", "You are coming, Rush"]
    assert workshop.states() == {"Yarrow": "coming", "Rush": "coming"}


def test_L5c_the_form_gives_nothing_once_the_link_was_changed(announced: Announce) -> None:
    workshop, id = announced(drop_in=True), str(uuid.uuid4())
    left = workshop.registers("Yarrow", made_with=id)
    yarrow = workshop.somebody()
    yarrow.goes_on(left.link())
    yarrow.presses("change-link")
    assert "your link was changed since" in left.registers("Yarrow", made_with=id).text
    assert left.get(f"/w/{workshop.address}/mine").status_code == 404


def handed_out(workshop: Announced, email: str = "") -> tuple[Registering, str]:
    """Fay, who facilitates, registers Mira on her own device; the link that she could pass on."""
    fay = workshop.somebody()
    path = workshop.doors.links["facilitator"].removeprefix(fay.base)
    fay.get(path)
    fay.form(path, arriving=str(uuid.uuid4()), name="Fay", where="online")
    fay.registers("Mira", email)
    return fay, fay.link()


def test_L5d_who_was_registered_by_a_facilitator_gets_a_link_that_only_they_have(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    fay, link = handed_out(workshop)
    mira = workshop.somebody()
    assert "Are you <bdi>Mira</bdi>?" in mira.get(link).text
    assert mira.get(f"/w/{workshop.address}/mine").status_code == 404
    assert "opens nothing any more" in mira.has_it_here(link).text
    assert mira.heading == "You are coming, Mira"
    assert fay.get(f"/w/{workshop.address}/mine").status_code == 404
    assert (fay.get(link).status_code, "Mira" in fay.get(link).text) == (404, False)
    assert mira.link() != link


def test_L5d_of_two_who_claim_a_registration_at_once_one_has_it(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    _, link = handed_out(workshop)
    devices = [workshop.somebody() for _ in range(6)]
    for device in devices:
        device.get(link)
    with ThreadPoolExecutor(6) as at_once:
        answers = list(at_once.map(lambda device: device.has_it_here(link).status_code, devices))
    assert sorted(answers) == [200] + [404] * 5


def test_L5d_the_button_pressed_again_on_the_device_that_claimed_does_the_same(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    _, link = handed_out(workshop)
    mira = workshop.somebody()
    mira.get(link)
    before = {cookie.name: cookie.value or "" for cookie in mira.http.cookies.jar}
    mira.has_it_here(link)
    mira.http.cookies.clear()
    mira.http.cookies.update(before)
    assert mira.has_it_here(link).status_code == 200
    assert mira.get(link).url.path == f"/w/{workshop.address}/mine"


def test_L5d_what_a_handed_out_link_led_into_the_room_ends_when_it_is_claimed(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    fay, link = handed_out(workshop)
    fay.presses("registered")
    fay.presses("join")
    page, mira = fay.open(), workshop.somebody()
    mira.get(link)
    mira.has_it_here(link)
    assert page.closed() == 4403
    assert fay.form(f"/w/{workshop.address}/ticket").status_code == 404


def test_W23_letters_after_a_claim_hold_the_link_that_works_and_one_goes_at_once(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    handed_out(workshop, "mira@example.org")
    mira = workshop.somebody()
    mira.has_it_here(mailed(workshop, "Mira"))
    letters = letters_to(workshop, "Mira")
    newest = re.findall(r"/w/\S+/mine/\S+", next(body for _, body in reversed(letters) if body))[0]
    assert [purpose for purpose, _ in letters].count("registered") == 2
    elsewhere = workshop.somebody()
    elsewhere.goes_on(newest)
    assert heading(elsewhere.mine()) == heading(mira.mine()) == "You are coming, Mira"
    assert workshop.somebody().goes_on(newest).url.path == f"/w/{workshop.address}/mine"


def test_W31_who_has_no_address_is_told_to_look_and_nobody_is_shown_their_link(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow", could_tell="on", line="Seventy days")
    fay = workshop.doors.arrive("Fay", "facilitator")
    key = re.search(r'people/ask/([^"#]+)#', people(fay))
    assert key is not None
    page = people(fay, f"ask/{key[1]}")
    assert yarrow.link() not in page
    assert f"/w/{workshop.address}/mine/asked" in page


def test_W31_who_was_registered_by_hand_is_reached_by_a_link_until_they_claim_it(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    fay = workshop.somebody()
    path = workshop.doors.links["facilitator"].removeprefix(fay.base)
    fay.form(path, arriving="here", name="Fay", where="online")
    fay.registers("Mira", could_tell="on", line="Seventy days")
    link, key = (
        fay.link(),
        re.search(r'people/ask/([^"#]+)#', fay.get(f"/w/{workshop.address}/people").text),
    )
    assert key is not None
    assert link in fay.form(f"/w/{workshop.address}/people/ask/{key[1]}").text
    mira = workshop.somebody()
    mira.get(link)
    mira.has_it_here(link)
    shown = fay.get(f"/w/{workshop.address}/people").text
    assert link not in shown and mira.link() not in shown


def test_L5d_who_corrects_an_address_keeps_nobody(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    workshop.registers("Yarrow", "yarow@example.org")
    fay = workshop.doors.arrive("Fay", "facilitator")
    goes_astray(workshop, "Yarrow")
    here = re.search(r"people/(\d+)/address", people(fay))
    assert here is not None
    people(fay, f"{here[1]}/address", email="yarrow@example.org")
    letters = letters_to(workshop, "Yarrow")
    link = re.findall(r"/w/\S+/mine/\S+", letters[0][1])[0]
    yarrow = workshop.somebody()
    assert "Have this registration here?" in yarrow.get(link).text
    yarrow.has_it_here(link)
    assert yarrow.heading == "You are coming, Yarrow"
    assert workshop.somebody().get(link).status_code == 404


def test_L5a_no_address_is_corrected_to_which_mail_goes(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    workshop.registers("Yarrow", "yarrow@example.org")
    fay = workshop.doors.arrive("Fay", "facilitator")
    here = workshop.server.beside(number_of_the_one, workshop.address)
    sent = fay.form(f"/w/{workshop.address}/people/{here}/address", email="fay@example.org")
    assert sent.status_code == 404
    assert "fay@example.org" not in workshop.server.tables()["registering_registration"]
