"""Whether what is served says what the file says: whose words, who typed them, and
when they were said.
"""

import re
from collections.abc import Iterator
from typing import Any

from footpath.method.refusals import Refusal
from footpath.method.words.words import tidy
from footpath.replaying.outcome import Outcome
from footpath.replaying.timeline import Event

_REWORDING = ("edit", "correct", "redact", "undo", "aim_change", "rename_group")
_LOCAL_TO_UTC = re.compile(r"(\d{1,2}:\d{2}) local is (\d{1,2}:\d{2}) UTC")


def served(outcome: Outcome) -> Iterator[tuple[str, Event, dict[str, Any]]]:
    """Everything that still stands and that an entry of the file made: its id, the entry, and
    the thing as served.
    """
    play = outcome.play
    for ref, event in play.made_by.items():
        id = play.public_id(play.refs[ref])
        thing = next((things[id] for things in outcome.seen.values() if id in things), None)
        if thing is not None:
            yield ref, event, thing


def typed_for(outcome: Outcome) -> list[str]:
    """Paper keeps its author, and beside them who typed it; of an unknown hand the
    typist alone (G11).
    """
    found: list[str] = []
    ids = {name: played.id for name, played in outcome.play.people.items()}
    for ref, event, thing in served(outcome):
        by, typed_by = event.get("by"), event.get("entered_by")
        if typed_by is None or str(typed_by) == str(by):
            continue
        author = None if by is None or thing.get("unnamed") else ids.get(str(by))
        if thing.get("by") != author:
            found.append(f"paper: {ref} is not credited to {by or 'an unknown hand'}")
        if thing.get("typed_by") != ids.get(str(typed_by)):
            found.append(f"paper: {ref} does not say that {typed_by} typed it")
        if by is None and not thing.get("unknown"):
            found.append(f"paper: {ref} should be of an unknown hand")
    return found


def said_at(outcome: Outcome, sentence: str = "") -> list[str]:
    """The file's times are kept as *said at*, in UTC; what was written in
    silence shows none (A2).
    """
    found: list[str] = []
    for ref, event, thing in served(outcome):
        wanted = (
            event.get("queued_ms", event["at_ms"])
            if event["do"] == "note_offline"
            else event["at_ms"]
        )
        if thing.get("silent"):
            if thing.get("said_at") is not None:
                found.append(f"times: {ref} was written in silence and shows a time")
        elif thing.get("said_at") != wanted:
            found.append(f"times: {ref} was said at {wanted}, and {thing.get('said_at')} is served")
    for local, utc in _LOCAL_TO_UTC.findall(sentence):
        got = outcome.play.timeline.clock.utc(local)
        if got != utc.zfill(5):
            found.append(f"times: {local} local is {got} UTC, not {utc}")
    return found


def as_typed(outcome: Outcome) -> list[str]:
    """Words that nobody changed are served as they stand in the file, gaps and all."""
    changed = {
        str(e.get("id", e.get("aim")))
        for e in outcome.play.timeline.events
        if e["do"] in _REWORDING
    }
    found: list[str] = []
    for ref, event, thing in served(outcome):
        if ref in changed or not isinstance(event.get("text"), str) or "text" not in thing:
            continue
        try:
            wanted = tidy(event["text"])
        except Refusal:
            continue
        if thing["text"] != wanted:
            found.append(f"words: {ref} should read {wanted!r}, and {thing['text']!r} is served")
    return found


def named_nowhere(outcome: Outcome, refs: list[str]) -> list[str]:
    """The author of an unnamed thing stands in nobody's view but their own (A3)."""
    found: list[str] = []
    standing = {ref: (event, thing["id"]) for ref, event, thing in served(outcome)}
    for ref in refs:
        if ref in outcome.play.refs and ref not in standing:
            continue  # it was deleted since
        if ref not in standing:
            found.append(f"privacy.anonymous: {ref} is not on the flipchart")
            continue
        event, id = standing[ref]
        for name, played in outcome.play.people.items():
            seen = next((played.see(c)[id] for c in outcome.seen if id in played.see(c)), {})
            if not seen.get("unnamed"):
                found.append(f"privacy.anonymous: {ref} is named")
                break
            if seen.get("by") is not None or (seen.get("mine") and name != str(event.get("by"))):
                found.append(f"privacy.anonymous: {name} learns who wrote {ref}")
                break
    return found
