"""Return to the aims: keep, change, drop or leave open, each with its reason; positions may
stand side by side.
"""

from typing import Literal

from footpath.method import refusals
from footpath.method.flipchart.bounds import (
    check_one_more_offer,
    check_one_more_review,
    check_one_more_wording,
    for_a_line,
)
from footpath.method.flipchart.entries import Entry, Hand, Number, Recorded, Saying, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.stamping import wording
from footpath.method.flipchart.ties import tied
from footpath.method.lines.care import line_settled, sources_changed
from footpath.method.own_words.wording import WordingOffered
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who, says_it_themselves
from footpath.method.things.reviews import AimReview
from footpath.method.things.things import Aim, NoteKind
from footpath.method.throughout.notes import write
from footpath.method.words.words import Words, said, said_if_any


class KeepAim(Saying, frozen=True, kw_only=True):
    """The aim still stands as it is (O1)."""

    about: Number
    reason: str = ""
    rests_on: list[Number] = []


class ChangeAim(Saying, frozen=True, kw_only=True):
    """The aim gets another wording, for a reason, resting on something (O1); of two at once
    both are kept (A5).
    """

    about: Number
    text: str
    version: Number | None = None
    reason: str = ""
    rests_on: list[Number] = []


class DropAim(Saying, frozen=True, kw_only=True):
    """The aim is dropped; it stays readable, with the reason (O1)."""

    about: Number
    reason: str = ""
    rests_on: list[Number] = []


class LeaveAimOpen(Saying, frozen=True, kw_only=True):
    """The group does not agree, and says so; both positions are kept (O3)."""

    about: Number
    reason: str = ""
    rests_on: list[Number] = []


class GiveReason(Saying, frozen=True, kw_only=True):
    """Why the group decided so of an aim, said after it had (O1). `choice` is what was decided when
    it was written: a reason to keep an aim is none to drop it.
    """

    about: Number
    choice: Literal["keep", "change", "drop", "open"]
    reason: str
    rests_on: list[Number] = []


class AimReviewed(Entry, frozen=True, kw_only=True):
    """`words` is the new wording where the choice was to change it."""

    words_of = "about"
    known_to = "everyone"
    about: ThingId
    choice: str
    words: Words | None
    reason: Words | None
    rests_on: tuple[ThingId, ...]
    unnamed: bool


def _check_says_it(chart: Flipchart, hand: Hand) -> None:
    """Whether a review is said by whose it is: for who has a device nobody but they says what
    becomes of an aim.

    Raises:
        Refusal: when somebody else would.
    """
    if hand.by is not None and says_it_themselves(chart.people[hand.by], hand.typed_by):
        raise Refusal(refusals.THEY_REVIEW_IT)


def _reviewed(
    chart: Flipchart,
    command: KeepAim | ChangeAim | DropAim | LeaveAimOpen | GiveReason,
    hand: Hand,
    choice: str,
    words: Words | None = None,
) -> list[Entry]:
    aim = chart.seen(command.about, None, Aim)
    _check_says_it(chart, hand)
    check_one_more_review(chart, hand, aim)
    return [
        AimReviewed(
            about=aim.id,
            choice=choice,
            words=words,
            reason=said_if_any(command.reason),
            rests_on=for_a_line(chart, hand, chart.citable(command.rests_on, aim.id)),
            unnamed=command.unnamed,
        )
    ]


def keep_aim(chart: Flipchart, command: KeepAim, hand: Hand) -> list[Entry]:
    return _reviewed(chart, command, hand, "keep")


def change_aim(chart: Flipchart, command: ChangeAim, hand: Hand) -> list[Entry]:
    aim, words = chart.seen(command.about, None, Aim), said(command.text)
    _check_says_it(chart, hand)
    check_one_more_wording(chart, hand, aim)
    if command.version is not None and command.version != aim.version:
        check_one_more_offer(chart, hand, aim, clashes=True)
        reason = said_if_any(command.reason)
        return [
            WordingOffered(
                id=chart.next_id,
                about=aim.id,
                words=words,
                clash=True,
                reason=reason,
                unnamed=command.unnamed,
            )
        ]
    return _reviewed(chart, command, hand, "change", words)


