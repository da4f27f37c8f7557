"""The flipchart: the state that replaying a workshop's record gives."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct, field

from footpath.method import refusals
from footpath.method.entries import Entry, Recorded
from footpath.method.people import KEEPING_ROLES, Person, Role, Turns, number_lookalikes
from footpath.method.refusals import Refusal, kind_in_words
from footpath.method.things import (
    Experience,
    Group,
    Moment,
    Note,
    Offer,
    Phase,
    Thing,
    Visibility,
    collection_of,
    narrower,
)
from footpath.method.threads import Threads
from footpath.method.veils import Veil, follow
from footpath.method.words import Words

T = TypeVar("T", bound=Thing)

MOST_CITED = 500

Named = dict[tuple[int, Words], None]
"""By what elements named them: lanes, or stages."""

Key = tuple[str, int | str]
"""What somebody may have to look at again: a collection and an id, or "sheet" and the name of a single sheet."""


class SetUp(Struct, kw_only=True):
    """What the host gave the workshop: its title and the words and minutes of its phases."""

    title: Words = Words("")
    sides: list[str] = field(default_factory=list[str])
    minutes: dict[Phase, int] = field(default_factory=dict[Phase, int])
    welcome: Words | None = None
    questions: dict[Phase, Words] = field(default_factory=dict[Phase, Words])
    replayed: bool = False


class Vote(Struct, kw_only=True):
    """A dot vote: secret while open (A8)."""

    dots_each: int
    open: bool = True
    dots: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    totals: dict[int, int] = field(default_factory=dict[int, int])


class Flipchart(Struct, kw_only=True):
    """What the group has made in one workshop. `apply` changes it in place; nothing else may."""

    number: int = 0
    public_number: int = 0
    next_id: int = 1
    next_note: int = 1
    set_up: SetUp | None = None
    opened: bool = False
    closed: bool = False
    sittings: int = 0
    phase: Phase = Phase.GATHER
    phase_opened_at: int | None = None
    stretched: int = 0
    visited: set[Phase] = field(default_factory=set[Phase])
    silence: bool = False
    break_until: int | None = None
    text_open: bool = False
    pace_holder: int | None = None
    """Who keeps the pace while no facilitator is connected (G18)."""
    pace_was_given: bool = False
    people: dict[int, Person] = field(default_factory=dict[int, Person])
    alike: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    """Persons by what their names look like."""
    things: dict[int, Thing] = field(default_factory=dict[int, Thing])
    face_down: set[int] = field(default_factory=set[int])
    renumbered: dict[int, int] = field(default_factory=dict[int, int])
    """Private ids of what was written in silence -> the ids that the reveal gave."""
    cited_by: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    merged: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    offers: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    """Open and settled offers beside each thing."""
    sided: dict[str, set[int]] = field(default_factory=dict[str, set[int]])  # what was told, by side
    aims: list[int] = field(default_factory=list[int])
    elements: list[int] = field(default_factory=list[int])
    lanes: Named = field(default_factory=dict[tuple[int, Words], None])
    """Every lane that an element was ever put into, with the element, in the order in which they were named."""
    stages: Named = field(default_factory=dict[tuple[int, Words], None])
    vote: Vote | None = None
    turns: Turns | None = None
    last_starter: int | None = None
    hands: dict[int, int] = field(default_factory=dict[int, int])
    done: set[int] = field(default_factory=set[int])
    revealed: bool = False  # whether notes written in silence were revealed once
    heard: set[int] = field(default_factory=set[int])
    """Who has put up something in their name since the phase was opened (G8)."""
    slips: dict[int, list[Entry]] = field(default_factory=dict[int, list[Entry]])
    """What would undo each facilitator's latest slips, newest last (G12)."""
    threads: Threads = field(default_factory=Threads)
    veils: dict[int, Veil] = field(default_factory=dict[int, Veil])
    """What lies veiled just now, by the veil's id (E4)."""
    covering: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """When each person covered words that are not their own, within the hour before the last time (L4)."""
    said_in: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """The entries that carry words of each thing or person, by number."""
    touched: set[Key] = field(default_factory=set[Key])

    def renumber(self, private: int, public: int) -> None:
        """A thing that few knew gets the id that everybody knows; veils over it stay where they are."""
        self.renumbered[private] = public
        follow(self.veils, private, public)
        masked = self.threads.copies_masked
        self.threads.copies_masked = {public if id == private else id for id in masked} if private in masked else masked

    def touch(self, collection: str, id: int | str) -> None:
        """Say that something must be looked at again by whoever can see it."""
        self.touched.add((collection, id))

    def touch_thing(self, thing: Thing) -> None:
        """Say that a thing changed."""
        self.touched.add((collection_of(thing), thing.id))

    def find(self, id: int) -> Thing | None:
        """The thing of that id, or of the private id that it had in silence."""
        return self.things.get(self.renumbered.get(id, id))

    def found_by(self, id: int, person: int | None) -> Thing | None:
        """The thing of that id; by the id that it had in silence its author and who typed it find it alone (A2)."""
        thing = self.find(id)
        theirs = thing is not None and person is not None and person in (thing.by, thing.typed_by)
        return thing if theirs or id not in self.renumbered else None

    def may_read(self, thing: Thing, person: int | None) -> bool:
        """Whether this person receives the thing at all."""
        if isinstance(thing, Note) and (thing.held or thing.kind == "memo"):
            return person is not None and person in (thing.by, thing.typed_by)
        if isinstance(thing, Offer):
            about = self.things[thing.about]
            if about.hidden is not None:  # other words for what was hidden would tell it again (G12)
                return person is not None and (
                    person in (about.by, thing.by) or self.has_role(person, Role.FACILITATOR)
                )
            return self.may_read(about, person)
        if isinstance(thing, Moment):
            story = self.story(thing.experience)
            if not story.stands:
                return person is not None and person == thing.by
            return self._within(self.reach(thing), person, [thing.by, *story.storytellers])
        if isinstance(thing, Experience):
            return self._within(thing.visibility, person, [thing.by, thing.typed_by, *thing.storytellers])
        return True

    def reach(self, thing: Experience | Moment) -> Visibility:
        """How far a story or a moment reaches; a moment never further than its story."""
        if isinstance(thing, Experience):
            return thing.visibility
        return narrower(self.story(thing.experience).visibility, thing.visibility)

    def _within(self, visibility: Visibility, person: int | None, insiders: list[int | None]) -> bool:
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
        """A thing that everybody can see and that still stands.

        Raises:
            Refusal: when there is none.
        """
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
            raise Refusal(refusals.WRONG_THING.format(thing=kind_in_words(type(thing).__name__)))
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
        if isinstance(thing, Experience | Note) and thing.side is not None:
            self.sided.setdefault(thing.side.shown, set()).add(thing.id)
        self.touch_thing(thing)

    def tie(self, thing: Thing, cited: Sequence[int]) -> None:
        """Remember that a thing cites others, so that they can be walked back to it."""
        for id in cited:
            self.cited_by.setdefault(id, set()).add(thing.id)
            self.touch_cited(id)

    def untie(self, thing: Thing, cited: Sequence[int]) -> None:
        """Forget that a thing cites others."""
        for id in cited:
            self.cited_by.get(id, set[int]()).discard(thing.id)
            self.touch_cited(id)

    def touch_cited(self, id: int) -> None:
        """A cited thing shows by what it is cited."""
        if id in self.things:
            self.touch_thing(self.things[id])

    def touch_around(self, thing: Thing) -> None:
        """A thing changed in a way that those which rest on it, and those it rests on, show."""
        self.touch_thing(thing)
        # notes and groups that are about it show nothing of it, and there can be thousands of them
        citers = (id for id in self.cited_by.get(thing.id, ()) if not isinstance(self.things.get(id), Note | Group))
        for id in (*citers, *thing.cites, *self.offers.get(thing.id, ())):
            self.touch_cited(id)

    def remember_slip(self, recorded: Recorded, inverse: Entry) -> None:
        """Keep what would undo this entry, for the facilitator whose slip it was (G12)."""
        if recorded.typed_by is not None and self.has_role(recorded.typed_by, *KEEPING_ROLES):
            self.slips.setdefault(recorded.typed_by, []).append(inverse)

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

    def hear(self, person: int | None) -> None:
        """Somebody has put up something in their name."""
        if person is not None and person not in self.heard:
            self.heard.add(person)
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

    def is_nameless(self, thing: Thing) -> bool:
        """Whether its author is received by nobody: theirs to choose, and true of their offers beside it too (A3)."""
        about = self.things.get(thing.about) if isinstance(thing, Offer) else None
        return thing.unnamed or (about is not None and about.unnamed and about.by == thing.by)

    def name_of(self, person: int | None) -> str:
        """A person's name, or what stands for a hand that is not known."""
        return self.people[person].name.shown if person in self.people else "Someone in the room"
