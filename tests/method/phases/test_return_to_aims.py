"""Return to the aims, the gap check, the outline and its threads."""

from table import Group, refused

from footpath.method.flipchart.threads import Edition
from footpath.method.lines.opening import holds
from footpath.method.lines.outline import outline, threads
from footpath.method.lines.tracing import walk_forward


def aimed() -> tuple[Group, int, int]:
    group = Group()
    note = group.note(group.sam)
    return group, note, group.do(group.fay, "AddAim", text="Fair pay", rests_on=[note])


def kinds(group: Group) -> list[str]:
    return [gap.kind for gap in outline(group.chart).gaps]


def test_O1a_an_aim_is_kept_changed_dropped_or_added_with_a_reason() -> None:
    group, _, aim = aimed()
    group.do(group.fay, "KeepAim", about=aim, reason="still true")
    assert group.view("everyone", "aims", aim).standing == "kept"
    group.do(group.fay, "ChangeAim", about=aim, text="Prompt pay", reason="heard of seventy days")
    view = group.view("everyone", "aims", aim)
    assert (view.standing, view.text, view.first_text) == ("changed", "Prompt pay", "Fair pay")
    assert [review.reason for review in view.reviews] == ["still true", "heard of seventy days"]
    group.do(group.fay, "DropAim", about=aim)
    assert group.view("everyone", "aims", aim).standing == "dropped"


def test_O1a_an_aim_added_on_the_return_is_new() -> None:
    group, note, _ = aimed()
    group.do(group.fay, "OpenPhase", phase="return")
    added = group.do(group.fay, "AddAim", text="Kind words", rests_on=[note], reason="heard twice")
    assert group.view("everyone", "aims", added).standing == "new"


def test_O1c_what_becomes_of_an_aim_is_said_at_once_and_why_afterwards() -> None:
    group, note, aim = aimed()
    group.do(group.fay, "KeepAim", about=aim)
    group.do(
        group.kit, "GiveReason", about=aim, choice="keep", reason="Three said so", rests_on=[note]
    )
    view = group.view("everyone", "aims", aim)
    assert (view.standing, view.decided) == ("kept", "kept")
    assert [(one.choice, one.reason, one.by) for one in view.reviews] == [
        ("keep", None, group.fay),
        ("keep", "Three said so", group.kit),
    ]


def test_O1c_the_reason_of_a_changed_aim_is_no_other_wording() -> None:
    group, _, aim = aimed()
    group.do(group.fay, "ChangeAim", about=aim, text="Prompt pay")
    group.do(group.fay, "GiveReason", about=aim, choice="change", reason="Seventy days")
    assert len(group.view("everyone", "aims", aim).was) == 1


def test_O1c_a_reason_for_what_was_decided_before_is_given_for_nothing_else() -> None:
    group, _, aim = aimed()
    with refused("Something else was decided of this aim meanwhile."):
        group.do(group.kit, "GiveReason", about=aim, choice="keep", reason="True")
    group.do(group.fay, "KeepAim", about=aim)
    group.do(group.fay, "DropAim", about=aim)
    with refused("Something else was decided of this aim meanwhile."):
        group.do(group.kit, "GiveReason", about=aim, choice="keep", reason="True")
    assert group.view("everyone", "aims", aim).standing == "dropped"


def test_O1b_what_was_decided_can_be_decided_otherwise() -> None:
    group, _, aim = aimed()
    for do, standing in (
        ("DropAim", "dropped"),
        ("LeaveAimOpen", "unresolved"),
        ("KeepAim", "kept"),
    ):
        group.do(group.fay, do, about=aim)
        view = group.view("everyone", "aims", aim)
        assert (view.standing, view.decided) == (standing, standing)


def test_O1a_an_aim_of_which_the_group_says_that_it_does_not_agree_is_decided() -> None:
    group, note, aim = aimed()
    assert not group.view("everyone", "aims", aim).decided
    group.do(group.fay, "LeaveAimOpen", about=aim)
    assert group.view("everyone", "aims", aim).decided == "unresolved"
    for who in (group.fay, group.kit):
        group.do(who, "TakePosition", about=aim, text="Mine")
    assert group.view("everyone", "aims", aim).decided == "two positions"
    parked = group.do(group.fay, "AddAim", text="Rent", rests_on=[note])
    group.do(group.fay, "Park", about=parked, reason="Another day")
    assert group.view("everyone", "aims", parked).decided == "parked"


def test_O1a_an_aim_that_was_only_reworded_before_is_still_asked_of() -> None:
    group, _, aim = aimed()
    group.do(group.fay, "Reword", about=aim, text="Prompt pay", version=1)
    view = group.view("everyone", "aims", aim)
    assert (view.standing, view.decided) == ("changed", None)


def test_O2a_an_aim_that_no_element_serves_is_listed() -> None:
    group, _, aim = aimed()
    assert "aim_unserved" in kinds(group)
    group.do(group.kit, "AddElement", kind="activity", text="Pay", serves=[aim])
    assert "aim_unserved" not in kinds(group)


