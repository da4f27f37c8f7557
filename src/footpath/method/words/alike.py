"""Which of many short texts are alike, told by counting words and by nothing that has learnt (A9).

A text is the words in it, each weighing the more the fewer texts have it; two are alike as far as
they point the same way: TF-IDF and its cosine, as Salton and Buckley compare them ("Term-weighting
approaches in automatic text retrieval", 1988). Words are known by how they begin, which finds
*booking* and *bookings* in many languages nearly as well as knowing their grammar does (McNamee,
Nicholas and Mayfield, "Addressing morphological variation in alphabetic languages", 2009).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from footpath.method.words.comparing import first_keys_in

BEGINNING = 5
"""Letters by which a word is known."""
COMMON = 0.15
"""Words that stand in a greater part of the texts than this say nothing of two of them."""
FEW, MANY = 3, 60
"""Texts in which a word may stand, however few there are in all; and however many, for what it
costs grows with their square.
"""
SHARED = 2
"""Words that two texts must have in common: one alone is chance."""
ENOUGH = 0.38
"""How much alike two must be to be pointed out; docs/measurements.md says how often it is right."""
LOOKED_AT, MOST_LETTERS = 40, 300
"""Of a text only so many words are looked at, the first, in so many letters: who writes long notes
makes the question cost no more.
"""
MOST_WORDS = 24
"""Of these only so many are compared, the rarest: what is compared grows with the square."""


def pairs_alike(
    texts: Mapping[int, str], most: int, counts: Callable[[int, int], bool] | None = None
) -> list[tuple[int, int]]:
    """The pairs that are most alike, those first that are it most, of those that count."""
    found = [(much, pair) for much, pair in _weighed(texts) if counts is None or counts(*pair)]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [pair for _, pair in found[:most]]


def _weighed(texts: Mapping[int, str]) -> list[tuple[float, tuple[int, int]]]:
    """Each pair that is alike enough, and how much it is."""
    words = {id: _counted(text) for id, text in texts.items()}
    standing = Counter(word for one in words.values() for word in one)
    most = min(MANY, max(FEW, COMMON * len(texts)))
    having = defaultdict[str, list[tuple[int, float]]](list)
    pairs = list[tuple[float, tuple[int, int]]]()
    for id, counted in words.items():
        own = _directed(counted, standing, len(texts))
        alike, shared = defaultdict[int, float](float), Counter[int]()
        for word, weight in own.items():
            if standing[word] > most:
                continue
            for other, its in having[word]:
                alike[other] += weight * its
                shared[other] += 1
            having[word].append((id, weight))
        pairs += (
            (much, (other, id))
            for other, much in alike.items()
            if much >= ENOUGH and shared[other] >= SHARED
        )
    return pairs


def _counted(text: str) -> Counter[str]:
    return Counter(key[:BEGINNING] for key in first_keys_in(text[:MOST_LETTERS], LOOKED_AT))


def _directed(counted: Counter[str], standing: Counter[str], texts: int) -> dict[str, float]:
    """What each word of a text weighs in it; their squares make one."""
    weights = {
        word: (1 + math.log(times)) * math.log(texts / standing[word])
        for word, times in counted.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    rarest = sorted(weights, key=lambda word: -weights[word])[:MOST_WORDS]
    return {word: weights[word] / length for word in rarest}
