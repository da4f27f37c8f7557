"""The front door of the method: what is asked is checked against one table, decided, and
then has happened.
"""

from collections.abc import Callable, Sequence

from footpath.method import refusals
from footpath.method.flipchart import private_ids
from footpath.method.flipchart.entries import (
    Actor,
    Command,
    Entry,
    Hand,
    Recorded,
    Saying,
    items_of,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Apply, Ask
from footpath.method.flipchart.held_words import every
from footpath.method.lines import opening, order, ways
from footpath.method.own_words import (
    answering,
    covering_copies,
    hiding,
    left_behind,
    masked_for_good,
    masking,
    reaching,
    reasons,
    taking_back,
    texts,
    unveiling,
    wording,
)
from footpath.method.own_words.covering_copies import CoverCopies
from footpath.method.own_words.masking import MaskWords
from footpath.method.own_words.searching import Search
from footpath.method.phases import aims, experience, gather, process, reflect, return_to_aims
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES
from footpath.method.throughout import (
    arranging,
    authorship,
    grouping,
    hiding_together,
    joint_stories,
    leading,
    moments,
    notes,
    pace,
    parking,
    roles,
    rounds,
    setting_up,
    stepping_back,
    voting,
)
from footpath.method.throughout.admitting import check_open
from footpath.method.undoing import undo
from footpath.method.undoing.changed_since import remember_change
from footpath.method.undoing.made import remember_made
from footpath.method.words.words import uncovered

PARTS = (
    setting_up, gather, roles, stepping_back, pace, leading, rounds, notes, aims, grouping, voting,
    wording, authorship, taking_back, left_behind, covering_copies, masking, hiding,
    hiding_together, unveiling, masked_for_good, parking, private_ids, experience, moments,
    arranging, joint_stories, reflect, process, order, ways, undo, return_to_aims, reasons,
    opening, answering,
)  # fmt: skip

ASKED: dict[type[Command], Ask] = {
    command: ask for part in PARTS for command, ask in part.ASKED.items()
}
HAPPENED: dict[type[Entry], Apply] = {
    entry: apply for part in PARTS for entry, apply in part.HAPPENED.items()
}
COMMANDS: tuple[type[Command], ...] = tuple(ASKED)
ENTRIES: tuple[type[Entry], ...] = tuple(HAPPENED)

OWN_PAGES = "own pages"
"""The door of a person's own pages, which who was shown out keeps."""


def decide(chart: Flipchart, command: Command, actor: Actor) -> list[Entry]:
    """What happens when somebody asks for something; the flipchart itself is not changed.

    Raises:
        Refusal: when the method says no.
    """
    ask = ASKED[type(command)]
    if ask.shown_out and actor.door == OWN_PAGES and _was_shown_out(chart, actor):
        return _for_own_words(chart, ask, command, actor)
    check_open(chart, ask, actor)
    decided = ask.decide(chart, command, hand_of(chart, command, actor))
    # what lies beneath a veil stays there: an entry that carries words on carries them as
    # everybody reads them
    return (
        [every(entry, lambda _, words: uncovered(words)) for entry in decided]
        if chart.veils
        else decided
    )


SEARCHES: dict[type[Command], Callable[..., Search]] = {
    CoverCopies: covering_copies.search,
    MaskWords: masking.search,
}


def searching(chart: Flipchart, asked: Sequence[tuple[Command, Actor]]) -> Search:
    """The search that `decide` would make for commands of one kind, to be made
    beside it, step by step.

    Raises:
        Refusal: where the method would say no to the first of them.
    """
    command, actor = asked[0]
    check_open(chart, ASKED[type(command)], actor)
    yield from SEARCHES[type(command)](
        chart, [(one, hand_of(chart, one, actor)) for one, actor in asked]
    )


def _was_shown_out(chart: Flipchart, actor: Actor) -> bool:
    person = chart.people.get(actor.person) if actor.person is not None else None
    return person is not None and person.removed


def _for_own_words(chart: Flipchart, ask: Ask, command: Command, actor: Actor) -> list[Entry]:
    """What becomes of their own words; every refusal reads alike, because it could tell
    what came later (S8).
    """
    try:
        return ask.decide(chart, command, hand_of(chart, command, actor))
    except Refusal:
        raise Refusal(refusals.SHOWN_OUT) from None


def may(chart: Flipchart, command: Command, actor: Actor) -> bool:
    """Whether `decide` would not refuse."""
    try:
        decide(chart, command, actor)
    except Refusal:
        return False
    return True


def hand_of(chart: Flipchart, command: Command, actor: Actor) -> Hand:
    """Whose words the command carries, who typed them, and when they were said (G11, G17).

    Raises:
        Refusal: when somebody writes for another without the role, or gives a time that cannot be.
    """
    by = actor.person
    if isinstance(command, Saying) and (command.for_someone or command.for_person is not None):
        if not chart.has_role(actor.person, *KEEPING_ROLES):
            raise Refusal(refusals.ONLY_KEEPERS_WRITE_FOR_OTHERS)
        by = (
            None
            if command.for_someone or command.for_person is None
            else chart.someone(command.for_person).id
        )
    said_at = actor.at if command.said_at is None else _checked_time(chart, command, actor, by)
    return Hand(
        by=by,
        typed_by=actor.person,
        said_at=said_at,
        at=actor.at,
        chance=actor.chance,
        door=actor.door,
        searched=actor.searched,
    )


def _checked_time(chart: Flipchart, command: Command, actor: Actor, by: int | None) -> int:
    assert command.said_at is not None
    replayed = chart.set_up is None or chart.set_up.replayed
    if not isinstance(command, Saying) and not replayed:
        raise Refusal(refusals.TIME_ONLY_FOR_WORDS)
    if command.said_at > actor.at and not replayed:
        raise Refusal(refusals.SAID_TOO_LATE)
    person = chart.people.get(by) if by is not None else None
    if person is not None and command.said_at < person.arrived_at:
        raise Refusal(refusals.SAID_TOO_EARLY.format(name=person.called))
    return command.said_at


def apply(chart: Flipchart, recorded: Recorded) -> None:
    """Let an entry have happened: the flipchart changes in place. Never refuses."""
    entry = recorded.entry
    before = _concerns_private(chart, entry)
    for item in items_of(entry):
        chart.said_in.setdefault(item, []).append(recorded.number)
    chart.number = recorded.number
    HAPPENED[type(entry)](chart, entry, recorded)
    reaching.follow(chart, entry)
    texts.follow(chart, recorded)
    remember_made(chart, recorded)
    remember_change(chart, recorded)
    voting.dots_come_back(chart, _about(entry))
    if not (
        isinstance(entry, _COVERING)
        or entry.is_private
        or (before and _concerns_private(chart, entry))
    ):
        chart.told.append(recorded.number)


_COVERING = (
    masking.WordsMasked,
    unveiling.WordsVeiled,
    unveiling.VeilsLifted,
    masked_for_good.VeilsConfirmed,
)
"""Of these nobody receives how many there are: it would tell whether something private or
hidden holds some words.
"""


def _about(entry: Entry) -> tuple[int, ...]:
    """The things that an entry is about, by the ids in it."""
    about = getattr(entry, "about", None)
    return tuple(
        id for id in (about if isinstance(about, tuple) else (about,)) if isinstance(id, int)
    )


def _concerns_private(chart: Flipchart, entry: Entry) -> bool:
    """Whether not everybody may know what an entry makes or, where it makes nothing,
    all that it is about.
    """
    made = getattr(entry, "id", None)
    if made is not None:
        return made < 0 or (
            (thing := chart.find(made)) is not None and not chart.may_read(thing, None)
        )
    things = [chart.find(id) for id in _about(entry)]
    return bool(things) and all(
        thing is not None and not chart.may_read(thing, None) for thing in things
    )
