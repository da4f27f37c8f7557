"""Whoever is known passes by the strangers' turns only where they pay, and pays whatever they
ask there (L2, L3).
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from given import new_database
from knocking import answer, close, knock
from registering_people import Announced
from served import Device, Doors, Guest, Server
from test_taking_turns import FORGED, asks, behind_strangers, shown, unanswered

from footpath.accounts.models import Account
from footpath.accounts.sign_in_links import token_for
from footpath.limits.turns import LONGEST
from footpath.pages.organisations.first_run import set_up
from footpath.serving.pages_in_turn import REST, PagesInTurn

SOME = 60
OTHER_NAMES = ("x={}", "x=y; footpath-nowhere={}", "sessionid={}; footpath-mine={}")
UNPAID = {
    "a page that is not there": "GET {own}/nothing",
    "the head of one": "HEAD {own}/nothing",
    "a form that is nowhere": "POST {own}/nothing",
    "the public page": "GET {own}",
    "a link with a wrong token": "GET {own}/join/" + "a" * 40,
    "a wrong personal link": "GET {own}/me/" + "a" * 40 + "/1",
    "a page that leads elsewhere": "GET {own}/nothing.",
}


def member() -> str:
    """Somebody who looks after the first organisation; what a link to sign in ends with."""
    set_up("Hedgerow", "Heron", "heron@example.org", "Europe/London")
    return token_for(Account.objects.get(email="heron@example.org"))


def four_requests_and_for_hours_no_more() -> None:
    from footpath.limits import budgets

    budgets.budget_of.__defaults__ = (12.0, 0.001)


@pytest.fixture(scope="module")
def poor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on which everybody has next to nothing to spend."""
    started = Server(
        Path(tmp_path_factory.mktemp("poor")),
        new_database(),
        altered=four_requests_and_for_hours_no_more,
    )
    yield started
    started.stop()


async def _nothing(*_: object) -> None:
    """An application that answers nothing."""


def value_of(guest: Guest) -> str:
    """What their device shows, without its name."""
    return guest._cookie(f"footpath-{guest.address}")  # pyright: ignore[reportPrivateUsage]


def statuses(
    server: Server, line: str, cookie: str, times: int = 4, host: str = "localhost"
) -> list[str]:
    """How the same is answered again and again."""
    rest = (
        f"HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nContent-Length: 0\r\nConnection: "
        "close\r\n\r\n"
    )
    return [answer(knock(server, f"{line} {rest}".encode()))[9:12] for _ in range(times)]


def last_of_many(server: Server, path: str, cookie: str) -> int:
    """How many of those who asked earlier, and showed the same, still wait when one
    more page has come.
    """
    lines = [asks(server, path, cookie) for _ in range(SOME)]
    assert answer(asks(server, path, cookie))
    left = unanswered(lines)
    close(lines)
    return left


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_L2a_a_cookie_under_another_name_is_known_of_nobody(
    server: Server, doors: Doors, name: str
) -> None:
    guest = doors.arrive("Sam")
    assert guest.get(f"/w/{doors.address}/keep").status_code == 200
    assert (
        behind_strangers(
            server, f"/w/{doors.address}", name.format(value_of(guest), value_of(guest))
        )
        == 0
    )


def test_L2a_whoever_is_known_takes_turns_with_themselves_outside_their_workshop(
    server: Server, doors: Doors
) -> None:
    guest, other = doors.arrive("Sam"), server.workshop().address
    assert last_of_many(server, f"/w/{other}", shown(guest)) == 0


def test_L2a_whoever_is_signed_in_waits_behind_no_strangers(server: Server, doors: Doors) -> None:
    heron, path = Device(server.base), f"/sign-in/link/{server.beside(member)}"
    heron.get(path)
    heron.form(path)
    assert heron.get("/account").status_code == 200
    assert behind_strangers(server, f"/w/{doors.address}", shown(heron)) > SOME / 2


def test_L2a_what_a_link_left_on_a_device_is_known_of_nobody_once_the_link_is_changed(
    server: Server,
) -> None:
    yarrow = Announced(server, drop_in=True).registers()
    before, path = shown(yarrow), f"/w/{yarrow.address}/mine"
    assert behind_strangers(server, path, before) > SOME / 2
    yarrow.presses("change-link")
    assert behind_strangers(server, path, before) == 0


