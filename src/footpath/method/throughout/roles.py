"""Roles: who leads, writes for others, takes part or watches; removing somebody; who may
change the group's text.
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, PersonId, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES, Person, Role, Who
from footpath.method.things.things import Experience
from footpath.method.throughout.notes import goes_up
from footpath.method.throughout.storytellers_first import Turn


class GiveRole(Command, frozen=True, kw_only=True):
    """A facilitator gives somebody a role; a person can hold two (G5)."""

    person: Number
    role: Role


class RoleGiven(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId
    role: Role


class TakeRole(Command, frozen=True, kw_only=True):
    """A facilitator takes a role from somebody, or gives up their own."""

    person: Number
    role: Role


class RoleTaken(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId
    role: Role


def give_role(chart: Flipchart, command: GiveRole, hand: Hand) -> list[Entry]:
    return [RoleGiven(person=chart.someone(command.person).id, role=command.role)]


def take_role(chart: Flipchart, command: TakeRole, hand: Hand) -> list[Entry]:
    person = chart.someone(command.person)
    if command.role is Role.FACILITATOR:
        _keep_a_facilitator(chart, person)
    return [RoleTaken(person=person.id, role=command.role)]


def _keep_a_facilitator(chart: Flipchart, leaving: Person) -> None:
    others = [p for p in chart.people.values() if p.id != leaving.id and not p.removed]
    if Role.FACILITATOR in leaving.roles and not any(Role.FACILITATOR in p.roles for p in others):
        raise Refusal(refusals.LAST_FACILITATOR)


def role_given(chart: Flipchart, entry: RoleGiven, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    watching = {Role.OBSERVER} if entry.role is not Role.OBSERVER else {Role.PARTICIPANT}
    person.roles = (person.roles - watching if len(person.roles) == 1 else person.roles) | {
        entry.role
    }
    person.keeps_no_more = person.keeps_no_more and entry.role not in KEEPING_ROLES
    _role_changed(chart, entry.person)


def _role_changed(chart: Flipchart, person: int) -> None:
    chart.touch("people", person)
    chart.touch("sheet", "counts")
    chart.touch("sheet", "quiet")
    for thing in chart.things.values():  # with the role can end that they decide about a story
        if isinstance(thing, Experience) and person in thing.storytellers:
            chart.touch_thing(thing)
    for id in chart.offers:  # beside what was hidden they are facilitators' too (G12)
        if chart.things[id].hidden is not None:
            chart.touch_with_offers(chart.things[id])


def role_taken(chart: Flipchart, entry: RoleTaken, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    kept = not person.roles.isdisjoint(KEEPING_ROLES)
    person.roles = person.roles - {entry.role} or frozenset({Role.PARTICIPANT})
    person.keeps_no_more = person.keeps_no_more or (kept and person.roles.isdisjoint(KEEPING_ROLES))
    chart.forget_slips(person.id)  # what only the role let them do, only the role lets them undo
    _role_changed(chart, entry.person)


class RemovePerson(Command, frozen=True, kw_only=True):
    """A facilitator removes somebody; what they wrote stays (G12)."""

    person: Number


class PersonRemoved(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId


def remove_person(chart: Flipchart, command: RemovePerson, hand: Hand) -> list[Entry]:
    person = chart.someone(command.person)
    _keep_a_facilitator(chart, person)

    def is_over(turn: Turn) -> bool:
        """Nobody waits for who is gone; for a story that was taken back until copies of it were
        looked for (E10).
        """
        story, teller = turn
        return teller == person.id and story not in chart.leaving

    return [PersonRemoved(person=person.id), *goes_up(chart, hand, is_over)]


def person_removed(chart: Flipchart, entry: PersonRemoved, recorded: Recorded) -> None:
    chart.people[entry.person].removed = True
    chart.forget_slips(entry.person)
    chart.hands.pop(entry.person, None)
    chart.done.discard(entry.person)
    if chart.pace_holder == entry.person:
        chart.pace_holder = None
        chart.touch("sheet", "workshop")
    chart.touch("sheet", "hands")
    for thing in chart.things.values():
        if isinstance(thing, Experience) and entry.person in thing.storytellers:
            chart.touch_thing(thing)
    chart.touch_person(entry.person)


class OpenText(Command, frozen=True, kw_only=True):
    """A facilitator opens the group's text to everyone, or gives it back to its keepers (A4)."""

    open: bool = True


class TextOpened(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    open: bool


def open_text(chart: Flipchart, command: OpenText, hand: Hand) -> list[Entry]:
    return [TextOpened(open=command.open)] if chart.text_open != command.open else []


def text_opened(chart: Flipchart, entry: TextOpened, recorded: Recorded) -> None:
    chart.text_open = entry.open
    chart.touch("sheet", "workshop")


ASKED: Asked = {
    GiveRole: Ask(Who.FACILITATORS, give_role, after_close=True),
    TakeRole: Ask(Who.FACILITATORS, take_role, after_close=True),
    RemovePerson: Ask(Who.FACILITATORS, remove_person, after_close=True),
    OpenText: Ask(Who.FACILITATORS, open_text),
}

HAPPENED: Happened = {
    RoleGiven: role_given,
    RoleTaken: role_taken,
    PersonRemoved: person_removed,
    TextOpened: text_opened,
}
