"""Keeping back: an author, a storyteller or a facilitator keeps one thing out of research, or lets it go again (C6).

Each may lift what they keep back themselves, and nobody else's. Of an author or a storyteller a row holds a keyed hash
that differs from thing to thing, so that it neither names them nor shows what else is theirs (C10).
"""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac
from msgspec import Struct

from footpath.method import Flipchart, Refusal
from footpath.method.people import Role
from footpath.method.things import GROUP_TEXT, Experience, Moment, Thing
from footpath.research import recalls
from footpath.research.models import KeptBack, Project
from footpath.research.permissions import Hand
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

NOT_YOURS = "Only whoever said it, who tells the story, or a facilitator can keep this back."
NO_STUDY = "This workshop does not contribute to that study."
UNREADABLE = "It could not be read what is to be kept back. Open your page again."


class Right(Struct, frozen=True):
    """By what right somebody keeps a thing back, and what is stored of them."""

    about: int
    hand: Hand
    whose: str
    after: int


def hand_of(chart: Flipchart, thing: Thing, person: int) -> Hand | None:
    """The person's own right to keep a thing back: its author's, one of those who worded it, or its storyteller's."""
    worded = isinstance(thing, GROUP_TEXT) and any(one.by == person for one in thing.wordings)
    if worded or (thing.by == person and not isinstance(thing, GROUP_TEXT)):
        return Hand.AUTHOR
    story = chart.story(thing.experience) if isinstance(thing, Moment) else thing
    return Hand.STORYTELLER if isinstance(story, Experience) and person in story.storytellers else None


def seal(workshop: Workshop, entry: int, person: int) -> str:
    """What a row holds of an author or storyteller of the thing that an entry made: another hash for each thing."""
    value = f"{workshop.address}:{entry}:{person}"
    return salted_hmac("footpath.kept-back", value, algorithm="sha256").hexdigest()[:32]


def keep_back(
    workshop: Workshop, person: int, about: int, project: Project | None, kept: bool, for_all: bool = False
) -> None:
    """Keep a thing out of research, or let it go again; out of every project where none is given.

    `for_all` is a facilitator's, who keeps it back on behalf of everybody.

    Raises:
        Refusal: when it is not the person's to keep back.
        Fault: when nothing can be stored just now.
    """

    def look(chart: Flipchart) -> Right | None:
        thing = chart.found_by(about, person)
        if thing is None:
            return None
        if for_all:
            may = chart.has_role(person, Role.FACILITATOR) and chart.may_read(thing, None)
            return Right(thing.id, Hand.FACILITATOR, "", chart.number) if may else None
        hand = hand_of(chart, thing, person)
        if hand is None:
            return None
        return Right(thing.id, hand, seal(workshop, thing.made_by_entry, person), chart.number)

    right = rooms().read(workshop.pk, look)
    if right is None:
        raise Refusal(NOT_YOURS)
    rows = KeptBack.objects.filter(workshop=workshop, hand=right.hand, whose=right.whose).select_related("project")
    before = rows.filter(about=right.about) if right.hand is Hand.FACILITATOR else rows
    if _is_kept(before, project) != kept:
        KeptBack.objects.create(
            workshop=workshop, project=project, about=right.about, hand=right.hand, whose=right.whose, kept=kept,
            after=right.after,
        )  # fmt: skip
        recalls.after_change(workshop, project)


def _is_kept(rows: Iterable[KeptBack], project: Project | None) -> bool | None:
    """What holds by somebody's rows about one thing; None for every project where the projects differ."""
    ordered = sorted(rows, key=lambda row: row.pk)
    said = [row for row in ordered if project is None or row.project in (None, project)]
    if not said:
        return False
    return None if project is None and said[-1].project is not None else said[-1].kept


def kept_by(workshop: Workshop, person: int) -> list[int]:
    """The things that somebody keeps out of every project themselves, by the ids that they had when they said so."""
    rows = list(KeptBack.objects.filter(workshop=workshop, project=None).exclude(whose="").order_by("pk"))

    def look(chart: Flipchart) -> set[str]:
        things = (chart.find(row.about) for row in rows)
        return {seal(workshop, thing.made_by_entry, person) for thing in things if thing is not None}

    theirs = rooms().read(workshop.pk, look) if rows else set[str]()
    latest = {row.whose: row for row in rows if row.whose in theirs}
    return [row.about for row in latest.values() if row.kept]


def study_at(workshop: Workshop, address: str) -> Project | None:
    """The project of an address; None, for all of them, where it is empty.

    Raises:
        Refusal: when the workshop does not contribute to it.
    """
    if not address:
        return None
    found = Project.objects.filter(workshops=workshop, address=address).first()
    if found is None:
        raise Refusal(NO_STUDY)
    return found


def number_of(text: str) -> int:
    """A thing's id as a form sends it.

    Raises:
        Refusal: when it is none.
    """
    if not (text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 12):
        raise Refusal(UNREADABLE)
    return int(text)
