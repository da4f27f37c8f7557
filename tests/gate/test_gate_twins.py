"""Twins: two workshops that differ only in what somebody who said no did in them are
selected alike (C7).
"""

from typing import Any

import msgspec
import pytest
from histories import Monkey
from msgspec.structs import replace
from permitting import all_but, answered, form, keeping_back, permitted, selected
from table import Group

from footpath.gate.permissions import Permissions, Purpose
from footpath.gate.selection import Selection
from footpath.method import Recorded
from footpath.method.words.words import Words


def nameless(chosen: Selection) -> list[dict[str, Any]]:
    """What leaves, with the flipchart's ids and times put as places: what a file can be made of."""
    place = {one.thing: at for at, one in enumerate(chosen.leaving)}
    return [
        {
            **{name: getattr(one, name) for name in one.__struct_fields__},
            "thing": place[one.thing],
            "said_at": one.said_at is not None,
            "links": [(how, place[to], label) for how, to, label in one.links],
        }
        for one in chosen.leaving
    ]


def in_other_words(held: Any) -> Any:
    """Whatever it is made of, with every text another one."""
    if isinstance(held, Words):
        return Words("Something else" if held.text else held.text)
    if isinstance(held, tuple):
        return tuple(in_other_words(one) for one in held)
    if isinstance(held, msgspec.Struct):
        return replace(
            held, **{name: in_other_words(getattr(held, name)) for name in held.__struct_fields__}
        )
    return held


def silent(group: Group, story: int, note: int) -> None:
    """Who says no says nothing."""


def telling(group: Group, story: int, note: int) -> None:
    moment = group.moment(story, group.tess, "I paid for it myself", lane="Shop", feeling=2)
    question = group.do(group.tess, "AskQuestion", about=note, text="Whose money was that?")
    group.do(group.tess, "Answer", about=question, text="Mine")
    group.do(group.tess, "WriteReflection", kind="liked", text="The honesty of it", about=[moment])
    group.do(group.tess, "WriteMemo", text="They laugh a lot")
    group.note(group.kit, "Typed for her", for_person=group.tess)


def offering(group: Group, story: int, note: int) -> None:
    group.do(group.tess, "Reword", about=note, text="Pay me first", version=1, reason="I need it")
    group.do(group.tess, "Tag", about=note, tag="money")
    group.do(group.tess, "Park", about=note, reason="Not now, please")
    group.do(group.tess, "ProposeAgreement", text="Let people finish")
    group.do(group.tess, "HadThatToo", about=story, text="So had I", side="client")


def shaping(group: Group, story: int, note: int) -> None:
    group.do(group.fay, "OpenText", open=True)
    mine = group.do(group.tess, "AddAim", text="Nobody pays for others", rests_on=[note])
    group.do(group.tess, "GroupNotes", notes=[note], title="Money matters")
    group.do(group.tess, "AddValue", name="Honesty", heard_in=[note])
    group.do(
        group.tess, "AddElement", kind="wait", text="A month goes by", answers=[note], serves=[mine]
    )
    group.do(group.tess, "TellExperience", title="My own winter")


@pytest.mark.parametrize("doing", [telling, offering, shaping])
@pytest.mark.parametrize("unnamed", [False, True])
def test_C7_what_a_refuser_does_makes_no_difference_to_what_leaves(
    doing: Any, unnamed: bool
) -> None:
    seen = []
    for act in (silent, doing):
        group = Group()
        story = group.story(lanes=["Finance", "Shop"])
        first = group.moment(story, lane="Finance")
        note = group.note(group.sam, unnamed=unnamed)
        act(group, story, note)
        moment = group.moment(story, text="In May they called", lane="Shop")
        aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[note, first])
        group.do(
            group.kit,
            "AddElement",
            kind="activity",
            text="Finance pays",
            answers=[moment],
            serves=[aim],
        )
        seen.append(nameless(selected(group, all_but(group, group.tess))))
    assert seen[0] == seen[1]
    assert len(seen[0]) == 6


