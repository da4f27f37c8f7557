"""Random histories of all commands: what is told change by change is what a newcomer sees,
nothing hidden leaves.
"""

import itertools
from typing import Any

import msgspec
from histories import ASKABLE, TYING, Monkey
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footpath.method import ENTRIES, Sight
from footpath.method.flipchart.entries import items_of
from footpath.method.lines.gap_check import gaps
from footpath.method.own_words.taking_back import CopiesMasked
from footpath.method.things.collecting import collection_of
from footpath.method.things.things import Moment, Note
from footpath.method.things.visibility import Visibility
from footpath.method.undoing.undo import SlipUndone

ON_THE_BOARD = (
    "WriteNote",
    "GroupNotes",
    "Regroup",
    "Merge",
    "Split",
    "Delete",
    "TakeBack",
    "Hide",
    "Show",
    "Undo",
    "Redo",
    "AddAim",
    "OpenVote",
    "PlaceDot",
    "TakeDot",
    "OpenPhase",
    "OpenFlipchart",
)
"""What puts notes on a board and takes them off, and votes on them."""
BOARD = [command for command in ASKABLE if command.__name__ in ON_THE_BOARD]

SEEDS = st.integers(min_value=0, max_value=2**32)
HISTORIES = settings(max_examples=60, deadline=None)


def _filled(sight: Sight, audience: Any) -> dict[str, Any]:
    return {collection: views for collection, views in sight.whole(audience).items() if views}


EARLIER = {CopiesMasked, SlipUndone}
"""What earlier releases made, and nobody makes any more."""


def test_S9_random_histories_reach_every_kind_of_entry() -> None:
    # groups are merged seldom, and that is undone more seldom
    boards = (Monkey(seed, 600, BOARD) for seed in range(10))
    everything = (Monkey(seed, 600, copying=True) for seed in range(70))
    missing = set(ENTRIES) - EARLIER
    for monkey in itertools.chain(boards, everything):
        missing -= {type(one.entry) for one in monkey.group.record}
        if not missing:
            return
    assert not missing


@given(SEEDS)
# a note is hidden that stood in a group which was dissolved, and an aim rests on that
@example(20854)
@HISTORIES
def test_S3_change_by_change_equals_seen_afresh_for_every_audience(seed: int) -> None:
    group = Monkey(seed, 120).group
    fresh = Sight(group.chart)
    for audience in group.sight.audiences() | fresh.audiences():
        assert _filled(group.sight, audience) == _filled(fresh, audience)


@given(SEEDS)
@HISTORIES
def test_O2a_gaps_told_change_by_change_equal_the_gap_check_afresh(seed: int) -> None:
    group = Monkey(seed, 120, [command for command in ASKABLE if command.__name__ in TYING]).group
    told = group.sight.whole("everyone")
    gaps_told = [*told.get("gaps", {}).values(), *told["sheet"]["silent_sides"]]
    assert sorted(gaps_told, key=repr) == sorted(gaps(group.chart), key=repr)


@given(SEEDS)
@example(169125736)  # something is put over words that are taken back later
@HISTORIES
def test_S3_the_live_flipchart_equals_its_replay(seed: int) -> None:
    group = Monkey(seed, 120).group
    group.chart.touched.clear()
    assert group.chart == group.replayed()


@given(SEEDS)
@HISTORIES
def test_A1_no_held_note_reaches_anybody_but_its_author_and_typist(seed: int) -> None:
    group = Monkey(seed, 120).group
    held = [
        t
        for t in group.chart.things.values()
        if isinstance(t, Note) and (t.held or t.kind == "memo")
    ]
    for note in held:
        for audience in group.sight.audiences() - {note.by, note.typed_by}:
            assert (
                note.words.masked_as_a_whole
                or not note.words.text
                or note.words.text not in group.sees(audience)
            )


@given(SEEDS)
@HISTORIES
def test_E3b_no_private_moment_reaches_anybody_outside(seed: int) -> None:
    group = Monkey(seed, 150).group
    for moment in [
        t for t in group.chart.things.values() if isinstance(t, Moment) and t.words.text
    ]:
        if group.chart.reach(moment) is not Visibility.SHARED:
            assert moment.words.shown not in group.sees("everyone")


@given(SEEDS)
@HISTORIES
def test_A3a_no_unnamed_author_is_received_by_anybody(seed: int) -> None:
    group = Monkey(seed, 120).group
    for thing in [t for t in group.chart.things.values() if t.unnamed]:
        for audience in group.sight.audiences():
            view = group.view(audience, collection_of(thing), thing.id)
            assert getattr(view, "by", None) in (None, msgspec.UNSET)


@given(SEEDS)
@HISTORIES
def test_S7_words_taken_back_are_in_no_entry_and_no_wording(seed: int) -> None:
    group = Monkey(seed, 120).group
    private = {public: earlier for earlier, public in group.chart.renumbered.items()}
    gone = [thing for thing in group.chart.things.values() if thing.withdrawn]
    ids = {id for thing in gone for id in (thing.id, private.get(thing.id)) if id is not None}
    assert all(wording.words.text is None for thing in gone for wording in thing.wordings)
    for one in group.record:
        assert (
            ids.isdisjoint(items_of(one.entry))
            or "canary" not in msgspec.json.encode(one.entry).decode()
        )


@given(SEEDS)
@HISTORIES
def test_G12b_no_hidden_words_reach_anybody_but_facilitators_and_their_author(seed: int) -> None:
    group = Monkey(seed, 150).group
    hidden = [
        thing for thing in group.chart.things.values() if thing.hidden is not None and thing.stands
    ]
    for thing in hidden:
        if not thing.words.shown or thing.words.masked_as_a_whole:
            continue
        facilitators = {p.id for p in group.chart.people.values() if "facilitator" in p.roles}
        offers = {group.thing(offer).by for offer in group.chart.offers.get(thing.id, ())}
        for audience in group.sight.audiences() - {
            "facilitators",
            group.chart.author_of(thing),
            *facilitators,
            *offers,
        }:
            assert thing.words.shown not in group.sees(audience)


@given(SEEDS)
@example(4911912)  # groups are merged again after another went into the one that had stood alone
@HISTORIES
def test_A6_every_note_that_stands_is_on_a_board(seed: int) -> None:
    group = Monkey(seed, 150, BOARD).group
    seen = group.sight.whole("everyone")
    notes, groups = seen.get("notes", {}), seen.get("groups", {})
    for note in (note for note in notes.values() if not note.state):
        outer, around = notes.get(note.merged_into), groups.get(note.group)
        assert note.merged_into is None or (
            outer is not None and not outer.state and note.id in outer.merged
        )
        assert note.group is None or (
            around is not None and not around.state and note.id in around.notes
        )


@given(SEEDS)
@example(23053)  # a note that takes another in again when it is shown
@HISTORIES
def test_A8_every_dot_that_counts_as_spent_can_be_taken_back(seed: int) -> None:
    group = Monkey(seed, 150, BOARD).group
    if group.chart.vote is None or not group.chart.vote.open:
        return
    for person, dots in list(group.chart.vote.dots.items()):
        for about, _ in list(dots):
            assert group.chart.outermost(group.chart.public(about)).id == about
            group.do(person, "TakeDot", about=about)
