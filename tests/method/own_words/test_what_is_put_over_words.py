"""What a facilitator puts in the place of covered words is itself reached by
later masks (E4, G12).
"""

from table import Group

from footpath.method import Flipchart, apply, as_read
from footpath.method.words.words import MASK

PUT = "A note about Brightside"


def _covered() -> tuple[Group, int]:
    """Fay covered Tess's note as a whole and put other words there; Sam, whose story names
    the firm, masks that.
    """
    group = Group()
    group.moment(group.story(), text="Brightside paid us late")
    note = group.note(group.tess, "He said that on Monday")
    group.do(group.fay, "MaskWords", about=note, replacement=PUT)
    assert group.view("everyone", "notes", note).text == PUT
    group.do(group.sam, "MaskWords", passage="Brightside")
    return group, note


def _veils(group: Group, note: int) -> list[int]:
    """By what facilitators know the veils over a note, in the order in which they were laid."""
    return [group.chart.veils[id].drawn for id in group.chart.veils_over[note]]


def test_E4b_a_name_is_covered_in_what_a_facilitator_put_over_words() -> None:
    group, note = _covered()
    assert group.view("everyone", "notes", note).text == f"A note about {MASK}"
    group.do(group.fay, "LiftVeil", veil=_veils(group, note)[1])
    assert group.view("everyone", "notes", note).text == PUT


def test_E4b_a_name_in_what_was_put_over_words_leaves_in_no_file() -> None:
    group, _ = _covered()
    assert "Brightside" not in repr(
        [one for one in as_read(group.record) if "Put" in repr(one) or PUT[:6] in repr(one)]
    )


def test_S7_confirmed_the_name_is_in_no_entry_whichever_veil_is_confirmed_first() -> None:
    for order in (0, 1), (1, 0):
        group, note = _covered()
        veils = _veils(group, note)
        for place in order:
            group.do(group.fay, "ConfirmVeil", veil=veils[place])
            group.chart.touched.clear()
            assert group.chart == group.replayed()
            assert group.view("everyone", "notes", note).text == f"A note about {MASK}"
        assert "Brightside" not in repr(group.record)


def test_E4b_a_name_in_what_was_put_over_ones_own_words_is_covered_too() -> None:
    group = Group()
    story = group.story()
    group.moment(story, text="Brightside paid us late")
    own = group.moment(story, text="He said that on Monday")
    group.do(group.fay, "MaskWords", about=own, replacement=PUT)
    group.do(group.sam, "MaskWords", passage="Brightside")
    assert group.view("everyone", "moments", own).text == f"A note about {MASK}"


def test_G12a_what_is_put_over_the_whole_again_takes_the_place_of_what_was_put_there_before() -> (
    None
):
    group, note = _covered()
    group.do(group.fay, "MaskWords", about=note, replacement="A note about a firm")
    assert group.view("everyone", "notes", note).text == "A note about a firm"


def test_S3_what_is_put_over_words_replays() -> None:
    group, note = _covered()
    chart = Flipchart()
    for one in group.record:
        apply(chart, one)
    assert chart.things[note].words == group.thing(note).words
