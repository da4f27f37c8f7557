"""Answering: by the form's own rule, once however often it is sent, and with a
copy to take away.
"""

import pytest
from answering_people import Room, heading, plain
from mailing import Days, Post, words_of
from research_asking import ARCHIVE, QUOTES, TAKE_PART

from footpath.mail.models import Letter
from footpath.registering.models import Registration
from footpath.research import answers, consents
from footpath.research.consents import Giver
from footpath.research.information_sheets import Sheet
from footpath.research.models import ConsentAnswer

pytestmark = pytest.mark.django_db(transaction=True)
WHICH = {
    "key": "which",
    "text": "I would take part in these.",
    "purpose": "own",
    "choices": ["a talk", "a survey"],
}


@pytest.fixture
def room() -> Room:
    return Room()


def test_C1a_an_answer_that_is_sent_twice_is_kept_once(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    for _ in range(2):
        sam.answers(page, take_part="yes")
    assert room.stored() == [("take-part", "yes")]


def test_C1a_what_is_no_answer_is_refused_in_a_sentence(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    for given in ({"take_part": "certainly"}, {"nowhere": "yes"}, {}):
        told = sam.answers(page, **given)
        assert (told.status_code, "Press one of the three." in told.content.decode()) == (400, True)
    assert sam.answers(page, "9", take_part="yes").status_code == 400
    assert room.stored() == []


def test_C17_one_act_answers_a_whole_list(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(together=True)
    shown = sam.sees(page)
    assert (
        all(one["text"] in shown for one in (TAKE_PART, QUOTES, ARCHIVE))
        and shown.count('name="all"') == 3
    )
    sam.answers(page, all="yes")
    assert room.stored() == [(key, "yes") for key in ("take-part", "quotes", "archive")]


def test_C17_of_one_act_a_single_no_is_a_no_to_all(room: Room) -> None:
    room.somebody().answers(room.asks_for(together=True), take_part="yes", quotes="no")
    assert {answer for _, answer in room.stored()} == {"no"}


def test_C17_a_yes_to_several_things_says_which(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(statements=(WHICH,))
    told = sam.answers(page, which="yes")
    assert (
        told.status_code == 400
        and "tick at least one" in told.content.decode()
        and room.stored() == []
    )
    sam.answers(page, which="yes", chosen_which=["a survey"])
    assert ConsentAnswer.objects.get().chosen == ["a survey"]


def test_C17_a_form_that_counts_as_a_whole_keeps_nothing_before_it_is_whole(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(blank_means="cannot send")
    shown = sam.answers(page, take_part="yes").content.decode()
    assert (
        heading(shown) == QUOTES["text"] and 'type="hidden" name="take-part" value="yes"' in shown
    )
    assert (
        heading(sam.answers(page, take_part="yes", quotes="no").content.decode()) == ARCHIVE["text"]
    )
    assert room.stored() == []
    sam.answers(page, take_part="yes", quotes="no", archive="yes")
    assert dict(room.stored()) == {"take-part": "yes", "quotes": "no", "archive": "yes"}


def test_C17_not_now_leaves_such_a_form_open_as_a_whole(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(blank_means="cannot send")
    sam.answers(page, take_part="yes", quotes="not now")
    assert {answer for _, answer in room.stored()} == {"not now"}


def test_C17_going_back_in_such_a_form_loses_nothing(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for(blank_means="cannot send")
    shown = sam.answers(page, button="/back/1", take_part="yes", quotes="yes").content.decode()
    assert heading(shown) == TAKE_PART["text"] and 'name="quotes" value="yes"' in shown


def test_C18_a_copy_holds_the_sheet_its_version_and_hash_every_answer_and_the_way_to_withdraw(
    room: Room,
) -> None:
    sam, page = room.somebody(), room.asks_for(version="2.1")
    assert sam.browser.get(f"{page}/copy").status_code == 404
    sam.answers(page, "2.1", take_part="yes")
    copy = sam.browser.get(f"{page}/copy")
    assert copy["Content-Disposition"].startswith("attachment")
    text = plain(copy.content.decode())
    for words in (
        "# What it is about",
        "version 2.1",
        "ab" * 32,
        f"{TAKE_PART['text']} Yes",
        f"{sam.link}?research",
    ):
        assert words in text


def test_C18_a_mailed_copy_goes_once_and_its_address_is_not_kept(room: Room, post: Post) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    for _ in range(2):
        sam.answers(
            page, button="/copy", to="sam@example.org", once="7b1c6a3e-0a1f-4d6d-9a4e-6d1b3a0c9f11"
        )
    Days().go(seconds=1)
    (mail,) = post.taken
    assert f"{TAKE_PART['text']}:\nYes, on" in words_of(mail) and "?research" in words_of(mail)
    (file,) = mail.iter_attachments()
    assert "What it is about" in file.get_content()
    letter = Letter.objects.get()
    assert (letter.to, letter.given, letter.about_kind and letter.about_kind.model) == (
        "",
        {},
        "workshop",
    )


def test_C18_a_wrong_address_is_told_and_stays_in_its_field(room: Room, post: Post) -> None:
    sam, page = room.somebody(), room.asks_for()
    sam.answers(page, take_part="yes")
    told = sam.answers(page, button="/copy", to="sam at home")
    assert told.status_code == 400
    assert (
        "does not look like an e-mail address" in told.content.decode()
        and "sam at home" in told.content.decode()
    )


def test_W24d_of_two_the_stricter_answer_stays_statement_by_statement(room: Room) -> None:
    sam, page = room.somebody(), room.asks_for()
    registration = Registration.objects.create(workshop=room.workshop, name="Sam", state="coming")
    sheet = Sheet.objects.get()
    given = {"take-part": "yes", "quotes": "no", "archive": "yes"}
    answers.keep(Giver(room.workshop, registration), sheet, given, ConsentAnswer.Asked.REGISTERING)
    sam.answers(page, take_part="yes", quotes="yes", archive="not now")
    answers.join(registration, sam.id, 1)
    held = consents.latest(Giver(room.workshop, registration, sam.id), sheet.project)
    assert {key: row.answer for key, row in held.items()} == {
        "take-part": "yes",
        "quotes": "no",
        "archive": "not now",
    }


def test_W24d_where_a_form_asks_only_for_paraphrase_only_yes_is_the_stricter(room: Room) -> None:
    only = {
        "key": "only",
        "text": "May your words be told in other words only?",
        "purpose": "paraphrase only",
    }
    room.asks_for(statements=(TAKE_PART, only))
    order = consents.order_of(Sheet.objects.get(), "only")
    assert consents.stricter("yes", "no", order) == "yes"
    assert (
        consents.stricter("yes", "no", consents.order_of(Sheet.objects.get(), "take-part")) == "no"
    )
