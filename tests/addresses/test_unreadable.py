"""What no page can read, at every address there is: never a fault, on whichever database (L1)."""

import logging
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from convening import Convening
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from served import Device, Doors, Guest, Server

from footpath.accounts.models import Account
from footpath.room.running import rooms
from footpath.workshops.doors import links_of
from footpath.workshops.making import make_workshop

CONVERTER = re.compile(r"<(\w+):\w+>")
NO_ADDRESS = ("%00", "a%00b", "%0a", "%1f", "%7f", "%c2%85", "%ff", "%ed%a0%80")
NO_NUMBER = (str(2**63), "9" * 30, "9" * 5000)
NO_THING = ("9" * 30, "-1", "%C2%B2", "x" * 4000)
MUCH_OF_ONE = 50
"""How many addresses one person tries before it would be very much at once."""
NO_TEXT = ("\x00", "a\x00b")
NAME = re.compile(r"""\bname="([a-z][\w-]*)"|(?:POST|GET)\.get(?:list)?\(\s*"([\w-]+)\"""")


def patterns(under: URLResolver | None = None, before: str = "") -> Iterator[str]:
    for one in (under or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern).removeprefix("^").removesuffix("\\Z").removesuffix("$")


def filled(pattern: str, of: dict[str, str], spoilt: int, text: str, number: str) -> str:
    """The pattern with ordinary values, but for the one that is spoilt."""
    places = iter(range(100))

    def value(found: re.Match[str]) -> str:
        kind = found[1]
        if next(places) == spoilt:
            return number if kind == "int" else text
        return "1" if kind == "int" else of.get(pattern[:2], "guessed")

    return "/" + CONVERTER.sub(value, pattern)


def every(text: str, number: str, address: str) -> Iterator[str]:
    of = {"w/": address, "o/": "hedgerow"}
    for pattern in sorted(set(patterns())):
        for spoilt in range(len(CONVERTER.findall(pattern))):
            yield filled(pattern, of, spoilt, text, number)


@pytest.fixture
def fay(doors: Doors) -> Guest:
    return doors.arrive("Fay", "facilitator")


@pytest.fixture(scope="module")
def steward(server: Server) -> Device:
    """Somebody signed in who looks after an organisation and runs the installation."""
    given = (
        "--organisation",
        "Hedgerow",
        "--name",
        "Heron",
        "--email",
        "heron@example.org",
        "--url",
        server.base,
    )
    link = re.search(r"http\S+/sign-in/link/\S+", server.run("setup", *given).stdout)
    assert link is not None
    device = Device(server.base)
    page = device.get(link[0].removeprefix(server.base))
    if "<form" in page.text:
        device.form(link[0].removeprefix(server.base))
    assert device.get("/account").url.path == "/account"
    return device


def answers(devices: tuple[Device, ...], paths: Iterator[str]) -> dict[str, set[int]]:
    given: dict[str, set[int]] = {}
    for path in paths:
        for device in devices:
            device.http.follow_redirects = False
            given.setdefault(path, set()).update(
                (device.get(path).status_code, device.form(path).status_code)
            )
    return given


def test_L1c_an_address_that_no_page_can_read_is_not_found(
    doors: Doors, fay: Guest, steward: Device
) -> None:
    given = answers((fay, steward), every("a%00b", str(2**63), doors.address))
    assert len(given) > 100
    assert {path: found for path, found in given.items() if found != {404}} == {}


@pytest.mark.parametrize("spoilt", [*NO_ADDRESS, *NO_NUMBER])
def test_L1c_whatever_makes_an_address_unreadable(doors: Doors, fay: Guest, spoilt: str) -> None:
    place = "w/{}/me/y/{}" if spoilt.isdigit() else "w/{}/copies/{}"
    given = answers((fay,), iter([f"/{place.format(doors.address, spoilt)}"]))
    assert list(given.values()) == [{404}]


class Inside(NamedTuple):
    """A workshop in the tests' own database, and the browsers of who leads it and of who looks
    after an organisation and runs the installation: what a page makes of a value is the same
    without a server around it, and thousands of requests cost half.
    """

    address: str
    browsers: tuple[Client, Client]

    def of(self, path: str, asked: dict[str, str], sent: dict[str, str]) -> int:
        """The highest status with which the address answers anybody, whether opened or sent to."""
        return max(
            status
            for one in self.browsers
            for status in (one.get(path, asked).status_code, one.post(path, sent).status_code)
        )


