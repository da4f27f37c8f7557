"""What somebody said in a workshop, what came of it and where it went: what their page shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from footpath import clocks
from footpath.method import Flipchart
from footpath.method.audiences.own_reasons import OwnReason, reasons_by
from footpath.method.audiences.own_things import OwnThing, said_by
from footpath.registering.models import Registration
from footpath.research import whereabouts
from footpath.research.models import Paraphrase
from footpath.research.paraphrases import for_authors
from footpath.research.whereabouts import Left, Stand
from footpath.research.windows import Counting, Window
from footpath.research.withdrawing import until
from footpath.room.running import rooms
from footpath.workshops.models import Workshop


@dataclass(frozen=True)
class Out:
    """One sentence on where a thing went. `study` follows it."""

    icon: str
    text: str
    study: str = ""


@dataclass
class Item:
    """One thing on the page."""

    said: OwnThing
    outs: list[Out]
    kept_from: list[Stand]
    may_leave_to: list[Stand]
    """The projects that it is not kept back from."""
    rewords: bool = False
    paraphrases: list[Paraphrase] = field(default_factory=list[Paraphrase])
    added: list["Item"] = field(default_factory=list["Item"])
    """What others put into this story."""
    wrong: str = ""
    typed: str = ""


@dataclass
class Foot:
    """Where somebody stands with one project, and what withdrawing does."""

    stand: Stand
    answer: str
    on: str
    left: int
    reaches_copies: bool
    until: str
    """The last day of that, where the sheet sets one."""


def shown(
    workshop: Workshop, registration: Registration | None, person: int | None
) -> dict[str, Any]:
    """Everything that the page shows to its person."""
    rows = whereabouts.released(workshop) if person is not None else []
    also = {row.about for row in rows if person in row.people}

    def look(chart: Flipchart) -> tuple[list[OwnThing], list[OwnReason], bool]:
        assert person is not None
        here = person in chart.people and not chart.people[person].removed
        return said_by(chart, person, also), reasons_by(chart, person), here

    nothing = (list[OwnThing](), list[OwnReason](), False)
    own, reasons, here = (
        rooms().read_own(workshop.pk, person, look) if person is not None else nothing
    )
    stands = whereabouts.stands_of(workshop, registration, person, own)
    left = whereabouts.left_of(rows, workshop, person, own) if person is not None else {}
    items, counting = _items(workshop, own, stands, left, here), Counting(workshop)
    mine = [one for one in items if one.said.is_own]
    gone = [left[one.said.id] for one in mine if one.said.id in left]
    return {
        "workshop": workshop,
        "here": here,
        "registration": registration,
        "reasons": reasons,
        "items": [one for one in items if one.said.is_own or one.said.is_group_text],
        "others": [one for one in items if not (one.said.is_own or one.said.is_group_text)],
        "things": sum(one.said.can_be_taken_back for one in mine),
        "left": len(gone),
        "studies": len({one.release.project.pk for lefts in gone for one in lefts}),
        "feet": [_foot(stand, left, counting.window(stand.rows, person)) for stand in stands],
    }


def _items(
    workshop: Workshop,
    own: list[OwnThing],
    stands: list[Stand],
    left: dict[int, list[Left]],
    here: bool,
) -> list[Item]:
    """The things in the order of the record; what others put into a story stands with it.

    Who was shown out is not asked for other words, and of others' words for theirs sees those that
    they accepted (S8).
    """
    written = for_authors(workshop, own, only_accepted=not here)
    items: list[Item] = []
    stories: dict[int, Item] = {}
    for said in own:
        lefts = left.get(said.id, [])
        if said.state == "withdrawn" and not lefts:
            continue
        contributes = [stand for stand in stands if not said.state and not said.is_private]
        kept = [stand for stand in contributes if said.id in stand.kept]
        item = Item(
            said,
            outs_of(said, stands, lefts),
            kept,
            [one for one in contributes if one not in kept],
            rewords=here and any(stand.asks_to_reword(said) for stand in stands),
            paraphrases=written.get(said.id, []),
        )
        if said.in_own_story and not said.is_own and said.story in stories:
            stories[said.story].added.append(item)
        else:
            items.append(item)
        if said.goes_with or said.icon == "route":
            stories[said.id] = item
    return items


def outs_of(said: OwnThing, stands: list[Stand], lefts: list[Left]) -> list[Out]:
    """Where a thing went: each time that it left, and why it does not leave to
    the other studies.
    """
    outs: list[Out] = []
    for left in lefts:
        outs.append(
            Out("left", f"Left on {_day(left.on)} to the study", left.release.project.title)
        )
        if left.recall is not None:
            outs.append(Out("undo", _recalled(left, said)))
    if said.state == "withdrawn":
        return outs
    gone_to = {left.release.project.pk for left in lefts}
    stays = [(stand, stand.why_not(said)) for stand in stands if stand.project.pk not in gone_to]
    alike = len({why for _, why in stays}) == 1 and not gone_to
    for stand, why in stays[:1] if alike else stays:
        text = f"Does not leave: {why}" if why else "Has not left"
        outs.append(
            Out("lock", text if alike else text + ".", "" if alike else stand.project.title)
        )
    return outs


def _recalled(left: Left, said: OwnThing) -> str:
    recall = left.recall
    assert recall is not None
    if recall.late:
        return (
            "It leaves no more. That came after the days in which copies are deleted, so what had "
            "left stays."
        )
    if recall.told_at is None:
        when = "within three days" if said.is_unnamed else "now"
        return f"Whoever holds it is told {when} to delete it."
    told = f"Whoever holds it was told on {_day(recall.told_at)} to delete it"
    return (
        f"{told}, and said on {_day(recall.confirmed_at)} that it is deleted."
        if recall.confirmed_at
        else f"{told}."
    )


def _day(at: datetime) -> str:
    return clocks.date(timezone.localtime(at))


def _foot(stand: Stand, left: dict[int, list[Left]], window: Window | None) -> Foot:
    last = stand.said_last
    answered = datetime.fromtimestamp(last.answered_at / 1000, UTC) if last is not None else None
    holds = [
        one for lefts in left.values() for one in lefts if one.release.project == stand.project
    ]
    return Foot(
        stand,
        whereabouts.answer_in_words(stand),
        _day(answered) if answered else "",
        len({one.about for one in holds if one.recall is None}),
        window is None or window.is_open(timezone.now()),
        "" if window is None else until(window),
    )


def every(items: Iterable[Item]) -> Iterable[Item]:
    """The items with what others put into stories."""
    for item in items:
        yield item
        yield from item.added