def test_O2a_an_activity_that_serves_no_aim_is_listed() -> None:
    group, _, _ = aimed()
    group.do(group.kit, "AddElement", kind="activity", text="Pay")
    assert "serves_no_aim" in kinds(group)


def test_O2a_reflections_that_nothing_answers_and_liked_things_lost_are_listed() -> None:
    group = Group()
    story = group.story(side="client")
    moment = group.moment(story)
    for kind in ("liked", "disliked"):
        group.do(group.sam, "WriteReflection", kind=kind, text=kind, about=[moment])
    assert {"liked_lost", "unanswered"} <= set(kinds(group))


def test_O2c_i_had_that_too_asks_for_nothing() -> None:
    group = Group()
    moment = group.moment(group.story(side="client"))
    group.do(group.sam, "HadThatToo", about=moment, text="We waited longer", side="client")
    assert "unanswered" not in kinds(group)


def test_O2a_a_parked_reflection_is_not_asked_for_again() -> None:
    group = Group()
    note = group.do(group.sam, "WriteReflection", kind="disliked", text="slow")
    group.do(group.sam, "Park", about=note, reason="for later")
    assert "unanswered" not in kinds(group)


def test_O2a_a_side_that_nobody_spoke_from_is_listed() -> None:
    group = Group()
    group.story(side="client")
    silent = [gap.sentence for gap in outline(group.chart).gaps if gap.kind == "side_silent"]
    assert silent == ["Nobody has spoken from the side of the provider."]


def test_O2a_a_value_whose_sources_are_gone_is_listed() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.tess, "AddValue", name="Prompt", heard_in=[note])
    group.do(group.sam, "TakeBack", about=note)
    assert "unheard" in kinds(group)


def test_O2d_an_aim_added_later_on_the_same_ground_is_offered_as_served() -> None:
    group, note, _ = aimed()
    element = group.do(group.kit, "AddElement", kind="activity", text="Pay", answers=[note])
    group.do(group.fay, "OpenPhase", phase="return")
    added = group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[note])
    view = group.view("everyone", "aims", added)
    assert (view.served_by, view.offered_by) == ((), (element,))


def test_O2a_an_aim_that_names_an_element_is_served_by_it() -> None:
    group, _, _ = aimed()
    element = group.do(group.kit, "AddElement", kind="activity", text="Pay")
    added = group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[element])
    assert group.view("everyone", "aims", added).served_by == (element,)


def told(group: Group) -> list[str]:
    """The kinds of gaps that everyone was told of, change by change."""
    return [gap.kind for gap in group.sight.whole("everyone").get("gaps", {}).values()]


def test_O2a_an_activity_offered_to_a_reworded_aim_is_told_as_missing_no_longer() -> None:
    group, note, aim = aimed()
    group.do(group.kit, "AddElement", kind="activity", text="Pay", answers=[note])
    assert set(told(group)) == {"aim_unserved", "serves_no_aim"}
    group.do(group.fay, "ChangeAim", about=aim, text="Prompt pay")
    assert told(group) == []


def test_O2a_a_side_is_told_as_silent_until_somebody_speaks_from_it() -> None:
    group = Group()
    assert len(group.sight.whole("everyone")["sheet"]["silent_sides"]) == 2
    group.story(side="client")
    silent = group.sight.whole("everyone")["sheet"]["silent_sides"]
    assert [gap.sentence for gap in silent] == ["Nobody has spoken from the side of the provider."]


def test_O3_two_positions_stand_and_no_winner_is_invented() -> None:
    group, _, aim = aimed()
    for person, text in ((group.sam, "strike it"), (group.tess, "keep it")):
        group.do(person, "TakePosition", about=aim, text=text)
    group.do(group.fay, "LeaveAimOpen", about=aim)
    line = outline(group.chart).aims[0]
    assert (line.state, [note.words.text for note in line.positions]) == (
        "unresolved",
        ["strike it", "keep it"],
    )
    assert line.aim.words.text == "Fair pay"


def test_O4_the_outline_exists_at_every_moment() -> None:
    made = outline(Group().chart)
    assert (made.aims, made.elements, made.people) == ((), (), 4)


def test_O5a_from_a_line_one_walks_to_the_moment_and_back() -> None:
    group = Group()
    moment = group.moment(group.story())
    reflection = group.do(
        group.sam, "WriteReflection", kind="disliked", text="slow", about=[moment]
    )
    value = group.do(group.sam, "AddValue", name="Prompt", heard_in=[reflection])
    element = group.do(group.kit, "AddElement", kind="activity", text="Pay", answers=[value])
    assert threads(group.chart, outline(group.chart))[element] == [value, reflection, moment]
    assert walk_forward(group.chart, moment) == [reflection, value, element]


def test_O5b_a_reader_from_outside_gets_no_words_beneath_a_line() -> None:
    group, note, _ = aimed()
    assert holds(group.chart, group.thing(note), Edition.TOOK_PART)
    assert not holds(group.chart, group.thing(note), Edition.EVERYONE)
