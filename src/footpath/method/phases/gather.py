"""Gather: who is here and in which role, how we want to be together, who has an
experience to tell.
"""

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    PersonId,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.stamping import stamp
from footpath.method.lines.standing import counted, reads_as_at, said_again
from footpath.method.refusals import Refusal
from footpath.method.things.people import (
    Person,
    Role,
    Story,
    Where,
    Who,
    says_it_themselves,
)
from footpath.method.things.things import AgreementLine
from footpath.method.throughout.renaming import PersonRenamed, Rename, person_renamed, rename
from footpath.method.words.words import LONGEST_NAME, Words, named, named_if_any, said, said_if_any


class Arrive(Command, frozen=True, kw_only=True):
    """Somebody comes in by a link or a code and says a name; made up is fine."""

    name: str
    where: Where = Where.ONLINE
    only_watch: bool = False


class AddPerson(Command, frozen=True, kw_only=True):
    """A scribe adds somebody who is in the room or on the phone without a device (G16)."""

    name: str
    where: Where = Where.ROOM


class PersonArrived(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: PersonId
    name: Words
    where: Where
    roles: list[Role]
    without_device: bool = False


def arrive(chart: Flipchart, command: Arrive, hand: Hand) -> list[Entry]:
    if hand.typed_by is not None:
        raise Refusal(refusals.ALREADY_HERE)
    if chart.closed and hand.door in ("guest", "observer"):
        raise Refusal(refusals.CLOSED_TO_NEWCOMERS)
    role = Role.OBSERVER if command.only_watch else _ROLE_BY_DOOR[hand.door]
    name = named(command.name, LONGEST_NAME)
    return [PersonArrived(id=chart.next_id, name=name, where=command.where, roles=[role])]


_ROLE_BY_DOOR = {
    "guest": Role.PARTICIPANT,
    "facilitator": Role.FACILITATOR,
    "scribe": Role.SCRIBE,
    "observer": Role.OBSERVER,
}


def add_person(chart: Flipchart, command: AddPerson, hand: Hand) -> list[Entry]:
    name = named(command.name, LONGEST_NAME)
    return [
        PersonArrived(
            id=chart.next_id,
            name=name,
            where=command.where,
            roles=[Role.PARTICIPANT],
            without_device=True,
        )
    ]


def person_arrived(chart: Flipchart, entry: PersonArrived, recorded: Recorded) -> None:
    chart.people[entry.id] = Person(
        id=entry.id,
        name=entry.name,
        named_in=recorded.number,
        roles=frozenset(entry.roles),
        where=entry.where,
        arrived_at=recorded.said_at,
        without_device=entry.without_device,
    )
    chart.next_id = max(chart.next_id, entry.id + 1)
    chart.touch_person(entry.id)


class ClaimName(Command, frozen=True, kw_only=True):
    """Somebody whom a scribe added by name takes it over with the link they were handed: they have
    a device now (G16).

    Of two devices that ask, the first has it.
    """


class NameClaimed(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    person: PersonId


def claim_name(chart: Flipchart, command: ClaimName, hand: Hand) -> list[Entry]:
    assert hand.by is not None
    if not chart.people[hand.by].without_device:
        raise Refusal(refusals.NAME_TAKEN_OVER)
    return [NameClaimed(person=hand.by)]


def name_claimed(chart: Flipchart, entry: NameClaimed, recorded: Recorded) -> None:
    chart.people[entry.person].without_device = False
    chart.touch("people", entry.person)
    chart.touch("sheet", "counts")


class OfferStory(Saying, frozen=True, kw_only=True):
    """ "I have an experience I could tell": seen by facilitators only (G13)."""

    side: str = ""
    elsewhere: bool = False
    line: str = ""


class StoryOffered(Entry, frozen=True, kw_only=True):
    words_of = "person"
    known_to = "facilitators"
    person: PersonId
    side: Words | None
    elsewhere: bool
    line: Words | None

    @property
    def is_private(self) -> bool:
        """Facilitators alone learn of it (G13)."""
        return True


def offer_story(chart: Flipchart, command: OfferStory, hand: Hand) -> list[Entry]:
    if hand.by is None:
        raise Refusal(refusals.NO_SUCH_PERSON)
    person = chart.people[hand.by]
    # what they offered, or would rather not
    if person.story is not None and says_it_themselves(person, hand.typed_by):
        raise Refusal(refusals.THEY_SAY_IT)
    line = said_if_any(command.line)
    return [
        StoryOffered(
            person=hand.by, side=named_if_any(command.side), elsewhere=command.elsewhere, line=line
        )
    ]


def story_offered(chart: Flipchart, entry: StoryOffered, recorded: Recorded) -> None:
    chart.people[entry.person].story = Story(
        side=entry.side, elsewhere=entry.elsewhere, line=entry.line, typed_by=recorded.typed_by
    )
    chart.touch("people", entry.person)


class AskToTell(Command, frozen=True, kw_only=True):
    """A facilitator asks somebody who offered an experience to tell it."""

    person: Number


class AskedToTell(Entry, frozen=True, kw_only=True):
    known_to = "facilitators"
    person: PersonId

    @property
    def is_private(self) -> bool:
        """Facilitators alone learn of it (G13)."""
        return True


def ask_to_tell(chart: Flipchart, command: AskToTell, hand: Hand) -> list[Entry]:
    return [AskedToTell(person=chart.someone(command.person).id)]


def asked_to_tell(chart: Flipchart, entry: AskedToTell, recorded: Recorded) -> None:
    person = chart.people[entry.person]
    person.story = replace(person.story or Story(), asked=True, declined=False)
    chart.touch("people", entry.person)


class ProposeAgreement(Saying, frozen=True, kw_only=True):
    """Somebody proposes a line of how the group wants to be together (G10)."""

    text: str


class AgreementProposed(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    words: Words
    unnamed: bool


class AgreeToLine(Command, frozen=True, kw_only=True):
    """Somebody agrees to a line, or takes their agreement away."""

    about: Number
    agree: bool = True
    version: Number | None = None
    """The wording that they read: to one that they have not read nobody agrees (S11)."""


class LineAgreed(Entry, frozen=True, kw_only=True):
    known_to = "counted"
    about: ThingId
    agree: bool


def propose_agreement(chart: Flipchart, command: ProposeAgreement, hand: Hand) -> list[Entry]:
    return [AgreementProposed(id=chart.next_id, words=said(command.text), unnamed=command.unnamed)]


def agreement_proposed(chart: Flipchart, entry: AgreementProposed, recorded: Recorded) -> None:
    chart.add(AgreementLine(**stamp(recorded, entry.id, entry.words, entry.unnamed)))


def agree_to_line(chart: Flipchart, command: AgreeToLine, hand: Hand) -> list[Entry]:
    line = chart.seen(command.about, hand.by, AgreementLine)
    if command.agree and command.version not in (None, line.version):
        raise Refusal(refusals.WORDED_MEANWHILE)
    agreeing, _ = counted(chart, line, line.agreed)
    return (
        [LineAgreed(about=line.id, agree=command.agree)]
        if (hand.by in agreeing) != command.agree
        else []
    )


def line_agreed(chart: Flipchart, entry: LineAgreed, recorded: Recorded) -> None:
    line = chart.things[entry.about]
    assert isinstance(line, AgreementLine) and recorded.by is not None
    before = line.agreed.pop(recorded.by, ())
    if entry.agree:
        line.agreed[recorded.by] = said_again(
            reads_as_at(chart, line), before, recorded.number, True
        )
    chart.touch_thing(line)


ASKED: Asked = {
    Arrive: Ask(Who.DOOR, arrive, after_close=True),
    AddPerson: Ask(Who.KEEPERS, add_person),
    Rename: Ask(Who.EVERYBODY, rename, after_close=True),
    ClaimName: Ask(Who.EVERYBODY, claim_name, after_close=True),
    OfferStory: Ask(Who.WRITERS, offer_story),
    AskToTell: Ask(Who.FACILITATORS, ask_to_tell),
    ProposeAgreement: Ask(Who.WRITERS, propose_agreement),
    AgreeToLine: Ask(Who.WRITERS, agree_to_line),
}

HAPPENED: Happened = {
    PersonArrived: person_arrived,
    PersonRenamed: person_renamed,
    NameClaimed: name_claimed,
    StoryOffered: story_offered,
    AskedToTell: asked_to_tell,
    AgreementProposed: agreement_proposed,
    LineAgreed: line_agreed,
}
