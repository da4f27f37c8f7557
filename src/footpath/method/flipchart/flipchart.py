"""The flipchart: the state that replaying a workshop's record gives."""

from collections.abc import Sequence
from typing import TypeVar

from footpath.method import refusals
from footpath.method.flipchart import slips
from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.flipchart.tied_things import TiedThings
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import KEEPING_ROLES, NAMELESS, OPEN_TEXT_ROLES, Person, Role
from footpath.method.things.things import (
    Experience,
    Moment,
    Note,
    Offer,
    Thing,
)
from footpath.method.things.visibility import Visibility, narrower

T = TypeVar("T", bound=Thing)

MOST_CITED = 500


class Flipchart(TiedThings, kw_only=True):
    """What the group has made in one workshop. `apply` changes it in place; nothing else may."""

    def found_by(self, id: int, person: int | None) -> Thing | None:
        """The thing of that id; by the id that it had before, only who received it
        then find it (A2, E3).
        """
        thing = self.find(id)
        if thing is None or id not in self.renumbered:
            return thing
        knew = person in self.insiders(thing) or (
            not isinstance(thing, Note) and self.has_role(person, Role.FACILITATOR)
        )
        return thing if person is not None and knew else None

    def insiders(self, thing: Thing) -> set[int]:
        """Who works on a thing while it is private: its author, who typed it, and the
        tellers of its story.
        """
        found = {thing.by, thing.typed_by}
        if isinstance(thing, Moment):
            found |= self._before_others(thing)
        elif isinstance(thing, Experience):
            found |= {*thing.insiders}
        elif isinstance(thing, Offer):
            found |= self.insiders(self.things[thing.about])
        return {person for person in found if person is not None}

    def may_read(self, thing: Thing, person: int | None) -> bool:
        """Whether this person receives the thing at all; nobody in particular where it is
        None: then everybody.
        """
        return (person is not None or thing.id > 0) and self.reaches(thing, person)

    def reaches(self, thing: Thing, person: int | None) -> bool:
        """Whether the thing is meant for this person, or for everybody,
        whatever id it has as yet.
        """
        if isinstance(thing, Note) and (thing.held or thing.kind == "memo"):
            return person is not None and person in (thing.by, thing.typed_by)
        if isinstance(thing, Offer):
            about = self.things[thing.about]
            # other words for what was hidden would tell it again (G12)
            if about.hidden is not None:
                keeps = self.has_role(person, Role.FACILITATOR)
                return person is not None and (person in (about.by, thing.by) or keeps)
            return self.reaches(about, person)
        if isinstance(thing, Moment):
            if not self.story(thing.experience).stands:
                return person is not None and person == thing.by
            return self._within(self.reach(thing), person, self._before_others(thing))
        if isinstance(thing, Experience):
            return self._within(
                thing.visibility, person, {thing.by, thing.typed_by, *thing.insiders}
            )
        return True

    def _before_others(self, moment: Moment) -> set[int | None]:
        """Who has a moment before others: its author, and the story's tellers unless it is
        its author's alone.
        """
        if (
            moment.visibility is Visibility.ONLY_ME
            and (author := self.author_of(moment)) is not None
        ):
            return {author}
        return {moment.by, *self.story(moment.experience).storytellers}

    def reach(self, thing: Experience | Moment) -> Visibility:
        """How far a story or a moment reaches; a moment never further than its story."""
        if isinstance(thing, Experience):
            return thing.visibility
        return narrower(self.story(thing.experience).visibility, thing.visibility)

    def _within(
        self, visibility: Visibility, person: int | None, insiders: set[int | None]
    ) -> bool:
        if visibility is Visibility.SHARED or (person is not None and person in insiders):
            return True
        return visibility is Visibility.FACILITATORS and self.has_role(person, Role.FACILITATOR)

    def has_role(self, person: int | None, *roles: Role) -> bool:
        """Whether the person is here in one of these roles."""
        known = self.people.get(person) if person is not None else None
        return known is not None and not known.removed and not known.roles.isdisjoint(roles)

    def keeps_text(self, person: int | None) -> bool:
        """Whether the person may change the group's text (A4)."""
        return self.has_role(person, *(OPEN_TEXT_ROLES if self.text_open else KEEPING_ROLES))

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
        """The ids of things that everybody can see and that stand, each once and in order, to
        be cited by a line.

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

    def inside_of(self, note: Note) -> int | None:
        """The note in which a merged note stands; None where it stands alone, as where
        that one is gone (A6).
        """
        if note.merged_into is None:
            return None
        outer = self.things[note.merged_into]
        return outer.id if outer.stands and outer.hidden is None else None

    def outermost(self, thing: Thing) -> Thing:
        """What stands on the board for a thing: itself, or the note in which it
        stands, however deep.
        """
        while isinstance(thing, Note) and (outer := self.inside_of(thing)) is not None:
            thing = self.things[outer]
        return thing

    def remember_slip(self, recorded: Recorded, undoing: Entry | None) -> None:
        """Keep a step of a keeper's with what would undo it; None where nothing does (G12)."""
        if recorded.typed_by is not None and self.has_role(recorded.typed_by, *KEEPING_ROLES):
            slips.keep(self, recorded, undoing)

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
        for one in self.namings.follow(self.people, id):
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
        """Who alone may do what only an author may: of an unknown hand that stays
        unnamed, who typed for it.

        Otherwise a keeper's try at somebody's unnamed words would tell whether the
        hand is known (A3).
        """
        return thing.typed_by if thing.by is None and self.is_nameless(thing) else thing.by

    def acts_for(self, thing: Thing, person: int | None) -> bool:
        """Whether the person is the author of a thing, or acts for one who is not known."""
        author = self.author_of(thing)
        return self.has_role(person, *KEEPING_ROLES) if author is None else author == person

    def is_nameless(self, thing: Thing) -> bool:
        """Whether its author is received by nobody: theirs to choose, and true of every offer
        beside it too (A3).
        """
        return thing.unnamed or (isinstance(thing, Offer) and self.things[thing.about].unnamed)

    def name_of(self, person: int | None) -> str:
        """What a person is called, or what stands for a hand that is not known."""
        return self.people[person].called if person in self.people else NAMELESS["unknown"]
