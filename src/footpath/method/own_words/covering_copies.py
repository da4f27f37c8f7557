"""Covering copies of words that were taken back: what follows from taking them back, however
long it takes (E10).

The words themselves went at once. What was waiting for a story that went is shown only now: copies
could stand in it.
"""

from collections import Counter
from collections.abc import Sequence

from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import words_within
from footpath.method.flipchart.private_ids import private_id
from footpath.method.own_words.copies_elsewhere import looked_through
from footpath.method.own_words.said_first import (
    SaidBefore,
    author_of,
    leave_to_others,
    said_first,
    without_ones_own,
)
from footpath.method.own_words.searching import Look, Search, copies_in, found_in
from footpath.method.own_words.unveiling import WordsVeiled
from footpath.method.things.people import Who
from footpath.method.things.things import Experience, Thing
from footpath.method.throughout.covering import at_once, is_much_veiled, with_room
from footpath.method.throughout.notes import goes_up
from footpath.method.words.copies import Looked, Looking
from footpath.method.words.sought import (
    OfOneHand,
    Searched,
    Sought,
    Spans,
    learn_by_hands,
    passages_of,
    without_a_rest,
)
from footpath.method.words.veils import Because, Place, is_beneath, is_for_too_many
from footpath.method.words.words import Words

MOST_TOGETHER, LETTERS_TOGETHER = 128, 200_000
"""Takings back whose copies are looked for in one pass, and the letters of their words, which
are held meanwhile.
"""


class CoverCopies(Command, frozen=True, kw_only=True):
    """Copies of what somebody took back are covered; asked for in their name by what follows
    from that entry alone.
    """

    taken: Number
    """The number of the entry by which it was taken back."""


class CopiesLookedFor(Entry, frozen=True, kw_only=True):
    """Copies were looked for, and the words go from the record.

    `covered` and `left` count the places, as far as who took the words back may know of them.
    """

    known_to = "themselves"
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
    look = _look(chart, looking, hand.searched)
    found = {
        id: passages
        for id, passages in found_in(chart, hand, look).items()
        if id not in looking.let_stand
    }
    unnamed = any(chart.is_nameless(chart.things[id]) for id in looking.about)
    by = None if unnamed else hand.by
    covered = {id for id in found if _is_covered_as_a_whole(chart, id)}
    uncovered = {id: passages for id, passages in found.items() if id not in covered}
    chosen, _ = at_once(chart, uncovered, are_copies=True)
    places = [place for one in chosen if (place := _still_to_cover(chart, one, by)) is not None]
    covered |= {place.about for place in chosen} - {place.about for place in places}
    places = with_room(chart, places)
    veiled = WordsVeiled(
        because=Because.COPY, places=places, unnamed=unnamed, drawn=private_id(chart, hand)
    )
    covered |= {place.about for place in places}
    told = [id in covered for id in found if _may_know(chart, id, hand.typed_by)]
    looked = CopiesLookedFor(taken=command.taken, covered=sum(told), left=len(told) - sum(told))
    if not looking.about:  # a title, of a story that stays
        return [looked, veiled]
    story = chart.things[looking.about[0]]
    if not isinstance(story, Experience) or not chart.may_read(story, None):
        return [looked, veiled]  # for a story that nobody else received, nothing waits
    return [looked, veiled, *goes_up(chart, hand, lambda turn: turn[0] == story.id)]


def _is_covered_as_a_whole(chart: Flipchart, id: int) -> bool:
    return any(is_for_too_many(chart.veils[veil], id) for veil in chart.veils_over.get(id, ()))


def _still_to_cover(chart: Flipchart, place: Place, by: int | None) -> Place | None:
    """What a veil of somebody's is to cover of a place: nothing of what lies beneath one of theirs,
    for who says the same again and again has it covered once; the whole where there are too many.

    Somebody else's veil is lifted for what they said, so it does not stand for theirs.
    """
    copies = {
        id: chart.veils[id].by
        for id in chart.veils_over.get(place.about, ())
        if chart.veils[id].because is Because.COPY
    }
    is_full = is_much_veiled(chart, place.about, Because.COPY)
    over = {id for id, whose in copies.items() if is_full or whose == by}
    if over and all(
        is_beneath(words, over, place.passages) for words in words_within(chart.things[place.about])
    ):
        return None
    return Place(about=place.about) if is_full else place


