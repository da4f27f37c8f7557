"""The gate: words of people who said no inside words that leave, paraphrases, and names
that may not be said.
"""

import pytest
from permitting import AGREED, all_but, answered, form, keeping_back, left, permitted, selected
from table import Group

from footpath.gate.permissions import Agreement, OtherWords, Purpose
from footpath.gate.selection import Why
from footpath.method.words.words import MASK

TOLD = "They made me wait for my own money until the summer had gone by"


def test_C8a_a_whole_note_of_four_words_is_masked_in_somebody_elses() -> None:
    group = Group()
    group.note(group.tess, "Nobody ever asked us")
    note = group.note(group.sam, "Tess said “NOBODY, ever, asked us!” and I agree")
    assert (
        left(group, all_but(group, group.tess))[note].texts["text"]
        == f"{MASK} said “{MASK}!” and I agree"
    )
    assert "NOBODY, ever, asked us!" in left(group, all_but(group))[note].texts["text"]


def test_C8a_eight_words_in_a_row_are_masked() -> None:
    group = Group()
    group.note(group.tess, TOLD)
    note = group.note(group.sam, f"She says: {' '.join(TOLD.split()[2:10]).upper()}, and so on")
    assert (
        left(group, all_but(group, group.tess))[note].texts["text"]
        == f"She says: {MASK}, and so on"
    )


@pytest.mark.parametrize(("words", "waits"), [(4, False), (5, True), (7, True)])
def test_C8a_five_to_seven_words_in_a_row_hold_the_item(words: int, waits: bool) -> None:
    group = Group()
    group.note(group.tess, TOLD)
    note = group.note(
        group.sam, f"He had, like her, {' '.join(TOLD.split()[2 : 2 + words])} and left"
    )
    assert selected(group, all_but(group, group.tess)).held == (
        {note: Why.NEAR_COPY} if waits else {}
    )


def test_C8a_a_near_copy_in_the_groups_text_leaves_it_out_and_is_not_held() -> None:
    group = Group()
    group.note(group.tess, TOLD)
    aim = group.do(
        group.fay,
        "AddAim",
        text=TOLD.replace("summer", "winter").replace("wait", "stay"),
        rests_on=[],
    )
    chosen = selected(group, all_but(group, group.tess))
    assert (chosen.held, chosen.left_out[aim]) == ({}, Why.NEAR_COPY)


def test_C8b_what_was_said_first_is_no_copy_of_what_came_later() -> None:
    group = Group()
    note = group.note(group.sam, TOLD)
    group.note(group.tess, TOLD)
    assert left(group, all_but(group, group.tess))[note].texts == {"text": TOLD}


def test_C8a_what_is_kept_back_is_masked_in_its_authors_other_words_too() -> None:
    group = Group()
    kept = group.note(group.sam, TOLD)
    note = group.note(group.sam, f"Again: {TOLD}")
    assert (
        left(group, all_but(group, kept_back=keeping_back(kept)))[note].texts["text"]
        == f"Again: {MASK}"
    )


def test_C8a_what_somebody_deleted_they_may_say_again() -> None:
    group = Group()
    deleted = group.note(group.sam, TOLD)
    group.do(group.sam, "Delete", about=deleted)
    own, others = group.note(group.sam, TOLD), group.note(group.tess, f"Sam: {TOLD}")
    leaving = left(group, all_but(group))
    assert (leaving[own].texts["text"], leaving[others].texts["text"]) == (TOLD, f"{MASK}: {MASK}")


def test_C8a_the_groups_text_that_was_deleted_may_be_said_again_by_anybody() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text=TOLD, rests_on=[])
    group.do(group.fay, "Delete", about=aim)
    again = group.do(group.kit, "AddAim", text=TOLD, rests_on=[])
    assert left(group, all_but(group))[again].texts["text"] == TOLD
    assert left(group, all_but(group, group.fay))[again].texts["text"] == MASK


def test_C8a_earlier_wordings_and_offers_are_looked_for() -> None:
    group = Group()
    reworded = group.note(group.tess, TOLD)
    group.do(group.tess, "Reword", about=reworded, text="Paid late", version=1)
    offered = group.note(group.sam, "Pay at once")
    group.do(
        group.tess, "Reword", about=offered, text="Pay them all on the first of May", version=1
    )
    notes = [group.note(group.sam, text) for text in (TOLD, "Pay them all on the first of May")]
    leaving = left(group, all_but(group, group.tess))
    assert [leaving[note].texts["text"] for note in notes] == [MASK] * 2


