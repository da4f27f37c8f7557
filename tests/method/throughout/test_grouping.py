"""Grouping: nothing is lost on the way, also when slips are undone in an order
that nobody expected.
"""

from table import Group, refused


def test_A6_undoing_an_old_merge_never_puts_a_note_inside_itself() -> None:
    group = Group()
    one, other = group.note(group.sam, "one"), group.note(group.tess, "other")
    group.do(group.fay, "Merge", about=one, into=other)
    group.do(group.fay, "Split", about=one)
    group.do(group.kit, "Merge", about=other, into=one)
    group.do(group.fay, "Undo")
    assert (group.thing(one).merged_into, group.thing(other).merged_into) == (None, one)


def test_A6_a_group_that_comes_back_leaves_notes_where_they_went_meanwhile() -> None:
    group = Group()
    notes = [group.note(group.sam, text) for text in ("one", "two")]
    first = group.do(group.fay, "GroupNotes", notes=notes, title="First")
    group.do(group.fay, "Delete", about=first)
    second = group.do(group.fay, "GroupNotes", notes=notes[:1], title="Second")
    group.do(group.fay, "BringBack", about=first)
    assert (group.thing(first).notes, group.thing(second).notes) == ([notes[1]], [notes[0]])


def test_A6_undoing_into_a_deleted_group_leaves_the_note_by_itself() -> None:
    group = Group()
    note = group.note(group.sam)
    first = group.do(group.fay, "GroupNotes", notes=[note], title="First")
    group.do(group.fay, "Regroup", about=note, group=None)
    group.do(group.kit, "Delete", about=first)
    group.do(group.fay, "Undo")
    assert group.thing(note).group is None


def test_A6_a_note_in_the_middle_cannot_go_into_the_one_inside_it() -> None:
    group = Group()
    inner, middle, outer = (group.note(group.sam, text) for text in ("inner", "middle", "outer"))
    group.do(group.fay, "Merge", about=inner, into=middle)
    group.do(group.fay, "Merge", about=middle, into=outer)
    with refused("A note cannot be put into itself"):
        group.do(group.fay, "Merge", about=middle, into=inner)
