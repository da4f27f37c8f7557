"""The outline as a page: whole at every moment, and every line walks back to the
moment it came from.
"""

from outlines import Told, page, text_of, thread
from table import Group, Table

from footpath.method.flipchart.threads import Edition


def test_O4_an_empty_flipchart_has_an_outline() -> None:
    read = text_of(page(Group()))
    assert "Rough: 0 lines, 0 open questions." in read
    assert read.count("Nothing yet.") == 5
    assert "Nothing to check yet." not in read
    assert "client did not speak." in read


def test_O4_a_workshop_without_anybody_has_an_outline() -> None:
    assert "0 people made this in 1 session." in text_of(page(Table()))  # type: ignore[arg-type]


def test_O4_what_is_parked_stands_with_its_reason() -> None:
    group = Group()
    group.do(group.sam, "Park", about=group.note(group.sam), reason="for the spring")
    assert "L1 “Pay small firms first” Because: for the spring" in text_of(page(group))


def test_O5a_a_line_walks_back_to_the_moment() -> None:
    group = Told()
    read = thread(page(group), group.step)
    assert "Would do differently “Send the number early” Sam" in read
    assert "Moment Paid after seventy days “I rang round for wages”" in read


def test_O5a_a_moment_walks_forward_to_the_lines() -> None:
    group = Told()
    assert "The long winter Under A1 , P1" in thread(page(group), group.step)


def test_O5b_readers_from_outside_get_the_lines_alone() -> None:
    group = Told()
    read = page(group, edition=Edition.EVERYONE)
    assert "Send the number" in text_of(read)
    for hidden in ("Send the number early", "seventy days", "rang round", "Sam", "The long winter"):
        assert hidden not in read
    assert "Not all that this line rests on is shown here: the rest was not opened" in thread(
        read, group.step
    )


def test_O5b_the_gap_check_gives_nobodys_words_to_readers_from_outside() -> None:
    group = Told()
    group.do(
        group.sam, "WriteReflection", kind="disliked", text="Three offices", about=[group.place]
    )
    read = text_of(page(group, edition=Edition.EVERYONE))
    assert "Three offices" not in read
    assert "Nothing answers one of the reflections." in read


def test_O5d_where_words_were_taken_back_the_thread_says_so() -> None:
    group = Told()
    group.do(group.sam, "TakeBack", about=group.wish)
    html = page(group)
    assert "Send the number early" not in html
    assert "These words were taken back. The line still stands." in thread(html, group.step)


def test_O5d_a_masked_part_is_said_to_be_masked() -> None:
    group = Told()
    group.do(group.fay, "MaskWords", passage="seventy")
    read = thread(page(group), group.step)
    assert "seventy" not in read
    assert "Part of it is masked." in read


def test_O3_both_positions_stand_and_no_winner() -> None:
    group = Told()
    for person, text in ((group.sam, "Fourteen days"), (group.tess, "Thirty days")):
        group.do(person, "TakePosition", about=group.aim, text=text)
    read = text_of(page(group))
    assert "A position: “Fourteen days”" in read
    assert "A position: “Thirty days”" in read


def test_O2a_the_gap_check_stands_under_the_lines() -> None:
    group = Told()
    group.do(group.kit, "AddElement", kind="activity", text="Buy stamps")
    assert "This step serves no aim yet: Buy stamps" in text_of(page(group))


def test_O8_marks_stand_round_a_persons_words_alone() -> None:
    group = Told()
    read = text_of(page(group))
    assert "“Send the number early”" in read
    assert "“I rang round for wages”" in read
    for ours in ("Prompt pay", "Send the number", "Paid after seventy days", "The long winter"):
        assert f"“{ours}”" not in read


def test_O8_words_are_shown_character_for_character() -> None:
    group = Group()
    note = group.note(group.sam, "<b>Pay</b> & =1+1 “now”")
    group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[note])
    assert "“<b>Pay</b> & =1+1 “now””" in text_of(page(group))


def test_O7_a_line_on_paper_names_its_notes() -> None:
    group = Told()
    html = page(group)
    paper = text_of(html.split('class="sources"')[1])
    assert "Notes: 1, 2" in text_of(html.split(f'id="line-{group.aim}"')[1].split("</article>")[0])
    assert "Would do differently “Send the number early”" in paper
    assert "Moment Paid after seventy days “I rang round for wages”" in paper


def test_O7_a_line_that_rests_on_nothing_says_so() -> None:
    group = Group()
    group.do(group.kit, "AddElement", kind="activity", text="Buy stamps")
    assert "Buy stamps This line rests on nothing yet." in text_of(page(group))


def test_O4_what_was_parked_and_then_made_private_is_in_no_outline() -> None:
    group = Told()
    group.do(group.sam, "Park", about=group.place, reason="for the spring")
    assert "L1 Paid after seventy days" in text_of(page(group))
    group.do(group.sam, "SetVisibility", about=group.place, visibility="only_me")
    assert "Paid after seventy days" not in page(group)


def test_O1a_an_aim_that_nobody_has_looked_at_again_is_not_called_kept() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Small firms first", rests_on=[])
    assert "not decided yet" in text_of(page(group))
    group.do(group.fay, "KeepAim", about=aim)
    assert "not decided yet" not in text_of(page(group))


def test_O9_the_outline_compares_what_changed_where_it_may_be_seen() -> None:
    group = Told()
    group.do(group.sam, "Reword", about=group.wish, text="Send the number first", version=1)
    read = thread(page(group), group.step)
    assert "Changed since the line was worded." in read and "Send the number early" not in read
    titled = group.do(
        group.fay, "GroupNotes", notes=[group.note(group.sam)], title="Pay within a week"
    )
    aim = group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[titled])
    group.do(group.fay, "Reword", about=titled, text="Pay on the day", version=1)
    assert "Changed since the line was worded. Before: Pay within a week" in thread(
        page(group), aim
    )
    assert "Changed since the line" not in page(group, edition=Edition.EVERYONE)


def test_O9_what_changed_beneath_a_line_is_compared_no_more_once_it_is_kept() -> None:
    group = Told()
    group.do(group.sam, "Reword", about=group.wish, text="Send the number first", version=1)
    group.do(group.fay, "KeepLine", about=group.step)
    assert "Changed since the line" not in thread(page(group), group.step)


def test_G11a_a_reason_that_was_typed_for_somebody_says_so_to_those_who_took_part() -> None:
    group = Told()
    una = group.do(group.kit, "AddPerson", name="Una", where="room")
    group.do(group.kit, "DropAim", about=group.aim, for_person=una, reason="Nobody needs it")
    said = "said by Una and typed by Kit: Nobody needs it"
    assert said in text_of(page(group)) and said not in text_of(
        page(group, edition=Edition.EVERYONE)
    )


def test_G11c_a_reason_that_was_taken_back_stands_nowhere_in_the_outline() -> None:
    group = Told()
    group.do(group.fay, "DropAim", about=group.aim, reason="Nobody needs it")
    group.do(group.fay, "TakeBackReason", about=group.aim, place=0)
    assert "Why:" not in text_of(page(group))
