"""W8: an installation has always a way in: the first run, the terminal, and a steward
in every organisation.
"""

import re
import threading
from contextlib import suppress
from typing import Any

import pytest
from belonging import Coop, roles, wrongs
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from footpath.accounts.models import Account
from footpath.organisations.belonging import LAST_STEWARD, LastSteward, end, give_role
from footpath.organisations.models import Organisation

GIVEN = {
    "organisation": "Hedgerow",
    "name": "Heron",
    "email": "heron@example.org",
    "time_zone": "Europe/London",
}
ELSEWHERE: Any = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.mark.django_db
def test_W8_the_first_run_makes_a_steward_who_operates_and_is_in() -> None:
    browser = Client()
    assert "/setup" in browser.get("/").content.decode()
    made: Any = browser.post("/setup", GIVEN)
    assert made.url == "/o/hedgerow"
    assert browser.get("/o/hedgerow/settings").status_code == 200
    assert Account.objects.get().is_staff
    assert not Account.objects.get().has_usable_password()


@pytest.mark.django_db
def test_W8_there_is_one_first_run() -> None:
    Client().post("/setup", GIVEN)
    assert [Client().get("/setup").status_code, Client().post("/setup", GIVEN).status_code] == [
        404,
        404,
    ]
    assert "/setup" not in Client().get("/").content.decode()


@pytest.mark.django_db
def test_W8_from_elsewhere_it_needs_the_hosts_key() -> None:
    refused = Client().post("/setup", {**GIVEN, "host_key": "guessed"}, **ELSEWHERE)
    assert wrongs(refused) == ["That is not this installation&#x27;s key."]
    assert "heron@example.org" in refused.content.decode()
    assert not Account.objects.exists()
    assert (
        Client().post("/setup", {**GIVEN, "host_key": settings.HOST_KEY}, **ELSEWHERE).status_code
        == 302
    )


def _terminal(capsys: pytest.CaptureFixture[str], **given: str) -> str:
    import argparse

    from footpath.terminal import organisations

    parser = argparse.ArgumentParser()
    organisations.add_arguments(parser)
    words = [word for name, value in given.items() for word in (f"--{name}", value)]
    organisations.setup(parser.parse_args(words))
    return capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_W8_the_terminal_gives_a_link_that_signs_in_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed = _terminal(capsys, organisation="Hedgerow", name="Heron", email="heron@example.org")
    link = re.search(r"http://localhost:8000(/sign-in/link/\S+)", printed)
    assert link is not None
    browser = Client()
    assert browser.get(link[1]).status_code == 200
    browser.post(link[1])
    assert browser.get("/o/hedgerow").status_code == 200
    assert Client().get(link[1]).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_W8_the_terminal_makes_a_steward_where_there_is_an_organisation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    coop = Coop()
    _terminal(capsys, organisation="Hedgerow", name="Heron", email="member@example.org")
    assert roles(coop.organisation)["member"] == "steward"
    assert Organisation.objects.filter(name="Hedgerow").count() == 1


@pytest.mark.parametrize("to", ["member", "remove"])
def test_W8_the_last_steward_stays_one(coop: Coop, to: str) -> None:
    refused = coop.sends("steward", f"{{o}}/members/{coop.place('steward').pk}", to=to)
    assert wrongs(refused) == [LAST_STEWARD]
    assert wrongs(coop.sends("steward", "{o}/leave")) == [LAST_STEWARD]
    assert roles(coop.organisation)["steward"] == "steward"


@pytest.mark.django_db(transaction=True)
def test_W8_two_stewards_who_leave_in_one_moment_leave_one() -> None:
    coop = Coop()
    give_role(coop.place("owner"), "steward")
    first, second = coop.place("owner"), coop.place("steward")

    def leaves() -> None:
        with suppress(LastSteward):
            end(second)
        connection.close()

    other = threading.Thread(target=leaves)
    with transaction.atomic():
        end(first)
        other.start()
        other.join(1)  # it waits for this transaction, however long that takes
    other.join()
    assert roles(coop.organisation) == {"member": "member", "steward": "steward"}


def test_W8_with_another_steward_the_first_can_go(coop: Coop) -> None:
    coop.sends("steward", f"{{o}}/members/{coop.place('owner').pk}", to="steward")
    coop.sends("steward", "{o}/leave")
    assert roles(coop.organisation) == {"owner": "steward", "member": "member"}
    assert coop.gets("steward", "{o}").status_code == 404


def test_W8_who_leaves_looks_after_no_policy_any_more(coop: Coop) -> None:
    coop.sends("owner", "{o}/leave")
    coop.policy.refresh_from_db()
    assert coop.policy.owner is None
