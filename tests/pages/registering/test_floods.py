"""W25: known and unknown addresses are answered alike; sixty behind one address come in, and
guessing gets nowhere.
"""

import re
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from opened import seal_in
from registering_people import Announced, Registering
from served import TRUST, Device, Server

from footpath.limits.attempts import WIDE, Attempts, networks_of
from footpath.mail.models import Letter
from footpath.workshops import codes
from footpath.workshops.models import Workshop

pytestmark = pytest.mark.own_server

Announce = Callable[..., Announced]


def without_secrets(html: str) -> str:
    return re.sub(
        r"<svg.*?</svg>|/mine/\w+/\d+|%2Fmine%2F\w+%2F\d+|value=\"\w{64}\"|[0-9a-f-]{36}",
        "…",
        html,
        flags=re.DOTALL,
    )


def test_W25a_a_known_address_is_answered_like_an_unknown_one(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=5)
    first = workshop.registers("Yarrow", "yarrow@example.org")
    again, new = (
        workshop.registers("Fern", "YARROW@example.org"),
        workshop.registers("Fern", "fernie@example.org"),
    )
    pages = [without_secrets(one.came.text).replace("fernie", "YARROW") for one in (again, new)]
    assert pages[0] == pages[1]
    assert workshop.states() == {"Yarrow": "coming", "Fern": "coming"}
    assert first.link() not in again.came.text
    assert [one.presses("stay-away").status_code for one in (again, new)] == [200, 200]
    assert workshop.states() == {"Yarrow": "coming", "Fern": "not coming"}


def letters_of(address: str) -> list[tuple[str, str]]:
    """Which letters were asked for beside the reminders, and for whose registration."""
    rows = Letter.objects.filter(registration__workshop__address=address).order_by("pk")
    asked = rows.exclude(purpose__startswith="reminder")
    return list(asked.values_list("purpose", "registration__name"))


