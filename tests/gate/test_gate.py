"""The gate: an item leaves only with a yes of everybody whose words are in it, and
of their organisation.
"""

from msgspec.structs import replace
from permitting import all_but, keeping_back, left, selected
from table import Group

from footpath.gate.attribution import ROWS
from footpath.gate.permissions import Agreement, KeptBackBy, ThingKeptBack
from footpath.gate.selection import Selection, Why, select
from footpath.method import ENTRIES


def test_C5_without_the_organisation_nothing_and_nobody_leaves() -> None:
    group = Group()
    note = group.note(group.sam)
    chosen = selected(group, all_but(group, agreement=Agreement()))
    assert chosen == Selection(left_out={note: Why.ORGANISATION})


def test_C6a_a_note_leaves_with_its_authors_yes_and_not_without() -> None:
    group = Group()
    yes, no = group.note(group.sam), group.note(group.tess)
    chosen = selected(group, all_but(group, group.tess))
    assert [one.thing for one in chosen.leaving] == [yes]
    assert chosen.left_out == {no: Why.NO_CONSENT}


def test_C6a_words_typed_for_a_named_person_are_that_persons() -> None:
    group = Group()
    note = group.note(group.kit, for_person=group.sam)
    assert note in left(group, all_but(group, group.kit))
    assert note not in left(group, all_but(group, group.sam))


def test_C6a_whoever_reworded_the_groups_text_is_asked_too() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    group.do(group.kit, "Reword", about=aim, text="Pay on time, every time", version=1)
    assert left(group, all_but(group))[aim].texts["first_text"] == "Pay on time"
    assert aim not in left(group, all_but(group, group.kit))
    assert aim not in left(group, all_but(group, group.fay))


def test_C6a_an_offer_that_was_not_taken_makes_nobody_a_co_author() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.tess, "Reword", about=note, text="Pay everybody at once", version=1)
    offer = next(iter(group.chart.offers[note]))
    assert note in left(group, all_but(group, group.tess))
    group.do(group.sam, "SettleOffer", about=offer, take=True)
    assert note not in left(group, all_but(group, group.tess))


def test_C6a_words_put_in_place_of_masked_ones_are_those_of_who_put_them() -> None:
    group = Group()
    note = group.note(group.sam)
    group.do(group.fay, "MaskWords", about=note, replacement="Something about money")
    assert note not in left(group, all_but(group, group.fay))
    assert left(group, all_but(group))[note].texts == {"text": "Something about money"}


def test_C6a_a_lane_that_somebody_else_named_is_left_out_and_the_moment_leaves() -> None:
    group = Group()
    moment = group.moment(group.story(), lane="Finance", feeling=-2)
    arranged = {"about": moment, "lane": "The boss", "stage": "", "feeling": 1, "at_request": True}
    group.do(group.kit, "ArrangeMoment", **arranged)
    leaving = left(group, all_but(group, group.kit))[moment]
    assert (leaving.texts, leaving.feeling) == ({"text": "Paid after seventy days"}, None)
    assert left(group, all_but(group))[moment].texts["lane"] == "The boss"


def test_C6a_what_a_keeper_changed_because_the_author_asked_is_the_authors() -> None:
    group = Group()
    moment = group.moment(group.story(), quote="Where is my money?")
    asked = {"about": moment, "lane": "", "stage": "", "quote": "Where is it?", "at_request": True}
    group.do(group.kit, "ArrangeMoment", **asked)
    group.do(group.kit, "Reword", about=moment, text="Paid late", version=2, at_request=True)
    leaving = left(group, all_but(group, group.kit))[moment]
    assert (leaving.texts, leaving.people) == (
        {"text": "Paid late", "quote": "Where is it?"},
        {group.sam},
    )


def test_C6a_who_consents_counts_whether_or_not_they_said_anything() -> None:
    group = Group()
    chosen = selected(group, all_but(group, group.tess))
    assert chosen.people == set(group.chart.people) - {group.tess}


