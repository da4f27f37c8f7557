"""Texts that are alike, told by counting words (A9)."""

from collections import Counter

import pytest

from footpath.method.words import comparing
from footpath.method.words.alike import LOOKED_AT, pairs_alike

OTHERS = {
    90 + at: text
    for at, text in enumerate((
        "A ramp at the back door",
        "Write the price on the wall",
        "Music ends at eleven",
        "Nobody carries chairs alone",
    ))
}  # fmt: skip


def test_A9_texts_that_share_their_rare_words_come_first() -> None:
    texts = OTHERS | {
        1: "Pay small suppliers within ten days",
        2: "Small suppliers are paid within ten days",
        3: "Suppliers know within ten days whether they are chosen",
    }
    assert pairs_alike(texts, 5)[0] == (1, 2)


def test_A9_a_word_is_known_by_how_it_begins() -> None:
    texts = OTHERS | {1: "Promised bookings hold", 2: "A booking is promised"}
    assert pairs_alike(texts, 5) == [(1, 2)]


def test_A9_one_word_in_common_is_chance() -> None:
    texts = OTHERS | {1: "Suppliers", 2: "Suppliers"}
    assert pairs_alike(texts, 5) == []


def test_A9_scripts_that_set_no_spaces_are_compared_too() -> None:
    texts = OTHERS | {1: "十日以内に払う", 2: "十日以内に払って"}
    assert pairs_alike(texts, 5) == [(1, 2)]


def test_A9_it_costs_no_more_where_somebody_writes_to_make_it_cost() -> None:
    """Of many long texts that all share words only their rarest are compared."""
    texts = {at: " ".join(f"w{(at * 7 + one) % 400:04}" for one in range(60)) for at in range(400)}
    assert len(pairs_alike(texts, 5)) <= 5


@pytest.mark.parametrize("unspaced", [True, False])
def test_L2f_of_a_long_text_only_its_first_words_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, unspaced: bool
) -> None:
    looked_at = Counter[str]()

    def counting(word: str) -> str:
        looked_at[word] += 1
        return word

    monkeypatch.setattr(comparing, "_key", counting)
    long = "木" * 3_000 if unspaced else "word " * 3_000
    pairs_alike(OTHERS | {1: long, 2: long}, 5)
    short = sum(len(text.split()) for text in OTHERS.values())
    assert looked_at.total() <= short + 2 * LOOKED_AT
