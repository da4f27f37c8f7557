"""What a flipchart holds, before anybody asks who may read it."""

from collections.abc import Iterator

from msgspec import Struct, field

from footpath.method.flipchart.entries import Entry
from footpath.method.flipchart.lookalikes import Namings
from footpath.method.flipchart.put_beside import PutBeside
from footpath.method.flipchart.threads import Threads
from footpath.method.things.collecting import collection_of
from footpath.method.things.people import Person, RoundOfTurns, Vote
from footpath.method.things.phase_words import SetUp
from footpath.method.things.things import Phase, Thing
from footpath.method.wire.sheets import HiddenTogetherView
from footpath.method.words.copies import Looked, Looking
from footpath.method.words.veils import Covered, Veil
from footpath.method.words.words import Words

Named = dict[tuple[int, Words], None]
"""By what elements named them: lanes, or stages."""

Key = tuple[str, int | str]
"""What somebody may have to look at again: a collection and an id, or "sheet" and the name
of a single sheet.
"""


class Did(Struct, frozen=True):
    """What somebody did, as far as its words need it: the kind of entry, what it was about or how
    many things, and how.
    """

    kind: str
    about: int
    count: int
    how: str


class Care(Struct, frozen=True):
    """For what a line asked before a step: sources of it that had changed, and whether copies in
    it had been covered (O9).
    """

    changed: frozenset[int] = frozenset()
    copies: bool = False


class Slip(Struct, frozen=True):
    """A step of a keeper's: which of theirs it is, the number of its entry, and what would undo
    it; None where nothing does.
    """

    place: int
    number: int
    undoing: Entry | None
    did: Did
    care: Care = Care()


class UnderWay(Struct, frozen=True):
    """A step that is undone, or done again, by the entry of that number."""

    number: int
    slip: Slip
    beneath: tuple[Slip, ...]
    """What was undone before, and can be done again after it."""
    again: bool


class PhaseClock(Struct, frozen=True):
    """How the clock of a phase stood when the group left it."""

    opened_at: int | None
    stretched: int
    left_at: int
    spent: dict[Phase, int]
    """How long the group had been in each phase before it came into this one."""


Aspect = tuple[str, int]
"""What of a thing somebody may change and undo: its place, say, and the thing's id; 0 for
the flipchart itself.
"""


class Changed(Struct, frozen=True):
    """Who changed an aspect last, in which entry; and the last entry in which anybody else did."""

    by: int | None
    number: int
    before: int = 0


class Process(Struct, frozen=True):
    """What stands in the process after the entry of that number."""

    number: int
    places: dict[int, int]
    """Of each element, from one."""
    lanes: frozenset[str]
    stages: frozenset[str]


class Gathered(Struct, eq=False):
    """What was gathered from a flipchart so that it is gathered once. It is no part of what
    happened: flipcharts are alike whatever was gathered.
    """

    process: Process | None = None

    def __eq__(self, other: object) -> bool:
        """Whatever was gathered."""
        return isinstance(other, Gathered)


