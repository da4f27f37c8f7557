"""Copies of what many took back, looked for in one pass: each gets what a search for theirs
alone finds (E10, L2).
"""

import random
import time
from collections.abc import Sequence

import pytest
from table import Group

from footpath.method import FOLLOWING, Actor, Command, Refusal, searching
from footpath.method.own_words.covering_copies import LETTERS_TOGETHER, MOST_TOGETHER, CoverCopies
from footpath.method.own_words.masking import MaskWords
from footpath.method.words.comparing import keys_in, words_in
from footpath.method.words.copies import Said
from footpath.method.words.sought import Searched, Sought, without_a_rest

WORDS = ("paid", "late")


def passage(chance: random.Random, size: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(size))


def found(group: Group, taken: Sequence[int]) -> dict[int, Searched]:
    """What a search finds for each of these takings back; those for which it had no
    room are not there.
    """
    asked: list[tuple[Command, Actor]] = [
        (
            CoverCopies(id="c", taken=one),
            Actor(person=group.chart.looking[one].by, at=group.now, door=FOLLOWING),
        )
        for one in taken
    ]
    return {taken[one[0]]: one[1] for one in searching(group.chart, asked) if one is not None}


def written(seed: int) -> Group:
    """Notes and aims of few words, reworded again and again, of which some are taken back."""
    group, chance = Group(), random.Random(seed)
    aims = [group.do(group.fay, "AddAim", text=passage(chance, 9), rests_on=[]) for _ in range(2)]
    notes: dict[int, int] = {}
    for turn in range(12):
        author = chance.choice([group.sam, group.tess, group.kit])
        notes[group.note(author, passage(chance, chance.choice([4, 6, 8, 11])))] = author
        aim = chance.choice(aims)
        version = len(group.thing(aim).wordings)
        group.do(
            group.fay, "ChangeAim", about=aim, text=f"{passage(chance, 12)} {turn}", version=version
        )
    for note in chance.sample(sorted(notes), 4):
        if chance.random() < 0.3:
            group.do(notes[note], "StayUnnamed", about=note, unnamed=True, follows=False)
        group.do(notes[note], "TakeBack", about=note, follows=False)
    return group


def test_E10e_of_several_takings_back_each_gets_what_a_search_for_it_alone_finds() -> None:
    places = 0
    for seed in range(40):
        group = written(seed)
        together = found(group, list(group.chart.looking))
        for taken, searched in together.items():
            assert searched.found == found(group, [taken])[taken].found
            places += len(searched.found)
        assert together.keys() == group.chart.looking.keys()
    assert places > 40


def test_L2j_who_takes_back_a_note_waits_for_nobodys_many_and_nobodys_long_ones() -> None:
    group = Group()
    long = [
        group.note(group.tess, f"{n} " + "very long " * 900)
        for n in range(LETTERS_TOGETHER // 9_000 + 2)
    ]
    many = [group.note(group.kit, f"number {n} of very many") for n in range(MOST_TOGETHER + 1)]
    note = group.note(group.sam, "Nobody told us of it")
    for person, about in [
        *((group.tess, one) for one in long),
        *((group.kit, one) for one in many),
    ]:
        group.do(person, "TakeBack", about=about, follows=False)
    first = next(iter(group.chart.looking))
    group.do(group.sam, "TakeBack", about=note, follows=False)
    answered = found(group, list(group.chart.looking))
    assert {first, group.chart.number} < answered.keys()
    assert len(answered) < len(group.chart.looking)


def learnt(said: list[Said]) -> Sought:
    """These words, looked for as the bit 1."""
    made = Sought()
    list(made.learn(1, said))
    return made


def test_L2j_each_wording_of_a_text_is_a_step_of_a_search() -> None:
    worded = [Said(text=f"{passage(random.Random(n), 40)} {n}", number=n) for n in range(50)]
    assert sum(1 for _ in learnt(worded[:1]).through(worded, 1)) == 50


def spent(wordings: int) -> float:
    """Seconds of processor time for a text with so many wordings, each made of one
    that is looked for.
    """
    chance = random.Random(1)
    words = [chance.choice("abcdefghijkl") for _ in range(3000)]
    sought = learnt([Said(text=" ".join(words), number=1)])
    worded = [Said(text=" ".join(words[n : n + 300]), number=10 + n) for n in range(wordings)]
    before = time.thread_time()
    without_a_rest(sought.through(worded, 1))
    return time.thread_time() - before


def test_L2g_a_text_with_twice_the_wordings_takes_about_twice_the_work() -> None:
    assert min(spent(200) for _ in range(2)) < 8 * min(spent(50) for _ in range(3))


def test_L2g_a_text_in_which_a_copy_stands_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said, read = "We all wait for this here", list[str]()
    sought = learnt([Said(text=said, number=1)])

    def counted(text: str) -> list[str]:
        read.append(text)
        return keys_in(text)

    monkeypatch.setattr("footpath.method.words.sought.keys_in", counted)
    found = without_a_rest(sought.through([Said(text=f"So: {said}", number=2)], 1, last=True))
    assert (list(found), read) == ([f"So: {said}"], [f"So: {said}"])


def test_E10b_words_are_found_where_they_stand_with_or_without_letters_beyond_ascii() -> None:
    text = "It's mine, the dogs' `n' cats`; A_b c--d e'f'"
    words = [(word.key, word.start, word.end) for word in words_in(text)]
    assert words == [(word.key, word.start, word.end) for word in words_in(f"{text} é")][:-1]
    assert [word for word, _, _ in words] == keys_in(text)


def test_L4a_what_can_be_refused_is_refused_before_anything_is_searched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("footpath.method.throughout.covering.MOST_AN_HOUR", 1)
    group = Group()
    story = group.story()
    group.moment(story, text="Brightside paid us late")
    group.note(group.tess, "Brightside paid nobody")
    group.do(group.sam, "MaskWords", passage="Brightside")
    group.moment(story, text="Sunnyhill paid us late")
    asked = [(MaskWords(id="m", passage="Sunnyhill"), Actor(person=group.sam, at=group.now))]
    with pytest.raises(Refusal, match="covered others' words often"):
        next(searching(group.chart, asked))
