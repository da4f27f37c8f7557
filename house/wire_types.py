"""`make types`: the TypeScript types of the commands and views, and the words for kinds and ways, for the room."""

import json
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import msgspec
from msgspec import inspect

from footpath.method import COMMANDS, Saying
from footpath.method.kinds import ANSWERABLE, LOOKS, SOURCES
from footpath.method.views import Overlay, PersonOverlay, Put
from footpath.method.way_words import WAY_WORDS

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


def wire_types() -> str:
    """The whole file."""
    described = _described([*inspect.multi_type_info([Put, Overlay, PersonOverlay, *COMMANDS])])
    enums = {one.cls.__name__: one.cls for one in described if isinstance(one, inspect.EnumType)}
    structs = [one for one in described if isinstance(one, inspect.StructType)]
    parts = [HEAD, *(_choice(enums[name]) for name in sorted(enums)), *(_interface(struct) for struct in structs)]
    names = "\n".join(f"  | {command.__name__}" for command in COMMANDS)
    parts.append(f"/** What may be asked for; `id` is added when it is sent. */\nexport type Command =\n{names};\n")
    sayings = json.dumps([command.__name__ for command in COMMANDS if issubclass(command, Saying)])
    parts.append(
        "/** Commands that carry somebody's words: they can be typed for another person, and keep the time they "
        f"were said. */\nexport const SAYINGS: ReadonlySet<string> = new Set({sayings});\n"
    )
    parts.append(
        "/** What each kind is called, on which paper it stands, and by which drawing it is known. */\n"
        "export interface Look {\n  name: string;\n  paper: string;\n  icon: string;\n}\n"
    )
    looks = "\n".join(f"  {kind}: {msgspec.json.encode(look).decode()}," for kind, look in LOOKS.items())
    parts.append(f"export const LOOKS = {{\n{looks}\n}} as const satisfies Record<string, Look>;\n")
    kinds = json.dumps(ANSWERABLE)
    parts.append(
        "/** What is offered as answered by an element, in this order. */\n"
        f"export const ANSWERABLE = {kinds} as const satisfies (keyof typeof LOOKS)[];\n"
    )
    named = "\n".join(f'  {kind}: "{name}",' for kind, name in SOURCES.items())
    parts.append(
        f"/** Where a view names what its thing came out of. */\nexport const SOURCES = {{\n{named}\n}} as const;\n"
    )
    words = "\n".join(f"  {name}: {json.dumps(said, ensure_ascii=False)}," for name, said in WAY_WORDS.items())
    parts.append(
        f"/** How it is said where an element leads on. */\nexport const WAY_WORDS = {{\n{words}\n}} as const;\n"
    )
    return "\n".join(parts)


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
        case inspect.DictType():
            return [type.key_type, type.value_type]
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType():
            return [type.item_type]
        case _:
            return []


def _choice(cls: type[Enum]) -> str:
    return f"export type {cls.__name__} = {' | '.join(json.dumps(one.value) for one in cls)};\n"


def _interface(struct: inspect.StructType) -> str:
    meaning = (struct.cls.__doc__ or "").split("\n")[0].strip()
    lines = [f"/** {meaning} */", f"export interface {struct.cls.__name__} {{"]
    asked = struct.tag_field is not None
    if asked:
        lines.append(f"  {struct.tag_field}: {json.dumps(struct.tag)};")
    for field in struct.fields:
        if not (asked and field.name == SENT_LATER):
            lines.append(f"  {field.encode_name}{'' if field.required else '?'}: {_typed(field.type)};")
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
