"""Every rule of docs/rules.md has a test whose name begins with its id, and no test cites a rule
that is not there.
"""

import re
from pathlib import Path

from tree import files, text

RULES = Path("docs/rules.md")
RULE = re.compile(r"^- \*\*([A-Z]\d+)\*\*", re.MULTILINE)
PYTHON_TEST = re.compile(r"^\s*(?:async )?def test_([A-Z]\d+)_", re.MULTILINE)
ROOM_TEST = re.compile(r"""\b(?:test|it|describe)(?:\.\w+)?\(\s*["'`]([A-Z]\d+)\b""")


def cited() -> set[str]:
    python = {
        id
        for path in files(".py")
        if path.parts[0] == "tests"
        for id in PYTHON_TEST.findall(text(path))
    }
    room = {id for path in files(".test.ts") for id in ROOM_TEST.findall(text(path))}
    return python | room


def test_every_rule_that_is_built_has_a_test() -> None:
    built, _, _ = text(RULES).partition("\n## Later")
    assert sorted(set(RULE.findall(built)) - cited()) == []


def test_every_test_that_cites_a_rule_cites_one_that_is_there() -> None:
    assert sorted(cited() - set(RULE.findall(text(RULES)))) == []


def test_no_rule_has_two_sentences_under_one_id() -> None:
    ids = RULE.findall(text(RULES))
    assert sorted({id for id in ids if ids.count(id) > 1}) == []
