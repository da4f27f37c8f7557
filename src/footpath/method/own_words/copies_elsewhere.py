"""Copies elsewhere: where words that are taken back stand in the group's text and in
others' words (E10).
"""

from collections.abc import Callable, Generator, Iterable, Mapping

from msgspec import Struct

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.left_behind import said_of_the_title
from footpath.method.own_words.said_first import leave_to_others, without_ones_own
from footpath.method.own_words.searching import copies_in, said_in
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import GROUP_TEXT, Experience, Thing
from footpath.method.words.sought import OfOneHand, Sought, Spans, learn_by_hands
from footpath.method.words.words import Words


class Copy(Struct, frozen=True, kw_only=True):
    """A text of a thing in which words stand that are somebody else's, and where they
    begin and end in it.
    """

    id: int
    text: str
    spans: tuple[tuple[int, int], ...]


def copies_of(
    chart: Flipchart,
    going: tuple[int, ...],
    titles: Iterable[Experience] = (),
    person: int | None = None,
) -> Generator[None, None, list[Copy]]:
    """Where copies of the words of these things, and of what somebody called these stories, stand
    in the group's text and in others' words (E10); a step for each text, so that whoever looks can
    let others go first.

    A whole text of four words or more, or any eight words in a row, that was said there later, and
    that whoever says it there had not said before elsewhere in their own name. What the author of
    these very words wrote elsewhere in their own name is theirs; what anybody left unnamed is
    looked through like everybody's, so that no mask, and no missing one, tells whose it is (A3).
    """
    said = [*said_in(chart, [chart.things[id] for id in going])]
    for story in titles:
        worded = {one.entry for one in worded_of_the_title(story, person)}
        said += said_of_the_title(chart, story, worded, person)
    words, found = Sought(), dict[int, dict[str, Spans]]()
    parts = yield from learn_by_hands(words, going, said)
    if words.is_empty:
        return []
    yield from leave_to_others(chart, words, parts, going)
    among = looked_through(chart, parts)
    for thing in chart.things.values():
        if bits := among(thing):
            if texts := (yield from copies_in(chart, words, bits, thing, _shown)):
                found[thing.id] = texts
            yield None
    yield from without_ones_own(chart, words, found, among, text_of=_shown)
    return [
        Copy(id=id, text=text, spans=tuple((start, end) for start, end, _ in spans))
        for id, texts in found.items()
        for text, spans in texts.items()
    ]


def _shown(words: Words) -> str:
    return words.shown


def looked_through(chart: Flipchart, parts: Mapping[int, OfOneHand]) -> Callable[[Thing], int]:
    """Gives for a thing those parts of what is taken back, by their bits, for which it is looked
    through: not for what is its author's, nor for what goes together with it.
    """
    every, itself, theirs = 0, dict[int, int](), dict[int, int]()
    for bit, part in parts.items():
        every |= bit
        for id in part.about:
            itself[id] = itself.get(id, 0) | bit
        if part.by is not None:
            theirs[part.by] = theirs.get(part.by, 0) | bit

    def among(thing: Thing) -> int:
        if thing.withdrawn:
            return 0
        left = every & ~itself.get(thing.id, 0)
        if not isinstance(thing, GROUP_TEXT) and not chart.is_nameless(thing):
            left &= ~theirs.get(thing.by or 0, 0)
        return left

    return among
