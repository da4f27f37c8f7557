"""What is said of words counts while these stand, and for no others."""

from typing import Any

import pytest
from msgspec import UNSET
from table import Group, refused

from footpath.method import refusals
from footpath.method.audiences.who_sees import look_at_thing
from footpath.method.flipchart.threads import Edition
from footpath.method.lines.outline import outline
from footpath.method.things.things import AgreementLine
from footpath.publishing.numbered_lines import lines_of

FIRST, OTHER = "We let everybody finish", "Whoever speaks of it outside is out"


@pytest.fixture
def group() -> Group:
    return Group()


def agreed_to(group: Group) -> int:
    """A line of Tess's to which Sam and Kit agree."""
    line = group.do(group.tess, "ProposeAgreement", text=FIRST)
    for person in (group.sam, group.kit):
        group.do(person, "AgreeToLine", about=line, version=1)
    return line


def counts(group: Group, line: int) -> tuple[int, int]:
    """How many agree to what stands there, and how many to other words of it."""
    view = group.view("everyone", "agreement", line)
    return view.agreed, view.agreed_before


def value(group: Group) -> int:
    """A value that was heard in Sam's story, and that Sam recognises."""
    moment = group.moment(group.story())
    fields: dict[str, Any] = {
        "name": "Patience",
        "sentence": "We wait for each other",
        "heard_in": [moment],
    }
    heard = group.do(group.fay, "AddValue", **fields)
    group.do(group.sam, "RecogniseValue", about=heard, recognised=True)
    return heard


def meant(group: Group, kind: str = "aim") -> tuple[int, int]:
    """A line that rests on Sam's moment, of which Sam said that it is what they
    meant; and the moment.
    """
    moment = group.moment(group.story())
    line = (
        group.do(group.fay, "AddAim", text=FIRST, rests_on=[moment])
        if kind == "aim"
        else group.do(
            group.fay, "AddElement", kind="activity", text=FIRST, lane="Finance", answers=[moment]
        )
    )
    group.do(group.sam, "AnswerLine", about=line, answer="meant")
    return line, moment


def test_G10b_an_agreement_is_to_the_words_that_stood_and_to_no_others(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=1)
    assert counts(group, line) == (0, 2)
    mine = group.view(group.sam, "agreement", line)
    assert (mine.agreed_by_me, mine.agreed_before_by_me) == (UNSET, True)


def test_G10b_to_other_words_one_agrees_again_with_one_tap(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=1)
    group.do(group.sam, "AgreeToLine", about=line, version=2)
    assert (
        counts(group, line) == (1, 1)
        and group.view(group.sam, "agreement", line).agreed_by_me is True
    )


def test_G10c_the_words_from_before_bring_back_who_agreed_to_them(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=1)
    group.do(group.sam, "AgreeToLine", about=line)
    group.do(group.tess, "UndoRewording", about=line)
    assert counts(group, line) == (2, 0)
    group.do(group.sam, "AgreeToLine", about=line, agree=False)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=3)
    assert counts(group, line) == (0, 1), "who takes it away takes all of it away"


def test_G10b_what_a_line_read_before_is_shown(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=1)
    view = group.view("everyone", "agreement", line)
    assert (view.version, [one.text for one in view.was]) == (2, [FIRST])


@pytest.mark.parametrize("who", ["tess", "fay"])
def test_G10b_nor_does_it_count_for_words_put_in_place_of_the_whole(group: Group, who: str) -> None:
    line = agreed_to(group)
    group.do(getattr(group, who), "MaskWords", about=line, passage="", replacement=OTHER)
    assert group.view("everyone", "agreement", line).text == OTHER and counts(group, line) == (0, 2)


def test_G10c_a_veil_that_is_lifted_brings_back_who_agreed(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.fay, "MaskWords", about=line, passage="", replacement=OTHER)
    group.do(group.fay, "LiftVeil", veil=next(iter(group.chart.veils.values())).drawn)
    assert counts(group, line) == (2, 0)


def test_G10b_a_name_that_is_masked_leaves_the_agreement(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "MaskWords", about=line, passage="everybody")
    assert counts(group, line) == (2, 0)


def test_S3_who_agreed_to_what_is_the_same_when_it_is_replayed(group: Group) -> None:
    line = agreed_to(group)
    group.do(group.tess, "Reword", about=line, text=OTHER, version=1)
    group.do(group.sam, "AgreeToLine", about=line)
    again = group.replayed()
    assert look_at_thing(again, line) == look_at_thing(group.chart, line)
    assert isinstance(again.things[line], AgreementLine)


def test_R6_what_is_recognised_is_the_name_and_the_sentence_that_stood(group: Group) -> None:
    heard = value(group)
    group.do(group.fay, "Reword", about=heard, text="Obedience", version=1)
    view = group.view("everyone", "values", heard)
    assert (view.recognised, view.recognised_before) == ({}, (group.sam,))
    group.do(group.fay, "UndoRewording", about=heard)
    assert group.view("everyone", "values", heard).recognised == {group.sam: True}