def test_C6a_the_phases_are_told_as_they_were_opened() -> None:
    group = Group()
    group.do(group.fay, "OpenPhase", phase="reflect")
    moment = group.moment(group.story())
    group.do(group.fay, "OpenPhase", phase="process")
    chosen = selected(group, all_but(group))
    assert [phase for phase, _ in chosen.phases] == ["gather", "reflect", "process"]
    assert {one.thing: one.phase for one in chosen.leaving}[moment] == "reflect"


def test_C6a_what_is_put_again_as_it_was_stays_whose_it_was() -> None:
    group = Group()
    moment = group.moment(group.story(), lane="Finance", who=["Ann"], feeling=-2)
    group.do(
        group.kit,
        "ArrangeMoment",
        about=moment,
        lane="Finance",
        stage="",
        who=["Ann", "Bo"],
        feeling=-2,
        at_request=True,
    )
    leaving = left(group, all_but(group, group.kit))[moment]
    assert (leaving.texts["lane"], leaving.lists, leaving.feeling) == (
        "Finance",
        {"who": ("Ann",)},
        -2,
    )


def test_C6b_what_somebody_keeps_back_stays_until_that_hand_lets_it_go() -> None:
    group = Group()
    note = group.note(group.sam)
    kept = keeping_back(note)
    assert selected(group, all_but(group, kept_back=kept)).left_out == {note: Why.KEPT_BACK}
    freed = (*kept, ThingKeptBack(about=note, hand=KeptBackBy.FACILITATOR, kept=False))
    assert not left(group, all_but(group, kept_back=freed))
    assert left(
        group,
        all_but(
            group, kept_back=(*freed, ThingKeptBack(about=note, hand=KeptBackBy.AUTHOR, kept=False))
        ),
    )


def test_C6b_of_two_storytellers_one_lifts_only_what_they_keep_back_themselves() -> None:
    group = Group()
    story = group.joint(group.fay, group.sam, group.tess)
    both = [*keeping_back(story, by=group.sam), *keeping_back(story, by=group.tess)]
    lifted = replace(both[0], kept=False)
    assert story not in left(group, all_but(group, kept_back=(*both, lifted)))
    assert story in left(
        group, all_but(group, kept_back=(*both, lifted, replace(both[1], kept=False)))
    )


def test_C6c_keeping_a_story_back_keeps_all_its_moments() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    out = selected(group, all_but(group, kept_back=keeping_back(story, by=group.sam))).left_out
    assert out == {story: Why.KEPT_BACK, moment: Why.KEPT_BACK}


def test_C6b_a_note_of_the_silence_can_be_kept_back_by_the_id_that_its_author_knew() -> None:
    group = Group()
    group.do(group.fay, "StartSilence")
    private = group.note(group.sam)
    group.do(group.fay, "RevealNotes")
    public = group.thing(private).id
    assert selected(group, all_but(group, kept_back=keeping_back(private))).left_out == {
        public: Why.KEPT_BACK
    }
    assert left(group, all_but(group))[public].said_at is None


def test_C6a_only_what_everybody_may_see_leaves() -> None:
    group = Group()
    story = group.story()
    private = group.moment(story, visibility="only_me")
    memo = group.do(group.sam, "WriteMemo", text="They laugh a lot")
    hidden = group.note(group.sam)
    group.do(group.fay, "Hide", about=hidden, reason="A name")
    deleted = group.note(group.sam, "Wrong")
    group.do(group.sam, "Delete", about=deleted)
    out = selected(group, all_but(group)).left_out
    assert out == {
        memo: Why.NOT_SHARED,
        private: Why.NOT_SHARED,
        hidden: Why.GONE,
        deleted: Why.GONE,
    }


