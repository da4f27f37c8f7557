"""The code that a facilitator puts on the wall: who is told, who may, when it goes off (G24)."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from live_page import Page
from served import Doors, Guest, Server

from footpath.method.refusals import FOR_FACILITATORS


def puts(page: Page, there: bool) -> None:
    page.socket.send(json.dumps({"code": there}))


def is_told(page: Page, shown: bool) -> dict[str, Any]:
    """Read until the page is told that it is there, or not; all that it is told with it."""
    return page.until(lambda frame: frame.get("code", {}).get("shown") is shown)["code"]


def told_of(page: Page) -> list[bool]:
    """What the page was told so far, but what it came upon."""
    page.catch_up()
    return [frame["code"]["shown"] for frame in page.frames if "code" in frame][1:]


@pytest.fixture
def fay(doors: Doors) -> Guest:
    return doors.opened("aims")


def test_G24a_a_facilitator_puts_the_code_on_the_wall_and_takes_it_off(
    doors: Doors, fay: Guest
) -> None:
    leading, wall = fay.open(), doors.wall()
    for shown in (True, False, True):
        puts(leading, shown)
        assert is_told(wall, shown) == is_told(leading, shown) == {"shown": shown}
    late = doors.wall()
    [upon] = [frame["code"] for frame in late.frames if "code" in frame]
    assert upon == {"shown": True}


def off_soon() -> None:
    """It goes off after half a second where it would after two minutes."""
    from footpath.room import code_on_the_wall

    code_on_the_wall.SHOWN_FOR = 0.5


@pytest.fixture
def quick(tmp_path: Path, database: Callable[[], str | None]) -> Iterator[Server]:
    """A server on which it goes off soon."""
    server = Server(tmp_path, database(), altered=off_soon)
    yield server
    server.stop()


def test_G24b_it_goes_off_by_itself_also_where_nobody_is_left_to_take_it_off(
    quick: Server,
) -> None:
    doors = quick.workshop()
    fay, wall = doors.opened("aims"), doors.wall()
    leading = fay.open()
    puts(leading, True)
    is_told(wall, True)
    leading.close()
    assert is_told(wall, False) == {"shown": False}


def test_G24c_nobody_else_puts_it_there_or_takes_it_off(doors: Doors, fay: Guest) -> None:
    sam, leading = doors.arrive("Sam"), fay.open()
    puts(leading, True)
    is_told(leading, True)
    kit, olu = doors.arrive("Kit", "scribe"), doors.arrive("Olu", "observer")
    for page in (sam.open(), kit.open(), olu.open(), doors.wall()):
        for there in (False, True):
            puts(page, there)
            assert page.until(lambda frame: "why" in frame.get("code", {}))["code"] == {
                "shown": True,
                "why": FOR_FACILITATORS,
            }
    assert told_of(leading) == [True]


def test_G24c_who_presses_very_often_makes_nobody_else_hear_of_it_as_often(
    doors: Doors, fay: Guest
) -> None:
    leading, wall = fay.open(), doors.wall()
    for at in range(200):
        puts(leading, at % 2 == 0)
    puts(leading, True)
    is_told(wall, True)
    assert len(told_of(wall)) < 20


def test_G24d_the_record_holds_nothing_of_it_and_no_page_is_told_the_code(
    doors: Doors, fay: Guest
) -> None:
    sam, leading = doors.arrive("Sam").open(), fay.open()
    puts(leading, True)
    is_told(sam, True)
    sam.catch_up()
    assert doors.code
    assert not any(doors.code in text for text in sam.raw)
    assert leading.number == sam.number
    assert "code" not in json.dumps(leading.catch_up()).lower()
