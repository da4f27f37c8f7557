"""Pace: phases, clocks, hands, rounds."""

from table import Group, Table, refused

from footpath.method.deciding import ASKED
from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase
from footpath.method.wire.sheets import QuietView


def test_G2_the_flipchart_opens_for_everyone_at_once() -> None:
    table = Table()
    fay = table.arrive("Fay", "facilitator")
    assert not table.view("everyone", "sheet", "workshop").opened
    table.do(fay, "OpenFlipchart")
    assert table.told["everyone"].put["sheet"]["workshop"].opened


def test_G6a_phases_open_in_any_order() -> None:
    group = Group()
    for phase in ("return", "reflect", "gather"):
        group.do(group.fay, "OpenPhase", phase=phase)
        assert group.view("everyone", "sheet", "workshop").phase == phase


def test_G6d_what_was_typed_in_another_phase_can_still_be_sent() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="process")
    assert group.thing(group.note(group.sam)).phase is Phase.PROCESS


def test_G7_each_phase_shows_its_question_minutes_and_who_sees_what_is_written() -> None:
    group = Group()
    shown = group.view("everyone", "sheet", "phases")
    assert [view.phase for view in shown] == [phase.value for phase in PHASES]
    assert all(view.question and view.now and view.seen_by and view.minutes for view in shown)


def test_G7_the_clock_is_stretched_and_cuts_nobody_off() -> None:
    group = Group()
    group.do(group.fay, "StretchPhase", minutes=-14)
    group.now += 10**9
    assert group.thing(group.note(group.sam)).stands


def test_G8_facilitators_see_who_raised_a_hand_and_others_how_many() -> None:
    group = Group()
    group.do(group.sam, "RaiseHand")
    assert [hand.person for hand in group.view("facilitators", "sheet", "hands")] == [group.sam]
    assert group.view("everyone", "sheet", "counts").hands == 1
    assert group.view("everyone", "sheet", "hands") is None


def test_G8_of_done_everybody_sees_only_how_many() -> None:
    group = Group()
    group.do(group.sam, "SayDone")
    assert group.view("everyone", "sheet", "counts").done == 1
    assert '"done":true' not in group.sees("everyone") + group.sees("facilitators")


def test_G9_a_round_says_whose_turn_it_is_and_can_be_passed() -> None:
    group = Group()
    group.do(group.fay, "StartRound", kind="check-in")
    group.do(group.fay, "NextTurn", passed=True)
    turns = group.view("everyone", "sheet", "round")
    assert (turns.at, turns.passed) == (1, (turns.order[0],))


def test_G9_nobody_takes_anothers_turn() -> None:
    group = Group()
    group.do(group.fay, "StartRound")
    with refused("It is not your turn"):
        group.do(group.tess, "NextTurn")


def test_G9_the_next_round_starts_with_someone_else() -> None:
    group = Group()
    starters = []
    for _ in range(3):
        group.do(group.fay, "StartRound")
        starters.append(group.view("everyone", "sheet", "round").order[0])
        group.do(group.fay, "EndRound")
    assert len(set(starters)) == 3


def test_G9_a_word_to_close_with_is_a_note() -> None:
    group = Group()
    assert group.thing(group.do(group.sam, "CheckOut", text="lighter")).kind == "checkout"


def test_S9_what_each_role_may_ask_follows_the_one_table() -> None:
    group = Group()
    may = group.view("everyone", "sheet", "may")
    assert set(may["facilitator"]) >= {"OpenPhase", "RevealNotes", "WriteNote"}
    assert set(may["observer"]) == {
        name.__name__ for name, ask in ASKED.items() if ask.who == "everybody here"
    }


def test_G8_who_has_not_contributed_is_listed_for_facilitators_after_the_reveal_only() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.note(group.sam)
    assert group.view("facilitators", "sheet", "quiet") is None
    group.do(group.fay, "RevealNotes")
    assert group.view("facilitators", "sheet", "quiet") == QuietView(people=(group.tess,))
    assert group.view("everyone", "sheet", "quiet") is None


def test_A3d_the_list_of_who_has_not_contributed_does_not_tell_who_wrote_unnamed() -> None:
    lists = []
    for author in ("sam", "tess"):
        group = Group()
        group.do(group.fay, "OpenPhase", phase="aims")
        note = group.note(getattr(group, author), unnamed=author == "sam")
        if author == "tess":
            group.do(group.tess, "StayUnnamed", about=note, unnamed=True)
        group.do(group.fay, "RevealNotes")
        lists.append(group.view("facilitators", "sheet", "quiet"))
    assert lists[0] == lists[1] == QuietView(untold=True)


def test_G8_who_has_no_device_cannot_say_done_and_is_not_waited_for() -> None:
    group = Group()
    before = group.view("everyone", "sheet", "counts").people
    without = group.do(group.kit, "AddPerson", name="Una")
    assert group.view("everyone", "sheet", "counts").people == before
    group.do(without, "ClaimName")
    assert group.view("everyone", "sheet", "counts").people == before + 1


def test_E3b_naming_what_only_its_author_has_changes_no_list_of_who_was_heard() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.do(group.fay, "RevealNotes")
    group.note(group.sam, "In Sam's name")
    group.do(group.fay, "OpenPhase", phase="experience")
    story = group.story(group.sam)
    private = group.moment(story, group.sam, visibility="only_me")
    group.do(group.fay, "OpenPhase", phase="aims")
    before = group.view("facilitators", "sheet", "quiet")
    group.do(group.sam, "StayUnnamed", about=private, unnamed=True)
    assert group.view("facilitators", "sheet", "quiet") == before
