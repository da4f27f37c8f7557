"""The oracle's names: what people are called, read from the record in another way than
the gate reads it.
"""

import re
from collections.abc import Sequence
from typing import Any

from footpath.gate import everyday_words
from footpath.gate.pointing_out import SPOKE, begins_a_sentence
from footpath.method import Recorded

EVERYDAY = everyday_words.EVERYDAY | everyday_words.CALENDAR | everyday_words.NOBODY


Searched = tuple[int, int, int, int]
"""After which entry a name is searched as it is written, where it stands as a name, after an
@, and as a doubt.
"""
Told = list[tuple[int, list[int | None], str]]


def called_in(record: Sequence[Recorded], told: Told) -> dict[str, Searched]:
    """Everything that is masked as a name, by what was told to everybody, with whose it
    is where they know.
    """
    spoken = {number for number, people, _ in told if people}
    nouns = write_nouns_large(told)
    renaming = [
        one for one in record if type(one.entry).__name__ in ("PersonArrived", "PersonRenamed")
    ]
    found: dict[str, Searched] = {}
    for person in {whose(one) for one in renaming}:
        taken = [one for one in renaming if whose(one) == person]
        kept = 0
        for place, one in enumerate(taken):
            name, is_last = one.entry.name.text or "", one is taken[-1]  # type: ignore[attr-defined]
            until = LATE if is_last else taken[place + 1].number
            between = (o for o in record if one.number < o.number < until)
            spoke = any(o.by == person and o.number in spoken for o in between)
            long = not is_last and taken[place + 1].at - one.at >= 600_000
            kept += long and not spoke and place > 0
            if (
                len(name) < 2
                or name == "Somebody"
                or not (place == 0 or is_last or spoke or (long and kept <= 3))
            ):
                continue
            late = place > 0 and is_closed(record, one.number)
            in_german = [people for people in nouns if person not in people] != []
            earlier, by_each = said_by_others(told, person, one.number)
            for called, before in before_it(name, is_last and spoke).items():
                written = 0 if before == "all" and spoke and not late else one.number
                naming = 0 if before and spoke and not late else one.number
                among = by_each if in_german or not spoke else []
                said = are_said(called, earlier, among, least=2 + spoke)
                new = in_four(called, written, naming, said, in_german, unheard=not spoke)
                found[called] = tuple(map(min, new, found.get(called, new)))  # type: ignore[assignment]
    return found


def write_nouns_large(told: Told) -> list[set[int | None]]:
    """Those who write their nouns large, as German does."""
    return [
        set(people)
        for people in writers(told)
        if writes_nouns_large([t for _, w, t in told if set(w) == people])
    ]


def said_by_others(told: Told, person: int, before: int) -> tuple[list[str], list[list[str]]]:
    """What others said before an entry, and what each of them said at any time."""
    theirs = [one for one in told if person not in one[1]]
    each = {frozenset(people) for _, people, _ in theirs}
    by_each = [[text for _, people, text in theirs if set(people) == who] for who in each]
    return [text for number, _, text in theirs if number < before], by_each


def in_four(
    name: str, written: int, naming: int, said: list[bool], in_german: bool, *, unheard: bool
) -> Searched:
    """How a name is searched: by whether others used its words, and whether it stands as these."""
    soon, words = min(written, naming), name.split(" ")
    used = all(one or word.casefold() in EVERYDAY for one, word in zip(said, words, strict=True))
    if is_own(name) and not used:
        return written, naming, LATE, LATE
    plain = name.casefold() in EVERYDAY and is_doubtful(name) and all(said)
    if len(words) == 1 and ((is_own(name) and (in_german or unheard)) or (unheard and plain)):
        return LATE, LATE, soon, written
    return LATE, soon, LATE, written if is_own(name) or is_doubtful(name) else LATE


def are_said(name: str, earlier: list[str], by_each: list[list[str]], *, least: int) -> list[bool]:
    """Of each of its words, whether others used it earlier, or several use it at any time."""
    before, by_them = (
        [spaced(text) for text in earlier],
        [spaced(" ".join(texts)) for texts in by_each],
    )
    return [
        all(any(f" {piece} " in text for text in before) for piece in spaced(word).split())
        or all(
            sum(f" {piece} " in text for text in by_them) >= least for piece in spaced(word).split()
        )
        for word in name.split(" ")
    ]


def spaced(text: str) -> str:
    return " ".join(["", *re.split(r"[^\w]+", text.casefold()), ""])


def writers(told: Told) -> list[set[int | None]]:
    return [set(one) for one in {frozenset(people) for _, people, _ in told}]


