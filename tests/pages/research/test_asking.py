"""Asking: statement by statement, nothing ticked, in the version that is on the screen."""

import re

import pytest
from answering_people import Room, heading, plain
from django.test import Client
from research_asking import ARCHIVE, QUOTES, TAKE_PART

from footpath.research.information_sheets import Sheet

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room() -> Room:
    return Room()


def test_C1a_each_statement_stands_alone_with_three_equal_buttons_and_nothing_ticked(
    room: Room,
) -> None:
    page = room.somebody().sees(room.asks_for())
    buttons = re.findall(r'<button class="([^"]*)" name="take-part" value="([^"]*)">', page)
    assert buttons == [("btn", "yes"), ("btn", "no"), ("btn", "not now")]
    assert (
        heading(page) == TAKE_PART["text"]
        and QUOTES["text"] not in page
        and "1 of 3" in plain(page)
    )
    assert "checked" not in page and "selected" not in page


def test_C1a_the_page_names_the_version_and_leads_to_its_sheet(room: Room) -> None:
    page = room.somebody().sees(room.asks_for(version="2.1"))
    assert re.search(r'<a [^>]*href="/r/[^"]+"[^>]*>.*Information sheet', page)
    assert "version 2.1" in plain(page) and 'name="sheet" value="2.1"' in page


def test_C1a_what_is_needed_is_said_to_be_needed(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    assert "nothing of yours is used" in sam.sees(page)
    sam.answers(page, take_part="yes")
    assert "nothing of yours is used" not in sam.sees(page)


@pytest.mark.parametrize(
    ("blank", "says"),
    [
        ("no", "counts as no"),
        ("unanswered", "neither a yes nor a no"),
        ("cannot send", "once every statement"),
    ],
)
def test_C1b_not_now_says_what_it_counts_as(room: Room, blank: str, says: str) -> None:
    assert says in plain(room.somebody().sees(room.asks_for(blank_means=blank)))


def test_C1a_one_question_follows_the_other_and_leads_into_the_room(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(TAKE_PART, QUOTES))
    arriving = f"{page}?from=arriving"
    assert f"{page}?from=arriving" in sam.sees(f"/w/{room.workshop.address}/keep")
    assert sam.answers(arriving, take_part="yes").url == arriving
    assert heading(sam.sees(arriving)) == QUOTES["text"]
    assert sam.answers(arriving, quotes="not now").url == f"/w/{room.workshop.address}/room"


def test_C1a_after_a_no_to_what_is_needed_the_next_project_follows(room: Room) -> None:
    sam, one, two = room.somebody(), room.asks_for("One"), room.asks_for("Two")
    assert sam.answers(f"{one}?from=arriving", take_part="not now").url == f"{two}?from=arriving"
    assert (
        sam.answers(f"{two}?from=arriving", take_part="no").url
        == f"/w/{room.workshop.address}/room"
    )
    assert "Go in" in sam.sees(f"/w/{room.workshop.address}/keep")


RECORDING = {"key": "recording", "text": "May it be recorded?", "purpose": "recording"}
TOLD_ONLY = "For information only."


@pytest.mark.parametrize("purpose", ["archive", "recording", "contact again", "own"])
def test_C1f_a_statement_that_decides_nothing_is_called_information_only_where_it_is_answered(
    room: Room, purpose: str
) -> None:
    sam, page = (
        room.somebody(),
        room.asks_for(statements=(TAKE_PART, {**ARCHIVE, "purpose": purpose})),
    )
    assert TOLD_ONLY not in plain(sam.sees(page))
    sam.answers(page, take_part="yes")
    assert TOLD_ONLY in plain(sam.sees(page))
    sam.answers(page, archive="yes")
    assert "for information only" in plain(sam.sees(room.at)) and "information only" in plain(
        sam.sees(f"{page}/copy")
    )


def test_C1f_a_statement_without_a_yes_to_which_nothing_leaves_is_not_called_information_only(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for(statements=({**ARCHIVE, "required": True},))
    assert TOLD_ONLY not in plain(sam.sees(page))


def test_C1f_it_is_named_so_also_where_one_act_answers_all_and_on_one_page(room: Room) -> None:
    sam = room.somebody()
    together, each = room.asks_for("One", together=True), room.asks_for("Two")
    assert (
        plain(sam.sees(together)).count(TOLD_ONLY)
        == plain(sam.sees(f"{each}?all")).count(TOLD_ONLY)
        == 1
    )


def test_C1e_a_long_form_can_be_seen_on_one_page_with_nothing_ticked(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(TAKE_PART, QUOTES, ARCHIVE, RECORDING))
    assert f'href="{page}?all"' in sam.sees(page)
    shown = sam.sees(f"{page}?all")
    assert (
        len(re.findall(r'<input type="radio" name="[^"]+" value="(?:yes|no|not now)">', shown))
        == 4 * 3
    )
    assert "checked" not in shown


def test_C1e_answers_on_one_page_are_kept_each_by_itself_and_what_is_left_open_is_not(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for()
    answered = sam.answers(f"{page}?from=arriving&all", take_part="yes", archive="no")
    assert answered.url == f"/w/{room.workshop.address}/room"
    assert sorted(room.stored()) == [("archive", "no"), ("take-part", "yes")]
    shown = sam.sees(f"{page}?all")
    assert "You answered yes" in plain(shown) and "checked" not in shown


def test_C17_on_one_page_a_form_that_counts_only_as_a_whole_says_so_and_keeps_what_was_chosen(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for(blank_means="cannot send")
    told = sam.answers(f"{page}?all", take_part="yes", quotes="no")
    shown = told.content.decode()
    assert told.status_code == 400 and "counts only once every statement is answered" in shown
    assert 'name="quotes" value="no" checked' in shown and room.stored() == []
    sam.answers(f"{page}?all", take_part="yes", quotes="no", archive="no")
    assert len(room.stored()) == 3


def test_C1e_on_one_page_nothing_chosen_is_told(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    told = sam.answers(f"{page}?all")
    assert told.status_code == 400 and "Choose yes, no or not now" in told.content.decode()


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
    room.asks_for(
        version="2", statements=(TAKE_PART, ARCHIVE), what_changed="It is kept in an archive."
    )
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
        assert (
            f'data-copy="http://testserver{sam.link}"' in shown
            and "mailto:?" in shown
            and "QR code" in shown
        )


def test_C16_a_project_without_a_published_sheet_asks_nobody(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    Sheet.objects.update(published_at=None)
    assert sam.browser.get(page).status_code == 404
    assert "asks anything of you" in sam.sees(room.at)


def test_C1a_the_sheet_is_one_tap_away_and_every_version_of_it_stays(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(version="1 of May")
    room.asks_for(version="2", covers_before=True)
    (link,) = re.findall(r'href="(/r/[^"]+)"', sam.sees(page))
    assert "What it is about" in Client().get(link).content.decode()
    earlier = Client().get(link.partition("?")[0], {"version": "1 of May"}).content.decode()
    assert "There is a newer version" in earlier
    assert Client().get(link.partition("?")[0], {"version": "3"}).status_code == 404


def test_L5j_what_a_sheet_says_is_text_and_runs_nothing(room: Room) -> None:
    address = room.asks_for().rpartition("/")[2]
    Sheet.objects.update(text="<script>x</script> [a](javascript:x)")
    shown = Client().get(f"/r/{address}/sheet").content.decode()
    assert "<script>x" not in shown and 'href="javascript' not in shown