def test_C8a_words_that_never_leave_by_themselves_are_looked_for_too() -> None:
    group = Group()
    note = group.note(group.sam, "Pay on time")
    group.do(group.tess, "Tag", about=note, tag="as bad as it gets")
    group.do(group.tess, "ProposeAgreement", text="Nobody is laughed at here")
    group.do(group.tess, "OfferStory", line="How I lost my own flat")
    group.do(group.tess, "Park", about=note, reason="Fay will never like it")
    said = (
        "as bad as it gets",
        "Nobody is laughed at here",
        "How I lost my own flat",
        "Fay will never like it",
    )
    notes = [group.note(group.sam, text) for text in said]
    leaving = left(group, all_but(group, group.tess))
    assert [leaving[note].texts["text"] for note in notes] == [MASK] * 4


def test_C8a_what_was_said_to_facilitators_alone_is_masked_in_others_words() -> None:
    group = Group()
    group.do(group.sam, "OfferStory", line="How I lost my own flat")
    own, other = (
        group.note(person, "How I lost my own flat") for person in (group.sam, group.tess)
    )
    leaving = left(group, all_but(group))
    assert (leaving[own].texts["text"], leaving[other].texts["text"]) == (
        "How I lost my own flat",
        MASK,
    )


def test_C9_paraphrase_only_leaves_the_thing_without_its_words() -> None:
    group = Group()
    moment = group.moment(
        group.story(), quote="Where is my money?", lane="Finance", feeling=-2, who=["Ann"]
    )
    answers = [
        one
        for p in group.chart.people
        for one in answered(p, form(), exact="no" if p == group.sam else "yes")
    ]
    leaving = left(group, permitted(answers))[moment]
    assert (leaving.is_item, leaving.paraphrased, leaving.texts, leaving.lists) == (
        True,
        True,
        {},
        {},
    )
    assert (leaving.kind, leaving.feeling, len(leaving.links)) == ("moment", -2, 1)


def test_C9_a_way_on_leaves_with_its_name_only_where_that_may_leave() -> None:
    group = Group()
    end = group.do(group.fay, "AddElement", kind="end", text="Paid")
    ways = [{"label": "in a month", "to": end}, {"label": "at once", "to": end}]
    step = group.do(group.kit, "AddElement", kind="decision", text="Is it urgent?", branches=ways)
    others = [one for p in group.chart.people for one in answered(p, form()) if p != group.kit]
    links = [("leads_to", end, "in a month"), ("leads_to", end, "at once")]
    assert left(group, all_but(group))[step].links == tuple(links)
    only = left(group, permitted([*others, *answered(group.kit, form(), exact="no")]))
    assert only[step].links == (("leads_to", end, ""),)
    assert left(group, all_but(group, group.fay))[step].links == ()


def test_P3a_what_is_said_of_ways_leaves_with_them() -> None:
    group = Group()
    ids = [group.do(group.kit, "AddElement", kind="activity", text=f"step {n}") for n in range(3)]
    ways = [{"to": ids[1]}, {"to": ids[2]}, {"label": "no", "ends": True}]
    group.do(group.kit, "SayWays", about=ids[0], ways=ways, fork="all")
    links = left(group, all_but(group))[ids[0]].links
    assert links == (
        ("leads_to_all_of", ids[1], ""),
        ("leads_to_all_of", ids[2], ""),
        ("ends_here", ids[0], "no"),
    )


def test_C7_a_single_way_that_leaves_does_not_tell_that_there_were_several() -> None:
    group = Group()
    first, second = (
        group.do(group.kit, "AddElement", kind="activity", text=text) for text in ("one", "two")
    )
    other = group.do(group.fay, "AddElement", kind="activity", text="of somebody who says no")
    group.do(group.kit, "SayWays", about=first, ways=[{"to": second}, {"to": other}], fork="one")
    assert left(group, all_but(group, group.fay))[first].links == (("leads_to", second, ""),)


def test_C9_an_accepted_paraphrase_leaves_for_the_version_that_it_speaks_of() -> None:
    group = Group()
    note = group.note(group.sam, TOLD)
    said = (OtherWords(about=note, version=1, text="Payment was late"),)
    permissions = permitted(answered(group.sam, form(), exact="no"), paraphrases=said)
    assert left(group, permissions)[note].texts == {"paraphrase": "Payment was late"}
    group.do(group.sam, "Reword", about=note, text="Paid very late", version=1)
    assert left(group, permissions)[note].texts == {}


