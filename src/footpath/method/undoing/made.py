"""Made: what each kind of entry is to who may undo, said of all of them here.

What keeps its own way back is remembered where it happens; what is made goes again; what stays says
why; and the rest is no step on the flipchart: who is here, the pace, hands and turns.
"""

from collections.abc import Mapping
from typing import Any

from footpath.method import refusals
from footpath.method.flipchart.entries import Entry, Recorded
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.lines.opening import WordsNarrowed, WordsOpened
from footpath.method.own_words.left_behind import TitleTakenBack
from footpath.method.own_words.reasons import ReasonReworded, ReasonTakenBack
from footpath.method.own_words.taking_back import WordsTakenBack
from footpath.method.own_words.wording import WordingOffered
from footpath.method.phases.aims import AimAdded, SilenceEnded
from footpath.method.phases.experience import ExperienceFinished, ExperienceTold, VisibilitySet
from footpath.method.phases.gather import AgreementProposed
from footpath.method.phases.process import ElementAdded
from footpath.method.phases.reflect import TellerSpoken, ValueAdded, ValueBacked, ValueRecognised
from footpath.method.throughout.authorship import Deleted, NamingChosen
from footpath.method.throughout.hiding_together import AllShown
from footpath.method.throughout.moments import MomentAccepted, MomentPlaced, MomentTakenOff
from footpath.method.throughout.notes import NoteWritten
from footpath.method.throughout.parking import Tagged
from footpath.method.throughout.roles import PersonRemoved
from footpath.method.throughout.voting import VoteClosed

MAKING: frozenset[type[Entry]] = frozenset({
    AgreementProposed, AimAdded, ElementAdded, ExperienceTold, MomentPlaced, NoteWritten,
    ValueAdded, WordingOffered,
})  # fmt: skip
"""What makes a thing, which goes again when that is undone."""

STAYS: Mapping[type[Entry], str] = {
    SilenceEnded: refusals.READ_BY_ALL, TellerSpoken: refusals.READ_BY_ALL,
    VoteClosed: refusals.READ_BY_ALL, AllShown: refusals.READ_BY_ALL,
    WordsTakenBack: refusals.TAKEN_BACK_FOR_GOOD, ReasonTakenBack: refusals.TAKEN_BACK_FOR_GOOD,
    TitleTakenBack: refusals.TAKEN_BACK_FOR_GOOD, PersonRemoved: refusals.BACK_BY_A_LINK,
    ReasonReworded: refusals.SAY_ANEW, Tagged: refusals.SAY_ANEW, VisibilitySet: refusals.SAY_ANEW,
    ExperienceFinished: refusals.SAY_ANEW, MomentAccepted: refusals.SAY_ANEW,
    MomentTakenOff: refusals.SAY_ANEW, ValueBacked: refusals.SAY_ANEW,
    ValueRecognised: refusals.SAY_ANEW, WordsOpened: refusals.SAY_ANEW,
    WordsNarrowed: refusals.SAY_ANEW, NamingChosen: refusals.SAY_ANEW,
}  # fmt: skip
"""What no undoing takes back, and why. Covering words is none: that it is a step would tell whether
something hidden holds them.
"""


def remember_made(chart: Flipchart, recorded: Recorded) -> None:
    """Keep what a keeper made, and what of theirs stays, as a step of theirs."""
    entry: Any = recorded.entry
    if type(entry) in MAKING:
        chart.remember_slip(recorded, Deleted(about=entry.id))
    elif type(entry) in STAYS:
        chart.remember_slip(recorded, None)
