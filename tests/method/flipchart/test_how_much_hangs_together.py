"""L2, L6: how much one person can hang on things, tie together or write face down; nobody else
meets what they met.
"""

from typing import Any

from table import Group, refused

from footpath.method.flipchart.bounds import (
    LINES,
    MOMENTS,
    MOST_FACE_DOWN,
    MOST_OF_ONE_FACE_DOWN,
    MOST_TAGS,
    NOTES,
    OFFERS,
    TAGS,
)
from footpath.method.flipchart.ties import FEW, MOST_TIES

FULL, HUNG = "You can place no more moments in this story.", "Very much is tied to this"


def _tied_out() -> tuple[Group, list[int]]:
    """Sam tied hundreds of notes together until no more of that was taken."""
    group = Group()
    notes = [group.note(group.kit, f"Note {n}") for n in range(400)]
    for n in range(MOST_TIES // len(notes)):
        group.do(group.sam, "WriteReflection", kind="liked", text=f"Good {n}", about=notes)
    return group, notes


def test_L2g_who_tied_very_much_ties_a_few_things_at_a_time_from_then_on() -> None:
    group, notes = _tied_out()
    with refused(f"You have tied very much together already. Choose at most {FEW}"):
        group.do(group.sam, "AddValue", name="Trust", heard_in=notes)
    with refused("You have tied very much together already."):
        group.do(group.sam, "MoveNote", about=group.note(group.sam), phase="reflect", on=notes)
    assert group.do(group.sam, "AddValue", name="Trust", heard_in=notes[:FEW])


def test_L6b_what_one_person_tied_keeps_nobody_else_from_it() -> None:
    group, notes = _tied_out()
    assert group.do(group.tess, "AddValue", name="Trust", heard_in=notes)
    assert group.do(group.kit, "AddAim", text="Prompt pay", rests_on=notes)


def test_L2g_who_wrote_very_much_that_waits_to_be_shown_waits_too_and_nobody_else_does() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    others = [group.arrive(f"Ash {n}") for n in range(MOST_FACE_DOWN // MOST_OF_ONE_FACE_DOWN)]
    for n in range(MOST_FACE_DOWN):
        group.note(others[n % len(others)], f"Note {n}")
    with refused("Very much of yours waits to be shown."):
        group.note(others[0])
    assert all(group.note(group.sam) for _ in range(MOST_OF_ONE_FACE_DOWN))
    with refused("Very much of yours waits to be shown."):
        group.note(group.sam)
    assert group.note(group.tess)
    group.do(group.fay, "RevealNotes")
    assert group.note(group.sam)


def test_L2g_a_text_of_nothing_but_marks_is_known_in_one_pass() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.do(group.fay, "RevealNotes")
    notes = [
        group.note(group.sam, text)
        for text in ("███ " * 2_499 + "a", "███ a ███", "[" * 9_999 + "a")
    ]
    assert [group.thing(note).words.masked_as_a_whole for note in notes] == [False, False, False]
    assert all(
        group.thing(group.note(group.sam, t)).words.masked_as_a_whole
        for t in ("███", "███ [a name] ███", "« ███ »")
    )


def test_A6_a_group_that_is_deleted_and_brought_back_again_and_again_holds_each_note_once() -> None:
    group = Group()
    notes = [group.note(group.sam) for _ in range(3)]
    same = group.do(group.kit, "GroupNotes", notes=notes, title="The same")
    for _ in range(3):
        group.do(group.kit, "Delete", about=same)
        assert group.view("everyone", "notes", notes[0]).cited_by == ()
        group.do(group.kit, "BringBack", about=same)
    assert group.chart.cited_by[notes[0]] == [same]
    assert group.view("everyone", "notes", notes[0]).cited_by == (same,)


def _until_refused(group: Group, person: int, do: str, **fields: Any) -> list[int]:
    """What somebody could make of a kind until no more of it was taken."""
    made = list[int]()
    while not group.refusal_of(person, do, text=f"x{len(made)}", **fields):
        made.append(group.do(person, do, text=f"x{len(made)}", **fields))
    return made


def test_L6b_a_guest_who_fills_a_story_leaves_room_for_its_teller_the_keepers_and_others() -> None:
    group = Group()
    story = group.story()
    assert len(_until_refused(group, group.tess, "PlaceMoment", experience=story)) == MOMENTS.share
    assert (
        group.moment(story, group.sam)
        and group.moment(story, group.kit)
        and group.moment(story, group.arrive("Gus"))
    )


def test_L6b_a_crowd_of_guests_fills_a_story_for_themselves_and_not_for_its_teller() -> None:
    group = Group()
    story = group.story()
    for n in range(MOMENTS.shared // MOMENTS.share):
        _until_refused(group, group.arrive(f"Gil {n}"), "PlaceMoment", experience=story)
    with refused(FULL):
        group.moment(story, group.tess)
    assert group.moment(story, group.sam) and group.moment(story, group.fay)


def test_L6c_what_was_taken_off_a_story_takes_up_no_room() -> None:
    group = Group()
    story = group.story()
    guests = [group.arrive(f"Gil {n}") for n in range(MOMENTS.shared // MOMENTS.share)]
    placed = [
        id
        for guest in guests
        for id in _until_refused(group, guest, "PlaceMoment", experience=story)
    ]
    group.do(group.sam, "AcceptMoment", about=placed[1], accept=False)
    group.do(guests[0], "Delete", about=placed[0])
    assert group.moment(story, group.tess) and group.moment(story, group.tess)
    with refused(FULL):  # nor does it come back past the others
        group.do(guests[0], "BringBack", about=placed[0])


def test_E3b_how_much_a_teller_keeps_to_themselves_leaves_a_guest_as_much_room() -> None:
    group = Group()
    guests = [group.arrive(f"Gil {n}") for n in range(MOMENTS.shared // MOMENTS.share)]
    for hidden in (0, 7):
        story = group.story()
        for n in range(hidden):
            group.moment(story, text=f"Only I know {n}", visibility="only_me")
        assert (
            sum(len(_until_refused(group, g, "PlaceMoment", experience=story)) for g in guests)
            == MOMENTS.shared
        )


def test_L2g_private_moments_find_no_way_past_what_all_share() -> None:
    group = Group()
    story = group.story()
    mine = group.moment(story, group.tess, visibility="only_me")
    for n in range(MOMENTS.shared // MOMENTS.share):
        _until_refused(group, group.arrive(f"Gil {n}"), "PlaceMoment", experience=story)
    with refused(FULL):
        group.do(group.tess, "SetVisibility", about=mine, visibility="shared")


def test_L2g_who_places_and_takes_back_without_end_is_the_one_who_is_stopped() -> None:
    group = Group()
    story = group.story()
    for n in range(MOMENTS.ever):
        group.do(
            group.tess, "TakeBack", about=group.moment(story, group.tess, f"They paid late, {n}")
        )
    with refused(FULL):
        group.moment(story, group.tess)
    assert group.moment(story, group.sam)


def test_L6b_values_of_a_guest_leave_room_for_an_aim_on_the_same_note_and_for_others_values() -> (
    None
):
    group = Group()
    note = group.note(group.sam)
    for n in range(LINES.share):
        group.do(group.tess, "AddValue", name=f"v{n}", heard_in=[note])
    with refused(HUNG):
        group.do(group.tess, "AddValue", name="one more", heard_in=[note])
    assert group.do(group.kit, "AddAim", text="Prompt pay", rests_on=[note])
    assert group.do(group.arrive("Gus"), "AddValue", name="Trust", heard_in=[note])


def test_L6c_lines_that_were_deleted_take_up_no_room() -> None:
    group = Group()
    note = group.note(group.sam)
    for person in [group.arrive(f"Gil {n}") for n in range(LINES.shared // LINES.share)]:
        for n in range(LINES.share):
            group.do(person, "AddValue", name=f"v{n}", heard_in=[note])
    with refused(HUNG):
        group.do(group.tess, "AddValue", name="Trust", heard_in=[note])
    group.do(group.kit, "Delete", about=group.chart.cited_by[note][0])
    assert group.do(group.tess, "AddValue", name="Trust", heard_in=[note])


def test_L6b_questions_of_a_guest_leave_room_for_everybody_elses() -> None:
    group = Group()
    note = group.note(group.sam)
    assert len(_until_refused(group, group.tess, "AskQuestion", about=note)) == NOTES.share
    for person in (group.sam, group.fay, group.arrive("Gus")):
        assert group.do(person, "AskQuestion", about=note, text="Does that hold for all?")


def test_A5_offers_of_guests_never_keep_an_author_from_both_their_wordings() -> None:
    group = Group()
    note = group.note(group.sam)
    for n in range(OFFERS.shared // OFFERS.share):
        _until_refused(group, group.arrive(f"Gil {n}"), "Reword", about=note, version=1)
    with refused(HUNG):
        group.do(group.tess, "Reword", about=note, text="Ten days", version=1)
    group.do(group.sam, "Reword", about=note, text="The first week", version=1)
    clash = group.do(group.sam, "Reword", about=note, text="The first day", version=1)
    assert group.thing(clash).clash
    first = min(group.chart.offers[note])
    group.do(group.sam, "SettleOffer", about=first, take=False)
    assert group.do(group.tess, "Reword", about=note, text="Ten days", version=2)


def test_L6b_who_words_open_text_again_and_again_leaves_it_to_the_others() -> None:
    group = Group()
    aim = group.do(group.kit, "AddAim", text="Prompt pay", rests_on=[group.note(group.sam)])
    group.do(group.fay, "OpenText")
    while not group.refusal_of(
        group.tess, "Reword", about=aim, text=f"x{group.asked}", version=group.thing(aim).version
    ):
        group.do(
            group.tess,
            "Reword",
            about=aim,
            text=f"x{group.asked}",
            version=group.thing(aim).version,
        )
    for person in (group.sam, group.kit):
        text, version = f"Pay within {person} days", group.thing(aim).version
        group.do(person, "Reword", about=aim, text=text, version=version)
        assert group.thing(aim).words.text == text
        group.do(person, "KeepAim", about=aim)


def test_L6b_tags_of_a_guest_leave_room_for_the_authors_and_keepers() -> None:
    group = Group()
    note = group.note(group.sam)
    for n in range(TAGS):
        group.do(group.tess, "Tag", about=note, tag=f"tag {n}")
    with refused("There are very many tags on this already."):
        group.do(group.tess, "Tag", about=note, tag="late")
    group.do(group.sam, "Tag", about=note, tag="late")
    assert len(group.thing(note).tags) == TAGS + 1 < MOST_TAGS
