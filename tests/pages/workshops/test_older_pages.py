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


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Referer": "https://[evil.example/"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "same-site"},
        {},
    ],
)
def test_S4_what_another_site_sends_is_not_said_again_as_ours(
    doors: Doors, sent: dict[str, str]
) -> None:
    fay = doors.arrive("Fay", "facilitator")
    fay.http.headers["Accept"] = "text/html"
    path = f"/w/{doors.address}/people/of-before"
    answer = fay.http.post(path, data={"text": "Send your code to evil"}, headers=sent)
    assert answer.status_code in (403, 404, 405) and "Send your code" not in answer.text


def test_S4_a_browser_that_says_where_the_form_stood_finds_its_words(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator")
    path, sent = f"/w/{doors.address}/people/of-before", {"Sec-Fetch-Site": "same-origin"}
    fay.http.headers["Accept"] = "text/html"
    assert "Not on time" in fay.http.post(path, data={"text": "Not on time"}, headers=sent).text


def test_S9_a_button_that_is_opened_leads_to_its_page(doors: Doors) -> None:
    fay = doors.arrive("Fay", "facilitator")
    opened = fay.get(f"/w/{doors.address}/people/came")
    assert opened.url.path == f"/w/{doors.address}/people" and opened.status_code == 200
