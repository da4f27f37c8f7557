"""S9 and the doors: every address for everybody, tickets, other sites, codes,
and personal links.
"""

import time

import pytest
from addresses import ADDRESSES
from addresses.people import PEOPLE
from addresses.posting import NOT_TAKEN, sending
from django.urls import URLPattern, URLResolver, get_resolver
from live_page import Page
from served import Device, Doors, Guest, Server
from websockets.exceptions import ConnectionClosed

pytestmark = pytest.mark.own_server


def _all(patterns: list[URLPattern | URLResolver], before: str = "") -> set[str]:
    found: set[str] = set()
    for one in patterns:
        path = before + str(one.pattern)
        found |= _all(one.url_patterns, path) if isinstance(one, URLResolver) else {path}
    return found


def test_S9_every_address_has_its_row() -> None:
    assert _all(get_resolver().url_patterns) == set(ADDRESSES)


@pytest.fixture
def people(doors: Doors) -> dict[str, Device]:
    """Everybody whom the tables name, in a workshop of their own; none follows
    where they are led.
    """
    people: dict[str, Device] = {"stranger": Device(doors.base)}
    people |= {
        role: doors.arrive(role, role) for role in ("guest", "scribe", "observer", "facilitator")
    }
    removed = doors.arrive("Removed")
    people["facilitator"].post("RemovePerson", person=removed.id)
    people["removed"] = removed
    for device in people.values():
        device.get("/code")
        device.http.follow_redirects = False
    return {name: people[name] for name in PEOPLE}


TAKING_OVER = {"title": "Taken over", "name": "Taken over"}


def test_S9_opening_every_address_gives_everybody_what_their_row_says_and_changes_nothing(
    doors: Doors, people: dict[str, Device], server: Server
) -> None:
    before = server.tables()
    for method, path, row in ADDRESSES.values():
        path = "/" + path.format(address=doors.address)
        given = [device.get(path).status_code for device in people.values()]
        assert given == _statuses(row if method == "GET" else NOT_TAKEN), path
        heads = [device.http.head(path) for device in people.values()]
        assert ([head.status_code for head in heads], {head.content for head in heads}) == (
            given,
            {b""},
        ), path
    after = server.tables()
    assert {name for name in before if before[name] != after[name]} == set()


def test_S9_every_address_takes_forms_from_whom_its_row_says_and_from_nobody_else(
    doors: Doors, people: dict[str, Device], server: Server
) -> None:
    """Who is not let sees no page either, and what they send does nothing; then the others,
    with an empty form.
    """
    before, let = server.tables(), list[tuple[Device, str, int]]()
    for pattern, (method, path, row) in ADDRESSES.items():
        path = "/" + path.format(address=doors.address)
        rows = (row, sending(pattern)) if method == "GET" else (row, row)
        for device, seen, taken in zip(people.values(), *map(_statuses, rows), strict=True):
            if taken == 405 or (seen, taken) == (404, 404):
                assert device.form(path, **TAKING_OVER).status_code == taken, path
            else:
                let.append((device, path, taken))
    after = server.tables()
    assert {name for name in before if before[name] != after[name]} == set()
    for device, path, taken in sorted(let, key=_what_ends_it_last):
        assert device.form(path).status_code == taken, path


def _what_ends_it_last(one: tuple[Device, str, int]) -> list[bool]:
    return [one[1].endswith("/leave"), one[1].endswith("/erase")]


def _statuses(row: str) -> list[int]:
    return [int(status) for status in row.split()]


def _came_in(doors: Doors, ticket: str, origin: str | None = None) -> bool:
    try:
        Page(doors.base, doors.address, ticket, origin=origin).close()
    except ConnectionClosed:
        return False
    return True


def test_S8a_a_ticket_lets_in_once_and_only_into_its_workshop(doors: Doors, server: object) -> None:
    sam, other = doors.arrive("Sam"), server.workshop("Selling")  # type: ignore[attr-defined]
    assert not _came_in(other, sam.ticket())
    ticket = sam.ticket()
    assert [_came_in(doors, ticket), _came_in(doors, ticket)] == [True, False]
    assert not _came_in(doors, "guessed")


def test_S8a_a_ticket_is_good_for_thirty_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    from footpath.room import tickets

    now = time.monotonic()
    early, late = tickets.issue(1, "here", 1), tickets.issue(1, "here", 1)
    monkeypatch.setattr(tickets.time, "monotonic", lambda: now + 29)
    assert tickets.redeem(early, "here") is not None
    monkeypatch.setattr(tickets.time, "monotonic", lambda: now + 31)
    assert tickets.redeem(late, "here") is None


def test_S13_a_form_of_another_site_does_nothing(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    refused = sam.http.post(
        f"/w/{doors.address}/commands", content="{}", headers={"Origin": "https://evil.example"}
    )
    assert refused.status_code == 403


def test_G1_sixty_people_behind_one_address_come_in_by_the_code(doors: Doors) -> None:
    device = Device(doors.base)
    device.get("/code")
    for person in range(60):
        if person % 3 == 0:  # every third mistypes it first
            assert device.form("/code", code="wrong-" + doors.code[:3]).status_code == 400
        assert (
            "/join/"
            in device.form("/code", code=f" {doors.code[:4]}-{doors.code[4:].upper()} ").url.path
        )


def test_G1_guessing_codes_is_stopped_for_the_whole_installation(fresh_server: object) -> None:
    doors = fresh_server.workshop()  # type: ignore[attr-defined]
    device = Device(doors.base)
    device.get("/code")
    for _ in range(300):
        device.form("/code", code="aaaaaaaa")
    stopped = device.form("/code", code=doors.code)
    assert stopped.status_code == 429
    assert "wait" in stopped.text.casefold()
    assert doors.arrive("Sam").id


def test_G3_a_personal_link_makes_another_device_the_same_person(doors: Doors) -> None:
    sam, other = doors.arrive("Sam"), Device(doors.base)
    other.address = doors.address
    assert "Are you <bdi>Sam</bdi>?" in other.get(_own_link(sam)).text
    assert other.post("RaiseHand").status_code == 404
    assert other.goes_on(_own_link(sam)).url.path.endswith("/room")
    assert other.post("RaiseHand").status_code == 200
    other.form(f"/w/{doors.address}/leave")
    assert other.form(f"/w/{doors.address}/ticket").status_code == 404
    assert sam.form(f"/w/{doors.address}/ticket").status_code == 200


def test_S8a_the_personal_link_of_who_was_removed_opens_nothing(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    link = _own_link(sam)
    fay.post("RemovePerson", person=sam.id)
    assert Device(doors.base).get(link).status_code == 404


def _links(text: str) -> list[str]:
    import re

    return re.findall(r"http://[^\s\"<]+/me/[^\s\"<]+", text)


def _own_link(guest: Guest) -> str:
    return _links(guest.get(f"/w/{guest.address}/keep").text)[0]
