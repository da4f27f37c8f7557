"""A letter that a mail server refuses for its words: a name in it keeps nobody's news from them."""

import pytest
from mailing import Days, Post, announced, words_of
from one_address import becomes, entry_of, in_calendar, is_told, registered

from footpath.mail.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)


def test_W25d_a_name_for_which_a_mail_is_refused_keeps_the_news_from_nobody_else(
    post: Post, days: Days
) -> None:
    notice = announced(place="The old house")
    people = [registered(notice, name) for name in ("Ann", "Lottery", "Tom")]
    post.refusing_word = "Lottery"
    is_told(notice, days, place="5 Oak Lane")
    assert sorted(words_of(mail)[:10] for mail in post.taken) == ["Hello Ann,", "Hello Tom,"]
    assert all("5 Oak Lane" in words_of(mail) for mail in post.taken)
    assert in_calendar(post.taken) == {entry_of(notice, one) for one in (people[0], people[2])}
    states = Letter.objects.filter(purpose="changed").values_list("state", flat=True)
    assert sorted(states) == ["refused", "sent", "sent"]


@pytest.mark.parametrize("state", ["coming", "waiting", "not coming"])
def test_W25d_nor_what_is_told_to_one_alone(post: Post, days: Days, state: str) -> None:
    notice = announced()
    registered(notice, "Lottery")
    post.refusing_word = "Lottery"
    becomes(registered(notice, "Ann"), state, days)
    days.go(minutes=2)
    assert [words_of(mail)[:10] for mail in post.taken] == ["Hello Ann,"]