class Contents(Struct, kw_only=True):
    """All that a flipchart holds, by ids of its own, and what of it must be looked at again."""

    number: int = 0
    told: list[int] = field(default_factory=list[int])
    """The numbers of the entries that everybody may know of; others receive their places here,
    never their numbers.
    """
    next_id: int = 1
    next_note: int = 1
    set_up: SetUp | None = None
    opened: bool = False
    closed: bool = False
    sittings: int = 0
    phase: Phase = Phase.GATHER
    phase_opened_at: int | None = None
    stretched: int = 0
    clocks: dict[Phase, PhaseClock] = field(default_factory=dict[Phase, PhaseClock])
    """How the clocks of the phases stood that the group has left."""
    spent: dict[Phase, int] = field(default_factory=dict[Phase, int])
    """How long the group was in each phase that it has left, in this sitting (ms)."""
    closed_at: int | None = None
    visited: set[Phase] = field(default_factory=set[Phase])
    silence: bool = False
    break_until: int | None = None
    break_minutes: int = 0
    text_open: bool = False
    pace_holder: int | None = None
    """Who keeps the pace while no facilitator is connected (G18)."""
    pace_was_given: bool = False
    people: dict[int, Person] = field(default_factory=dict[int, Person])
    namings: Namings = field(default_factory=Namings)
    """Persons by what their names look like."""
    things: dict[int, Thing] = field(default_factory=dict[int, Thing])
    face_down: set[int] = field(default_factory=set[int])
    alone: dict[int, tuple[tuple[int, int], ...]] = field(
        default_factory=dict[int, tuple[tuple[int, int], ...]]
    )
    """By the first id of each thing, from which to which entry it reached nobody but
    its author (C8, E10).
    """
    put_beside: PutBeside = field(default_factory=PutBeside)
    """Since when each text stands on a thing that is no wording of it (E10)."""
    unshared: set[int] = field(default_factory=set[int])
    """Stories, moments and offers that not everybody has received yet: their
    ids are private (E3).
    """
    renumbered: dict[int, int] = field(default_factory=dict[int, int])
    """Private ids -> the ids that everybody knows, of what was shown since."""
    cited_by: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """By what each thing is cited, in the order in which those were made."""
    aims_and_steps: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """Of these the aims and the elements of the process, of which one can serve the other (O2)."""
    tied: dict[int, int] = field(default_factory=dict[int, int])
    """How many things each person tied to others, in acts that tie more than a few (L2)."""
    merged: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    offers: dict[int, set[int]] = field(default_factory=dict[int, set[int]])
    """Open and settled offers beside each thing."""
    sided: dict[str, set[int]] = field(default_factory=dict[str, set[int]])  # by side
    aims: list[int] = field(default_factory=list[int])
    elements: list[int] = field(default_factory=list[int])
    lanes: Named = field(default_factory=dict[tuple[int, Words], None])
    """Every lane that an element was ever put into, with the element, in the order in
    which they were named.
    """
    stages: Named = field(default_factory=dict[tuple[int, Words], None])
    vote: Vote | None = None
    turns: RoundOfTurns | None = None
    last_starter: int | None = None
    hands: dict[int, int] = field(default_factory=dict[int, int])
    done: set[int] = field(default_factory=set[int])
    revealed: bool = False  # whether notes written in silence were revealed once
    heard: set[int] = field(default_factory=set[int])
    """Who has put up something in their name since the phase was opened (G8)."""
    unnamed_up: bool = False
    """Whether something was put up unnamed since the phase was opened (A3)."""
    slips: dict[int, list[Slip]] = field(default_factory=dict[int, list[Slip]])
    """Each keeper's latest steps with what would undo them, newest last (G12)."""
    undone: dict[int, list[Slip]] = field(default_factory=dict[int, list[Slip]])
    """What each keeper undid last and can do again, newest last; `undoing` does it again."""
    slips_made: dict[int, int] = field(default_factory=dict[int, int])
    """How many steps each keeper has made."""
    under_way: UnderWay | None = None
    changed: dict[Aspect, Changed] = field(default_factory=dict[Aspect, Changed])
    """By whom what a slip may be about was changed last, so that no undoing writes over it (A5)."""
    threads: Threads = field(default_factory=Threads)
    hidden_together: dict[int, HiddenTogetherView] = field(
        default_factory=dict[int, HiddenTogetherView]
    )
    """Of whom all that they put up in their name was hidden in one act (G12)."""
    veils: dict[int, Veil] = field(default_factory=dict[int, Veil])
    """What lies veiled just now, by the veil's id (E4)."""
    veils_over: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """Of these the ones that lie over each thing, in the order in which they were laid."""
    copies_covered: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})
    """In how many places veils cover copies, in what everybody reads and in the rest (L4)."""
    lifting: dict[int, dict[Covered, None]] = field(default_factory=dict[int, dict[Covered, None]])
    """What is still to be lifted of what facilitators lifted, by the number of the entry (L2)."""
    covering: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """When each person covered words that are not their own, within the hour before
    the last time (L4).
    """
    looking: dict[int, Looking] = field(default_factory=dict[int, Looking])
    """Words that were taken back and of which copies are still looked for, by the
    entry's number (E10).
    """
    leaving: set[int] = field(default_factory=set[int])
    """The stories among them: what waited for one waits until that is done."""
    looked: dict[int, Looked] = field(default_factory=dict[int, Looked])
    """What each person's last search for copies came to."""
    said_in: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    """The entries that carry words of each thing or person, by number."""
    touched: set[Key] = field(default_factory=set[Key])
    gathered: Gathered = field(default_factory=Gathered)

    @property
    def public_number(self) -> int:
        """How many entries there are that everybody may know of."""
        return len(self.told)

    def renumber(self, private: int, public: int) -> None:
        """A thing that few knew gets the id that everybody knows; veils over it
        stay where they are.
        """
        self.renumbered[private] = public
        self.threads.renumber(private, public)
        self.touch("veils", private)
        for veil in self.veils_over.pop(private, ()):
            self.veils_over.setdefault(public, []).append(veil)
            self.veils[veil].places[public] = self.veils[veil].places.pop(private)
            for still in self.lifting.values():
                if (veil, private) in still:
                    still[veil, public] = still.pop((veil, private))

    def slip_lists(self) -> Iterator[list[Slip]]:
        """All that anybody could undo or do again, list by list."""
        yield from self.slips.values()
        yield from self.undone.values()

    def forget_slips(self, person: int) -> None:
        """Let somebody undo nothing of what they did until now."""
        self.slips.pop(person, None)
        self.undone.pop(person, None)
        self.touch("slips", person)

    def touch(self, collection: str, id: int | str) -> None:
        """Say that something must be looked at again by whoever can see it."""
        self.touched.add((collection, id))

    def touch_thing(self, thing: Thing) -> None:
        """Say that a thing changed, and with it what facilitators read of the veils over it."""
        self.touched.add((collection_of(thing), thing.id))
        if thing.id in self.veils_over:
            self.touch("veils", thing.id)

    def find(self, id: int) -> Thing | None:
        """The thing of that id, or of the private id that it had before everybody knew it."""
        return self.things.get(self.renumbered.get(id, id))
