"""Taking words back finds every copy of them; a slow search that knows nothing of the first
finds the same (E10).
"""

import random
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from oracle_copies import copies_in, split
from table import Group, refused

from footpath.method.audiences.own_things import said_by
from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.own_words.taking_back import goes_back
from footpath.method.words.sought import without_a_rest
from footpath.method.words.words import MASK

WORDS = {
    "Latin": (
        "wir haben zehn Wochen auf das Geld gewartet und niemand hat uns gesagt wann es kommt "
        "STRASSE straße"
    ),
    "accents": (
        "la réponse n’est jamais arrivée à l’école où j’étais née et ça m’a blessée très très fort "
        "hélas"
    ),
    "Greek": (
        "περιμέναμε δέκα εβδομάδες για τα λεφτά μας και κανείς δεν μας είπε πότε θα έρθουν τελικά"
    ),
    "Cyrillic": (
        "мы ждали свои деньги десять недель и никто не сказал нам когда они придут на самом деле"
    ),
    "Arabic": (
        "انتظرنا المال عشرة أسابيع ولم يخبرنا أحد متى سيأتي وكان ذلك صعبا جدا علينا جميعا هنا"
    ),
    "Hebrew": "חיכינו לכסף עשרה שבועות ואף אחד לא אמר לנו מתי הוא יגיע וזה היה קשה מאוד לכולנו כאן",
    "Devanagari": ("हमने दस हफ़्ते पैसे का इंतज़ार किया और किसी ने हमें नहीं बताया कि वे कब आएंगे सच में"),
}
ALTERED: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", ", ").replace("’", "'"),
    lambda text: "«" + text.replace(" ", "\u00a0\n— ") + "»!",
)


def passage(words: list[str], chance: random.Random) -> str:
    """Some of the words in a row, altered as people alter what they copy, with
    others round them.
    """
    size = chance.choice([3, 4, 7, 8, 9, len(words)])
    start = chance.randrange(max(1, len(words) - size + 1))
    said = chance.choice(ALTERED)(" ".join(words[start : start + size]))
    return chance.choice(["{}", "so: {}", "{} (said one)", "they said {} and went"]).format(said)


def wording(one: Any) -> dict[str, Any]:
    """A wording as plain values."""
    return {"text": one.words.shown, "number": one.entry, "reached": one.entry, "at": one.at}


def found_slowly(group: Group, about: int) -> set[int]:
    """The things in which a copy of a note stands, by comparing everything with everything."""
    thing = group.thing(about)
    gone = [
        wording(one) | {"keys": [key for key, _, _ in split(one.words.shown)], "own": None}
        for one in thing.wordings
    ]
    found: set[int] = set()
    for other in group.chart.things.values():
        said = [wording(one) for one in other.wordings]
        mine = other.by == thing.by and type(other).__name__ == "Note"
        if (
            other.id != about
            and not mine
            and any(any(copies_in(gone, said[: n + 1], None)[0]) for n in range(len(said)))
        ):
            found.add(other.id)
    return found


def copied(script: str, seed: int) -> tuple[Group, int]:
    """Sam writes a note, and passages of it stand in notes, aims and steps."""
    group, chance = Group(), random.Random(f"{script}{seed}")
    words = WORDS[script].split()
    told = words[: chance.choice([4, 6, 8, 12, len(words)])]
    note = group.note(group.sam, " ".join(told))
    for _ in range(6):
        group.note(group.tess, passage(told, chance))
        group.do(group.fay, "AddAim", text=passage(told, chance), rests_on=[])
        group.do(group.kit, "AddElement", kind="activity", text=passage(told, chance))
    return group, note


def test_L2f_for_words_too_short_to_be_copied_nothing_is_looked_through() -> None:
    group = Group()
    short, long = group.note(group.sam, "two words"), group.note(group.sam, "four words of mine")
    for _ in range(20):
        group.note(group.tess, "What Tess said of it, and at some length")
    steps = [len([*copies_of(group.chart, (note,))]) for note in (short, long)]
    assert steps[0] == 1 and steps[1] > 20


@pytest.mark.parametrize("script", list(WORDS))
def test_E10b_the_same_copies_are_found_slowly(script: str) -> None:
    for seed in range(60):
        group, note = copied(script, seed)
        quickly = {
            copy.id
            for copy in without_a_rest(
                copies_of(group.chart, goes_back(group.chart, note, group.sam))
            )
        }
        assert quickly == found_slowly(group, note), seed


