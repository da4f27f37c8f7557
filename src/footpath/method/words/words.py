"""Words: text that somebody said, kept as a type of its own so that it can be
taken back everywhere.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from footpath.method import refusals
from footpath.method.refusals import Refusal
from footpath.method.words.spans import Span, put_at

MASK = "███"
"""What stands where words were masked: one mark for every mask, of one length,
which gives no reason."""

LONGEST = 10_000
"""Characters that one text on the flipchart may have."""

LONGEST_NAME = 80
"""Characters that a person's name may have."""

LONGEST_TITLE = 300
"""Characters that the title of a workshop, a group, a story, a lane or a value may have."""

MOST_NAMES = 100
"""Names that one list may have: lanes, stages, people in a moment, ways on from a step."""

_LINE_END = re.compile("\r(?!\n)|[\x0b\x0c\x1c\x1d\x85\u2028\u2029]")
"""What word processors, slides and old machines end a line with, beside the ends that
every program knows.
"""
_KEPT_TOGETHER = "\x1e"
"""The hyphen of a word processor at which no line ends."""
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of a region is a black flag with its letters as tags, which are
invisible everywhere else.
"""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_A_LETTER = re.compile(r"\w")
_OFTEN = 32
"""Places from which on a pattern finds them faster than one search after another."""


class Words(Struct, frozen=True):
    """What somebody said; `text` is None once it was taken back."""

    text: str | None = None

    @property
    def shown(self) -> str:
        """The text, or nothing where it was taken back."""
        return self.text or ""

    @property
    def masked_as_a_whole(self) -> bool:
        """Whether a mask left nothing that could be read."""
        return self.text is not None and _is_nothing_but_marks(self.text)


def _is_nothing_but_marks(text: str) -> bool:
    """Whether every letter stands within marks, "███" or "[…]", that follow each other; at least
    one mark is there.

    In one pass: a pattern for it would try the square of the text's length.
    """
    first = _A_LETTER.search(text)
    if first is None:
        return MASK in text or -1 < text.find("[") < text.rfind("]")
    last = next(place for place in range(len(text) - 1, -1, -1) if _A_LETTER.match(text[place]))
    end = text.rfind("[", 0, first.start())
    while -1 < end <= last:
        begins = text[end : end + 1]
        end = (
            text.find("]", end) + 1 or -1
            if begins == "["
            else end + len(MASK)
            if text.startswith(MASK, end)
            else -1
        )
    return end > last


TAKEN_BACK = Words(None)


class VeiledWords(Words, frozen=True, kw_only=True):
    """Words with a veil over them: `text` is what everybody reads, masks showing; `sealed` is
    what lies beneath.

    Nothing but the veils' own module looks beneath, and no entry holds them: `uncovered` gives
    what may be stored.
    """

    sealed: str
    veils: tuple[int, ...]
    """The veils that lie over them, by id."""
    covers: tuple[int, ...]
    """What each of these covers of what lies beneath, letter by letter as bits: found once, so
    that one veil more looks for its own passages alone."""


def uncovered(words: Words) -> Words:
    """The words as everybody reads them, with nothing beneath."""
    return Words(words.text) if isinstance(words, VeiledWords) else words


def pasted(text: str) -> str:
    """Text with its lines and hyphens as every program writes them; what browsers end
    a line with stays.
    """
    return _LINE_END.sub("\n", text).replace(_KEPT_TOGETHER, "-")


def tidy(text: str, longest: int = LONGEST) -> str:
    """Return the text as it is kept: composed (NFC), every end of a line one,
    nothing that nobody sees.

    The zero-width joiners stay, because some scripts and many emoji are written with them, and
    the tags of flags.

    Raises:
        Refusal: when nothing is left, or more than `longest` characters.
    """
    lines = pasted(_LONE_SURROGATE.sub("\ufffd", text)).replace("\r\n", "\n")
    kept = unicodedata.normalize("NFC", _visible(lines)).strip()
    if not kept.replace("\u200c", "").replace("\u200d", "").strip():
        raise Refusal(refusals.NOTHING_WRITTEN)
    if len(kept) > longest:
        raise Refusal(refusals.TOO_LONG.format(length=len(kept), longest=longest))
    return kept


def _visible(text: str) -> str:
    done, kept = 0, list[str]()
    for flag in _FLAG.finditer(text):
        kept += [_INVISIBLE.sub("", text[done : flag.start()]), flag.group()]
        done = flag.end()
    return "".join(kept) + _INVISIBLE.sub("", text[done:])


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
    """Names, each once and in order, empty ones left out; two that read alike beneath their masks
    are two.

    Raises:
        Refusal: when one is too long, or there are too many.
    """
    if len(texts) > MOST_NAMES:
        raise Refusal(refusals.TOO_MANY.format(most=MOST_NAMES))
    given = [named(text) for text in texts if text.strip()]
    return tuple(
        one for place, one in enumerate(given) if MASK in one.shown or one not in given[:place]
    )


SHORTEST_INSIDE = 4
"""A passage of fewer letters is masked as a word of its own; a longer one also where a longer
word begins with it."""
NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Letters of scripts that set no spaces between words, as a class of characters is written."""
_SPACELESS = re.compile(f"[{NO_SPACES}]")


