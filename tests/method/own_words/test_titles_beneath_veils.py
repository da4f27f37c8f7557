"""E8, E4: what becomes of a veil, and of what it covers besides, when a title that lies beneath it
is taken back.
"""

from typing import Any

import msgspec
import pytest
from table import Group

from footpath.method import Sight, rewriting_of
from footpath.method.own_words.covering_copies import CopiesLookedFor
from footpath.method.own_words.left_behind import TitleTakenBack

TITLE, OTHER = "How Grey shouted at me", "A long winter with Barnaby"


@pytest.fixture
def group() -> Group:
    return Group()


@pytest.fixture
def story(group: Group) -> int:
    """Sam's and Tess's, laid out by Kit."""
    told = {"title": TITLE, "when": "my wedding", "lanes": ["me", "the office"]}
    return group.joint(group.kit, group.sam, group.tess, **told)


def covers(group: Group, story: int, **fields: Any) -> None:
    """Fay covers the whole story, or a passage in it."""
    group.do(group.fay, "MaskWords", about=story, **{"passage": "", "reason": "a name", **fields})


def lifts_all(group: Group) -> None:
    for veil in list(group.chart.veils.values()):
        group.do(group.fay, "LiftVeil", veil=veil.drawn)


def stored(group: Group) -> str:
    return msgspec.json.encode([one.entry for one in group.record]).decode()


def is_the_same_replayed(group: Group) -> bool:
    live, again = Sight(group.chart), Sight(group.replayed())
    audiences: tuple[Any, ...] = ("everyone", "facilitators", group.sam, group.tess)
    return all(live.whole(one) == again.whole(one) for one in audiences)


@pytest.mark.parametrize("put", ["", "Their story"])
def test_E4e_what_another_called_it_beneath_a_veil_is_there_again_when_it_is_lifted(
    group: Group, story: int, put: str
) -> None:
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    covers(group, story, replacement=put)
    group.do(group.sam, "TakeBack", about=story)
    assert OTHER not in group.sees("everyone") and is_the_same_replayed(group)
    lifts_all(group)
    view = group.view("everyone", "experiences", story)
    assert (view.title, view.lanes) == (OTHER, ("me", "the office"))
    assert is_the_same_replayed(group)


def test_E4e_lanes_beneath_a_veil_are_there_again_where_only_the_title_went(
    group: Group, story: int
) -> None:
    covers(group, story)
    group.do(group.sam, "TakeBack", about=story)
    lifts_all(group)
    view = group.view("everyone", "experiences", story)
    assert (view.title, view.when, view.lanes) == ("███", "███", ("me", "the office"))


def test_E10b_copies_are_covered_and_names_masked_where_such_a_veil_lies(group: Group) -> None:
    note = group.note(group.kit, "they never paid the small firms in time")
    told = {"title": TITLE, "lanes": ["they never paid the small firms in time"]}
    story = group.joint(group.kit, group.sam, group.tess, **told)
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    covers(group, story)
    group.do(group.sam, "TakeBack", about=story)
    group.do(group.kit, "TakeBack", about=note)
    group.do(group.fay, "MaskWords", passage="Barnaby")
    assert is_the_same_replayed(group)


def test_S3_a_veil_over_a_title_that_went_is_gone_when_it_is_replayed_too(
    group: Group, story: int
) -> None:
    group.do(group.tess, "Reword", about=story, text="A long winter", version=1)
    covers(group, story, passage="Grey")
    group.do(group.sam, "TakeBack", about=story)
    assert not group.chart.veils and not group.replayed().veils
    assert "Grey" not in stored(group) and is_the_same_replayed(group)


def test_S7_done_again_from_its_middle_a_title_is_gone_wherever_it_was_put_up_again(
    group: Group, story: int
) -> None:
    group.do(group.tess, "Reword", about=story, text=OTHER, version=1)
    group.do(group.tess, "UndoRewording", about=story)
    before = list(group.record)
    group.do(group.sam, "TakeBack", about=story)
    kinds = {type(one.entry): one for one in group.record}
    taken, looked = kinds[TitleTakenBack].number, kinds[CopiesLookedFor]
    assert isinstance(looked.entry, CopiesLookedFor)
    assert looked.entry.taken == taken
    # a crash came when the first entry was rewritten, and the others were not
    made = group.thing(story).made_by_entry
    begun = [one if one.number != made else group.record[made - 1] for one in before]
    again = rewriting_of(
        group.chart, looked.number, looked.entry, lambda n: group.record[n - 1].entry
    )
    assert again is not None
    rewritten = [again.rewritten(one.number, one.entry) for one in begun]
    assert TITLE not in msgspec.json.encode(rewritten).decode()
    assert OTHER in msgspec.json.encode(rewritten).decode()


def test_S7_what_its_teller_put_in_the_place_of_the_whole_goes_with_their_title(
    group: Group,
) -> None:
    tellers = [group.sam, group.tess]
    story = group.do(group.kit, "TellExperience", title=TITLE, storytellers=tellers)
    group.do(group.sam, "MaskWords", about=story, replacement="The office story")
    for teller in tellers:
        group.do(teller, "TellTogether", experience=story)
    group.do(group.sam, "TakeBack", about=story)
    assert "The office story" not in stored(group) and is_the_same_replayed(group)


def test_E8h_undoing_brings_back_no_title_that_was_taken_back(group: Group) -> None:
    told = {"title": TITLE, "lanes": ["me"]}
    story = group.joint(group.fay, group.sam, group.kit, **told)
    group.do(group.kit, "Reword", about=story, text=OTHER, version=1)
    group.do(group.sam, "TakeBack", about=story)
    if not group.refusal_of(group.kit, "Undo"):
        group.do(group.kit, "Undo")
    assert TITLE not in repr(group.chart) and TITLE not in stored(group)
    assert is_the_same_replayed(group)
