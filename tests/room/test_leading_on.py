"""Leading on while no facilitator is connected, with real connections that are cut (G18)."""

import json
import time
from collections import Counter
from typing import Any

import pytest
from live_page import Page
from served import Doors, Guest, Server

from footpath.room.leadership import FIRST_HERE, MOST_BACKED, those_who_stand


@pytest.fixture
def doors(impatient: Server) -> Doors:
    return impatient.workshop()


def says(page: Page, **frame: Any) -> None:
    page.socket.send(json.dumps(frame))


def is_asked(page: Page, offers: int = 0, backed: int = 0) -> dict[str, Any]:
    """Read until the others are asked, with so many offers of which the first has
    so many behind it.
    """

    def asked(frame: dict[str, Any]) -> bool:
        said = frame.get("leading")
        return (
            bool(said)
            and len(said["offers"]) == offers
            and (not offers or said["offers"][0]["backed"] == backed)
        )

    return page.until(asked)["leading"]


def is_held(page: Page, holder: int | None) -> None:
    page.until(lambda frame: "workshop" in frame.get("put", {}).get("sheet", {}))
    assert page.layers["everyone"]["sheet"]["workshop"].get("pace_holder") == holder


def gathered(doors: Doors, *names: str) -> tuple[Guest, Page, list[Guest], list[Page]]:
    """Fay has opened the flipchart, and the others are here."""
    fay = doors.arrive("Fay", "facilitator")
    assert fay.post("OpenFlipchart").status_code == 200
    leading = fay.open()
    others = [doors.arrive(name) for name in names]
    return fay, leading, others, [one.open() for one in others]


def test_G18b_everyone_is_asked_and_half_of_those_connected_give_the_pace(doors: Doors) -> None:
    _, leading, (sam, _, _), (of_sam, of_tess, of_ute) = gathered(doors, "Sam", "Tess", "Ute")
    leading.close()
    assert is_asked(of_tess)["needed"] == 2
    is_asked(of_sam)
    says(of_sam, lead=True)
    is_asked(of_tess, 1)
    says(of_tess, back=sam.id)
    is_asked(of_sam, 1, 1)
    assert of_sam.ask("OpenPhase", phase="aims")["why"].startswith("Only a facilitator")
    says(of_ute, back=sam.id)
    is_held(of_sam, sam.id)
    assert of_sam.ask("OpenPhase", phase="aims")["done"]


def test_G18b_ten_tabs_and_a_voice_for_oneself_are_not_the_others(doors: Doors) -> None:
    _, leading, (sam, _), (of_sam, of_tess) = gathered(doors, "Sam", "Tess")
    leading.close()
    tabs = [of_sam, *(sam.open() for _ in range(9))]
    is_asked(of_sam)
    says(of_sam, lead=True)
    for tab in tabs:
        says(tab, back=sam.id)
    assert is_asked(of_tess, 1, 0)["needed"] == 1
    assert of_sam.ask("OpenPhase", phase="aims")["why"].startswith("Only a facilitator")


def test_G18a_nobody_is_heard_while_a_facilitator_is_connected(doors: Doors) -> None:
    _, _, (sam, _), (of_sam, of_tess) = gathered(doors, "Sam", "Tess")
    time.sleep(1.5)  # longer than this server waits for one
    says(of_sam, lead=True)
    says(of_tess, back=sam.id)
    of_sam.catch_up()
    assert [frame for frame in of_sam.frames if frame.get("leading")] == []
    assert of_sam.ask("OpenPhase", phase="aims")["why"].startswith("Only a facilitator")


def test_G18b_a_facilitator_who_returns_has_the_pace_again_and_sees_their_own(doors: Doors) -> None:
    fay, leading, (sam,), (of_sam,) = gathered(doors, "Sam")
    leading.close()
    is_asked(of_sam)
    says(of_sam, lead=True)
    is_held(of_sam, sam.id)
    back = fay.open()
    is_held(of_sam, None)
    assert of_sam.ask("OpenPhase", phase="aims")["why"].startswith("Only a facilitator")
    assert back.ask("OpenPhase", phase="aims")["done"]
    assert [
        frame for frame in of_sam.frames if frame.get("for") == "facilitators" or "door" in frame
    ] == []


def test_G18b_a_facilitator_returns_in_the_second_in_which_somebody_is_accepted(
    doors: Doors,
) -> None:
    fay, leading, (sam, _), (of_sam, of_tess) = gathered(doors, "Sam", "Tess")
    leading.close()
    is_asked(of_tess)
    says(of_sam, lead=True)
    is_asked(of_tess, 1)
    ticket = fay.ticket()
    says(of_tess, back=sam.id)
    back = Page(fay.base, fay.address, ticket)
    back.catch_up()
    assert back.ask("OpenPhase", phase="aims")["done"]
    assert of_sam.ask("OpenPhase", phase="gather")["why"].startswith("Only a facilitator")
    assert back.layers["everyone"]["sheet"]["workshop"].get("pace_holder") is None