def _is_short(passage: str) -> bool:
    return len(passage) < SHORTEST_INSIDE and passage.isascii()


@lru_cache(maxsize=256)
def _spelled(passage: str) -> re.Pattern[str]:
    return re.compile(
        _of_its_own(passage, r"\s+".join(re.escape(word) for word in passage.split())),
        re.IGNORECASE,
    )


@lru_cache(maxsize=256)
def _in_a_row(passage: str) -> re.Pattern[str]:
    """A passage once or several times on end: what meets has one mark."""
    spelled = _spelled(passage).pattern
    return re.compile(f"{spelled}(?:{spelled})*", re.IGNORECASE)


@lru_cache(maxsize=256)
def _just_so(passage: str) -> re.Pattern[str]:
    return re.compile(_of_its_own(passage, re.escape(passage)))


def _of_its_own(passage: str, spelled: str) -> str:
    """The pattern of a passage from the beginning of a word on, and of a short one to
    the end of a word.
    """
    if passage[:1].isalnum() and not _SPACELESS.match(passage):
        spelled = rf"(?<!\w){spelled}"
    return rf"{spelled}(?!\w)" if _is_short(passage) else spelled


def places_of(text: str, passage: str) -> list[tuple[int, int]]:
    """Where a passage stands in a text, whatever its case and spacing, from the
    beginning of a word on.
    """
    passage = passage.strip()
    return [match.span() for match in _spelled(passage).finditer(text)] if passage else []


def stands_in(text: str, passage: str) -> bool:
    """Whether `places_of` finds a passage in a text; looks no further than its first place."""
    return bool(passage.strip()) and _spelled(passage.strip()).search(text) is not None


def exactly(text: str, passage: str) -> list[tuple[int, int]]:
    """Where a passage stands in a text just as it is spelled, as `places_of` finds it; quick
    for a long one too, and where it stands nowhere.
    """
    found, start, tried = list[tuple[int, int]](), text.find(passage) if passage else -1, 0
    while start >= 0:
        tried += 1
        if tried > _OFTEN and len(passage) <= LONGEST_NAME:
            return [match.span() for match in _just_so(passage).finditer(text)]
        end = start + len(passage)
        if _begins_a_word(text, start) and (not _is_short(passage) or not _goes_on(text, end)):
            found.append((start, end))
        start = text.find(passage, end if found and found[-1][1] == end else start + 1)
    return found


def _begins_a_word(text: str, start: int) -> bool:
    return (
        start == 0
        or not text[start].isalnum()
        or not _goes_on(text, start - 1)
        or bool(_SPACELESS.match(text[start]))
    )


def _goes_on(text: str, place: int) -> bool:
    return place < len(text) and (text[place].isalnum() or text[place] == "_")


def with_masks(text: str, spans: Iterable[Span]) -> str:
    """The text with every span masked; spans that meet have one mark."""
    return put_at(text, spans, MASK)


def masked(words: Words, *passages: str) -> Words:
    """The words with every place masked at which one of the passages stands."""
    if words.text is None:
        return words
    text = words.text
    if len(passages) == 1 and passages[0].strip():  # it can stand there very often
        return Words(_in_a_row(passages[0].strip()).sub(MASK, text))
    spans = [span for passage in passages for span in places_of(text, passage)]
    return Words(with_masks(text, spans)) if spans else words
