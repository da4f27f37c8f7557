"""A provider reports that a mail came back: the letter is refused, with the reason, as if it
had been so at once.
"""

import base64
import json
from typing import Any

import pytest
from anymail.signals import tracking
from anymail.webhooks.postmark import PostmarkTrackingWebhookView
from django.http import HttpResponseBase
from django.test import RequestFactory
from mailing import Days, coming

from footpath.mail.asking import ask, retry
from footpath.mail.models import Letter
from footpath.mail.reports import note
from footpath.mail.server import mail_server
from footpath.registering.news import tell

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reporting(settings: Any) -> Any:
    """An installation that sends through a provider, as anymail's own test backend plays it."""
    settings.MAIL = mail_server("anymail+test:///?webhook_secret=fay:secret", "")
    settings.ANYMAIL, settings.LETTERS = (
        settings.MAIL.provider,
        {**settings.LETTERS, "greeting": "mailing.greeting"},
    )
    tracking.connect(note)
    yield
    tracking.disconnect(note)


def report(
    letter: Letter, kind: str = "HardBounce", secret: str = "fay:secret"
) -> HttpResponseBase:
    """What Postmark posts."""
    told = {
        "RecordType": "Bounce",
        "Type": kind,
        "TypeCode": 1,
        "MessageID": "x",
        "Email": "ada@example.org",
        "ID": 1,
        "BouncedAt": "2026-05-04T12:00:00Z",
        "Metadata": {"letter": letter.letter_id},
        "Details": "smtp;550 5.1.1 <ada@example.org> is unknown here",
    }
    asked = RequestFactory().post(
        "/mail/reports/postmark/tracking/",
        json.dumps(told),
        content_type="application/json",
        secure=True,
        headers={"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()},
    )
    return PostmarkTrackingWebhookView.as_view()(asked)


def test_W10_a_mail_that_came_back_later_is_refused_and_can_be_sent_again(
    reporting: None, days: Days
) -> None:
    letter = tell(coming(), "registered")
    days.go(seconds=1)
    assert letter is not None
    letter.refresh_from_db()
    report(letter)
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == (
        "refused",
        "smtp;550 5.1.1 (the address) is unknown here",
    )
    assert retry(letter)
    days.go(minutes=1)
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_W10_what_a_stranger_reports_changes_nothing(reporting: None, days: Days) -> None:
    ask("greeting", "one", to="ada@example.org")
    days.go(seconds=1)
    with pytest.raises(Exception, match="basic auth"):
        report(Letter.objects.get(), secret="guessed:guessed")
    assert Letter.objects.get().state == "sent"


def test_W10_a_letter_to_a_mere_address_that_came_back_is_seen_and_not_sent_again(
    reporting: None, days: Days
) -> None:
    ask("greeting", "one", to="ada@example.org")
    days.go(seconds=1)
    report(Letter.objects.get())
    assert Letter.objects.get().state == "refused" and not retry(Letter.objects.get())
