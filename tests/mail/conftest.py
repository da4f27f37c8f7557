"""A mail server, and a sender, of the test's own."""

from collections.abc import Iterator
from typing import Any

import pytest
from mailing import Days, Post
from serving_fixtures import database, doors, fresh_server, server  # noqa: F401

from footpath.mail.server import mail_server


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    """A mail server that is up, and to which this installation sends."""
    made = Post()
    settings.MAIL = mail_server(made.url, "")
    settings.DEFAULT_FROM_EMAIL = "footpath@example.org"
    settings.LETTERS = {**settings.LETTERS, "greeting": "mailing.greeting", "other": "mailing.greeting"}
    made.up()
    yield made
    made.down()


@pytest.fixture
def days() -> Days:
    """A sender whose time goes as the test says."""
    return Days()
