"""From two workshops that differ only in what is kept back, every edition of the
outline is the same.
"""

import random

import pytest
from histories import Monkey
from outlines import page
from table import Group

from footpath.method import Refusal
from footpath.method.flipchart.threads import Edition
from footpath.method.things.things import Experience
from footpath.publishing.markdown import markdown

OUTSIDE = [Edition.MEMBERS, Edition.EVERYONE]


def read(group: Group, editions: list[Edition]) -> list[str]:
    """The page and the Markdown of each edition."""
    return [
        text for one in editions for text in (page(group, edition=one), markdown(group.chart, one))
    ]


@pytest.mark.parametrize("seed", range(20))
def test_E3b_what_a_storyteller_keeps_to_herself_changes_no_edition(seed: int) -> None:
    group, chance = Monkey(seed, 200).group, random.Random(seed)
    before = read(group, list(Edition))
    kept = 0
    for story in [thing for thing in group.chart.things.values() if isinstance(thing, Experience)]:
        for teller in story.storytellers:
            try:
                group.do(
                    teller, "PlaceMoment", experience=story.id, text="canary", quote="canary",
                    visibility="only_me", feeling=chance.randint(-2, 2), inferred=False,
                )  # fmt: skip
                kept += 1
            except Refusal:
                group.chart.touched.clear()
    assert read(group, list(Edition)) == before, kept


class Twins(Group):
    """Two workshops are made alike: Sam and Tess said the same things, and each line rests
    on both of theirs.
    """

    def __init__(self) -> None:
        """Sam's stand first in the one as in the other."""
        super().__init__()
        self.theirs: dict[int, dict[str, int]] = {}
        for person in (self.sam, self.tess):
            story = self.story(person, title="A bill that came late")
            moment = self.moment(
                story, person, text="It came late", quote="It was late", feeling=-1
            )
            wish = self.do(
                person, "WriteReflection", kind="differently", text="Send it early", about=[moment]
            )
            self.theirs[person] = {
                "story": story,
                "moment": moment,
                "wish": wish,
                "note": self.note(person),
            }
        under = [
            [self.theirs[person][what] for person in self.theirs]
            for what in ("note", "moment", "wish")
        ]
        self.aim = self.do(self.fay, "AddAim", text="Prompt pay", rests_on=under[0])
        self.value = self.do(
            self.fay, "AddValue", name="Care", sentence="We care", heard_in=under[1]
        )
        self.step = self.do(
            self.kit, "AddElement", kind="activity", text="Send it", answers=under[2]
        )


@pytest.mark.parametrize("what", ["story", "moment", "wish", "note"])
def test_O5d_no_edition_for_others_tells_who_took_words_back(what: str) -> None:
    twins = Twins(), Twins()
    for group, person in zip(twins, (twins[0].sam, twins[0].tess), strict=True):
        group.do(person, "TakeBack", about=group.theirs[person][what])
    assert read(twins[0], OUTSIDE) == read(twins[1], OUTSIDE)


@pytest.mark.parametrize("what", ["story", "moment"])
def test_E3b_no_edition_for_others_tells_who_made_it_private(what: str) -> None:
    twins = Twins(), Twins()
    for group, person in zip(twins, (twins[0].sam, twins[0].tess), strict=True):
        group.do(person, "SetVisibility", about=group.theirs[person][what], visibility="only_me")
    assert read(twins[0], OUTSIDE) == read(twins[1], OUTSIDE)


@pytest.mark.parametrize("answer", ["meant", "not_quite", "leave_out"])
def test_O6d_no_edition_for_others_tells_who_answered(answer: str) -> None:
    twins = Twins(), Twins()
    for group, person in zip(twins, (twins[0].sam, twins[0].tess), strict=True):
        said = {"text": "Earlier than that"} if answer == "not_quite" else {}
        for line in (group.aim, group.value, group.step):
            group.do(person, "AnswerLine", about=line, answer=answer, **said)
    assert read(twins[0], OUTSIDE) == read(twins[1], OUTSIDE)


@pytest.mark.parametrize("recognises", [True, False])
def test_R6_no_edition_for_others_tells_which_storyteller_recognises_a_value(
    recognises: bool,
) -> None:
    twins = Twins(), Twins()
    for group, person in zip(twins, (twins[0].sam, twins[0].tess), strict=True):
        group.do(person, "RecogniseValue", about=group.value, recognised=recognises)
    assert read(twins[0], OUTSIDE) == read(twins[1], OUTSIDE)


def test_A3c_no_edition_for_others_tells_whether_a_note_is_unnamed() -> None:
    named, unnamed = Group(), Group()
    for group in (named, unnamed):
        note = group.note(group.sam, unnamed=group is unnamed)
        group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[note])
        group.do(group.sam, "OpenWords", about=note, to="everyone")
    assert read(named, OUTSIDE) == read(unnamed, OUTSIDE)
