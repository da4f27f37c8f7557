"""The flipchart: the state that replaying a workshop's record gives."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from footpath.method import refusals
from footpath.method.entries import Entry, Recorded
from footpath.method.holding import Holding, Slip
from footpath.method.kinds import a_thing
from footpath.method.people import KEEPING_ROLES, Person, Role, number_lookalikes
from footpath.method.refusals import Refusal
from footpath.method.things import (
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    Offer,
    Thing,
    Visibility,
    narrower,
)

T = TypeVar("T", bound=Thing)

MOST_CITED = 500


class Flipchart(Holding, kw_only=True):
    """What the group has made in one workshop. `apply` changes it in place; nothing else may."""

    def found_by(self, id: int, person: int | None) -> Thing | None:
        """The thing of that id; by the id that it had before, only who received it then find it (A2, E3)."""
        thing = self.find(id)
        if thing is None or id not in self.renumbered:
            return thing
        knew = person in self.insiders(thing) or (
            not isinstance(thing, Note) and self.has_role(person, Role.FACILITATOR)
        )
        return thing if person is not None and knew else None

    def insiders(self, thing: Thing) -> set[int]:
        """Who works on a thing while it is private: its author, who typed it, and the tellers of its story."""
        found = {thing.by, thing.typed_by}
        if isinstance(thing, Moment):
            found |= self._before_others(thing)
        elif isinstance(thing, Experience):
            found |= {*thing.storytellers}
        elif isinstance(thing, Offer):
            found |= self.insiders(self.things[thing.about])
        return {person for person in found if person is not None}

    def may_read(self, thing: Thing, person: int | None) -> bool:
        """Whether this person receives the thing at all; nobody in particular where it is None: then everybody."""
        return (person is not None or thing.id > 0) and self.reaches(thing, person)

    def reaches(self, thing: Thing, person: int | None) -> bool:
        """Whether the thing is meant for this person, or for everybody, whatever id it has as yet."""
        if isinstance(thing, Note) and (thing.held or thing.kind == "memo"):
            return person is not None and person in (thing.by, thing.typed_by)
        if isinstance(thing, Offer):
            about = self.things[thing.about]
            if about.hidden is not None:  # other words for what was hidden would tell it again (G12)
                keeps = self.has_role(person, Role.FACILITATOR)
                return person is not None and (person in (about.by, thing.by) or keeps)
            return self.reaches(about, person)
        if isinstance(thing, Moment):
            if not self.story(thing.experience).stands:
                return person is not None and person == thing.by
            return self._within(self.reach(thing), person, self._before_others(thing))
        if isinstance(thing, Experience):
            return self._within(thing.visibility, person, {thing.by, thing.typed_by, *thing.storytellers})
        return True

    def _before_others(self, moment: Moment) -> set[int | None]:
        """Who has a moment before others: its author, and the story's tellers unless it is its author's alone."""
        if moment.visibility is Visibility.ONLY_ME and (author := self.author_of(moment)) is not None:
            return {author}
        return {moment.by, *self.story(moment.experience).storytellers}

    def reach(self, thing: Experience | Moment) -> Visibility:
        """How far a story or a moment reaches; a moment never further than its story."""
        if isinstance(thing, Experience):
            return thing.visibility
        return narrower(self.story(thing.experience).visibility, thing.visibility)

    def _within(self, visibility: Visibility, person: int | None, insiders: set[int | None]) -> bool:
        if visibility is Visibility.SHARED or (person is not None and person in insiders):
            return True
        return visibility is Visibility.FACILITATORS and self.has_role(person, Role.FACILITATOR)

    def has_role(self, person: int | None, *roles: Role) -> bool:
        """Whether the person is here in one of these roles."""
        known = self.people.get(person) if person is not None else None
        return known is not None and not known.removed and not known.roles.isdisjoint(roles)

    def keeps_text(self, person: int | None) -> bool:
        """Whether the person may change the group's text (A4)."""
        return self.has_role(person, *KEEPING_ROLES) or (self.text_open and self.has_role(person, Role.PARTICIPANT))

    def public(self, id: int) -> Thing:
        """A thing that everybody can see and that still stands, or a refusal."""
        return self.seen(id, None, Thing)

    def seen(self, id: int, person: int | None, kind: type[T]) -> T:
        """A standing thing of one kind that the person can see.

        Raises:
            Refusal: when there is none, it was taken back or deleted, or it is of another kind.
        """
        thing = self.found_by(id, person)
        if thing is None or not self.may_read(thing, person):
            raise Refusal(refusals.NO_SUCH_THING)
        if not isinstance(thing, kind):
            raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
        if not thing.stands:
            raise Refusal(refusals.GONE)
        return thing

    def citable(self, ids: Sequence[int], line: int = 0) -> tuple[int, ...]:
        """The ids of things that everybody can see and that stand, each once and in order, to be cited by a line.

        Raises:
            Refusal: when one of them cannot be cited.
        """
        if len(ids) > MOST_CITED:
            raise Refusal(refusals.TOO_MANY.format(most=MOST_CITED))
        cited = tuple(dict.fromkeys(self.public(id).id for id in ids))
        if not self.threads.left_out.get(line, set[int]()).isdisjoint(cited):
            raise Refusal(refusals.LEFT_OUT)
        return cited

    def add(self, thing: Thing) -> None:
        """Put a new thing on the flipchart and tie what it cites."""
        self.things[thing.id] = thing
        self.next_id = max(self.next_id, thing.id + 1)
        if thing.id < 0 and not isinstance(thing, Note):
            self.unshared.add(thing.id)
        if isinstance(thing, Experience | Note) and thing.side is not None:
            self.sided.setdefault(thing.side.shown, set()).add(thing.id)
        if thing.unnamed and thing.id > 0:
            self.unnamed_up = True
            self.touch("sheet", "quiet")
        self.touch_thing(thing)

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
        """Remember what a thing cites under the id that it is about to get; its place among the others stays."""
        for id in cited:
            for citers in self._citers(thing, id):
                place = bisect_left(citers, thing.made_by_entry, key=self._made_by)
                if citers[place : place + 1] == [thing.id]:
                    citers[place] = public
            self._touch_tied(thing, id)

    def _citers(self, thing: Thing, cited: int) -> tuple[list[int], ...]:
        found = self.cited_by.setdefault(cited, [])
        return (found, self.aims_and_steps.setdefault(cited, [])) if isinstance(thing, Aim | Element) else (found,)

    def _made_by(self, id: int) -> int:
        return self.things[id].made_by_entry

    def _touch_tied(self, thing: Thing, cited: int) -> None:
        """The cited thing shows by what it is cited; an aim what could serve it, an element whether it serves one."""
        self.touch_cited(cited)
        if not isinstance(thing, Aim | Element) or thing.made_by_entry == self.number:
            return  # what is made just now was not offered to any
        for id in self.aims_and_steps.get(cited, ()):
            if isinstance(thing, Element) and isinstance(self.things[id], Aim):
                self.touch_cited(id)
            elif isinstance(thing, Aim):
                self.touch("gaps", id)

    def inside_of(self, note: Note) -> int | None:
        """The note in which a merged note stands; None where it stands alone, as where that one is gone (A6)."""
        if note.merged_into is None:
            return None
        outer = self.things[note.merged_into]
        return outer.id if outer.stands and outer.hidden is None else None

    def outermost(self, thing: Thing) -> Thing:
        """What stands on the board for a thing: itself, or the note in which it stands, however deep."""
        while isinstance(thing, Note) and (outer := self.inside_of(thing)) is not None:
            thing = self.things[outer]
        return thing

    def touch_cited(self, id: int) -> None:
        """A cited thing shows by what it is cited."""
        if id in self.things:
            self.touch_thing(self.things[id])

    def touch_with_offers(self, thing: Thing) -> None:
        """Who receives a thing changed, or whose it is said to be: what is offered beside it goes with it.

        What was merged into it stands alone meanwhile.
        """
        self.touch_thing(thing)
        for id in (*self.offers.get(thing.id, ()), *self.merged.get(thing.id, ())):
            self.touch_cited(id)

    def touch_around(self, *things: Thing) -> None:
        """Things were taken away or came back: those which rest on them, and those they rest on, show that."""
        for thing in things:
            self.touch_with_offers(thing)
            for id in thing.cites:
                self._touch_tied(thing, id)
        for id in set[int]().union(*(self.cited_by.get(thing.id, ()) for thing in things)):
            # notes and groups that are about it show nothing of it, and there can be thousands of them
            if not isinstance(self.things[id], Note | Group):
                self.touch_cited(id)
        self._touch_leading_to({thing.id for thing in things if isinstance(thing, Element)})

    def _touch_leading_to(self, gone: set[int]) -> None:
        """A way to an element that is taken off is left open, and leads there again when that is brought back (P1)."""
        steps = (thing for id in self.elements if gone and isinstance(thing := self.things[id], Element))
        for element in steps:
            if any(way.to in gone for way in element.branches):
                self.touch_thing(element)

    def remember_slip(self, recorded: Recorded, inverse: Entry) -> None:
        """Keep what would undo this entry, for the keeper whose slip it was (G12)."""
        if recorded.typed_by is not None and self.has_role(recorded.typed_by, *KEEPING_ROLES):
            self.slips.setdefault(recorded.typed_by, []).append(Slip(recorded.number, inverse))

    def someone(self, id: int) -> Person:
        """A person who is still part of the workshop.

        Raises:
            Refusal: when there is none.
        """
        person = self.people.get(id)
        if person is None or person.removed:
            raise Refusal(refusals.NO_SUCH_PERSON)
        return person

    def touch_person(self, id: int) -> None:
        """Say that a person changed, and with them the numbers of those whose names look alike."""
        self.touch("people", id)
        self.touch("sheet", "counts")
        self.touch("sheet", "quiet")
        for one in number_lookalikes(self.people, self.alike, id):
            self.touch("people", one.id)

    def hear(self, note: Note) -> None:
        """Somebody has put up something; only what bears their name counts for them (A3, G8)."""
        if note.by is not None and not note.unnamed:
            self.heard.add(note.by)
            self.touch("sheet", "quiet")

    def nobody_is_done(self) -> None:
        """Something new is asked, so that nobody has finished it yet."""
        for person in self.done:
            self.touch("people", person)
        self.done.clear()
        self.touch("sheet", "counts")

    def story(self, id: int) -> Experience:
        """The experience of that id, which is known to be one."""
        story = self.things[id]
        assert isinstance(story, Experience)
        return story

    def author_of(self, thing: Thing) -> int | None:
        """Who alone may do what only an author may: of an unknown hand that stays unnamed, who typed for it.

        Otherwise a keeper's try at somebody's unnamed words would tell whether the hand is known (A3).
        """
        return thing.typed_by if thing.by is None and self.is_nameless(thing) else thing.by

    def acts_for(self, thing: Thing, person: int | None) -> bool:
        """Whether the person is the author of a thing, or acts for one who is not known."""
        author = self.author_of(thing)
        return self.has_role(person, *KEEPING_ROLES) if author is None else author == person

    def is_nameless(self, thing: Thing) -> bool:
        """Whether its author is received by nobody: theirs to choose, and true of every offer beside it too (A3)."""
        return thing.unnamed or (isinstance(thing, Offer) and self.things[thing.about].unnamed)

    def name_of(self, person: int | None) -> str:
        """A person's name, or what stands for a hand that is not known."""
        return self.people[person].name.shown if person in self.people else "Someone in the room"
