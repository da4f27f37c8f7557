"""E10b, L2g, L4e: what several people's veils over the same words do, and what it costs."""

import random

import msgspec
import pytest
from table import Group
from veiled import Covered, searches_in

from footpath.method import decide, deciding
from footpath.method.own_words import masked_for_good, unveiling
from footpath.method.throughout import covering
from footpath.method.words import meeting_veils, veils
from footpath.method.words.words import VeiledWords, Words

SAID = "whoever works for us is paid within thirty days"
FOLLOWING = "following"


def test_E10b_lifting_somebody_elses_veil_shows_nothing_of_what_one_took_back() -> None:
    group = Group()
    note, copy = group.note(group.sam, SAID), group.note(group.kit, SAID)
    quoting = group.note(group.tess, f"Sam said that {SAID}, and I agree")
    group.do(group.kit, "TakeBack", about=copy)
    group.do(group.sam, "TakeBack", about=note)
    group.do(group.fay, "LiftVeilsOf", person=group.kit)
    assert group.thing(quoting).words.shown == "Sam said that ███, and I agree"


def test_S7_who_takes_the_same_back_later_keeps_nobodys_words_sealed_for_longer() -> None:
    group = Group()
    note, copy = group.note(group.sam, SAID), group.note(group.kit, SAID)
    quoting = group.note(group.tess, f"Sam said that {SAID}, and I agree")
    group.do(group.sam, "TakeBack", about=note)
    group.now += 24 * 3600 * 1000
    group.do(group.kit, "TakeBack", about=copy)
    group.now += 49 * 3600 * 1000
    group.do(None, "SettleDueVeils", door="clock")
    assert quoting not in group.chart.veils_over
    assert SAID not in str(group.record)


def test_L4e_what_two_left_unnamed_and_took_back_tells_nobody_that_they_are_two() -> None:
    veiled = list[int]()
    for second in ("kit", "sam"):
        group = Group()
        theirs = [group.note(getattr(group, one), SAID, unnamed=True) for one in ("kit", second)]
        quoting = group.note(group.tess, f"Somebody said that {SAID}, and I agree")
        for note, by in zip(theirs, ("kit", second), strict=True):
            group.do(getattr(group, by), "TakeBack", about=note)
        veiled.append(len(group.chart.veils_over[quoting]))
    assert veiled == [1, 1]


def test_L4d_of_what_was_left_unnamed_all_is_lifted_at_once() -> None:
    group = Group()
    theirs = {one: group.note(one, f"{SAID} {one}", unnamed=True) for one in (group.sam, group.kit)}
    quoting = [group.note(group.tess, f"Yes: {SAID} {one}") for one in theirs]
    for by, note in theirs.items():
        group.do(by, "TakeBack", about=note)
    assert all("███" in group.thing(one).words.shown for one in quoting)
    group.do(group.fay, "LiftVeilsOf", person=None)
    assert not any("███" in group.thing(one).words.shown for one in quoting)


def places_while_searched(first: str, again: str) -> tuple[list[int], list[int]]:
    """Tess says something and puts other words there, Kit copies it and takes the copy back; while
    that is looked for Tess says it again, and so does Sam. Gives what is covered, and their notes.
    """
    group = Group()
    note = group.note(group.tess, first)
    group.do(group.tess, "Reword", about=note, text="Pay them", version=1)
    copy = group.note(group.kit, SAID)
    group.do(group.kit, "TakeBack", about=copy, follows=False)
    (taken,) = group.chart.looking
    command, actor = group._asking(group.kit, "CoverCopies", FOLLOWING, {"taken": taken})
    found = [one for one in deciding.searching(group.chart, [(command, actor)]) if one]
    notes = [
        group.note(hand, text, follows=False)
        for hand, text in ((group.tess, again), (group.sam, f"They say {SAID}"))
    ]
    searched = msgspec.structs.replace(found[0][1], again=frozenset(notes))
    entries = decide(group.chart, command, msgspec.structs.replace(actor, searched=searched))
    (veiled,) = (one for one in entries if isinstance(one, unveiling.WordsVeiled))
    return [place.about for place in veiled.places], notes


@pytest.mark.parametrize("first", [SAID, SAID.replace(" is", ", is"), SAID.replace(" is", "\nis")])
def test_E10j_who_says_their_own_words_again_while_others_are_searched_has_them_left(
    first: str,
) -> None:
    covered, notes = places_while_searched(first, f"As I said, {SAID}, and my mother waited")
    assert covered == notes[1:]


def test_L2g_who_said_very_much_before_has_their_words_left_rather_than_anybody_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("footpath.method.own_words.said_first.MOST_READ", 100)
    covered, notes = places_while_searched("Pay " * 200, f"As they said, {SAID}")
    assert covered == notes[1:]


def reached(covers: dict[int, int], given: set[int]) -> set[int]:
    """The same, one after another until none is left."""
    found = set(given)
    while more := {
        id
        for id in covers
        if id not in found and any(covers[id] & covers[other] for other in found)
    }:
        found |= more
    return found - given


