"""L5: nobody can take another's ids or stand in their way, and a form's id is worth nothing
on another device.
"""

import json
import re
import uuid

import pytest
from served import Device, Doors, Server

MINUTES = {
    f"minutes_{phase}": "10"
    for phase in ("gather", "aims", "experience", "reflect", "process", "return")
}


def arrives(device: Device, doors: Doors, arriving: str, name: str = "Sam") -> int:
    """Send the form of the guests' link; who this device is then, or 0."""
    path = doors.links["guest"].removeprefix(doors.base)
    device.get(path)
    device.address = doors.address
    device.form(path, arriving=arriving, name=name, where="online")
    return int(device._cookie(f"footpath-{doors.address}").partition(".")[0] or 0)


def test_L5b_a_commands_id_neither_answers_nor_stops_anybody_else(doors: Doors) -> None:
    doors.opened()
    sam, tess = doors.arrive("Sam"), doors.arrive("Tess")
    made = [
        one.post("WriteNote", id="the-same", text="Pay sooner").json()["made"]
        for one in (sam, tess, sam, tess)
    ]
    assert made[:2] == made[2:] and made[0] != made[1]


@pytest.mark.parametrize("id", [" story-1", "a b", "abc\n", "\tabc", "abc\u00e9", ""])
def test_L5b_no_front_door_takes_an_id_that_the_server_could_have_made(
    doors: Doors, id: str
) -> None:
    sam = doors.arrive("Sam")
    assert sam.post_raw(json.dumps({"id": id, "do": "RaiseHand"})).status_code == 400
    page = sam.open()
    page.socket.send(json.dumps({"id": id, "do": "RaiseHand"}))
    assert "why" in page.until(lambda frame: "refused" in frame)


def test_G1_a_form_sent_twice_brings_in_one_person(doors: Doors) -> None:
    device, arriving = Device(doors.base), str(uuid.uuid4())
    assert arrives(device, doors, arriving) == arrives(device, doors, arriving, "Sam, again") > 0


def test_L5c_a_forms_id_makes_nobody_else_that_person(doors: Doors) -> None:
    arriving = str(uuid.uuid4())
    sam, thief = (
        arrives(Device(doors.base), doors, arriving),
        arrives(Device(doors.base), doors, arriving),
    )
    assert sam != thief


def test_L5c_on_a_shared_device_the_form_is_worth_nothing_after_this_is_not_me(
    doors: Doors,
) -> None:
    device, arriving = Device(doors.base), str(uuid.uuid4())
    sam = arrives(device, doors, arriving)
    device.form(f"/w/{doors.address}/leave")
    assert arrives(device, doors, arriving) not in (sam, 0)


def test_L5c_the_form_lets_nobody_in_again_once_the_link_was_changed(doors: Doors) -> None:
    """Whoever sits at a device that Sam left, and changed the link for, goes back and sends
    the form once more.
    """
    device, arriving = Device(doors.base), str(uuid.uuid4())
    arrives(device, doors, arriving)
    keep = device.get(f"/w/{doors.address}/keep").text
    other = Device(doors.base)
    other.goes_on(re.findall(r'data-copy="([^"]+)"', keep)[0])
    other.form(f"/w/{doors.address}/keep")
    path = doors.links["guest"].removeprefix(doors.base)
    sent = device.form(path, arriving=arriving, name="Sam", where="online")
    assert (sent.status_code, "their link was changed since" in sent.text) == (400, True)
    assert device.form(f"/w/{doors.address}/ticket").status_code == 404


def links_after_making(device: Device, made_with: str) -> str:
    device.get("/make")
    made = device.form("/make", title="Buying", sides="client", made_with=made_with, **MINUTES)
    return re.findall(r'data-link="facilitator" href="([^"]+)"', made.text)[0]


def test_L5c_the_form_that_made_a_workshop_gives_its_links_to_nobody_else(server: Server) -> None:
    mine, made_with = Device(server.base), str(uuid.uuid4())
    links = [links_after_making(device, made_with) for device in (mine, mine, Device(server.base))]
    assert links[0] == links[1] != links[2]


def test_L5a_the_devices_secret_is_out_of_reach_of_pages_and_ends_with_the_browser(
    doors: Doors,
) -> None:
    device = Device(doors.base)
    page = device.get(doors.links["guest"])
    cookie = next(
        one for one in page.headers.get_list("set-cookie") if one.startswith("footpath-device=")
    )
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Max-Age" not in cookie
    assert cookie.partition("=")[2].partition(";")[0] not in page.text
