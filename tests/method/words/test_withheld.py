"""Withheld words beside what may leave: only what both have is kept, and what is found is the same
however many texts are looked through together.
"""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from oracle_copies import copies_in, split

from footpath.method.words import withheld
from footpath.method.words.copies import Said
from footpath.method.words.looked_through import Copies
from footpath.method.words.withheld import WEIGHED, Withheld

LEAVES = "Pay the small firms first and everybody else within thirty days at the latest"
HAN = [chr(0x4E00 + place) for place in range(3000)]
WORDS = [f"w{place} " for place in range(3000)]
LETTERS = [f"{letter} " for letter in "abcdefghij"]


def text_of(words: list[str], count: int, chance: random.Random) -> str:
    return "".join(chance.choice(words) for _ in range(count))


@pytest.mark.parametrize("words", [HAN, WORDS, LETTERS], ids=["han", "words", "letters"])
def test_L2m_of_withheld_words_nothing_is_kept_that_does_not_leave(words: list[str]) -> None:
    chance = random.Random(1)
    looking = Withheld(Said(text=text_of(words, 5_000, chance)) for _ in range(20))
    assert looking.look([Said(text=LEAVES, number=9)]).near is False
    assert looking.most_kept == 0


def test_L2m_what_is_kept_grows_with_what_leaves_and_not_with_what_is_withheld() -> None:
    """Every pair of words, and nearly every row of four, stands in what leaves."""
    chance = random.Random(1)
    leaves = Said(text=text_of(LETTERS, 4_000, chance), number=9)
    texts = [Said(text=text_of(LETTERS, 4_000, chance)) for _ in range(50)]
    kept = list[int]()
    for count in (10, 50):
        looking = Withheld(texts[:count])
        looking.look([leaves])
        kept.append(looking.most_kept)
    assert kept[1] <= max(WEIGHED + 3 * 4_000, (8 + 5) * 4_000)
    assert kept[1] < 2 * kept[0]


def test_L2n_looking_costs_no_more_than_it_may_and_holds_the_dearest_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody says yes under some names and no under others, in few characters and long notes."""
    chance = random.Random(1)
    few = HAN[:300]
    monkeypatch.setattr(withheld, "MOST_STEPS", 800_000)
    looking = Withheld(Said(text=text_of(few, 4_000, chance)) for _ in range(30))
    dear = [[Said(text=text_of(few, 4_000, chance), number=9, by=by % 3)] for by in range(10)]
    honest = [
        [Said(text=f"{LEAVES}, says number {by} of those who wait for it", number=9, by=by)]
        for by in range(10, 30)
    ]
    found = looking.look_all([*dear, *honest])
    assert looking.work < 1.1 * withheld.MOST_STEPS
    assert all(one.unread and not one.exact for one in found[:10])
    assert found[10:] == [Copies() for _ in honest]


@pytest.mark.parametrize("most", [0, 1_500, 4_000])
def test_L2n_what_is_not_looked_through_is_said_and_what_is_has_the_same_copies(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = unread = 0
    for seed in range(30):
        chance = random.Random(seed)
        pool = [text_of(LETTERS[:6], chance.choice([6, 9, 17, 30]), chance) for _ in range(6)]
        given = [Said(**said(chance, pool, ["a", "b"])) for _ in range(6)]
        texts = [[Said(**said(chance, pool, ["a", "b"]))] for _ in range(12)]
        everything = Withheld(given).look_all(texts)
        with monkeypatch.context() as bounded:
            bounded.setattr(withheld, "MOST_STEPS", most)
            bounded.setattr(withheld, "OF_ONE_TEXT", 20)
            found = Withheld(given).look_all(texts)
        for one, unbounded in zip(found, everything, strict=True):
            assert one in (unbounded, Copies(unread=True))
            read, unread = read + (one == unbounded), unread + one.unread
    assert bool(unread) and (bool(read) or not most)


def said(chance: random.Random, pool: list[str], words: list[str]) -> dict[str, Any]:
    text = chance.choice(pool)
    if chance.random() < 0.4:
        text = " ".join(
            word if chance.random() < 0.85 else chance.choice(words) for word in text.split()
        )
    elif chance.random() < 0.4:
        start = chance.randrange(len(text.split()))
        part = text.split()[start : start + chance.choice([4, 5, 8, 12])]
        text = " ".join([chance.choice(words), *part, *chance.choice(pool).split()])
    return {"text": text, "number": chance.randrange(30), "by": chance.choice([None, 1, 2])}


def expected(
    given: list[dict[str, Any]], wordings: list[dict[str, Any]]
) -> tuple[list[tuple[int, int]], bool]:
    """What the oracle finds, neighbouring words in one."""
    looked_for = [
        {
            "keys": [key for key, _, _ in split(one["text"])],
            "number": one["number"],
            "reached": one["number"],
            "own": one["by"],
            "strict": one["strictly"],
        }
        for one in given
    ]
    copied, near = copies_in(looked_for, wordings, wordings[-1]["by"])
    return [*joined(copied, split(wordings[-1]["text"]))], near


def joined(copied: list[bool], words: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    start = None
    for place, is_copied in enumerate([*copied, False]):
        if is_copied and start is None:
            start = words[place][1]
        elif not is_copied and start is not None:
            yield start, words[place - 1][2]
            start = None


@pytest.mark.parametrize(("together", "weighed"), [(1, 1), (150, 40), (200_000, 50_000)])
def test_C8a_what_is_found_is_the_same_however_much_is_looked_through_together(
    together: int, weighed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withheld, "LOOKED_THROUGH", together)
    monkeypatch.setattr(withheld, "WEIGHED", weighed)
    exact = near = 0
    for seed in range(40):
        chance = random.Random(seed)
        words = [f"{first}{second}" for first in "bcdf" for second in "aeiou"]
        words = words[: chance.choice([4, 8, 20])]
        pool = [
            text_of([f"{word} " for word in words], chance.choice([4, 6, 9, 17, 30]), chance)
            for _ in range(6)
        ]
        given: list[dict[str, Any]] = [
            said(chance, pool, words) | {"strictly": chance.random() < 0.2} for _ in range(6)
        ]
        texts = [
            [said(chance, pool, words) for _ in range(chance.choice([1, 2]))] for _ in range(5)
        ]
        for wordings in texts:
            for one in wordings:
                one["by"] = wordings[-1]["by"]
        found = Withheld(Said(**one) for one in given).look_all(
            [Said(**one) for one in wordings] for wordings in texts
        )
        for one, wordings in zip(found, texts, strict=True):
            assert ([*one.exact], one.near) == expected(given, wordings), (seed, wordings)
            exact, near = exact + bool(one.exact), near + one.near
    assert exact > 30
    assert near > 30


def test_C8a_rows_of_which_only_the_hashes_are_the_same_are_no_copies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(withheld, "hash", lambda row: 1, raising=False)
    other = Said(text="Nobody has ever asked the people who clean what they think of it at all")
    looking = Withheld([other, Said(text="They said it"), Said(text="We were there too")])
    assert looking.look([Said(text=LEAVES, number=9)]) == Copies()
    assert looking.look([Said(text=f"Well: {other.text}", number=9)]).exact
