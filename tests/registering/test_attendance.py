"""Who came: what was seen, what a facilitator said, and a table that no spreadsheet
takes for formulas.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from registering_people import Announced
from served import Guest

from footpath.spreadsheets import cell, csv_table

Announce = Callable[..., Announced]


def came(fay: Guest) -> dict[str, list[str]]:
    """The table to take away, by name."""
    text = fay.get(f"/w/{fay.address}/people/attendance.csv").content.decode("utf-8-sig")
    return {row[0]: row[1:] for row in list(csv.reader(io.StringIO(text)))[1:]}


def says(fay: Guest, name: str, there: bool) -> None:
    """Fay ticks somebody, or takes the tick away, and saves the page as it stands."""
    page = fay.get(f"/w/{fay.address}/people").text
    shown = re.findall(r'name="shown" value="([^"]+)"', page)
    row = re.search(rf"<bdi>{name}</bdi>.*?name=\"came\" value=\"([^\"]+)\"", page, re.DOTALL)
    assert row is not None
    ticked = {*shown, row[1]} if there else set(shown) - {row[1]}
    fay.form(f"/w/{fay.address}/people/came", shown=shown, came=sorted(ticked))


@pytest.fixture
def fay(announced: Announce) -> Guest:
    """A facilitator of a workshop that begins within the hour."""
    workshop = announced(days=0.03)
    fay = workshop.doors.arrive("Fay", "facilitator")
    fay.workshop = workshop  # type: ignore[attr-defined]
    return fay


def test_W27_who_opened_the_room_around_a_sitting_came_and_nobody_else(fay: Guest) -> None:
    workshop: Announced = fay.workshop  # type: ignore[attr-defined]
    yarrow = workshop.registers("Yarrow")
    workshop.registers("Rush")
    yarrow.presses("join")
    yarrow.open().close()
    workshop.doors.arrive("Sedge").open().close()
    workshop.doors.arrive("Only looked at the door")
    table = came(fay)
    assert table["Yarrow"] == ["registered", "", "came"] and table["Rush"] == ["registered", "", ""]
    assert table["Sedge"] == ["dropped in", "", "came"] and "Only looked at the door" not in table


def test_W27_observers_came_too_and_are_called_watching(fay: Guest) -> None:
    fay.workshop.doors.arrive("Ivy", "observer").open().close()  # type: ignore[attr-defined]
    assert came(fay)["Ivy"] == ["dropped in", "only watching", "came"]


def test_W27_nobody_came_to_a_sitting_that_is_days_away(announced: Announce) -> None:
    workshop = announced(days=3)
    fay = workshop.doors.arrive("Fay", "facilitator")
    fay.open().close()
    assert came(fay) == {}


def test_W27_what_a_facilitator_said_is_not_overruled_by_what_is_seen_later(fay: Guest) -> None:
    workshop: Announced = fay.workshop  # type: ignore[attr-defined]
    sam = workshop.doors.arrive("Sam")
    sam.open().close()
    says(fay, "Sam", False)
    sam.open().close()
    assert came(fay)["Sam"] == ["dropped in", "", "did not come"]
    workshop.registers("Rush")
    says(fay, "Rush", True)
    assert came(fay)["Rush"][2] == "came"


def test_W27_who_had_no_device_is_added_by_name(fay: Guest) -> None:
    fay.form(f"/w/{fay.address}/people/add", name="Ada")
    assert came(fay)["Ada"] == ["without a device", "", "came"]


def test_W27_who_is_seen_while_the_page_is_being_corrected_stays_seen(fay: Guest) -> None:
    workshop: Announced = fay.workshop  # type: ignore[attr-defined]
    workshop.registers("Rush")
    sam = workshop.doors.arrive("Sam")
    page = fay.get(f"/w/{fay.address}/people").text
    sam.open().close()
    shown = re.findall(r'name="shown" value="([^"]+)"', page)
    fay.form(f"/w/{fay.address}/people/came", shown=shown, came=shown)
    assert came(fay)["Sam"][2] == "came"


def test_W27_without_sittings_who_is_there_while_the_flipchart_is_open_came(fay: Guest) -> None:
    shut, open_ = (fay.workshop.server.workshop() for _ in range(2))  # type: ignore[attr-defined]
    gil, una = shut.arrive("Gil", "facilitator"), open_.arrive("Una", "facilitator")
    una.post("OpenFlipchart")
    for doors in (shut, open_):
        doors.arrive("Sam").open().close()
    assert (set(came(gil)), set(came(una))) == (set(), {"Sam"})


def test_S12_opening_the_table_of_who_came_keeps_nothing(fay: Guest) -> None:
    server = fay.workshop.server  # type: ignore[attr-defined]
    fay.workshop.doors.arrive("Sam").open().close()  # type: ignore[attr-defined]
    before = server.tables()["registering_attendance"]
    assert came(fay)["Sam"][2] == "came"
    assert server.tables()["registering_attendance"] == before


BEGINNINGS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", " =1",
    "\x00=1", "\u200b=1", "\u00a0=1", "%=1", "|calc", "\u22121+1", "\u207b1", '"=1&"',
]  # fmt: skip


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_W27_a_name_that_begins_a_formula_is_text_in_the_table(begins: str) -> None:
    name = f'{begins};"x"\nand more'
    (row,) = csv.reader(io.StringIO(csv_table([[name, "Sam"]]).decode("utf-8-sig"), newline=""))
    assert row[0].startswith("'") and row[0].replace("'", "").replace(" ", "") == name.replace(
        "\x00", ""
    ).replace(" ", "")
    assert row[1] == "Sam"


@pytest.mark.parametrize("begins", BEGINNINGS)
@pytest.mark.parametrize("before", [";", "\t", "\n", "\r\n"])
def test_W27_nothing_is_calculated_where_a_spreadsheet_parts_cells_by_semicolons_or_tabs(
    before: str, begins: str
) -> None:
    written = csv_table([["Sam", f"Una{before}{begins};and more"]]).decode("utf-8-sig")
    for between in ";\t":
        for found in (
            one for row in csv.reader(written.splitlines(), delimiter=between) for one in row
        ):
            letters = (
                one
                for one in unicodedata.normalize("NFKC", found)
                if unicodedata.category(one)[0] not in "ZC"
            )
            assert next(letters, "") not in tuple("=+-\u2212@|%"), (between, found)


def test_W27_ordinary_names_stay_as_they_are() -> None:
    names: list[Any] = [
        "Yarrow",
        "O'Brien",
        "مريم",
        "Zoë (she/her)",
        "Ann-Marie",
        "李 小龙",
        "Una; she brings cake",
        "",
    ]
    assert [cell(name) for name in names] == names


def test_W27_a_formula_for_a_name_comes_out_as_text(fay: Guest) -> None:
    fay.workshop.registers('=HYPERLINK("http://x","y")')  # type: ignore[attr-defined]
    assert '\'=HYPERLINK("http://x","y")' in came(fay)
