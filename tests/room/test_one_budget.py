"""L3: frames of every kind and POST have one budget, pages are bounded, and nobody
else pays for a flood.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory
from flooding import FLOODS, PINGS, Raw, unpacks_to
from given import new_database
from live_page import Page
from served import Doors, Guest, Server
from websockets.exceptions import ConnectionClosed

from footpath.limits.budgets import (
    ALL_LETTERS,
    BURST,
    CHANGED,
    LETTERS,
    PER_SECOND,
    REQUEST,
    TOO_FAST,
    Budget,
    VeryMuchAtOnce,
    budget_of,
    count_stored,
    pay_for_changes,
    pay_for_letters,
)
from footpath.pages.room.views import wall_ticket
from footpath.record.vocabulary import command_of, letters_of
from footpath.room.open_pages import OF_A_PERSON, OF_A_WALLS_NETWORK
from footpath.workshops.doors import link_token
from footpath.workshops.models import Workshop

KERNEL = 8_000_000
"""Bytes that two kernels may hold of what was sent and not yet read."""


def a_flood_ends_soon() -> None:
    from footpath.room import paced

    paced.FLOODS_FOR = 1.0


def few_letters_for_all() -> None:
    from footpath.limits import budgets

    budgets.ALL_LETTERS, budgets.FLOOR = 50_000.0, 5.0


@pytest.mark.parametrize("kind", FLOODS)
def test_L3a_a_flood_of_frames_is_not_read_and_everybody_else_is_served(
    doors: Doors, kind: str
) -> None:
    tess, flood = doors.arrive("Tess").open(), Raw(doors.arrive("Sam"), packs=True)
    assert flood.floods(FLOODS[kind], 1.5) < KERNEL
    assert tess.ask("Rename", name="Tess still")["done"]
    flood.close()


def test_L3a_a_short_frame_that_unpacks_to_much_costs_by_what_it_unpacks_to(doors: Doors) -> None:
    flood = Raw(doors.arrive("Sam"), packs=True)
    flood.floods(unpacks_to(b"?" * 60_000) * 200, 1)
    assert 10 < flood.heard.count(b'"refused"') < 150
    flood.close()


def spending_everything(sam: Guest) -> Raw:
    """All of a budget goes down one socket of several, for as long as that is open."""
    for _ in range(3):
        sam.open()
    flood = Raw(sam)
    flood.floods(PINGS, 0.3)
    return flood


def test_L3a_all_sockets_and_post_have_the_budget_of_one_person(doors: Doors) -> None:
    flood = spending_everything(sam := doors.arrive("Sam"))
    asked = sam.post_once(json.dumps({"do": "RaiseHand", "id": "x"}))
    assert asked.status_code == 429
    assert asked.json() == {"fault": None, "why": TOO_FAST}
    assert 0 < int(asked.headers["Retry-After"]) < 60
    flood.close()


def test_L3c_an_act_that_changes_very_much_is_paid_for_by_who_asked() -> None:
    pay_for_changes(0, 1, int(BURST * CHANGED))
    with pytest.raises(VeryMuchAtOnce):
        budget_of(0, 1).spend(REQUEST)
    budget_of(0, 2).spend(REQUEST)


def test_L3d_commands_above_the_budget_are_answered_later_and_none_is_lost(doors: Doors) -> None:
    page, often = doors.arrive("Sam").open(), int(BURST + PER_SECOND)
    sent = {page.send("TakeBack", about=number) for number in range(often)}
    while sent:
        sent.discard(page.receive().get("refused", ""))


def test_L3d_who_posted_too_much_is_told_to_wait_and_then_goes_on_and_nobody_else_is_told(
    doors: Doors,
) -> None:
    flood = spending_everything(sam := doors.arrive("Sam"))
    assert sam.post_once("?").status_code == 429
    flood.close()
    assert doors.arrive("Tess").post("RaiseHand").status_code == 200
    assert sam.post("RaiseHand").status_code == 200


def test_L3a_other_pages_of_a_person_are_paid_for_too(doors: Doors) -> None:
    flood = spending_everything(sam := doors.arrive("Sam"))
    page = sam.get(f"/w/{doors.address}/keep")
    assert (page.status_code, "Retry-After" in page.headers) == (429, True)
    assert "try again" in page.text
    flood.close()


def test_L3e_one_page_too_many_rests_and_it_is_the_one_on_which_nothing_was_asked_for_longest(
    doors: Doors,
) -> None:
    sam = doors.arrive("Sam")
    pages = [sam.open() for _ in range(OF_A_PERSON)]
    pages[0].ask("RaiseHand")
    sam.open()
    assert pages[1].closed() == 4409
    assert pages[0].ask("Rename", name="Sam still")["done"]


def test_L3e_nobody_elses_page_is_closed_by_somebody_who_opens_many(doors: Doors) -> None:
    tess, sam = doors.arrive("Tess").open(), doors.arrive("Sam")
    for _ in range(OF_A_PERSON + 3):
        sam.open()
    assert tess.ask("RaiseHand")["done"]


def test_L3e_a_wall_too_many_is_refused_and_those_that_hang_stay(doors: Doors) -> None:
    walls = [doors.wall() for _ in range(OF_A_WALLS_NETWORK)]
    with pytest.raises(ConnectionClosed) as closed:
        doors.wall()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 4429
    walls[0].catch_up()


def test_L3a_a_budget_takes_nothing_out_for_what_it_refuses() -> None:
    budget = Budget(most=REQUEST, per_second=1.0)
    budget.spend(REQUEST)
    with pytest.raises(VeryMuchAtOnce) as told:
        budget.spend(REQUEST)
    assert REQUEST - 0.5 < told.value.wait <= REQUEST


def test_L3e_tickets_of_one_person_that_wait_are_few(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    tickets = [sam.ticket() for _ in range(14)]
    came: list[Any] = []
    for ticket in tickets:
        try:
            came.append(Page(doors.base, doors.address, ticket))
        except ConnectionClosed as closed:
            came.append(closed.rcvd.code if closed.rcvd else 1006)
    assert came[:2] == [4401, 4401]
    assert all(isinstance(one, Page) for one in came[2:])


def test_L3e_a_socket_without_a_ticket_ends_at_once(server: Server, doors: Doors) -> None:
    for _ in range(50):
        with pytest.raises(ConnectionClosed):
            Page(doors.base, doors.address, "guessed")
    assert doors.arrive("Sam").open().ask("RaiseHand")["done"]


def test_L3a_who_floods_for_long_is_closed_with_a_sentence(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=a_flood_ends_soon)
    flood = Raw(server.workshop().arrive("Sam"))
    flood.floods(FLOODS["unreadable"], 10)
    server.stop()
    assert flood.last.endswith((4429).to_bytes(2, "big") + TOO_FAST.encode())


def test_L3b_who_writes_without_end_waits_and_nobody_else_does(doors: Doors) -> None:
    fay, sam = doors.opened(), doors.arrive("Sam")
    page, answers = sam.open(), list[dict[str, Any]]()
    while len(answers) < 2 * LETTERS / 10_000 and not any("fault" in answer for answer in answers):
        answers.append(page.ask("WriteNote", text="x" * 9_900))
    assert answers[-1].get("why") == TOO_FAST
    assert sum("done" in answer for answer in answers) * 9_900 >= LETTERS - 20_000, (
        "thirty of the longest notes went in"
    )
    assert (
        sam.post_once(
            json.dumps({"do": "WriteNote", "id": "one-more-note-of-sams", "text": "One more"})
        ).status_code
        == 429
    )
    assert fay.post("WriteNote", text="Nobody waits for Sam").json()["done"]
    page.close()


def test_L3b_whoever_comes_in_as_many_writes_no_more_than_an_assembly() -> None:
    workshop, written = -1, 0
    with contextlib.suppress(VeryMuchAtOnce):
        for person in range(1, 1_000):
            pay_for_letters(workshop, person, 100_000, 100_000)
            pay_for_letters(workshop, person, 100_000, 100_000)
            count_stored(workshop, 200_000)
            written += 200_000
    assert written == pytest.approx(ALL_LETTERS, rel=0.1)


def test_L3b_what_many_have_stored_silences_nobody_and_what_has_no_words_is_never_held_up() -> None:
    workshop = -2
    count_stored(workshop, int(2 * ALL_LETTERS))
    for _ in range(50):
        pay_for_letters(workshop, 1, 200, 190)
    pay_for_letters(workshop, 2, 20_000, 19_990)
    with pytest.raises(VeryMuchAtOnce):
        pay_for_letters(workshop, 2, 20, 10)
    pay_for_letters(workshop, 2, 100, 0)


def test_L3b_what_is_refused_counts_for_who_sent_it_and_for_nobody_else(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=few_letters_for_all)
    try:
        doors = server.workshop()
        fay, sam = doors.arrive("Fay", "facilitator").open(), doors.arrive("Sam").open()
        fay.ask("OpenFlipchart")
        assert ["refused" in sam.ask("WriteNote", text="x" * 60_000) for _ in range(2)] == [
            True,
            True,
        ]
        assert fay.ask("WriteNote", text="Longer than a floor of five")["done"]
        assert [sam.ask("WriteNote", text="x" * 9_000).get("why") for _ in range(9)][-1] == TOO_FAST
        assert fay.ask("WriteNote", text="Longer than a floor of five").get("why") is None
        assert fay.ask("WriteNote", text="Longer than a floor of five").get("why") == TOO_FAST
        assert fay.ask("RaiseHand")["done"], "what has no words is never held up"
    finally:
        server.stop()


def test_L3b_letters_are_those_of_words() -> None:
    assert letters_of(command_of('{"do": "RemovePerson", "id": "r", "person": 3}')) == 0
    assert (
        letters_of(command_of('{"do": "WriteNote", "id": "w", "text": "four", "for_person": 3}'))
        == 4
    )
    assert letters_of(command_of('{"do": "OpenPhase", "id": "p", "phase": "aims"}')) == 0


@pytest.mark.parametrize("network", range(2))
def test_L3e_the_networks_of_one_ipv6_site_share_what_a_wall_may_ask_for(
    transactional_db: None, network: int
) -> None:
    workshop = Workshop.objects.create(
        address=f"hedges{network}", title="Hedges", made_with=f"hedges{network}"
    )
    budget_of(workshop.pk, "wall 2001:db8:aa::/48").charge(2 * BURST)
    asking = RequestFactory().post("/", REMOTE_ADDR=f"2001:db8:aa:{network}::1")
    with pytest.raises(VeryMuchAtOnce):
        wall_ticket(asking, workshop.address, link_token(workshop, "wall"))
