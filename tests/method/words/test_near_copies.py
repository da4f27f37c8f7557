"""Near copies: looking for them costs the same whatever the words are, and no flood of
others' words hides one.
"""

import random

import pytest
from oracle_copies import copies_in, split

from footpath.method.words.copies import Said
from footpath.method.words.near_copies import MOST_WEIGHED
from footpath.method.words.withheld import Withheld

TOLD = "They made me wait for my own money until the summer had gone by"
SYLLABLES = [first + second for first in "bcdfgh" for second in "aeiouklmnp"]


def babble(seed: int, words: int, vocabulary: int = 58) -> str:
    """Words that stand beside each other in every way about equally often."""
    chance = random.Random(seed)
    return " ".join(chance.choice(SYLLABLES[:vocabulary]) for _ in range(words))


def looked(withheld: list[str], *wordings: str) -> tuple[bool, int]:
    """Whether the last wording comes near to withheld ones, and the work of looking."""
    looking = Withheld(Said(text=text, number=place) for place, text in enumerate(withheld))
    said = [Said(text=text, number=10_000 + place) for place, text in enumerate(wordings)]
    return looking.look(said).near, looking.work


@pytest.mark.parametrize("notes", [2, 12])
def test_L2k_whoever_writes_in_few_words_makes_nobody_wait_for_near_copies(notes: int) -> None:
    near, work = looked([babble(seed, 3_000) for seed in range(notes)], babble(1_000, 3_000))
    assert not near
    assert work < 80 * 3_000, (
        "some operations for each word, not one for each place at which two texts are alike"
    )


def rising(chance: random.Random, count: int) -> list[str]:
    """So many rows of pairs of words that stay together, each row rising."""
    return [
        " ".join(f"{SYLLABLES[n]} {SYLLABLES[n + 24]}" for n in sorted(chance.sample(range(14), 7)))
        for _ in range(count)
    ]


def test_L2k_a_text_in_which_more_comes_into_question_than_is_weighed_waits() -> None:
    """All pairs of words of each passage are there, and never in their order."""
    up = rising(random.Random(3), 1_500)
    down = [
        " ".join(reversed([" ".join(row.split()[at : at + 2]) for at in range(0, 14, 2)]))
        for row in up
    ]
    few, _ = looked(down[:10], up[0])
    near, work = looked(down, " ".join(up[:60]))
    assert (few, near) == (False, True)
    assert work < 2 * MOST_WEIGHED


def test_C8a_a_flood_of_others_words_hides_no_near_copy() -> None:
    words = TOLD.split()
    flood = [
        f"{babble(seed, 4)} {' '.join(words[at : at + 2])} {babble(seed, 3)}"
        for at in range(len(words) - 1)
        for seed in range(at * 200, at * 200 + 120)
    ]
    altered = TOLD.replace("for my", "lamp my").replace("the", "lamp")
    assert not looked(flood, altered)[0]
    assert looked([TOLD, *flood], altered)[0]


def test_C8a_both_ways_of_finding_near_copies_agree_on_texts_of_few_words() -> None:
    found = 0
    for seed in range(240):
        chance = random.Random(seed)
        few, sizes = (
            chance.randint(6, 20),
            [chance.choice([7, 12, 15, 17, 26, 40]) for _ in range(4)],
        )
        withheld = [babble(seed * 10 + place, size, few) for place, size in enumerate(sizes[:2])]
        texts = [babble(seed * 10 + 5 + place, size, few) for place, size in enumerate(sizes[2:])]
        if seed % 2:
            words = [word if chance.random() < 0.8 else "lamp" for word in withheld[0].split()]
            texts[-1] = f"{texts[-1]} {' '.join(words)}"
        looking = Withheld(Said(text=text, number=1) for text in withheld)
        near = looking.look(
            [Said(text=text, number=2 + place) for place, text in enumerate(texts)]
        ).near
        since = {"number": 1, "reached": 1, "at": 0, "own": None, "strict": False}
        given = [{"keys": [key for key, _, _ in split(text)], **since} for text in withheld]
        wordings = [
            {"text": text, "number": 2 + place, "at": 1} for place, text in enumerate(texts)
        ]
        assert near == copies_in(given, wordings, None)[1], seed
        found += near
    assert 60 < found < 200
