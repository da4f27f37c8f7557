"""A link that opens something changes nothing by being opened, whoever looks at it: people,
and programs (S12).
"""

import re

import pytest
from served import Device, Doors, Server

pytestmark = pytest.mark.own_server


def test_S12_opening_any_link_of_a_workshop_changes_nothing(server: Server, doors: Doors) -> None:
    """Those of every role, the wall's, the readers', one's own, and one that is handed out,
    by GET and by HEAD.
    """
    kit, fay = doors.arrive("Kit", "scribe"), doors.arrive("Fay", "facilitator")
    kit.post("AddPerson", name="Ada")
    links = [*doors.links.values()]
    for page in (fay.get(f"/w/{doors.address}/links"), kit.get(f"/w/{doors.address}/keep")):
        links += re.findall(r"http://[^\s\"<]+/me/[^\s\"<]+", page.text)
    before = server.tables()
    for link in set(links):
        device = Device(doors.base)
        assert device.http.head(link).status_code == device.get(link).status_code == 200, link
    after = server.tables()
    assert {name for name in before if before[name] != after[name]} == set()
