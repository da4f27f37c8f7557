"""G16: who was added by name takes it over by a link that was handed to them; whoever handed it
out keeps nothing.
"""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from served import Device, Doors, Guest


class Added:
    """A workshop in which Kit, the scribe, added Ada, and Fay sees the link to hand out."""

    def __init__(self, doors: Doors) -> None:
        """Fay opens the flipchart."""
        self.doors = doors
        self.kit, self.fay = doors.arrive("Kit", "scribe"), doors.arrive("Fay", "facilitator")
        self.ada = self.kit.post("AddPerson", name="Ada").json()["made"]
        self.link = self.shown()[0]

    def shown(self) -> list[str]:
        """The personal links on the facilitators' page of links."""
        return re.findall(
            r"http://[^\s\"<]+/me/[^\s\"<]+", self.fay.get(f"/w/{self.doors.address}/links").text
        )

    def device(self) -> Device:
        """A device that was never here, and has opened the link."""
        device = Device(self.doors.base)
        device.address = self.doors.address
        device.get(self.link)
        return device

    def presses(self, device: Device) -> httpx.Response:
        """Press *This is me*."""
        return device.form(self.link.removeprefix(self.doors.base))

    def own_link(self, device: Device) -> str:
        """The link that somebody finds on their own page."""
        return re.findall(r'data-copy="([^"]+)"', device.get(f"/w/{self.doors.address}/keep").text)[
            0
        ]


@pytest.fixture
def added(doors: Doors) -> Added:
    return Added(doors)


def is_in(device: Device) -> bool:
    return device.form(f"/w/{device.address}/ticket").status_code == 200


def test_G16_opening_a_link_takes_nothing_over_as_programs_do_that_look_at_links(
    added: Added,
) -> None:
    entries = added.fay.get(f"/w/{added.doors.address}/record.jsonl").text
    scanner = added.device()
    scanner.http.head(added.link)
    assert not is_in(scanner)
    assert added.fay.get(f"/w/{added.doors.address}/record.jsonl").text == entries
    assert "Are you <bdi>Ada</bdi>?" in scanner.get(added.link).text


def test_G16_who_presses_the_button_is_in_and_is_told_that_the_link_changed(added: Added) -> None:
    ada = added.device()
    landed = added.presses(ada)
    assert landed.url.path == f"/w/{added.doors.address}/keep"
    assert "opens nothing any more" in landed.text
    assert is_in(ada)
    assert not added.fay.open().layers["everyone"]["people"][str(added.ada)].get("without_device")


def test_G16_the_handed_link_opens_nothing_afterwards_and_names_nobody(added: Added) -> None:
    added.presses(added.device())
    late = added.device()
    for answer in (late.get(added.link), added.presses(late)):
        assert (answer.status_code, "Ada" in answer.text) == (404, False)
    assert not is_in(late)


def test_G16_nobody_else_ever_receives_the_link_that_was_claimed(added: Added) -> None:
    ada = added.device()
    added.presses(ada)
    token = added.own_link(ada).split("/")[-2]
    pages = (
        "links",
        "people",
        "people/attendance.csv",
        "keep",
        "room",
        "record.jsonl",
        "outline",
        "mine/everything",
    )
    seen = [added.fay.get(f"/w/{added.doors.address}/{page}").text for page in pages]
    seen += [str(device.open().raw) for device in (added.fay, added.kit)]
    assert added.shown() == [] and token not in "".join(seen) and token not in added.link


def test_G16_of_two_who_press_at_once_one_is_in_and_the_others_are_told(added: Added) -> None:
    devices = [added.device() for _ in range(8)]
    with ThreadPoolExecutor(8) as at_once:
        answers = list(at_once.map(added.presses, devices))
    assert sorted(answer.status_code for answer in answers) == [200] + [404] * 7
    assert sum(map(is_in, devices)) == 1
    assert all("used already" in answer.text for answer in answers if answer.status_code == 404)


def test_G16_the_button_pressed_again_where_the_answer_was_lost_does_the_same(added: Added) -> None:
    ada = added.device()
    before = {cookie.name: cookie.value or "" for cookie in ada.http.cookies.jar}
    added.presses(ada)
    ada.http.cookies.clear()
    ada.http.cookies.update(before)
    assert added.presses(ada).status_code == 200
    assert is_in(ada)


def test_G16_the_button_does_nothing_again_once_the_link_was_changed(added: Added) -> None:
    left = added.device()
    added.presses(left)
    ada = Device(added.doors.base)
    ada.goes_on(added.own_link(left))
    ada.form(f"/w/{added.doors.address}/keep")
    assert added.presses(left).status_code == 404
    assert not is_in(left)


def test_G16_the_claimed_link_brings_ada_to_a_second_device_in_one_tap(added: Added) -> None:
    first, second = added.device(), Device(added.doors.base)
    second.address = added.doors.address
    added.presses(first)
    second.goes_on(added.own_link(first))
    assert is_in(second)
    assert is_in(first)


def test_G16_a_link_that_somebody_sends_takes_over_no_device_on_which_another_is_in(
    added: Added, doors: Doors
) -> None:
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    link = re.findall(r'data-copy="([^"]+/me/[^"]+)"', sam.arrived.text)[0]
    assert 'somebody is in already: <b dir="auto">Tess</b>' in tess.get(link).text
    assert person_of(tess) == tess.id
    tess.form(link.removeprefix(doors.base))
    assert person_of(tess) == sam.id


def person_of(guest: Guest) -> int:
    return int(guest._cookie(f"footpath-{guest.address}").partition(".")[0])


def test_S8a_the_handed_link_of_who_was_shown_out_opens_nothing(added: Added) -> None:
    added.fay.post("RemovePerson", person=added.ada)
    device = added.device()
    assert [device.get(added.link).status_code, added.presses(device).status_code] == [404, 404]
