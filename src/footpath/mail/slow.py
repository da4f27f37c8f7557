"""Slow letters: those of whose address the mail server says nothing for long. Others' go first, so
that an address whose owner dawdles keeps nobody's.
"""

from collections import OrderedDict

from django.db.models import QuerySet

from footpath.mail.asking import address_of
from footpath.mail.models import Letter
from footpath.mail.same_address import folded

SLOW = 3.0
"""Seconds after which a letter was slow; at its first try, and while others wait, the server is
given no more to say whether it takes mail for its address, and twice as many at each further one.
"""
MOST_KNOWN = 1_000
"""Domains of which it is remembered how their last letters went."""
LOOKED_AT = 500
"""Letters that are due among which the next is chosen, where some were slow."""


def patience(tries: int) -> float:
    """Seconds for an answer about the address of a letter that others wait behind."""
    return SLOW * 2 ** min(tries - 1, 5)


class Slowness:
    """How long the letters to each domain took last; forgotten when the server ends."""

    def __init__(self) -> None:
        """Nothing is known."""
        self._slow: OrderedDict[str, int] = OrderedDict()
        self._quick: OrderedDict[str, int] = OrderedDict()

    def note(self, letter: Letter, took: float, *, went: bool) -> None:
        """Remember how one went."""
        domain = _domain(letter)
        if took >= SLOW:
            self._slow[domain] = self._slow.pop(domain, 0) + 1
            self._quick.pop(domain, None)
        elif went:
            self._slow.pop(domain, None)
            self._quick.pop(domain, None)
            self._quick[domain] = -1
        for known in (self._slow, self._quick):
            while len(known) > MOST_KNOWN:
                known.popitem(last=False)

    def first_of(self, due: QuerySet[Letter]) -> QuerySet[Letter]:
        """Of those that are due, in their order, the one that goes next: after slow ones the
        domains come first that were quick, then those of which nothing is known, then those that
        were slow, each in turn.
        """
        if not self._slow:
            return due
        letters = list(due.prefetch_related("about")[:LOOKED_AT])
        if not letters:
            return due
        return due.filter(pk=min(letters, key=self._rank).pk)

    def _rank(self, letter: Letter) -> tuple[int, bool, int]:
        domain = _domain(letter)
        slow = self._slow.get(domain, 0)
        return slow, letter.purpose != Letter.URGENT, self._quick.get(domain, 0)


def _domain(letter: Letter) -> str:
    return folded(address_of(letter)).rpartition("@")[2]
