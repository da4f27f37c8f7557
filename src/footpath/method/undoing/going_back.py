"""Going back: what undoes a step just now, or does it again, or the sentence that says why
nothing does.
"""

from collections import Counter
from itertools import chain

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.bounds import check_one_more_review, check_one_more_wording
from footpath.method.flipchart.entries import Actor, Entry, Hand
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask
from footpath.method.flipchart.held_words import words_within
from footpath.method.flipchart.holding import Slip
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.lines import order, ways
from footpath.method.lines.order import ElementReordered
from footpath.method.lines.tracing import citing, standing_process
from footpath.method.lines.ways import WaysSaid
from footpath.method.own_words import hiding, wording
from footpath.method.own_words.hiding import ThingHidden, ThingShown
from footpath.method.own_words.may_word import check_still_open, may_word
from footpath.method.own_words.wording import Reworded
from footpath.method.phases import process, reflect, return_to_aims
from footpath.method.phases.process import ElementArranged, ThreadTied
from footpath.method.phases.reflect import PointPicked, TensionMarked
from footpath.method.phases.return_to_aims import AimReviewed, ReviewTakenOff
from footpath.method.refusals import Refusal
from footpath.method.things.things import (
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    Offer,
    Thing,
)
from footpath.method.throughout import (
    arranging,
    authorship,
    grouping,
    hiding_together,
    joint_stories,
    pace,
    parking,
)
from footpath.method.throughout.admitting import check_after_close, check_not_over, check_open
from footpath.method.throughout.arranging import MomentArranged
from footpath.method.throughout.authorship import BroughtBack, Deleted
from footpath.method.throughout.grouping import GroupMerged, GroupSplit, NoteMerged, NoteRegrouped
from footpath.method.throughout.hiding_together import AllShown
from footpath.method.throughout.joint_stories import TellerCameBack
from footpath.method.throughout.pace import FlipchartReopened
from footpath.method.throughout.parking import NoteMoved, ThingParked, ThingUnparked
from footpath.method.undoing.changed_since import was_changed_since
from footpath.method.undoing.made import STAYS
from footpath.method.words.words import MASK

_ASKED_BY: dict[type[Entry], Ask] = {
    Deleted: authorship.ASKED[authorship.Delete],
    BroughtBack: authorship.ASKED[authorship.BringBack],
    NoteRegrouped: grouping.ASKED[grouping.Regroup], NoteMerged: grouping.ASKED[grouping.Merge],
    GroupMerged: grouping.ASKED[grouping.Merge], GroupSplit: grouping.ASKED[grouping.Merge],
    ThingParked: parking.ASKED[parking.Park], ThingUnparked: parking.ASKED[parking.Unpark],
    NoteMoved: parking.ASKED[parking.MoveNote], ThingHidden: hiding.ASKED[hiding.Hide],
    ThingShown: hiding.ASKED[hiding.Show],
    AllShown: hiding_together.ASKED[hiding_together.ShowAllOf],
    TellerCameBack: joint_stories.ASKED[joint_stories.LeaveStory],
    MomentArranged: arranging.ASKED[arranging.ArrangeMoment],
    ElementReordered: order.ASKED[order.Reorder],
    ElementArranged: process.ASKED[process.ArrangeElement],
    ThreadTied: process.ASKED[process.TieThread], WaysSaid: ways.ASKED[ways.SayWays],
    PointPicked: reflect.ASKED[reflect.PickPoint],
    TensionMarked: reflect.ASKED[reflect.MarkTension],
    AimReviewed: return_to_aims.ASKED[return_to_aims.KeepAim],
    ReviewTakenOff: return_to_aims.ASKED[return_to_aims.KeepAim],
    Reworded: wording.ASKED[wording.UndoRewording],
    FlipchartReopened: pace.ASKED[pace.ReopenFlipchart],
}  # fmt: skip
"""By which command each undoing would be asked for as an act of its own."""
_TYPED = ("NoteWritten", "MomentPlaced")


