"""What somebody said before words that are taken back: it is theirs, and no copy in their own words
(E10b).

Somebody's correction that was taken, or a note that another copied, stands in the record before the
words of whoever took it; to cover it in its author's own words would take theirs away.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.own_words.searching import copies_in
from footpath.method.own_words.texts import TextOf, said_in_thing
from footpath.method.things.things import AUTHORED, GROUP_TEXT, Experience, Thing
from footpath.method.words.copies import Said
from footpath.method.words.sought import Row, Sought, Spans
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words

MOST_READ = 4_000_000
"""Letters in which the writer looks for what somebody said before, once for each passage: a few
milliseconds.
"""
FirstOf = dict[int, dict[Row, int]]
"""By person: rows of words that are looked for, and the entry in which they said each first."""


def author_of(chart: Flipchart, thing: Thing) -> int | None:
    """Whose own words a thing is, where that is known to everybody (A3)."""
    own = isinstance(thing, AUTHORED) and not chart.is_nameless(thing)
    return thing.by if own else None


def _said_by(chart: Flipchart, people: Collection[int]) -> Iterator[TextOf]:
    """What these people said in their own names, as far as others received it and nobody took it
    back.
    """
    for thing in list(chart.things.values()) if people else ():
        if thing.withdrawn or chart.is_nameless(thing) or not _may_say(chart, thing, people):
            continue
        for one in said_in_thing(chart, thing):
            if one.by in people and reached_others(chart, thing, one.number) != STILL:
                yield one


def _may_say(chart: Flipchart, thing: Thing, people: Collection[int]) -> bool:
    """Whether anything in a thing can be these people's; most things are not looked at further."""
    own = thing.by in people and not isinstance(thing, GROUP_TEXT)
    is_more = (thing.private_id or thing.id) in chart.put_beside.texts
    return own or is_more or isinstance(thing, Experience)


def said_first(
    chart: Flipchart, sought: Sought, authors: Collection[int], offered: Iterable[Said] = ()
) -> Generator[None, None, FirstOf]:
    """Look through what these people said in their own names, and others received; what they
    `offered` is no more to be found there.
    """
    first: FirstOf = {person: {} for person in authors}
    for one in offered:
        for row in sought.rows_in(one.text):
            if (own := first.get(one.by or 0)) is not None:
                own[row] = min(one.number, own.get(row, one.number))
        yield None
    for one in _said_by(chart, first):
        said = first[one.by or 0]
        for row in sought.rows_in(sealed(one.words)):
            said[row] = min(one.number, said.get(row, one.number))
        yield None
    return first


def not_said_before(
    chart: Flipchart, person: int, passages: tuple[Words, ...], number: int
) -> tuple[Words, ...]:
    """Of passages in what somebody said while others were searched for copies, those that they had
    not said, letter for letter, before that entry. Only so much is read for it as keeps nobody
    waiting.
    """
    left, read = passages, 0
    for one in _said_by(chart, {person}):
        if one.number >= number:
            continue
        text = sealed(one.words).casefold()
        read += len(text) * len(left)
        if not left or read > MOST_READ:
            return left
        left = tuple(words for words in left if words.shown.casefold() not in text)
    return left


def without_ones_own(
    chart: Flipchart,
    sought: Sought,
    found: dict[int, dict[str, Spans]],
    among: Callable[[Thing], int],
    offered: Iterable[Said] = (),
    text_of: Callable[[Words], str] = sealed,
) -> Generator[None, None, FirstOf]:
    """Of what was found, by the things in which it stands, leave out what its author had said
    before; give what that is. Nobody else's words are read for it.
    """
    theirs = {id: author for id in found if (author := author_of(chart, chart.things[id]))}
    before = yield from said_first(chart, sought, set(theirs.values()), offered)
    for id, author in theirs.items():
        thing, said = chart.things[id], before[author]
        found[id] = yield from copies_in(chart, sought, among(thing), thing, text_of, before=said)
    return before
