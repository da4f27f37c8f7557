"""Covering copies of words that were taken back: what follows from taking them back, however long it takes (E10).

The words themselves went at once. What was waiting for a story that went is shown only now: copies could stand in it.
"""

from footpath.method.asking import Ask, Asked, Happened
from footpath.method.copies import Looked, Looking
from footpath.method.covering import may_cover_more_copies
from footpath.method.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart import Flipchart
from footpath.method.notes import held_notes, reveal, still_waiting
from footpath.method.people import Who
from footpath.method.searching import Search, finder_of, found_in, through
from footpath.method.sharing import private_id
from footpath.method.taking_back import looking_for
from footpath.method.things import Experience
from footpath.method.unveiling import WordsVeiled, at_once
from footpath.method.veils import Because


class CoverCopies(Command, frozen=True, kw_only=True):
    """Copies of what somebody took back are covered; asked for in their name by what follows from that entry alone."""

    taken: Number
    """The number of the entry by which it was taken back."""


class CopiesLookedFor(Entry, frozen=True, kw_only=True):
    """Copies were looked for, and the words go from the record.

    `covered` and `left` count the places, as far as who took the words back may know of them.
    """

    taken: int
    covered: int = 0
    left: int = 0

    @property
    def is_private(self) -> bool:
        """Nobody but who took the words back is told how many copies there were."""
        return True


def cover_copies(chart: Flipchart, command: CoverCopies, hand: Hand) -> list[Entry]:
    looking = chart.looking.get(command.taken)
    if looking is None:
        return []  # it was done already
    # what was searched for beside the writer stays what is looked for
    known = hand.searched.finder if hand.searched is not None else None
    look = looking_for(chart, looking.about, known or finder_of(looking.said))
    found = {id: passages for id, passages in found_in(chart, hand, look).items() if id not in looking.let_stand}
    places, _ = at_once(chart, found if may_cover_more_copies(chart) else {})
    unnamed = any(chart.is_nameless(chart.things[id]) for id in looking.about)
    veiled = WordsVeiled(because=Because.COPY, places=places, unnamed=unnamed, drawn=private_id(chart, hand))
    covered = {place.about for place in places}
    told = [id in covered for id in found if _may_know(chart, id, hand.typed_by)]
    looked = CopiesLookedFor(taken=command.taken, covered=sum(told), left=len(told) - sum(told))
    return [looked, veiled, *reveal(chart, hand, _freed(chart, looking))]


def _may_know(chart: Flipchart, id: int, person: int | None) -> bool:
    """Whether somebody may know of a thing in which a copy stands: who was shown out learns nothing of the others'."""
    thing, known = chart.things[id], chart.people.get(person or 0)
    is_here = known is not None and not known.removed
    return is_here and chart.may_read(thing, person) and thing.stands and thing.hidden is None


def _freed(chart: Flipchart, looking: Looking) -> list[int]:
    """The notes that waited for the story which went, and for none that stands."""
    story = chart.things[looking.about[0]]
    if not isinstance(story, Experience) or not chart.may_read(story, None):
        return []  # for a story that nobody else received, nothing waits
    waiting = still_waiting(chart, (note for note in held_notes(chart) if not note.silent))
    return [id for id, turns in waiting.items() if all(one == story.id for one, _ in turns)]


def search(chart: Flipchart, command: CoverCopies, person: int | None) -> Search:
    """Look for copies of what was taken back."""
    looking = chart.looking.get(command.taken)
    if looking is None:
        return iter(())
    finder = finder_of(looking.said)
    return through(chart, looking_for(chart, looking.about, finder), finder)


def copies_looked_for(chart: Flipchart, entry: CopiesLookedFor, recorded: Recorded) -> None:
    looking = chart.looking.pop(entry.taken, None)
    if looking is not None:
        chart.leaving.difference_update(looking.about)
    if recorded.typed_by is not None:
        chart.looked[recorded.typed_by] = Looked(at=recorded.at, covered=entry.covered, left=entry.left)
    chart.touch("copies", recorded.typed_by or 0)


ASKED: Asked = {CoverCopies: Ask(Who.FOLLOWING, cover_copies, after_close=True)}

HAPPENED: Happened = {CopiesLookedFor: copies_looked_for}