def goes_back(chart: Flipchart, slip: Slip, hand: Hand) -> Entry | str | None:
    """What undoes a step just now, or does it again; why nothing does; None where it would
    change nothing.
    """
    undoing, person = slip.undoing, hand.typed_by or 0
    if undoing is None:
        return next(
            (why for kind, why in STAYS.items() if kind.__name__ == slip.did.kind),
            refusals.SAY_ANEW,
        )
    typed_for = isinstance(undoing, Deleted) and _typed_it_for(chart, slip, hand)
    about = undoing.about if isinstance(undoing, Deleted) and typed_for else None
    if was_changed_since(chart, undoing, slip.number, person, about):
        return refusals.CHANGED_SINCE
    if isinstance(undoing, Deleted) and (
        _is_built_upon(chart, undoing.about, person) or (typed_for and _has_dots(chart, undoing))
    ):
        return refusals.BUILT_UPON
    try:
        return _as_asked(chart, slip, undoing, hand)
    except Refusal as no:
        return no.sentence


def _is_built_upon(chart: Flipchart, about: int, person: int) -> bool:
    """Whether something rests on a thing that somebody else made, as far as the person sees."""
    thing = chart.find(about)
    if thing is None:
        return False
    if isinstance(thing, Offer):
        return bool(thing.settled)
    if isinstance(thing, Moment) and chart.story(thing.experience).finished:
        return True
    inside = thing.moments if isinstance(thing, Experience) else chart.merged.get(thing.id, ())
    beside = (chart.things[id] for id in (*inside, *chart.offers.get(thing.id, ())))
    return any(
        one.stands and one.typed_by != person and chart.may_read(one, person)
        for one in chain(beside, citing(chart, thing.id))
    )


def _has_dots(chart: Flipchart, undoing: Deleted) -> bool:
    """Whether a thing was given dots, which shows once they are counted and not before (A8)."""
    thing, vote = chart.find(undoing.about), chart.vote
    return thing is not None and vote is not None and bool(vote.totals.get(thing.id))


def _as_asked(chart: Flipchart, slip: Slip, undoing: Entry, hand: Hand) -> Entry | None:
    check_open(
        chart, _ASKED_BY[type(undoing)], Actor(person=hand.typed_by, at=hand.at, door=hand.door)
    )
    about = getattr(undoing, "about", None)
    if isinstance(undoing, BroughtBack):
        check_not_over(chart, "BringBack", chart.find(undoing.about))
    _check_no_mask_comes_in(chart, undoing)
    if isinstance(undoing, FlipchartReopened) and not chart.closed:
        return None
    if isinstance(undoing, Deleted | BroughtBack) and _typed_it_for(chart, slip, hand):
        thing = chart.find(undoing.about)
        changes = thing is not None and thing.deleted == isinstance(undoing, BroughtBack)
        return undoing if changes else None
    if isinstance(undoing, BroughtBack):
        return undoing if authorship.coming_back(chart, undoing.about, hand).deleted else None
    if isinstance(undoing, Deleted):
        authorship.going(chart, undoing.about, hand)
    elif isinstance(undoing, MomentArranged):
        return _put_back(chart, undoing, hand)
    elif isinstance(undoing, TellerCameBack):  # who left comes back, whoever said it for them
        story = chart.seen(undoing.about, hand.typed_by, Experience)
        joint_stories.who_says_it(chart, story, replace(hand, by=undoing.person))
    elif isinstance(about, int) and not isinstance(undoing, GroupSplit):
        thing = chart.seen(about, hand.typed_by, Thing)
        return _of_a_thing(chart, thing, undoing, hand)
    return undoing


def _check_no_mask_comes_in(chart: Flipchart, undoing: Entry) -> None:
    """What lay beneath a veil is not put back with a mask in its place: lifting the veil would not
    show it again (E4).

    Raises:
        Refusal: when more masks would be put somewhere than stand there now.
    """
    thing = chart.find(about) if isinstance(about := getattr(undoing, "about", None), int) else None
    if thing is None or isinstance(undoing, Reworded):  # that has its wordings to go by
        return
    for field in undoing.__struct_fields__:
        put = words_within(getattr(undoing, field))
        masked = Counter(words.shown for words in put if MASK in words.shown)
        # counted, since two names beneath veils read alike
        if masked and masked - Counter(
            words.shown for words in words_within(getattr(thing, field, None))
        ):
            raise Refusal(refusals.UNDER_A_VEIL)