@pytest.mark.parametrize("script", list(WORDS))
def test_E10b_after_taking_back_no_copy_is_left(script: str) -> None:
    masked = 0
    for seed in range(10):
        group, note = copied(script, seed)
        rows = rows_of([key for key, _, _ in split(group.thing(note).words.shown)])
        group.do(group.sam, "TakeBack", about=note)
        for thing in group.chart.things.values():
            keys = [key for key, _, _ in split(thing.words.shown)]
            assert not rows & rows_of(keys, rows), (seed, thing.words.shown)
            masked += MASK in thing.words.shown
    assert masked > 20


def rows_of(keys: list[str], as_in: set[tuple[str, ...]] | None = None) -> set[tuple[str, ...]]:
    """The rows of words that are a copy: all of a text of four to seven words, and
    any eight in a row.
    """
    sizes = {8 if len(keys) > 8 else len(keys)} if as_in is None else {len(row) for row in as_in}
    return {tuple(keys[n : n + size]) for size in sizes for n in range(len(keys) - size + 1)}


def test_E10a_what_may_stand_stands_and_the_rest_is_masked() -> None:
    group = Group()
    note = group.note(group.sam, "Small firms first of all")
    aims = [
        group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[note])
        for _ in range(2)
    ]
    group.do(group.sam, "TakeBack", about=note, let_stand=[aims[0]])
    assert [group.thing(aim).words.shown for aim in aims] == [
        "Small firms first of all!",
        f"{MASK}!",
    ]


def test_E10e_taking_back_is_one_command_all_or_none() -> None:
    group = Group()
    note = group.note(group.sam, "Small firms first of all")
    group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[note])
    before = len(group.record)
    with refused("Only the person whose words these are"):
        group.do(group.tess, "TakeBack", about=note)
    assert len(group.record) == before
    group.do(group.sam, "TakeBack", about=note)
    taken = [type(one.entry).__name__ for one in group.record[before:]]
    assert taken == ["WordsTakenBack", "CopiesLookedFor", "WordsVeiled"]


def test_E10b_what_its_author_said_elsewhere_in_their_own_name_stays() -> None:
    group = Group()
    first, again = (group.note(group.sam, "Small firms first of all") for _ in range(2))
    group.do(group.sam, "TakeBack", about=first)
    assert group.thing(again).words.shown == "Small firms first of all"


def test_E10h_taken_back_while_a_line_is_reworded_the_new_words_stand_and_nothing_of_the_old() -> (
    None
):
    group = Group()
    note = group.note(group.sam, "Small firms first of all")
    aim = group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[note])
    version = len(group.thing(aim).wordings)
    group.do(group.sam, "TakeBack", about=note)  # while Kit is typing
    group.do(group.kit, "Reword", about=aim, text="Pay whoever is small first", version=version)
    assert group.thing(aim).words.shown == "Pay whoever is small first"
    assert aim not in group.chart.threads.copies_masked


def test_O9_the_only_source_of_an_aim_goes_and_the_aim_stands_and_says_so() -> None:
    group = Group()
    note = group.note(group.sam)
    aim = group.do(group.fay, "AddAim", text="Prompt pay", rests_on=[note])
    group.do(group.sam, "TakeBack", about=note)
    assert group.thing(aim).stands
    assert group.chart.threads.changed[aim] == {note}


def test_E10b_a_story_is_taken_back_after_the_close_with_its_copies() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, quote="Nobody told me when the money comes")
    step = group.do(
        group.kit,
        "AddElement",
        kind="activity",
        text="Say (nobody told me when the money comes)",
        answers=[moment],
    )
    group.do(group.fay, "CloseFlipchart")
    group.do(group.sam, "TakeBack", about=story)
    assert group.thing(step).words.shown == f"Say ({MASK})"
    assert group.chart.threads.changed[step]


def test_S7_what_was_prepared_in_private_and_then_shared_is_in_no_entry_once_it_is_taken_back() -> (
    None
):
    group = Group()
    story = group.do(group.sam, "TellExperience", title="The long winter", visibility="only_me")
    moment = group.moment(story, text="They never answered")
    group.do(group.sam, "SetVisibility", about=story, visibility="shared")
    group.do(group.sam, "TakeBack", about=story)
    assert group.thing(moment).withdrawn
    assert not [
        one for one in group.record if "never answered" in repr(one) or "long winter" in repr(one)
    ]


def test_R5_notes_that_were_moved_to_be_about_each_other_stand_on_their_authors_own_page() -> None:
    group = Group()
    one, other = group.note(group.sam), group.note(group.sam)
    group.do(group.sam, "MoveNote", about=one, phase="reflect", kind="liked", on=[other])
    group.do(group.sam, "MoveNote", about=other, phase="reflect", kind="liked", on=[one])
    assert len(said_by(group.chart, group.sam)) == 2
