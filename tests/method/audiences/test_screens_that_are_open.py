"""What stands in a story beside its moments follows them on screens that are open,
without a fresh look.
"""

from table import Group

from footpath.method.words.words import MASK


def test_E4b_a_covered_name_is_in_no_lane_or_stage_of_the_story_either() -> None:
    group = Group()
    story = group.story()
    group.moment(story, text="They were late", lane="Brightside", stage="With Brightside")
    own = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    group.moment(own, group.tess, text="Brightside again")
    group.do(group.tess, "MaskWords", passage="Brightside")
    seen = group.view("everyone", "experiences", story)
    assert (seen.lanes, seen.stages) == ((MASK,), (f"With {MASK}",))


def test_E8c_a_story_that_lost_a_moment_says_so_on_open_screens() -> None:
    group = Group()
    story = group.story()
    group.do(group.sam, "TakeBack", about=group.moment(story, text="They were late"))
    assert group.view("everyone", "experiences", story).moments == ()


def test_A4h_a_story_that_was_removed_is_on_its_tellers_screen_to_be_brought_back() -> None:
    group = Group()
    story = group.story(title="The firm of Grey")
    assert group.thing(story).by != group.sam, "somebody laid it out for them"
    group.do(group.sam, "Delete", about=story)
    seen = {one for one in group.chart.people if group.view(one, "experiences", story) is not None}
    assert seen == {group.sam}
    group.do(group.sam, "BringBack", about=story)
    assert group.view("everyone", "experiences", story).title == "The firm of Grey"
