"""What somebody said before words that are taken back: it is theirs, and no copy in their own words
(E10b).

Somebody's correction that was taken, or a note that another copied, stands in the record before the
words of whoever took it; to cover it in its author's own words would take theirs away.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.own_words.searching import copies_in
from footpath.method.own_words.texts import TextOf, beside_wordings, said_in_thing
from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import AUTHORED, GROUP_TEXT, Experience, Thing
from footpath.method.words.comparing import keys_in
from footpath.method.words.copies import Said
from footpath.method.words.sought import OfOneHand, Row, Sought, Spans
from footpath.method.words.veils import sealed
from footpath.method.words.words import Words

MOST_READ, A_SEARCH = 40_000, 100
"""Letters in which the writer looks in one act for what people said before, a few thousandths of a
second; to look for a passage in a hundred of them works as much as reading one.
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


def leave_to_others(
    chart: Flipchart,
    sought: Sought,
    parts: Mapping[int, OfOneHand],
    going: Collection[int] = (),
) -> Iterator[None]:
    """Of what is looked for leave out what somebody else said before, or the group, and stands: it
    is theirs, and nobody's who copied it (E10). What is `going` stands no more.
    """
    for text in _of_the_workshop(chart):
        sought.stands({*sought.rows_in(text)}, [Said(text=text)])
    for person in list(chart.people.values()):
        if not person.removed and (rows := {*sought.rows_in(person.name.shown)}):
            name = Said(text=person.name.shown, number=person.named_in, by=person.id)
            sought.stands(rows, [name])
        yield None
    for thing in list(chart.things.values()):
        if thing.stands and thing.id not in going:
            if rows := {row for one in _read(chart, thing) for row in sought.rows_in(one.shown)}:
                sought.stands(rows, _received(chart, thing))
            yield None
    yield from sought.leave_to_others(parts)


def _of_the_workshop(chart: Flipchart) -> list[str]:
    """What everybody read before anybody said anything."""
    asked = [phase.question for phase in PHASES.values()]
    plan = chart.set_up
    if plan is None:
        return asked
    return [*asked, plan.title.shown, *plan.sides, *(one.shown for one in plan.questions.values())]


def _read(chart: Flipchart, thing: Thing) -> Iterator[Words]:
    """What is read of a thing: of the group's text every wording."""
    last = isinstance(thing, AUTHORED)
    yield from (one.words for one in (thing.wordings[-1:] if last else thing.wordings))
    yield from (words for words, _, _ in beside_wordings(chart, thing).values())


def _received(chart: Flipchart, thing: Thing) -> Iterator[Said]:
    """All that was said in a thing, with the entry in which others received it."""
    for words, number, by in said_in_thing(chart, thing):
        if (reached := reached_others(chart, thing, number)) != STILL:
            yield Said(text=sealed(words), number=reached, by=by)


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


class SaidBefore:
    """What those had said before an entry who say something while others are searched for copies:
    word by word as copies are found. In one act only so much is read as keeps nobody waiting.
    """

    def __init__(self, chart: Flipchart, number: int) -> None:
        """Nothing was read yet."""
        self._chart, self._number, self._left = chart, number, MOST_READ
        self._lines = dict[int, list[str] | None]()

    def not_in_it(self, person: int, passages: tuple[Words, ...]) -> tuple[Words, ...]:
        """Of passages those that the person had not said; none where more would have to be read:
        rather a copy stays than somebody's own words go.
        """
        if person not in self._lines:
            self._lines[person] = self._read(person)
        lines = self._lines[person]
        if lines is None or not self._spend(len(passages) * sum(map(len, lines)) // A_SEARCH):
            return ()
        return tuple(
            words for words in passages if not any(_line(words.shown) in one for one in lines)
        )

    def _read(self, person: int) -> list[str] | None:
        said = _said_by(self._chart, {person})
        texts = [sealed(one.words) for one in said if one.number < self._number]
        return [_line(text) for text in texts] if self._spend(sum(map(len, texts))) else None

    def _spend(self, letters: int) -> bool:
        """Whether that many may be read still; who said more takes nothing from the others."""
        if letters > self._left:
            return False
        self._left -= letters
        return True


def _line(text: str) -> str:
    return f" {' '.join(keys_in(text))} "


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