def test_G18b_the_pace_is_kept_over_a_power_cut_and_goes_when_its_holder_does(
    doors: Doors, impatient: Server
) -> None:
    _, leading, (sam, tess), (of_sam, of_tess) = gathered(doors, "Sam", "Tess")
    leading.close()
    is_asked(of_tess)
    says(of_sam, lead=True)
    is_asked(of_tess, 1)
    says(of_tess, back=sam.id)
    is_held(of_tess, sam.id)
    impatient.kill()
    impatient.start()
    again, other = sam.open(), tess.open()
    assert again.ask("OpenPhase", phase="aims")["done"]
    again.close()
    is_asked(other)


def test_G18b_who_watches_cannot_offer_nor_count(doors: Doors) -> None:
    _, leading, (sam,), (of_sam,) = gathered(doors, "Sam")
    olu = doors.arrive("Olu", "observer").open()
    leading.close()
    assert is_asked(of_sam)["needed"] == 0
    is_asked(olu)
    says(olu, lead=True)
    says(of_sam, lead=True)
    assert [offer["person"] for offer in is_asked(of_sam, 1)["offers"]] == [sam.id]


def test_L2h_however_often_people_offer_and_back_they_are_weighed_and_told_together(
    doors: Doors,
) -> None:
    _, leading, (sam, _), (of_sam, of_tess) = gathered(doors, "Sam", "Tess")
    leading.close()
    is_asked(of_tess)
    is_asked(of_sam)
    before = len(of_sam.frames)
    for _ in range(60):
        says(of_tess, back=sam.id)
        says(of_sam, lead=False)
        says(of_tess, back=None)
        says(of_sam, lead=True)
    is_asked(of_sam, 1)
    assert len(of_sam.frames) - before < 24, "a tenth of what was said"


def test_L2h_what_was_said_before_is_not_told_again(doors: Doors) -> None:
    _, leading, (_, tess, _), (of_sam, of_tess, of_ute) = gathered(doors, "Sam", "Tess", "Ute")
    leading.close()
    is_asked(of_tess)
    says(of_sam, lead=True)
    is_asked(of_tess, 1)
    before = len(of_tess.frames)
    for _ in range(3):
        says(of_sam, lead=True)
        says(of_ute, back=tess.id)  # who does not offer
        time.sleep(0.6)  # longer than until the next weighing
    of_tess.catch_up()
    assert [frame for frame in of_tess.frames[before:] if "leading" in frame] == []


def test_G18a_who_comes_while_the_others_are_asked_sees_what_was_said_and_whom_they_back(
    doors: Doors,
) -> None:
    _, leading, (sam, tess, _), (of_sam, of_tess, _) = gathered(doors, "Sam", "Tess", "Ute")
    leading.close()
    is_asked(of_tess)
    says(of_sam, lead=True)
    is_asked(of_tess, 1)
    says(of_tess, back=sam.id)
    is_asked(of_tess, 1, 1)
    assert is_asked(tess.open(), 1, 1)["mine"] == sam.id


def test_L2h_of_very_many_offers_a_few_stand_and_none_is_crowded_out_by_who_came_later() -> None:
    personas = range(100, 400)
    votes = Counter(dict.fromkeys(personas, 1) | {60: 29})
    stand = those_who_stand([*personas, 2, 60], votes)
    assert {2, 60} < stand and len(stand) == MOST_BACKED + FIRST_HERE


def test_G18b_whoever_came_in_since_is_no_voice_beside_those_who_were_there(doors: Doors) -> None:
    _, leading, (sam, _, _), (of_sam, of_tess, of_ute) = gathered(doors, "Sam", "Tess", "Ute")
    leading.close()
    assert is_asked(of_sam)["needed"] == 2
    eves = [doors.arrive("Eve") for _ in range(5)]
    pages = [eve.open() for eve in eves]
    for page in pages:
        is_asked(page)
        says(page, lead=True)
        says(page, back=eves[0].id)
    says(of_sam, lead=True)
    assert is_asked(of_tess, 1)["needed"] == 2
    for page in (of_tess, of_ute):
        says(page, back=sam.id)
    is_held(of_ute, sam.id)


def test_G18b_where_nobody_of_those_is_left_whoever_came_since_leads_on(doors: Doors) -> None:
    _, leading, _, (of_sam,) = gathered(doors, "Sam")
    leading.close()
    of_sam.close()
    time.sleep(0.1)
    tess, ute = (doors.arrive(name) for name in ("Tess", "Ute"))
    of_tess, of_ute = tess.open(), ute.open()
    is_asked(of_tess)
    says(of_tess, lead=True)
    is_asked(of_ute, 1)
    says(of_ute, back=tess.id)
    is_held(of_tess, tess.id)
