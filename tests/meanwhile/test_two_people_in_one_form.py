"""A form that two people have open: neither undoes the other, neither loses a word, and
nothing is mailed before.
"""

import re

import pytest
from convening import Convening, fields
from two_people import Reread, asked, both, now, of, registered, told

from footpath.notices import states
from footpath.notices.models import Notice, Sitting, State, Study


@pytest.fixture
def notice(convening: Convening) -> Notice:
    """A published notice, for which somebody registered."""
    made = convening.published(place="The old barn", languages="English")
    registered(made)
    return made


def test_S11b_what_only_one_of_two_changed_is_kept_without_a_question(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    assert sorrel.sends(place="The new mill").status_code == 302
    assert heron.sends(what="Better words.").status_code == 302
    assert (now(notice).place, now(notice).what) == ("The new mill", "Better words.")
    assert now(notice).sequence == 1 and len(told()) == 1


def test_S11b_what_both_changed_is_shown_as_it_was_as_theirs_and_as_mine(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(place="The new mill")
    answer = heron.sends(place="The town hall", languages="Welsh")
    assert answer.status_code == 409
    said = asked(answer)
    assert all(
        words in said for words in ("The old barn", "Sorrel wrote", "The new mill", "The town hall")
    )
    assert heron.given["place"] == "The town hall"
    assert (now(notice).place, now(notice).languages) == ("The new mill", "English")


def test_S11b_what_was_empty_is_said_to_have_been_nothing(
    convening: Convening, notice: Notice
) -> None:
    """An empty place beneath its heading would look like a fault, or like words that were lost."""
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(languages="")
    said = asked(heron.sends(languages="Welsh"))
    assert " ".join(re.sub(r"<[^>]+>", " ", said).split()).count("Nothing You wrote Welsh") == 1


def test_S11c_nothing_is_mailed_and_no_sequence_counted_before_it_is_settled(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(place="The new mill")
    before = told()
    heron.sends(place="The town hall")
    assert (told(), now(notice).sequence) == (before, 1)
    assert heron.sends(settle="mine/call_link").status_code == 302
    assert (now(notice).place, now(notice).sequence) == ("The town hall", 2)
    assert len(told()) == 1


def test_S11b_theirs_is_taken_by_one_press_with_all_else_that_i_wrote(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(place="The new mill")
    heron.sends(place="The town hall", languages="Welsh")
    assert heron.sends(settle="theirs/call_link").status_code == 302
    assert (now(notice).place, now(notice).languages, now(notice).sequence) == (
        "The new mill",
        "Welsh",
        1,
    )


def test_S11b_of_two_clashes_each_is_settled_by_itself(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(place="The new mill", what="Sorrel's words.")
    heron.sends(place="The town hall", what="Heron's words.")
    answer = heron.sends(settle="theirs/call_link")
    assert (
        answer.status_code == 409
        and "Heron's words." in asked(answer)
        and "town hall" not in asked(answer)
    )
    assert heron.sends(settle="mine/what").status_code == 302
    assert (now(notice).place, now(notice).what) == ("The new mill", "Heron's words.")


def test_S11b_both_written_together_into_the_field_are_saved(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(what="Sorrel's words.")
    heron.sends(what="Heron's words.")
    assert heron.sends(what="Sorrel's words. Heron's words.").status_code == 302
    assert now(notice).what == "Sorrel's words. Heron's words."


def test_S11c_a_third_who_writes_while_it_is_settled_is_asked_about_too(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(what="Sorrel's words.")
    heron.sends(what="Heron's words.")
    both(convening, of(notice))[0].sends(what="The newest words.")
    answer = heron.sends(settle="mine/what")
    assert answer.status_code == 409 and "The newest words." in asked(answer)
    assert now(notice).what == "The newest words."


def test_S11c_who_sees_where_is_settled_together_with_where(
    convening: Convening, notice: Notice
) -> None:
    """Otherwise one person's private link would be shown to everyone because another had
    opened the address.
    """
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(where_seen_by="everyone")
    assert heron.sends(call_link="https://meet.example.org/private").status_code == 409
    assert now(notice).call_link == ""


def test_S11c_a_draft_that_was_published_meanwhile_is_not_changed_unasked(
    convening: Convening,
) -> None:
    draft = convening.draft()
    sorrel, heron = both(convening, of(draft))
    sorrel.sends(to="/publish")
    registered(draft)
    answer = heron.sends(place="The town hall")
    assert answer.status_code == 409 and "It is published by now" in asked(answer)
    assert (now(draft).state, now(draft).place, told()) == (State.PUBLISHED, "", [])
    assert heron.sends().status_code == 302
    assert (now(draft).state, now(draft).place, len(told())) == (
        State.PUBLISHED,
        "The town hall",
        1,
    )


def test_S11c_who_publishes_publishes_what_they_looked_at(convening: Convening) -> None:
    draft = convening.draft()
    page = f"/w/{draft.workshop.address}"
    heron = convening.device(convening.heron)
    seen = fields(heron, page)["seen"]
    both(convening, of(draft))[0].sends(what="Half a")
    assert heron.post(f"{page}/publish", {"seen": seen}).status_code == 409
    assert now(draft).state == State.DRAFT


def test_S4_what_was_typed_while_it_was_cancelled_is_still_there(
    convening: Convening, notice: Notice
) -> None:
    _, heron = both(convening, of(notice))
    states.cancel(notice, "Nobody can come.")
    answer = heron.sends(what="A long story.")
    assert answer.status_code == 409 and "A long story." in answer.content.decode()
    assert "It was cancelled while you were writing" in answer.content.decode()
    assert now(notice).what == "How we buy."


def test_S4_of_two_reasons_for_cancelling_none_is_dropped_in_silence(
    convening: Convening, notice: Notice
) -> None:
    states.cancel(notice, "The barn burnt down.")
    answer = convening.device(convening.heron).post(
        of(notice, "cancel"), {"reason": "Too few people."}
    )
    assert (
        "The barn burnt down." in answer.content.decode()
        and "Too few people." in answer.content.decode()
    )


ROW = {
    "sittings__1__day": "2030-03-26",
    "sittings__1__starts": "14:00",
    "sittings__1__ends": "15:00",
}


def test_S11b_times_that_both_add_are_both_there_and_the_same_one_is_there_once(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    two = {"sittings__TOTAL_FORMS": "2", **ROW}
    assert sorrel.sends(**two).status_code == 302
    assert heron.sends(**{**two, "sittings__1__day": "2030-03-27"}).status_code == 302
    assert both(convening, of(notice))[0].sends().status_code == 302
    assert Sitting.objects.filter(notice=notice).count() == 3
    sorrel, heron = both(convening, of(notice))
    four = {
        key.replace("1", "3", 1): value
        for key, value in {**ROW, "sittings__1__day": "2030-04-02"}.items()
    }
    for writer in (sorrel, heron):
        assert writer.sends(sittings__TOTAL_FORMS="4", **four).status_code == 302
    assert Sitting.objects.filter(notice=notice).count() == 4


def test_S11b_a_time_that_one_takes_out_and_the_other_moves_is_asked_about(
    convening: Convening, notice: Notice
) -> None:
    pk = Sitting.objects.get(notice=notice).pk
    both(convening, of(notice))[0].sends(sittings__TOTAL_FORMS="2", **ROW)
    sorrel, heron = both(convening, of(notice))
    for name in ("pk", "day", "starts", "ends"):
        sorrel.given[f"sittings-0-{name}"] = ""
    assert sorrel.sends().status_code == 302
    answer = heron.sends(sittings__0__title="The long one")
    assert (
        answer.status_code == 409
        and "took it out" in asked(answer)
        and "The long one" in asked(answer)
    )
    assert heron.sends(settle=f"theirs/sittings:{pk}").status_code == 302
    assert [one.title for one in Sitting.objects.filter(notice=notice)] == [""]


def test_S11c_a_time_that_was_moved_is_not_taken_out_unasked(
    convening: Convening, notice: Notice
) -> None:
    pk = Sitting.objects.get(notice=notice).pk
    both(convening, of(notice))[0].sends(sittings__TOTAL_FORMS="2", **ROW)
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(sittings__0__title="The long one")
    for name in ("pk", "day", "starts", "ends"):
        heron.given[f"sittings-0-{name}"] = ""
    assert "The long one" in asked(heron.sends())
    assert Sitting.objects.get(pk=pk).title == "The long one"
    assert heron.sends(settle=f"mine/sittings:{pk}").status_code == 302
    assert not Sitting.objects.filter(pk=pk).exists()


def test_S11c_hours_typed_for_another_time_zone_are_looked_at_first(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(time_zone="Asia/Kolkata")
    answer = heron.sends(
        sittings__0__title="The long one", sittings__0__starts="09:00", sittings__0__ends="10:00"
    )
    assert answer.status_code == 409 and "time zone is Asia/Kolkata by now" in asked(answer)


def test_S11c_a_link_is_never_put_beside_another_study(
    convening: Convening, notice: Notice
) -> None:
    both(convening, of(notice))[0].sends(studies__0__title="Rotas")
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(studies__0__title="Tools")
    assert heron.sends(studies__0__sheet_link="https://example.org/rotas.pdf").status_code == 409
    assert [(one.title, one.sheet_link) for one in Study.objects.filter(notice=notice)] == [
        ("Tools", "")
    ]


def test_S11b_another_row_is_asked_for_and_the_others_words_stay(
    convening: Convening, notice: Notice
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(what="Sorrel's words.")
    page = heron.client.post(f"{heron.path}/sittings/add", heron.given)
    heron.given = Reread(page.content.decode()).fields
    heron.sends(languages="Welsh")
    assert now(notice).what == "Sorrel's words."


def test_S11c_an_old_page_answers_no_other_question(convening: Convening) -> None:
    draft = convening.draft()
    questions = [
        {"about": about, "question": f"Which {about}?"} for about in ("audience", "outcomes")
    ]
    Notice.objects.filter(pk=draft.pk).update(pasted="x", reading={"questions": questions})
    sorrel, heron = both(convening, of(draft))
    sorrel.sends(to="/answers/0")
    assert heron.sends(to="/answers/0").status_code == 409
    assert [one["about"] for one in now(draft).reading["questions"]] == ["outcomes"]
