"""O5: members read what was opened to them, and who looks after the policy narrows it
and never widens it.
"""

from collections.abc import Iterator

import pytest
from belonging import Coop
from stored import Stored

pytestmark = pytest.mark.django_db(transaction=True)
OPENED, KEPT = "I rang round for wages", "I did not sleep"


class Read(Stored):
    """A workshop on the co-op's policy; Sam opened one of two notes beneath an aim to members."""

    def __init__(self, coop: Coop) -> None:
        """The outline stands."""
        super().__init__(policy=coop.policy)
        self.coop, self.sam = coop, self.opened().arrives("Sam")
        self.note, kept = (self.asks(self.sam, "WriteNote", text=text) for text in (OPENED, KEPT))
        self.asks(self.fay, "AddAim", text="Prompt pay", rests_on=[self.note, kept])
        self.asks(self.sam, "OpenWords", about=self.note, to="members")

    def reads(self, who: str, path: str = "members") -> str:
        """A page of the outline; empty where there is none for them."""
        answer = self.coop.browsers[who].get(f"/w/{self.workshop.address}/outline/{path}")
        return answer.content.decode() if answer.status_code == 200 else ""

    def narrows(self, who: str, to: str) -> int:
        """Somebody says how far the opened note may go."""
        path = f"/w/{self.workshop.address}/outline/opened"
        return self.coop.browsers[who].post(path, {"about": self.note, "to": to}).status_code


@pytest.fixture
def read(coop: Coop) -> Iterator[Read]:
    made = Read(coop)
    yield made
    made.end()


@pytest.mark.parametrize("path", ["members", "members.md"])
def test_O5b_members_read_what_was_opened_to_them_and_no_more(read: Read, path: str) -> None:
    text = read.reads("member", path)
    assert OPENED in text and KEPT not in text and "Sam" not in text
    assert "For members of Hedgerow" in text


@pytest.mark.parametrize("who", ["stranger", "nobody's", "elsewhere", "operator"])
def test_O5b_whoever_is_no_member_reads_none_of_it(read: Read, who: str) -> None:
    assert read.reads(who) == read.reads(who, "members.md") == read.reads(who, "opened") == ""


def test_O5c_the_policys_owner_narrows_what_was_opened(read: Read) -> None:
    assert OPENED in read.reads("owner", "opened") and KEPT not in read.reads("owner", "opened")
    read.narrows("owner", "took_part")
    assert OPENED not in read.reads("member") + read.reads("owner") + read.reads("owner", "opened")


def test_O5c_the_policys_owner_widens_nothing(read: Read) -> None:
    read.asks(read.sam, "OpenWords", about=read.note, to="took_part")
    read.narrows("owner", "everyone")
    assert OPENED not in read.reads("member")


@pytest.mark.parametrize("who", ["stranger", "member", "steward", "elsewhere"])
def test_O5c_nobody_else_narrows_it(read: Read, who: str) -> None:
    assert read.narrows(who, "took_part") == 404
    assert OPENED in read.reads("member")


def test_O5c_who_looked_after_the_policy_and_left_narrows_it_no_more(read: Read) -> None:
    read.coop.sends("owner", "{o}/leave")
    assert read.narrows("owner", "took_part") == 404
