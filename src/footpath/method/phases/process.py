"""Ideal process: how it should go, as elements in lanes and stages, with what each answers and
the aims it serves.
"""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import for_a_line
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.stamping import stamp
from footpath.method.flipchart.ties import check_ties, tied
from footpath.method.lines.order import stand_before
from footpath.method.lines.standing import remember_beside
from footpath.method.lines.ways import Way, branches_of, fork_of, lead_on, leading_to
from footpath.method.refusals import Refusal
from footpath.method.things.arrangement import Branch, Fork
from footpath.method.things.people import Who
from footpath.method.things.things import Aim, Element, ElementKind
from footpath.method.words.still_veiled import all_still, still
from footpath.method.words.words import Words, named_if_any, names, said


class AddElement(Saying, frozen=True, kw_only=True):
    """An element of the process: it cites what it answers and the aims it serves, or is shown
    as citing none (P2).
    """

    kind: ElementKind
    text: str
    lane: str = ""
    stage: str = ""
    branches: list[Way] = []
    fork: Fork | None = None
    answers: list[Number] = []
    serves: list[Number] = []
    inputs: list[str] = []
    outputs: list[str] = []
    before: Number | None = None
    comes_from: Number | None = None
    """The element that leads to it."""
    by_way: str = ""
    """By which of that one's ways; empty for the one that has no name."""


