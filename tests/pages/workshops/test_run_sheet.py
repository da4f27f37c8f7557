"""The run sheet: the plan on paper, for who leads."""

from collections.abc import Callable

import pytest
from convening import Convening
from registering_people import Announced
from served import Doors

from footpath.method.things.phase_words import SetUp
from footpath.notices.models import Sitting
from footpath.notices.when import on_the_clock
from footpath.pages.workshops.run_sheet import phases_to_run

pytestmark = pytest.mark.django_db(transaction=True)


def test_G22c_the_run_sheet_says_each_phase_with_its_minutes_and_what_to_say(doors: Doors) -> None:
    html = doors.arrive("Fay", "facilitator").get(f"/w/{doors.address}/run-sheet").text
    assert html.count("10 minutes") == 6
    assert "minutes 50 to 60" in html
    for words in ("What do you want this policy to achieve?", "Take three minutes on your own."):
        assert words in html


@pytest.mark.parametrize("role", ["guest", "scribe", "observer"])
def test_G22c_nobody_else_finds_it(doors: Doors, role: str) -> None:
    one = doors.arrive("Sam", role)
    assert one.get(f"/w/{doors.address}/run-sheet").status_code == 404


def test_G22c_where_a_sitting_is_settled_it_says_the_hours_by_the_clocks_of_its_place() -> None:
    notice = Convening().published()
    sitting = Sitting.objects.get(notice=notice)
    first, *_, last = phases_to_run(SetUp(), sitting)
    starts, _ends = on_the_clock(sitting)
    assert first.hours.startswith(f"{starts:%H:%M} to ")
    assert last.number == 6


@pytest.mark.parametrize(("state", "said"), [("draft", False), ("published", True)])
def test_W14_it_says_nothing_of_a_notice_that_is_still_a_draft(
    announced: Callable[..., Announced], state: str, said: bool
) -> None:
    workshop = announced()
    workshop.announce(days=33, state=state)
    sheet = workshop.doors.arrive("Fay", "facilitator").get(f"/w/{workshop.address}/run-sheet")
    assert ("time in London" in sheet.text) is said
