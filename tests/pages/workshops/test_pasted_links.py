"""A link leads where it was to lead, also with what was copied with it (S9)."""

import pytest
from served import Device, Doors, Server


@pytest.mark.parametrize("behind", [".", "/", "/.", ")/", "/?from=mail", "//"])
def test_S9_a_link_leads_there_with_what_was_copied_behind_it(doors: Doors, behind: str) -> None:
    before, _, query = behind.partition("?")
    for link in (doors.links["guest"], f"{doors.base}/w/{doors.address}", doors.links["wall"]):
        landed = Device(doors.base).get(link + behind)
        assert landed.status_code == 200 and str(landed.url) == link + (
            f"?{query}" if query else ""
        ), link + before


@pytest.mark.parametrize(
    "path", ["//elsewhere.example/", "///", "/w//", "/w/nobody-has-it/", "/admin/nothing/"]
)
def test_S9_what_leads_nowhere_without_it_is_not_found_and_leads_to_no_other_site(
    server: Server, path: str
) -> None:
    answer = Device(server.base).http.get(server.base + path, follow_redirects=True)
    assert (
        answer.url.host == "127.0.0.1"
        and answer.status_code in (404, 200)
        and "elsewhere" not in answer.url.host
    )


def test_S9_a_form_that_was_sent_to_such_an_address_is_not_sent_on(doors: Doors) -> None:
    device = Device(doors.base)
    device.get("/code")
    assert device.form("/code/", code="x").status_code == 404
