"""W23, W24: a link opened where somebody else is in makes nobody somebody else, whichever
kind of link it is.
"""

import re
from collections.abc import Callable

import pytest
from registering_people import Announced, Registering
from research_asking import Asked
from served import Guest

pytestmark = pytest.mark.own_server

Announce = Callable[..., Announced]
OWN_PAGES = ("mine/everything", "mine/erase", "mine/words", "mine/asked", "mine/lines", "research")


def ways_in(device: Registering | Guest) -> set[str]:
    """The cookies that say who a device is in as."""
    return {
        cookie.name
        for cookie in device.http.cookies.jar
        if re.search(r"^footpath-(mine-)?[a-z0-9]{16}$", cookie.name)
    }


def own_link(guest: Guest) -> str:
    """A person's own link."""
    return re.findall(r'data-copy="([^"]+/me/[^"]+)"', guest.get(f"/w/{guest.address}/keep").text)[
        0
    ]


def two_on(workshop: Announced) -> Guest:
    """Sam's device, on which Sam is in and Yarrow registered."""
    sam = workshop.doors.arrive("Sam")
    sam.form(
        f"/w/{workshop.address}/register",
        made_with="6f0c0a3c-7f4c-4f0b-8f43-0d6f6f9d9a10",
        name="Yarrow",
    )
    return sam


