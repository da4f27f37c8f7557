"""The record to take away, as lines of JSON: what everybody may know, and no author
of an unnamed thing.

What was written in silence stands where it was revealed, without a number or a time (A2), and what
was prepared in private where it was shared. What is known to one person or to facilitators alone is
left out, and so is what people see as a count only: dots, hands, "I'm done"; and who undid
something, because it can be something that only an unnamed author can have done.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from footpath.method import Flipchart, Recorded
from footpath.method.flipchart.entries import Entry, fields_of_things
from footpath.method.flipchart.private_ids import MadeKnown
from footpath.method.flipchart.threads import LineAnswer
from footpath.method.own_words.answering import LineAnswered
from footpath.method.own_words.taking_back import CopiesMasked
from footpath.method.own_words.wording import Reworded
from footpath.method.phases.experience import ExperienceTold
from footpath.method.things.things import GROUP_TEXT, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.throughout.arranging import MomentArranged
from footpath.method.throughout.hiding_together import AllHidden, AllShown
from footpath.method.throughout.moments import MomentPlaced
from footpath.method.throughout.notes import NotesRevealed, NoteWritten

_WHAT_IT_IS_ABOUT = frozenset({"about", "experience", "id"})
"""Fields of the one thing that a line is about: whether everybody may read it decides
about the whole line.
"""


def record_lines(chart: Flipchart, entries: Iterable[Recorded]) -> Iterator[bytes]:
    """The lines of a workshop's record, given the flipchart at its end.

    They are numbered for themselves: gaps in the numbers of the entries would tell
    how much is private.
    """
    numbers = count(1)
    private: dict[int, Recorded] = {}
    for recorded in entries:
        entry = recorded.entry
        made, about = getattr(entry, "id", None), getattr(entry, "about", None)
        if entry.known_to in ("counted", "themselves"):
            continue
        if isinstance(made, int) and made < 0:
            private[made] = recorded
        elif about in private and isinstance(entry, Reworded | MomentArranged):
            # an earlier wording was shown to nobody
            private[about] = _changed(private[about], entry)
        elif isinstance(entry, NotesRevealed | MadeKnown):
            yield _line(chart, recorded, {"number": next(numbers), "at": recorded.at})
            for id, public in entry.order:
                if id in private and _is_open(chart, public):
                    yield _shown(chart, private[id], public)
        elif _for_everybody(chart, recorded):
            times = {"number": next(numbers), "at": recorded.at, "said_at": recorded.said_at}
            yield _line(chart, recorded, times)


def _changed(made: Recorded, change: Reworded | MomentArranged) -> Recorded:
    """What somebody has in private, as it reads once they changed it."""
    if isinstance(change, Reworded):
        name = next(name for name in ("words", "title") if hasattr(made.entry, name))
        changed = {name: change.words}
    else:
        changed = {
            field: getattr(change, field)
            for field in change.__struct_fields__
            if field in _OF_A_MOMENT
        }
    return replace(made, entry=replace(made.entry, **changed))


_OF_A_MOMENT = frozenset(MomentPlaced.__struct_fields__) & frozenset(
    MomentArranged.__struct_fields__
)


def _shown(chart: Flipchart, made: Recorded, public: int) -> bytes:
    """What was private, where everybody first received it: without a number, and from silence
    without a time (A2).
    """
    entry: Any = made.entry
    changed: dict[str, Any] = {"id": public}
    if isinstance(entry, MomentPlaced | ExperienceTold):
        changed["visibility"] = Visibility.SHARED
    untimed = isinstance(entry, NoteWritten) and entry.silent
    return _line(
        chart,
        replace(made, entry=replace(entry, **changed)),
        {} if untimed else {"said_at": made.said_at},
    )


def _for_everybody(chart: Flipchart, recorded: Recorded) -> bool:
    """Whether everybody may know it now: not of a thing that is private, and not what
    facilitators alone receive.
    """
    if recorded.entry.is_private or recorded.entry.known_to != "everyone":
        return False
    if isinstance(recorded.entry, LineAnswered) and recorded.entry.answer is LineAnswer.LEAVE_OUT:
        return False  # the link that it took away stands in no line any more
    if isinstance(recorded.entry, AllHidden | AllShown):
        return True  # whose things, and who hid or showed them; which these are is left out
    about, made = getattr(recorded.entry, "about", None), getattr(recorded.entry, "id", None)
    if (
        made is None
        and isinstance(about, tuple)
        and about
        and not any(_is_open(chart, id) for id in about)
    ):
        return False
    ids = [about, made]
    # an id below zero is a change of something while it was private
    return all(id >= 0 and _is_open(chart, id) for id in ids if isinstance(id, int))


def _is_open(chart: Flipchart, id: int) -> bool:
    """Whether everybody can read the thing of that id as it stands; a person is no thing."""
    thing = chart.find(id)
    if thing is None:
        return True
    is_off = thing.deleted and not isinstance(thing, GROUP_TEXT)
    return chart.may_read(thing, None) and thing.hidden is None and not is_off


def _line(chart: Flipchart, recorded: Recorded, times: dict[str, Any]) -> bytes:
    told = {**times, **_without_private(chart, recorded.entry)}
    entry = recorded.entry
    if isinstance(entry, AllHidden | AllShown):
        return msgspec.json.encode({**told, "about": [], "by": recorded.by}) + b"\n"
    is_unnamed = getattr(entry, "unnamed", False) or getattr(entry, "of_unnamed", None) is not None
    if not is_unnamed and not any(chart.is_nameless(thing) for thing in _things_of(chart, entry)):
        if recorded.by is not None:
            told["by"] = recorded.by
        if recorded.typed_by is not None and recorded.typed_by != recorded.by:
            told["typed_by"] = recorded.typed_by
    return msgspec.json.encode(told) + b"\n"


def _without_private(chart: Flipchart, entry: Entry) -> dict[str, Any]:
    """An entry that names no thing which is private now, and no words that were left out of
    the line it is about.
    """
    told: dict[str, Any] = msgspec.to_builtins(entry)
    # what stood in silence, and what somebody let stand, is nobody else's; numbers of entries
    # would tell how much is private
    numbers = ("worded_in", "veils", "rest", "lifted_in", "review", "slip")
    for unsaid in ("order", "let_stand", *numbers):
        told.pop(unsaid, None)
    line = told.get("id", told.get("about"))
    left_out = chart.threads.left_out.get(line, set()) if isinstance(line, int) else set[int]()
    found, known = dict(told), chart.renumbered.get
    for name in fields_of_things(type(entry)) & told.keys():
        value = told[name]
        if isinstance(value, (list, tuple)):
            ids = [known(id, id) for id in cast("list[int]", value)]
            found[name] = [id for id in ids if id not in left_out and _is_open(chart, id)]
        elif value is not None:
            is_open = name in _WHAT_IT_IS_ABOUT or _is_open(chart, value)
            found[name] = known(value, value) if is_open else None
    return found


def _things_of(chart: Flipchart, entry: Entry) -> list[Thing]:
    """What an entry made or, where it made nothing, is about, with what the same act added: who
    does anything with an unnamed thing is not named.

    Whoever it is: were its author alone left out, the gap would tell. What somebody hangs beside it
    in their name is named, as on every screen. Copies are masked by who takes back the words, and
    not by whose copies they are.
    """
    if isinstance(entry, MadeKnown):
        given: Any = tuple(public for _, public in entry.order)
    else:
        fields = ("of",) if isinstance(entry, CopiesMasked) else ("id", "about")
        given = next(
            (id for field in fields if (id := getattr(entry, field, None)) is not None), ()
        )
    given = (*(given if isinstance(given, tuple) else (given,)), getattr(entry, "added", None))
    ids = [id for id in given if isinstance(id, int)]
    return [thing for id in ids if (thing := chart.find(id)) is not None]
