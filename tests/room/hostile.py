"""Frames that nobody means well with, made from a seed so that a failure can be seen again."""

import json
import random
from collections.abc import Iterator

TEXTS = (
    "",
    " ",
    "\u202eevil\u2066",
    "\u200b\u200d",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "@SUM(A1)",
    "x" * 100_000,
    "a" + "\u0301" * 5_000,
    "🏳️‍🌈" * 2_000,
    "\x00\x07\x1b[31m",
    "Llanfairpwllgwyngyll ŵŷ",
    "مرحبا بكم",
    "{{7*7}}",
    "%s%n",
    "' OR 1=1 --",
    "\ufffe\uffff",
    "\U000e0041" * 50,
)
NUMBERS = (0, -1, 1, 2**31, 2**53, 2**53 + 1, -(2**63), 10**40, 1.5, 1e308, True, None)
BROKEN = (
    "",
    "{",
    "[]",
    "null",
    "7",
    '"WriteNote"',
    '{"do"',
    '{"do":"WriteNote","id":"x","text":"\\ud800"}',
    '{"do":"WriteNote","id":"a","id":"b","text":"twice","text":"over"}',
    "[" * 30_000,
    '{"a":' * 20_000,
    '{"ping":' + "[" * 30_000,
    '{"ping":1e999}',
    '{"ping":"x"}',
    '{"ping": 99999999999999999999999}',
    '{"pong"',
    '{"do":"WriteNote","id":"x","text":NaN}',
    '{"do":"WriteNote","id":"x","text":1e999}',
    '{"__proto__":{"do":"x"}}',
)
COMMANDS = (
    "WriteNote",
    "TakeBack",
    "MaskWords",
    "RemovePerson",
    "OpenPhase",
    "Arrive",
    "SetUpWorkshop",
    "ClaimName",
    "Nonsense",
    "__class__",
)
FIELDS = (
    "text",
    "about",
    "person",
    "phase",
    "said_at",
    "for_person",
    "unnamed",
    "passage",
    "title",
    "name",
    "role",
    "unknown",
)


def frames(seed: int, count: int) -> Iterator[str | bytes]:
    """That many hostile frames, always the same ones for a seed."""
    chance = random.Random(seed)
    for at in range(count):
        kind = chance.randrange(6)
        if kind == 0:
            yield chance.choice(BROKEN)
        elif kind == 1:
            yield chance.randbytes(chance.randrange(200))
        else:
            yield json.dumps(_command(chance, at), ensure_ascii=chance.random() < 0.5)


def _command(chance: random.Random, at: int) -> dict[str, object]:
    made: dict[str, object] = {
        "do": chance.choice(COMMANDS),
        "id": chance.choice((f"h{at}", "same", "x" * 65, "", "a\x00b", "né", at)),
    }
    for name in chance.sample(FIELDS, chance.randrange(1, 5)):
        made[name] = chance.choice(
            (chance.choice(TEXTS), chance.choice(NUMBERS), [chance.choice(NUMBERS)], {"x": "y"})
        )
    return made
