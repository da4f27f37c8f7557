"""Veils hold: no mask of one's own lifts one, nothing private stands in its way, and nothing
makes it final unseen.
"""

from table import Group, refused
from veiled import NOTE, Covered, veils_told

from footpath.method.words.words import MASK


def test_E4d_masking_a_word_of_ones_own_lifts_no_veil_over_the_rest() -> None:
    group = Group()
    told = group.note(group.sam, "My boss Anna Bell hit me in the kitchen")
    copy = group.note(group.tess, "Sam: My boss Anna Bell hit me in the kitchen, at noon")
    group.do(group.sam, "TakeBack", about=told)
    with refused("Those words do not stand there"):
        group.do(group.tess, "MaskWords", about=copy, passage="kitchen")
    group.do(group.tess, "MaskWords", about=copy, passage="noon")
    assert group.view("everyone", "notes", copy).text == f"Sam: {MASK}, at {MASK}"
    assert group.thing(copy) == group.replayed().find(copy)


def test_E4b_nobodys_private_things_stand_in_the_way_of_a_mask() -> None:
    group = Group()
    for n in range(210):
        group.do(group.tess, "WriteMemo", text=f"Brightside {n}")
    note = group.note(group.tess, NOTE)
    group.moment(group.story(), text="Brightside was late")
    group.do(group.sam, "MaskWords", passage="Brightside")
    assert group.view("everyone", "notes", note).text == f"{MASK} paid us after ninety days"


def test_E4d_what_time_settles_it_settles_thing_by_thing() -> None:
    group = Group()
    notes = [group.note(group.tess, f"Anna Bell Corp here {n}") for n in range(110)]
    group.moment(group.story(), text="Anna Bell and Bell Corp")
    for passage in ("Anna Bell", "Bell Corp"):
        group.do(group.sam, "MaskWords", passage=passage)
    for _ in range(3):
        Covered.after(group, 73)  # type: ignore[arg-type]
    assert not group.chart.veils
    assert {group.thing(note).words.shown.split(" here")[0] for note in notes} == {MASK}


def test_E10b_a_tag_makes_nothing_a_copy_of_what_was_written_later() -> None:
    group = Group()
    sentence = "We treat every supplier as we would wish to be treated"
    value = group.do(
        group.tess, "AddValue", name="Fair", sentence=sentence, heard_in=[group.note(group.sam)]
    )
    copy = group.note(group.kit, sentence)
    group.do(group.kit, "Tag", about=value, tag="x")
    group.do(group.kit, "TakeBack", about=copy)
    assert group.view("everyone", "values", value).sentence == sentence


def test_A3a_masking_what_one_left_unnamed_tells_nobody_who_did_it() -> None:
    group = Group()
    note = group.note(group.tess, "We did it with a firm", unnamed=True)
    group.do(group.sam, "Reword", about=note, text="We did it with Anna Bell", version=1)
    group.do(group.tess, "MaskWords", about=note)
    assert {one.by for one in veils_told(group)} == {None}


def test_E4d_a_facilitator_makes_final_only_what_facilitators_read() -> None:
    group = Group()
    own = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    own = group.moment(own, group.tess, text="Brightside again", visibility="only_me")
    group.note(group.tess, NOTE)
    group.moment(group.story(), text="Brightside was late")
    group.do(group.sam, "MaskWords", passage="Brightside")
    group.do(group.fay, "ConfirmVeil", veil=veils_told(group)[0].veil)
    assert [list(veil.places) for veil in group.chart.veils.values()] == [[group.thing(own).id]]


def test_E4d_moving_a_moment_under_a_veil_keeps_its_words() -> None:
    group = Group()
    moment = group.moment(group.story(), quote="Brightside never paid us")
    group.note(group.tess, NOTE)
    other = group.story(group.tess, visibility="only_me")
    group.moment(other, group.tess, text="Brightside was late")
    group.do(group.tess, "MaskWords", passage="Brightside")
    shown = group.view("everyone", "moments", moment).quote
    group.do(group.fay, "ArrangeMoment", about=moment, lane="", stage="", quote=shown)
    group.do(group.fay, "LiftVeilsOf", person=group.tess)
    assert group.view("everyone", "moments", moment).quote == "Brightside never paid us"
    assert group.thing(moment) == group.replayed().find(moment)