def _typed_it_for(chart: Flipchart, slip: Slip, hand: Hand) -> bool:
    """Whether they typed it for somebody else, who can bring it back: a slip of the keys is
    theirs to undo (G11).
    """
    thing = chart.find(slip.did.about) if slip.did.kind in _TYPED else None
    return (
        isinstance(thing, Note | Moment)
        and thing.typed_by == hand.typed_by
        and thing.by not in (None, hand.typed_by)
        and not thing.unnamed
        and not thing.withdrawn
        and not (isinstance(thing, Moment) and thing.left_off)
        and chart.may_read(thing, hand.typed_by)
    )


def _of_a_thing(chart: Flipchart, thing: Thing, undoing: Entry, hand: Hand) -> Entry | None:
    """The same where the thing itself has to be as it was left.

    Raises:
        Refusal: when it is not.
    """
    if isinstance(undoing, GroupMerged):
        chart.seen(undoing.into, hand.typed_by, Thing)
    if isinstance(undoing, Reworded):
        check_still_open(chart, thing, hand)
        if not may_word(chart, thing, hand, at_request=False):
            raise Refusal(refusals.NOT_YOURS)
        if all(undoing.words != worded.words for worded in thing.wordings):
            raise Refusal(refusals.UNDER_A_VEIL)  # or it was taken back since
        check_one_more_wording(chart, hand, thing)
        return undoing if undoing.words != thing.words else None
    if isinstance(thing, Element) and isinstance(undoing, ThreadTied):
        return _tied_as_it_was(chart, thing, undoing)
    if isinstance(thing, Element) and isinstance(undoing, ElementArranged):
        _check_names_stand(chart, thing, undoing)
    if isinstance(thing, Aim) and isinstance(undoing, ReviewTakenOff):
        latest = thing.reviews[-1].entry if thing.reviews else None
        return undoing if latest == undoing.review else None
    if isinstance(thing, Aim) and isinstance(undoing, AimReviewed):
        check_one_more_review(chart, hand, thing)
        chart.citable(undoing.rests_on, thing.id)
    return undoing


def _tied_as_it_was(chart: Flipchart, element: Element, undoing: ThreadTied) -> ThreadTied | None:
    if not undoing.untie:
        chart.citable((*undoing.answers, *undoing.serves), element.id)
    answers = tuple(id for id in undoing.answers if (id in element.answers) == undoing.untie)
    serves = tuple(id for id in undoing.serves if (id in element.serves) == undoing.untie)
    return replace(undoing, answers=answers, serves=serves) if answers or serves else None


def _check_names_stand(chart: Flipchart, element: Element, undoing: ElementArranged) -> None:
    """No undoing puts back a name that is gone: nobody could find it there who has to mask it (E4).

    Raises:
        Refusal: when it would.
    """
    process, lane, stage = standing_process(chart), undoing.lane, undoing.stage
    if (lane is not None and lane.shown not in process.lanes) or (
        stage is not None and stage.shown not in process.stages
    ):
        raise Refusal(refusals.NO_SUCH_NAME_NOW)
    ties = (*element.branches, *element.inputs, *element.outputs)
    standing = {words.shown for one in ties for words in words_within(one)}
    put_back = {
        words.shown
        for one in (*undoing.branches, *undoing.inputs, *undoing.outputs)
        for words in words_within(one)
    }
    if not put_back <= standing:
        raise Refusal(refusals.NO_SUCH_NAME_NOW)


def _put_back(chart: Flipchart, undoing: MomentArranged, hand: Hand) -> MomentArranged | None:
    """A moment goes back to its place; what it tells comes back for its author alone (A4, E6)."""
    moment = chart.seen(undoing.about, hand.typed_by, Moment)
    check_after_close(chart, goes_on=has_right(chart, "ArrangeMoment", moment, hand.typed_by))
    if chart.acts_for(moment, hand.typed_by):
        return undoing
    if (undoing.lane, undoing.stage, undoing.before) == (moment.lane, moment.stage, None):
        return None
    return replace(
        undoing, who=tuple(moment.who), used=tuple(moment.used), feeling=moment.feeling,
        feeling_words=moment.feeling_words, quote=moment.quote, inferred=moment.inferred,
        at_request=False,
    )  # fmt: skip
