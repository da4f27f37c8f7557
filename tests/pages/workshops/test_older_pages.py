"""A page that stood open in a browser while the server was renewed."""

import pytest
from served import Doors

OLDER = {
    "mine/lines/1": {"do": "not_quite", "text": "Not on time <at> all"},
    "research/somewhere": {"do": "withdraw", "why": "Not on time <at> all"},
    "people/of-before": {"do": "add", "name": "Not on time <at> all"},
}


@pytest.mark.parametrize("path", OLDER)
def test_S4_a_form_of_an_older_page_is_told_so_and_nothing_typed_is_lost(
    doors: Doors, path: str
) -> None:
    fay = doors.arrive("Fay", "facilitator")
    fay.http.headers["Accept"] = "text/html"
    answer = fay.form(f"/w/{doors.address}/{path}", **OLDER[path])
    assert answer.status_code in (404, 405) and "nothing was done" in answer.text
    assert "Not on time &lt;at&gt; all" in answer.text and "Open the page again" in answer.text


def test_S9_a_button_that_is_opened_leads_to_its_page(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator")
    opened = fay.get(f"/w/{doors.address}/people/came")
    assert opened.url.path == f"/w/{doors.address}/people" and opened.status_code == 200
