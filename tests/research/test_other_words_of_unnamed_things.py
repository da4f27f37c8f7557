"""A3: the page on which other words are written tells nobody that an unnamed thing is
of an unknown hand.
"""

from table import Group

from footpath.research.paraphrases import shared


def test_A3c_an_unnamed_note_of_an_unknown_hand_is_listed_like_anybodys() -> None:
    group = Group()
    of_sam = group.note(group.sam, "Nobody asked us", unnamed=True)
    of_nobody = group.note(group.kit, "Nobody paid us", for_someone=True, unnamed=True)
    assert {of_sam, of_nobody} <= {one.id for one in shared(group.chart, group.fay)}
