"""A timeline: the verbs that it may hold, and a file of them that can be played."""

from typing import Any

from msgspec import Struct

from footpath.replaying.clock import FileClock

MAKING = {
    "note", "note_offline", "group", "aim", "map_step", "reflection", "value", "process_step",
    "decision", "exception", "open_question", "checkout", "ask", "memo", "agreement",
}  # fmt: skip
COUNTED = (
    "note", "note_offline", "map_step", "reflection", "value", "process_step", "decision",
    "exception", "open_question", "checkout",
)  # fmt: skip
CHANGING = {
    "edit", "correct", "redact", "merge", "rename_group", "tag", "park", "move", "reorder",
    "delete", "undo",
}  # fmt: skip
"""Verbs whose `id` names a thing that is there; any other `id` names what the entry makes."""

VERBS = MAKING | CHANGING | {
    "join", "leave", "break", "open_step", "close", "consent", "reveal", "aim_change", "propose",
    "object", "say", "drop", "reconnect", "dots", "answer", "agree", "consent_note",
    "information_sheet", "withdraw", "export",
}  # fmt: skip

Event = dict[str, Any]


class Unplayable(Exception):
    """The file cannot be played; the message is one sentence for whoever gave it."""


class FileStudy(Struct, frozen=True, kw_only=True):
    """A study that the file names."""

    id: str
    title: str
    blank_means: str
    covers_earlier: bool


class Published(Struct, frozen=True, kw_only=True):
    """A version of a study's sheet, from a moment on (ms since 1970; None
    from before everything).
    """

    study: str
    version: str
    covers_before: bool
    at_ms: int | None


class Agreed(Struct, frozen=True, kw_only=True):
    """What the organisation said about a study."""

    study: str
    agreed: bool
    may_be_named: bool
    names: tuple[str, ...]
    at_ms: int | None


class Studies(Struct, frozen=True, kw_only=True):
    """All of it, in the order of time."""

    studies: tuple[FileStudy, ...] = ()
    published: tuple[Published, ...] = ()
    agreed: tuple[Agreed, ...] = ()


class Timeline(Struct, kw_only=True):
    """A file that can be played: its events in order with their times in ms since 1970, UTC."""

    title: str
    people: list[Event]
    maps: dict[str, Event]
    events: list[Event]
    questions: dict[int, str]
    expected: Event | None
    clock: FileClock
    research: Studies = Studies()
