"""Copies: words inside other words are found, whatever the case, punctuation and script,
and near ones mostly.
"""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.copies import Said, passages_in
from footpath.method.words.withheld import Withheld
from footpath.method.words.words import MASK, with_masks

HERE = Path(__file__).parents[3]
TOLD = "They made me wait for my own money until the summer had gone by"


def look(withheld: str, text: str) -> tuple[str, bool]:
    """The text with what was found masked, and whether anything comes near."""
    found = Withheld([Said(text=withheld)]).look([Said(text=text, number=9)])
    return with_masks(text, found.exact), found.near


def said_in(*files: str) -> list[str]:
    """What people say in the sessions that the tests and the example play."""
    found = [
        row.get("text") or ""
        for file in files
        for row in json.loads((HERE / file).read_text())["timeline"]
    ]
    return [text for text in dict.fromkeys(found) if len(keys_in(text)) >= 6]


@pytest.mark.parametrize(
    "text",
    [
        "They made me wait",
        "THEY, made: me — wait!",
        "they\nmade\u00a0me   wait",
        "‘They’ made (me) *wait*",
        "ｔｈｅｙ made me wait",
    ],
)
def test_C8a_case_spacing_and_punctuation_hide_no_copy(text: str) -> None:
    assert MASK in look("They made me wait", text)[0]


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("Don't ask for more", "dont ask for more"),
        ("Don’t ask for more", "Don't ask for more"),
        ("Le café de la gare", "LE CAFE\u0301 DE LA GARE"),
        ("ein großer Brief kam an", "EIN GROSSER BRIEF KAM AN"),
        ("我们没有收到钱", "他说：「我们没有收到钱」"),
        ("เราไม่ได้รับเงิน", "เขาบอกว่าเราไม่ได้รับเงินเลย"),
        ("हमें पैसे नहीं मिले", "उसने कहा: हमें पैसे नहीं मिले।"),
    ],
)
def test_C8a_copies_are_found_in_every_script(withheld: str, text: str) -> None:
    masked, _ = look(withheld, text)
    assert MASK in masked
    assert withheld.casefold() not in masked.casefold()


@given(st.text("aZß é日'’`_1²\u0301\u200d\u0e01\u0e31\u0915\u00ad🙂.\n"))
def test_C8a_words_are_the_same_with_their_places_and_without(text: str) -> None:
    assert keys_in(text) == [word.key for word in words_in(text)]


def test_C8a_accents_make_another_word() -> None:
    assert (
        look("on a peche toute la nuit", "on a pêché toute la nuit")[0]
        == "on a pêché toute la nuit"
    )


@pytest.mark.parametrize(
    ("words", "masked", "near"),
    [(4, False, False), (5, False, True), (7, False, True), (8, True, False)],
)
def test_C8a_a_row_of_words_is_nothing_near_or_a_copy(words: int, masked: bool, near: bool) -> None:
    row = " ".join(TOLD.split()[3 : 3 + words])
    text, found = look(TOLD, f"Well {row} then")
    assert (text == f"Well {MASK} then", found) == (masked, near)


@pytest.mark.parametrize(
    ("withheld", "found"), [("Not on time", False), ("Not paid on time", True)]
)
def test_C8a_a_whole_text_counts_from_four_words(withheld: str, found: bool) -> None:
    text, near = look(withheld, f"Tess said: {withheld}.")
    assert (MASK in text, near) == (found, False)


def test_C8a_a_mask_in_withheld_words_counts_as_nothing() -> None:
    assert look(f"{MASK} {MASK} {MASK} {MASK} late", f"{MASK} {MASK} was late") == (
        f"{MASK} {MASK} was late",
        False,
    )


def test_C8b_first_is_who_stands_first_in_the_record() -> None:
    withheld = Withheld([Said(text=TOLD, number=5)])
    assert not withheld.look([Said(text=TOLD, number=4)]).exact
    assert withheld.look([Said(text=TOLD, number=6)]).exact


@pytest.mark.parametrize(("number", "found"), [(6, False), (8, True)])
def test_C8c_words_count_from_when_they_had_reached_others(number: int, found: bool) -> None:
    withheld = Withheld([Said(text=TOLD, number=5, reached=7)])
    assert bool(withheld.look([Said(text=TOLD, number=number)]).exact) is found
    near = withheld.look([Said(text=" ".join(TOLD.split()[:6]), number=number)]).near
    assert near is found


def test_C8c_what_its_author_wants_nowhere_counts_in_their_own_words_at_once() -> None:
    withheld = Withheld([Said(text=TOLD, number=5, reached=7, by=1, strictly=True)])
    assert withheld.look([Said(text=TOLD, number=6, by=1)]).exact
    assert not withheld.look([Said(text=TOLD, number=6, by=2)]).exact


def test_C8b_an_earlier_wording_of_ones_own_counts_as_having_said_it() -> None:
    withheld = Withheld([Said(text=TOLD, number=5)])
    reworded = Said(text=f"{TOLD} (2024)", number=9)
    assert withheld.look([Said(text="Something else entirely", number=2), reworded]).exact
    assert not withheld.look([Said(text=TOLD, number=2), reworded]).exact
    assert not withheld.look(
        [Said(text=TOLD, number=2), Said(text=TOLD.replace("own", ""), number=9)]
    ).near


def altered(text: str, chance: random.Random) -> str:
    """Every tenth word changed, two swapped, one dropped or one put in."""
    words, way = text.split(), chance.choice(["change", "swap", "drop", "insert"])
    at = chance.randrange(len(words) - 1)
    if way == "change":
        return " ".join(
            "lamp" if place % 10 == at % 10 else word for place, word in enumerate(words)
        )
    if way == "swap":
        words[at : at + 2] = reversed(words[at : at + 2])
    elif way == "insert":
        words.insert(at + 1, "river")
    return " ".join(words[:at] + words[at + 1 :] if way == "drop" else words)


def test_C8a_of_five_hundred_altered_texts_nearly_all_are_held() -> None:
    texts, chance = (
        said_in("examples/repairs.json", "tests/replaying/laundry.json"),
        random.Random(4),
    )
    held = sum(
        look(text, f"I heard {altered(text, chance)} there")[1]
        for text in chance.choices(texts, k=500)
    )
    assert held >= 475


def test_C8a_what_people_say_of_one_matter_seldom_comes_near() -> None:
    texts = said_in("examples/repairs.json")
    found = [
        one
        for one in texts
        if Withheld(Said(text=t) for t in texts if t != one).look([Said(text=one, number=9)]).near
    ]
    assert len(texts) >= 40
    assert len(found) <= len(texts) // 10, found


def test_C8a_part_of_a_long_text_is_found_altered() -> None:
    long = " ".join(said_in("examples/repairs.json")[:6])
    passage = long.split()[20:36]
    passage[5] = passage[10] = "lamp"
    assert look(long, f"Somebody said {' '.join(passage)} the other day")[1]


def test_C9_a_passage_is_found_as_words_of_its_own() -> None:
    text = "The Hill’s shop, the hill, and the hillside"
    assert (
        with_masks(text, passages_in(text, "THE HILL"))
        == f"The Hill’s shop, {MASK}, and the hillside"
    )
