"""The rule for one point of a form: who changed it, what holds, and what is asked about."""

import pytest

from footpath.meanwhile.sealing import KEPT_WHOLE, LONG, PointAsked, seal, unseal
from footpath.meanwhile.settling import PointOutcome, Said, settle

OLD: Said = {"text": "Barn"}
THEIRS: Said = {"text": "Mill"}
MINE: Said = {"text": "Hall"}


@pytest.mark.parametrize(
    ("before", "now", "mine", "outcome", "said"),
    [
        (OLD, OLD, OLD, PointOutcome.SAME, OLD),
        (OLD, OLD, MINE, PointOutcome.MINE, MINE),
        (OLD, THEIRS, OLD, PointOutcome.THEIRS, THEIRS),
        (OLD, THEIRS, THEIRS, PointOutcome.SAME, THEIRS),
        (OLD, THEIRS, MINE, PointOutcome.CLASH, MINE),
        (OLD, None, OLD, PointOutcome.THEIRS, None),
        (OLD, None, MINE, PointOutcome.CLASH, MINE),
        (OLD, OLD, None, PointOutcome.MINE, None),
        (OLD, THEIRS, None, PointOutcome.CLASH, None),
        (None, THEIRS, None, PointOutcome.THEIRS, THEIRS),
        (None, None, MINE, PointOutcome.MINE, MINE),
        (
            {"of": ["a", "b"]},
            {"of": ["a", "b", "c"]},
            {"of": ["a"]},
            PointOutcome.BOTH,
            {"of": ["a", "c"]},
        ),
    ],
)
def test_S11b_a_point_is_settled_by_who_changed_it(
    before: Said | None,
    now: Said | None,
    mine: Said | None,
    outcome: PointOutcome,
    said: Said | None,
) -> None:
    assert settle(before, now, mine) == (outcome, said)


def test_S11b_where_nobody_knows_what_was_opened_whatever_differs_is_asked_about() -> None:
    assert settle(None, THEIRS, MINE, known=False) == (PointOutcome.CLASH, MINE)
    assert settle(None, THEIRS, None, known=False) == (PointOutcome.THEIRS, THEIRS)


def test_S11b_what_is_too_long_for_a_page_is_compared_all_the_same() -> None:
    long: Said = {"text": "x" * (KEPT_WHOLE + 1)}
    made = unseal(
        "sheet 1", seal("sheet 1", {"text": long, "short": OLD}, {"other": PointAsked(1, long)})
    )
    assert made.before("short", THEIRS, MINE, is_row=False) == (OLD, True)
    assert made.before("text", long, MINE, is_row=False) == (long, True)
    assert made.before("text", THEIRS, long, is_row=False) == (long, True)
    assert made.before("text", THEIRS, MINE, is_row=False) == (LONG, True)
    assert made.asked["other"].knows_before is False


def test_L5a_a_seal_opens_only_the_form_for_which_it_was_made() -> None:
    made = seal("notice 1", {"place": OLD}, {})
    assert unseal("notice 1", made).points == ["place"]
    for form, given in (
        ("notice 2", made),
        ("policy 1", made),
        ("notice 1", made[:-2] + "xx"),
        ("notice 1", ""),
    ):
        assert unseal(form, given).sealed is None
    assert unseal("notice 1", made + "a" * 10_000_000).sealed is None
