"""L2g: what a search beside the writer found for a mask is not looked for once more, and of
thousands of names none costs a pattern.
"""

import pytest
from msgspec.structs import replace
from table import Group, refused

from footpath.method import Actor, decide, searching
from footpath.method.own_words import maskable
from footpath.method.own_words.masking import MaskWords
from footpath.method.refusals import Refusal
from footpath.method.words import words

CALLED = "Somebody here is called that"


def looked_at(group: Group, passage: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """In how many texts the writer looks for a passage after the search, and what it says."""
    actor = Actor(person=group.sam, at=group.now, chance=5)
    command = MaskWords(id="mask", passage=passage)
    ((_, searched),) = (one for one in searching(group.chart, [(command, actor)]) if one)
    looked, said = list[str](), ""
    with monkeypatch.context() as patch:
        for name in ("stands_in", "places_of"):
            finds = getattr(words, name)

            def find(text: str, sought: str, finds: object = finds) -> object:
                looked.append(text)
                return finds(text, sought)  # type: ignore[operator]

            patch.setattr(maskable, name, find)
        try:
            decide(group.chart, command, replace(actor, searched=searched))
        except Refusal as no:
            said = no.sentence
    return len(looked), said


def told(moments: int, text: str) -> Group:
    """Sam tells a story of so many moments of others', all unnamed, after somebody else came."""
    group = Group()
    group.arrive("Zoe")
    story = group.story()
    for one in range(moments):
        group.moment(story, group.tess, f"{text} {one}", unnamed=True)
    group.moment(group.story(title="The last"), text="Grey and Zoe came")
    return group


@pytest.mark.parametrize(
    ("text", "passage", "answer"), [("It rained", "Grey", ""), ("Zoe waited", "Zoe", CALLED)]
)
def test_L2g_the_writer_looks_through_no_story_again_for_a_name_that_was_searched_for(
    text: str, passage: str, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (looked_at(told(count, text), passage, monkeypatch) for count in (2, 12))
    assert few == many
    assert few[1].startswith(answer) and bool(few[1]) == bool(answer)


def test_L4a_a_name_in_no_story_of_ones_own_is_refused_before_everything_is_looked_through() -> (
    None
):
    group = Group()
    group.moment(group.story(), text="It rained")
    notes = [group.note(group.tess, f"Grey {one}") for one in range(9)]
    steps = searching(
        group.chart,
        [(MaskWords(id="m", passage="Grey"), Actor(person=group.sam, at=group.now))],
    )
    seen = list[object]()
    with refused("Only a facilitator"):
        seen.extend(steps)
    assert len(seen) < len(notes)


def test_L2g_no_pattern_is_made_of_the_names_of_who_is_here() -> None:
    group = Group()
    for one in range(60):
        group.arrive("".join("abcdefgh"[(one >> bit) % 8] for bit in range(8)) + f" {one % 9}")
    group.moment(group.story(), text="Hgfedcba 012345678 shouted")
    before = words._spelled.cache_info().misses
    group.do(group.sam, "MaskWords", passage="Hgfedcba 012345678")
    assert words._spelled.cache_info().misses - before < 9


@pytest.mark.parametrize(
    ("name", "passage", "is_called"),
    [
        ("Zoë  ELM", "zoë elm street", True),
        ("Straße Ag", "Die STRASSE AG", True),
        ("İpek", "ipek brothers", True),
        ("山田", "株式会社山田", True),
        ("Zoe Elm Street", "Elm", True),
        ("elm", "Helmut Ltd", False),
        ("Gre", "Grey Ltd", False),
        ("Gre Ltd", "Grey Ltd", False),
    ],
)
def test_E4c_a_name_is_in_a_passage_from_the_beginning_of_a_word_whatever_its_case(
    name: str, passage: str, is_called: bool
) -> None:
    group = Group()
    group.arrive(name)
    group.moment(group.story(), text=f"{passage} came")
    said = group.refusal_of(group.sam, "MaskWords", passage=passage)
    assert said.startswith(CALLED) if is_called else not said
