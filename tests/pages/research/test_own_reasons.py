"""The reasons that somebody gave are on their own pages, with who typed them, and theirs to
correct and take back.
"""

import re
from html import unescape

import pytest
from permitting import all_but, left
from served import Doors, Guest, Server
from table import Group

WHY = "It was the heart of it"


def read(person: Guest, page: str) -> str:
    """The text of one of somebody's own pages, without the markup."""
    text = person.get(f"/w/{person.address}/mine/{page}").text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def presses(person: Guest, do: str, about: int, **given: str) -> int:
    path = f"/w/{person.address}/mine/words/{about}/reasons/0/{do}"
    return person.form(path, **given).status_code


Decided = tuple[Doors, Guest, int]


@pytest.fixture
def decided(server: Server) -> Decided:
    """A workshop whose facilitator dropped an aim, and the aim."""
    doors = server.workshop()
    fay = doors.opened()
    note = fay.post("WriteNote", text="Pay people for their time").json()["made"]
    aim = fay.post("AddAim", text="Bidding is paid", rests_on=[note]).json()["made"]
    fay.post("DropAim", about=aim, reason=WHY)
    return doors, fay, aim


def test_C21_a_reason_stands_on_its_authors_own_pages_and_on_nobody_elses(decided: Decided) -> None:
    doors, fay, _ = decided
    for page in ("words", "everything"):
        assert WHY in read(fay, page) and WHY not in read(doors.arrive("Other"), page)


def test_C23_a_reason_is_taken_back_on_its_authors_own_page(decided: Decided) -> None:
    doors, fay, aim = decided
    assert presses(fay, "take-back", aim) == 200
    assert WHY not in read(fay, "words") and WHY not in str(doors.arrive("Other").open().layers)


def test_C23_a_reason_is_corrected_on_its_authors_own_page(decided: Decided) -> None:
    _, fay, aim = decided
    assert presses(fay, "reword", aim, text="It was heard again") == 200
    assert "It was heard again" in read(fay, "words") and WHY not in read(fay, "words")


def test_C23_nobody_takes_back_anothers_reason(decided: Decided) -> None:
    doors, fay, aim = decided
    assert presses(doors.arrive("Other"), "take-back", aim) == 409
    assert WHY in read(fay, "words")


def test_C21_who_typed_words_for_somebody_stands_beside_them(decided: Decided) -> None:
    doors, fay, _ = decided
    sam = doors.arrive("Sam")
    fay.post("WriteNote", text="Seventy days without pay", for_person=sam.id)
    assert "Typed for you by Fay" in read(sam, "words") and "typed for you by Fay" in read(
        sam, "everything"
    )


def test_W29_a_reason_goes_with_everything_else_that_is_erased(decided: Decided) -> None:
    doors, fay, _ = decided
    assert "1 reason that you gave" in read(fay, "erase")
    fay.form(f"/w/{fay.address}/mine/erase")
    assert WHY not in read(fay, "everything") and WHY not in str(
        doors.arrive("Other").open().layers
    )


def test_C6a_a_reason_that_was_corrected_leaves_as_it_stands_and_one_that_was_taken_back_not() -> (
    None
):
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[], reason="First")
    group.do(group.kit, "KeepAim", about=aim, reason="Second")
    group.do(group.fay, "RewordReason", about=aim, place=0, text="Why it is there")
    group.do(group.kit, "RewordReason", about=aim, place=1, text=WHY)
    assert [one.texts.get("reason") for one in left(group, all_but(group)).values()] == [
        "Why it is there",
        WHY,
    ]
    group.do(group.kit, "TakeBackReason", about=aim, place=1)
    assert [one.texts.get("reason") for one in left(group, all_but(group)).values()] == [
        "Why it is there",
        None,
    ]
