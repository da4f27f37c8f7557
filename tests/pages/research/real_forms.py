"""Consent forms as they are in use."""

from typing import Any

from footpath.gate.permissions import Purpose

FORMS: dict[str, tuple[dict[str, Any], tuple[tuple[str, Purpose, bool], ...]]] = {
    "points of information": (
        {"blank_means": "cannot send"},
        (("I have read it.", Purpose.OWN, True), ("I take part.", Purpose.TAKE_PART, True)),
    ),
    "one act for everything": (
        {"blank_means": "cannot send", "together": "on"},
        (
            ("I am an adult.", Purpose.OWN, True),
            ("I was informed.", Purpose.OWN, True),
            ("I join freely and can leave.", Purpose.TAKE_PART, True),
            ("My account is recorded.", Purpose.OWN, True),
            ("Quote me without a name.", Purpose.QUOTES, True),
            ("Use it without a name.", Purpose.OWN, True),
            ("Keep it for later research.", Purpose.ARCHIVE, True),
        ),
    ),
    "yes and no for each": (
        {"blank_means": "unanswered"},
        (
            ("I am interviewed.", Purpose.TAKE_PART, False),
            ("I am filmed.", Purpose.RECORDING, False),
            ("Ask me again.", Purpose.CONTACT, False),
            ("Show me the transcript first.", Purpose.OWN, False),
            ("Name me.", Purpose.NAMED, False),
            ("Groups cannot promise silence.", Purpose.OWN, False),
            ("Nothing shows who I am.", Purpose.OWN, False),
            ("I have read it.", Purpose.OWN, False),
            ("My data is processed.", Purpose.OWN, False),
            ("I can leave at any stage.", Purpose.OWN, False),
            ("I take part.", Purpose.TAKE_PART, False),
        ),
    ),
    "a blank is a no": (
        {
            "blank_means": "no",
            "withdraw_until": "Four weeks after the discussion",
            "s-1-choices": "a group, alone, two",
        },
        (
            ("I read it, asked and was answered.", Purpose.OWN, True),
            ("I would join:", Purpose.TAKE_PART, False),
            ("I can withdraw.", Purpose.OWN, True),
        ),
    ),
}