def test_R6_another_sentence_is_asked_about_again_and_the_first_brings_back_what_was_said(
    group: Group,
) -> None:
    heard = value(group)
    rests = group.thing(heard).rests_on
    group.do(
        group.fay, "BackValue", about=heard, sentence="We do what the firm says", heard_in=rests
    )
    assert group.view("everyone", "values", heard).recognised == {}
    group.do(group.sam, "RecogniseValue", about=heard, recognised=False)
    assert group.view("everyone", "values", heard).recognised == {group.sam: False}
    group.do(group.fay, "BackValue", about=heard, sentence="We wait for each other", heard_in=rests)
    assert group.view("everyone", "values", heard).recognised == {group.sam: True}


def test_R6_the_outline_says_that_somebody_was_asked_about_other_words(group: Group) -> None:
    heard = value(group)
    group.do(group.fay, "Reword", about=heard, text="Obedience", version=1)
    lines = dict(lines_of(group.chart, outline(group.chart), Edition.TOOK_PART))["Values"]
    assert [detail.lead for detail in lines[0].details] == [
        "",
        "Sam was asked about other words of it.",
    ]


def test_O6g_nobody_recognises_or_means_words_that_they_have_not_read(group: Group) -> None:
    heard, (line, _) = value(group), meant(group)
    for about in (heard, line):
        group.do(group.fay, "Reword", about=about, text=OTHER, version=1)
    with refused(refusals.WORDED_MEANWHILE):
        group.do(group.sam, "RecogniseValue", about=heard, recognised=True, version=1)
    with refused(refusals.WORDED_MEANWHILE):
        group.do(group.sam, "AnswerLine", about=line, answer="meant", version=1)
    group.do(group.sam, "AnswerLine", about=line, answer="leave_out", version=1)


def test_O6e_what_somebody_meant_are_the_words_that_stood(group: Group) -> None:
    line, moment = meant(group)
    assert group.view("everyone", "aims", line).meant == (moment,)
    group.do(group.fay, "ChangeAim", about=line, text=OTHER)
    assert group.view("everyone", "aims", line).meant == ()
    group.do(group.sam, "AnswerLine", about=line, answer="meant")
    assert group.view("everyone", "aims", line).meant == (moment,)
    group.do(group.fay, "Reword", about=line, text=FIRST, version=2)
    assert group.view("everyone", "aims", line).meant == (moment,)


def test_O6e_nor_do_they_mean_who_does_it_when_that_was_changed(group: Group) -> None:
    line, moment = meant(group, "element")
    group.do(
        group.fay,
        "ArrangeElement",
        about=line,
        kind="activity",
        lane="The client",
        stage="",
        version=1,
    )
    assert group.view("everyone", "elements", line).meant == ()
    group.do(
        group.fay,
        "ArrangeElement",
        about=line,
        kind="activity",
        lane="Finance",
        stage="",
        version=2,
    )
    assert group.view("everyone", "elements", line).meant == (moment,)


def test_O6e_not_quite_is_said_of_the_words_that_stood_too(group: Group) -> None:
    line, _ = meant(group)
    group.do(group.sam, "AnswerLine", about=line, answer="not_quite", text="It was longer")
    assert len(group.view("everyone", "aims", line).not_quite) == 1
    group.do(group.fay, "Reword", about=line, text=OTHER, version=1)
    assert group.view("everyone", "aims", line).not_quite == ()


def test_O6f_who_is_left_out_of_a_line_stays_out_whatever_it_says(group: Group) -> None:
    line, moment = meant(group)
    group.do(group.sam, "AnswerLine", about=line, answer="leave_out")
    group.do(group.fay, "Reword", about=line, text=OTHER, version=1)
    assert group.view("everyone", "aims", line).left_out == (moment,)


def test_O1g_why_an_aim_was_kept_is_said_of_the_words_that_stood(group: Group) -> None:
    line, _ = meant(group)
    group.do(group.fay, "KeepAim", about=line, reason="Nobody was heard")
    group.do(group.fay, "Reword", about=line, text=OTHER, version=1)
    lines = dict(lines_of(group.chart, outline(group.chart), Edition.TOOK_PART))["Aims"]
    assert ("Why, when it read otherwise:", "Nobody was heard") in [
        (one.lead, one.text) for one in lines[0].details
    ]


def test_E7_who_had_that_too_lived_through_what_stood_there(group: Group) -> None:
    story = group.story()
    moment = group.moment(story)
    group.do(group.sam, "EndTellersTurn", experience=story)
    group.do(group.tess, "HadThatToo", about=moment)
    assert group.view("everyone", "moments", moment).had_too == 1
    group.do(group.sam, "Reword", about=moment, text="I took it from the till", version=1)
    assert group.view("everyone", "moments", moment).had_too == 0
    group.do(group.sam, "UndoRewording", about=moment)
    assert group.view("everyone", "moments", moment).had_too == 1
