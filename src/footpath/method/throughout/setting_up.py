"""Setting up: what the host gives a workshop before anybody comes, and changes until the
flipchart is opened.
"""

from typing import Annotated

from msgspec import Meta, field

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.phase_words import SetUp
from footpath.method.things.things import Phase
from footpath.method.words.words import Words, named, said, said_if_any

Minutes = Annotated[int, Meta(ge=1, le=600)]


class SetUpWorkshop(Command, frozen=True, kw_only=True):
    """The host makes the workshop: its title, the policy's sides, and each phase's
    minutes and question.
    """

    title: str
    sides: list[str] = field(default_factory=list[str])
    minutes: dict[Phase, Minutes] = field(default_factory=dict[Phase, Minutes])
    welcome: str = ""
    questions: dict[Phase, str] = field(default_factory=dict[Phase, str])
    replayed: bool = False
    rehearsal: bool = False


class WorkshopSetUp(Entry, frozen=True, kw_only=True):
    words_of = "all"
    known_to = "everyone"
    title: Words
    sides: list[str]
    minutes: dict[Phase, int]
    welcome: Words | None
    questions: dict[Phase, Words]
    replayed: bool
    rehearsal: bool = False


def set_up_workshop(chart: Flipchart, command: SetUpWorkshop, hand: Hand) -> list[Entry]:
    if chart.set_up is not None:
        raise Refusal(refusals.SET_UP_ALREADY)
    return [
        WorkshopSetUp(
            title=named(command.title),
            sides=_sides(command.sides),
            minutes=command.minutes,
            questions=_questions(command.questions),
            welcome=said_if_any(command.welcome),
            replayed=command.replayed,
            rehearsal=command.rehearsal,
        )
    ]


def _sides(given: list[str]) -> list[str]:
    return list(dict.fromkeys(named(side).shown for side in given if side.strip()))[:12]


def _questions(given: dict[Phase, str]) -> dict[Phase, Words]:
    return {phase: said(text) for phase, text in given.items() if text.strip()}


def workshop_set_up(chart: Flipchart, entry: WorkshopSetUp, recorded: Recorded) -> None:
    chart.set_up = SetUp(
        title=entry.title,
        sides=entry.sides,
        minutes=entry.minutes,
        welcome=entry.welcome,
        questions=entry.questions,
        replayed=entry.replayed,
        rehearsal=entry.rehearsal,
    )
    chart.touch("sheet", "workshop")
    chart.touch("sheet", "phases")


class ChangePlan(Command, frozen=True, kw_only=True):
    """The host changes the plan until the flipchart is opened; a phase that is not given has
    the product's words.
    """

    title: str
    sides: list[str] = field(default_factory=list[str])
    minutes: dict[Phase, Minutes] = field(default_factory=dict[Phase, Minutes])
    welcome: str = ""
    questions: dict[Phase, str] = field(default_factory=dict[Phase, str])


class PlanChanged(Entry, frozen=True, kw_only=True):
    words_of = "all"
    known_to = "everyone"
    title: Words
    sides: list[str]
    minutes: dict[Phase, int]
    welcome: Words | None
    questions: dict[Phase, Words]


def change_plan(chart: Flipchart, command: ChangePlan, hand: Hand) -> list[Entry]:
    if hand.door != "host":
        raise Refusal(refusals.NOT_BY_THIS_LINK)
    if chart.set_up is None:
        raise Refusal(refusals.NOT_SET_UP)
    if chart.opened:
        raise Refusal(refusals.PLAN_IS_FIXED)
    changed = PlanChanged(
        title=named(command.title),
        sides=_sides(command.sides),
        minutes=command.minutes,
        welcome=said_if_any(command.welcome),
        questions=_questions(command.questions),
    )
    now = chart.set_up
    before = (now.title, now.sides, now.minutes, now.welcome, now.questions)
    after = (changed.title, changed.sides, changed.minutes, changed.welcome, changed.questions)
    return [changed] if after != before else []


def plan_changed(chart: Flipchart, entry: PlanChanged, recorded: Recorded) -> None:
    assert chart.set_up is not None
    chart.set_up = SetUp(
        title=entry.title,
        sides=entry.sides,
        minutes=entry.minutes,
        welcome=entry.welcome,
        questions=entry.questions,
        replayed=chart.set_up.replayed,
        rehearsal=chart.set_up.rehearsal,
    )
    chart.touch("sheet", "workshop")
    chart.touch("sheet", "phases")


ASKED: Asked = {
    SetUpWorkshop: Ask(Who.DOOR, set_up_workshop),
    ChangePlan: Ask(Who.DOOR, change_plan),
}

HAPPENED: Happened = {
    WorkshopSetUp: workshop_set_up,
    PlanChanged: plan_changed,
}
