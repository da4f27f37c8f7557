"""The lines of the outline in order, each with its number: A1 an aim, V2 a value, P3 a step,
Q4 open, L5 parked.
"""

from msgspec import Struct
from msgspec.structs import replace

from footpath.method import Flipchart
from footpath.method.audiences.worded import text_of
from footpath.method.flipchart.quoting import Quotation
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.outline import AimLine, Outline
from footpath.method.lines.standing import counted, reads_as_at
from footpath.method.lines.tracing import tellers_of
from footpath.method.lines.way_words import order_alone, ways_said
from footpath.method.lines.ways import unsaid, ways_on
from footpath.method.things.kinds import in_a_sentence
from footpath.method.things.reviews import AimReview
from footpath.method.things.things import (
    AUTHORED,
    Aim,
    Element,
    ElementKind,
    Experience,
    Note,
    NoteKind,
    SharedValue,
    Thing,
)

CHANGED = "Its source has changed since."
TAKEN_FROM = "Some words here were taken back."


class Detail(Struct, frozen=True):
    """What stands under a line: what leads in, then the group's text, or somebody's own words."""

    lead: str
    text: str = ""
    said: Quotation | None = None


class Line(Struct, frozen=True, kw_only=True):
    """One line of the outline; `details` stand under it."""

    id: int
    number: str
    text: str
    standing: str = ""
    details: tuple[Detail, ...] = ()
    kind: str = ""
    lead: str = ""
    """Who does it, for a step."""
    said: Quotation | None = None
    """Somebody's own words that are the line: an open question, a note that was parked."""
    changed: bool = False
    """A source of it has changed since it was last worded or kept (O9)."""
    taken_from: bool = False
    """Words in it were masked, because somebody took them back (E10)."""


def numbers_of(headings: list[tuple[str, list[Line]]]) -> dict[int, str]:
    """The number of every line by its id; a thing that stands under two headings is
    called by the first.
    """
    numbers: dict[int, str] = {}
    for _, lines in headings:
        for line in lines:
            numbers.setdefault(line.id, line.number)
    return numbers


def places_of(made: Outline) -> dict[int, str]:
    """The numbers of the steps by their ids."""
    return {element.id: f"P{place}" for place, element in enumerate(made.elements, start=1)}


def order_said(made: Outline) -> str:
    """Which steps stand in the order and nobody said what comes after them."""
    return order_alone(made.elements, unsaid(made.elements), places_of(made))


def lines_of(chart: Flipchart, made: Outline, edition: Edition) -> list[tuple[str, list[Line]]]:
    """The headings of the outline with their lines, as the readers of an edition get them."""
    numbers = places_of(made)
    headings = [
        (
            "Aims",
            [_aim(chart, line, f"A{n}", edition) for n, line in enumerate(made.aims, start=1)],
        ),
        (
            "Values",
            [
                _value(chart, heard, f"V{n}", edition)
                for n, heard in enumerate(made.shared_values, start=1)
            ],
        ),
        ("Process", [_element(chart, element, numbers) for element in made.elements]),
        (
            "Open questions",
            [
                _own(chart, note, f"Q{n}", edition)
                for n, note in enumerate(made.open_questions, start=1)
            ],
        ),
        (
            "Parked",
            [
                _parked(chart, thing, f"L{n}", edition)
                for n, thing in enumerate(made.parked, start=1)
            ],
        ),
    ]
    return [(heading, [_with_care(chart, line) for line in lines]) for heading, lines in headings]


def _with_care(chart: Flipchart, line: Line) -> Line:
    changed, taken_from = (
        bool(chart.threads.changed.get(line.id)),
        line.id in chart.threads.copies_masked,
    )
    return replace(line, changed=changed, taken_from=taken_from) if changed or taken_from else line


def _aim(chart: Flipchart, line: AimLine, number: str, edition: Edition) -> Line:
    aim, details = line.aim, list[Detail]()
    if aim.words != aim.wordings[0].words:
        details.append(Detail("At first:", aim.wordings[0].words.shown))
    if aim.reason is not None and aim.reason.text is not None:
        details.append(Detail("Why:", aim.reason.shown))
    reviews = (
        review
        for review in aim.reviews
        if review.reason is not None and review.reason.text is not None
    )
    details += [
        Detail(_why(chart, aim, review, edition), text_of(review.reason) or "")
        for review in reviews
    ]
    read = [note for note in line.positions if holds(chart, note, edition)]
    details += [
        Detail("A position:", said=said)
        for note in read
        if (said := Quotation.of_note(note)) is not None
    ]
    if len(read) < len(line.positions):
        details.append(
            Detail("What was held against it, and for it, stands with those who took part.")
        )
    return Line(
        id=aim.id,
        number=number,
        text=aim.words.shown,
        standing=_standing(line),
        details=tuple(details),
    )