def test_W23_a_registrations_link_asks_where_a_person_is_in(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    eve, sam = workshop.registers("Sam", "eve@example.net"), workshop.doors.arrive("Sam")
    before = ways_in(sam)
    assert "On this device somebody is in already" in sam.get(eve.link()).text
    assert ways_in(sam) == before
    sam.has_it_here(eve.link())
    assert ways_in(sam) == {f"footpath-mine-{workshop.address}"}


def test_W23_a_persons_link_asks_where_somebody_registered(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    eve, lena = workshop.doors.arrive("Lena"), workshop.registers("Lena", "lena@example.org")
    before = ways_in(lena)
    assert "On this device somebody is in already" in lena.get(own_link(eve)).text
    assert ways_in(lena) == before
    assert lena.form(own_link(eve).removeprefix(workshop.doors.base)).url.path.endswith("/room")
    assert ways_in(lena) == {f"footpath-{workshop.address}"}


def test_W23_who_belongs_together_opens_either_link_without_being_asked(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    yarrow.presses("join")
    person = re.findall(
        r'data-copy="([^"]+/me/[^"]+)"', yarrow.get(f"/w/{workshop.address}/keep").text
    )[0]
    assert yarrow.get(person).url.path.endswith("/room")
    assert yarrow.get(yarrow.link()).url.path.endswith("/mine")
    assert len(ways_in(yarrow)) == 2


@pytest.mark.parametrize("path", OWN_PAGES)
def test_W24c_no_own_page_chooses_between_two_on_one_device(announced: Announce, path: str) -> None:
    workshop = announced(drop_in=True)
    Asked(workshop.server, workshop.address)
    sam = two_on(workshop)
    assert "Which of the two is this about?" in sam.get(f"/w/{workshop.address}/{path}").text


def test_W24c_what_is_pressed_where_two_are_in_reaches_nobody_before_they_say_who_they_are(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    project, own = Asked(workshop.server, workshop.address), f"/w/{workshop.address}/mine"
    sam = two_on(workshop)
    before = workshop.server.tables()
    answers = [
        sam.form(f"{project.page}/answer", sheet="1", all="no"),
        sam.form(f"{project.page}/withdraw"),
    ]
    answers += [sam.form(f"{own}/erase"), sam.form(f"{own}/join")]
    assert {(answer.status_code, "Nothing was done yet" in answer.text) for answer in answers} == {
        (409, True)
    }
    after = workshop.server.tables()
    assert {name for name in before if before[name] != after[name]} == set()


@pytest.mark.parametrize(("do", "name"), [("came-in", "Sam"), ("registered", "Yarrow")])
def test_W24c_who_says_which_of_the_two_they_are_goes_on_as_that_one(
    announced: Announce, do: str, name: str
) -> None:
    workshop = announced(drop_in=True)
    sam, page = two_on(workshop), f"/w/{workshop.address}/mine/everything.json"
    told = sam.form(f"/w/{workshop.address}/mine/{do}", to=page).json()
    assert (told["in_the_workshop"] or told["registration"])["name"] == name
    assert len(ways_in(sam)) == 1


def test_W24c_where_one_goes_on_to_is_a_page_of_this_workshop(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    for to in (
        "https://example.net/",
        "//example.net/w/",
        f"https://example.net/w/{workshop.address}/mine",
        "/sign-in",
    ):
        came = two_on(workshop).form(f"/w/{workshop.address}/mine/came-in", to=to)
        assert came.url.path == f"/w/{workshop.address}/keep"


def test_W24c_in_the_room_it_is_whoever_came_in_that_answers(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    project = Asked(workshop.server, workshop.address)
    sam = two_on(workshop)
    sam.form(f"{project.page}/answer?from=room", sheet="1", **{"take-part": "no"})
    assert [(one["person"], one["registered"]) for one in project.stored()] == [(sam.id, False)]


def test_W24b_who_had_one_of_the_two_links_is_out_once_both_are_one(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    eve, sam = workshop.registers("Sam"), workshop.doors.arrive("Sam")
    phone = workshop.somebody()
    phone.goes_on(own_link(sam))
    line = phone.open()
    sam.form(f"{eve.link()}/both")
    assert line.closed() == 4403
    assert eve.get(f"/w/{workshop.address}/mine").status_code == 404
    assert phone.get(f"/w/{workshop.address}/keep").status_code == 404
    assert sam.open().number >= 0
    assert sam.get(f"/w/{workshop.address}/mine").status_code == 200


def test_W24b_who_opened_the_persons_link_is_both_and_whoever_gave_it_is_out(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    eve, lena = workshop.doors.arrive("Lena"), workshop.registers("Lena", "lena@example.org")
    asked = lena.get(own_link(eve)).text
    given = dict(re.findall(r'type="hidden" name="(person|token)" value="([^"]+)"', asked))
    lena.form(f"{lena.link()}/both", email="lena@example.org", **given)
    assert str(eve.id) in lena.open().layers["me"]["people"]
    assert [
        eve.get(f"/w/{workshop.address}/{page}").status_code for page in ("keep", "mine/everything")
    ] == [404, 404]


def test_W24a_nobody_becomes_one_with_a_registration_whose_address_they_do_not_name(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    eve, sam = workshop.registers("Sam", "eve@example.net"), workshop.doors.arrive("Sam")
    for email in ("", "sam@example.org"):
        refused = sam.form(f"{eve.link()}/both", email=email)
        assert (
            refused.status_code,
            "not the e-mail address of this registration" in refused.text,
        ) == (400, True)
        assert f'value="{email}"' in refused.text
    assert sam.open().number >= 0
    assert eve.get(f"/w/{workshop.address}/mine").status_code == 200


def test_W24a_the_button_pressed_again_where_the_answer_was_lost_does_the_same(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    link, sam = workshop.registers("Sam").link(), workshop.doors.arrive("Sam")
    sam.get(link)
    before = list(sam.http.cookies.jar)
    sam.form(f"{link}/both")
    sam.http.cookies.clear()
    for cookie in before:
        sam.http.cookies.jar.set_cookie(cookie)
    sam.form(f"{link}/both")
    assert sam.open().number >= 0
    assert workshop.somebody().form(f"{link}/both").status_code == 404


def test_W23_changing_a_registrations_link_leaves_whoever_else_is_in_on_the_device(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    yarrow.presses("join")
    sam = workshop.doors.arrive("Sam")
    sam.http.cookies.update(
        {
            c.name: c.value or ""
            for c in yarrow.http.cookies.jar
            if c.name.startswith("footpath-mine")
        }
    )
    sam.form(f"/w/{workshop.address}/mine/change-link")
    assert int(sam._cookie(f"footpath-{workshop.address}").split(".")[0]) == sam.id
