"""The spotlight on the wire: who puts something there, who is told, and when it goes out (G21)."""

import json
import time
from typing import Any

import pytest
from live_page import Page
from served import Doors, Guest, Server

from footpath.method.refusals import FOR_FACILITATORS, NOT_IN_THE_SPOTLIGHT
from footpath.room.spotlight import READ_FOR


@pytest.fixture
def fay(doors: Doors) -> Guest:
    return doors.opened()


def puts(page: Page, thing: int | None) -> None:
    page.socket.send(json.dumps({"spotlight": thing}))


def is_told(page: Page, thing: int | None) -> dict[str, Any]:
    """Read until the page is told of that thing; what else it is told with it."""
    return page.until(lambda frame: frame.get("spotlight", {}).get("thing", 0) == thing)[
        "spotlight"
    ]


def comes_upon(page: Page) -> dict[str, Any]:
    """What a page is told with its whole view."""
    [told] = [frame["spotlight"] for frame in page.frames if "spotlight" in frame]
    return told


def is_refused(page: Page) -> str:
    return page.until(lambda frame: "why" in frame.get("spotlight", {}))["spotlight"]["why"]


def told_of(page: Page) -> list[int | None]:
    """What the page was told of so far, but that there was nothing when it came."""
    page.catch_up()
    return [frame["spotlight"]["thing"] for frame in page.frames if "spotlight" in frame][1:]


def note_of(sam: Guest, text: str = "Pay small firms first", **fields: Any) -> int:
    return sam.post("WriteNote", text=text, **fields).json()["made"]


def test_G21i_everybody_and_the_wall_are_told_of_the_thing_and_no_word_of_it(
    doors: Doors, fay: Guest
) -> None:
    sam, olu = doors.arrive("Sam"), doors.arrive("Olu", "observer")
    note = note_of(sam, unnamed=True)
    leading, pages = fay.open(), [sam.open(), olu.open(), doors.wall()]
    puts(leading, note)
    assert is_told(leading, note) == {"thing": note, "read": []}
    for page in pages:
        assert is_told(page, note) == {"thing": note}
    puts(leading, None)
    for page in pages:
        assert is_told(page, None) == {"thing": None}


def test_G21f_nobody_else_puts_anything_there_or_takes_it_out(doors: Doors, fay: Guest) -> None:
    sam = doors.arrive("Sam")
    note, other = note_of(sam), note_of(sam, "Another")
    leading = fay.open()
    puts(leading, note)
    is_told(leading, note)
    kit, olu = doors.arrive("Kit", "scribe"), doors.arrive("Olu", "observer")
    for page in (sam.open(), kit.open(), olu.open(), doors.wall()):
        for thing in (other, None):
            puts(page, thing)
            assert is_refused(page) == FOR_FACILITATORS
    assert told_of(leading) == [note]


def test_G21f_who_facilitates_no_more_puts_nothing_there(doors: Doors, fay: Guest) -> None:
    gil = doors.arrive("Gil", "facilitator")
    note = note_of(gil)
    leading, other = fay.open(), gil.open()
    leading.ask("TakeRole", person=gil.id, role="facilitator")
    puts(other, note)
    assert is_refused(other) == FOR_FACILITATORS
    assert told_of(leading) == []


def test_G21g_what_is_private_or_face_down_is_refused_like_what_is_not_there(
    doors: Doors, fay: Guest
) -> None:
    sam, leading = doors.arrive("Sam"), fay.open()
    story = sam.post("TellExperience", title="The long winter").json()["made"]
    moment = sam.post(
        "PlaceMoment", experience=story, text="Seventy days", visibility="facilitators"
    ).json()["made"]
    leading.ask("StartSilence")
    held = note_of(sam)
    of_sam = sam.open()
    for thing in (moment, held, 99_999, -99_999):
        puts(leading, thing)
        assert is_refused(leading) == NOT_IN_THE_SPOTLIGHT
    assert told_of(of_sam) == []


