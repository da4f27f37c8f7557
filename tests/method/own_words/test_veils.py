"""Nobody's act takes away somebody else's words for good: masks in others' words are veils,
lifted or confirmed.
"""

import re

import pytest
from histories import ASKABLE, Monkey
from table import MINUTE, Group, refused
from veiled import NOTE, Covered, veils_told

from footpath.method.own_words.masking import MaskWords
from footpath.method.words.words import MASK


def veils_of(group: Group) -> list[int]:
    """What facilitators know each veil by, in the order in which they were laid."""
    return [veil.drawn for veil in group.chart.veils.values()]


def test_E4b_in_others_words_a_name_is_covered_for_everybody_and_lifted_by_a_facilitator() -> None:
    group = Covered()
    assert group.view("everyone", "notes", group.noted).text == f"{MASK} paid us after ninety days"
    group.do(group.fay, "LiftVeil", veil=group.veil)
    assert group.view("everyone", "notes", group.noted).text == NOTE
    assert group.view("everyone", "aims", group.aim).text == "Nobody waits for Brightside"


def test_E4a_in_ones_own_story_the_mask_stays_when_the_veil_is_lifted() -> None:
    group = Covered()
    group.do(group.fay, "LiftVeil", veil=group.veil)
    assert group.view(group.sam, "moments", group.thing(group.mine).id).text == f"{MASK} was late"
    assert all("Brightside was late" not in str(one.entry) for one in group.record)


def test_E4b_nobody_but_facilitators_receives_what_a_veil_covers() -> None:
    group = Covered()
    seen = {
        audience for audience in group.sight.audiences() if "Brightside" in group.sees(audience)
    }
    assert seen == {"facilitators"}
    assert [one.covers for one in veils_told(group)] == [("Brightside",)] * 2


def test_E4d_confirmed_it_is_gone_from_the_record_too() -> None:
    group = Covered()
    group.do(group.fay, "ConfirmVeil", veil=group.veil)
    assert "Brightside" not in str(group.record)
    assert group.view("everyone", "notes", group.noted).text == f"{MASK} paid us after ninety days"


def test_E4d_only_a_facilitator_lifts_or_confirms() -> None:
    group = Covered()
    for person in (group.sam, group.tess, group.kit):
        for asked in ("LiftVeil", "ConfirmVeil"):
            with refused("Only a facilitator"):
                group.do(person, asked, veil=group.veil)


def test_E4d_after_three_days_it_is_final_and_not_before() -> None:
    group = Covered()
    group.after(71)
    assert group.chart.veils
    group.after(73)
    assert not group.chart.veils
    assert group.view("everyone", "notes", group.noted).text == f"{MASK} paid us after ninety days"


def test_E4d_only_the_clock_says_that_the_time_is_over() -> None:
    group = Covered()
    with refused("That can be done by its own link only"):
        group.do(group.fay, "SettleDueVeils")


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        (NOTE, "That stands"),
        ("we waited for the money all that winter long", "Only a name"),
        ("x" * 61, "Only a name"),
        ("Tess", "Somebody here is called that"),
        ("tess", "Somebody here is called that"),
        ("Buying", "That stands in the workshop's title"),
        ("B", "Give at least two letters"),
    ],
)
def test_E4c_whole_notes_peoples_names_and_the_title_are_never_covered(
    passage: str, why: str
) -> None:
    group = Group()
    group.note(group.tess, NOTE)
    group.note(group.tess, passage)
    group.moment(group.story(visibility="only_me"), text=passage)
    before = group.sees("everyone")
    if passage == NOTE:  # six words: it may be a name, and then it is a veil
        group.do(group.sam, "MaskWords", passage=passage)
        group.do(group.fay, "LiftVeilsOf", person=group.sam)
    else:
        with refused(why):
            group.do(group.sam, "MaskWords", passage=passage)
    assert group.sees("everyone") == before


def test_E4b_after_the_close_and_face_down_it_is_a_veil_too() -> None:
    group = Group()
    group.moment(group.story(visibility="only_me"), text="Brightside was late")
    group.do(group.fay, "StartSilence")
    silent = group.note(group.tess, NOTE)
    group.do(group.sam, "MaskWords", passage="Brightside")
    veil = veils_of(group)[0]
    assert not veils_told(group), "nothing of a note that lies face down"
    group.do(group.fay, "RevealNotes")
    group.do(group.fay, "CloseFlipchart")
    group.do(group.fay, "LiftVeil", veil=veil)
    assert group.thing(silent).words.text == NOTE


