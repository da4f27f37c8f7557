"""Putting stretches of a notice in other words for reading, each of which still knows the
words that stand there.
"""

import re
from collections.abc import Callable, Iterable

from footpath.reading.passages import Passage

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]
"""What to look for, and what to read instead; nothing where it stays as it is."""


def reworded(notice: Passage, rules: Iterable[Rule]) -> Passage:
    """The notice after one rule upon the other."""
    for pattern, said in rules:
        changes = [
            (match.start(), match.end(), instead)
            for match in pattern.finditer(notice.text)
            if (instead := said(match)) and instead != match.group()
        ]
        if changes:
            notice = _changed(notice, changes)
    return notice


def _changed(notice: Passage, changes: list[tuple[int, int, str]]) -> Passage:
    """Each letter of a stretch that is put otherwise stands for all of it; its last letter
    keeps its own words.
    """
    text: list[str] = []
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for start, end, instead in [*changes, (len(notice.text), len(notice.text), "")]:
        text.append(notice.text[place:start])
        letters += notice.letters[place:start]
        starts += notice.starts[place:start]
        ends += notice.ends[place:start]
        if instead:
            text.append(instead)
            letters += [""] * (len(instead) - 1) + ["".join(notice.letters[start:end])]
            starts += [notice.starts[start]] * len(instead)
            ends += [notice.ends[end - 1]] * len(instead)
        place = end
    return Passage(notice.source, "".join(text), letters, starts, ends)
