"""W4: however many codes, links and forms are sent at once, they are counted one after another."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from served import Device, Server

from footpath.accounts.models import Account
from footpath.accounts.sign_in_links import token_for
from footpath.mail.models import Letter
from footpath.pages.organisations.first_run import set_up

pytestmark = pytest.mark.own_server

WRONG = "That is not the code"


def newest_code() -> str:
    """The code that was asked for last."""
    return Letter.objects.filter(purpose="sign-in-code").order_by("-pk")[0].given["code"]


def link_token() -> str:
    """What a link of the terminal ends with."""
    return token_for(Account.objects.get(email="heron@example.org"))


@pytest.fixture
def heron(server: Server) -> Device:
    """The browser of a member who has asked for a code."""
    server.beside(set_up, "Hedgerow", "Heron", "heron@example.org", "Europe/London")
    device = Device(server.base)
    device.get("/sign-in")
    device.form("/sign-in", email="heron@example.org")
    device.http.follow_redirects = False
    return device


def many(device: Device, codes: list[str]) -> list[str]:
    """Type all of them in the same moment; what each was told."""
    with ThreadPoolExecutor(len(codes)) as at_once:
        answers = at_once.map(lambda code: device.form("/sign-in/code", code=code), codes)
    return [
        "weighed" if WRONG in answer.text else answer.headers.get("Location", "")
        for answer in answers
    ]


def test_L5i_of_sixty_wrong_codes_sent_at_once_five_are_weighed(
    server: Server, heron: Device
) -> None:
    code = server.beside(newest_code)
    answers = many(heron, ["XXXX-XXXX"] * 60)
    assert answers.count("weighed") == 4  # the fifth ends it
    assert set(answers) == {"weighed", "/sign-in"}
    heron.form("/sign-in/code", code=code)
    assert heron.get("/account").status_code == 302


def test_W4_the_right_code_among_the_surplus_opens_nothing(server: Server, heron: Device) -> None:
    code = server.beside(newest_code)
    many(heron, ["XXXX-XXXX"] * 20)
    assert many(heron, [code] * 3) == ["/sign-in"] * 3
    assert heron.get("/account").status_code == 302


def test_W8_a_link_of_the_terminal_lets_in_once_however_many_press_at_once(
    server: Server, heron: Device
) -> None:
    path = f"/sign-in/link/{server.beside(link_token)}"
    devices = [Device(server.base) for _ in range(8)]
    for device in devices:
        device.get(path)
    with ThreadPoolExecutor(8) as at_once:
        answers = list(at_once.map(lambda device: device.form(path).status_code, devices))
    assert sorted(answers) == [200] + [404] * 7


SETUP = {"organisation": "Hedgerow", "name": "Heron", "time_zone": "Europe/London"}


def test_W8_of_many_who_set_up_a_fresh_installation_at_once_one_does(fresh_server: Server) -> None:
    devices = [Device(fresh_server.base) for _ in range(8)]
    for device in devices:
        device.get("/setup")

    def sets_up(place: int) -> str:
        return devices[place].form("/setup", email=f"heron{place}@example.org", **SETUP).url.path

    with ThreadPoolExecutor(8) as at_once:
        paths = list(at_once.map(sets_up, range(8)))
    assert sorted(paths)[:1] == ["/o/hedgerow"] and paths.count("/setup") == 7
    assert len(re.findall("@example.org", fresh_server.tables()["accounts_account"])) == 1