@pytest.mark.parametrize("what", ["taken back", "hidden", "narrowed", "removed", "next", "closed"])
def test_G21h_it_goes_out_with_what_stands_in_it_and_with_its_phase(
    doors: Doors, fay: Guest, what: str
) -> None:
    sam = doors.arrive("Sam")
    note = note_of(sam)
    story = sam.post("TellExperience", title="The long winter").json()["made"]
    moment = sam.post("PlaceMoment", experience=story, text="Seventy days").json()["made"]
    aim = fay.post("AddAim", text="Small firms are paid", rests_on=[note]).json()["made"]
    leading, wall = fay.open(), doors.wall()
    thing = {"narrowed": moment, "removed": aim}.get(what, note)
    puts(leading, thing)
    is_told(wall, thing)
    acts: dict[str, tuple[Guest, str, dict[str, Any]]] = {
        "taken back": (sam, "TakeBack", {"about": note}),
        "hidden": (fay, "Hide", {"about": note, "reason": "names a person"}),
        "narrowed": (sam, "SetVisibility", {"about": moment, "visibility": "facilitators"}),
        "removed": (fay, "Delete", {"about": aim}),
        "next": (fay, "OpenPhase", {"phase": "aims"}),
        "closed": (fay, "CloseFlipchart", {}),
    }
    who, do, fields = acts[what]
    assert who.post(do, **fields).status_code == 200
    is_told(wall, None)


def test_G21h_other_words_for_it_leave_it_there(doors: Doors, fay: Guest) -> None:
    sam = doors.arrive("Sam")
    note = note_of(sam)
    leading, wall = fay.open(), doors.wall()
    puts(leading, note)
    is_told(wall, note)
    of_sam = sam.open()
    of_sam.ask("Reword", about=note, text="Pay them within a week", seen=1)
    of_sam.ask("MaskWords", about=note, passage="week")
    note_of(sam, "Another")
    time.sleep(0.3)
    assert told_of(wall) == [note]


def test_G21i_who_comes_back_is_told_what_stands_there_now(doors: Doors, fay: Guest) -> None:
    sam = doors.arrive("Sam")
    note = note_of(sam)
    leading, page = fay.open(), sam.open()
    puts(leading, note)
    is_told(page, note)
    number = page.number
    page.close()
    assert comes_upon(sam.open()) == {"thing": note}
    puts(leading, None)
    is_told(leading, None)
    assert comes_upon(sam.open(number)) == {"thing": None}


def test_G21c_facilitators_see_what_was_read_aloud_and_not_what_was_passed_over(
    doors: Doors, fay: Guest
) -> None:
    sam = doors.arrive("Sam")
    first, second, third = (note_of(sam, f"Note {number}") for number in range(3))
    gil = doors.arrive("Gil", "facilitator")
    leading, other, of_sam = fay.open(), gil.open(), sam.open()
    puts(leading, first)
    is_told(leading, first)
    time.sleep(READ_FOR + 0.1)
    puts(leading, second)
    assert is_told(other, second)["read"] == [first]
    puts(leading, third)
    assert is_told(other, third)["read"] == [first]
    assert "read" not in is_told(of_sam, third)


def test_G21b_of_very_many_at_once_the_last_one_counts(doors: Doors, fay: Guest) -> None:
    sam = doors.arrive("Sam")
    notes = [note_of(sam, f"Note {number}") for number in range(4)]
    leading, wall = fay.open(), doors.wall()
    for number in range(60):
        puts(leading, notes[number % 4])
    is_told(wall, notes[3])
    time.sleep(0.5)
    assert len(told_of(wall)) <= 4
    assert told_of(wall)[-1] == notes[3]


def test_G21i_it_is_no_entry_and_a_restart_forgets_it(
    impatient: Server,
) -> None:
    doors = impatient.workshop()
    fay = doors.opened()
    sam = doors.arrive("Sam")
    note = note_of(sam)
    leading = fay.open()
    leading.catch_up()
    tables = impatient.tables()
    puts(leading, note)
    is_told(leading, note)
    assert comes_upon(sam.open())["thing"] == note
    assert impatient.tables() == tables
    impatient.kill()
    impatient.start()
    assert comes_upon(sam.open()) == {"thing": None}


def test_G21h_it_goes_out_where_nobody_is_left_who_could_take_it_out(impatient: Server) -> None:
    doors = impatient.workshop()
    fay, sam = doors.opened(), doors.arrive("Sam")
    note = note_of(sam)
    leading, of_sam = fay.open(), sam.open()
    puts(leading, note)
    is_told(of_sam, note)
    leading.close()
    again = fay.open()
    time.sleep(1.3)
    assert told_of(of_sam) == [note]
    again.close()
    is_told(of_sam, None)
