"""The record to take away, as lines of JSON: what everybody may know, and no author of an unnamed thing.

What was written in silence stands where it was revealed, without a number or a time (A2). What is known to one
person or to facilitators alone is left out, and so is what people see as a count only: dots, hands, "I'm done"; and
who undid something, because it can be something that only an unnamed author can have done.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec

from footpath.method import Flipchart, Recorded
from footpath.method.answering import LineAnswered
from footpath.method.authorship import SlipUndone
from footpath.method.gather import LineAgreed
from footpath.method.notes import NotesRevealed, NoteWritten
from footpath.method.things import AUTHORED, Offer, Thing
from footpath.method.threads import LineAnswer
from footpath.method.turns import DoneSaid, HandRaised
from footpath.method.voting import DotPlaced, DotTaken
from footpath.method.wording import Reworded

NAMES_MANY = ("about", "answers", "found", "heard_in", "notes", "of", "on", "rests_on", "serves", "things")
NAMES_ONE = ("before", "group", "into", "note", "of_unnamed", "other")
"""Fields by which an entry names further things."""

FACILITATORS_ALONE = (
    "StoryOffered", "AskedToTell", "TellingDeclined", "ThingHidden", "WordsVeiled", "VeilsLifted", "VeilsConfirmed",
)  # fmt: skip
NOBODYS = (DoneSaid, HandRaised, LineAgreed, DotPlaced, DotTaken, SlipUndone)


def record_lines(chart: Flipchart, entries: Iterable[Recorded]) -> Iterator[bytes]:
    """The lines of a workshop's record, given the flipchart at its end."""
    silent: dict[int, tuple[Recorded, NoteWritten]] = {}
    for recorded in entries:
        entry = recorded.entry
        if isinstance(entry, NOBODYS):
            continue
        if isinstance(entry, NoteWritten) and entry.held:
            silent[entry.id] = (recorded, entry)
        elif isinstance(entry, Reworded) and entry.about in silent:  # an earlier wording was shown to nobody
            written, note = silent[entry.about]
            silent[entry.about] = (written, msgspec.structs.replace(note, words=entry.words))
        elif isinstance(entry, NotesRevealed):
            yield _line(chart, recorded, {"number": recorded.number, "at": recorded.at})
            for private, public in entry.order:
                if private in silent and _is_open(chart, public):
                    written, note = silent[private]
                    shown = msgspec.structs.replace(written, entry=msgspec.structs.replace(note, id=public))
                    yield _line(chart, shown, {} if note.silent else {"said_at": written.said_at})
        elif _for_everybody(chart, recorded):
            times = {"number": recorded.number, "at": recorded.at, "said_at": recorded.said_at}
            yield _line(chart, recorded, times)


def _for_everybody(chart: Flipchart, recorded: Recorded) -> bool:
    """Whether everybody may know it now: not of a thing that is private, and not what facilitators alone receive."""
    if recorded.entry.is_private or type(recorded.entry).__name__ in FACILITATORS_ALONE:
        return False
    if isinstance(recorded.entry, LineAnswered) and recorded.entry.answer is LineAnswer.LEAVE_OUT:
        return False  # the link that it took away stands in no line any more
    about, made = getattr(recorded.entry, "about", None), getattr(recorded.entry, "id", None)
    if made is None and isinstance(about, tuple) and about and not any(_is_open(chart, id) for id in about):
        return False
    ids = [about, made]
    # an id below zero is a change of something while it was held
    return all(id >= 0 and _is_open(chart, id) for id in ids if isinstance(id, int))


def _is_open(chart: Flipchart, id: int) -> bool:
    """Whether everybody can read the thing of that id as it stands; a person is no thing."""
    thing = chart.find(id)
    if thing is None:
        return True
    return chart.may_read(thing, None) and thing.hidden is None and not (isinstance(thing, AUTHORED) and thing.deleted)


def _line(chart: Flipchart, recorded: Recorded, times: dict[str, Any]) -> bytes:
    told: dict[str, Any] = {**times, **_without_private(chart, msgspec.to_builtins(recorded.entry))}
    if isinstance(recorded.entry, NotesRevealed):
        told.pop("order")
    entry = recorded.entry
    is_unnamed = getattr(entry, "unnamed", False) or getattr(entry, "of_unnamed", None) is not None
    nameless = {recorded.by} if is_unnamed else set[int | None]()
    nameless |= {thing.by for thing in _things_of(chart, recorded) if chart.is_nameless(thing)}
    if recorded.by is not None and recorded.by not in nameless:
        told["by"] = recorded.by
    if recorded.typed_by is not None and recorded.typed_by not in (recorded.by, *nameless):
        told["typed_by"] = recorded.typed_by
    return msgspec.json.encode(told) + b"\n"


def _without_private(chart: Flipchart, told: dict[str, Any]) -> dict[str, Any]:
    """An entry that names no thing which is private now, and no words that were left out of the line it is about."""
    line = told.get("id", told.get("about"))
    left_out = chart.threads.left_out.get(line, set()) if isinstance(line, int) else set[int]()
    found = dict(told)
    for name, value in told.items():
        if name in NAMES_MANY and isinstance(value, (list, tuple)):
            ids = cast("list[int]", value)
            found[name] = [id for id in ids if id not in left_out and _is_open(chart, id)]
        elif name in NAMES_ONE and isinstance(value, int) and not _is_open(chart, value):
            found[name] = None
    return found


def _things_of(chart: Flipchart, recorded: Recorded) -> list[Thing]:
    """What an entry made or, where it made nothing, is about: who made an unnamed thing is not named by what they did.

    What somebody hangs beside it in their name is named, as on every screen: a gap there would tell the author.
    """
    made, about = (getattr(recorded.entry, field, None) for field in ("id", "about"))
    given = about if made is None else made
    ids = [id for id in (given if isinstance(given, tuple) else (given,)) if isinstance(id, int)]
    things = [thing for id in ids if (thing := chart.find(id)) is not None]
    return things + [chart.things[thing.about] for thing in things if isinstance(thing, Offer)]