def test_E4d_a_name_that_no_facilitator_can_read_stays_veiled_and_is_not_masked_by_time() -> None:
    group = Group()
    own = group.do(group.tess, "TellExperience", title="Mine", visibility="only_me")
    own = group.moment(own, group.tess, text="Brightside again", visibility="only_me")
    group.moment(group.story(), text="Brightside was late")
    group.note(group.tess, NOTE)
    group.do(group.sam, "MaskWords", passage="Brightside")
    Covered.after(group, 100)  # type: ignore[arg-type]
    assert [list(veil.places) for veil in group.chart.veils.values()] == [[group.thing(own).id]]


def test_E4b_how_many_entries_there_are_tells_nothing_of_hidden_words() -> None:
    numbers = []
    for text in ("Brightside", "Somebody"):
        group = Group()
        group.do(group.tess, "WriteMemo", text=text)
        group.moment(group.story(visibility="only_me"), text="Brightside was late")
        group.do(group.sam, "MaskWords", passage="Brightside")
        numbers.append((group.chart.number, group.chart.public_number))
    assert numbers[0] == numbers[1]


def test_E4d_two_veils_over_the_same_words_settle_together_and_nothing_shows_between() -> None:
    group = Group()
    note = group.note(group.tess, "North Brightside Mill paid us")
    group.moment(group.story(), text="North Brightside, and Brightside Mill")
    group.do(group.fay, "MaskWords", about=note, passage="Brightside Mill")
    group.do(group.sam, "MaskWords", passage="North Brightside")
    assert group.view("everyone", "notes", note).text == f"{MASK} paid us"
    group.do(group.fay, "ConfirmVeil", veil=veils_of(group)[-1])
    assert group.view("everyone", "notes", note).text == f"{MASK} paid us"
    assert not group.chart.veils


def test_E4e_what_is_worded_anew_under_a_veil_stands_as_it_was_typed() -> None:
    group = Covered()
    group.do(group.tess, "Reword", about=group.noted, text="They paid us late", version=1)
    group.do(group.fay, "LiftVeil", veil=group.veil)
    assert group.view("everyone", "notes", group.noted).text == "They paid us late"


def test_E4b_going_back_to_a_veiled_wording_brings_no_word_from_beneath_it() -> None:
    group = Covered()
    group.do(group.tess, "Reword", about=group.noted, text="They paid us late", version=1)
    with refused("Part of that is covered just now"):
        group.do(group.tess, "UndoRewording", about=group.noted)
    assert "Brightside" not in group.sees("everyone") + group.sees(group.tess)


def test_L4a_a_flood_of_veils_is_refused_in_a_sentence() -> None:
    group = Covered()
    group.moment(group.winter, text=" ".join(chr(97 + n) * 5 for n in range(26)))
    asked = [chr(97 + n) * 5 for n in range(26)]
    with refused("You have covered others' words often"):
        for passage in asked:
            group.do(group.sam, "MaskWords", passage=passage)
    group.now += 61 * MINUTE
    group.do(group.sam, "MaskWords", passage="zzzzz")


def test_L4c_facilitators_are_told_who_covered_what_and_undo_all_of_one_person_at_once() -> None:
    group = Covered()
    group.moment(group.winter, text="ninety days late")
    group.do(group.sam, "MaskWords", passage="ninety days")
    assert {one.by for one in veils_told(group)} == {group.sam}
    group.do(group.fay, "LiftVeilsOf", person=group.sam)
    assert group.view("everyone", "notes", group.noted).text == NOTE


def test_E10b_first_is_who_stands_first_in_the_record_whatever_time_was_given() -> None:
    group = Group()
    first = group.note(group.tess, "We always paid our small firms first of all")
    copy = group.note(
        group.sam,
        "We always paid our small firms first of all",
        said_at=group.chart.people[group.sam].arrived_at,
    )
    group.do(group.sam, "TakeBack", about=copy)
    assert (
        group.view("everyone", "notes", first).text == "We always paid our small firms first of all"
    )