def behind(server: Server, crowd: list[Guest], other: Guest) -> int:
    """How many of a crowd's pages, asked for before, still wait when another's has come."""
    lines = [
        asks(server, f"/w/{guest.address}/keep", shown(guest))
        for guest in crowd * (SOME // len(crowd))
    ]
    assert "200 OK" in answer(asks(server, f"/w/{other.address}/keep", shown(other)))
    left = unanswered(lines)
    close(lines)
    return left


def test_L2c_however_many_somebody_comes_in_as_another_workshop_has_its_turns(
    server: Server, doors: Doors
) -> None:
    crowd = [doors.arrive(f"Sam {n}") for n in range(4)]
    assert behind(server, crowd, server.workshop().arrive("Tom")) > SOME / 2


def test_L2c_in_a_workshop_one_persons_pages_wait_behind_themselves(
    server: Server, doors: Doors
) -> None:
    crowd = [doors.arrive(f"Sam {n}") for n in range(2)]
    assert behind(server, crowd, doors.arrive("Tom")) > SOME / 2


def test_L2c_after_what_a_full_room_asks_for_a_workshops_pages_rest() -> None:
    pages = PagesInTurn(_nothing)
    rests = [pages._known_rest("here", LONGEST) for _ in range(20)]
    assert rests[0] == 0.0 and rests[-1] == REST * LONGEST
    assert pages._known_rest("elsewhere", LONGEST) == 0.0


def test_L2c_where_very_many_workshops_ask_at_once_each_turn_rests_for_longer() -> None:
    pages = PagesInTurn(_nothing)
    rests = [pages._known_rest(f"workshop {n}", LONGEST) for n in range(80)]
    assert rests[0] == 0.0 and rests[-1] > REST * LONGEST


def test_L2c_whoever_comes_in_by_a_link_waits_behind_none_who_are_in(
    server: Server, doors: Doors
) -> None:
    crowd = [doors.arrive(f"Sam {n}") for n in range(4)]
    lines = [
        asks(server, f"/w/{doors.address}/keep", shown(guest)) for guest in crowd * (SOME // 4)
    ]
    assert "HTTP/1.1 200" in answer(asks(server, doors.links["guest"].removeprefix(doors.base)))
    assert unanswered(lines) > SOME / 2
    close(lines)


@pytest.mark.parametrize("asked", UNPAID.values(), ids=UNPAID)
def test_L3a_whatever_somebody_asks_of_their_workshop_they_pay_for(
    poor: Server, asked: str
) -> None:
    guest = poor.workshop().arrive("Sam")  # whose own page took one of four
    said = statuses(poor, asked.format(own=f"/w/{guest.address}"), shown(guest))
    assert ("429" in said[:3], said[3]) == (False, "429")


def test_L3a_they_pay_where_the_name_of_the_server_is_wrong(poor: Server) -> None:
    guest = poor.workshop().arrive("Sam")
    statuses(poor, f"GET /w/{guest.address}", shown(guest), 3, host="elsewhere.example")
    assert statuses(poor, f"GET /w/{guest.address}", shown(guest), 1) == ["429"]


def test_L3a_many_cookies_in_one_head_are_paid_for_by_whose_workshop_it_is(poor: Server) -> None:
    first, second = (poor.workshop().arrive("Sam") for _ in range(2))
    both = f"{shown(second)}; {shown(first)}; footpath-{first.address}={FORGED}"
    assert statuses(poor, f"GET /w/{first.address}", both)[3] == "429"
    assert statuses(poor, f"GET /w/{second.address}/keep", shown(second), 1) == ["200"]


def test_L6a_one_person_with_two_browsers_that_ask_for_all_at_once_meets_no_limit(
    server: Server, doors: Doors
) -> None:
    sam = doors.arrive("Sam")

    def looks(_: int) -> set[int]:
        browser = Device(server.base)
        browser.http.cookies.update(sam.http.cookies)
        paths = ("", "/keep", "/room", "/words", "/lines", "/outline", "/mine", "/nothing")
        return {browser.get(f"/w/{sam.address}{path}").status_code for path in paths * 3}

    with ThreadPoolExecutor(2) as browsers:
        assert 429 not in set().union(*browsers.map(looks, range(2)))
