"""A published notice can be found: link preview, structured data, feed, print."""

import json
import re
from datetime import datetime
from html import unescape
from typing import Any

import pytest
import vobject
from convening import Convening
from django.test import Client

from footpath.notices import states
from footpath.notices.models import Notice

LINK = "https://zoom.us/j/4711"


def html(notice: Notice) -> str:
    """What a stranger reads."""
    return Client().get(f"/w/{notice.workshop.address}").content.decode()


def structured(notice: Notice) -> dict[str, Any]:
    """The structured data of the page."""
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', html(notice), re.DOTALL
    )
    assert found is not None
    return json.loads(found[1])


def test_W18_a_link_preview_says_what_and_when(convening: Convening) -> None:
    notice = convening.published(title="Buying & selling", what="How we buy.")
    said = dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)">', html(notice)))
    assert unescape(said["og:title"]) == "Buying & selling"
    assert said["og:description"].endswith("How we buy.")
    assert "time in London" in said["og:description"]
    assert said["og:url"].endswith(f"/w/{notice.workshop.address}")


def test_W18_the_page_holds_a_schema_org_event(convening: Convening) -> None:
    notice = convening.published(
        title="</script><script>x()</script>", call_link=LINK, place="The old dairy"
    )
    said = structured(notice)
    assert (said["@type"], said["name"]) == ("Event", "</script><script>x()</script>")
    assert datetime.fromisoformat(said["startDate"]) < datetime.fromisoformat(said["endDate"])
    assert said["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert said["organizer"]["name"] == "Hedgerow"
    assert LINK not in json.dumps(said)
    assert "dairy" not in json.dumps(said)


def test_W18_where_everybody_may_know_it_the_data_says_it(convening: Convening) -> None:
    said = structured(convening.published(call_link=LINK, where_seen_by="everyone"))
    assert said["location"] == {"@type": "VirtualLocation", "url": LINK}


def test_W18_a_cancelled_workshop_says_so_to_machines(convening: Convening) -> None:
    notice = convening.published()
    states.cancel(notice, "Flooded.")
    assert structured(notice)["eventStatus"] == "https://schema.org/EventCancelled"


@pytest.mark.parametrize(("page", "found"), [("", True), ("/print", False), ("/register", False)])
def test_W18_search_engines_find_published_notices_and_nothing_else(
    convening: Convening, page: str, found: bool
) -> None:
    notice = convening.published()
    assert (
        "X-Robots-Tag" not in Client().get(f"/w/{notice.workshop.address}{page}").headers
    ) == found
    draft = convening.device(convening.sorrel).get(f"/w/{convening.draft().workshop.address}")
    assert 'name="robots" content="noindex"' in draft.content.decode()


def test_W18_an_organisations_feed_holds_what_it_announced(convening: Convening) -> None:
    convening.draft(title="A secret plan")
    convening.published(title="Buying well", call_link=LINK)
    answer = Client().get("/o/hedgerow/calendar.ics")
    feed = vobject.readOne(answer.content.decode())
    assert [one.summary.value for one in feed.vevent_list] == ["Buying well"]
    assert LINK not in answer.content.decode()
    assert Client().get("/o/nowhere/calendar.ics").status_code == 404


def test_W18_the_printed_notice_has_a_code_that_leads_back(convening: Convening) -> None:
    notice = convening.published()
    page = Client().get(f"/w/{notice.workshop.address}/print").content.decode()
    assert "<svg" in page
    assert f"http://testserver/w/{notice.workshop.address}" in page


@pytest.mark.parametrize(
    ("where", "drawn"),
    [({"place": "The old dairy"}, '<circle cx="12"'), ({"call_link": LINK}, "<rect")],
)
def test_W18_a_place_is_drawn_as_a_place_and_a_call_as_a_call(
    convening: Convening, where: dict[str, str], drawn: str
) -> None:
    shown = html(convening.published(**where, where_seen_by="everyone"))
    assert drawn in shown.partition("When</dt>")[2].partition("Where</dt>")[0]
