"""How much may lie covered, by one act, by one person's masking, and by what was taken
back, whoever did (L4).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from footpath.method.flipchart.entries import Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import words_within
from footpath.method.refusals import Refusal
from footpath.method.things.people import Role
from footpath.method.things.things import GROUP_TEXT, Note, NoteKind
from footpath.method.words.veils import Because, Place, Veil, sealed
from footpath.method.words.words import Words

HOUR = 3600 * 1000
MOST_AT_ONCE = 200
"""Things that one act covers or settles."""
MOST_LETTERS_AT_ONCE = 150_000
"""Letters, earlier wordings too, in the things that one act covers."""
MOST_LOOKED_FOR = 4_000
"""Passages, in each wording of the things in which they stand, that are looked for in one act to be
covered as copies: others decide how many copies they make of one's words.
"""
MOST_AN_HOUR, MOST_OF_FACILITATORS = 12, 120
"""A storyteller masks some ten names of a long story in one go."""
MOST_COVERED = 800
"""Things that lie covered by one person; when a facilitator has lifted or confirmed some,
they can cover others.
"""
MOST_COPIES = 12_000
"""Places in which a workshop's veils cover copies: those that everybody reads, and as many that few
do, so that nobody learns from what is covered how much is private. Others decide how many copies
there are of somebody's words, so this is nobody's own: a room of one person's that was full would
tell whose an uncovered copy of unnamed words is (A3).
"""
ALWAYS_COVERED = 20
"""Of these so many for each taking back, however full it is, whoever took back: otherwise one guest
who copies and takes back without end keeps everybody's from being covered.
"""

MOST_OVER_ONE = 60
"""Veils over one thing for one reason: each act that touches its words moves all of them (L2). A
copy too many covers the whole thing instead of its passage, until a facilitator has looked; a name
too many that is no facilitator's is left, for nobody else's words are covered by more than a name
(E4). Counted apart, for whose words a copy holds is no reason to leave a name.
"""

MOST_WORDINGS = 2_000
"""Wordings of things that one act changes: each takes some ten millionths of a second."""
MOST_MOVED, A_WORDING = 2_000_000, 100
"""Letters, once for each veil over them, that one act moves, where a wording works as much as a
hundred.
"""
MOST_WORDINGS_VEILED = 300
"""Wordings of one thing, once for each veil over it for copies, from which on a copy more covers
the whole of it too: fifteen veils over a note of twenty wordings. One of five has its sixty.
"""
MUCH = 40
"""Wordings of a thing, once for each veil over it and the one to be laid, from which on it is
covered after others: who piles them up keeps no copy elsewhere from being covered.
"""
MOST_MOVED_IN_ONE = 2_400_000
"""Such letters in one thing, from which on a copy more covers the whole of it: twelve veils over a
note of ten thousand letters with twenty earlier wordings.
"""


def moved_in(chart: Flipchart, id: int, besides: int = 0) -> int:
    """Letters of a thing, and what its wordings work besides, once for each veil over it: all of
    these move with what is masked. `besides` veils are to be laid over it.
    """
    lengths = [len(sealed(words)) + A_WORDING for words in words_within(chart.things[id])]
    return sum(lengths) * (len(chart.veils_over.get(id, ())) + besides)


class Portion:
    """What one act changes, thing by thing, of the words of many: so much that nobody waits, and
    one thing in any case. The rest goes in others (L2).
    """

    def __init__(self, chart: Flipchart) -> None:
        """Nothing is changed yet."""
        self._chart, self._wordings, self._moved, self._is_empty = chart, 0, 0, True

    def takes(self, id: int, besides: int = 0) -> bool:
        """Whether a thing goes with it; `besides` veils are laid over that."""
        self._wordings += sum(1 for _ in words_within(self._chart.things[id]))
        self._moved += moved_in(self._chart, id, besides)
        fits = self._wordings <= MOST_WORDINGS and self._moved <= MOST_MOVED
        first, self._is_empty = self._is_empty, False
        return fits or first


def is_much_veiled(chart: Flipchart, id: int, because: Because) -> bool:
    """Whether so many veils lie over a thing for one reason that no single passage more is
    covered for it.
    """
    over = (chart.veils[veil] for veil in chart.veils_over.get(id, ()))
    for_it = sum(veil.because is because for veil in over)
    if for_it >= MOST_OVER_ONE or because is not Because.COPY:
        return for_it >= MOST_OVER_ONE
    worded = for_it * len(chart.things[id].wordings)
    return worded >= MOST_WORDINGS_VEILED or moved_in(chart, id) >= MOST_MOVED_IN_ONE


def check_not_too_often(chart: Flipchart, hand: Hand, sentence: str) -> None:
    """Let nobody flood the flipchart with veils.

    Raises:
        Refusal: with the sentence, when they covered too often within the hour, or too much
            lies covered by them.
    """
    facilitates = chart.has_role(hand.typed_by, Role.FACILITATOR)
    acts = sum(at > hand.at - HOUR for at in chart.covering.get(hand.typed_by or 0, ()))
    if acts >= (MOST_OF_FACILITATORS if facilitates else MOST_AN_HOUR):
        raise Refusal(sentence)
    names = (
        veil
        for veil in chart.veils.values()
        if veil.because is Because.NAME and veil.by == hand.typed_by
    )
    if not facilitates and _seen_by_everybody(chart, names) >= MOST_COVERED:
        raise Refusal(sentence)


def with_room(chart: Flipchart, places: Sequence[Place]) -> tuple[Place, ...]:
    """Of the places in which copies of what somebody took back are to be covered those for which
    there is room.
    """
    found, covered, own = list[Place](), Counter(chart.copies_covered), Counter[bool]()
    for place in places:
        is_seen = chart.may_read(chart.things[place.about], None)
        covered[is_seen] += 1
        own[is_seen] += 1
        if covered[is_seen] <= MOST_COPIES or own[is_seen] <= ALWAYS_COVERED:
            found.append(place)
    return tuple(found)


def _is_much(chart: Flipchart, id: int) -> bool:
    return len(chart.things[id].wordings) * (1 + len(chart.veils_over.get(id, ()))) > MUCH


def _seen_by_everybody(chart: Flipchart, veils: Iterable[Veil]) -> int:
    """How many things that everybody sees lie beneath these."""
    return sum(
        chart.may_read(chart.things[id], None)
        for id in {about for veil in veils for about in veil.places}
    )


def covered_words(chart: Flipchart, recorded: Recorded) -> None:
    """Somebody covered words: one act counts once, however many entries it made."""
    person = recorded.typed_by or 0
    times = [
        at for at in chart.covering.get(person, ()) if at > recorded.at - HOUR and at != recorded.at
    ]
    chart.covering[person] = [*times, recorded.at]


def at_once(
    chart: Flipchart, found: dict[int, tuple[Words, ...]], *, are_copies: bool = False
) -> tuple[tuple[Place, ...], bool]:
    """What one act covers of what was found, and whether it leaves any that everybody reads.

    What everybody reads comes first, the group's text before the rest: nothing private stands in
    its way; and before what has very many wordings, or veils, what has few. Memos are nobody's but
    their writer's, and no veil lies over them.
    """
    ids = [
        id
        for id in found
        if not (isinstance(note := chart.things[id], Note) and note.kind is NoteKind.MEMO)
    ]
    ids.sort(
        key=lambda id: (
            not chart.may_read(chart.things[id], None),
            not isinstance(chart.things[id], GROUP_TEXT),
            _is_much(chart, id),
        )
    )
    places, letters, looked_for, portion = list[Place](), 0, 0, Portion(chart)
    for place, id in enumerate(ids):
        lengths = [len(words.shown) for words in words_within(chart.things[id])]
        letters, looked_for = letters + sum(lengths), looked_for + len(found[id]) * len(lengths)
        much = letters > MOST_LETTERS_AT_ONCE or (are_copies and looked_for > MOST_LOOKED_FOR)
        much |= not portion.takes(id, 1)
        if len(places) == MOST_AT_ONCE or (much and places):
            return tuple(places), chart.may_read(chart.things[ids[place]], None)
        places.append(Place(about=id, passages=found[id]))
    return tuple(places), False
