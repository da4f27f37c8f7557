"""L2: however many people somebody comes in as, another workshop is served. L6: an honest crowd
meets nothing of it.
"""

from concurrent.futures import Future

import pytest

from footpath.method.phases.gather import Arrive
from footpath.method.throughout.rounds import RaiseHand
from footpath.record import shares
from footpath.record.shares import AT_ONCE, LATELY, Shares
from footpath.record.turn import Asked
from footpath.record.writer import Writer
from footpath.workshops.making import make_workshop

BUSY, QUIET = 1, 2


def asks(person: int | None, number: int = 0) -> Asked:
    command = RaiseHand(id=f"{person}-{number}", up=True)
    return Asked(workshop=BUSY, command=command, person=person, door="", future=Future())


def test_L2c_a_workshop_that_had_its_share_rests_while_another_asks_and_only_then() -> None:
    now = [0.0]
    share = Shares(lambda: now[0])
    assert not share.has_had_enough(BUSY)
    share.used(BUSY, 2 * AT_ONCE)
    assert not share.has_had_enough(BUSY), "nobody else asks"
    assert not share.has_had_enough(QUIET) and share.has_had_enough(BUSY)
    share.keep(asks(1))
    assert share.rested() == [] and share.wait is not None and share.wait > 0
    now[0] = LATELY
    share.has_had_enough(BUSY)
    assert share.wait == 0 and len(share.rested()) == 1, "nobody else asked lately"


def test_L6a_what_a_workshop_did_while_nobody_asked_lets_it_rest_for_a_second_at_most() -> None:
    now = [0.0]
    share = Shares(lambda: now[0])
    share.has_had_enough(BUSY)
    share.used(BUSY, 60)
    share.has_had_enough(QUIET)
    share.keep(asks(1))
    assert share.wait is not None and share.wait <= 1
    now[0] = share.wait + 0.001
    assert len(share.rested()) == 1


@pytest.mark.parametrize("people", [60, 1_000])
def test_L6a_an_assembly_that_asks_in_one_moment_meets_nothing(people: int) -> None:
    share = Shares(lambda: 0.0)
    share.has_had_enough(QUIET)
    for _ in range(people):
        assert not share.has_had_enough(BUSY)
        share.used(BUSY, 0.0005)


def test_L2c_who_asks_for_one_thing_waits_for_one_turn_of_the_others_and_each_has_their_order() -> (
    None
):
    share = Shares(lambda: 0.0)
    share.has_had_enough(BUSY)
    for number in range(30):
        for persona in range(40):
            share.keep(asks(persona, number))
    share.keep(asks(99))
    share.keep(asks(None))
    first = share.rested()
    assert first[0].person is None and 99 in [one.person for one in first]
    everything = [*first]
    while BUSY in share:
        everything.extend(share.rested())
    assert [one.command.id for one in everything if one.person == 7] == [
        f"7-{number}" for number in range(30)
    ]
    assert len(everything) == 30 * 40 + 2


@pytest.mark.django_db(transaction=True)
def test_L2c_another_workshops_command_does_not_wait_for_all_that_hundreds_of_personas_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shares, "AT_ONCE", 0.01)
    writer = Writer()
    try:
        busy, quiet = (make_workshop(writer, title).pk for title in ("Busy", "Quiet"))
        came = [
            writer.submit(workshop, Arrive(id=f"p{n}", name=f"P{n}"), None, "guest").result(10).made
            for workshop, people in ((busy, 10), (quiet, 1))
            for n in range(people)
        ]
        flood = [
            writer.submit(busy, RaiseHand(id=f"h{n}", up=n // 10 % 2 == 0), person)
            for n in range(60)
            for person in came[:10]
        ]
        writer.submit(quiet, RaiseHand(id="one", up=True), came[10]).result(10)
        assert sum(one.done() for one in flood) < 450
    finally:
        writer.close()
    assert all(one.result(1) for one in flood), "nothing is lost when the writer stops"