def test_W25b_a_known_address_hears_of_what_is_registered_with_it(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    for name in ("Yarrow", "Fern"):
        workshop.registers(name, "yarrow@example.org")
    assert workshop.server.beside(letters_of, workshop.address) == [
        ("registered", "Yarrow"),
        ("registered", "Fern"),
    ]


def everything(person: Registering) -> Any:
    """What one's own page keeps about them, without what differs from one to the next."""
    kept = person.get(f"/w/{person.address}/mine/everything.json").json()
    calendar = person.get(f"/w/{person.address}/mine/calendar.ics").text
    return (
        [one["what"] for one in kept["letters"]],
        [set(one) for one in kept["letters"]],
        "SEQUENCE:1" in calendar,
    )


def test_W25a_ones_own_page_tells_nobody_whether_an_address_is_known(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    workshop.registers("Yarrow", "yarrow@example.org")
    known, new = (workshop.registers("Eve", f"{who}@example.org") for who in ("yarrow", "nobody"))
    assert (
        everything(known) == everything(new) == (["the confirmation"], [{"what", "asked_at"}], True)
    )


def test_W25a_who_registered_first_with_an_address_learns_of_no_second(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    eve = workshop.registers("Eve", "yarrow@example.org")
    before = everything(eve)
    workshop.registers("Yarrow", "yarrow@example.org")
    assert everything(eve) == before


def test_W29_erasing_reaches_nobody_else_with_that_address(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    eve, yarrow = (workshop.registers(name, "yarrow@example.org") for name in ("Eve", "Yarrow"))
    eve.form(f"/w/{workshop.address}/mine/erase")
    assert yarrow.heading == "You are coming, Yarrow"


def test_W25a_whoever_gives_another_address_keeps_their_turn(announced: Announce) -> None:
    workshop = announced(drop_in=False, places=1)
    workshop.registers("Yarrow", "yarrow@example.org")
    again = workshop.registers("Fern", "yarrow@example.org")
    change = f"/w/{workshop.address}/mine/change"
    again.form(change, made_with=again.address, name="Fern", email="fern@example.org")
    seen = {
        "opened-with": seal_in(again.get(change).text),
        "made_with": "5f0e1a5e-0000-4000-8000-000000000000",
    }
    again.form(change, name="Fern", email="fern@example.org", **seen)
    assert workshop.states() == {"Yarrow": "coming", "Fern": "waiting"}


def elsewhere(server: Server, host: int) -> Device:
    """A browser on another address."""
    device = Device(server.base)
    here = httpx.HTTPTransport(local_address=f"127.0.0.{host}", verify=TRUST)
    device.http = httpx.Client(
        base_url=server.base, follow_redirects=True, timeout=40, transport=here
    )
    device.get("/code")
    return device


def test_W25f_sixty_behind_one_address_register_and_come_in_while_codes_are_guessed_elsewhere(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True, places=60)
    for host in (2, 3):
        guesser = elsewhere(workshop.server, host)
        tried = [guesser.form("/code", code="aaaaaaaa").status_code for _ in range(130)]
        assert (tried[0], tried[-1]) == (400, 429)
        assert guesser.form("/code", code=workshop.doors.code).status_code == 429
    for number in range(60):
        assert workshop.registers(f"P{number}").presses("join").url.path.endswith("/room")
        device = Device(workshop.doors.base)
        device.get("/code")
        assert "/join/" in device.form("/code", code=workshop.doors.code).url.path


@pytest.fixture
def workshop(db: None, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A workshop, and nobody has typed any code yet."""
    monkeypatch.setattr(codes, "_wrong", Attempts(codes.FIVE_MINUTES))
    monkeypatch.setattr(codes, "_right", Attempts(codes.A_DAY))
    return Workshop.objects.create(title="Buying", made_with="here")


def guesses(address: str, often: int) -> int:
    """How many guesses were looked at."""
    looked_at = 0
    for _ in range(often):
        try:
            codes.workshop_by_code("aaaaaaaa", address)
            looked_at += 1
        except codes.TooManyWrongCodes:
            pass
    return looked_at


def test_W25g_of_ten_thousand_wrong_codes_few_are_looked_at_and_no_room_is_locked_out(
    workshop: Workshop,
) -> None:
    looked_at = sum(guesses(f"198.51.100.{host}", 400) for host in range(25))
    assert looked_at < 25 * codes.WRONG_CODES
    assert guesses("203.0.113.9", 3) == 3
    for _ in range(60):
        assert codes.workshop_by_code(workshop.code, "203.0.113.9") == workshop
    assert guesses("203.0.113.9", 40) == 40


def test_W25g_in_a_flood_an_unknown_network_may_guess_less(workshop: Workshop) -> None:
    for host in range(20):
        guesses(f"198.51.100.{host}", codes.WRONG_CODES)
    assert guesses("203.0.113.9", 100) == codes.WRONG_CODES_IN_A_FLOOD


def test_W25g_a_network_that_guessed_too_much_is_let_in_again_after_a_while(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    guesses("203.0.113.9", 400)
    with pytest.raises(codes.TooManyWrongCodes):
        codes.workshop_by_code(workshop.code, "203.0.113.9")
    later = time.monotonic() + codes.FIVE_MINUTES
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert codes.workshop_by_code(workshop.code, "203.0.113.9") == workshop


@pytest.mark.parametrize(
    ("address", "networks"),
    [
        ("203.0.113.9", ("203.0.113.9",)),
        ("::ffff:203.0.113.9", ("203.0.113.9",)),
        ("unix:", ("",)),
        ("", ("",)),
        ("2001:db8:1:2:a::1", ("2001:db8:1:2::/64", "2001:db8:1::/48")),
        ("fe80::1%eth0", ("fe80::/64", "fe80::/48")),
    ],
)
def test_W25g_a_network_is_what_one_subscriber_has(address: str, networks: tuple[str, ...]) -> None:
    assert networks_of(address) == networks


def test_W25g_changing_the_ipv6_address_gains_little(workshop: Workshop) -> None:
    looked_at = sum(guesses(f"2001:db8:0:{subnet:x}::1", 200) for subnet in range(40))
    assert looked_at <= codes.WRONG_CODES * WIDE


def test_L6d_a_flood_of_registrations_from_one_network_ends(announced: Announce) -> None:
    from footpath.limits.attempts import UNANNOUNCED

    workshop = announced(drop_in=True)
    flood = elsewhere(workshop.server, 4)
    flood.get(f"/w/{workshop.address}/register")
    flood.http.follow_redirects = False  # nobody of a flood reads a page
    came = [
        flood.form(
            f"/w/{workshop.address}/register",
            made_with=f"00000000-0000-4000-8000-{number:012}",
            name="Bot",
        ).status_code
        for number in range(2 * UNANNOUNCED + 1)
    ]
    assert (came[-2], came[-1]) == (302, 429)
    assert workshop.registers("Yarrow").heading == "You are coming, Yarrow"