def drop_aim(chart: Flipchart, command: DropAim, hand: Hand) -> list[Entry]:
    return _reviewed(chart, command, hand, "drop")


def leave_aim_open(chart: Flipchart, command: LeaveAimOpen, hand: Hand) -> list[Entry]:
    return _reviewed(chart, command, hand, "open")


def give_reason(chart: Flipchart, command: GiveReason, hand: Hand) -> list[Entry]:
    aim = chart.seen(command.about, None, Aim)
    said(command.reason)
    if not aim.reviews or aim.reviews[-1].choice != command.choice:
        raise Refusal(refusals.DECIDED_OTHERWISE)
    return _reviewed(chart, command, hand, command.choice)


def aim_reviewed(chart: Flipchart, entry: AimReviewed, recorded: Recorded) -> None:
    aim = chart.things[entry.about]
    assert isinstance(aim, Aim)
    aim.reviews.append(
        AimReview(
            choice=entry.choice,
            reason=entry.reason,
            rests_on=entry.rests_on,
            by=recorded.by,
            typed_by=recorded.typed_by,
            unnamed=entry.unnamed,
            at=recorded.said_at,
            entry=recorded.number,
        )
    )
    if entry.words is not None:
        aim.wordings.append(wording(recorded, entry.words, entry.reason, unnamed=entry.unnamed))
        aim.version += 1
        aim.rested_at = recorded.number
        sources_changed(chart, [aim])
    has_words = entry.words is not None or entry.reason is not None
    back = ReviewTakenOff(about=aim.id, review=recorded.number, unnamed=entry.unnamed)
    chart.remember_slip(recorded, None if has_words else back)
    line_settled(chart, aim, recorded)
    chart.tie(aim, entry.rests_on)
    tied(chart, recorded, entry.rests_on)
    chart.touch_thing(aim)


class ReviewTakenOff(Entry, frozen=True, kw_only=True):
    """What somebody said of an aim by a slip is said no more."""

    known_to = "everyone"
    about: ThingId
    review: int
    """The number of the entry in which it was said."""
    unnamed: bool = False
    """Said unnamed: nobody but who said it takes it off, so neither names them (A3)."""


def review_taken_off(chart: Flipchart, entry: ReviewTakenOff, recorded: Recorded) -> None:
    aim = chart.things[entry.about]
    assert isinstance(aim, Aim)
    said = next(one for one in aim.reviews if one.entry == entry.review)
    aim.reviews.remove(said)
    chart.untie(aim, [id for id in said.rests_on if id not in aim.cites])
    again = AimReviewed(
        about=aim.id, choice=said.choice, words=None, reason=None, rests_on=said.rests_on,
        unnamed=said.unnamed,
    )  # fmt: skip
    # said once more it would be who undid it that says it
    chart.remember_slip(recorded, again if said.by == recorded.typed_by else None)
    line_settled(chart, aim, recorded)
    chart.touch_thing(aim)


class TakePosition(Saying, frozen=True, kw_only=True):
    """A position on an aim, kept in its holder's words beside the others (O3)."""

    about: Number
    text: str


def take_position(chart: Flipchart, command: TakePosition, hand: Hand) -> list[Entry]:
    aim = chart.seen(command.about, None, Aim)
    return write(chart, hand, NoteKind.POSITION, said(command.text), (aim.id,), command.unnamed)


ASKED: Asked = {
    KeepAim: Ask(Who.TEXT_KEEPERS, keep_aim),
    ChangeAim: Ask(Who.TEXT_KEEPERS, change_aim),
    DropAim: Ask(Who.TEXT_KEEPERS, drop_aim),
    LeaveAimOpen: Ask(Who.TEXT_KEEPERS, leave_aim_open),
    GiveReason: Ask(Who.TEXT_KEEPERS, give_reason),
    TakePosition: Ask(Who.WRITERS, take_position),
}

HAPPENED: Happened = {AimReviewed: aim_reviewed, ReviewTakenOff: review_taken_off}
