"""What somebody who was shown out reads: the flipchart as it stood, without what was
taken away since (S8).
"""

from histories import ASKABLE, Monkey
from hypothesis import given, settings
from hypothesis import strategies as st
from table import Group, refused

from footpath.method import ENTRIES, OWN_PAGES, Flipchart, as_it_stood
from footpath.method.audiences.as_it_stood import GIVES_BACK, TAKES_AWAY, THEIR_OWN, VEILS
from footpath.method.own_words.masking import WordsMasked

BRINGS_SOMETHING = (
    "WorkshopSetUp PlanChanged PersonArrived PersonRenamed NameClaimed StoryOffered AskedToTell "
    "AgreementProposed LineAgreed RoleGiven RoleTaken PersonRemoved TextOpened TellingDeclined "
    "FlipchartOpened PhaseOpened SilenceStarted PhaseStretched BreakStarted BreakEnded "
    "FlipchartClosed FlipchartReopened PaceGiven PaceReturned HandRaised DoneSaid SteppedOut "
    "RoundStarted TurnTaken RoundEnded NoteWritten NotesRevealed SilenceEnded AimAdded "
    "ReasonReworded NotesGrouped NoteRegrouped NoteMerged GroupMerged GroupSplit VoteOpened "
    "DotPlaced DotTaken VoteClosed Reworded WordingOffered OfferSettled SlipUndone ThingParked "
    "ThingUnparked Tagged NoteMoved ExperienceTold MadeKnown ExperienceFinished MomentPlaced "
    "MomentArranged MomentAccepted TellerSpoken ValueAdded ValueBacked TensionMarked PointPicked "
    "ValueRecognised ElementAdded ElementArranged ThreadTied ElementReordered WaysSaid AimReviewed "
    "LineKept ToldTogether TellerCameBack Undone DoneAgain ReviewTakenOff"
)
"""Whatever takes nothing away from what somebody could read before, and so does not reach
who was shown out.
"""


SAID = "They were paid after seventy days"


def left(group: Group, person: int) -> Flipchart:
    """The flipchart as the person has it."""
    return as_it_stood(group.chart, group.record, person)


def test_S8d_every_kind_of_entry_takes_something_away_or_does_not_reach_who_was_shown_out() -> None:
    reaching = {kind.__name__ for kind in {*TAKES_AWAY, *THEIR_OWN, *GIVES_BACK, *VEILS}}
    assert {kind.__name__ for kind in ENTRIES} == reaching | set(BRINGS_SOMETHING.split())
    assert not reaching & set(BRINGS_SOMETHING.split())


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=40, deadline=None)
def test_S8d_nothing_that_was_said_later_reaches_who_was_shown_out(seed: int) -> None:
    monkey = Monkey(seed, 80, [one for one in ASKABLE if one.__name__ != "RemovePerson"])
    group, things = monkey.group, set(monkey.group.chart.things)
    # a history may have left them the only one
    group.chart.people[group.sam].roles -= {"facilitator"}
    said = len(monkey.canaries)
    group.do(group.fay, "RemovePerson", person=group.sam)
    for _ in range(80):
        monkey.step()
    stood = left(group, group.sam)
    assert set(stood.things) <= things
    replaced = repr(
        [one.entry.replacement for one in group.record if isinstance(one.entry, WordsMasked)]
    )
    seen = repr(stood)
    assert [one for one in monkey.canaries[said:] if one in seen and one not in replaced] == []


def test_S8d_what_becomes_narrower_later_is_gone_and_what_becomes_wider_does_not_come() -> None:
    group = Group()
    shared, private = (
        group.do(group.tess, "TellExperience", title="The ferry", visibility=seen)
        for seen in ("shared", "only_me")
    )
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.do(group.tess, "SetVisibility", about=shared, visibility="only_me")
    group.do(group.tess, "SetVisibility", about=private, visibility="shared")
    stood = left(group, group.sam)
    assert not any(stood.may_read(stood.things[story], group.sam) for story in (shared, private))
    group.do(group.tess, "SetVisibility", about=shared, visibility="shared")
    stood = left(group, group.sam)
    assert not stood.may_read(stood.things[shared], group.sam)


def test_S8c_who_was_shown_out_takes_back_a_note_that_was_revealed_since() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    held = group.note(group.sam, SAID)
    group.do(group.fay, "RemovePerson", person=group.sam)
    group.do(group.fay, "RevealNotes")
    assert SAID in repr(left(group, group.sam).things[held].words)
    group.do(group.sam, "TakeBack", about=held, door=OWN_PAGES)
    assert left(group, group.sam).things[held].withdrawn and SAID not in repr(
        left(group, group.sam)
    )


def test_S8c_who_was_shown_out_can_do_nothing_from_another_door_and_nothing_with_others_words() -> (
    None
):
    group = Group()
    own, others = group.note(group.sam, SAID), group.note(group.tess, "Tess waited too")
    group.do(group.fay, "RemovePerson", person=group.sam)
    with refused("You are not in this workshop any more"):
        group.do(group.sam, "TakeBack", about=own)
    with refused("You are not in this workshop any more"):
        group.do(group.sam, "WriteNote", text="Back again", door=OWN_PAGES)
    for thing in (others, 999):
        with refused("You were shown out"):
            group.do(group.sam, "TakeBack", about=thing, door=OWN_PAGES)


def called_there(group: Group, person: int) -> list[str]:
    return [
        one.called
        for one in left(group, person).people.values()
        if one.name.shown in ("Ash", "Sam")
    ]


def test_S8d_no_number_tells_who_was_shown_out_that_somebody_of_a_name_came_later() -> None:
    group = Group()
    zed, _, eve = group.arrive("Zed"), group.arrive("Ash"), group.arrive("Eve")
    group.do(group.fay, "RemovePerson", person=eve)
    group.arrive("Ash")
    group.do(zed, "ForgetMe", door=OWN_PAGES)
    assert called_there(group, eve) == ["Sam", "Ash"]


def test_S8d_who_was_shown_out_reads_others_numbers_as_they_were_whoever_is_forgotten_later() -> (
    None
):
    group = Group()
    _, _, eve = group.arrive("Sam"), group.arrive("Sam"), group.arrive("Eve")
    group.do(group.fay, "RemovePerson", person=eve)
    later = group.arrive("Sam")
    for forgotten in (later, group.sam):
        group.do(forgotten, "ForgetMe", door=OWN_PAGES)
    assert called_there(group, eve) == ["Sam (2)", "Sam (3)"]
