"""The oracle's copies: words inside other words, found by comparing everything with everything."""

import unicodedata
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
    return [start for start in range(len(keys) - len(row) + 1) if keys[start : start + len(row)] == row]


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
    pairs = {(a, b) for a, b in pairwise(part)}
    shared = {(a, b) for a, b in pairwise(keys)} & pairs
    if len(shared) < max(2, len(part) * 2 // 5) or (whole and find(part, keys)):
        return False
    slack = max(1, len(part) // 4)
    for place in range(len(keys) - 1):
        for at in range(len(part) - 1):
            if part[at : at + 2] != keys[place : place + 2]:
                continue
            around = range(max(0, place - at - slack), min(len(keys), place - at + len(part) + slack))
            rest = [keys[one] for one in around if not copied[one]]
            if 4 * longest(part, [keys[one] for one in around]) >= 3 * len(part) and (
                whole or longest(part, rest) >= 3
            ):
                return True
    return False


def copies_in(withheld: list[Said], wordings: list[Said], own: int | None) -> tuple[list[bool], bool]:
    texts = [[key for key, _, _ in split(one["text"])] for one in wordings]
    keys, near = texts[-1], False
    copied = [False] * len(keys)

    def counts(one: Said, first: Said) -> bool:
        mine = one["own"] is not None and one["own"] == own
        return not mine and (one["number"] < first["number"] or one["at"] < first["at"])

    def first_with(row: list[str]) -> Said:
        return next(said for said, text in zip(wordings, texts, strict=True) if find(row, text))

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
                    said for said, text in zip(wordings[:-1], texts, strict=False)
                    if find(part, text) or comes_near(part, whole, text, [False] * len(text))
                ]  # fmt: skip
                near = near or counts(one, (earlier or [wordings[-1]])[0])
    return copied, near
