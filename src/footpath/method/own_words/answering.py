"""Answering: those on whose words a line rests say whether it means what they meant, or want
to be left out (O6).
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.threads import Answered, Answering, LineAnswer
from footpath.method.lines.care import asks_for_care, line_settled
from footpath.method.lines.resting import whose
from footpath.method.lines.standing import counting, reads_as_at
from footpath.method.lines.tracing import is_line, near
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Aim, Element, NoteKind, SharedValue, Thing
from footpath.method.throughout.authorship import Deleted
from footpath.method.throughout.notes import write
from footpath.method.words.words import said


class Asking(Struct, frozen=True, kw_only=True):
    """A line, and words of one person's beneath it, about which they may say something.

    `unnamed` is the one thing that does not bear their name; None where the words are those that
    do. `given` is what they said of the line as it reads now, `outdated` what they said of it where
    it read otherwise.
    """

    line: int
    things: tuple[int, ...]
    unnamed: int | None = None
    given: Answered | None = None
    outdated: Answered | None = None


def answers_now(chart: Flipchart, line: Thing) -> dict[Answering, Answered]:
    """What counts of what was said of a line: of its words as they stand, and who is left out
    whatever they are.
    """
    as_at, found = reads_as_at(chart, line), dict[Answering, Answered]()
    for key, last in chart.threads.answers.get(line.id, {}).items():
        said = [(one.entry, one) for one in (*last.earlier, last)]
        given = last if last.answer is LineAnswer.LEAVE_OUT else counting(as_at, said)
        if given is not None:
            found[key] = given
    return found


def asked_about(chart: Flipchart, line: Thing, person: int) -> list[Asking]:
    """What somebody may be asked about a line: once for all that bears their name, once for
    each unnamed thing.

    Together, the answers to named and unnamed things would tell whose the unnamed ones are (A3).
    """
    said_before, now = chart.threads.answers.get(line.id, {}), answers_now(chart, line)
    left = [id for (who, _), one in said_before.items() if who == person for id in one.things]
    beneath = (chart.things[id] for id in dict.fromkeys([*near(chart, line.id), *left]))
    own = [thing for thing in beneath if person in whose(chart, thing)]
    named = tuple(thing.id for thing in own if not chart.is_nameless(thing))

    def asking(things: tuple[int, ...], unnamed: int | None) -> Asking:
        given, last = now.get((person, unnamed)), said_before.get((person, unnamed))
        outdated = last if given is None else None
        return Asking(line=line.id, things=things, unnamed=unnamed, given=given, outdated=outdated)

    askings = [asking(named, None)] if named else []
    return askings + [asking((thing.id,), thing.id) for thing in own if chart.is_nameless(thing)]


def lines_of(chart: Flipchart, person: int) -> list[Asking]:
    """Every line of the outline that rests on somebody's words, as it is asked of them, in the
    order of the outline.
    """
    order = [
        *chart.aims,
        *(t.id for t in chart.things.values() if isinstance(t, SharedValue)),
        *chart.elements,
    ]
    rest = (thing.id for thing in chart.things.values() if is_line(thing))
    lines = (chart.things[id] for id in dict.fromkeys([*order, *rest]))
    return [
        one
        for line in lines
        if is_line(line) and line.stands
        for one in asked_about(chart, line, person)
    ]


class AnswerLine(Command, frozen=True, kw_only=True):
    """Somebody says whether a line means what they meant; with no answer they take back
    what they said (O6).
    """

    about: Number
    answer: Literal["meant", "not_quite", "leave_out", ""]
    text: str = ""
    unnamed: Number | None = None
    """The unnamed thing of theirs that they answer for; None for what bears their name."""
    version: Number | None = None
    """The words that they read, by their version (S11)."""


class LineAnswered(Entry, frozen=True, kw_only=True):
    """`things` are the words that are meant, `note` says what is not quite right; the hand says
    whose answer it is.
    """

    known_to = "everyone"
    about: ThingId
    answer: LineAnswer | None
    things: tuple[ThingId, ...]
    of_unnamed: ThingId | None = None
    note: ThingId | None = None


def answer_line(chart: Flipchart, command: AnswerLine, hand: Hand) -> list[Entry]:
    line = chart.seen(command.about, hand.by, Thing)
    if not is_line(line) or hand.by is None:
        raise Refusal(refusals.NOT_A_LINE)
    wanted = None if command.unnamed is None else chart.seen(command.unnamed, hand.by, Thing).id
    asking = next((one for one in asked_about(chart, line, hand.by) if one.unnamed == wanted), None)
    if asking is None:
        raise Refusal(refusals.NOT_YOUR_LINE)
    before, entries = asking.given or asking.outdated, list[Entry]()
    answer = LineAnswer(command.answer) if command.answer else None
    if answer in (LineAnswer.MEANT, LineAnswer.NOT_QUITE) and command.version not in (
        None,
        line.version,
    ):
        raise Refusal(refusals.WORDED_MEANWHILE)
    if before is not None and before.note is not None and chart.things[before.note].stands:
        entries.append(Deleted(about=before.note))
    note: int | None = None
    if answer is LineAnswer.NOT_QUITE:
        if chart.people[hand.by].removed:  # who was shown out writes nothing new
            raise Refusal(refusals.NOT_HERE)
        note = chart.next_id
        unnamed = wanted is not None
        entries += write(chart, hand, NoteKind.NOT_QUITE, said(command.text), (line.id,), unnamed)
    elif (before is None and answer is None) or (
        asking.given is not None and asking.given.answer is answer
    ):
        return []
    answered = LineAnswered(
        about=line.id, answer=answer, things=asking.things, of_unnamed=wanted, note=note
    )
    return [*entries, answered]


def line_answered(chart: Flipchart, entry: LineAnswered, recorded: Recorded) -> None:
    line, key = chart.things[entry.about], (recorded.by or 0, entry.of_unnamed)
    answers = chart.threads.answers.setdefault(line.id, {})
    before = answers.pop(key, None)
    if entry.answer is not None:
        answers[key] = Answered(
            answer=entry.answer,
            things=entry.things,
            note=entry.note,
            entry=recorded.number,
            earlier=_meant_otherwise(chart, line, before),
        )
    leaving = {
        id for one in answers.values() if one.answer is LineAnswer.LEAVE_OUT for id in one.things
    }
    if leaving:
        chart.threads.left_out[line.id] = leaving
        _let_go(chart, line, leaving)
    else:
        chart.threads.left_out.pop(line.id, None)
    chart.touch_thing(line)


def _meant_otherwise(
    chart: Flipchart, line: Thing, before: Answered | None
) -> tuple[Answered, ...]:
    """Of what somebody said of a line, what is true of other wordings and comes back with them."""
    as_at = reads_as_at(chart, line)
    said = () if before is None else (*before.earlier, replace(before, earlier=()))
    return tuple(one for one in said if one.answer is LineAnswer.MEANT and not as_at(one.entry))


def _let_go(chart: Flipchart, line: Thing, things: set[int]) -> None:
    """The line names them no more, wherever it did."""
    if isinstance(line, Aim):
        line.rests_on = [id for id in line.rests_on if id not in things]
        line.reviews = [
            replace(one, rests_on=tuple(id for id in one.rests_on if id not in things))
            for one in line.reviews
        ]
    elif isinstance(line, SharedValue):
        line.rests_on = [id for id in line.rests_on if id not in things]
    elif isinstance(line, Element):
        line.answers = [id for id in line.answers if id not in things]
    chart.untie(line, [id for id in things if id not in line.cites])


class KeepLine(Command, frozen=True, kw_only=True):
    """What changed beneath a line was seen, and the line is kept as it is (O9)."""

    about: Number


class LineKept(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId


def keep_line(chart: Flipchart, command: KeepLine, hand: Hand) -> list[Entry]:
    line = chart.public(command.about)
    if not is_line(line):
        raise Refusal(refusals.NOT_A_LINE)
    return (
        [LineKept(about=line.id)] if asks_for_care(chart, line) or to_look_at(chart, line) else []
    )


def line_kept(chart: Flipchart, entry: LineKept, recorded: Recorded) -> None:
    line = chart.things[entry.about]
    chart.threads.looked_at[line.id] = recorded.number
    line_settled(chart, line, recorded)
    chart.touch_thing(line)


def last_settled(chart: Flipchart, line: Thing) -> int:
    """The entry of the record with which a line was last worded, or kept as it is."""
    return max(line.wordings[-1].entry, chart.threads.looked_at.get(line.id, 0))


def to_look_at(chart: Flipchart, line: Thing) -> list[int]:
    """The notes that say "not quite" of a line since it was last worded or kept: its keepers
    are asked to look.
    """
    seen = last_settled(chart, line)
    notes = (one.note for one in chart.threads.answers.get(line.id, {}).values())
    standing = (chart.things[note] for note in notes if note is not None)
    return [note.id for note in standing if note.stands and note.wordings[-1].entry > seen]


ASKED: Asked = {
    AnswerLine: Ask(Who.EVERYBODY, answer_line, after_close=True, shown_out=True),
    KeepLine: Ask(Who.TEXT_KEEPERS, keep_line, after_close=True),
}

HAPPENED: Happened = {
    LineAnswered: line_answered,
    LineKept: line_kept,
}