def _why(chart: Flipchart, aim: Aim, review: AimReview, edition: Edition) -> str:
    """What leads in a reason: whose it is and who typed it, where somebody typed it for another and
    names may stand; and where it was said of another wording, that it was.
    """
    told = (
        review.typed_by != review.by
        and not review.unnamed
        and not aim.unnamed
        and edition is Edition.TOOK_PART
    )
    by = (
        f", said by {chart.name_of(review.by)} and typed by {chart.name_of(review.typed_by)}"
        if told
        else ""
    )
    then = "" if reads_as_at(chart, aim)(review.entry) else ", when it read otherwise"
    return f"Why{then}{by}:"


def _value(chart: Flipchart, heard: SharedValue, number: str, edition: Edition) -> Line:
    details = [Detail("", heard.sentence.shown)] if heard.sentence is not None else []
    tension = [
        chart.things[id].words.shown for id in sorted(heard.tension) if chart.things[id].stands
    ]
    details += [Detail("In tension with", name) for name in tension]
    details += [Detail(sentence) for sentence in _recognised(chart, heard, edition)]
    standing = (
        "not asked"
        if not chart.threads.recognised.get(heard.id) and tellers_of(chart, heard)
        else ""
    )
    return Line(
        id=heard.id,
        number=number,
        text=heard.words.shown,
        standing=standing,
        details=tuple(details),
    )


def _recognised(chart: Flipchart, heard: SharedValue, edition: Edition) -> list[str]:
    """What its storytellers say of a value that was heard in their stories (R6); which of them, for
    those who took part alone: to others each answer is told once, in an order that tells nothing.
    """
    said = chart.threads.recognised.get(heard.id, {})
    if not said:
        return []
    (given, before), tellers = counted(chart, heard, said), tellers_of(chart, heard)
    words = {
        teller: _OF_OTHER_WORDS if teller in before else _RECOGNISED[given.get(teller)]
        for teller in tellers
    }
    if edition is Edition.TOOK_PART:
        return [f"{chart.name_of(teller)} {words[teller]}." for teller in tellers]
    who = "The" if len(tellers) == 1 else "A"
    return [
        f"{who} storyteller {one}."
        for one in (*_RECOGNISED.values(), _OF_OTHER_WORDS)
        if one in words.values()
    ]


_RECOGNISED = {
    True: "recognises it",
    False: "does not recognise it",
    None: "was not asked about it",
}
_OF_OTHER_WORDS = "was asked about other words of it"


def _element(chart: Flipchart, element: Element, numbers: dict[int, str]) -> Line:
    details = [Detail("", said) for said in ways_said(element, ways_on(chart, element), numbers)]
    for name, words in (("Needs:", element.inputs), ("Leaves:", element.outputs)):
        if words:
            details.append(Detail(name, ", ".join(word.shown for word in words)))
    return Line(
        id=element.id,
        number=numbers[element.id],
        text=element.words.shown,
        details=tuple(details),
        kind="" if element.kind is ElementKind.ACTIVITY else in_a_sentence(element.kind),
        lead=element.lane.shown if element.lane is not None else "",
    )


def _standing(line: AimLine) -> str:
    """Where an aim stands, told apart by whether positions stand against each other."""
    if line.state == "unresolved" and len(line.positions) > 1:
        return "two positions"
    return line.state


def _own(chart: Flipchart, thing: Thing, number: str, edition: Edition) -> Line:
    """A line that is somebody's own words, as far as they may be read here."""
    if not holds(chart, thing, edition):
        what = (
            "A question"
            if isinstance(thing, Note) and thing.kind is NoteKind.OPEN_QUESTION
            else "A note"
        )
        what = what if isinstance(thing, Note) else "Part of a story"
        return Line(id=thing.id, number=number, text=f"{what} that is not shown here.")
    if isinstance(thing, Note) and thing.kind is not NoteKind.OPEN_QUESTION:
        return Line(id=thing.id, number=number, text="", said=Quotation.of_note(thing))
    # of a question, and a summary: no quotation
    return Line(id=thing.id, number=number, text=thing.words.shown)


def _parked(chart: Flipchart, thing: Thing, number: str, edition: Edition) -> Line:
    reason = thing.parked.shown if thing.parked is not None else ""
    line = (
        _own(chart, thing, number, edition) if isinstance(thing, (*AUTHORED, Experience)) else None
    )
    line = line or Line(id=thing.id, number=number, text=thing.words.shown)
    return replace(line, details=(Detail("Because:", reason),)) if reason else line
