"""Which thing cites which, and who has to be shown anew when one of them changes."""

from bisect import bisect_left
from collections.abc import Sequence

from footpath.method.flipchart.holding import Contents
from footpath.method.things.things import Aim, Element, Group, Note, Thing


class TiedThings(Contents, kw_only=True):
    """The contents with their ties."""

    def tie(self, thing: Thing, cited: Sequence[int]) -> None:
        """Remember that a thing cites others, so that they can be walked back to it."""
        for id in cited:
            for citers in self._citers(thing, id):
                place = bisect_left(citers, thing.made_by_entry, key=self._made_by)
                if citers[place : place + 1] != [thing.id]:
                    citers.insert(place, thing.id)
            self._touch_tied(thing, id)

    def untie(self, thing: Thing, cited: Sequence[int]) -> None:
        """Forget that a thing cites others."""
        for id in cited:
            for citers in self._citers(thing, id):
                place = bisect_left(citers, thing.made_by_entry, key=self._made_by)
                if citers[place : place + 1] == [thing.id]:
                    del citers[place]
            self._touch_tied(thing, id)

    def retie(self, thing: Thing, cited: Sequence[int], public: int) -> None:
        """Remember what a thing cites under the id that it is about to get; its place
        among the others stays.
        """
        for id in cited:
            for citers in self._citers(thing, id):
                place = bisect_left(citers, thing.made_by_entry, key=self._made_by)
                if citers[place : place + 1] == [thing.id]:
                    citers[place] = public
            self._touch_tied(thing, id)

    def _citers(self, thing: Thing, cited: int) -> tuple[list[int], ...]:
        found = self.cited_by.setdefault(cited, [])
        return (
            (found, self.aims_and_steps.setdefault(cited, []))
            if isinstance(thing, Aim | Element)
            else (found,)
        )

    def _made_by(self, id: int) -> int:
        return self.things[id].made_by_entry

    def _touch_tied(self, thing: Thing, cited: int) -> None:
        """The cited thing shows by what it is cited; an aim what could serve it, an element
        whether it serves one.
        """
        self.touch_cited(cited)
        if not isinstance(thing, Aim | Element) or thing.made_by_entry == self.number:
            return  # what is made just now was not offered to any
        for id in self.aims_and_steps.get(cited, ()):
            if isinstance(thing, Element) and isinstance(self.things[id], Aim):
                self.touch_cited(id)
            elif isinstance(thing, Aim):
                self.touch("gaps", id)

    def touch_cited(self, id: int) -> None:
        """A cited thing shows by what it is cited."""
        if id in self.things:
            self.touch_thing(self.things[id])

    def touch_with_offers(self, thing: Thing) -> None:
        """Who receives a thing changed, or whose it is said to be: what is offered
        beside it goes with it.

        What was merged into it stands alone meanwhile.
        """
        self.touch_thing(thing)
        for id in (*self.offers.get(thing.id, ()), *self.merged.get(thing.id, ())):
            self.touch_cited(id)

    def touch_around(self, *things: Thing) -> None:
        """Things were taken away or came back: those which rest on them, and those they
        rest on, show that.
        """
        for thing in things:
            self.touch_with_offers(thing)
            for id in thing.cites:
                self._touch_tied(thing, id)
        for id in set[int]().union(*(self.cited_by.get(thing.id, ()) for thing in things)):
            # notes and groups that are about it show nothing of it, and there can be
            # thousands of them
            if not isinstance(self.things[id], Note | Group):
                self.touch_cited(id)
        self._touch_leading_to({thing.id for thing in things if isinstance(thing, Element)})

    def _touch_leading_to(self, gone: set[int]) -> None:
        """A way to an element that is taken off is left open, and leads there again when that is
        brought back (P1).
        """
        steps = (
            thing for id in self.elements if gone and isinstance(thing := self.things[id], Element)
        )
        for element in steps:
            if any(way.to in gone for way in element.branches):
                self.touch_thing(element)
