"""No text makes a pattern work more than its length asks for: while one works, every workshop
of a server waits.
"""

import ast
import importlib
import random
import re
import time
from collections.abc import Iterator
from datetime import date
from functools import reduce
from inspect import getsource
from operator import or_
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

import footpath
from footpath.gate import known_names
from footpath.method.words import comparing, words
from footpath.reading import read_notice

SOURCES = Path(footpath.__file__).parent
OF_WHO_HOSTS = "replaying"
"""Reads files that whoever hosts it wrote, in the terminal."""
SIGNS = [
    *"aAÁáß1 \n\t.-\"'([{*_#/:,;@&!?<=\\|>…•日", "A\u0301", "\u00a0", "\r\n", "\n\n", " \n", ". ",
    "A ", "Aa ", "Á ", "a ", "A, ", "Aa, ", "A.", "A-", "A'", "a-", "a_", "a@", "1 ", "1,", "1.",
    "1-", "1:", "1/", "1'1", " 111", "1 1 1 1", "10 to 10 to ", "9am ", "3 May ", "*\n", "_\n",
    "* a\n", "A\n", "a: ", "a:\n", ":; ", '"\\', "https://a", "x's ", "<a ", "&a",
]  # fmt: skip
JOINS = [" ", ".", "-", ",", "/", "*", "_", "\n", ":", "1", "A", " a "]
FEW, MANY = 400, 16_000


def modules() -> Iterator[ModuleType]:
    """Those of the product that look for something by a pattern."""
    for path in sorted(SOURCES.rglob("*.py")):
        parts = path.relative_to(SOURCES.parent).with_suffix("").parts
        if OF_WHO_HOSTS not in parts and re.search(r"\bre\.\w+\(", path.read_text()):
            yield importlib.import_module(".".join(parts))


def kept_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns of a name, alone, in a list, or in a table."""
    if isinstance(value, re.Pattern):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, list | tuple | dict) and depth < 3:
        found = (
            cast("dict[Any, Any]", value).values()
            if isinstance(value, dict)
            else cast("list[Any]", value)
        )
        for one in found:
            yield from kept_in(one, depth + 1)


def spelled_in(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """The patterns that stand where they are used."""
    for call in ast.walk(ast.parse(getsource(module))):
        if isinstance(call, ast.Call) and re.fullmatch(
            r"re\.(?!escape)\w+", ast.unparse(call.func)
        ):
            pattern, *others = [*call.args, *(one.value for one in call.keywords)]
            flags = next((one for one in others if ast.unparse(one).startswith("re.")), call.func)
            if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
                yield re.compile(pattern.value, flags_in(flags))


def flags_in(spelled: ast.expr) -> re.RegexFlag:
    """All flags that are named: `re.I | re.M`."""
    named = (getattr(re, one.attr) for one in ast.walk(spelled) if isinstance(one, ast.Attribute))
    return reduce(or_, (one for one in named if isinstance(one, re.RegexFlag)), re.NOFLAG)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern, by where it stands and what it looks for."""
    found = {
        f"{module.__name__}: {one.pattern}"[:120] + str(hash(one.pattern)): one
        for module in modules()
        for one in (
            *(each for value in list(vars(module).values()) for each in kept_in(value)),
            *spelled_in(module),
        )
    }
    return {name: one for name, one in found.items() if isinstance(cast("Any", one.pattern), str)}


def made_for(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """How texts begin and what they go on with: signs of every kind, and words that
    the pattern knows.
    """
    yield from (("", sign) for sign in SIGNS)
    known = sorted(set(re.findall(r"(?<!\\)[^\W_]{2,}", pattern.pattern))) or ["a"]
    for word in random.Random(len(known)).sample(known, min(3, len(known))):
        for join in JOINS:
            yield from ((word, join), ("", word + join))


def spent(pattern: re.Pattern[str], begins: str, goes_on: str, length: int) -> float:
    """Seconds of processor time for a text of so many letters, which ends
    otherwise than it goes on.
    """
    text = begins + (goes_on * length)[:length] + "\x00"
    before = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - before


def grows_faster(pattern: re.Pattern[str], begins: str, goes_on: str) -> bool:
    """Whether four times the text takes far more than four times the work; what is quick
    anyway is not looked at.
    """
    first = spent(pattern, begins, goes_on, FEW)
    if first < 0.00015 or spent(pattern, begins, goes_on, FEW * 4) < 6 * min(
        first, spent(pattern, begins, goes_on, FEW)
    ):
        return False
    last = spent(pattern, begins, goes_on, MANY)
    return last > 0.1 and last > 8 * max(
        spent(pattern, begins, goes_on, MANY // 4) for _ in range(2)
    )


def test_L2g_no_pattern_works_more_than_a_texts_length_asks_for() -> None:
    known = patterns()
    found = [
        (name, begins, goes_on)
        for name, one in known.items()
        for begins, goes_on in made_for(one)
        if grows_faster(one, begins, goes_on)
    ]
    assert len(known) > 200
    assert found == []


PASSAGES = [
    "a",
    "a a a a a b",
    "a" * 59 + "b",
    "- - - - -",
    ". " * 9 + "b",
    "İ" * 60,
    "日" * 60,
    "a\u0301" * 30,
    "a'" * 30,
    "ab" * 29,
]


def of_passages() -> Iterator[tuple[re.Pattern[str], str]]:
    """Patterns that are made of what people typed, and what they look for it in."""
    for passage in PASSAGES:
        for pattern in (
            words._spelled(passage),
            words._just_so(passage),
            known_names.spelled(passage),
        ):
            yield from (
                (pattern, sign)
                for sign in (*SIGNS, passage[:-1] or passage, passage + " ", "a     ")
            )
    yield from (
        (comparing._pattern(), sign) for sign in (*SIGNS, "a''", "'\u0301", "日\u0301", "_a")
    )


def test_L2g_no_pattern_made_of_peoples_words_works_more_than_a_texts_length_asks_for() -> None:
    assert [
        (one.pattern[:90], sign) for one, sign in of_passages() if grows_faster(one, "", sign)
    ] == []


PROSE = (
    "We write a policy on repairs together, and everybody who knows of them is welcome to join "
    "us.\n"
)
SLOW = {
    "twenty thousand capitals with an accent": "Á",
    "capitals that are joined": "A-",
    "capitals in a row": "A",
    "signs of a list": "*\n",
    "a mark behind where": "Where" + "*" * 15_000 + "\n",
    "days far from their hours": "5 June\n" * 80 + "\n10:00-11:00 " + "Á" * 19_500,
}


def reading(text: str) -> float:
    before = time.thread_time()
    read_notice(text, today=date(2025, 1, 1))
    return time.thread_time() - before


@pytest.mark.parametrize("name", SLOW)
def test_W3_a_text_made_to_be_slow_takes_hardly_longer_than_another_of_its_length(
    name: str,
) -> None:
    slow, ordinary = (
        f"Workshop on buying\n{text * 20_000}"[:20_000] for text in (SLOW[name], PROSE)
    )
    assert reading(slow) < 10 * reading(ordinary)


def test_W3_a_long_name_is_no_time_zone() -> None:
    zone = "Europe/A" * 30_000
    entry = f"BEGIN:VEVENT\nSUMMARY:Rent\nDTSTART;TZID={zone}:20260503T100000\nEND:VEVENT"
    assert read_notice(f"BEGIN:VCALENDAR\n{entry}\nEND:VCALENDAR").time_zone.value is None
