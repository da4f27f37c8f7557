"""Nothing about an unnamed thing differs by its author (A3), whatever is done with it."""

import json

from table import Group, refused

from footpath.publishing.record_lines import record_lines


def silent_clash(group: Group) -> tuple[int, int]:
    """An aim that two keepers change at once, the second of them unnamed."""
    aim = group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[])
    group.do(group.kit, "ChangeAim", about=aim, text="Pay in ten days", version=1)
    return aim, group.do(
        group.fay, "ChangeAim", about=aim, text="Pay at once", version=1, unnamed=True
    )


def test_A3a_a_wording_that_came_too_late_stays_unnamed_also_when_it_is_taken() -> None:
    group = Group()
    aim, offer = silent_clash(group)
    assert group.view("everyone", "offers", offer).by is None
    group.do(group.fay, "SettleOffer", about=offer, take=True)
    group.do(group.kit, "ChangeAim", about=aim, text="Pay")
    assert group.view("everyone", "aims", aim).was[-1].by is None


def test_A3a_nobody_is_named_in_the_record_for_what_they_do_with_an_unnamed_thing() -> None:
    group = Group()
    note = group.note(group.fay, unnamed=True)
    for person in (group.fay, group.kit):
        group.do(person, "Tag", about=note, tag=f"by {person}")
    tagged = [
        line
        for line in map(json.loads, record_lines(group.chart, group.record))
        if line["type"] == "Tagged"
    ]
    assert [line.get("by") for line in tagged] == [None, None]


def test_A3c_nobody_is_named_who_offers_a_wording_beside_an_unnamed_note() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    offer = group.do(group.tess, "Reword", about=note, text="Pay small firms early", version=1)
    assert group.view("everyone", "offers", offer).by is None


def test_A3b_of_an_unnamed_unknown_hand_its_typist_alone_acts_for_it() -> None:
    group = Group()
    group.do(group.fay, "GiveRole", person=group.tess, role="scribe")
    note = group.note(group.kit, for_someone=True, unnamed=True)
    for keeper in (group.fay, group.tess):
        with refused("Only the person whose words these are"):
            group.do(keeper, "TakeBack", about=note)
    group.do(group.kit, "TakeBack", about=note)


def test_A3c_who_stays_unnamed_is_not_named_by_masking_copies_in_it() -> None:
    lines = []
    for author in ("sam", "tess"):
        group = Group()
        said = group.note(group.sam, text="The guarantor was never told a thing")
        group.note(
            getattr(group, author), text="The guarantor was never told a thing", unnamed=True
        )
        group.do(group.sam, "TakeBack", about=said)
        lines.append(list(record_lines(group.chart, group.record)))
    assert lines[0] == lines[1]


def test_A3c_a_teller_who_puts_a_name_to_a_moment_need_not_accept_it() -> None:
    group = Group()
    moment = group.moment(group.story(), unnamed=True)
    assert not group.view("everyone", "moments", moment).accepted
    group.do(group.sam, "StayUnnamed", about=moment, unnamed=False)
    assert group.view("everyone", "moments", moment).accepted


def test_A3c_only_its_author_shows_an_unnamed_moment_to_more_people() -> None:
    group = Group()
    story = group.story()
    for author in (group.sam, group.tess):
        moment = group.moment(story, author, unnamed=True)
        group.do(group.sam, "SetVisibility", about=moment, visibility="facilitators")
        if author != group.sam:
            with refused("Only who wrote this moment"):
                group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
        group.do(author, "SetVisibility", about=moment, visibility="shared")


def test_E1_a_story_has_its_tellers_and_is_never_unnamed() -> None:
    group = Group()
    story = group.do(group.sam, "TellExperience", title="The long winter")
    with refused("That cannot be done with a story"):
        group.do(group.sam, "StayUnnamed", about=story, unnamed=True)


def test_A3d_the_list_comes_back_in_a_phase_in_which_nothing_is_unnamed() -> None:
    group = Group()
    for do in ("StartSilence", "RevealNotes"):
        group.do(group.fay, do)
    group.note(group.sam, unnamed=True)
    assert group.view("facilitators", "sheet", "quiet").untold
    group.do(group.fay, "OpenPhase", phase="reflect")
    assert group.view("facilitators", "sheet", "quiet").people == (group.sam, group.tess)
