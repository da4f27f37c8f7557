"""Counting things in words, as they stand in a sentence."""

import re

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 note", "3 notes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def in_words(sentence: str) -> str:
    """The same with its numbers up to twelve in words: "three notes"."""
    return re.sub(
        r"\b\d+\b",
        lambda found: _NUMBERS[n] if (n := int(found[0])) < len(_NUMBERS) else found[0],
        sentence,
    )
