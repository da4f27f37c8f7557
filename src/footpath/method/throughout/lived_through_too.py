"""Somebody lived through what a moment or a story tells as well (E7)."""

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Entry,
    Hand,
    Number,
    Saying,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.standing import reads_as_at
from footpath.method.lines.tracing import citing
from footpath.method.refusals import Refusal
from footpath.method.things.things import Experience, Moment, Note, NoteKind, Thing
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
    if not command.text.strip() and _said_so(chart, about, hand):
        raise Refusal(refusals.SAID_SO_ALREADY)
    words, side = said_if_any(command.text) or Words(""), named_if_any(command.side)
    return write(
        chart, hand, NoteKind.SIMILAR, words, (about.id,), command.unnamed, side, command.elsewhere
    )


def _said_so(chart: Flipchart, about: Thing, hand: Hand) -> bool:
    """Whether somebody says of themselves, a second time and without a word, what stands already.

    Of nobody else: the answer would tell who typed it whose an unnamed one is.
    """
    as_at = reads_as_at(chart, about)
    return hand.by is not None and any(
        isinstance(one, Note)
        and one.kind is NoteKind.SIMILAR
        and one.by == hand.by == hand.typed_by
        and as_at(one.wordings[-1].entry)
        for one in citing(chart, about.id)
    )
