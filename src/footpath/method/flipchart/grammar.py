"""The shape of the tables in which each part of the method says who may ask for what, and
what then happens.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from footpath.method.flipchart.entries import Command, Entry, Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.people import Who

Decide = Callable[[Flipchart, Any, Hand], list[Entry]]
Apply = Callable[[Flipchart, Any, Recorded], None]


class Ask(NamedTuple):
    """One row: who may ask, what decides, and whether it goes on after the
    flipchart is closed (G15).

    `shown_out` says whether who was shown out may still ask for it, from their own pages: it is
    about their own words.
    """

    who: Who
    decide: Decide
    after_close: bool = False
    shown_out: bool = False


Asked = Mapping[type[Command], Ask]
Happened = Mapping[type[Entry], Apply]
