"""H2: a room is told what it shows first, so that it fetches that while its line is opened."""

import json
import re

import pytest
from served import Doors, Guest

SHOWN = {
    (): "waiting",
    ("OpenFlipchart",): "gather",
    ("OpenFlipchart", "OpenPhase"): "process",
    ("OpenFlipchart", "CloseFlipchart"): "ending",
}


def screen_of(guest: Guest) -> str:
    page = guest.get(f"/w/{guest.address}/room").text
    (told,) = re.findall(r'id="page" type="application/json">(.*?)</script>', page)
    return json.loads(told)["screen"]


@pytest.mark.parametrize(("done", "screen"), SHOWN.items())
def test_H2_the_room_is_told_what_it_shows_first(
    doors: Doors, done: tuple[str, ...], screen: str
) -> None:
    fay, sam = doors.arrive("Fay", "facilitator"), doors.arrive("Sam")
    for act in done:
        fay.post(act, **({"phase": "process"} if act == "OpenPhase" else {}))
    assert screen_of(fay) == screen_of(sam) == screen
