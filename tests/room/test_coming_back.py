"""S5 and S3: who comes back gets everything missed once, and everybody ends with what
a newcomer receives.
"""

import random
import time
from pathlib import Path

from given import new_database
from live_page import Page
from served import Doors, Guest, Server


def _as_a_newcomer(person: Guest) -> dict[str, dict[str, dict[str, object]]]:
    page = person.open()
    seen = page.catch_up()
    page.close()
    return seen


def heads_come_soon() -> None:
    from footpath.limits import connection_places

    connection_places.HEAD_WITHIN = 0.5


def test_S5_who_comes_back_is_sent_what_was_missed_and_no_whole_view(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    leading, page = fay.open(), sam.open()
    leading.ask("ProposeAgreement", text="One voice at a time")
    page.catch_up()
    page.close()
    missed = [
        str(leading.ask("ProposeAgreement", text=f"Line {line}")["made"]) for line in range(3)
    ]
    again = sam.open(page.number)
    everyones = next(frame for frame in again.frames if frame.get("for") == "everyone")
    assert "whole" not in everyones
    assert set(missed) <= set(everyones["put"]["agreement"])
    assert (
        _merged(page, again).layers["everyone"]["agreement"]
        == leading.catch_up()["everyone"]["agreement"]
    )


def test_S5_words_hidden_meanwhile_are_not_sent_after_all(doors: Doors) -> None:
    fay, sam, tess = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), doors.arrive("Tess")
    leading, page = fay.open(), sam.open()
    leading.ask("OpenFlipchart")
    leading.ask("OpenPhase", phase="reflect")
    page.catch_up()
    page.close()
    note = tess.post("WriteNote", text="A planted sentence about somebody").json()["made"]
    leading.ask("Hide", about=note, reason="names a person")
    assert "planted sentence" not in "".join(sam.open(page.number).raw)


def test_S7_words_taken_back_meanwhile_are_not_sent_after_all(doors: Doors) -> None:
    fay, sam, tess = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), doors.arrive("Tess")
    leading, page = fay.open(), sam.open()
    leading.ask("OpenFlipchart")
    page.catch_up()
    page.close()
    note = tess.post("WriteNote", text="A planted sentence about somebody").json()["made"]
    tess.post("TakeBack", about=note)
    assert "planted sentence" not in "".join(sam.open(page.number).raw)


def test_S5_a_number_that_the_record_never_reached_gets_the_whole_view(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    sam.open()
    assert all(frame["whole"] for frame in sam.open(10_000).frames if "put" in frame)


def test_S5_a_role_given_meanwhile_is_there_on_coming_back(doors: Doors) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    page = sam.open()
    page.close()
    sam.post("RaiseHand")
    fay.post("GiveRole", person=sam.id, role="facilitator")
    assert "facilitators" in sam.open(page.number).layers


def _happens(chance: random.Random, people: list[tuple[Guest, Page]], notes: list[int]) -> None:
    _, page = chance.choice(people)
    what = chance.randrange(8)
    if what < 3 or not notes:
        made = page.ask(
            "WriteNote", text=f"Words {chance.random()}", unnamed=chance.random() < 0.3
        ).get("made")
        notes += [made] if made else []
    elif what == 3:
        page.ask("TakeBack", about=chance.choice(notes))
    elif what == 4:
        page.ask("StayUnnamed", about=chance.choice(notes), unnamed=chance.random() < 0.5)
    elif what == 5:
        people[0][1].ask(
            "Hide" if chance.random() < 0.5 else "Show", about=chance.choice(notes), reason="x"
        )
    elif what == 6:
        people[0][1].ask(
            chance.choice(
                ("StartSilence", "RevealNotes", "CloseFlipchart", "ReopenFlipchart", "Undo")
            )
        )
    else:
        people[0][1].ask("MaskWords", about=chance.choice(notes))


def test_S3_a_long_open_page_has_what_a_newcomer_receives(doors: Doors) -> None:
    chance = random.Random(20_261_124)
    guests = [
        doors.arrive("Fay", "facilitator"),
        doors.arrive("Kit", "scribe"),
        doors.arrive("Sam"),
        doors.arrive("Tess"),
    ]
    people = [(guest, guest.open()) for guest in guests]
    people[0][1].ask("OpenFlipchart")
    notes: list[int] = []
    for step in range(150):
        _happens(chance, people, notes)
        if step % 30 == 29:  # somebody drops out and comes back from the number they have
            at = chance.randrange(1, 4)
            guest, page = people[at]
            page.catch_up()
            page.close()
            _happens(chance, [people[0]], notes)
            again = guest.open(page.number)
            people[at] = (guest, _merged(page, again))
    for guest, page in people:
        assert page.catch_up() == _as_a_newcomer(guest)


def _merged(before: Page, again: Page) -> Page:
    """The page as the browser keeps it: what it had, and what it was sent on coming back."""
    again.layers = before.layers
    for frame in again.frames:
        again.merge(frame)
    return again


def test_S5_a_page_that_is_open_stays_open_however_little_is_said(tmp_path: Path) -> None:
    server = Server(tmp_path, new_database(), altered=heads_come_soon)
    try:
        page = server.workshop().arrive("Sam").open()
        time.sleep(3)
        assert page.ask("RaiseHand")["done"]
    finally:
        server.stop()
