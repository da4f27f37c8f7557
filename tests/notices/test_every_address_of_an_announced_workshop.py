"""S9 once more, for a workshop with a notice: every address for who registered and for whoever has an account."""

import uuid

import pytest
from addresses import notices, registering, workshops
from addresses.announced import HOSTS, ROWS
from convening import Convening
from django.test import Client

from footpath.accounts.models import Account
from footpath.notices.models import Notice


def people(convening: Convening, notice: Notice) -> dict[str, Client]:
    """A browser for each of those whom every address is tried with."""
    operator = Account.objects.create_user("operator@example.org", name="Operator", is_staff=True)
    accounts = {"member": convening.teasel, "convenor": convening.sorrel, "steward": convening.heron,
                "elsewhere": convening.yarrow, "operator": operator}  # fmt: skip
    browsers = {who: convening.device(accounts.get(who)) for who in HOSTS}
    path = f"/w/{notice.workshop.address}/register"
    browsers["registered"].post(path, {"made_with": str(uuid.uuid4()), "name": "Mira", "email": "mira@example.org"})
    return browsers


def test_S9_every_address_of_an_announced_workshop_has_its_row() -> None:
    parts = {**workshops.ROWS, **registering.ROWS, **notices.ROWS}
    assert {path for path in parts if path.startswith(("w/", "o/", "p/"))} == set(ROWS)


@pytest.mark.parametrize("pattern", sorted(ROWS))
def test_S9_every_address_of_an_announced_workshop_gives_what_its_row_says(convening: Convening, pattern: str) -> None:
    method, path, row = ROWS[pattern]
    notice = convening.published()
    of = {"w": notice.workshop.address, "o": convening.organisation.address, "p": convening.policy.address}
    path = "/" + path.format(address=of[path[0]])
    browsers = people(convening, notice)
    given = [(one.get if method == "GET" else one.post)(path).status_code for one in browsers.values()]
    assert dict(zip(HOSTS, given, strict=True)) == dict(zip(HOSTS, map(int, row.split()), strict=True))
