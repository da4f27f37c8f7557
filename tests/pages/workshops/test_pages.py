"""The pages on the way in: what was typed is kept, and each thing that is wrong is
said in one sentence.
"""

import re
from html import unescape

import pytest
from served import Device, Doors, Server


def wrongs(html: str) -> list[str]:
    """The sentences that say what is wrong."""
    return [unescape(one) for one in re.findall(r'class="wrong"[^>]*>([^<]+)<', html)]


def test_G1_a_name_that_is_too_long_is_one_sentence_and_stays(doors: Doors) -> None:
    came = doors.arrive(
        "x" * 500, could_tell="on", line="A long winter", side="client"
    ).arrived.text
    assert len(wrongs(came)) == 1
    assert 'value="' + "x" * 500 + '"' in came
    assert 'value="A long winter"' in came


def test_G1_a_missing_name_is_asked_for(doors: Doors) -> None:
    assert wrongs(doors.arrive("").arrived.text) == ["Type a name first. A made-up one is fine."]


@pytest.mark.parametrize("typed", ["{0}", "{0} ", "{1}", "{2}", "{3}"])
def test_G1_the_code_is_taken_as_people_type_it(doors: Doors, typed: str) -> None:
    code = doors.code
    device = Device(doors.base)
    device.get("/code")
    forms = typed.format(code, code.replace(" ", ""), code.replace(" ", "-").lower(), code.lower())
    assert "Come in" in device.form("/code", code=forms).text
    assert re.fullmatch("[A-Z0-9]{4} [A-Z0-9]{4}", code)


def test_G1_a_wrong_code_is_one_sentence_and_stays(server: Server) -> None:
    device = Device(server.base)
    device.get("/code")
    came = device.form("/code", code="nobody's").text
    assert wrongs(came) == ["No workshop has this code. Check it with whoever read it to you."]
    assert "nobody&#x27;s" in came


def test_G1_making_a_workshop_without_a_title_keeps_the_rest(server: Server) -> None:
    device = Device(server.base)
    device.get("/make")
    came = device.form("/make", title="", sides="tenant, landlord", welcome="Bring a story").text
    assert "Say in a few words what the policy is about." in wrongs(came)
    assert "tenant, landlord" in came
    assert "Bring a story" in came


def test_G1_the_host_key_is_asked_for_from_elsewhere_only(server: Server) -> None:
    device = Device(server.base)
    assert "host_key" not in device.get("/make").text
    elsewhere = device.http.get("/make", headers={"X-Forwarded-For": "192.0.2.7"})
    assert "host_key" in elsewhere.text


def test_G1_the_links_page_gives_link_code_and_sentence_in_one_button(doors: Doors) -> None:
    html = doors.arrive("Fay", "facilitator").get(f"/w/{doors.address}/links").text
    copied = [unescape(one) for one in re.findall(r'data-copy="([^"]+)"', html)]
    assert any(
        doors.links["guest"] in one and doors.code in one and "no account" in one for one in copied
    )


def test_G3_the_own_link_is_shown_to_keep_on_arriving(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    link = re.search(r'data-copy="([^"]+/me/[^"]+)"', sam.arrived.text)
    assert link is not None
    assert "mailto:?subject=" in sam.arrived.text
    other = Device(doors.base)
    other.goes_on(link[1])
    assert "You are <b>Sam</b>" in other.get(f"/w/{doors.address}").text


def test_G3_leaving_the_device_is_one_button(doors: Doors) -> None:
    sam = doors.arrive("Sam")
    assert "This is not me" in sam.get(f"/w/{doors.address}").text
    assert "You are" not in sam.form(f"/w/{doors.address}/leave").text


def test_G13_guests_may_only_watch_or_offer_a_story(doors: Doors) -> None:
    device = Device(doors.base)
    html = device.get(doors.links["guest"].removeprefix(doors.base)).text
    assert "I only want to watch" in html
    assert "I have an experience I could tell" in html
    assert '<option value="client">' in html


def test_G13_an_observer_is_told_what_that_means(doors: Doors) -> None:
    html = Device(doors.base).get(doors.links["observer"].removeprefix(doors.base)).text
    assert "write nothing on the flipchart" in html
    assert "I have an experience I could tell" not in html


@pytest.mark.parametrize(
    "behind", [".", ")", ").", ",", "]", ">", "”", "…", "%29", "!", "%20", "“"]
)
def test_G1_a_link_that_was_copied_with_what_stands_behind_it_leads_there(
    doors: Doors, behind: str
) -> None:
    path = doors.links["guest"].removeprefix(doors.base)
    came = Device(doors.base).get(path + behind)
    assert (came.status_code, came.url.path) == (200, path)


@pytest.mark.parametrize("path", ["//evil.example/.", "/nowhere.", "/w/nobody/join/nothing)"])
def test_G1_what_leads_nowhere_without_it_leads_nowhere(server: Server, path: str) -> None:
    came = Device(server.base).http.get(server.base + path, follow_redirects=False)
    assert came.status_code == 404 or came.headers["location"].startswith("/w/nobody/")


def test_G1_a_browser_without_cookies_is_told_so(doors: Doors) -> None:
    device = Device(doors.base)
    path = doors.links["guest"].removeprefix(doors.base)
    device.get(path)
    device.http.cookies.clear()
    came = device.http.post(path, data={"name": "Sam"}, headers={"Referer": doors.base})
    assert came.status_code == 403 and "keeps no cookies" in came.text
