"""Sending by a provider's web service, played by a server on this machine that
answers as Postmark does.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from mailing import Days, coming

from footpath.mail.models import Letter
from footpath.mail.server import mail_server
from footpath.registering.news import tell

pytestmark = pytest.mark.django_db(transaction=True)

TAKEN = (200, {"ErrorCode": 0, "Message": "OK", "MessageID": "one", "To": "ada@example.org"})
INACTIVE = (
    422,
    {
        "ErrorCode": 406,
        "Message": "Found inactive addresses: ada@example.org. Inactive recipients are …",
    },
)
BUSY = (500, {"ErrorCode": 500, "Message": "Internal"})


class Postmark(HTTPServer):
    """What it was given, and what it answers."""

    def __init__(self) -> None:
        """Listen on any port."""
        super().__init__(("127.0.0.1", 0), Answering)
        self.answer: tuple[int, Any] = TAKEN
        self.given: list[dict[str, Any]] = []


class Answering(BaseHTTPRequestHandler):
    """One request."""

    def do_POST(self) -> None:
        """Take it down and answer."""
        assert isinstance(self.server, Postmark)
        self.server.given.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        status, told = self.server.answer
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def postmark(settings: Any) -> Iterator[Postmark]:
    """A provider that answers, and to which this installation sends."""
    made = Postmark()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    url = f"anymail+postmark:///?server_token=key&api_url=http://127.0.0.1:{made.server_port}/&from=footpath@example.org"
    settings.MAIL = mail_server(url, "")
    settings.ANYMAIL, settings.DEFAULT_FROM_EMAIL = settings.MAIL.provider, settings.MAIL.sender
    yield made
    made.shutdown()


def test_W9_a_provider_gets_the_mail_with_its_calendar_file(postmark: Postmark, days: Days) -> None:
    letter = tell(coming(), "registered")
    assert letter is not None
    days.go(seconds=1)
    letter.refresh_from_db()
    [given] = postmark.given
    assert letter.state == "sent" and given["To"] == "ada@example.org"
    assert [file["Name"] for file in given["Attachments"]] == ["workshop.ics"]
    assert given["Metadata"] == {"letter": letter.letter_id} and letter.letter_id in str(
        given["Headers"]
    )


@pytest.mark.parametrize(("answer", "state"), [(INACTIVE, "refused"), (BUSY, "waiting")])
def test_W10_a_provider_that_says_no_is_told_from_one_that_is_busy(
    postmark: Postmark, days: Days, answer: tuple[int, Any], state: str
) -> None:
    postmark.answer = answer
    letter = tell(coming(), "registered")
    days.go(seconds=1)
    stands = Letter.objects.get(pk=letter.pk if letter else 0)
    assert stands.state == state and stands.trouble and "ada@" not in stands.trouble
