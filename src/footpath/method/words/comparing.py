"""Texts as they are compared: word by word, whatever their case, accents composed or
not, and punctuation.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice

from msgspec import Struct

from footpath.method.words.words import NO_SPACES

_JOINING = "'’‘ʼ＇`´\u00ad\u200b\u200c\u200d"

_LAST_NEAR = 0xFFFF


@cache
def _pattern() -> re.Pattern[str]:
    codes = [
        code
        for code in (*range(0x300, 0x1E000), 0xFE0F)
        if unicodedata.category(chr(code)).startswith("M")
    ]
    near, far = (
        "".join(chr(code) for code in codes if (code > _LAST_NEAR) is far) for far in (False, True)
    )
    # a class that holds letters far away is slow for each letter that is asked
    mark = rf"(?:[{near}]|(?=[{chr(_LAST_NEAR + 1)}-\U0001ffff])[{far}])"
    word = rf"(?:[^\W_{NO_SPACES}]+|{mark})+"
    return re.compile(rf"[{NO_SPACES}]{mark}*|{word}(?:[{_JOINING}]+{word})*")


_JOINED = re.compile(rf"[{_JOINING}\s]+")
_OF_ASCII = re.compile(r"[a-z0-9]+(?:['`]+[a-z0-9]+)*")


class Word(Struct, frozen=True):
    """A word of a text as it is compared, and where it stands."""

    key: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The words of a text; in scripts that set no spaces every character is one."""
    if text.isascii():
        lower = text.lower()
        return [Word(_of_ascii(one.group()), *one.span()) for one in _OF_ASCII.finditer(lower)]
    found = (
        Word(_key(match.group()), match.start(), match.end()) for match in _pattern().finditer(text)
    )
    return [word for word in found if word.key]


def keys_in(text: str) -> list[str]:
    """The words of a text as they are compared, without their places: many texts are looked
    through by them alone.
    """
    if not text.isascii():
        return [key for word in _pattern().findall(text) if (key := _key(word))]
    return [_of_ascii(word) for word in _OF_ASCII.findall(text.lower())]


def _of_ascii(word: str) -> str:
    return _JOINED.sub("", word) if "'" in word or "`" in word else word


def first_keys_in(text: str, most: int) -> list[str]:
    """The first words of a text, so many at most: what it costs grows with them and not with the
    text.
    """
    found = (match.group() for match in islice(_pattern().finditer(text), most))
    return [key for word in found if (key := _key(word))]


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return _JOINED.sub("", folded)