def writes_nouns_large(texts: list[str]) -> bool:
    """Whether somebody writes more than a sixth of eight words or more, each counted once,
    large inside sentences.
    """
    words, large = set[str](), set[str]()
    for text in texts:
        for at, letter in enumerate(text):
            if not letter.isalpha() or (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
                continue
            word = re.split(r"[^\w]", text[at:], maxsplit=1)[0]
            if not begins_a_sentence(text, at):
                words |= {word.casefold()}
                large |= (
                    {word.casefold()}
                    if letter == letter.upper() != letter.lower() and word != word.upper()
                    else set()
                )
    return len(words) > 7 and len(large) / len(words) > 1 / 6


def is_closed(record: Sequence[Recorded], number: int) -> bool:
    kinds = [type(one.entry).__name__ for one in record if one.number < number]
    return (
        [
            one == "FlipchartClosed"
            for one in kinds
            if one in ("FlipchartClosed", "FlipchartReopened")
        ]
        or [False]
    )[-1]


def before_it(name: str, stays: bool) -> dict[str, str]:
    """How a name and its parts are searched in what was said before: in "all", where it
    "names" somebody, or not.
    """
    words = name.split(" ")
    common = [word for word in words if word.casefold() in EVERYDAY]
    large = [word for word in words if not word[0].islower()]
    if len(words) > 4:
        whole, common_part = "", ""
    elif stays:
        whole, common_part = "" if common and len(words) > 1 else "all", "all"
    elif large == words:
        whole, common_part = (
            "" if common and len(words) > 1 else "names" if common else "all",
            "names",
        )
    else:
        whole, common_part = "", ""
    parts = [word for word in words if len(word) > 2 and word[0] != word[0].lower()]
    found = {word: common_part if word in common else "all" for word in parts[:4]}
    return found | {name: max(whole, found.get(name, ""), key=["", "names", "all"].index)}


LATE = 2**62


def whose(one: Recorded) -> int:
    entry: Any = one.entry
    return entry.id if type(entry).__name__ == "PersonArrived" else entry.person


def is_own(name: str) -> bool:
    """Whether it is masked wherever it is written: up to four words, all large, one of
    them no everyday one.
    """
    words = name.split(" ")
    return (
        len(words) < 5
        and not [
            word for word in words if word[0] not in word[0].upper() or word[0] == word[0].lower()
        ]
        and [word for word in words if word.casefold() not in EVERYDAY] != []
    )


def is_doubtful(name: str) -> bool:
    """Whether people are asked where it stands as a word could."""
    words = name.split(" ")
    strange = [word for word in words if word.casefold() not in EVERYDAY]
    large = name[0] != name[0].lower() and any(
        word.casefold() not in everyday_words.SMALL for word in words
    )
    return not is_own(name) and (strange != [] or large)


def doubted_in(called: dict[str, Searched], text: str, number: int) -> list[str]:
    """The passages of a text that may be what somebody is called."""
    found: list[str] = []
    for name in [name for name in called if called[name][3] < min(number, called[name][0])]:
        strange = not is_own(name) and any(
            word.casefold() not in EVERYDAY for word in name.split(" ")
        )
        for begin in range(len(text)):
            for end in range(begin + len(name), min(len(text), begin + len(name) + 3) + 1):
                alone = not (
                    name[0].isalnum() and text[begin - 1 : begin].isalnum() and begin
                ) and not (name[-1].isalnum() and text[end : end + 1].isalnum())
                passage = " ".join(text[begin:end].split())
                same = passage == name or (strange and passage.casefold() == name.casefold())
                found += (
                    [text[begin:end]]
                    if alone and same and text[begin:end].strip() == text[begin:end]
                    else []
                )
    return found


def is_called(called: dict[str, Searched], text: str, begin: int, end: int, number: int) -> bool:
    """Whether a passage is what somebody is called."""
    passage = " ".join(text[begin:end].split())
    if passage in called and called[passage][0] < number:
        return True
    alike = [called[name] for name in called if name.casefold() == passage.casefold()]
    is_addressed = text[max(0, begin - 1) : begin] == "@"
    if is_addressed and [
        at for written, naming, at, _ in alike if at < min(number, written, naming)
    ]:
        return True
    if not [naming for written, naming, *_ in alike if naming < min(written, number)]:
        return False
    if is_addressed:
        return True
    if passage[0] == passage[0].lower() or passage == passage.upper():
        return False
    names_nobody = (
        passage.casefold() in everyday_words.NEVER_A_NAME or SPOKE.match(text, end) is None
    )
    return not (begins_a_sentence(text, begin) and names_nobody)
