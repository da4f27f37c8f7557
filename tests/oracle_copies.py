"""The oracle's copies: words inside other words, found by comparing everything with everything."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

Said = dict[str, Any]


@lru_cache(4096)
def split(text: str) -> list[tuple[str, int, int]]:
    """Words with their places, letter by letter."""
    found: list[tuple[str, int, int]] = []
    word, start = "", -1
    for place, letter in enumerate([*text, " "]):
        joins = word and letter in "'’" and place + 1 < len(text) and text[place + 1].isalnum()
        if letter.isalnum() or unicodedata.category(letter)[0] == "M" or joins:
            start = place if not word else start
            word += letter
        elif word:
            folded = unicodedata.normalize("NFKC", word).casefold()
            found.append((folded.replace("'", "").replace("’", ""), start, place))
            word = ""
    return found


def windows(keys: list[str], size: int) -> list[list[str]]:
    return [keys[start : start + size] for start in range(len(keys) - size + 1)]


def find(row: list[str], keys: list[str]) -> list[int]:
    if row[0] not in keys:
        return []
    return [
        start for start in range(len(keys) - len(row) + 1) if keys[start : start + len(row)] == row
    ]


def parts_of(keys: list[str]) -> list[tuple[list[str], bool]]:
    whole = [(keys, True)] if len(keys) >= 6 else []
    starts = [*range(0, len(keys) - 12, 6), len(keys) - 12] if len(keys) > 16 else []
    return whole + [(keys[start : start + 12], False) for start in starts]


def longest(one: list[str], other: list[str]) -> int:
    """How many words stand in both in the same order."""
    row = [0] * (len(other) + 1)
    for a in one:
        new = [0]
        for place, b in enumerate(other):
            new.append(row[place] + 1 if a == b else max(row[place + 1], new[place]))
        row = new
    return row[-1]


def comes_near(part: list[str], whole: bool, keys: list[str], copied: list[bool]) -> bool:
    """Every stretch of the text is held beside the part. How much that is nobody minds here."""
    if whole and find(part, keys):
        return False
    pairs, step = {(a, b) for a, b in pairwise(part)}, max(1, len(part) // 12)
    size = len(part) + 2 * max(1, len(part) // 4) + step - 1
    for begin in range(0, len(keys), step):
        around = range(begin, min(len(keys), begin + size))
        rest = [keys[one] for one in around if not copied[one]]
        if len({(keys[one], keys[one + 1]) for one in around[:-1]} & pairs) < max(
            2, len(part) * 2 // 5
        ):
            continue
        if 4 * longest(part, [keys[one] for one in around]) >= 3 * len(part) and (
            whole or longest(part, rest) >= 3
        ):
            return True
    return False


def copies_in(
    withheld: list[Said], wordings: list[Said], own: int | None
) -> tuple[list[bool], bool]:
    texts = [[key for key, _, _ in split(one["text"])] for one in wordings]
    keys, near = texts[-1], False
    copied = [False] * len(keys)

    def counts(one: Said, first: Said) -> bool:
        if one["own"] is not None and one["own"] == own:
            return one["strict"] and one["number"] < first["number"]
        return one["reached"] < first["number"]

    def first_with(row: list[str]) -> Said:
        return next(said for said, text in zip(wordings, texts, strict=True) if find(row, text))

    shared = set(pairwise(keys))
    # what is copied has two words in a row; whoever asks often gives the pairs
    withheld = [
        one for one in withheld if not shared.isdisjoint(one.get("pairs") or pairwise(one["keys"]))
    ]
    for one in withheld:
        rows = windows(one["keys"], 8) + ([one["keys"]] if 4 <= len(one["keys"]) < 8 else [])
        for row in rows:
            for start in find(row, keys):
                if counts(one, first_with(row)):
                    copied[start : start + len(row)] = [True] * len(row)
    for one in withheld:
        for row in windows(one["keys"], 5):
            for start in find(row, keys):
                near = near or (counts(one, first_with(row)) and not all(copied[start : start + 5]))
        for part, whole in parts_of(one["keys"]):
            if counts(one, wordings[-1]) and comes_near(part, whole, keys, copied):
                earlier = [
                    said
                    for said, text in zip(wordings[:-1], texts, strict=False)
                    if find(part, text) or comes_near(part, whole, text, [False] * len(text))
                ]
                near = near or counts(one, (earlier or [wordings[-1]])[0])
    return copied, near


def within_copies(
    copied: list[bool], words: list[tuple[str, int, int]]
) -> Iterator[tuple[int, int]]:
    """From where to where letters stand in copied words, and between two that follow each other."""
    for place, is_copied in enumerate(copied):
        if is_copied:
            goes_on = place + 1 < len(words) and copied[place + 1]
            yield words[place][1], words[place + 1][1] if goes_on else words[place][2]
