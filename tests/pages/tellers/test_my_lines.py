"""Lines that rest on my words: one at a time, and what I say of each."""

import re
from html import unescape

import pytest
from served import Server
from telling import Told, answers, made, reads


@pytest.fixture
def told(server: Server) -> Told:
    return Told(server)


def outline(told: Told) -> str:
    return reads(told.tess, "outline")


def test_O6a_each_line_that_rests_on_my_words_is_there_with_them(told: Told) -> None:
    seen = reads(told.sam, "mine/lines")
    assert "A1 · Aim Small firms are paid first" in seen and "P1 · Step Call early" in seen
    assert "“Pay the small firms before the large ones”" in reads(
        told.sam, f"mine/lines/{told.aim}"
    )
    assert "Small firms" not in reads(told.tess, "mine/lines")


def test_O6a_that_is_what_i_meant_stands_beside_my_words(told: Told) -> None:
    assert answers(told.sam, told.aim, "meant") == 200
    assert "That’s what I meant, says its author." in outline(told)
    assert "That’s what I meant" in reads(told.sam, "mine/lines")


def test_O6a_not_quite_stands_beside_the_line_in_my_words(told: Told) -> None:
    assert answers(told.sam, told.aim, "not_quite", text="First of all, on time") == 200
    assert "Not quite, says Sam : “First of all, on time”" in outline(told)


def test_O6a_not_quite_needs_words_and_keeps_what_was_typed(told: Told) -> None:
    assert answers(told.sam, told.aim, "not_quite", text=" ") == 409
    assert "Not quite, says" not in outline(told)


def test_O6b_left_out_my_words_are_beneath_the_line_no_more(told: Told) -> None:
    answers(told.sam, told.aim, "leave_out")
    seen = reads(told.tess, "outline").split("Why A1 is here")[-1]
    assert "Small firms are paid first" in seen
    assert (
        "Pay the small firms"
        not in told.tess.get(f"/w/{told.tess.address}/outline").text.split("Still missing")[0]
    )
    assert "Leave me out of this line" in reads(told.sam, "mine/lines")


def test_O6b_left_out_words_cannot_be_put_beneath_it_again(told: Told) -> None:
    answers(told.sam, told.step, "leave_out")
    again = told.fay.post("TieThread", about=told.step, answers=[told.moment])
    assert again.status_code == 409 and "asked to be left out" in again.json()["why"]


def test_O6c_what_i_left_unnamed_is_asked_about_apart_and_answered_unnamed(told: Told) -> None:
    page = reads(told.sam, f"mine/lines/{told.aim}?of={told.unnamed}")
    assert "Nobody asked us" in page and "Pay the small" not in page and "unnamed too" in page
    answers(told.sam, told.aim, "not_quite", text="It was worse", of=str(told.unnamed))
    assert "Not quite, says Unnamed : “It was worse”" in outline(told)


def test_O6a_an_answer_can_be_taken_away(told: Told) -> None:
    answers(told.sam, told.aim, "not_quite", text="First of all, on time")
    answers(told.sam, told.aim, "take-away")
    assert "on time" not in outline(told) and "Not answered" in reads(told.sam, "mine/lines")


def test_O6a_nobody_answers_for_anybody_else(told: Told) -> None:
    refused = told.tess.post("AnswerLine", about=told.aim, answer="meant")
    assert refused.status_code == 409 and "does not rest on words of yours" in refused.json()["why"]
    assert (
        told.tess.get(f"/w/{told.tess.address}/mine/lines/{told.aim}").text.count("Small firms")
        == 0
    )


def test_O6a_the_answers_go_on_after_the_close(told: Told) -> None:
    told.fay.post("CloseFlipchart")
    assert answers(told.sam, told.step, "meant") == 200
    assert "Everybody whose words these are has said" in outline(told)


def test_O6a_what_was_typed_is_kept_where_the_line_has_gone(told: Told) -> None:
    told.fay.post("Delete", about=told.step)
    answered = told.sam.form(
        f"/w/{told.sam.address}/mine/lines/{told.step}/not-quite", text="Earlier still"
    )
    assert answered.status_code == 409 and "Earlier still" in answered.text


def test_O6d_saying_nothing_changes_nothing(told: Told) -> None:
    before = outline(told)
    page = told.sam.get(f"/w/{told.sam.address}/mine/lines/{told.aim}").text
    after = re.search(r'href="([^"]+)">Say nothing, go on', page)
    assert after is not None and told.sam.get(unescape(after[1])).status_code == 200
    assert outline(told) == before


def test_O6b_a_person_may_leave_every_line(told: Told) -> None:
    answers(told.sam, told.aim, "leave_out")
    answers(told.sam, told.aim, "leave_out", of=str(told.unnamed))
    answers(told.sam, told.step, "leave_out")
    seen = outline(told)
    assert "Small firms are paid first" in seen and "Call early" in seen
    assert seen.count("This line rests on nothing yet.") >= 2


def test_O6a_the_lines_keepers_are_asked_to_look_until_they_did(told: Told) -> None:
    answers(told.sam, told.step, "not_quite", text="Earlier still")
    assert "Keep it as it is" in reads(told.fay, "outline") and "Keep it as it is" not in outline(
        told
    )
    told.fay.form(f"/w/{told.fay.address}/outline/keep/{told.step}")
    assert "Keep it as it is" not in reads(told.fay, "outline") and "Earlier still" in outline(told)


def test_O6a_two_people_answer_differently_beneath_one_line(told: Told) -> None:
    other = made(told.tess, "WriteNote", text="Everybody at once")
    line = made(told.fay, "AddAim", text="Pay on time", rests_on=[told.note, other])
    answers(told.sam, line, "meant")
    answers(told.tess, line, "leave_out")
    seen = reads(told.fay, "outline")
    assert (
        "Everybody at once" not in seen.split("Still missing")[0] and "That’s what I meant" in seen
    )


def test_O6f_a_line_that_reads_otherwise_is_asked_about_again(told: Told) -> None:
    answers(told.sam, told.aim, "meant")
    told.fay.post("Reword", about=told.aim, text="Nobody is paid for lateness", version=1)
    assert "says its author" not in outline(told)
    assert "It reads otherwise since you answered" in reads(told.sam, "mine/lines")
    assert "since you said: That’s what I meant" in reads(told.sam, f"mine/lines/{told.aim}")
    assert answers(told.sam, told.aim, "meant") == 200 and "says its author" in outline(told)


def test_O6g_nobody_answers_to_words_that_came_after_their_page(told: Told) -> None:
    told.fay.post("Reword", about=told.aim, text="Nobody is paid for lateness", version=1)
    assert answers(told.sam, told.aim, "meant", version="1") == 409
    assert "says its author" not in outline(told)
