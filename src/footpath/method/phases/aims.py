"""Aims: writing alone and revealing together, and the aims that the group words from its notes."""

from footpath.method import refusals
from footpath.method.flipchart.bounds import for_a_line
from footpath.method.flipchart.entries import (
    Command,
    Entry,
    Hand,
    Number,
    Recorded,
    Saying,
    ThingId,
)
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.stamping import stamp
from footpath.method.flipchart.ties import tied
from footpath.method.refusals import Refusal
from footpath.method.things.people import Who
from footpath.method.things.things import Aim, Phase
from footpath.method.throughout.notes import held_notes, reveal
from footpath.method.throughout.storytellers_first import still_waiting
from footpath.method.words.words import Words, said, said_if_any


class RevealNotes(Command, frozen=True, kw_only=True):
    """A facilitator shows everybody what was written in silence (A2)."""


class SilenceEnded(Entry, frozen=True, kw_only=True):
    known_to = "everyone"


def reveal_notes(chart: Flipchart, command: RevealNotes, hand: Hand) -> list[Entry]:
    if not chart.silence:
        raise Refusal(refusals.SILENCE_OFF)
    freed = [id for id, turns in still_waiting(chart, held_notes(chart)).items() if not turns]
    return [SilenceEnded(), *reveal(chart, hand, freed)]


def silence_ended(chart: Flipchart, entry: SilenceEnded, recorded: Recorded) -> None:
    chart.silence, chart.revealed = False, True
    chart.nobody_is_done()
    chart.touch("sheet", "quiet")
    chart.touch("sheet", "workshop")


class AddAim(Saying, frozen=True, kw_only=True):
    """The group words an aim and says which groups or notes it came from (A7); on the
    return also why (O1).
    """

    text: str
    rests_on: list[Number]
    reason: str = ""


class AimAdded(Entry, frozen=True, kw_only=True):
    words_of = "id"
    known_to = "everyone"
    id: ThingId
    words: Words
    rests_on: tuple[ThingId, ...]
    reason: Words | None
    on_return: bool
    unnamed: bool


def add_aim(chart: Flipchart, command: AddAim, hand: Hand) -> list[Entry]:
    rests_on = for_a_line(chart, hand, chart.citable(command.rests_on))
    return [
        AimAdded(
            id=chart.next_id,
            words=said(command.text),
            rests_on=rests_on,
            reason=said_if_any(command.reason),
            on_return=chart.phase is Phase.RETURN,
            unnamed=command.unnamed,
        )
    ]


def aim_added(chart: Flipchart, entry: AimAdded, recorded: Recorded) -> None:
    aim = Aim(
        **stamp(recorded, entry.id, entry.words, entry.unnamed),
        rests_on=list(entry.rests_on),
        reason=entry.reason,
        added_on_return=entry.on_return,
        rested_at=recorded.number,
    )
    chart.aims.append(aim.id)
    chart.add(aim)
    chart.tie(aim, aim.rests_on)
    tied(chart, recorded, entry.rests_on)
    chart.touch("sheet", "aims")


ASKED: Asked = {
    RevealNotes: Ask(Who.PACE, reveal_notes),
    AddAim: Ask(Who.TEXT_KEEPERS, add_aim),
}

HAPPENED: Happened = {
    SilenceEnded: silence_ended,
    AimAdded: aim_added,
}
