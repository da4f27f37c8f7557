"""Between the method's classes and what is stored: names, JSON, and commands as they arrive.
Unknown is an error.
"""

from enum import Enum
from typing import Any, Union

import msgspec

from footpath.method import COMMANDS, ENTRIES, Command, Entry
from footpath.method.words.words import MASK
from footpath.record.upcasting import today

_entries: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Union[ENTRIES])  # noqa: UP007
_commands: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Union[COMMANDS])  # noqa: UP007
_encoder = msgspec.json.Encoder()


class Malformed(ValueError):
    """What arrived is not a command: the sender broke the contract."""


_SHORT_MASK = "\x7f"
"""How a mask is stored: one byte, which no text holds, so that no masked text is longer
than what it covers.
"""
_GONE, _SHORT_GONE = '{"text":null}', "{}"
"""How words that were taken back would be written, and how they are stored:
shorter than any words.
"""


def payload_of(entry: Entry) -> str:
    """An entry as JSON, its kind included."""
    return _encoder.encode(entry).decode().replace(MASK, _SHORT_MASK).replace(_GONE, _SHORT_GONE)


def entry_of(payload: str) -> Entry:
    """The entry that a stored payload holds; one of an earlier release is read as today's.

    Raises:
        msgspec.ValidationError: when the kind or a field is not known.
    """
    payload = payload.replace(_SHORT_MASK, MASK)
    try:
        return _entries.decode(payload)
    except msgspec.ValidationError:
        return msgspec.convert(today(msgspec.json.decode(payload)), Union[ENTRIES])  # noqa: UP007


def command_of(frame: bytes | str) -> Command:
    """The command that a frame holds.

    Raises:
        Malformed: when it is not well-formed JSON, or no command with just these fields and ranges.
    """
    try:
        return _commands.decode(frame)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as wrong:
        raise Malformed(str(wrong)) from None


def letters_of(command: Command) -> int:
    """How many letters of words a command asks to be stored; its ids and choices are none."""
    return _letters(
        {name: getattr(command, name) for name in command.__struct_fields__ if name != "id"}
    )


def _letters(given: Any) -> int:
    if isinstance(given, str):
        return 0 if isinstance(given, Enum) else len(given)
    if isinstance(given, msgspec.Struct):
        return _letters(msgspec.structs.asdict(given))
    if isinstance(given, dict):
        return sum(map(_letters, given.values()))
    return sum(map(_letters, given)) if isinstance(given, (list, tuple)) else 0


def command_id_of(frame: bytes | str) -> str | None:
    """The id of a frame that is no command, where one can be read, so that its
    sender can be answered.
    """
    try:
        read: Any = msgspec.json.decode(frame)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    id = read.get("id") if isinstance(read, dict) else None
    return id if isinstance(id, str) and 0 < len(id) <= 64 else None


def own_id(said: str) -> str:
    """The id of a command that the server asks for itself: it begins as no id does that a front
    door lets in (L5).
    """
    return f" {said}"
