"""What the server says of words, so that no page decides it again: quotation marks, and what
a step may answer.
"""

import pytest
from table import Group

from footpath.method.things.kinds import ANSWERABLE
from footpath.method.things.things import NoteKind
from footpath.method.wire.thing_views import MomentView


def placed(quote: str) -> MomentView:
    group = Group()
    id = group.moment(group.story(), quote=quote, feeling=-1, feeling_words="sick of it")
    return group.view("everyone", "moments", id)


@pytest.mark.parametrize(
    ("quote", "quoted"),
    [
        ("They paid in May", ("quote", "feeling_words")),
        ("£500 ███", ("quote", "feeling_words")),
        ("███", ("feeling_words",)),
        ("[name removed]", ("feeling_words",)),
        ("", ("feeling_words",)),
    ],
)
def test_O8_a_moment_says_which_of_its_words_may_be_quoted(
    quote: str, quoted: tuple[str, ...]
) -> None:
    assert placed(quote).quoted == quoted


def test_P2_of_every_kind_of_note_it_is_said_whether_a_step_may_answer_it() -> None:
    never = {
        NoteKind.MEMO,
        NoteKind.QUESTION,
        NoteKind.ANSWER,
        NoteKind.POSITION,
        NoteKind.CHECKOUT,
        NoteKind.NOT_QUITE,
    }
    assert {*ANSWERABLE} == {*NoteKind} - never | {"value", "moment"}


def test_P2_what_not_everybody_receives_says_so_and_a_step_that_would_answer_it_is_refused() -> (
    None
):
    group = Group()
    story = group.story()
    own, told = group.moment(story, visibility="only_me"), group.moment(story)
    mine, shared = group.view(group.sam, "moments", own), group.view("everyone", "moments", told)
    assert (mine.private, shared.private) == (True, False)
    asked = {"kind": "activity", "text": "Pay", "answers": [own]}
    assert group.refusal_of(group.fay, "AddElement", **asked)
