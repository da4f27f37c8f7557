"""Quoting: quotation marks stand only round words that are stored as somebody's, character
for character (O8).

No other module draws them. A quotation is made from a thing, never from a text, so that nothing
else can get marks.
"""

from collections.abc import Callable
from typing import Literal, Self

from msgspec import Struct

from footpath.method.things.things import Moment, Note, NoteKind
from footpath.method.words.words import Words

_NOBODYS = frozenset({NoteKind.MEMO})


class Quotation(Struct, frozen=True):
    """Somebody's words as they are stored, masks standing where they stand; shown
    with marks round them.

    Made by `of_note`, `of_moment` and `of_feeling`, which give None where there is nothing to
    quote: words that were taken back, hidden, or masked as a whole.
    """

    words: Words

    @classmethod
    def of_note(cls, note: Note) -> "Self | None":
        """A note's own words."""
        gone = note.kind in _NOBODYS or not note.stands or note.hidden is not None
        return None if gone else cls._of(note.words)

    @classmethod
    def of_moment(cls, moment: Moment) -> "Self | None":
        """What the teller said, beside the scribe's summary of what happened,
        which is no quotation.
        """
        return cls._of(moment.quote) if moment.stands and moment.hidden is None else None

    @classmethod
    def of_feeling(cls, moment: Moment) -> "Self | None":
        """The teller's own words for how it felt."""
        return cls._of(moment.feeling_words) if moment.stands and moment.hidden is None else None

    @classmethod
    def _of(cls, words: Words | None) -> "Self | None":
        said = words is not None and bool(words.shown) and not words.masked_as_a_whole
        return cls(words) if words is not None and said else None

    @property
    def text(self) -> str:
        """The words, without marks."""
        return self.words.shown

    def within_marks(self, escape: Callable[[str], str] = str) -> str:
        """The words within marks, as a writer of some format escapes them."""
        return f"“{escape(self.text)}”"

    def __str__(self) -> str:
        """The words within marks."""
        return self.within_marks()


def quotable(moment: Moment) -> tuple[Literal["quote", "feeling_words"], ...]:
    """Which of a moment's words are its teller's own, to stand within marks."""
    said = Quotation.of_moment(moment) is not None
    felt = Quotation.of_feeling(moment) is not None
    return (*(("quote",) if said else ()), *(("feeling_words",) if felt else ()))
