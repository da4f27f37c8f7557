"""Every promise of docs/rules.md has a test whose name begins with its id, and no test cites one
that is not there. A rule is one promise, or a head with lettered promises beneath it: of such a
rule a test says which promise it proves.
"""

import re
from pathlib import Path

from tree import files, text

RULES = Path("docs/rules.md")
RULE = re.compile(r"^- \*\*([A-Z]\d+)\*\*", re.MULTILINE)
PROMISE = re.compile(r"^  - \*\*([A-Z]\d+[a-z])\*\* (.*)$", re.MULTILINE)
LONGEST = 260
PYTHON_TEST = re.compile(r"^\s*(?:async )?def test_([A-Z]\d+[a-z]?)_", re.MULTILINE)
ROOM_TEST = re.compile(
    r"""(?:\b(?:test|it|describe)(?:\.\w+)?|\))\(\s*["'`]((?:[A-Z]\d+[a-z]?\s)+)"""
)


def cited() -> set[str]:
    python = {
        id
        for path in files(".py")
        if path.parts[0] == "tests"
        for id in PYTHON_TEST.findall(text(path))
    }
    room = {
        id
        for path in files(".test.ts")
        for ids in ROOM_TEST.findall(text(path))
        for id in ids.split()
    }
    return python | room


def heads(rules: str) -> set[str]:
    return {id[:-1] for id, _ in PROMISE.findall(rules)}


def promises(rules: str) -> set[str]:
    """What a test can cite: lettered promises, and rules that are one promise."""
    return {id for id, _ in PROMISE.findall(rules)} | set(RULE.findall(rules)) - heads(rules)


def test_every_promise_that_is_built_has_a_test() -> None:
    built, _, _ = text(RULES).partition("\n## Later")
    assert sorted(promises(built) - cited()) == []


def test_every_test_that_cites_a_rule_cites_a_promise_that_is_there() -> None:
    assert sorted(cited() - promises(text(RULES))) == []


def test_letters_stand_beneath_their_rule_in_their_order() -> None:
    for part in re.split(r"^(?=- \*\*)", text(RULES), flags=re.MULTILINE):
        letters = [id for id, _ in PROMISE.findall(part)]
        rule = "".join(RULE.findall(part))
        assert letters == [f"{rule}{chr(ord('a') + place)}" for place in range(len(letters))]
        assert len(letters) != 1, f"{rule} is one promise and needs no letter"


def test_a_lettered_promise_is_one_line_that_is_read_at_once() -> None:
    found = PROMISE.findall(text(RULES))
    assert [id for id, promise in found if len(promise) > LONGEST] == []
    assert text(RULES).count("\n  - ") == len(found)


def test_no_rule_has_two_sentences_under_one_id() -> None:
    ids = RULE.findall(text(RULES))
    assert sorted({id for id in ids if ids.count(id) > 1}) == []
