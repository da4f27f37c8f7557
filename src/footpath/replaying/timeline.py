"""A timeline: the verbs that it may hold, and a file of them that can be played."""

from typing import Any

from msgspec import Struct

from footpath.replaying.clock import Clock

MAKING = {
    "note", "note_offline", "group", "aim", "map_step", "reflection", "value", "process_step", "decision", "exception",
    "open_question", "checkout", "ask", "memo",
}  # fmt: skip
COUNTED = (
    "note", "note_offline", "map_step", "reflection", "value", "process_step", "decision", "exception",
    "open_question", "checkout",
)  # fmt: skip
CHANGING = {
    "edit", "correct", "redact", "merge", "rename_group", "tag", "park", "move", "reorder", "delete", "undo",
}  # fmt: skip
"""Verbs whose `id` names a thing that is there; any other `id` names what the entry makes."""

VERBS = MAKING | CHANGING | {
    "join", "leave", "break", "open_step", "close", "consent", "reveal", "aim_change", "propose", "object", "say",
    "drop", "reconnect", "dots", "answer", "consent_note", "information_sheet", "withdraw", "export",
}  # fmt: skip

Event = dict[str, Any]


class Unplayable(Exception):
    """The file cannot be played; the message is one sentence for whoever gave it."""


class Timeline(Struct, kw_only=True):
    """A file that can be played: its events in order with their times in ms since 1970, UTC."""

    title: str
    people: list[Event]
    maps: dict[str, Event]
    events: list[Event]
    questions: dict[int, str]
    expected: Event | None
    clock: Clock
