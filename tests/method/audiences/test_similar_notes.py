"""Notes that seem alike are pointed out, and nobody puts them together but people (A9)."""

from table import Group

from footpath.method.audiences.similar_notes import notes_to_compare, similar

ONE, OTHER = "Pay small suppliers within ten days", "Small suppliers are paid within ten days"
APART = ("A ramp at the back door", "Write the price on the wall", "Music ends at eleven")


def revealed() -> Group:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    group.do(group.fay, "RevealNotes")
    for text in APART:
        group.note(group.tess, text)
    return group


def offered(group: Group) -> list[tuple[int, int]]:
    return similar(notes_to_compare(group.chart))


def test_A9_two_notes_that_use_the_same_words_are_pointed_out_and_stay_where_they_are() -> None:
    group = revealed()
    one, other = group.note(group.sam, ONE), group.note(group.kit, OTHER)
    number = group.chart.number
    assert offered(group) == [(one, other)]
    assert group.chart.number == number and group.thing(one).group is None


def test_A9_nothing_is_compared_before_the_reveal() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="aims")
    said = ((group.sam, ONE), (group.kit, OTHER), *((group.tess, text) for text in APART))
    for person, text in said:
        group.note(person, text)
    assert notes_to_compare(group.chart) == {}
    group.do(group.fay, "RevealNotes")
    assert len(offered(group)) == 1


def test_A9_what_is_hidden_or_taken_back_is_compared_with_nothing() -> None:
    group = revealed()
    hidden, back, stays = (group.note(group.sam, text) for text in (ONE, OTHER, ONE))
    group.do(group.fay, "Hide", about=hidden, reason="unkind")
    group.do(group.sam, "TakeBack", about=back)
    assert set(notes_to_compare(group.chart)) & {hidden, back, stays} == {stays}


def test_A9_words_beneath_a_mask_are_not_compared() -> None:
    group = revealed()
    one, other = group.note(group.sam, ONE), group.note(group.kit, OTHER)
    for person, id in ((group.sam, one), (group.kit, other)):
        group.do(person, "MaskWords", about=id, passage="suppliers")
    assert all("supplier" not in text for text, _ in notes_to_compare(group.chart).values())


def test_A9_it_is_the_same_whoever_wrote_them_and_whether_they_are_named() -> None:
    named, unnamed = revealed(), revealed()
    for group, more in ((named, {}), (unnamed, {"unnamed": True})):
        group.note(group.sam, ONE, **more)
        group.note(group.sam, OTHER, **more)
    assert offered(named) == offered(unnamed)


def test_A9_what_the_group_put_together_is_not_offered_again() -> None:
    group = revealed()
    one, other = group.note(group.sam, ONE), group.note(group.kit, OTHER)
    group.do(group.fay, "GroupNotes", notes=[one, other], title="Paid in time")
    assert offered(group) == []
    group.do(group.fay, "Regroup", about=one, group=None)
    assert offered(group) == [(one, other)]
    group.do(group.fay, "Merge", about=one, into=other)
    assert offered(group) == []
