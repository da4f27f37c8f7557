"""Names in words that leave: real ones are masked wherever they stand, and nobody masks
words by taking them.
"""

import pytest
from permitting import all_but, left, selected
from table import Group

from footpath.gate.known_names import FEW, WHILE
from footpath.gate.selection import Why
from footpath.method.words.words import MASK

TOLD = "Because of the rota we want, the ill ones keep their own keys"


def called(group: Group, name: str, *more: str) -> int:
    """Somebody comes, and is called otherwise one name after another."""
    person = group.arrive(name)
    for other in more:
        group.do(person, "Rename", name=other)
    return person


def leaves(group: Group, text: str) -> str:
    note = group.note(group.sam, text)
    return left(group, all_but(group))[note].texts["text"]


def test_C8l_names_taken_one_after_another_mask_nobodys_words() -> None:
    group = Group()
    note = group.note(group.sam, TOLD)
    called(group, "Eve", *TOLD.replace(",", "").split(), "Ill", "Keys", "Eve")
    assert left(group, all_but(group))[note].texts["text"] == TOLD
    assert leaves(group, TOLD) == TOLD


def test_C8l_not_even_where_something_is_said_under_each() -> None:
    group = Group()
    before = group.note(group.sam, TOLD)
    eve = called(group, "Eve")
    for word in ["the", "want", "ill", "keys", "rota", "we"]:
        group.do(eve, "Rename", name=word)
        group.note(eve, "Something")
    assert left(group, all_but(group))[before].texts["text"] == TOLD
    assert leaves(group, "The rota we want") == "The rota we want"
    assert leaves(group, "Two were ill, so @ill told us") == f"Two were ill, so @{MASK} told us"


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        (
            "Will",
            "Will said that Will is late, and will be",
            "███ said that ███ is late, and will be",
        ),
        (
            "will",
            "They say @will and Will know that it will rain",
            "They say @███ and ███ know that it will rain",
        ),
        ("The", "The rota is The Thing", "The rota is ███ Thing"),
        ("WE", "We want what WE want", "We want what WE want"),
        (
            "Mark",
            "Mark (of finance) and the mark, and Mark",
            "Mark (of finance) and the mark, and ███",
        ),
        ("Hope Ash", "I hope that Hope comes", "I hope that ███ comes"),
        ("the rota", "the rota, and The Rota", "the rota, and ███"),
    ],
)
def test_C8f_an_everyday_word_is_masked_where_it_stands_as_a_name(
    name: str, text: str, masked: str
) -> None:
    group = Group()
    called(group, name)
    assert leaves(group, text) == masked


def test_C8h_real_names_are_masked_in_what_was_said_before_too() -> None:
    group = Group()
    before = group.note(group.sam, "Lena said that she comes later, so does lena-marie, and Wren")
    passed_on = called(group, "Tablet", "Wren")
    group.note(passed_on, "My own shift")
    group.do(passed_on, "Rename", name="Robin")
    group.note(called(group, "Lena"), "I take part")
    called(group, "L", "lena-marie")
    assert left(group, all_but(group))[before].texts["text"] == (
        f"{MASK} said that she comes later, so does lena-marie, and {MASK}"
    )
    assert leaves(group, "Ask Robin, or Lena-Marie") == f"Ask {MASK}, or {MASK}"


def test_C8e_a_name_that_was_kept_for_a_while_counts_and_not_more_than_a_few() -> None:
    group = Group()
    names = [f"Sorrel{letter}" for letter in "abcdef"]
    person = called(group, "Nobody-yet")
    for name in names:
        group.do(person, "Rename", name=name)
        group.now += WHILE
    group.do(person, "Rename", name="Dock")
    assert leaves(group, " ".join(names)) == " ".join([MASK] * FEW + names[FEW:])


def test_C8l_sentences_taken_for_names_mask_nothing_that_was_said_before() -> None:
    group = Group()
    before = group.note(group.sam, TOLD)
    eve = called(group, "Eve")
    for name in (TOLD, "Because of the rota we want", "the ill ones keep their"):
        group.do(eve, "Rename", name=name)
        group.note(eve, "Something that everybody reads")
    called(group, "ill ones keep", "Zed")
    assert left(group, all_but(group))[before].texts["text"] == TOLD


