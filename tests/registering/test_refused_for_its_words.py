"""A letter that a mail server refuses for its words: a name in it keeps nobody's news from them."""

import pytest
from mailing import Days, Post, announced, words_of
from one_address import becomes, entry_of, in_calendar, is_told, registered

from footpath.mail.models import Letter
from footpath.registering.personal_links import mailed_link

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("names", [("Ann", "Lottery", "Tom"), ("Lottery", "Ann", "Tom")])
def test_W25d_a_name_for_which_a_mail_is_refused_keeps_the_news_from_nobody(
    post: Post, days: Days, names: tuple[str, ...]
) -> None:
    notice = announced(place="The old house")
    people = [registered(notice, name, proved=name == "Ann") for name in names]
    post.refusing_word = "Lottery"
    is_told(notice, days, place="5 Oak Lane")
    [mail] = post.taken
    said = words_of(mail)
    assert said.startswith("Hello Ann,") and "5 Oak Lane" in said and "Tom" not in said
    assert all(mailed_link(one) in said for one in people)
    assert in_calendar([mail]) == {entry_of(notice, one) for one in people}
    states = Letter.objects.filter(purpose="changed").values_list("state", flat=True)
    assert sorted(states) == ["dropped", "dropped", "sent"]


def test_W25d_nor_does_that_of_who_is_told_first(post: Post, days: Days) -> None:
    notice = announced(place="The old house")
    for name in ("Lottery", "Ann"):
        registered(notice, name, proved=name == "Lottery")
    post.refusing_word = "Lottery"
    is_told(notice, days, place="5 Oak Lane")
    [mail] = post.taken
    assert words_of(mail).startswith("Hello,") and "5 Oak Lane" in words_of(mail)


def test_W25d_nor_do_very_many_names_put_the_news_off(post: Post, days: Days) -> None:
    notice = announced(place="The old house")
    eves = [registered(notice, f"Eve{number}") for number in range(12)]
    everybody = [*eves, registered(notice, "Lottery"), registered(notice, "Ann")]
    post.refusing_word = "Lottery"
    is_told(notice, days, place="5 Oak Lane")
    days.go_through(hours=2)
    [mail] = post.taken
    assert "5 Oak Lane" in words_of(mail) and words_of(mail).startswith("Hello,")
    assert all(mailed_link(one) in words_of(mail) for one in everybody)


@pytest.mark.parametrize("state", ["coming", "waiting", "not coming"])
def test_W25d_nor_what_is_told_to_one_alone(post: Post, days: Days, state: str) -> None:
    notice = announced()
    registered(notice, "Lottery")
    post.refusing_word = "Lottery"
    becomes(registered(notice, "Ann"), state, days)
    days.go(minutes=2)
    assert [words_of(mail)[:10] for mail in post.taken] == ["Hello Ann,"]
