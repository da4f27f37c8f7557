"""S9 once more, for a workshop with a notice: every address for who registered and for
whoever has an account.
"""

import uuid

import pytest
from convening import Convening
from django.test import Client
from every_row import every_row

from addresses import buttons, notices, registering, workshops
from addresses.announced import HOSTS, ROWS
from addresses.posting import NOT_TAKEN, sending_announced
from footpath.accounts.models import Account
from footpath.notices.models import Notice


def people(convening: Convening, notice: Notice) -> dict[str, Client]:
    """A browser for each of those whom every address is tried with."""
    operator = Account.objects.create_user("operator@example.org", name="Operator", is_staff=True)
    accounts = {
        "member": convening.teasel,
        "convenor": convening.sorrel,
        "steward": convening.heron,
        "elsewhere": convening.yarrow,
        "operator": operator,
    }
    browsers = {who: convening.device(accounts.get(who)) for who in HOSTS}
    path = f"/w/{notice.workshop.address}/register"
    browsers["registered"].post(
        path, {"made_with": str(uuid.uuid4()), "name": "Mira", "email": "mira@example.org"}
    )
    return browsers


def test_S9_every_address_of_an_announced_workshop_has_its_row() -> None:
    parts = {**buttons.OF_ANNOUNCED, **workshops.ROWS, **registering.ROWS, **notices.ROWS}
    assert {path for path in parts if path.startswith(("w/", "o/", "p/"))} == set(ROWS)


@pytest.mark.parametrize("pattern", sorted(ROWS))
def test_S9_every_address_of_an_announced_workshop_gives_what_its_row_says(
    convening: Convening, pattern: str
) -> None:
    method, path, row = ROWS[pattern]
    notice = convening.published()
    of = {
        "w": notice.workshop.address,
        "o": convening.organisation.address,
        "p": convening.policy.address,
    }
    path = "/" + path.format(address=of[path[0]])
    browsers, before = people(convening, notice), every_row()
    opened = {who: one.get(path).status_code for who, one in browsers.items()}
    assert opened == of_row(row if method == "GET" else NOT_TAKEN + " 405")
    assert every_row() == before
    expected = of_row(sending_announced(pattern) if method == "GET" else row)
    not_let = {
        who
        for who, status in expected.items()
        if status == 405 or (status, opened[who]) == (404, 404)
    }
    sent = {who: browsers[who].post(path, TAKING_OVER).status_code for who in not_let}
    assert every_row() == before
    sent |= {who: browsers[who].post(path).status_code for who in set(HOSTS) - not_let}
    assert sent == expected


TAKING_OVER = {"title": "Taken over", "name": "Taken over"}


def of_row(row: str) -> dict[str, int]:
    return dict(zip(HOSTS, map(int, row.split()), strict=True))
