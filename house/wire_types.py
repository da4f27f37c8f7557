"""`make types`: the TypeScript types of the commands and views, and what the method
says once in tables.
"""

import json
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import get_args

import msgspec
from msgspec import inspect

from footpath.method import COMMANDS, Saying
from footpath.method.flipchart.rights_to_things import RIGHTS
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
from footpath.method.things.people import KEEPING_ROLES, NAMELESS, WRITING_ROLES, Role
from footpath.method.things.standing_words import STANDING_WORDS
from footpath.method.things.things import REFLECTIONS, ElementKind
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.in_the_spotlight import IN_IT
from footpath.method.throughout.rounds import RoundKind
from footpath.method.wire.laid_over import Overlay, Put
from footpath.method.wire.person_views import PersonOverlay

TARGET = Path("frontend/src/wire.ts")
HEAD = "// Generated from the method's views and commands by `make types`. Do not edit.\n"
SENT_LATER = "id"
"""The line to the server adds a command's id when it sends it."""
PLAIN = {
    inspect.IntType: "number",
    inspect.FloatType: "number",
    inspect.StrType: "string",
    inspect.BoolType: "boolean",
    inspect.NoneType: "null",
    inspect.AnyType: "unknown",
}


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
        "RIGHTS",
        "Of a command, kind by kind: what one has to be to a thing to ask for it.",
        RIGHTS,
        "",
    ),
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
LOOK = (
    "/** How people see a kind: its name, its paper by the colour's name, and its drawing by the "
    "drawing's. */\n"
    "export interface Look {\n  name: string;\n  paper: string;\n  icon: string;\n}\n"
)
KIND = (
    "/** What a thing can be: a kind of note or element, or of thing. */\nexport type Kind = keyof "
    "typeof LOOKS;\n"
)


def wire_types() -> str:
    """The whole file."""
    described = _described([*inspect.multi_type_info([Put, Overlay, PersonOverlay, *COMMANDS])])
    enums = {one.cls.__name__: one.cls for one in described if isinstance(one, inspect.EnumType)}
    structs = [one for one in described if isinstance(one, inspect.StructType)]
    parts = [
        HEAD,
        *(_choice(enums[name]) for name in sorted(enums)),
        *(_interface(struct) for struct in structs),
    ]
    names = "\n".join(f"  | {command.__name__}" for command in COMMANDS)
    parts.append(
        "/** What may be asked for; `id` is added when it is sent. */\nexport type Command "
        f"=\n{names};\n"
    )
    sayings = json.dumps([command.__name__ for command in COMMANDS if issubclass(command, Saying)])
    parts.append(
        "/** Commands that carry somebody's words: they can be typed for another person, and keep "
        "the time they were said. */\nexport const SAYINGS: ReadonlySet<string> = new "
        f"Set({sayings});\n"
    )
    parts += [LOOK, KIND, *(_table(*one) for one in TABLES)]
    return "\n".join(parts)


def _table(name: str, meaning: str, table: object, type: str) -> str:
    """A constant of the method, row by row, as TypeScript reads it."""
    built = msgspec.to_builtins(table, str_keys=True)
    if isinstance(built, dict):
        rows = [
            f"  {key if key.isidentifier() else json.dumps(key)}: {_row(row)},\n"
            for key, row in built.items()
        ]
        checked = f" satisfies {type}" if type else ""
        return f"/** {meaning} */\nexport const {name} = {{\n{''.join(rows)}}} as const{checked};\n"
    declared = (
        f"{name}: readonly {type} = {_row(built)}" if type else f"{name} = {_row(built)} as const"
    )
    return f"/** {meaning} */\nexport const {declared};\n"


def _row(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _described(types: Iterable[inspect.Type]) -> list[inspect.Type]:
    """The structs and choices that the types use, each once, before what they use themselves."""
    found: dict[type, inspect.Type] = {}
    for one in types:
        _find(one, found)
    return list(found.values())


def _find(type: inspect.Type, found: dict[type, inspect.Type]) -> None:
    if isinstance(type, inspect.StructType | inspect.EnumType):
        if type.cls in found:
            return
        found[type.cls] = type
    for inner in _inside(type):
        _find(inner, found)


def _inside(type: inspect.Type) -> list[inspect.Type]:
    match type:
        case inspect.StructType():
            return [field.type for field in type.fields]
        case inspect.UnionType():
            return list(type.types)
        case inspect.TupleType():
            return list(type.item_types)
        case inspect.DictType():
            return [type.key_type, type.value_type]
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType():
            return [type.item_type]
        case _:
            return []


def _choice(cls: type[Enum]) -> str:
    return f"export type {cls.__name__} = {' | '.join(json.dumps(one.value) for one in cls)};\n"


def _interface(struct: inspect.StructType) -> str:
    meaning = " ".join((struct.cls.__doc__ or "").split("\n\n")[0].split())
    lines = [f"/** {meaning} */", f"export interface {struct.cls.__name__} {{"]
    asked = struct.tag_field is not None
    if asked:
        lines.append(f"  {struct.tag_field}: {json.dumps(struct.tag)};")
    for field in struct.fields:
        if not (asked and field.name == SENT_LATER):
            lines.append(
                f"  {field.encode_name}{'' if field.required else '?'}: {_typed(field.type)};"
            )
    return "\n".join([*lines, "}\n"])


def _typed(type: inspect.Type) -> str:
    match type:
        case inspect.StructType() | inspect.EnumType():
            return type.cls.__name__
        case inspect.LiteralType():
            return " | ".join(json.dumps(value) for value in type.values)
        case inspect.UnionType():
            return " | ".join(_typed(one) for one in type.types)
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType():
            inner = _typed(type.item_type)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        case inspect.TupleType():
            return f"[{', '.join(_typed(one) for one in type.item_types)}]"
        case inspect.DictType(key_type=key, value_type=value):
            record = f"Record<{_typed(key)}, {_typed(value)}>"
            return f"Partial<{record}>" if isinstance(key, inspect.EnumType) else record
        case _:
            return PLAIN[type.__class__]


def main(arguments: list[str]) -> int:
    """Write the file, or with `--check` say whether it is up to date."""
    made = wire_types()
    if "--check" not in arguments:
        TARGET.write_text(made)
        return 0
    if TARGET.read_text() == made:
        return 0
    print(f"{TARGET} differs from the method: run make types.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
