"""Words: text that somebody said, kept as a type of its own so that it can be taken back everywhere."""

import re
import unicodedata

from msgspec import Struct

from footpath.method import refusals
from footpath.method.refusals import Refusal

MASK = "███"
"""What stands where words were masked: one mark for every mask, of one length, which gives no reason."""

LONGEST = 10_000
"""Characters that one text on the flipchart may have."""

LONGEST_NAME = 80
"""Characters that a person's name may have."""

LONGEST_TITLE = 300
"""Characters that the title of a workshop, a group, a story, a lane or a value may have."""

MOST_NAMES = 100
"""Names that one list may have: lanes, stages, people in a moment, ways on from a step."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NOTHING_BUT_MASK = re.compile(rf"^\W*(?:\[[^\]]*\]|{MASK})+\W*$")


class Words(Struct, frozen=True):
    """What somebody said; `text` is None once it was taken back."""

    text: str | None

    @property
    def shown(self) -> str:
        """The text, or nothing where it was taken back."""
        return self.text or ""

    @property
    def masked_as_a_whole(self) -> bool:
        """Whether a mask left nothing that could be read."""
        return self.text is not None and bool(_NOTHING_BUT_MASK.match(self.text))


TAKEN_BACK = Words(None)


def tidy(text: str, longest: int = LONGEST) -> str:
    """Return the text as it is kept: composed (NFC), no control, bidi-override or zero-width characters.

    The zero-width joiners stay, because some scripts and many emoji are written with them.

    Raises:
        Refusal: when nothing is left, or more than `longest` characters.
    """
    kept = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LONE_SURROGATE.sub("\ufffd", text.replace("\r\n", "\n"))))
    kept = kept.strip()
    if not kept.replace("\u200c", "").replace("\u200d", "").strip():
        raise Refusal(refusals.NOTHING_WRITTEN)
    if len(kept) > longest:
        raise Refusal(refusals.TOO_LONG.format(length=len(kept), longest=longest))
    return kept


def said(text: str) -> Words:
    """Words as somebody wrote them, tidied.

    Raises:
        Refusal: as `tidy` does.
    """
    return Words(tidy(text))


def said_if_any(text: str) -> Words | None:
    """Words, or None where the field was left empty.

    Raises:
        Refusal: when the text is too long.
    """
    return said(text) if text.strip() else None


def named(text: str, longest: int = LONGEST_TITLE) -> Words:
    """A name or a title, on one line.

    Raises:
        Refusal: when nothing is left, or more than `longest` characters.
    """
    return Words(tidy(" ".join(text.split()), longest))


def named_if_any(text: str) -> Words | None:
    """A name, or None where the field was left empty.

    Raises:
        Refusal: when it is too long.
    """
    return named(text) if text.strip() else None


def names(texts: list[str]) -> tuple[Words, ...]:
    """Names, each once and in order, empty ones left out.

    Raises:
        Refusal: when one is too long, or there are too many.
    """
    if len(texts) > MOST_NAMES:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_NAMES))
    return tuple(dict.fromkeys(named(text) for text in texts if text.strip()))


SHORTEST_INSIDE = 4
"""A passage of fewer letters is masked where it is a word of its own; a longer one also inside of other words."""


def masked(words: Words, passage: str) -> Words:
    """The words with every occurrence of the passage masked, whatever its case and spacing."""
    if words.text is None or not passage.strip():
        return words
    spelled = r"\s+".join(re.escape(word) for word in passage.split())
    if len(passage) < SHORTEST_INSIDE and passage.isascii():
        spelled = rf"(?<!\w){spelled}(?!\w)"
    return Words(re.sub(spelled, MASK, words.text, flags=re.IGNORECASE))