def test_L2g_a_chain_of_veils_is_followed_to_its_end_wherever_it_begins() -> None:
    chance = random.Random(7)
    for _ in range(300):
        size = chance.randrange(1, 12)
        ids = chance.sample(range(1, 100), size)
        covers = {id: 0b11 << chance.randrange(16) for id in ids}
        over = {
            id: veils.Veil(id=id, because=veils.Because.NAME, by=1, at=0, places={5: (Words("x"),)})
            for id in ids
        }
        words = VeiledWords(
            text="", sealed="x" * 20, veils=tuple(ids), covers=tuple(covers.values())
        )
        given = set(ids[: chance.randrange(1, size + 1)])
        assert meeting_veils.reaching_into_each_other(over, [words], given, 5) == reached(
            covers, given
        )


def reaching_out(group: Group) -> tuple[int, int]:
    """Three notes that what Sam took back three days ago lies over; what Kit took back a day later
    reaches into it in the first two, and beyond it in one wording of many.
    """
    words = [f"word{one}" for one in range(12)]
    whole, beyond = " ".join(words), " ".join([*words[-3:], "and beyond"])
    theirs = [group.note(group.sam, whole)]
    theirs += [group.note(group.kit, " ".join(words[one : one + 4])) for one in range(5)]
    theirs += [group.note(group.kit, beyond)]
    notes = [group.note(group.tess, f"Look: {whole}") for _ in range(3)]
    for note in notes[:2]:
        for version in range(1, 6):
            text = f"{version} look: {whole} and beyond"
            group.do(group.tess, "Reword", about=note, text=text, version=version)
    group.do(group.sam, "TakeBack", about=theirs[0])
    group.now += 24 * 3600 * 1000
    for one in theirs[1:]:
        group.do(group.kit, "TakeBack", about=one)
    group.now += 49 * 3600 * 1000
    return notes[0], notes[2]


def test_L2g_whether_what_is_not_due_reaches_beyond_what_is_is_known_without_a_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = Group()
    note, other = reaching_out(group)
    searches, before = searches_in(monkeypatch), group.thing(note).words
    command, actor = group._asking(None, "SettleDueVeils", "clock", {})
    decide(group.chart, command, actor)
    assert searches == []
    group.do(None, "SettleDueVeils", door="clock")
    assert (len(before.veils), group.thing(note).words) == (7, before)
    assert other not in group.chart.veils_over
    assert group.chart == group.replayed()


def test_L2g_what_cannot_be_settled_yet_is_looked_at_once_and_the_next_asking_goes_on_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(masked_for_good, "MOST_AT_ONCE", 1)
    looked = list[int]()

    def counted(words: Words, ids: set[int], others: set[int]) -> tuple[set[int], set[int]]:
        looked.append(1)
        return meeting_veils.meeting(words, ids, others)

    monkeypatch.setattr(masked_for_good, "meeting", counted)
    group = Group()
    note, other = reaching_out(group)
    after, asked = None, list[list[int]]()
    while about := masked_for_good.next_due(group.chart, group.now, after):
        group.do(None, "SettleDueVeils", door="clock", about=about)
        asked.append(about)
        after = about[-1]
    assert asked == [[note], [note + 1], [other]]
    assert (note in group.chart.veils_over, other in group.chart.veils_over) == (True, False)
    assert len(looked) <= 15


def test_L2g_what_a_facilitator_lets_be_for_good_in_very_many_places_stays_on_the_list_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(masked_for_good, "MOST_CONFIRMED", 1)
    group = Covered()
    left = [len(group.chart.veils_over)]
    for _ in range(2):
        group.do(group.fay, "ConfirmVeil", veil=group.veil)
        left.append(len(group.chart.veils_over))
    assert left == [2, 1, 0]


def test_L4e_a_copy_more_in_a_long_note_of_many_wordings_covers_the_whole_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_MOVED_IN_ONE", 100)
    group = Group()
    said = [f"{one} letters of ours are lost." for one in ("Two", "Six")]
    theirs = [group.note(group.sam, one) for one in said]
    note = group.note(group.tess, " ".join(said) + " It was cold, and nobody came to the door.")
    group.do(group.sam, "TakeBack", about=theirs[0])
    assert group.thing(note).words.shown.startswith("███. Six letters of ours are lost.")
    group.do(group.sam, "TakeBack", about=theirs[1])
    assert group.thing(note).words.shown == "███"


def test_L4e_places_that_few_read_take_no_room_from_those_that_everybody_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(covering, "MOST_COPIES", 2)
    monkeypatch.setattr(covering, "ALWAYS_COVERED", 0)
    group = Group()
    theirs = [group.note(group.sam, f"{SAID}, said {one} of us") for one in range(2)]
    own = group.story(group.tess, visibility="only_me")
    for one in range(2):
        group.moment(own, group.tess, text=f"{SAID}, said {one} of us", visibility="only_me")
        group.note(group.tess, f"Yes: {SAID}, said {one} of us")
    for one in theirs:
        group.do(group.sam, "TakeBack", about=one)
    assert group.chart.copies_covered == {True: 2, False: 2}
    for veil in list(group.chart.veils.values()):
        group.do(group.fay, "LiftVeil", veil=veil.drawn)
    assert group.chart.copies_covered == {True: 0, False: 0}