def test_E10b_a_moments_words_that_stood_first_are_no_copy_of_what_was_written_later() -> None:
    group = Group()
    moment = group.moment(group.story(), quote="Nobody told me when the money comes")
    copy = group.note(group.tess, "Nobody told me when the money comes")
    group.do(group.kit, "Tag", about=moment, tag="money")
    group.do(group.tess, "TakeBack", about=copy)
    assert group.view("everyone", "moments", moment).quote == "Nobody told me when the money comes"


def test_E10c_a_copy_is_veiled_and_a_facilitator_lifts_it_where_it_was_none() -> None:
    group = Group()
    note = group.note(group.sam, "Small firms first of all")
    aim = group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[note])
    group.do(group.sam, "TakeBack", about=note)
    assert group.view("everyone", "aims", aim).text == f"{MASK}!"
    group.do(group.fay, "LiftVeil", veil=veils_of(group)[0], about=[aim])
    assert group.view("everyone", "aims", aim).text == "Small firms first of all!"


def test_E10c_after_three_days_a_copy_is_in_no_entry() -> None:
    group = Group()
    note = group.note(group.sam, "Small firms first of all")
    group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[note])
    group.do(group.sam, "TakeBack", about=note)
    group.do(group.fay, "ConfirmVeil", veil=veils_of(group)[0])
    assert "Small firms" not in str(group.record)


def test_A3a_who_took_back_something_unnamed_is_not_told_by_the_veil() -> None:
    group = Group()
    note = group.note(group.sam, "Small firms first of all", unnamed=True)
    group.do(group.fay, "AddAim", text="Small firms first of all!", rests_on=[])
    group.do(group.sam, "TakeBack", about=note)
    assert [one.by for one in veils_told(group)] == [None]
    group.do(group.fay, "LiftVeilsOf", person=group.sam)
    assert group.chart.veils, "lifting Sam's would tell that it is Sam's"


def test_S7_a_note_taken_back_is_beneath_no_veil_either() -> None:
    group = Covered()
    group.do(group.tess, "TakeBack", about=group.noted)
    assert NOTE not in str(group.record)
    assert all(group.noted not in veil.places for veil in group.chart.veils.values())


def test_S3_random_histories_with_veils_are_the_same_live_and_replayed() -> None:
    for seed in range(60):
        group = Monkey(seed, 160, copying=True).group
        group.chart.touched.clear()
        assert group.chart == group.replayed(), seed


def test_E4b_random_histories_show_nothing_from_beneath_a_veil() -> None:
    covered = 0
    commands = [
        *(command for command in ASKABLE if "Veil" not in command.__name__),
        *[MaskWords] * 20,
    ]
    for seed in range(60):
        group = Monkey(seed, 200, commands).group
        veils = group.chart.veils.values()
        # to be read in their place
        put = {veil.replacement.shown for veil in veils if veil.replacement is not None}
        places = [passages for veil in veils for passages in veil.places.values()]
        for passage in {words.shown for passages in places for words in passages} - put:
            covered += 1
            for audience in group.sight.audiences() - {"facilitators"}:
                assert passage not in re.findall(r"\w+", group.sees(audience)), (seed, audience)
    assert covered


def test_E4d_what_facilitators_read_beneath_a_veil_over_the_whole_is_what_stands_now() -> None:
    group = Group()
    line = group.do(group.sam, "ProposeAgreement", text="Ask Brightside")
    group.do(group.fay, "MaskWords", about=line, reason="name")
    for text in ("Ask Longmeadow", "Ask Fairholme"):
        group.do(group.sam, "Reword", about=line, text=text, version=group.thing(line).version)
        assert [one.covers for one in veils_told(group)] == [(text,)]


def test_E4e_what_was_masked_as_a_whole_lies_under_no_veil_any_more() -> None:
    group = Group()
    note = group.note(group.sam, "Acme never pays")
    group.do(group.fay, "MaskWords", about=note, passage="Acme", replacement="A firm")
    group.do(group.sam, "MaskWords", about=note, passage="")
    group.chart.touched.clear()
    assert "Acme" not in group.sees("facilitators") and group.chart == group.replayed()
