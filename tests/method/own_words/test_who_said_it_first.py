"""E10b, E10j, E10k, E4c: each text of a thing counts from the entry that put it there, and is whose
that was; first is who stands first in the record, text by text.
"""

import random
from typing import Any

import pytest
from said_first import SAID, copied, opened, told
from table import Group

from footpath.method.own_words.copies_elsewhere import copies_of
from footpath.method.words.sought import without_a_rest

AGAIN = f"As I said in my story: {SAID}, and my mother waited"


@pytest.mark.parametrize("changed", [{"feeling_words": "tired and cross"}, {"used": ["a form"]}])
@pytest.mark.parametrize("quote", [SAID, f"{SAID}."])
def test_E10k_a_quotation_counts_from_when_it_was_put_whatever_changes_beside_it(
    changed: dict[str, Any], quote: str
) -> None:
    group = opened()
    before: dict[str, Any] = {"quote": SAID, "feeling": -2, "feeling_words": "tired"}
    moment = told(group, **before)
    copy = copied(group)
    where = {"lane": "Office", "stage": "Two"}
    again = {**before, **changed, "quote": quote}
    group.do(group.tess, "ArrangeMoment", about=moment, **where, **again)
    group.do(group.kit, "TakeBack", about=copy)
    assert group.thing(moment).quote.shown == quote
    assert group.chart.looked[group.kit].covered == 0
    group.now += 73 * 3600 * 1000
    group.do(None, "SettleDueVeils", door="clock")
    assert SAID in str(group.record)


def test_E10k_what_a_step_shows_counts_from_when_it_was_put_whatever_changes_beside_it() -> None:
    group = opened("process")
    lane = "Office of the mayor and council"
    step = {"kind": "document", "lane": lane, "inputs": [SAID]}
    element = group.do(group.fay, "AddElement", text="The contract", stage="One", **step)
    copies = [copied(group), copied(group, lane)]
    group.do(
        group.fay, "ArrangeElement", about=element, stage="Two", outputs=["a list"],
        **step, version=group.thing(element).version,
    )  # fmt: skip
    for copy in copies:
        group.do(group.kit, "TakeBack", about=copy)
    shown = group.thing(element)
    assert (shown.lane.shown, [one.shown for one in shown.inputs]) == (lane, [SAID])


@pytest.mark.parametrize("how", ["quote", "feeling_words", "title", "reason", "tag"])
def test_E10k_what_somebody_said_beside_a_wording_they_said_before(how: str) -> None:
    group = opened()
    if how == "title":
        group.do(group.fay, "TellExperience", title=SAID, storytellers=[group.tess])
    elif how == "reason":
        note = group.note(group.tess, "pay on time")
        group.do(group.tess, "Reword", about=note, text="pay", version=1, reason=SAID)
    elif how == "tag":
        group.do(group.tess, "Tag", about=group.note(group.sam, "pay"), tag=SAID)
    else:
        told(group, feeling=-2, **{how: SAID})
    copy = copied(group)
    later = group.note(group.tess, AGAIN)
    group.do(group.kit, "TakeBack", about=copy)
    assert group.thing(later).words.shown == AGAIN


REASONS = ("KeepAim", "DropAim", "LeaveAimOpen", "Park", "Tag", "BackValue", "used", "Reword")


@pytest.mark.parametrize("how", REASONS)
def test_E10b_a_copy_is_covered_in_whatever_was_put_on_a_thing_that_was_there_before(
    how: str,
) -> None:
    group = opened()
    note = group.note(group.tess, "pay them on time")
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[note])
    value = group.do(group.fay, "AddValue", name="Care", sentence="We care", heard_in=[note])
    moment = told(group)
    said = group.note(group.sam, SAID)
    group.do(group.fay, "OpenPhase", phase="return")
    if how in ("KeepAim", "DropAim", "LeaveAimOpen"):
        group.do(group.fay, how, about=aim, reason=SAID)
    elif how == "Park":
        group.do(group.fay, "Park", about=note, reason=SAID)
    elif how == "Tag":
        group.do(group.kit, "Tag", about=note, tag=SAID)
    elif how == "BackValue":
        group.do(group.fay, "BackValue", about=value, sentence=SAID, heard_in=[note])
    elif how == "Reword":
        group.do(group.tess, "Reword", about=note, text="pay all", version=1, reason=SAID)
    else:
        where = {"lane": "Office", "stage": "One"}
        group.do(group.tess, "ArrangeMoment", about=moment, used=[SAID], **where)
    seen = {copy.id for copy in without_a_rest(copies_of(group.chart, (said,)))}
    group.do(group.sam, "TakeBack", about=said)
    assert not [one for one in ("everyone", group.tess) if SAID in group.sees(one)]
    assert (group.chart.looked[group.sam].covered, len(seen)) == (1, 1)


