"""Who may read my words beneath the outline: opened by me, narrowed by others,
widened by nobody else.
"""

from typing import Any

import pytest
from served import Server
from telling import Told, reads, text_of


@pytest.fixture
def told(server: Server) -> Told:
    return Told(server)


def opens(told: Told, about: int, to: str) -> None:
    told.sam.form(f"/w/{told.sam.address}/mine/opened", about=str(about), to=to)


def outside(told: Told) -> str:
    return reads(told.tess, "outline?as=everyone")


def test_O5b_until_somebody_opens_more_their_words_are_for_those_who_took_part(told: Told) -> None:
    assert "Too late" in reads(told.tess, "outline") and "Too late" not in outside(told)


def test_O5b_a_teller_opens_one_moment_alone(told: Told) -> None:
    opens(told, told.moment, "everyone")
    assert "“Too late”" in outside(told)
    assert "The ferry contract" not in outside(told) and "Pay the small" not in outside(told)


def test_O5b_a_teller_opens_the_whole_story_at_once(told: Told) -> None:
    opens(told, told.story, "everyone")
    assert "“Too late”" in outside(told) and "The ferry contract" in outside(told)


def test_O5b_opened_words_bear_no_name_outside(told: Told) -> None:
    opens(told, told.note, "everyone")
    assert "“Pay the small firms before the large ones”" in outside(told) and "Sam" not in outside(
        told
    )


def test_O5c_nobody_else_opens_them(told: Told) -> None:
    refused = told.fay.post("OpenWords", about=told.note, to="everyone")
    assert (
        refused.status_code == 409
        and "Only the person whose words these are" in refused.json()["why"]
    )


def test_O5c_a_facilitator_narrows_and_the_author_sees_it(told: Told) -> None:
    opens(told, told.note, "everyone")
    told.fay.form(f"/w/{told.fay.address}/outline/opened", about=str(told.note), to="took_part")
    assert "Pay the small" not in outside(told)
    assert "it goes no further than those who took part" in reads(told.sam, "mine/opened")


def test_S11c_how_far_words_go_is_not_said_over_another_who_said_it_meanwhile(told: Told) -> None:
    """It is compared where it is decided, so that of two at the same instant one is asked too."""
    opens(told, told.note, "everyone")
    given: dict[str, Any] = {"about": told.note, "shown": "everyone"}
    assert told.fay.post("NarrowWords", to="took_part", **given).status_code == 200
    refused = told.fay.post("NarrowWords", to="members", **given)
    assert (
        refused.status_code == 409
        and "Somebody else said meanwhile how far this goes" in refused.json()["why"]
    )
    page = told.fay.form(
        f"/w/{told.fay.address}/outline/opened",
        about=str(told.note),
        to="members",
        shown="everyone",
    )
    assert (
        "Somebody else said meanwhile"
        in told.fay.get(str(page.headers.get("location", page.url))).text + page.text
    )
    assert "Pay the small" not in outside(told)
    assert (
        told.fay.post("NarrowWords", about=told.note, to="everyone", shown="took_part").status_code
        == 200
    )


def test_O5c_nobody_widens_by_narrowing_less(told: Told) -> None:
    told.fay.post("NarrowWords", about=told.note, to="everyone")
    assert "Pay the small" not in outside(told)


def test_O5c_a_participant_narrows_nothing(told: Told) -> None:
    opens(told, told.note, "everyone")
    assert told.tess.post("NarrowWords", about=told.note, to="took_part").status_code == 409
    assert told.tess.get(f"/w/{told.tess.address}/outline/opened").status_code == 404


def test_O5b_what_is_private_cannot_be_opened(told: Told) -> None:
    told.sam.post("SetVisibility", about=told.moment, visibility="only_me")
    refused = told.sam.post("OpenWords", about=told.moment, to="everyone")
    assert refused.status_code == 409 and refused.json()["why"].startswith(
        "Not everybody here can see this yet."
    )


def test_O5b_the_public_link_holds_what_is_opened_and_nothing_more(told: Told) -> None:
    opens(told, told.moment, "everyone")
    link = (
        told.fay.get(f"/w/{told.fay.address}/links")
        .text.split("/outline/")[1]
        .split('"')[0]
        .split("<")[0]
    )
    for path in (f"outline/{link}", f"outline/{link}.md"):
        seen = text_of(told.doors.arrive("Zoe").get(f"/w/{told.sam.address}/{path}").text)
        assert "Too late" in seen and "Pay the small firms" not in seen and "Sam" not in seen
