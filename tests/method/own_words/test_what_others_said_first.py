"""E10l: what others or the group said first is nobody's who copies it and takes that back."""

from typing import Any

import pytest
from said_first import SAID, copied, opened, told
from table import Group, Table

from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.words.sought import without_a_rest

SAYS = f"They are right that {SAID}, I think"


def others_say(how: str) -> tuple[Group, int | None]:
    """Somebody else, or the group, says it first; gives by whom it was said, where in a note."""
    group = opened()
    match how:
        case "note":
            return group, group.note(group.tess, SAID)
        case "unnamed":
            return group, group.note(group.tess, SAID, unnamed=True)
        case "aim":
            group.do(group.fay, "AddAim", text=SAID, rests_on=[])
        case "sentence":
            note = group.note(group.tess, "pay")
            group.do(group.fay, "AddValue", name="Care", sentence=SAID, heard_in=[note])
        case "reworded":
            note = group.note(group.tess, SAID)
            group.do(group.tess, "Reword", about=note, text=f"{SAID}, surely", version=1)
        case _:
            told(group, quote=SAID)
    return group, None


OTHERS = ("note", "unnamed", "aim", "sentence", "reworded", "quote")


@pytest.mark.parametrize("how", OTHERS)
def test_E10l_what_somebody_else_said_first_is_not_covered_by_who_takes_a_copy_back(
    how: str,
) -> None:
    group, _ = others_say(how)
    copy = copied(group)
    later = group.note(group.sam, SAYS)
    aim = group.do(group.fay, "AddAim", text=f"We want that {SAID}", rests_on=[later])
    seen = without_a_rest(copies_of(group.chart, (copy,)))
    group.do(group.kit, "TakeBack", about=copy)
    assert (group.thing(later).words.shown, group.chart.veils, seen) == (SAYS, {}, [])
    assert group.thing(aim).words.shown == f"We want that {SAID}"


def test_E10l_once_they_take_it_back_themselves_it_is_covered_everywhere() -> None:
    group, first = others_say("note")
    copy = copied(group)
    later = group.note(group.sam, SAYS)
    group.do(group.kit, "TakeBack", about=copy)
    group.do(group.tess, "TakeBack", about=first)
    assert SAID not in group.sees("everyone")
    assert group.thing(later).words.shown == "They are right that ███, I think"


def test_E10l_what_one_said_first_oneself_is_ones_own_to_take_back_whoever_said_it_since() -> None:
    group = opened()
    group.note(group.sam, SAID)
    quoting = group.note(group.tess, SAYS)
    again = group.note(group.sam, SAID)
    later = group.note(group.kit, SAYS)
    group.do(group.sam, "TakeBack", about=again)
    assert group.thing(later).words.shown == "They are right that ███, I think"
    assert group.thing(quoting).words.shown == SAYS


def test_E10l_what_lies_covered_is_nobody_elses_word_before() -> None:
    group = opened()
    first = group.note(group.sam, SAID)
    group.do(group.fay, "AddAim", text=SAYS, rests_on=[])
    again = group.note(group.sam, SAID)
    group.do(group.sam, "TakeBack", about=first)
    later = group.note(group.kit, SAYS)
    group.do(group.sam, "TakeBack", about=again)
    assert group.thing(later).words.shown == "They are right that ███, I think"


def test_E10l_what_reached_nobody_was_not_said_first() -> None:
    group = opened()
    story = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    group.do(group.tess, "PlaceMoment", experience=story, text=SAID)
    said = group.note(group.sam, SAID)
    later = group.note(group.kit, SAYS)
    group.do(group.sam, "TakeBack", about=said)
    assert group.thing(later).words.shown == "They are right that ███, I think"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("title", "Buying services for the county"),
        ("question", "What should a good process give the people in it"),
        ("sides", "people who live in care homes"),
        ("person", "Maria del Carmen Lopez"),
    ],
)
def test_E10l_the_workshops_own_words_and_peoples_names_are_nobodys_to_take_back(
    what: str, words: str
) -> None:
    group = Table()
    plan: dict[str, Any] = {"title": "Buying", "sides": ["client"]}
    plan |= {"title": {"title": words}, "sides": {"sides": [words]}}.get(what, {})
    plan |= {"questions": {"aims": words}} if what == "question" else {}
    group.do(None, "ChangePlan", door="host", **plan)
    fay, sam = group.arrive("Fay", "facilitator"), group.arrive("Sam")
    group.arrive(words if what == "person" else "Kit")
    group.do(fay, "OpenFlipchart")
    copy = group.do(sam, "WriteNote", text=words)
    text = f"I was thinking of {words} when I came"
    aim = group.do(fay, "AddAim", text=text, rests_on=[])
    group.do(sam, "TakeBack", about=copy)
    assert group.thing(aim).words.shown == text


@pytest.mark.parametrize("taken", [0, 1])
@pytest.mark.parametrize("unnamed", [(0,), (1,), (0, 1)])
def test_A3c_what_is_covered_tells_nobody_whose_unnamed_words_they_are(
    taken: int, unnamed: tuple[int, ...]
) -> None:
    """Two say the same, or Sam says it twice: what differs is who wrote what is unnamed."""
    covered = set[str]()
    for other in ("sam", "tess"):
        group = opened()
        hands = [getattr(group, other) if one == unnamed[0] else group.sam for one in (0, 1)]
        notes = [
            group.note(hand, SAID, unnamed=place in unnamed) for place, hand in enumerate(hands)
        ]
        later = group.note(group.kit, SAYS)
        group.do(hands[taken], "TakeBack", about=notes[taken])
        covered.add(group.thing(later).words.shown)
    assert len(covered) == 1