def named(group: Group) -> tuple[int, int]:
    """Petra Novak comes, and is spoken of in a note and an aim."""
    group.arrive("Petra Novak")
    note = group.note(group.tess, "Petra Novak said so first")
    return note, group.do(group.fay, "AddAim", text="Petra Novak asks them", rests_on=[note])


def test_E4c_a_tag_put_on_an_older_thing_says_no_name_before_its_bearer_came() -> None:
    group = opened()
    note = group.note(group.kit, "pay them on time")
    named(group)
    group.moment(group.story(group.kit), group.kit, text="Petra Novak paid late")
    group.do(group.kit, "Tag", about=note, tag="Petra Novak")
    assert "Somebody here is called that" in group.refusal_of(
        group.kit, "MaskWords", passage="Petra Novak"
    )


def test_E4c_what_somebody_put_for_themselves_says_no_name_before_its_bearer_came() -> None:
    group = opened()
    story = group.do(group.kit, "TellExperience", title="Mine")
    group.do(
        group.kit, "PlaceMoment", experience=story, text="Petra Novak, Cal Oduya",
        visibility="only_me",
    )  # fmt: skip
    named(group)
    assert "Somebody here is called that" in group.refusal_of(
        group.kit, "MaskWords", passage="Petra Novak"
    )


def test_E4c_a_tag_that_everybody_read_says_a_firms_name_before_who_takes_it() -> None:
    group = opened()
    note = group.note(group.tess, "pay them on time")
    group.do(group.tess, "Tag", about=note, tag="Brightside")
    group.arrive("Brightside")
    group.moment(group.story(), text="Brightside paid late")
    assert not group.refusal_of(group.sam, "MaskWords", passage="Brightside")


PUT = ("tag", "why", "sentence", "quote", "used", "feeling_words")
Puts = dict[int, list[tuple[int, str, str]]]


def put_beside(seed: int) -> tuple[Group, int, Puts]:
    """Sam's note, and passages of it put beside the wordings of things before and after it: by
    thing, at which turn each was put and in which place, as it was asked for.
    """
    group, chance = opened(), random.Random(seed)
    notes = [group.note(group.kit, f"note {n}") for n in range(2)]
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=notes)
    value = group.do(group.fay, "AddValue", name="Care", heard_in=notes)
    moment, note, puts = told(group), 0, Puts()
    now: dict[str, Any] = {"used": [], "quote": "", "feeling_words": ""}
    for turn in range(24):
        if turn == 12:
            note = group.note(group.sam, " ".join(f"w{n}" for n in range(12)))
        start, place = chance.randrange(5), chance.choice(PUT)
        text = " ".join(f"w{n}" for n in range(start, start + chance.choice([6, 8, 8, 9])))
        text = chance.choice([text, f"x {text}"])
        about = {"tag": chance.choice(notes), "why": aim, "sentence": value}.get(place, moment)
        if text in (was for _, _, was in puts.get(about, [])) and place == "tag":
            continue
        if place == "tag":
            group.do(group.kit, "Tag", about=about, tag=text)
        elif place == "why":
            version = group.thing(aim).version
            group.do(
                group.fay, "Reword", about=aim, text=f"Pay {turn}", version=version, reason=text
            )
        elif place == "sentence":
            group.do(group.fay, "BackValue", about=value, sentence=text, heard_in=notes)
        else:
            now[place] = [text] if place == "used" else text
            where = {"lane": "Office", "stage": "One"}
            group.do(group.tess, "ArrangeMoment", about=moment, **where, **now)
        puts.setdefault(about, []).append((turn, place, text))
    return group, note, puts


def found_slowly(puts: Puts) -> set[int]:
    """The things in which eight words in a row stand that nothing which stands there, or stood in
    its place, said before Sam.
    """
    rows = [" ".join(f"w{n}" for n in range(start, start + 8)) for start in range(5)]
    said, stands = dict[tuple[str, int], int](), set[tuple[str, int]]()
    for about, those in puts.items():
        last = {place: turn for turn, place, _ in those}
        for turn, place, text in those:
            for row in rows:
                if f"{row} " in f"{text} ":
                    said[row, about] = min(turn, said.get((row, about), turn))
                    if place in ("tag", "why", "sentence") or last[place] == turn:
                        stands.add((row, about))
    before = {row for row, about in stands if said[row, about] < 12}
    return {about for row, about in stands if row not in before}


def test_E10k_the_same_copies_beside_wordings_are_found_slowly() -> None:
    found = 0
    for seed in range(40):
        group, note, puts = put_beside(seed)
        group.do(group.sam, "TakeBack", about=note)
        covered = {id for id in puts if id in group.chart.veils_over}
        assert covered == found_slowly(puts), seed
        found += len(covered)
    assert found > 30
