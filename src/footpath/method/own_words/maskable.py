"""What can be masked: for good one's own words, everywhere a short name from outside,
nobody's who is here.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from footpath.method import refusals
from footpath.method.flipchart.entries import Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import words_within
from footpath.method.flipchart.whose_own import is_of_their_story
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.own_words.texts import said_in_thing
from footpath.method.refusals import Refusal
from footpath.method.things.things import Thing
from footpath.method.throughout.covering import MOST_WORDINGS
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words, exactly, places_of, stands_in

MOST_WORDS, MOST_LETTERS = 6, 60
"""What a name has at most: more of others' words is never covered everywhere."""
MOST_SPOTS = 30_000
"""How often letters stand at most where one act masks them."""
MOST_READ = 1_000_000
"""Letters through which the writer looks for what one act masks in one's own words."""
MOST_MOVED, A_SPOT, A_WORDING = 3_500_000, 20, 300
"""Letters, once for each veil over them, that a mask moves at most; a place at which it is put
works as much as twenty, and a wording as three hundred.
"""
AT_LEAST = 8
"""So many veils more a wording beneath any works as much as."""


def is_short(passage: str) -> bool:
    """Whether a passage is no longer than a name."""
    return len(passage) <= MOST_LETTERS and len(passage.split()) <= MOST_WORDS


def check_is_a_name(chart: Flipchart, passage: str) -> None:
    """What is covered in others' words is short, and not from the workshop's title.

    Raises:
        Refusal: when it is anything else.
    """
    if len(passage) < 2:
        raise Refusal(refusals.PASSAGE_TOO_SHORT)
    if not is_short(passage):
        raise Refusal(refusals.PASSAGE_TOO_LONG)
    if chart.set_up is not None and places_of(chart.set_up.title.shown, passage):
        raise Refusal(refusals.PASSAGE_IS_THE_TITLE)


def check_is_nobody(chart: Flipchart, passage: str, said: Iterable[int]) -> None:
    """Nobody's name is covered who is here; a name that somebody took after the words were
    said protects no firm.

    `said` are the entries by which things first said it, looked at where somebody is called so.

    Raises:
        Refusal: when somebody had that name before it was said.
    """
    named_in = dict[str, int]()
    for person in chart.people.values():
        if not person.removed:
            named_in[person.name.shown] = min(
                person.named_in, named_in.get(person.name.shown, person.named_in)
            )
    whole = _folded(passage)
    # no pattern is made of a name: there may be thousands
    called = [
        name for name in named_in if stands_in(name, passage) or exactly(whole, _folded(name))
    ]
    first = min(said, default=chart.number + 1) if called else 0
    if any(named_in[name] < first for name in called):
        raise Refusal(refusals.PASSAGE_IS_A_PERSON)


def first_said(chart: Flipchart, thing: Thing, passage: str) -> int:
    """The entry with which a passage that stands in a thing first reached others than who put it
    there: what somebody put for themselves proves nothing.
    """
    said = (one for one in said_in_thing(chart, thing) if stands_in(sealed(one.words), passage))
    return min((reached_others(chart, thing, one.number) for one in said), default=STILL)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A text whatever its case and spacing, a dotless i with the others as in patterns."""
    return " ".join(text.translate({0x130: "i", 0x131: "i"}).casefold().split())


def entries_saying(
    chart: Flipchart, found: Iterable[int], passage: str, hand: Hand
) -> Iterator[int]:
    """By which entries these things first said a passage; what a search beside the writer learnt
    of that is not looked for again.
    """
    known = dict[int, int]()
    if hand.searched is not None:
        again = {chart.renumbered.get(id, id) for id in hand.searched.again}
        ids = {chart.renumbered.get(id, id): said for id, said in hand.searched.first.items()}
        known = {id: said for id, said in ids.items() if id not in again}
    for id in found:
        yield known[id] if id in known else first_said(chart, chart.things[id], passage)


def standing(thing: Thing, passage: str) -> tuple[Words, ...]:
    """The passage in every spelling in which it stands in a thing's words, and in what a
    facilitator put over them.
    """
    texts = dict.fromkeys(
        text for words in words_within(thing) for text in (sealed(words), words.shown)
    )
    return spellings(texts, passage)


def spellings(texts: Iterable[str], passage: str) -> tuple[Words, ...]:
    return tuple(
        map(Words, dict.fromkeys(text[a:b] for text in texts for a, b in places_of(text, passage)))
    )


def check_told(chart: Flipchart, person: int | None, passage: str) -> Iterator[None]:
    """Refuse what stands in no story that the person tells before all else is looked through.

    Raises:
        Refusal: when it is a facilitator's to cover.
    """
    for thing in list(chart.things.values()):
        if is_of_their_story(chart, thing, person):
            if standing(thing, passage):
                return
            yield None
    raise Refusal(refusals.FOR_FACILITATORS)


def is_everywhere(chart: Flipchart, ids: Collection[int], passage: str) -> bool:
    """Whether the letters of a passage stand in these things more often than one act can mask,
    earlier wordings too, these are very many or very long, or very much that is covered would move.
    """
    texts = [sealed(words) for id in ids for words in words_within(chart.things[id])]
    if len(texts) > MOST_WORDINGS or sum(map(len, texts)) > MOST_READ:
        return True
    letters = passage.casefold()
    many = sum(map(len, texts)) > MOST_SPOTS * len(passage)
    spots = sum(text.casefold().count(letters) for text in texts) if many else 0
    return spots > MOST_SPOTS or moves_too_much(chart, ids, passage)


def moves_too_much(chart: Flipchart, ids: Iterable[int], passage: str) -> bool:
    """Whether masking a passage in these would move very much that is covered."""
    letters, moved = passage.casefold(), 0
    for id in ids:
        if not letters or not (veils := len(chart.veils_over.get(id, ()))):
            continue
        for words in words_within(chart.things[id]):
            if spots := sealed(words).casefold().count(letters):
                letters_there = len(sealed(words)) + A_SPOT * spots
                moved += veils * letters_there + (veils + AT_LEAST) * A_WORDING
    return moved > MOST_MOVED
