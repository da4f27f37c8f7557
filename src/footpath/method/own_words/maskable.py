"""What can be masked: for good one's own words, everywhere a short name from outside,
nobody's who is here.
"""

from collections.abc import Collection, Iterable

from footpath.method import refusals
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.held_words import words_within
from footpath.method.own_words.searching import worded_in
from footpath.method.refusals import Refusal
from footpath.method.things.story_titles import titled_by
from footpath.method.things.things import GROUP_TEXT, Experience, Moment, Thing
from footpath.method.words.veils import sealed
from footpath.method.words.words import places_of

MOST_WORDS, MOST_LETTERS = 6, 60
"""What a name has at most: more of others' words is never covered everywhere."""
MOST_SPOTS = 30_000
"""How often letters stand at most where one act masks them."""
MOST_MOVED, A_SPOT = 6_000_000, 20
"""Letters, once for each veil over them, that a mask moves at most; a place at which it is put
works as much as twenty.
"""


def is_own(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether these are somebody's own words to mask for good: in their name, or of the story
    that they alone tell.

    Of a story where nobody else who told it worded its title: a name in that is covered as in
    others' words.

    What they left unnamed is treated as everybody's, so that no mask tells whose it is (A3).
    """
    if person is None or isinstance(thing, GROUP_TEXT) or chart.is_nameless(thing):
        return False
    if isinstance(thing, Experience):
        worded = titled_by(thing, person)
        others = (one for one in thing.wordings if one not in worded)
        return person in thing.storytellers and not any(one.words.shown for one in others)
    if isinstance(thing, Moment) and thing.by is None:
        return chart.story(thing.experience).storytellers == [person]
    return thing.by == person


def is_told_by(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether these are words of a story that somebody tells, alone or with
    others, and not unnamed.
    """
    if person is None or not isinstance(thing, Experience | Moment) or chart.is_nameless(thing):
        return False
    story = thing if isinstance(thing, Experience) else chart.story(thing.experience)
    return person in story.storytellers and (
        thing is story or thing.by in (None, *story.storytellers)
    )


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


def check_is_nobody(chart: Flipchart, passage: str, found: Iterable[int]) -> None:
    """Nobody's name is covered who is here; a name that somebody took after the words were
    said protects no firm.

    Raises:
        Refusal: when somebody had that name before it was said.
    """
    letters, named_in = _letters(passage), dict[str, int]()
    for person in chart.people.values():
        if not person.removed:
            named_in[person.name.shown] = min(
                person.named_in, named_in.get(person.name.shown, person.named_in)
            )
    # a pattern is made only of names that can be in it: there may be thousands
    called = [
        name
        for name in named_in
        if places_of(name, passage) or (_letters(name) <= letters and places_of(passage, name))
    ]
    if not called:
        return
    first = min((_first_said(chart.things[id], passage) for id in found), default=chart.number + 1)
    if any(named_in[name] < first for name in called):
        raise Refusal(refusals.PASSAGE_IS_A_PERSON)


def _first_said(thing: Thing, passage: str) -> int:
    """The entry in which a passage was first put into a thing's words."""
    worded = (one.entry for one in thing.wordings if places_of(sealed(one.words), passage))
    return min(worded, default=worded_in(thing))


def _letters(text: str) -> set[str]:
    """The letters of a text, whatever their case, a dotless i with the others as in patterns."""
    return set(text.translate({0x130: "i", 0x131: "i"}).casefold())


def is_everywhere(chart: Flipchart, ids: Collection[int], passage: str) -> bool:
    """Whether the letters of a passage stand in these things more often than one act can mask,
    earlier wordings too, or very much that is covered would move.
    """
    texts = [sealed(words) for id in ids for words in words_within(chart.things[id])]
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
                moved += veils * (len(sealed(words)) + A_SPOT * spots)
    return moved > MOST_MOVED