def test_C7_who_refuses_and_who_keeps_silent_cannot_be_told_apart() -> None:
    """The same words from a refuser, from a person who never answered, and kept
    back by their author.
    """
    group = Group()
    group.note(group.sam, "Before")
    note = group.note(group.tess, "In between")
    group.note(group.sam, "After")
    answers = all_but(group)
    never = replace(
        answers, answers=tuple(one for one in answers.answers if one.person != group.tess)
    )
    ways = [all_but(group, group.tess), never, all_but(group, kept_back=keeping_back(note))]
    first, *others = [nameless(selected(group, one)) for one in ways]
    assert all(other == first for other in others)


TOLD = "Somebody took money out of the box and I know who"


def with_his_deleted_words(group: Group, author: int) -> Permissions:
    group.do(group.sam, "Delete", about=group.note(group.sam, f"Listen: {TOLD}"))
    group.note(author, TOLD, unnamed=True)
    return all_but(group)


def with_words_from_before_his_yes(group: Group, author: int) -> Permissions:
    group.note(group.sam, f"Listen: {TOLD}")
    since = group.record[-1].number
    group.note(author, f"Well, {TOLD.replace('box', 'till')}", unnamed=True)
    sheet = replace(form(), covers_earlier=False)
    sam, others = (
        answered(group.sam, sheet, after=since),
        [p for p in group.chart.people if p != group.sam],
    )
    return permitted(
        [*sam, *(one for person in others for one in answered(person, sheet))], (sheet,)
    )


def with_himself_saying_it_again(group: Group, author: int) -> Permissions:
    group.do(author, "Delete", about=group.note(author, TOLD, unnamed=True))
    group.note(group.sam, f"Listen: {TOLD}")
    return all_but(group)


def with_the_reason_for_its_wording_from_before_all_said_yes(
    group: Group, author: int
) -> Permissions:
    note = group.note(author, "Nothing", unnamed=True)
    group.do(author, "Reword", about=note, text="Nothing much", version=1, reason=TOLD)
    since, sheet = group.record[-1].number, replace(form(), covers_earlier=False)
    group.note(group.sam, f"Listen: {TOLD}")
    return permitted(
        [one for p in group.chart.people for one in answered(p, sheet, after=since)], (sheet,)
    )


def with_his_no_to_naming_the_organisation(group: Group, author: int) -> Permissions:
    group.note(author, "Hill Street Co-op pays late", unnamed=True)
    sheet = form(1, Purpose.TAKE_PART, Purpose.ORGANISATION)
    sam = answered(group.sam, sheet, organisation="no")
    return permitted(
        [*sam, *(o for p in group.chart.people if p != group.sam for o in answered(p, sheet))],
        (sheet,),
    )


@pytest.mark.parametrize(
    "told",
    [
        with_his_deleted_words,
        with_words_from_before_his_yes,
        with_himself_saying_it_again,
        with_the_reason_for_its_wording_from_before_all_said_yes,
        with_his_no_to_naming_the_organisation,
    ],
)
def test_C10_neither_a_mask_nor_a_missing_one_tells_who_wrote_an_unnamed_thing(told: Any) -> None:
    seen = []
    for author in ("sam", "tess"):
        group = Group()
        chosen = selected(group, told(group, getattr(group, author)))
        held = sorted(why.name for why in chosen.held.values())
        seen.append(
            ([(one.kind, one.by, one.texts, one.said_at is None) for one in chosen.leaving], held)
        )
    assert seen[0] == seen[1]
    assert seen[0] != ([], [])


@pytest.mark.parametrize("batch", range(4))
def test_C7_random_twins_that_differ_in_a_refusers_words_are_selected_alike(batch: int) -> None:
    left = 0
    for seed in range(batch * 50, batch * 50 + 50):
        group = Monkey(seed, 90).group
        record: list[Recorded] = group.record
        first = nameless(selected(group, all_but(group, group.tess)))
        group.record = [
            replace(o, entry=in_other_words(o.entry)) if o.by == group.tess else o for o in record
        ]
        assert nameless(selected(group, all_but(group, group.tess))) == first
        left += len(first)
    assert left > 100
