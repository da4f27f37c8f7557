"""The gate and what people answered: which yes holds, to which sheet, and for
what they said when.
"""

import pytest
from msgspec.structs import replace
from permitting import AGREED, answered, form, left, permitted, selected
from table import Group

from footpath.gate.permissions import Permissions, Purpose
from footpath.gate.selection import Why


@pytest.mark.parametrize("answer", ["no", "not now", "", "Yes"])
def test_C6a_anything_but_a_yes_is_a_no(answer: str) -> None:
    group = Group()
    group.note(group.sam)
    assert not left(group, permitted(answered(group.sam, form(), take=answer)))


def test_C6a_who_was_never_asked_lets_nothing_leave() -> None:
    group = Group()
    group.note(group.sam)
    assert selected(group, permitted(())).left_out == dict.fromkeys([6], Why.NO_CONSENT)


def test_C6a_a_form_that_asks_for_nothing_lets_nothing_leave() -> None:
    group = Group()
    group.note(group.sam)
    sheet = form(1, Purpose.QUOTES)
    assert not left(group, permitted(answered(group.sam, sheet), (sheet,)))
    assert not left(group, Permissions(agreement=AGREED))


def test_C6a_the_last_answer_holds() -> None:
    group = Group()
    group.note(group.sam)
    answers = [
        *answered(group.sam, form()),
        *answered(group.sam, form(), "no"),
        *answered(group.sam, form()),
    ]
    assert not left(group, permitted(answers[:4]))
    assert left(group, permitted(answers))


def test_C6a_every_required_statement_needs_a_yes() -> None:
    group = Group()
    group.note(group.sam)
    sheet = form(1, Purpose.TAKE_PART, Purpose.ARCHIVE)
    required = replace(
        sheet, statements=tuple(replace(one, required=True) for one in sheet.statements)
    )
    answers = answered(group.sam, sheet, deposit="no", archive="no")
    assert left(group, permitted(answers, (sheet,)))
    assert not left(group, permitted(answers, (required,)))


def test_C6a_an_answer_holds_until_a_sheet_that_asks_something_else() -> None:
    group = Group()
    group.note(group.sam)
    first, corrected, other = form(1), form(2, covers_before=True), form(3)
    answers = answered(group.sam, first)
    assert left(group, permitted(answers, (first, corrected)))
    assert not left(group, permitted(answers, (first, corrected, other)))
    assert not left(group, permitted(answers, (first, other, replace(corrected, id=4))))


def test_C6a_an_answer_covers_what_was_said_before_only_where_the_sheet_says_so() -> None:
    group = Group()
    before = group.note(group.sam)
    sheet = form(covers_earlier=False)
    answers = answered(group.sam, sheet, after=group.record[-1].number)
    later = group.note(group.sam)
    chosen = selected(group, permitted(answers, (sheet,)))
    assert [one.thing for one in chosen.leaving] == [later]
    assert chosen.left_out == {before: Why.SAID_BEFORE}


def test_C6a_a_withdrawal_breaks_the_row_of_yeses() -> None:
    group = Group()
    sheet = form(covers_earlier=False)
    answers = answered(group.sam, sheet, after=group.record[-1].number)
    group.note(group.sam)
    answers += answered(group.sam, sheet, "no", after=group.record[-1].number)
    answers += answered(group.sam, sheet, after=group.record[-1].number)
    later = group.note(group.sam, "Write the reason down")
    assert list(left(group, permitted(answers, (sheet,)))) == [later]


def test_C6a_saying_yes_again_does_not_begin_anew() -> None:
    group = Group()
    sheet = form(covers_earlier=False)
    answers = answered(group.sam, sheet, after=group.record[-1].number)
    note = group.note(group.sam)
    answers += answered(group.sam, sheet, after=group.record[-1].number)
    assert list(left(group, permitted(answers, (sheet,)))) == [note]


def test_C6a_a_yes_to_a_sheet_that_reaches_back_covers_what_was_said_before_it() -> None:
    group = Group()
    note = group.note(group.sam)
    first, second = form(1, covers_earlier=False), form(2, covers_before=True)
    answers = answered(group.sam, first, after=group.record[-1].number)
    assert not left(group, permitted(answers, (first, second)))
    answers += answered(group.sam, second, after=group.record[-1].number)
    assert list(left(group, permitted(answers, (first, second)))) == [note]


def test_C9_exact_quotes_that_came_later_leave_earlier_words_out() -> None:
    group = Group()
    sheet = form(covers_earlier=False)
    take, quotes = answered(group.sam, sheet)
    before = group.note(group.sam)
    later = replace(quotes, after=group.record[-1].number)
    after = group.note(group.sam, "Write the reason down")
    leaving = left(group, permitted([take, later], (sheet,)))
    assert [leaving[note].paraphrased for note in (before, after)] == [True, False]