def test_C6a_what_was_taken_back_since_does_not_leave_from_an_earlier_state_either() -> None:
    group = Group()
    note, story = group.note(group.sam), group.story()
    moments = [group.moment(story), group.moment(story, group.tess)]
    moment, permissions = group.chart.number, all_but(group)
    for about in (note, story):
        group.do(group.sam, "TakeBack", about=about)
    out = select(group.record, permissions, moment).left_out
    assert out == {
        note: Why.GONE,
        story: Why.GONE,
        moments[0]: Why.GONE,
        moments[1]: Why.NOT_SHARED,
    }


def test_C6a_what_happened_after_the_moment_does_not_count() -> None:
    group = Group()
    note = group.note(group.sam)
    moment = group.chart.number
    group.note(group.sam, "Later")
    group.do(group.sam, "Delete", about=note)
    assert [one.thing for one in select(group.record, all_but(group), moment).leaving] == [note]


def test_C6a_a_story_is_its_tellers_whoever_laid_it_out() -> None:
    group = Group()
    story = group.story()
    assert left(group, all_but(group))[story].by == group.sam
    assert story not in left(group, all_but(group, group.sam))
    assert story not in left(group, all_but(group, group.fay))


def test_C7_a_link_leads_only_to_what_leaves_as_well() -> None:
    group = Group()
    notes = [group.note(person) for person in (group.sam, group.tess)]
    value = group.do(group.fay, "AddValue", name="Fairness", heard_in=notes)
    leaving = left(group, all_but(group, group.tess))
    assert leaving[value].links == (("heard_in", notes[0], ""),)


def test_C7_a_moments_place_counts_only_those_that_leave() -> None:
    group = Group()
    story = group.story()
    moments = [group.moment(story, person) for person in (group.tess, group.sam, group.sam)]
    leaving = left(group, all_but(group, group.tess))
    assert [leaving[id].links for id in moments[1:]] == [
        (("in_story", story, "1"),),
        (("in_story", story, "2"),),
    ]


def test_C6a_what_was_said_of_an_aim_leaves_with_who_said_it_and_with_the_aim() -> None:
    group = Group()
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[])
    group.do(group.kit, "KeepAim", about=aim, reason="It was the heart of it")
    reviews = [one for one in left(group, all_but(group)).values() if one.kind == "review"]
    assert [(one.texts, one.links) for one in reviews] == [
        ({"reason": "It was the heart of it", "choice": "keep"}, (("about", aim, ""),))
    ]
    assert not [
        one for one in left(group, all_but(group, group.kit)).values() if one.kind == "review"
    ]
    assert not left(group, all_but(group, group.fay))


def test_O6b_words_that_were_left_out_of_a_line_are_tied_to_it_in_no_file() -> None:
    group = Group()
    note = group.note(group.sam)
    aim = group.do(group.fay, "AddAim", text="Pay on time", rests_on=[note])
    group.do(group.kit, "KeepAim", about=aim, reason="It was the heart of it", rests_on=[note])
    assert [
        one for one in left(group, all_but(group)).values() if ("rests_on", note, "") in one.links
    ] != []
    group.do(group.sam, "AnswerLine", about=aim, answer="leave_out")
    assert [
        one for one in left(group, all_but(group)).values() if ("rests_on", note, "") in one.links
    ] == []


def test_C6a_every_kind_of_entry_with_words_has_a_row() -> None:
    assert {kind.__name__ for kind in ENTRIES if kind.words_of is not None} <= {
        kind.__name__ for kind in ROWS
    }


def test_C10_words_of_an_unknown_hand_never_leave() -> None:
    group = Group()
    note = group.note(group.kit, for_someone=True)
    assert selected(group, all_but(group)).left_out == {note: Why.UNKNOWN_HAND}


def test_C10_an_unnamed_note_follows_its_authors_answers_and_names_nobody() -> None:
    group = Group()
    note = group.note(group.sam, unnamed=True)
    leaving = left(group, all_but(group))[note]
    assert (leaving.by, leaving.said_at, leaving.people) == (None, None, {group.sam})
    assert note not in left(group, all_but(group, group.sam))