def test_C8m_a_name_under_which_nothing_was_told_to_everybody_counts_for_that_no_more() -> None:
    group = Group()
    told = group.note(group.sam, "Sorrel and Dock swap, Teasel waits, Yarrow asks")
    eve = called(group, "Eve", "Sorrel")
    group.do(eve, "WriteMemo", text="x")
    group.do(eve, "Rename", name="Dock")
    group.note(eve, "Somebody took the keys", unnamed=True)
    group.do(eve, "Rename", name="Teasel")
    story = group.do(
        eve, "TellExperience", title="Mine", storytellers=[eve], side="client", visibility="only_me"
    )
    group.do(eve, "PlaceMoment", experience=story, lane="", text="The keys went", feeling=0)
    group.do(eve, "Rename", name="Yarrow")
    group.note(eve, "Ask me")
    group.do(eve, "Rename", name="Eve")
    assert (
        left(group, all_but(group))[told].texts["text"]
        == f"Sorrel and Dock swap, Teasel waits, {MASK} asks"
    )


def test_C8j_a_name_taken_after_the_close_masks_nothing_that_was_said_before() -> None:
    group = Group()
    before = group.note(group.sam, "Sorrel swaps, Wren waits")
    eve, wren = called(group, "Eve"), called(group, "Wren")
    group.note(wren, "I take part")
    group.do(wren, "Rename", name="Linnet")
    group.do(group.fay, "CloseFlipchart")
    group.do(eve, "Rename", name="Sorrel")
    group.do(wren, "Rename", name="Wren")
    assert left(group, all_but(group))[before].texts["text"] == f"Sorrel swaps, {MASK} waits"


def test_C8h_who_comes_later_is_masked_where_an_earlier_word_names_them() -> None:
    group = Group()
    before = group.note(
        group.sam, "Ask Hope, Mark or lena, hope that Wren Hill comes. Mark (finance) knows"
    )
    hope, mark, wren = called(group, "Hope"), called(group, "Mark"), called(group, "Wren Hill")
    assert left(group, all_but(group))[before].texts["text"].count(MASK) == 0, (
        "as long as they only came"
    )
    for person in (hope, mark, wren):
        group.note(person, "I take part")
    group.do(hope, "Rename", name="Zed")
    group.do(mark, "Rename", name="Yan")
    assert asked(group, before) == []
    assert left(group, all_but(group))[before].texts["text"] == (
        f"Ask {MASK}, {MASK} or lena, hope that {MASK} comes. Mark (finance) knows"
    )
    group.note(called(group, "lena"), "I take part")
    group.note(called(group, "Mark"), "And so do I")
    assert left(group, all_but(group))[before].texts["text"] == (
        f"Ask {MASK}, {MASK} or lena, hope that {MASK} comes. Mark (finance) knows"
    )
    assert asked(group, before) == ["Mark", "lena"], "they stay, and people decide"


GERMAN = "Wir wollen den Dienstplan einen Monat vorher, damit Familien planen"
ENGLISH = "Envelopes are handed round, and they look away as Brexit makes the Poles leave"


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
def test_C8h_who_only_comes_masks_nothing_that_was_said_before(text: str) -> None:
    group = Group()
    before = group.note(group.sam, text)
    for name in ("Dienstplan Familien Monat", "Envelopes", "Brexit Poles"):
        called(group, name)
    assert leaves_now(group, before) == text and asked(group, before) == []


@pytest.mark.parametrize("says_something", [False, True])
def test_C8k_a_word_that_others_used_before_somebody_took_it_is_decided_on_by_people(
    says_something: bool,
) -> None:
    group = Group()
    before = group.note(group.tess, GERMAN, unnamed=True)
    eve = called(group, "Dienstplan Familien Monat")
    if says_something:
        group.note(eve, "Genau so")
    after = group.note(group.sam, "Der Dienstplan hängt aus, und @Dienstplan kommt")
    assert leaves_now(group, before) == GERMAN
    assert asked(group, before) == (["Dienstplan", "Familien", "Monat"] if says_something else [])
    assert leaves_now(group, after) == f"Der Dienstplan hängt aus, und @{MASK} kommt"
    assert asked(group, after) == ["Dienstplan"]


