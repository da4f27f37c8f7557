"""Asking: statement by statement, nothing ticked, in the version that is on the screen."""

import re

import pytest
from answering_people import ARCHIVE, QUOTES, TAKE_PART, Room, heading, plain
from django.test import Client

from footpath.research.models import Sheet

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room() -> Room:
    return Room()


def test_C1_each_statement_stands_alone_with_three_equal_buttons_and_nothing_ticked(room: Room) -> None:
    page = room.somebody().sees(room.asks_for())
    buttons = re.findall(r'<button class="([^"]*)" name="take-part" value="([^"]*)">', page)
    assert buttons == [("btn", "yes"), ("btn", "no"), ("btn", "not now")]
    assert heading(page) == TAKE_PART["text"] and QUOTES["text"] not in page and "1 of 3" in plain(page)
    assert "checked" not in page and "selected" not in page


def test_C1_the_page_names_the_version_and_leads_to_its_sheet(room: Room) -> None:
    page = room.somebody().sees(room.asks_for(version="2.1"))
    assert re.search(r'<a [^>]*href="/r/[^"]+"[^>]*>.*Information sheet', page)
    assert "version 2.1" in plain(page) and 'name="sheet" value="2.1"' in page


def test_C1_what_is_needed_is_said_to_be_needed(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    assert "nothing of yours is used" in sam.sees(page)
    sam.answers(page, take_part="yes")
    assert "nothing of yours is used" not in sam.sees(page)


@pytest.mark.parametrize(
    ("blank", "says"),
    [("no", "counts as no"), ("unanswered", "neither a yes nor a no"), ("cannot send", "once every statement")],
)
def test_C1_not_now_says_what_it_counts_as(room: Room, blank: str, says: str) -> None:
    assert says in plain(room.somebody().sees(room.asks_for(blank_means=blank)))


def test_C1_one_question_follows_the_other_and_leads_into_the_room(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(TAKE_PART, QUOTES))
    arriving = f"{page}?from=arriving"
    assert f"{page}?from=arriving" in sam.sees(f"/w/{room.workshop.address}/keep")
    assert sam.answers(arriving, take_part="yes").url == arriving
    assert heading(sam.sees(arriving)) == QUOTES["text"]
    assert sam.answers(arriving, quotes="not now").url == f"/w/{room.workshop.address}/room"


def test_C1_after_a_no_to_what_is_needed_the_next_project_follows(room: Room) -> None:
    sam, one, two = room.somebody(), room.asks_for("One"), room.asks_for("Two")
    assert sam.answers(f"{one}?from=arriving", take_part="not now").url == f"{two}?from=arriving"
    assert sam.answers(f"{two}?from=arriving", take_part="no").url == f"/w/{room.workshop.address}/room"
    assert "Go in" in sam.sees(f"/w/{room.workshop.address}/keep")


def test_C2_an_answer_keeps_the_version_that_was_on_the_screen(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    room.asks_for(version="2")
    sam.answers(page, "1", take_part="yes")
    overview = plain(sam.sees(room.at))
    assert "to version 1" in overview and "so your answers to it do not count any more" in overview


def test_C2_a_version_that_asks_for_something_else_asks_everybody_again(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(TAKE_PART,))
    sam.answers(page, take_part="yes")
    assert "Go in" in sam.sees(f"/w/{room.workshop.address}/keep")
    room.asks_for(version="2", statements=(TAKE_PART, ARCHIVE), what_changed="It is kept in an archive.")
    again = plain(sam.sees(sam.link))
    assert "asked again because what is asked has changed since version 1" in again
    assert "It is kept in an archive." in again


def test_C2_a_correction_that_changes_nothing_asked_asks_nobody_again(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(TAKE_PART,))
    sam.answers(page, take_part="yes")
    room.asks_for(version="1.1", statements=(TAKE_PART,), covers_before=True)
    assert sam.browser.get(sam.link)["Location"] == f"/w/{room.workshop.address}/room"
    assert "Answer" not in plain(sam.sees(room.at))


def test_G3_the_personal_link_stands_wherever_consent_is_asked(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    for shown in (sam.sees(page), sam.sees(room.at), sam.sees(f"/w/{room.workshop.address}/keep")):
        assert f'data-copy="http://testserver{sam.link}"' in shown and "mailto:?" in shown and "QR code" in shown


def test_C1_a_project_without_a_published_sheet_asks_nobody(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    Sheet.objects.update(published_at=None)
    assert sam.browser.get(page).status_code == 404
    assert "asks anything of you" in sam.sees(room.at)


def test_C1_the_sheet_is_one_tap_away_and_every_version_of_it_stays(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(version="1 of May")
    room.asks_for(version="2", covers_before=True)
    (link,) = re.findall(r'href="(/r/[^"]+)"', sam.sees(page))
    assert "What it is about" in Client().get(link).content.decode()
    earlier = Client().get(link.partition("?")[0], {"version": "1 of May"}).content.decode()
    assert "There is a newer version" in earlier
    assert Client().get(link.partition("?")[0], {"version": "3"}).status_code == 404


def test_C1_what_a_sheet_says_is_text_and_runs_nothing(room: Room) -> None:
    address = room.asks_for().rpartition("/")[2]
    Sheet.objects.update(text="<script>x</script> [a](javascript:x)")
    shown = Client().get(f"/r/{address}/sheet").content.decode()
    assert "<script>x" not in shown and 'href="javascript' not in shown
