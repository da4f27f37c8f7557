"""Somebody lived through what a moment or a story tells as well (E7)."""

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Entry,
    Hand,
    Number,
    Saying,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.refusals import Refusal
from footpath.method.things.things import Experience, Moment, Note, NoteKind
from footpath.method.throughout.notes import write
from footpath.method.words.words import Words, named_if_any, said_if_any


class HadThatToo(Saying, frozen=True, kw_only=True):
    """ "I had that too" on a moment or a story, with or without words, side and setting
    of one's own (E7).
    """

    about: Number
    text: str = ""
    side: str = ""
    elsewhere: bool | None = None


def had_that_too(chart: Flipchart, command: HadThatToo, hand: Hand) -> list[Entry]:
    about = chart.public(command.about)
    if not isinstance(about, Moment | Experience | Note):
        raise Refusal(refusals.REFLECT_ON_SOMETHING_SEEN)
    words, side = said_if_any(command.text) or Words(""), named_if_any(command.side)
    return write(
        chart, hand, NoteKind.SIMILAR, words, (about.id,), command.unnamed, side, command.elsewhere
    )
