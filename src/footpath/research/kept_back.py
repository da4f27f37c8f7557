"""Keeping back: an author, a storyteller or a facilitator keeps one thing out of research, or
lets it go again (C6).

Each may lift what they keep back themselves, also when they tell the story no more, and nobody
else's. Of an author or a storyteller a row holds a keyed hash that differs from thing to thing, so
that it neither names them nor shows what else is theirs (C10).
"""

from collections.abc import Iterable

from msgspec import Struct

from footpath.gate.permissions import KeptBackBy
from footpath.limits.numbers import number_in
from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.whose_own import is_author, tells_of
from footpath.method.own_words.keeping_out import may_keep_out
from footpath.method.things.people import Role
from footpath.method.things.things import Thing
from footpath.research import recalls
from footpath.research.consents import contributing_to
from footpath.research.information_sheets import Project
from footpath.research.models import KeptBack
from footpath.research.seals import seal
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

NOT_YOURS = "Only whoever said it, who tells the story, or a facilitator can keep this back."
NO_STUDY = "This workshop does not contribute to that study."
UNREADABLE = "It could not be read what is to be kept back. Open your page again."


class Right(Struct, frozen=True):
    """By what right somebody keeps a thing back, None where they have none, and what
    is stored of them.
    """

    about: int
    hand: KeptBackBy | None
    whose: str
    after: int


def _own_right(chart: Flipchart, thing: Thing, person: int) -> KeptBackBy | None:
    """The person's own right to keep a thing back: its author's, one of those who worded it,
    or its storyteller's.
    """
    if is_author(thing, person):
        return KeptBackBy.AUTHOR
    return KeptBackBy.STORYTELLER if tells_of(chart, thing, person) else None


def keep_back(
    workshop: Workshop, person: int, about: int, project: Project | None, kept: bool,
    for_all: bool = False,
) -> None:  # fmt: skip
    """Keep a thing out of research, or let it go again; out of every project where none is given.

    `for_all` is a facilitator's, who keeps it back on behalf of everybody.

    Raises:
        Refusal: when it is not the person's to keep back.
        Fault: when nothing can be stored just now.
    """
    right = rooms().read(workshop.pk, lambda chart: _right(chart, workshop, person, about, for_all))
    rows = KeptBack.objects.none()
    if right is not None:
        rows = (
            KeptBack.objects.filter(workshop=workshop, whose=right.whose)
            .select_related("project")
            .order_by("pk")
        )
        rows = rows.filter(about=right.about) if not right.whose else rows
    last = rows.last()
    hand = (
        right.hand
        if right is not None and right.hand is not None
        else KeptBackBy(last.hand)
        if last
        else None
    )
    if right is None or hand is None or (right.hand is None and kept):
        raise Refusal(NOT_YOURS)
    if _is_kept(rows, project) != kept:
        KeptBack.objects.create(
            workshop=workshop, project=project, about=right.about, hand=hand, whose=right.whose,
            kept=kept, after=right.after,
        )  # fmt: skip
        recalls.after_change(workshop, project)


def _right(
    chart: Flipchart, workshop: Workshop, person: int, about: int, for_all: bool
) -> Right | None:
    """Somebody's right at a thing; None where there is no such thing for them."""
    thing = chart.found_by(about, person)
    if thing is None:
        return None
    if for_all:
        may = chart.has_role(person, Role.FACILITATOR) and chart.may_read(thing, None)
        return Right(thing.id, KeptBackBy.FACILITATOR, "", chart.number) if may else None
    own = seal(workshop, thing.made_by_entry, person)
    return Right(thing.id, _own_right(chart, thing, person), own, chart.number)


def _is_kept(rows: Iterable[KeptBack], project: Project | None) -> bool | None:
    """What holds by somebody's rows about one thing; None for every project where
    the projects differ.
    """
    ordered = sorted(rows, key=lambda row: row.pk)
    said = [row for row in ordered if project is None or row.project in (None, project)]
    if not said:
        return False
    return None if project is None and said[-1].project is not None else said[-1].kept


def kept_by(workshop: Workshop, person: int) -> list[int]:
    """The things that somebody keeps out of every project themselves, by the ids that they had
    when they said so.

    Nothing by a right that they have no more.
    """
    rows = list(
        KeptBack.objects.filter(workshop=workshop, project=None).exclude(whose="").order_by("pk")
    )

    def look(chart: Flipchart) -> set[str]:
        things = (chart.find(row.about) for row in rows)
        theirs = (
            thing for thing in things if thing is not None and may_keep_out(chart, thing, person)
        )
        return {seal(workshop, thing.made_by_entry, person) for thing in theirs}

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
    found = contributing_to(workshop).filter(address=address).first()
    if found is None:
        raise Refusal(NO_STUDY)
    return found


def number_of(text: str) -> int:
    """A thing's id as a form sends it.

    Raises:
        Refusal: when it is none.
    """
    if (number := number_in(text)) is None:
        raise Refusal(UNREADABLE)
    return number
