"""Copies elsewhere: where words that are taken back stand in the group's text and in
others' words (E10).
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.left_behind import said_of_the_title
from footpath.method.own_words.searching import copies_in, said_in
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import GROUP_TEXT, Experience, Thing
from footpath.method.words.sought import learnt, without_a_rest


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
) -> list[Copy]:
    """Where copies of the words of these things, and of what somebody called these stories, stand
    in the group's text and in others' words (E10).

    A whole text of four words or more, or any eight words in a row, that was said there later. What
    their author wrote elsewhere in their own name is theirs; what anybody left unnamed is looked
    through like everybody's, so that no mask, and no missing one, tells whose it is (A3).
    """
    found: list[Copy] = []
    said = [*said_in(chart, [chart.things[id] for id in going])]
    for story in titles:
        worded = {one.entry for one in worded_of_the_title(story, person)}
        said += said_of_the_title(chart, story, worded)
    words, among = learnt(said), looked_through(chart, {1: going}, {1: person})
    for thing in chart.things.values():
        if among(thing):
            for text, spans in without_a_rest(
                copies_in(words, 1, thing, lambda words: words.shown)
            ).items():
                found.append(
                    Copy(
                        id=thing.id, text=text, spans=tuple((start, end) for start, end, _ in spans)
                    )
                )
    return found


def looked_through(
    chart: Flipchart, going: dict[int, tuple[int, ...]], titled_by: dict[int, int | None]
) -> Callable[[Thing], int]:
    """Gives for a thing those takings back, by their bits, for which it is looked through.

    `titled_by` says who takes a story's title back: what they wrote elsewhere is theirs.
    """
    every, itself, theirs = 0, dict[int, int](), dict[int | None, int]()
    for bit, ids in going.items():
        gone, every = [chart.things[id] for id in ids], every | bit
        itself |= {id: itself.get(id, 0) | bit for id in ids}
        authors = {one.by for one in gone} | ({titled_by.get(bit)} if not gone else set())
        if not any(chart.is_nameless(one) for one in gone):
            theirs |= {by: theirs.get(by, 0) | bit for by in authors - {None}}

    def among(thing: Thing) -> int:
        if thing.withdrawn:
            return 0
        left = every & ~itself.get(thing.id, 0)
        if (
            not isinstance(thing, GROUP_TEXT)
            and thing.by in theirs
            and not chart.is_nameless(thing)
        ):
            left &= ~theirs[thing.by]
        return left

    return among
