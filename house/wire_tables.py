"""What the method says once in tables, as `make types` gives them to the room."""

from typing import get_args

from footpath.method.flipchart.rights_to_things import AFTER_CLOSE, PART_OF, RIGHTS
from footpath.method.layout.units import HIGH, LINE, SLANT, WIDE, WORDS
from footpath.method.lines.gap_check import GAPS
from footpath.method.lines.way_words import WAY_WORDS
from footpath.method.things.collecting import COLLECTIONS
from footpath.method.things.kinds import (
    ANSWERABLE,
    BECOMES,
    BESIDE_THE_BOARD,
    COMES_FROM,
    FEELINGS,
    HEARD_IN,
    KIND_IN,
    LEARNT,
    LOOKS,
    NAMED_WAYS,
    NO_WAYS,
    ON_A_THING,
    RESTS_ON,
    SOURCES,
)
from footpath.method.things.people import (
    KEEPING_ROLES,
    NAMELESS,
    OPEN_TEXT_ROLES,
    WRITING_ROLES,
    Role,
)
from footpath.method.things.standing_words import STANDING_WORDS
from footpath.method.things.things import REFLECTIONS, ElementKind
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.in_the_spotlight import IN_IT, PUT_BY
from footpath.method.throughout.rounds import RoundKind

TABLES: list[tuple[str, str, object, str]] = [
    (
        "LOOKS",
        "What each kind is called, on which paper it stands, and by which drawing it is known.",
        LOOKS,
        "Record<string, Look>",
    ),
    (
        "KIND_IN",
        "The kind of thing that is kept in each collection.",
        KIND_IN,
        "Record<string, Kind>",
    ),
    (
        "REFLECTIONS",
        "What somebody can say of a moment, a story or another reflection.",
        REFLECTIONS,
        'WriteReflection["kind"][]',
    ),
    ("ELEMENT_KINDS", "What an element of the process can be.", [*ElementKind], "ElementKind[]"),
    ("BECOMES", "What a note is offered to become where it is moved to.", BECOMES, "NoteKind[]"),
    (
        "VISIBILITIES",
        "Who can see a story or a moment, from most people to fewest.",
        [*Visibility],
        "Visibility[]",
    ),
    (
        "ANSWERABLE",
        "What is offered as answered by an element, in this order.",
        ANSWERABLE,
        "Kind[]",
    ),
    ("HEARD_IN", "What a value is offered as heard in, in this order.", HEARD_IN, "Kind[]"),
    ("COMES_FROM", "What an aim is offered as coming from, in this order.", COMES_FROM, "Kind[]"),
    (
        "RESTS_ON",
        "What an aim is offered as resting on when it returns, in this order.",
        RESTS_ON,
        "Kind[]",
    ),
    ("LEARNT", "What a group learnt since it worded an aim (O1).", LEARNT, "Kind[]"),
    ("BESIDE_THE_BOARD", "Notes that lie on no board.", BESIDE_THE_BOARD, "NoteKind[]"),
    ("ON_A_THING", "Notes that stand with what they are about.", ON_A_THING, "NoteKind[]"),
    ("NAMED_WAYS", "Elements each of whose ways has a name.", NAMED_WAYS, "ElementKind[]"),
    ("NO_WAYS", "Elements from which nothing leads on.", NO_WAYS, "ElementKind[]"),
    (
        "IN_THE_SPOTLIGHT",
        "What may stand in the spotlight, where everybody reads it.",
        [KIND_IN[COLLECTIONS[kind]] for kind in IN_IT],
        "",
    ),
    (
        "SPOTLIGHT_ROLES",
        "Who puts things in the spotlight, and takes them out.",
        [*PUT_BY],
        "Role[]",
    ),
    ("ROUNDS", "The rounds that a facilitator starts.", get_args(RoundKind), ""),
    ("ROLES", "What somebody can be at a workshop.", [*Role], "Role[]"),
    (
        "WRITING_ROLES",
        "Who writes on the flipchart.",
        [role for role in Role if role in WRITING_ROLES],
        "Role[]",
    ),
    (
        "KEEPING_ROLES",
        "Who keeps the notes, and types for others.",
        [role for role in Role if role in KEEPING_ROLES],
        "Role[]",
    ),
    (
        "OPEN_TEXT_ROLES",
        "Who changes the group's text while it is open to everyone.",
        [role for role in Role if role in OPEN_TEXT_ROLES],
        "Role[]",
    ),
    (
        "RIGHTS",
        "Of a command, kind by kind: what one has to be to a thing to ask for it.",
        RIGHTS,
        "",
    ),
    ("AFTER_CLOSE", "The same after the close, of what is fewer people's then.", AFTER_CLOSE, ""),
    ("PART_OF", "The command, of what is one way to ask for it.", PART_OF, ""),
    ("SOURCES", "Where a view names what its thing came out of.", SOURCES, ""),
    ("GAPS", "Where each kind of gap stands in the room.", GAPS, 'Record<GapView["kind"], string>'),
    ("FEELINGS", "How a feeling is said.", FEELINGS, ""),
    ("NAMELESS", "What stands in place of a name.", NAMELESS, ""),
    ("WAY_WORDS", "How it is said where an element leads on.", WAY_WORDS, ""),
    ("STANDING_WORDS", "Where a line stands.", STANDING_WORDS, ""),
    (
        "BOX",
        (
            "The size of every box of the process, and of words beneath it, in the units of its "
            "drawing."
        ),
        {"width": WIDE, "height": HIGH, "slant": SLANT, "below": WIDE - WORDS, "line": LINE},
        "",
    ),
]
"""What the method says once: its name in the room, what it is, and the type that it
is checked against.
"""
