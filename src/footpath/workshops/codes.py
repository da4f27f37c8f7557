"""Coming in by the code that was read aloud. A room types it from one address; a guesser gets
nowhere from many.

docs/decisions/0008 says why the limits are as they are.
"""

from footpath.limits.attempts import Attempts
from footpath.workshops.models import Workshop

FIVE_MINUTES, A_DAY = 300.0, 24 * 3600.0
WRONG_CODES = 120
"""Wrong codes that one network may type in five minutes: two for each of sixty people."""
A_FLOOD = 1000
"""So many wrong codes from everywhere in five minutes are no typing mistakes."""
WRONG_CODES_IN_A_FLOOD = 20
"""Then a network that no right code came from within a day may type only so many."""

_wrong = Attempts(FIVE_MINUTES)
_right = Attempts(A_DAY)


class TooManyWrongCodes(Exception):
    """Too many wrong codes came from there lately, so no code opens anything for a
    while; links still do.
    """


def workshop_by_code(code: str, address: str) -> Workshop | None:
    """The workshop whose code was typed from a network address; None for a wrong code.

    Raises:
        TooManyWrongCodes: after too many wrong ones from that network.
    """
    # it counts as wrong until it is found to be right
    if not _wrong.add_below(_allowed(address), address):
        raise TooManyWrongCodes
    tidy = "".join(letter for letter in code.lower() if letter.isalnum())
    known = Workshop.objects.filter(code=tidy, rehearsal=None)
    workshop = known.first() if len(tidy) == 8 else None
    if workshop is not None:
        _wrong.take_back(address)
        _right.add(address)
    return workshop


def _allowed(address: str) -> int:
    if _wrong.everywhere() < A_FLOOD or _right.are_spent(address, 1):
        return WRONG_CODES
    return WRONG_CODES_IN_A_FLOOD
