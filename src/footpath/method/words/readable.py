"""What is decoded from JSON, a page or a calendar can hold what no text is made of, such as half a
character written as six letters: it is taken out here, for everything that is decoded.
"""

import re
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def readable(given: T) -> T:
    """The same with every text in it as a database keeps it: without NUL, and with a sign in place
    of each half character, as browsers send them.
    """
    made: Any = given
    if isinstance(given, str):
        made = _HALF_A_CHARACTER.sub("\ufffd", given).replace("\x00", "")
    elif isinstance(given, list):
        made = [readable(one) for one in given]
    elif isinstance(given, dict):
        made = {readable(name): readable(one) for name, one in given.items()}
    elif is_dataclass(given) and not isinstance(given, type):
        said = {each.name: readable(getattr(given, each.name)) for each in fields(given)}
        made = type(given)(**said)
    return made
