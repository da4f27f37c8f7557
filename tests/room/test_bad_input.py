"""Bad input through the real doors: one sentence each, nothing half done, and the room goes on."""

import json
from typing import Any

import pytest
from hostile import frames
from served import Doors, Server

SEED = 20_261_124


def test_S4_a_thousand_hostile_frames_and_the_room_goes_on(server: Server, doors: Doors) -> None:
    fay, tess = doors.opened(), doors.arrive("Tess")
    beside = tess.open()
    pages = [fay.open(), *(doors.arrive(name, "facilitator").open() for name in ("Gus", "Hal"))]
    for sent, frame in enumerate(frames(SEED, 1000)):
        hostile = pages[sent // 350]
        hostile.socket.send(frame)
        if sent % 50 == 49:
            hostile.catch_up()
    for hostile in pages:
        hostile.catch_up()
    assert beside.ask("Rename", name="Tess still")["done"]
    answers = [
        frame
        for hostile in pages
        for frame in hostile.frames
        if "refused" in frame or "fault" in frame
    ]
    assert all(frame["why"].endswith(".") for frame in answers)
    assert "Traceback" not in server.log()


def test_S4_hostile_bodies_by_post_are_refused_and_never_a_fault(
    server: Server, doors: Doors
) -> None:
    sam = doors.arrive("Sam")
    answers = [sam.post_raw(frame) for frame in frames(SEED + 1, 200)]
    assert {answer.status_code for answer in answers} <= {200, 400, 409}
    assert all(answer.json().get("why", ".").endswith(".") for answer in answers)
    assert "Traceback" not in server.log()


def test_S4_a_refusal_is_a_sentence_on_both_doors(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    asked: dict[str, Any] = {"about": 99_999}
    by_socket, by_post = sam.open().ask("TakeBack", **asked), sam.post("TakeBack", **asked)
    assert by_post.status_code == 409
    assert (
        by_socket["why"]
        == by_post.json()["why"]
        == "That is not on the flipchart any more, or you cannot see it."
    )


def test_S4_what_cannot_be_read_is_refused_without_an_id(doors: Doors) -> None:
    page = doors.arrive("Sam").open()
    page.socket.send(b"\x00\x01")
    assert page.until(lambda frame: "refused" in frame)["refused"] is None


def test_S4_a_note_of_a_hundred_thousand_characters_is_refused_in_words(doors: Doors) -> None:
    fay = doors.opened()
    page = fay.open()
    page.socket.send(json.dumps({"do": "WriteNote", "id": "long", "text": "x" * 100_000}))
    assert page.until(lambda frame: "refused" in frame)["why"].startswith("That is more than fits")
    assert (
        fay.post("WriteNote", text="x" * 100_000)
        .json()["why"]
        .startswith("That is 100,000 characters")
    )


@pytest.mark.parametrize(
    "path",
    [
        "/w/%00",
        "/w/nobody-here",
        "/w/%F0%9F%98%80",
        "/w/x/me/y/99999999999999999999",
        "/w/x/join/%00",
    ],
)
def test_S9_an_address_that_nobody_has_is_not_found(
    server: Server, doors: Doors, path: str
) -> None:
    assert doors.arrive("Sam").get(path).status_code == 404


def test_G4a_names_that_look_alike_are_numbered_over_the_wire(doors: Doors) -> None:
    latin, cyrillic = doors.arrive("Maria"), doors.arrive("М\u0430ria\u200b")
    people = latin.open().layers["everyone"]["people"]
    assert [people[str(one.id)]["called"] for one in (latin, cyrillic)] == [
        "Maria (1)",
        "М\u0430ria (2)",
    ]
    assert people[str(cyrillic.id)]["name"] == "Маria"


@pytest.mark.parametrize(
    ("name", "status"), [("J", 200), ("x" * 500, 400), ("\u200b", 400), ("\u202eevil", 200)]
)
def test_G1_a_name_is_taken_or_sent_back_in_the_form(doors: Doors, name: str, status: int) -> None:
    assert doors.arrive(name).arrived.status_code == status


def test_S4_a_port_that_is_taken_is_one_sentence(server: Server) -> None:
    taken = server.run("serve", "--port", str(server.port))
    assert taken.returncode == 1
    assert taken.stderr.count("\n") == 1
    assert taken.stderr.startswith(f"Footpath cannot listen on port {server.port} (")
    assert taken.stdout == ""


def test_S4_a_number_of_five_thousand_digits_in_a_form_is_never_a_fault(
    server: Server, doors: Doors
) -> None:
    fay, sam, much = doors.arrive("Fay", "facilitator"), doors.arrive("Sam"), "9" * 5000
    pages = {
        "mine/erase": {"stand": much},
        f"mine/take-back/{much}": {},
        "mine/take-back/1": {"stand": much},
        "mine/opened": {"about": much, "to": "everyone"},
        "outline/opened": {"about": much, "to": "everyone"},
        "research/keep-back": {"about": much},
        "research/paraphrases": {"about": much, "version": much},
        "people/came": {"came": much, "shown": much},
        "mine/lines/1/meant": {"version": much},
    }
    answered = {
        path: [one.form(f"/w/{doors.address}/{path}", **fields).status_code for one in (fay, sam)]
        for path, fields in pages.items()
    }
    assert {path for path, codes in answered.items() if max(codes) >= 500} == set()
    assert "Traceback" not in server.log()
