"""L1: what strangers leave behind by asking for codes does not stay."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from footpath.accounts import clearing
from footpath.mail.asking import ask
from footpath.mail.models import Letter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "left"), [("dropped", 2), ("sent", 2), ("waiting", 6), ("refused", 6)]
)
def test_L1d_letters_with_codes_go_after_a_day_and_others_stay(
    monkeypatch: pytest.MonkeyPatch, state: str, left: int
) -> None:
    monkeypatch.setattr(clearing, "AT_ONCE", 2)
    for number in range(5):
        ask(
            "sign-in-code",
            f"sign-in-code:{number}",
            due_at=timezone.now() - timedelta(hours=25 * (number > 0)),
        )
    ask("invitation", "invitation:1:", due_at=timezone.now() - timedelta(days=9))
    Letter.objects.update(state=state)
    clearing.clear(timezone.now())
    assert Letter.objects.count() == left


def test_L1d_sessions_that_have_ended_go_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clearing, "_cleared_at", list[object]())
    now = timezone.now()
    for hours in (0, 1, 25):
        clearing.clear_daily(now + timedelta(hours=hours))
        left = set(Session.objects.values_list("pk", flat=True))
        assert left == ({"after 0"} if hours == 1 else set())
        Session.objects.create(session_key=f"after {hours}", expire_date=now)