@pytest.fixture
def inside(convening: Convening) -> Inside:
    workshop = make_workshop(rooms().writer, "Buying")
    fay, steward = Client(raise_request_exception=False), Client(raise_request_exception=False)
    came = {"arriving": str(uuid.uuid4()), "name": "Fay", "where": "online"}
    assert fay.post(links_of(workshop, "")["facilitator"], came).status_code == 302
    Account.objects.filter(pk=convening.heron.pk).update(is_staff=True)
    steward.force_login(convening.heron)
    return Inside(workshop.address, (fay, steward))


def faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was written to the log as an error."""
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]


@pytest.mark.parametrize("thing", NO_THING)
def test_L1c_a_name_of_nothing_in_an_address_is_never_a_fault(
    inside: Inside, caplog: pytest.LogCaptureFixture, thing: str
) -> None:
    paths = set(every(thing, "0", inside.address))
    assert len(paths) > 100
    assert {path for path in paths if inside.of(path, {}, {}) >= 500} == set()
    assert faults(caplog) == []


def field_names() -> list[str]:
    """Every field that a form of ours has, or a view asks for."""
    sources = [*Path("src/footpath").rglob("*.html"), *Path("src/footpath").rglob("*.py")]
    found = {one or other for source in sources for one, other in NAME.findall(source.read_text())}
    return sorted(found - {"csrfmiddlewaretoken"})


@pytest.mark.parametrize("text", NO_TEXT)
def test_L1c_a_field_that_is_no_text_is_a_bad_request(doors: Doors, fay: Guest, text: str) -> None:
    for number, pattern in enumerate(sorted(set(patterns()))):
        if number % MUCH_OF_ONE == MUCH_OF_ONE - 1:
            fay = doors.arrive("Fay", "facilitator")
        path = filled(pattern, {"w/": doors.address}, -1, "", "")
        assert fay.http.get(path, params={"next": text}).status_code == 400, path
        answered = fay.form(path, title=text)
        assert answered.status_code in (400, 403), path
        assert "<h1>" in answered.text


@pytest.mark.parametrize("value", ["9" * 30, "-1", "x" * 20_000, "\x07\x1b"])
def test_L1c_whatever_a_field_holds_is_never_a_fault(
    inside: Inside, caplog: pytest.LogCaptureFixture, value: str
) -> None:
    names = field_names()
    assert len(names) > 40
    asked = dict.fromkeys(names[:60], value[:40])
    sent = dict.fromkeys(names, value[: 200_000 // len(names)])
    paths = {
        filled(pattern, {"w/": inside.address, "o/": "hedgerow"}, -1, "", "")
        for pattern in patterns()
    }
    goes_on = {path for path in paths if not path.endswith(("/leave", "sign-out"))}
    assert {path for path in goes_on if inside.of(path, asked, sent) >= 500} == set()
    assert faults(caplog) == []


def test_L1c_a_cookie_that_is_no_text_is_nobodys(server: Server) -> None:
    spoilt = {"Cookie": 'footpath-account="\\000abc"; csrftoken="\\000"'}
    assert httpx.get(f"{server.base}/sign-in", headers=spoilt).status_code == 200
    assert httpx.get(f"{server.base}/o/hedgerow", headers=spoilt).status_code == 404


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "utf-16", "utf-7", "nonsense", "raw_unicode_escape", "idna"]
)
def test_L1c_a_form_in_a_strange_charset_is_never_a_fault(
    server: Server, doors: Doors, charset: str
) -> None:
    """Some of them make of plain bytes what no database keeps."""
    sam = doors.arrive("Sam")
    words = b"\\ud800 \\x00" + "\x00a".encode("utf-16")
    parts = [
        b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n' + words + b"\r\n--x--\r\n"
    ]
    path = doors.links["guest"].removeprefix(doors.base)
    for address in (
        path,
        f"/w/{doors.address}/commands",
        "/code",
        "/make",
        f"/w/{doors.address}/register",
    ):
        for kind in (
            f"multipart/form-data; boundary=x; charset={charset}",
            f"application/json; charset={charset}",
        ):
            headers = {
                "Content-Type": kind,
                "X-CSRFToken": sam._cookie("csrftoken"),
                "Referer": sam.base,
            }
            answered = sam.http.post(address, content=b"".join(parts), headers=headers)
            assert answered.status_code < 500, (address, kind)
    assert "Traceback" not in server.log()
