"""What an edition of the outline may hold, worked out another way: from the record's own
entries, thing by thing.

It knows the nouns as plain values, and nothing of how the product decides.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from table import Group as Table

from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import WordsNarrowed, WordsOpened
from footpath.method.own_words.answering import LineAnswered
from footpath.method.things.things import Experience, Moment, Note, NoteKind, Thing
from footpath.method.things.visibility import Visibility
from footpath.method.words.words import Words

WIDTH = {Edition.TOOK_PART: 0, Edition.MEMBERS: 1, Edition.EVERYONE: 2}


def texts_in(value: Any) -> Iterator[str]:
    """Every text that somebody said, anywhere in a thing."""
    if isinstance(value, Words):
        yield value.shown
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from texts_in(one)


class Readers:
    """Those for whom an edition is made, and what they may read."""

    def __init__(self, table: Table, edition: Edition) -> None:
        """The record is read through again for every question."""
        self.entries, self.things = list(table.record), table.chart.things
        self.names, self.width = [p.name for p in table.chart.people.values()], WIDTH[edition]
        self.set_up = table.chart.set_up

    def may_read(self, thing: Thing) -> bool:
        """Whether somebody's own words are for these readers."""
        if isinstance(thing, Note) and thing.kind is NoteKind.NOT_QUITE:
            return self._is_seen(thing) and (
                self.width == 0 or all(map(self.may_read, self._meant_by(thing)))
            )
        if (
            isinstance(thing, Note)
            and thing.kind is NoteKind.OPEN_QUESTION
            and thing.moved_from is None
        ):
            return self._is_seen(thing)
        return self._is_seen(thing) and self._opened(thing) >= self.width

    def texts(self) -> set[str]:
        """Everything that may stand in what they read: the group's text, and what
        was opened to them.
        """
        found = set(texts_in(self.set_up)) | ({*texts_in(self.names)} if self.width == 0 else set())
        for thing in self.things.values():
            if not isinstance(thing, (Note, Moment, Experience)):
                found.update(texts_in(thing))
            elif self.may_read(thing):
                found.update(
                    texts_in([thing.all_words, getattr(thing, "side", None), thing.parked])
                )
            else:
                found.update(texts_in([thing.parked, getattr(thing, "side", None)]))
        return found

    def _is_seen(self, thing: Thing) -> bool:
        """Whether everybody in the room sees it."""
        if thing.withdrawn or thing.deleted or thing.hidden is not None:
            return False
        if isinstance(thing, Note):
            return not thing.held and thing.kind is not NoteKind.MEMO
        assert isinstance(thing, (Moment, Experience))
        if thing.visibility is not Visibility.SHARED:
            return False
        return isinstance(thing, Experience) or self._is_seen_but_for_hiding(
            self.things[thing.experience]
        )

    def _is_seen_but_for_hiding(self, story: Thing) -> bool:
        shared = isinstance(story, Experience) and story.visibility is Visibility.SHARED
        return shared and not story.withdrawn and not story.deleted

    def _opened(self, thing: Thing) -> int:
        authors = thing.storytellers if isinstance(thing, Experience) else [thing.by]
        opened, narrowed = dict.fromkeys(authors, 0), 2
        for one in self.entries:
            if (
                isinstance(one.entry, WordsOpened)
                and thing.id in one.entry.about
                and one.by in opened
            ):
                opened[one.by] = WIDTH[one.entry.to]
            if isinstance(one.entry, WordsNarrowed) and one.entry.about == thing.id:
                narrowed = WIDTH[one.entry.to]
        return min([narrowed, *opened.values()])

    def _meant_by(self, note: Note) -> list[Thing]:
        said = [
            one.entry
            for one in self.entries
            if isinstance(one.entry, LineAnswered) and one.entry.note == note.id
        ]
        return [self.things[id] for entry in said[-1:] for id in entry.things]
