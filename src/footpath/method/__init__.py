"""The method, as plain Python: what may be asked, what then happened, and what each
audience sees of it.

No Django, no input or output, no clock, no chance: time and chance come stamped by the
writer of the record.
"""

from footpath.method.audiences.as_it_stood import as_it_stood
from footpath.method.audiences.changes import Audience, LayerChange, Sight
from footpath.method.deciding import (
    ASKED,
    COMMANDS,
    ENTRIES,
    OWN_PAGES,
    SEARCHES,
    apply,
    decide,
    hand_of,
    may,
    searching,
)
from footpath.method.flipchart.entries import (
    Actor,
    Command,
    Entry,
    Hand,
    Recorded,
    Saying,
    items_of,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.refusals import Refusal
from footpath.method.rewriting import (
    as_read,
    losing_words,
    numbers_of,
    rewriting_of,
    veiled_at_last,
)
from footpath.method.throughout.admitting import FOLLOWING

__all__ = [
    "ASKED",
    "COMMANDS",
    "ENTRIES",
    "FOLLOWING",
    "OWN_PAGES",
    "SEARCHES",
    "Actor",
    "Audience",
    "Command",
    "Entry",
    "Flipchart",
    "Hand",
    "LayerChange",
    "Recorded",
    "Refusal",
    "Saying",
    "Sight",
    "apply",
    "as_it_stood",
    "as_read",
    "decide",
    "hand_of",
    "items_of",
    "losing_words",
    "may",
    "numbers_of",
    "rewriting_of",
    "searching",
    "veiled_at_last",
]
