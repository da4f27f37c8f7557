"""`make types`: the TypeScript types of the commands and views, and what the method
says once in tables.
"""

import json
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import msgspec
from msgspec import inspect

from footpath.method import COMMANDS, Saying
from footpath.method.wire.laid_over import Overlay, Put
from footpath.method.wire.person_views import PersonOverlay
from house.wire_tables import TABLES

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