class ElementAdded(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    kind: ElementKind
    words: Words
    lane: Words | None
    stage: Words | None
    branches: tuple[Branch, ...]
    answers: tuple[ThingId, ...]
    serves: tuple[ThingId, ...]
    inputs: tuple[Words, ...]
    outputs: tuple[Words, ...]
    before: ThingId | None
    unnamed: bool
    fork: Fork | None = None


def add_element(chart: Flipchart, command: AddElement, hand: Hand) -> list[Entry]:
    before = (
        None if command.before is None else chart.seen(command.before, hand.typed_by, Element).id
    )
    branches = branches_of(chart, command.kind, command.branches)
    led_to = (
        []
        if command.comes_from is None
        else [leading_to(chart, command.comes_from, command.by_way, hand, chart.next_id)]
    )
    return [
        ElementAdded(
            id=chart.next_id, kind=command.kind, words=said(command.text),
            lane=named_if_any(command.lane), stage=named_if_any(command.stage), branches=branches,
            fork=fork_of(branches, command.fork),
            answers=for_a_line(chart, hand, chart.citable(command.answers)),
            serves=_aims(chart, hand, command.serves),
            inputs=names(command.inputs), outputs=names(command.outputs), before=before,
            unnamed=command.unnamed,
        ),
        *led_to,
    ]  # fmt: skip


def _aims(chart: Flipchart, hand: Hand, ids: list[int]) -> tuple[int, ...]:
    cited = chart.citable(ids)
    check_ties(chart, hand, cited)
    for id in cited:
        chart.seen(id, None, Aim)
    return cited


def element_added(chart: Flipchart, entry: ElementAdded, recorded: Recorded) -> None:
    element = Element(
        **stamp(recorded, entry.id, entry.words, entry.unnamed), kind=entry.kind, lane=entry.lane,
        stage=entry.stage, branches=list(entry.branches), fork=entry.fork,
        answers=list(entry.answers), serves=list(entry.serves),
        inputs=list(entry.inputs), outputs=list(entry.outputs),
    )  # fmt: skip
    remember_beside(element, recorded.number)
    chart.add(element)
    stand_before(chart, element.id, entry.before)
    chart.tie(element, element.cites)
    tied(chart, recorded, element.cites)
    _know(chart, element)
    chart.touch("sheet", "process")


def _know(chart: Flipchart, element: Element) -> None:
    """Lanes and stages stand in the order in which they were first named."""
    for word, named in ((element.lane, chart.lanes), (element.stage, chart.stages)):
        if word is not None:
            named.setdefault((element.id, word))


def _element(chart: Flipchart, id: int) -> Element:
    element = chart.things[id]
    assert isinstance(element, Element)
    return element


class ArrangeElement(Command, frozen=True, kw_only=True):
    """An element gets another kind, lane, stage, way on, or document; its words stay (P1)."""

    about: Number
    kind: ElementKind
    lane: str
    stage: str
    branches: list[Way] = []
    fork: Fork | None = None
    inputs: list[str] = []
    outputs: list[str] = []
    version: Number | None = None


class ElementArranged(Entry, frozen=True, kw_only=True):
    words_of = "about"
    known_to = "everyone"
    about: ThingId
    kind: ElementKind
    lane: Words | None
    stage: Words | None
    branches: tuple[Branch, ...]
    inputs: tuple[Words, ...]
    outputs: tuple[Words, ...]
    fork: Fork | None = None


def arrange_element(chart: Flipchart, command: ArrangeElement, hand: Hand) -> list[Entry]:
    element = chart.seen(command.about, hand.typed_by, Element)
    if command.version is not None and command.version != element.version:
        raise Refusal(refusals.CHANGED_MEANWHILE)
    branches = branches_of(chart, command.kind, command.branches)
    return [
        ElementArranged(
            about=element.id,
            kind=command.kind,
            lane=named_if_any(command.lane),
            stage=named_if_any(command.stage),
            branches=branches,
            fork=fork_of(branches, command.fork),
            inputs=names(command.inputs),
            outputs=names(command.outputs),
        )
    ]


def element_arranged(chart: Flipchart, entry: ElementArranged, recorded: Recorded) -> None:
    element = _element(chart, entry.about)
    chart.remember_slip(recorded, _as_it_was(element))
    if (element.lane, element.stage, element.branches, element.inputs, element.outputs) != (
        entry.lane,
        entry.stage,
        list(entry.branches),
        list(entry.inputs),
        list(entry.outputs),
    ):
        element.arranged_in = recorded.number
    element.kind = entry.kind
    element.lane, element.stage = still(element.lane, entry.lane), still(element.stage, entry.stage)
    lead_on(chart, element, entry.branches, entry.fork)
    element.inputs = all_still(element.inputs, entry.inputs)
    element.outputs = all_still(element.outputs, entry.outputs)
    element.version += 1
    remember_beside(element, recorded.number)
    _know(chart, element)
    chart.touch_thing(element)
    chart.touch("sheet", "process")


def _as_it_was(element: Element) -> ElementArranged:
    return ElementArranged(
        about=element.id, kind=element.kind, lane=element.lane, stage=element.stage,
        branches=tuple(element.branches), inputs=tuple(element.inputs),
        outputs=tuple(element.outputs), fork=element.fork,
    )  # fmt: skip


class TieThread(Command, frozen=True, kw_only=True):
    """What an element answers and the aims it serves are tied, or untied (P2)."""

    about: Number
    answers: list[Number] = []
    serves: list[Number] = []
    untie: bool = False


class ThreadTied(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    answers: tuple[ThingId, ...]
    serves: tuple[ThingId, ...]
    untie: bool


def tie_thread(chart: Flipchart, command: TieThread, hand: Hand) -> list[Entry]:
    element = chart.seen(command.about, hand.typed_by, Element)
    if command.untie:
        answers = tuple(id for id in dict.fromkeys(command.answers) if id in element.answers)
        serves = tuple(id for id in dict.fromkeys(command.serves) if id in element.serves)
    else:
        answers = for_a_line(chart, hand, chart.citable(command.answers, element.id))
        serves = _aims(chart, hand, command.serves)
    return [ThreadTied(about=element.id, answers=answers, serves=serves, untie=command.untie)]


def thread_tied(chart: Flipchart, entry: ThreadTied, recorded: Recorded) -> None:
    element = _element(chart, entry.about)
    answers = tuple(id for id in entry.answers if (id in element.answers) == entry.untie)
    serves = tuple(id for id in entry.serves if (id in element.serves) == entry.untie)
    if answers or serves:
        back = replace(entry, answers=answers, serves=serves, untie=not entry.untie)
        chart.remember_slip(recorded, back)
    for named, cited in ((element.answers, entry.answers), (element.serves, entry.serves)):
        for id in cited:
            if entry.untie:
                named.remove(id)
            elif id not in named:
                named.append(id)
    if entry.untie:  # the same thing may be cited a second time, as what is served
        chart.untie(
            element, [id for id in (*entry.answers, *entry.serves) if id not in element.cites]
        )
    else:
        chart.tie(element, [*entry.answers, *entry.serves])
        tied(chart, recorded, [*entry.answers, *entry.serves])
    chart.touch_thing(element)


ASKED: Asked = {
    AddElement: Ask(Who.TEXT_KEEPERS, add_element),
    ArrangeElement: Ask(Who.TEXT_KEEPERS, arrange_element),
    TieThread: Ask(Who.TEXT_KEEPERS, tie_thread),
}

HAPPENED: Happened = {
    ElementAdded: element_added,
    ElementArranged: element_arranged,
    ThreadTied: thread_tied,
}