def test_C8g_where_words_are_written_small_one_that_is_large_inside_a_sentence_is_a_name() -> None:
    group = Group()
    before = group.note(
        group.sam,
        "Envelopes go round on some nights, so please do ask Lena, or Lena Brandt at home",
    )
    group.note(called(group, "Lena Brandt"), "I take part")
    group.note(called(group, "Envelopes"), "And so do I")
    after = group.note(
        group.sam, "Lena knows of it, ask Lena. Envelopes are counted, said Lena Brandt"
    )
    assert (
        leaves_now(group, before)
        == f"Envelopes go round on some nights, so please do ask {MASK}, or {MASK} at home"
    )
    assert (
        leaves_now(group, after)
        == f"Lena knows of it, ask {MASK}. Envelopes are counted, said {MASK}"
    )
    assert (asked(group, before), asked(group, after)) == (["Envelopes"], ["Envelopes", "Lena"])


def test_C8i_of_one_name_a_few_words_are_searched_by_themselves() -> None:
    group = Group()
    called(group, "Sorrel Dock Teasel Yarrow Wren Linnet")
    text = "Sorrel, Dock, Teasel, Yarrow, Wren and Linnet"
    assert leaves(group, text) == f"{', '.join([MASK] * 4)}, Wren and Linnet"


@pytest.mark.parametrize(
    ("name", "text", "doubted"),
    [
        ("keys", "Somebody forgot who had the keys", ["keys"]),
        ("We want", "We want the rota a month ahead", ["We want"]),
        ("Pay", "Pay for childcare, as we pay for parking", ["Pay"]),
        ("lena", "lena can. Lena can", ["Lena", "lena"]),
        ("محمد", "قال محمد نعم", ["محمد"]),
        ("of the rota", "Most of the rota is full", []),
        ("We", "We said that we want it", []),
    ],
)
def test_C8k_what_may_be_a_word_like_others_is_decided_on_and_masked_by_nobodys_name_alone(
    name: str, text: str, doubted: list[str]
) -> None:
    group = Group()
    group.note(called(group, name), "I take part")
    note = group.note(group.sam, text)
    assert (left(group, all_but(group))[note].texts["text"], asked(group, note)) == (text, doubted)


def leaves_now(group: Group, note: int) -> str:
    return left(group, all_but(group))[note].texts["text"]


def asked(group: Group, note: int) -> list[str]:
    """On what people have to decide before a note leaves, and that it waits for just that."""
    text = left(group, all_but(group))[note].texts["text"]
    doubted = sorted(selected(group, all_but(group)).doubted[text])
    waits = selected(group, all_but(group), pointed_out=lambda _text: []).held
    assert (waits.get(note) is Why.UNDECIDED) == (doubted != [])
    decided = all_but(group, decided=[(one, False) for one in doubted])
    assert note not in selected(group, decided, pointed_out=lambda _text: []).held
    return doubted


def test_C8l_what_the_others_came_to_talk_about_is_nobodys_name() -> None:
    group = Group()
    called(group, "Buying")
    said = "Buying is done by nobody on late shifts"
    assert leaves(group, said) == said


def test_C8k_people_decide_on_what_several_say_and_nobody_is_heard_under() -> None:
    group = Group()
    called(group, "Childcare")
    group.note(group.tess, "Who does Childcare on Sundays")
    note = group.note(group.sam, "Childcare is paid by nobody")
    assert left(group, all_but(group))[note].texts["text"] == "Childcare is paid by nobody"
    waits = selected(group, all_but(group), pointed_out=lambda _text: []).held
    assert waits[note] is Why.UNDECIDED


def test_C8e_the_name_of_who_is_silent_is_masked_where_one_person_says_it() -> None:
    group = Group()
    called(group, "Wren")
    assert leaves(group, "So Wren paid, and Wren is away") == f"So {MASK} paid, and {MASK} is away"


def test_C8g_where_nouns_are_large_people_decide_on_what_several_say_whoever_is_called_so() -> None:
    group = Group()
    hostile = called(group, "Dienstplan")
    group.note(hostile, "ok")
    said = "Wir wollen den Dienstplan einen Monat vorher, damit Familien ihren Abend planen"
    notes = [group.note(group.arrive(name), said) for name in ("Anna", "Britta", "Carla")]
    assert left(group, all_but(group))[notes[0]].texts["text"] == said
    waits = selected(group, all_but(group), pointed_out=lambda _text: []).held
    assert waits[notes[0]] is Why.UNDECIDED
