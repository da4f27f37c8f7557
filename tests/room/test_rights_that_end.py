"""S8: a right that ends, ends on open connections, and nothing numbered later is received."""

from live_page import Page
from served import Device, Doors

GONE = 4403


def test_S8a_a_removed_person_receives_nothing_numbered_later(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    leading, taking = fay.open(), sam.open()
    removed = leading.ask("RemovePerson", person=sam.id)["number"]
    leading.ask("ProposeAgreement", text="One voice at a time")
    assert taking.closed() == GONE
    assert max(frame.get("number", 0) for frame in taking.frames) < removed


def test_S8a_a_removed_person_gets_no_ticket_and_no_room(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    ticket = sam.ticket()
    fay.post("RemovePerson", person=sam.id)
    assert sam.form(f"/w/{doors.address}/ticket").status_code == 404
    assert not sam.get(f"/w/{doors.address}/room").url.path.endswith("/room")
    assert _refused_at_the_door(doors, ticket) == GONE


def test_S8a_a_ticket_of_a_removed_person_opens_nothing(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    ticket = sam.ticket()
    fay.post("RemovePerson", person=sam.id)
    assert _refused_at_the_door(doors, ticket) == GONE


def test_S8a_a_role_that_was_taken_shows_facilitators_things_no_more(doors: Doors) -> None:
    fay, gil, sam = (
        doors.arrive("Fay", "facilitator"),
        doors.arrive("Gil", "facilitator"),
        doors.arrive("Sam"),
    )
    leading, other = fay.open(), gil.open()
    leading.ask("TakeRole", person=gil.id, role="facilitator")
    sam.post("RaiseHand")
    other.catch_up()
    assert not other.layers["facilitators"]
    assert not [
        frame
        for frame in other.frames
        if frame.get("for") == "facilitators" and "hands" in str(frame)
    ]


def test_S8a_a_role_that_was_given_shows_facilitators_things_at_once(doors: Doors) -> None:
    fay, sam, tess = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), doors.arrive("Tess")
    leading, other = fay.open(), sam.open()
    tess.post("RaiseHand")
    leading.ask("GiveRole", person=sam.id, role="facilitator")
    other.until(lambda frame: frame.get("for") == "facilitators")
    assert other.catch_up()["facilitators"] == leading.catch_up()["facilitators"]


def test_S8a_a_wall_whose_link_was_changed_is_shown_out(doors: Doors) -> None:
    fay, wall = doors.arrive("Fay", "facilitator"), doors.wall()
    device, path = Device(doors.base), doors.links["wall"].removeprefix(doors.base)
    device.get(path)
    early = device.form(f"{path}/ticket").json()["ticket"]
    fay.get(f"/w/{doors.address}/links")
    fay.form(f"/w/{doors.address}/links/wall/change")
    assert wall.closed() == GONE
    assert device.form(f"{path}/ticket").status_code == 404
    assert _refused_at_the_door(doors, early) == 4401


def _refused_at_the_door(doors: Doors, ticket: str) -> int:
    from websockets.exceptions import ConnectionClosed

    try:
        Page(doors.base, doors.address, ticket)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006
    return 0
