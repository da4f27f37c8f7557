"""Numbers as forms, links and cookies give them back: read in one way, whatever
stands there instead.
"""

import re

LARGEST = 2**31 - 1
"""What a database's integer holds: no row or thing of ours has a larger number."""
_WHOLE = re.compile(r"-?[0-9]{1,16}")


def number_in(text: str | None, largest: int = LARGEST) -> int | None:
    """The number that a text is; None for whatever is none of ours. What not everybody receives
    has one below zero.
    """
    if text is None or _WHOLE.fullmatch(text) is None:
        return None
    number = int(text)
    return number if abs(number) <= largest else None