def test_C8a_words_that_may_be_paraphrased_only_are_masked_elsewhere() -> None:
    group = Group()
    group.note(group.tess, TOLD)
    note = group.note(group.sam, f"Tess: {TOLD}")
    answers = [*answered(group.tess, form(), exact="no"), *answered(group.sam, form())]
    assert left(group, permitted(answers))[note].texts == {"text": f"{MASK}: {MASK}"}


def test_C9_a_form_that_asks_for_paraphrase_lets_nothing_leave_without_a_yes_to_it() -> None:
    group = Group()
    note = group.note(group.sam)
    sheet = form(1, Purpose.TAKE_PART, Purpose.QUOTES, Purpose.PARAPHRASE)
    refused = answered(group.sam, sheet, exact="no", paraphrase="no")
    chosen = selected(group, permitted(refused, (sheet,)))
    assert (chosen.left_out, chosen.people) == ({note: Why.NO_CONSENT}, frozenset())
    assert left(group, permitted(answered(group.sam, sheet, exact="no"), (sheet,)))[
        note
    ].paraphrased
    assert not left(group, permitted(answered(group.sam, sheet, paraphrase="no"), (sheet,)))[
        note
    ].paraphrased


def test_C9_paraphrase_only_alone_means_exact_until_somebody_says_yes_to_it() -> None:
    group = Group()
    note = group.note(group.sam)
    sheet = form(1, Purpose.TAKE_PART, Purpose.PARAPHRASE)
    assert left(group, permitted(answered(group.sam, sheet), (sheet,)))[note].paraphrased
    assert not left(group, permitted(answered(group.sam, sheet, paraphrase="no"), (sheet,)))[
        note
    ].paraphrased


@pytest.mark.parametrize("name", ["Hill Street Co-op", "hill street co op", "HILL  STREET CO-OP’s"])
def test_C9_an_organisation_that_may_not_be_named_is_masked_everywhere(name: str) -> None:
    group = Group()
    note = group.note(group.sam, f"At {name.replace('’s', '')} we wait")
    hidden = Agreement(agreed=True, may_be_named=False, names=AGREED.names)
    assert left(group, all_but(group, agreement=hidden))[note].texts["text"] == f"At {MASK} we wait"
    assert MASK not in left(group, all_but(group))[note].texts["text"]


def test_C9_a_person_can_hide_the_organisation_in_their_own_words() -> None:
    group = Group()
    notes = [
        group.note(person, "Hill Street Co-op pays late") for person in (group.sam, group.tess)
    ]
    sheet = form(1, Purpose.TAKE_PART, Purpose.ORGANISATION)
    answers = [*answered(group.sam, sheet, organisation="no"), *answered(group.tess, sheet)]
    leaving = left(group, permitted(answers, (sheet,)))
    assert [leaving[note].texts["text"] for note in notes] == [
        f"{MASK} pays late",
        "Hill Street Co-op pays late",
    ]


def test_C25_a_passage_that_was_decided_on_is_masked_in_every_case() -> None:
    group = Group()
    note = group.note(group.sam, "Ann Lee and ann  lee, not Annabel, owe £500")
    permissions = all_but(
        group, decided=(("Ann Lee", True), ("ann", True), ("£500", True), ("owe", False))
    )
    assert (
        left(group, permissions)[note].texts["text"]
        == f"{MASK} and {MASK}, not Annabel, owe {MASK}"
    )


def test_C25_what_was_pointed_out_waits_until_it_is_decided() -> None:
    group = Group()
    note = group.note(group.sam, "Ask Ann Lee")
    aim = group.do(group.fay, "AddAim", text="Ann  Lee decides", rests_on=[])

    def pointed_out(text: str) -> list[str]:
        return ["ann lee"] if "Ann" in text else []

    chosen = selected(group, all_but(group), pointed_out=pointed_out)
    assert (chosen.held, chosen.left_out) == ({note: Why.UNDECIDED}, {aim: Why.UNDECIDED})
    decided = selected(
        group, all_but(group, decided=(("Ann  Lee", False),)), pointed_out=pointed_out
    )
    assert {one.thing for one in decided.leaving} == {note, aim}
