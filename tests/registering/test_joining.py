"""W24: an earlier registration and a drop-in become one only by who holds both; the stricter
research answer stays.
"""

import itertools
import time
from collections.abc import Callable

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from registering_people import Announced
from research_asking import Asked

from footpath.accounts.models import Account
from footpath.research.consents import stricter

Announce = Callable[..., Announced]


def sign_in(email: str) -> str:
    """What the cookie of somebody who has an account and is signed in says."""
    account = Account.objects.create(email=email, name="Yarrow")
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session["signed-in-at"] = time.time()
    session.save()
    return str(session.session_key)


def people_in(workshop: Announced) -> dict[str, list[str]]:
    """Who is in the room: names with their roles."""
    fay = workshop.doors.arrive("Fay", "facilitator")
    people = fay.open().layers["everyone"]["people"].values()
    return {person["name"]: person["roles"] for person in people if person["name"] != "Fay"}


@pytest.mark.parametrize(
    ("one", "other"), list(itertools.product(("yes", "not now", "no"), repeat=2))
)
def test_W24d_the_stricter_of_two_answers_holds(one: str, other: str) -> None:
    holds = stricter(one, other)
    assert holds == stricter(other, one)
    assert holds == next(answer for answer in ("no", "not now", "yes") if answer in (one, other))


def test_W24a_whoever_registered_comes_in_once_on_every_device(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow, other = workshop.registers("Yarrow", only_watch="on"), workshop.somebody()
    other.goes_on(yarrow.link())
    for device in (yarrow, other, yarrow):
        assert device.presses("join").url.path == f"/w/{workshop.address}/room"
    assert people_in(workshop) == {"Yarrow": ["observer"]}


def test_W31_an_offered_experience_is_carried_into_the_room_for_facilitators(
    announced: Announce,
) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers(
        "Yarrow", could_tell="on", line="A long winter", side="client", elsewhere="on"
    )
    assert "Prepare my story" in yarrow.mine()
    yarrow.presses("join")
    page = workshop.doors.arrive("Fay", "facilitator").open()
    assert "A long winter" in str(page.layers["facilitators"])
    assert "A long winter" not in str(page.layers["everyone"])


def test_W24a_both_on_one_device_become_one_by_one_button(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    link = workshop.registers("Yarrow Long", "y@example.org").link()
    sam = workshop.doors.arrive("Yarrow")
    assert "Are both you?" in sam.get(link).text
    assert "Both are one now" in sam.form(f"{link}/both", email="Y@example.org ").text
    sam.form(f"/w/{workshop.address}/mine/join")
    assert people_in(workshop) == {"Yarrow": ["participant"]}
    assert "Two are in on this device" not in sam.get(f"/w/{workshop.address}/mine").text


def test_W24a_the_other_way_round_it_is_asked_where_one_comes_in(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    guests = workshop.doors.links["guest"].removeprefix(workshop.doors.base)
    assert "Come in as <bdi>Yarrow</bdi>" in yarrow.get(guests).text
    came = yarrow.form(guests, arriving="here", name="Yarrow too", where="online")
    assert "registered on this device. Is that you too?" in came.text


def test_W24a_nobody_is_joined_without_both_proofs_on_the_device(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    workshop.doors.arrive("Yarrow")
    yarrow = workshop.registers("Yarrow", "y@example.org")
    assert "Two are in on this device" not in yarrow.mine()
    assert yarrow.form(f"{yarrow.link()}/both").status_code == 404
    yarrow.presses("join")
    people = (
        workshop.doors.arrive("Fay", "facilitator").open().layers["everyone"]["people"].values()
    )
    assert [one["name"] for one in people].count("Yarrow") == 2


def test_W24a_two_who_both_were_in_the_room_stay_two_and_are_told_so(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers("Yarrow")
    link = yarrow.link()
    yarrow.presses("join")
    heron = workshop.doors.arrive("Heron")
    assert "Are both you?" not in heron.get(link).text
    refused = heron.form(f"{link}/both")
    assert (refused.status_code, "each keeps what it wrote" in refused.text) == (400, True)
    assert set(people_in(workshop)) == {"Yarrow", "Heron"}


def test_W24a_one_person_is_not_two_registrations(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    links = [workshop.registers(name).link() for name in ("Yarrow", "Heron")]
    sam = workshop.doors.arrive("Sam")
    assert sam.form(f"{links[0]}/both").status_code == 200
    assert "Are both you?" not in sam.get(links[1]).text
    came = sam.form(f"{links[1]}/both")
    assert (came.status_code, "belongs to this person already" in came.text) == (400, True)


@pytest.mark.parametrize(
    ("registered", "in_the_room", "holds"), [("yes", "no", "no"), ("not now", "yes", "not now")]
)
def test_W24d_research_answers_of_the_two_meet_in_the_stricter_one(
    announced: Announce, registered: str, in_the_room: str, holds: str
) -> None:
    workshop = announced(drop_in=True)
    project = Asked(workshop.server, workshop.address)
    yarrow = workshop.registers("Yarrow")
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": registered})
    sam = workshop.doors.arrive("Yarrow")
    sam.form(f"{project.page}/answer", sheet="1", **{"take-part": in_the_room})
    sam.form(f"{yarrow.link()}/both")
    last = project.stored()[-1]
    assert (last["person"], last["answer"]) == (sam.id, holds)
    assert {one["person"] for one in project.stored()} == {sam.id}


@pytest.mark.parametrize("by_account", [False, True])
def test_S8b_who_was_shown_out_is_not_told_where_it_is_held_from_then_on(
    announced: Announce, by_account: bool
) -> None:
    workshop = announced(
        drop_in=True, call_link="https://meet.example.org/room", where_seen_by="registered"
    )
    yarrow = workshop.registers("Yarrow", "yarrow@example.org")
    yarrow.presses("join")
    if by_account:
        key = workshop.server.beside(sign_in, "Yarrow@example.org")
        yarrow.http.cookies.set("footpath-account", key)
    pages = [
        f"/w/{workshop.address}{page}"
        for page in ("", "/calendar.ics", "/mine", "/mine/calendar.ics")
    ]

    def told() -> list[bool]:
        return ["meet.example.org" in yarrow.get(page).text.replace("\r\n ", "") for page in pages]

    assert told() == [True] * 4
    fay = workshop.doors.arrive("Fay", "facilitator")
    people = fay.open().layers["everyone"]["people"]
    fay.post(
        "RemovePerson",
        person=int(next(id for id, one in people.items() if one["name"] == "Yarrow")),
    )
    assert told() == [False] * 4
