"""L2: how much one person can tie together or write face down; nobody else meets what they met."""

from table import Group, refused

from footpath.method.bounds import FEW, MOST_FACE_DOWN, MOST_TIES


def _tied_out() -> tuple[Group, list[int]]:
    """Sam tied hundreds of notes together until no more of that was taken."""
    group = Group()
    notes = [group.note(group.kit, f"Note {n}") for n in range(400)]
    for n in range(MOST_TIES // len(notes)):
        group.do(group.sam, "WriteReflection", kind="liked", text=f"Good {n}", about=notes)
    return group, notes


def test_L2_who_tied_very_much_ties_a_few_things_at_a_time_from_then_on() -> None:
    group, notes = _tied_out()
    with refused(f"You have tied very much together already. Choose at most {FEW}"):
        group.do(group.sam, "AddValue", name="Trust", heard_in=notes)
    with refused("You have tied very much together already."):
        group.do(group.sam, "MoveNote", about=group.note(group.sam), phase="reflect", on=notes)
    assert group.do(group.sam, "AddValue", name="Trust", heard_in=notes[:FEW])


def test_L6_what_one_person_tied_keeps_nobody_else_from_it() -> None:
    group, notes = _tied_out()
    assert group.do(group.tess, "AddValue", name="Trust", heard_in=notes)
    assert group.do(group.kit, "AddAim", text="Prompt pay", rests_on=notes)


def test_L2_who_wrote_very_much_that_waits_to_be_shown_waits_too_and_nobody_else_does() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    for n in range(MOST_FACE_DOWN):
        group.note(group.sam, f"Note {n}")
    with refused("Very much of yours waits to be shown."):
        group.note(group.sam)
    assert group.note(group.tess)
    group.do(group.fay, "RevealNotes")
    assert group.note(group.sam)


def test_L2_a_text_of_nothing_but_marks_is_known_in_one_pass() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.do(group.fay, "RevealNotes")
    notes = [group.note(group.sam, text) for text in ("███ " * 2_499 + "a", "███ a ███", "[" * 9_999 + "a")]
    assert [group.thing(note).words.masked_as_a_whole for note in notes] == [False, False, False]
    assert all(
        group.thing(group.note(group.sam, t)).words.masked_as_a_whole for t in ("███", "███ [a name] ███", "« ███ »")
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
