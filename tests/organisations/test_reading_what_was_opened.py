"""O5: members read what was opened to them, and who looks after the policy narrows it and never widens it."""

import uuid
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from belonging import Coop

from footpath.method import COMMANDS
from footpath.room import running
from footpath.room.running import rooms
from footpath.workshops.making import make_workshop

pytestmark = pytest.mark.django_db(transaction=True)
TITLES = {command.__name__: command for command in COMMANDS}
OPENED, KEPT = "I rang round for wages", "I did not sleep"


class Read:
    """A workshop on the co-op's policy; Sam opened one of two notes beneath an aim to members."""

    def __init__(self, coop: Coop) -> None:
        """The outline stands."""
        self.coop, self.workshop = coop, make_workshop(rooms().writer, "Buying")
        self.workshop.policy = coop.policy
        self.workshop.save()
        fay, self.sam = (self.asks(None, "Arrive", role, name=name) for name, role in FOLK)
        self.asks(fay, "OpenFlipchart")
        self.opened, kept = (self.asks(self.sam, "WriteNote", text=text) for text in (OPENED, KEPT))
        self.asks(fay, "AddAim", text="Prompt pay", rests_on=[self.opened, kept])
        self.asks(self.sam, "OpenWords", about=self.opened, to="members")

    def asks(self, person: int | None, do: str, door: str = "", **fields: Any) -> int:
        """Ask for something; what was made."""
        command = msgspec.convert({"do": do, "id": str(uuid.uuid4()), **fields}, TITLES[do])
        return rooms().submit(self.workshop.pk, command, person, door).made or 0

    def reads(self, who: str, path: str = "members") -> str:
        """A page of the outline; empty where there is none for them."""
        answer = self.coop.browsers[who].get(f"/w/{self.workshop.address}/outline/{path}")
        return answer.content.decode() if answer.status_code == 200 else ""

    def narrows(self, who: str, to: str) -> int:
        """Somebody says how far the opened note may go."""
        path = f"/w/{self.workshop.address}/outline/opened"
        return self.coop.browsers[who].post(path, {"about": self.opened, "to": to}).status_code


FOLK = (("Fay", "facilitator"), ("Sam", "guest"))


@pytest.fixture
def read(coop: Coop) -> Iterator[Read]:
    yield Read(coop)
    rooms().writer.close()
    running._rooms = None


@pytest.mark.parametrize("path", ["members", "members.md"])
def test_O5_members_read_what_was_opened_to_them_and_no_more(read: Read, path: str) -> None:
    text = read.reads("member", path)
    assert OPENED in text and KEPT not in text and "Sam" not in text
    assert "For members of Hedgerow" in text


@pytest.mark.parametrize("who", ["stranger", "nobody's", "elsewhere", "operator"])
def test_O5_whoever_is_no_member_reads_none_of_it(read: Read, who: str) -> None:
    assert read.reads(who) == read.reads(who, "members.md") == read.reads(who, "opened") == ""


def test_O5_the_policys_owner_narrows_what_was_opened(read: Read) -> None:
    assert OPENED in read.reads("owner", "opened") and KEPT not in read.reads("owner", "opened")
    read.narrows("owner", "took_part")
    assert OPENED not in read.reads("member") + read.reads("owner") + read.reads("owner", "opened")


def test_O5_the_policys_owner_widens_nothing(read: Read) -> None:
    read.asks(read.sam, "OpenWords", about=read.opened, to="took_part")
    read.narrows("owner", "everyone")
    assert OPENED not in read.reads("member")


@pytest.mark.parametrize("who", ["stranger", "member", "steward", "elsewhere"])
def test_O5_nobody_else_narrows_it(read: Read, who: str) -> None:
    assert read.narrows(who, "took_part") == 404
    assert OPENED in read.reads("member")


def test_O5_who_looked_after_the_policy_and_left_narrows_it_no_more(read: Read) -> None:
    read.coop.sends("owner", "{o}/leave")
    assert read.narrows("owner", "took_part") == 404
