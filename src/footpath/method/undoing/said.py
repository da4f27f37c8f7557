"""Said: what a step was, in a few words, so that who undoes it reads first what goes (G12)."""

from footpath.method.flipchart.entries import Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.holding import Slip
from footpath.method.lines.tracing import standing_aims, standing_process
from footpath.method.things.kinds import a_thing, in_a_sentence
from footpath.method.things.people import KEEPING_ROLES
from footpath.method.things.things import (
    REFLECTIONS,
    Aim,
    Element,
    Group,
    Moment,
    Note,
    NoteKind,
    SharedValue,
    Thing,
)
from footpath.method.throughout.arranging import MomentArranged
from footpath.method.undoing.undo import latest
from footpath.method.wire.sheets import SlipsView, SlipView

_FEW = 24
"""Letters of a name, so that it stays short."""

DID: dict[str, str] = {
    "NotesGrouped": "grouped {count}", "NoteRegrouped": "moved {thing}",
    "NoteMerged": "merged {thing}", "NoteMerged off": "took {thing} apart",
    "GroupMerged": "merged two groups",
    "Deleted": "deleted {thing}", "BroughtBack": "brought back {thing}",
    "ThingParked": "parked {thing}", "ThingUnparked": "took up {thing} again",
    "NoteMoved": "moved {thing}", "MomentArranged": "moved {thing}",
    "ElementReordered": "moved {thing}", "ElementArranged": "changed {thing}",
    "ThreadTied": "tied {thing} to its reasons", "ThreadTied off": "untied {thing}",
    "WaysSaid": "changed the ways of {thing}", "PointPicked": "picked {thing}",
    "TensionMarked": "marked a tension", "Reworded": "reworded {thing}",
    "ThingHidden": "hid {thing}", "ThingShown": "showed {thing} again",
    "AllHidden": "hid {count}", "AllShown": "showed {count} again",
    "TellerLeft": "left a story", "FlipchartClosed": "closed the flipchart",
    "AimReviewed keep": "kept {thing}", "AimReviewed drop": "dropped {thing}",
    "AimReviewed open": "two positions, {thing}", "AimReviewed change": "changed {thing}",
    "ElementAdded": "added {thing}", "AimAdded": "added {thing}", "ValueAdded": "added {thing}",
    "AgreementProposed": "proposed {thing}", "ExperienceTold": "laid out {thing}",
    "MomentPlaced": "added {thing}", "NoteWritten": "wrote {thing}",
    "WordingOffered": "offered a wording", "SilenceEnded": "revealed notes",
    "TellerSpoken": "ended the storyteller’s turn", "VoteClosed": "closed the vote",
    "WordsTakenBack": "took words back", "ReasonTakenBack": "took a reason back",
    "TitleTakenBack": "took a title back", "PersonRemoved": "showed somebody out",
    "ReasonReworded": "reworded a reason", "Tagged": "tagged {thing}",
    "VisibilitySet": "set who sees {thing}", "ExperienceFinished": "ended a story",
    "MomentAccepted": "took in {thing}", "MomentTakenOff": "took off {thing}",
    "ValueBacked": "changed {thing}", "ValueRecognised": "answered for a value",
    "WordsOpened": "opened words", "WordsNarrowed": "narrowed who reads words",
    "NamingChosen": "chose a name for {thing}",
}  # fmt: skip
"""Every kind of step by the name of its entry, where need be with how it was done."""


def slips_of(chart: Flipchart, person: int) -> SlipsView | None:
    """What somebody can undo and do again just now, for themselves alone."""
    if not chart.has_role(person, *KEEPING_ROLES):
        return None
    hand = Hand(by=person, typed_by=person, said_at=0, at=0)
    done, undone = chart.slips.get(person, []), chart.undone.get(person, [])
    back, again = latest(chart, reversed(done), hand), latest(chart, undone[-1:], hand)
    slips = SlipsView(
        undo=_named(chart, back.slip, person), redo=_named(chart, again.slip, person),
        stuck="" if back.stuck is None else did(chart, back.stuck, person), why=back.why,
    )  # fmt: skip
    return None if slips == SlipsView() else slips


def _named(chart: Flipchart, slip: Slip | None, person: int) -> SlipView | None:
    return None if slip is None else SlipView(slip=slip.place, did=did(chart, slip, person))


def did(chart: Flipchart, slip: Slip, person: int) -> str:
    """What a step was, with the number or the name of what it was about."""
    done, undoing = slip.did, slip.undoing
    thing = chart.find(done.about)
    said = DID.get(f"{done.kind} {done.how}") or DID[done.kind]
    if isinstance(undoing, MomentArranged) and isinstance(thing, Moment):
        stays = (undoing.lane, undoing.stage, undoing.before) == (thing.lane, thing.stage, None)
        said = "changed {thing}" if stays else said
    counted = "1 thing" if done.count == 1 else f"{done.count} things"
    if done.kind == "NotesGrouped":
        counted = counted.replace("thing", "note")
    return said.format(thing=_called(chart, thing, person), count=counted)


def _called(chart: Flipchart, thing: Thing | None, person: int) -> str:
    """What a thing is called just now: by its number, by its name, or as one of its kind."""
    if thing is None or thing.withdrawn or not chart.may_read(thing, person):
        return "something"
    kind = a_thing(type(thing))
    if isinstance(thing, Group | SharedValue):
        name = thing.words.shown
        short = name if len(name) <= _FEW else f"{name[:_FEW].rstrip()}…"
        return f"the {kind.split(' ', 1)[1]} {short}" if short else kind
    if isinstance(thing, Note):
        if thing.kind in REFLECTIONS:
            return "a reflection"
        kind = in_a_sentence(thing.kind)
        numbered = thing.kind is NoteKind.NOTE and thing.number is not None
        return f"{kind} {thing.number}" if numbered else _one(kind)
    if isinstance(thing, Element):
        kind = _one(in_a_sentence(thing.kind))
    place = _place(chart, thing, person)
    return kind if place is None else f"{kind.split(' ', 1)[1]} {place}"


def _one(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _place(chart: Flipchart, thing: Thing, person: int) -> int | None:
    """Its number among what the person sees, from one; None where it has none just now."""
    order: list[int] = []
    if isinstance(thing, Moment):
        there = (chart.things[id] for id in chart.story(thing.experience).moments)
        order = [one.id for one in there if one.stands and chart.may_read(one, person)]
    elif isinstance(thing, Aim):
        order = [aim.id for aim in standing_aims(chart)]
    elif isinstance(thing, Element):
        return standing_process(chart).places.get(thing.id)
    return order.index(thing.id) + 1 if thing.id in order else None
