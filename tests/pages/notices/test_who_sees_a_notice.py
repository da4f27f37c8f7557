"""A draft is seen by its writers only, a published notice by everybody, with where it is held
for those it says.
"""

import pytest
from convening import Convening

from footpath.notices import states
from footpath.registering.models import Registration
from footpath.registering.where_held import platform_of, where_for

LINK = "https://zoom.us/j/4711"


def statuses(convening: Convening, path: str) -> list[int]:
    """What Heron, Sorrel, Teasel, Yarrow and a stranger get."""
    people = (convening.heron, convening.sorrel, convening.teasel, convening.yarrow, None)
    return [convening.device(account).get(path).status_code for account in people]


@pytest.mark.parametrize("page", ["", "/print", "/notice"])
def test_W14_a_draft_is_seen_by_its_writers_only(convening: Convening, page: str) -> None:
    assert statuses(convening, f"/w/{convening.draft().workshop.address}{page}") == [
        200,
        200,
        404,
        404,
        404,
    ]


@pytest.mark.parametrize("page", ["/share", "/calendar.ics", "/links"])
def test_W14_a_draft_has_nothing_to_pass_on(convening: Convening, page: str) -> None:
    assert statuses(convening, f"/w/{convening.draft().workshop.address}{page}") == [404] * 5


@pytest.mark.parametrize("page", ["", "/print", "/calendar.ics"])
def test_W14_a_published_notice_is_seen_by_everybody(convening: Convening, page: str) -> None:
    assert statuses(convening, f"/w/{convening.published().workshop.address}{page}") == [200] * 5


@pytest.mark.parametrize("page", ["/notice", "/share", "/cancel", "/links"])
def test_W14_what_moves_a_notice_on_is_its_writers(convening: Convening, page: str) -> None:
    assert statuses(convening, f"/w/{convening.published().workshop.address}{page}") == [
        200,
        200,
        404,
        404,
        404,
    ]


def test_W14_whoever_leaves_the_organisation_writes_no_more(convening: Convening) -> None:
    notice = convening.draft()
    convening.sorrel.memberships.all().delete()  # type: ignore[attr-defined]
    assert (
        convening.device(convening.sorrel).get(f"/w/{notice.workshop.address}").status_code == 404
    )


def test_W14_a_policys_owner_writes_and_another_member_begins(convening: Convening) -> None:
    convening.policy.owner = convening.teasel
    convening.policy.save()
    assert statuses(convening, f"/w/{convening.draft().workshop.address}/notice") == [
        200,
        200,
        200,
        404,
        404,
    ]
    assert statuses(convening, f"/p/{convening.policy.address}/new") == [200, 200, 200, 404, 404]


@pytest.mark.parametrize(
    ("seen_by", "row"),
    [("everyone", [1, 1, 1, 1, 1]), ("registered", [1, 1, 0, 0, 0]), ("members", [1, 1, 1, 0, 0])],
)
def test_W14_where_it_is_held_is_told_to_those_it_says(
    convening: Convening, seen_by: str, row: list[int]
) -> None:
    notice = convening.published(call_link=LINK, place="The old dairy", where_seen_by=seen_by)
    people = (convening.heron, convening.sorrel, convening.teasel, convening.yarrow, None)
    for page in ("", "/print", "/calendar.ics"):
        answers = [
            convening.device(one).get(f"/w/{notice.workshop.address}{page}").content.decode()
            for one in people
        ]
        if page != "/print":
            assert [int(LINK in answer.replace("\r\n ", "")) for answer in answers] == row, page
        if seen_by != "everyone":
            assert "dairy" not in answers[-1], page


def test_W14_who_registered_sees_where_by_the_address_they_sign_in_with(
    convening: Convening,
) -> None:
    notice = convening.published(call_link=LINK)
    assert where_for(convening.teasel, notice).call_link == ""
    for state, link in (("waiting", ""), ("coming", LINK), ("not coming", "")):
        Registration.objects.update_or_create(
            workshop=notice.workshop, email="Teasel@example.org", defaults={"state": state}
        )
        assert where_for(convening.teasel, notice).call_link == link


def test_W14_a_stranger_gets_no_link_in_any_part_of_the_page(convening: Convening) -> None:
    notice = convening.published(call_link=LINK, drop_in=True)
    html = convening.device(None).get(f"/w/{notice.workshop.address}").content.decode()
    assert LINK not in html
    assert notice.workshop.code not in html.lower().replace(" ", "")
    assert "/join/" not in html


@pytest.mark.parametrize("state", ["held", "closed", "cancelled"])
def test_W14_the_page_stays_and_says_calmly_how_it_stands(convening: Convening, state: str) -> None:
    notice = convening.published()
    if state == "cancelled":
        states.cancel(notice, "The hall is flooded.")
    else:
        sitting = notice.sittings.get()  # type: ignore[attr-defined]
        sitting.starts_at, sitting.ends_at = (
            at.replace(year=2020) for at in (sitting.starts_at, sitting.ends_at)
        )
        sitting.save()
        states.settle(notice)
        assert state == "held" or states.close(notice)
    html = convening.device(None).get(f"/w/{notice.workshop.address}").content.decode()
    said = {"held": "was held", "closed": "is closed", "cancelled": "The hall is flooded."}
    assert said[state] in html
    assert "/register" not in html


@pytest.mark.parametrize(
    ("link", "called"),
    [
        ("https://us02web.zoom.us/j/8?pwd=x", "Zoom"),
        ("https://meet.jit.si/Fern", "Jitsi"),
        ("https://jitsi.example.org/Fern", "Jitsi"),
        ("https://bbb.example.org/b/fern", "BigBlueButton"),
        ("https://call.example.org/b/fer-n42", "BigBlueButton"),
        ("https://meet.google.com/abc-defg", "Google Meet"),
        ("https://teams.microsoft.com/l/meetup-join/x", "Microsoft Teams"),
        ("https://whereby.com/fern", "Whereby"),
        ("https://zoom.us.example.org/j/1", "a video call"),
        ("https://evilzoom.us/j/1", "a video call"),
        ("https://[", "a video call"),
        ("", "a video call"),
    ],
)
def test_W19_the_call_is_named_by_its_link(link: str, called: str) -> None:
    assert platform_of(link) == called


def test_W19_nothing_of_another_site_is_loaded(convening: Convening) -> None:
    notice = convening.published(call_link=LINK, where_seen_by="everyone")
    answer = convening.device(None).get(f"/w/{notice.workshop.address}")
    html = answer.content.decode()
    assert f'<a href="{LINK}" target="_blank" rel="noopener noreferrer">' in html
    assert not any(
        f'{tag} src="http' in html or f'{tag} href="http' in html
        for tag in ("<script", "<img", "<iframe")
    )
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
