"""Answering changes nothing in what others receive: not a byte of any page, and no
frame in the room.
"""

import json
import re

import pytest
from answering_people import Room
from registering_people import Announced
from research_asking import Asked
from served import Doors, Server

from footpath.method import Sight
from footpath.method.audiences.by_kind import EVERYONE, FACILITATORS
from footpath.record.live import Live
from footpath.research.information_sheets import Sheet
from footpath.room.running import rooms

OF_THE_MOMENT = {"pong", "here", "came"}
"""What is told at any time: that the line lives, and who is here."""

pytestmark = pytest.mark.own_server


def tokenless(page: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value=|csrf": |name="once" value=)"[^"]+"', "", page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", ["facilitator", "scribe", "observer", "guest"])
@pytest.mark.parametrize(
    "given", [{"take_part": "yes"}, {"take_part": "no"}, {"button": "/withdraw"}]
)
def test_C3_every_page_of_others_is_the_same_whatever_somebody_answers(
    role: str, given: dict[str, str]
) -> None:
    room = Room()
    sam, other, page = room.somebody(), room.somebody("Other", role), room.asks_for()
    if "button" in given:
        sam.answers(page, take_part="yes")
    at = f"/w/{room.workshop.address}"
    paper = f"/research/paper?person={sam.id}&sheet={Sheet.objects.get().pk}"
    pages = [
        "", "/room", "/links", "/people", "/people/attendance.csv", "/outline", "/record.jsonl",
        "/research", "/research/paper", paper, "/mine/everything.json",
    ]  # fmt: skip
    before = [tokenless(other.sees(at + one)) for one in pages]
    sam.answers(page, **given)
    for one, was in zip(pages, before, strict=True):
        assert tokenless(other.sees(at + one)) == was, one


@pytest.mark.django_db(transaction=True)
def test_C3_nothing_that_the_room_sends_knows_of_answers() -> None:
    room = Room()
    sam, page = room.somebody(), room.asks_for()

    def look(live: Live) -> tuple[int, str]:
        sight = Sight(live.chart)
        return live.chart.number, str([sight.whole(one) for one in (EVERYONE, FACILITATORS)])

    before = rooms().writer.look(room.workshop.pk, look).result()
    sam.answers(page, take_part="yes")
    sam.answers(page, button="/withdraw")
    assert rooms().writer.look(room.workshop.pk, look).result() == before


def test_C3_answering_and_withdrawing_make_no_frame_and_no_line_in_the_log(
    doors: Doors, server: Server
) -> None:
    project, fay, sam = (
        Asked(server, doors.address),
        doors.arrive("Fay", "facilitator"),
        doors.arrive("Sam"),
    )
    page, wall = fay.open(), doors.wall()
    if not any("door" in frame for frame in page.frames):
        page.until(lambda frame: "door" in frame)  # that Sam has a name and is not in yet
    seen = [len(page.frames), len(wall.frames)]
    sam.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes"})
    sam.form(f"{project.page}/withdraw")
    for one in (page, wall):
        one.catch_up()
    frames = page.frames[seen[0] :] + wall.frames[seen[1] :]
    assert [frame for frame in frames if frame.keys().isdisjoint(OF_THE_MOMENT)] == []
    assert "take-part" not in server.log() and "take-part" not in json.dumps(frames)


def test_C3_of_who_registered_too_the_people_page_says_nothing(server: Server) -> None:
    workshop = Announced(server, drop_in=True)
    project = Asked(server, workshop.address)
    yarrow, fay = (
        workshop.registers("Yarrow", "y@example.org"),
        workshop.doors.arrive("Fay", "facilitator"),
    )
    people = f"/w/{workshop.address}/people"
    before = tokenless(fay.get(people).text)
    yarrow.form(f"{project.page}/answer", sheet="1", **{"take-part": "yes"})
    yarrow.form(
        f"{project.page}/copy", to="y@example.org", once="7b1c6a3e-0a1f-4d6d-9a4e-6d1b3a0c9f12"
    )
    assert tokenless(fay.get(people).text) == before