def _may_know(chart: Flipchart, id: int, person: int | None) -> bool:
    """Whether somebody may know of a thing in which a copy stands: who was shown out learns
    nothing of the others'.
    """
    thing, known = chart.things[id], chart.people.get(person or 0)
    is_here = known is not None and not known.removed
    return is_here and chart.may_read(thing, person) and thing.stands and thing.hidden is None


def _look(chart: Flipchart, looking: Looking, searched: Searched | None) -> Look:
    """Gives the copies that stand in a thing; what was searched for beside the writer
    is not learnt again.
    """
    if searched is not None and searched.sought is not None:
        words, parts, before = searched.sought, searched.parts, searched.before
    else:
        words = Sought()
        parts = without_a_rest(learn_by_hands(words, looking.about, looking.said))
        for _ in leave_to_others(chart, words, parts):
            pass
        before = without_a_rest(said_first(chart, words, chart.people, looking.offered))
    among = looked_through(chart, parts)
    earlier = SaidBefore(chart, min((one.since for one in looking.said), default=0))

    def look(thing: Thing) -> tuple[Words, ...]:
        if not (bits := among(thing)):
            return ()
        author = author_of(chart, thing)
        texts = copies_in(chart, words, bits, thing, before=before.get(author or 0))
        passages = passages_of(without_a_rest(texts), bits)
        if author is None or author in before:
            return passages
        # who had no copy when all were searched may say something of their own again
        return earlier.not_in_it(author, passages) if passages else passages

    return look


def search(chart: Flipchart, asked: Sequence[tuple[CoverCopies, Hand]]) -> Search:
    """Look for copies of all that was taken back, in one pass through what everybody said."""
    chosen = _together(chart, asked)
    words, found, parts = Sought(), dict[int, dict[str, Spans]](), dict[int, dict[int, OfOneHand]]()
    for number in dict.fromkeys(asked[one][0].taken for one in chosen):
        if (looking := chart.looking.get(number)) is not None:
            place = sum(map(len, parts.values()))
            parts[number] = yield from learn_by_hands(words, looking.about, looking.said, place)
    every = {bit: one for own in parts.values() for bit, one in own.items()}
    yield from leave_to_others(chart, words, every)
    among = looked_through(chart, every)
    for thing in list(chart.things.values()):
        if (those := among(thing)) and (
            texts := (yield from copies_in(chart, words, those, thing))
        ):
            found[thing.id] = texts
        yield None
    offered = [said for number in parts for said in chart.looking[number].offered]
    before = yield from without_ones_own(chart, words, found, among, offered)
    for one in chosen:
        own = parts.get(asked[one][0].taken, {})
        passages = dict[int, tuple[Words, ...]]()
        for id, texts in found.items():
            if copies := passages_of(texts, sum(own)):
                passages[id] = copies
            yield None
        yield one, Searched(found=passages, sought=words, parts=own, before=before)


def _together(chart: Flipchart, asked: Sequence[tuple[CoverCopies, Hand]]) -> list[int]:
    """The places of those that are looked for together: the first, then of others one each,
    and short ones first.

    So who takes back a note waits for nobody's many, and for nobody's long ones.
    """
    of_person, ranked = Counter[int | None](), list[tuple[int, int, int]]()
    for place, (command, hand) in enumerate(asked):
        looking = chart.looking.get(command.taken)
        letters = sum(len(said.text) for said in looking.said) if looking is not None else 0
        ranked.append((of_person[hand.typed_by] if place else -1, letters, place))
        of_person[hand.typed_by] += 1
    chosen, letters = list[int](), 0
    for _, more, place in sorted(ranked)[:MOST_TOGETHER]:
        letters += more
        if chosen and letters > LETTERS_TOGETHER:
            break
        chosen.append(place)
    return chosen


def copies_looked_for(chart: Flipchart, entry: CopiesLookedFor, recorded: Recorded) -> None:
    looking = chart.looking.pop(entry.taken, None)
    if looking is not None:
        chart.leaving.difference_update(looking.about)
    person = recorded.typed_by
    if person is not None:
        covered, left, last = entry.covered, entry.left, chart.looked.get(person)
        if last is not None and abs(last.taken - entry.taken) == 1:
            # moments and what somebody called their story were taken back together
            covered, left = covered + last.covered, left + last.left
        chart.looked[person] = Looked(at=recorded.at, covered=covered, left=left, taken=entry.taken)
    chart.touch("copies", person or 0)


ASKED: Asked = {CoverCopies: Ask(Who.FOLLOWING, cover_copies, after_close=True)}

HAPPENED: Happened = {CopiesLookedFor: copies_looked_for}
