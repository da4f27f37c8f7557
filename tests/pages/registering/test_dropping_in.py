"""W26: where everybody is asked to register, the guests' link and the code lead there; who is
in still comes in.
"""

from collections.abc import Callable

from registering_people import Announced
from served import Device

Announce = Callable[..., Announced]


def guests_link(workshop: Announced) -> str:
    return workshop.doors.links["guest"].removeprefix(workshop.doors.base)


def test_W26_a_stranger_with_link_or_code_is_asked_to_register(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    by_link, by_code = Device(workshop.doors.base), Device(workshop.doors.base)
    by_code.get("/code")
    for came in (
        by_link.get(guests_link(workshop)),
        by_code.form("/code", code=workshop.doors.code),
    ):
        assert came.url.path == f"/w/{workshop.address}/register"
        assert "asks everybody to register first" in came.text
    sent = by_link.form(guests_link(workshop), arriving="x", name="Sam", where="online")
    assert sent.url.path == f"/w/{workshop.address}/register"
    assert by_link.form(f"/w/{workshop.address}/ticket").status_code == 404


def test_W26_who_registered_is_led_to_their_own_page_and_in(announced: Announce) -> None:
    workshop = announced(drop_in=False)
    yarrow = workshop.registers("Yarrow", "y@example.org")
    assert yarrow.get(guests_link(workshop)).url.path == f"/w/{workshop.address}/mine"
    assert yarrow.presses("join").url.path == f"/w/{workshop.address}/room"


def test_W26_who_is_in_stays_in_and_helpers_links_go_on(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    sam = workshop.doors.arrive("Sam")
    workshop.announce(drop_in=False)
    assert "Go in as" in sam.get(guests_link(workshop)).text
    assert sam.get(f"/w/{workshop.address}/room").url.path == f"/w/{workshop.address}/room"
    assert workshop.doors.arrive("Kit", "scribe").id


def test_W26_who_just_turns_up_waits_until_the_flipchart_opens_and_facilitators_see_them(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    fay = workshop.doors.arrive("Fay", "facilitator").open()
    workshop.doors.arrive("Sam")
    fay.catch_up()
    assert "Sam" in [person["name"] for person in fay.layers["everyone"]["people"].values()]
