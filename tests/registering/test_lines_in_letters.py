"""The letter after the workshop leads to the lines that rest on somebody's words (O6)."""

from datetime import timedelta

import pytest
from mailing import Days, Post, coming, in_days, words_of
from studying import Study

from footpath.mail.asking import ask
from footpath.notices.models import Notice, Sitting

pytestmark = pytest.mark.django_db(transaction=True)


def test_O6a_the_letter_after_the_workshop_leads_to_the_lines_that_rest_on_ones_words(
    post: Post, days: Days
) -> None:
    group = Study("Ada", "Bo")
    group.asks(group.fay, "AddAim", text="Pay small firms first", rests_on=[group.notes["Ada"]])
    notice = Notice.objects.create(workshop=group.workshop, state="published")
    Sitting.objects.create(
        notice=notice, starts_at=in_days(9), ends_at=in_days(9) + timedelta(hours=2)
    )
    for name in ("Ada", "Bo"):
        ask("after", f"after:{name}", about=coming(name, notice=notice, person=group.people[name]))
    days.go(seconds=1)
    assert {str(mail["To"]): "?lines" in words_of(mail) for mail in post.taken} == {
        "ada@example.org": True,
        "bo@example.org": False,
    }
