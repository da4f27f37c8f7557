"""Experience: stories, moments, who receives them, taking a story back."""

import pytest
from table import Group, refused


def test_E1_a_story_keeps_title_tellers_side_setting_and_time_in_the_tellers_words() -> None:
    group = Group()
    story = group.story(side="provider", elsewhere=True, when="two winters ago")
    view = group.view("everyone", "experiences", story)
    assert (view.title, view.storytellers, view.side) == (
        "The long winter",
        (group.sam,),
        "provider",
    )
    assert (view.elsewhere, view.when) == (True, "two winters ago")


def test_L2g_a_story_has_so_many_tellers_and_no_more() -> None:
    group = Group()
    with refused("That is more than 12 at once"):
        group.story(storytellers=[group.arrive(f"Teller {number}") for number in range(13)])


def test_E1_the_policy_names_its_sides() -> None:
    group = Group()
    with refused("This policy's sides are client, provider"):
        group.story(side="landlord")


def test_E2_anything_but_what_happened_may_be_missing() -> None:
    group = Group()
    moment = group.moment(group.story())
    view = group.view("everyone", "moments", moment)
    assert (view.lane, view.stage, view.feeling, view.quote, view.who) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_E2_a_moment_keeps_who_what_was_used_the_tellers_words_and_the_feeling() -> None:
    group = Group()
    moment = group.moment(
        group.story(), lane="Us", stage="Being paid", who=["finance"], used=["invoice"],
        quote="We lent wages", feeling=-2, feeling_words="ashamed", inferred=True,
    )  # fmt: skip
    view = group.view("everyone", "moments", moment)
    assert (view.who, view.used, view.quote) == (("finance",), ("invoice",), "We lent wages")
    assert (view.feeling, view.feeling_words, view.inferred) == (-2, "ashamed", True)


def test_E3a_a_storyteller_prepares_alone() -> None:
    group = Group()
    story = group.do(group.sam, "TellExperience", title="Mine", visibility="only_me")
    group.moment(story, text="nobody yet")
    assert "nobody yet" in group.sees(group.sam)
    assert all("nobody yet" not in group.sees(a) for a in ("everyone", "facilitators", group.fay))


def test_E3a_a_moment_for_facilitators_reaches_them_and_its_teller() -> None:
    group = Group()
    story = group.story()
    group.moment(story, text="for few", visibility="facilitators")
    assert "for few" in group.sees("facilitators")
    assert "for few" in group.sees(group.sam)
    assert "for few" not in group.sees("everyone")


def test_E3a_a_moment_is_told_to_be_seen_no_further_than_its_story() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, visibility="shared")
    group.do(group.sam, "SetVisibility", about=story, visibility="facilitators")
    view = group.view("facilitators", "moments", moment)
    assert (view.visibility, view.reach) == ("shared", "facilitators")


def test_E3a_sharing_shows_it_and_narrowing_takes_it_from_every_screen() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, text="for now", visibility="only_me")
    group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    assert "for now" in group.sees("everyone")
    moment = group.thing(moment).id
    group.do(group.sam, "SetVisibility", about=moment, visibility="only_me")
    assert "for now" not in group.sees("everyone")
    assert group.told["everyone"].drop["moments"] == [moment]


def test_E4b_a_masked_name_is_masked_everywhere_at_once() -> None:
    group = Group()
    story = group.story(title="Acme and us")
    moment = group.moment(story, quote="ACME sent it back", lane="Acme")
    group.note(group.tess, "I know Acme too")
    group.do(group.sam, "MaskWords", passage="Acme")
    assert "acme" not in group.sees("everyone").lower()
    assert group.view("everyone", "moments", moment).quote == "███ sent it back"


def test_E4a_a_participant_without_a_story_masks_nothing_of_others() -> None:
    group = Group()
    with refused("Only a facilitator"):
        group.do(group.tess, "MaskWords", passage="anything")


def test_E5_moments_move_by_a_command_and_keep_their_words() -> None:
    group = Group()
    story = group.story()
    first, second = group.moment(story), group.moment(story, text="Then this")
    group.do(group.sam, "ArrangeMoment", about=second, lane="Us", stage="", feeling=1, before=first)
    assert group.view("everyone", "experiences", story).moments == (second, first)
    assert group.thing(second).words.text == "Then this"


def test_E6a_somebody_elses_moment_waits_for_the_teller() -> None:
    group = Group()
    moment = group.moment(group.story(), group.tess)
    assert not group.view("everyone", "moments", moment).accepted
    with refused("Only the storyteller takes"):
        group.do(group.fay, "AcceptMoment", about=moment, accept=True)
    group.do(group.sam, "AcceptMoment", about=moment, accept=True)
    assert group.view("everyone", "moments", moment).accepted


def test_E6a_the_teller_takes_it_off_the_map_and_cannot_reword_it() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story, group.tess, text="Her words")
    group.do(group.sam, "Reword", about=moment, text="My words", version=1)
    assert group.thing(moment).words.text == "Her words"
    group.do(group.sam, "AcceptMoment", about=moment, accept=False)
    assert group.view("everyone", "moments", moment) is None
    assert "Her words" in group.sees(group.tess)


def test_E6b_only_the_teller_puts_back_what_they_took_off_their_map() -> None:
    group = Group()
    moment = group.moment(group.story(), group.tess, "They were late with us too")
    group.do(group.sam, "AcceptMoment", about=moment, accept=False)
    with refused("Only the storyteller takes a moment"):
        group.do(group.tess, "BringBack", about=moment)
    group.do(group.sam, "BringBack", about=moment)
    assert group.thing(moment).stands


def test_E6e_when_the_story_is_taken_back_it_stays_its_authors() -> None:
    group = Group()
    story = group.story()
    group.moment(story, group.tess, text="Her words")
    group.do(group.sam, "TakeBack", about=story)
    assert "Her words" in group.sees(group.tess)
    assert "Her words" not in group.sees("everyone") + group.sees(group.sam)


@pytest.mark.parametrize("text", ["", "us too, last year"])
def test_E7_i_had_that_too_with_or_without_words(text: str) -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    group.do(group.sam, "EndTellersTurn", experience=story)
    group.do(group.tess, "HadThatToo", about=moment, text=text, side="client", elsewhere=True)
    assert group.view("everyone", "moments", moment).had_too == 1


def test_E7_one_person_is_no_crowd_that_had_that_too() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    group.do(group.sam, "EndTellersTurn", experience=story)
    for text in ("", "us too", "and again"):
        group.do(group.tess, "HadThatToo", about=moment, text=text)
    assert group.view("everyone", "moments", moment).had_too == 1
    with refused("You said so already."):
        group.do(group.tess, "HadThatToo", about=moment, unnamed=True)


def test_E7_who_types_it_for_somebody_is_not_told_that_they_said_so_without_their_name() -> None:
    group = Group()
    story = group.story()
    moment = group.moment(story)
    group.do(group.sam, "EndTellersTurn", experience=story)
    group.do(group.tess, "HadThatToo", about=moment, unnamed=True)
    group.do(group.kit, "HadThatToo", about=moment, for_person=group.tess)
    assert group.view("everyone", "moments", moment).had_too == 2


def test_E8a_only_the_storyteller_says_thats_it() -> None:
    group = Group()
    story = group.story()
    with refused("Only the storyteller"):
        group.do(group.fay, "SayThatsIt", experience=story)
    with refused("They are here with a device of their own"):
        group.do(group.kit, "SayThatsIt", experience=story, for_person=group.sam)
    group.do(group.sam, "SayThatsIt", experience=story)
    assert group.view("everyone", "experiences", story).finished


def test_E8a_who_has_no_device_lets_a_scribe_say_that_their_story_is_told() -> None:
    group = Group()
    ada = group.do(group.kit, "AddPerson", name="Ada")
    story = group.do(group.kit, "TellExperience", title="Before the web", for_person=ada)
    group.do(group.kit, "SayThatsIt", experience=story, for_person=ada)
    assert group.view("everyone", "experiences", story).finished


def test_E8c_a_story_taken_back_is_on_no_screen_and_what_rested_on_it_says_so() -> None:
    group = Group()
    story = group.story(title="The long winter")
    moment = group.moment(story, text="Seventy days")
    value = group.do(group.tess, "AddValue", name="Prompt", heard_in=[moment])
    group.do(group.sam, "TakeBack", about=story)
    everything = "".join(group.sees(a) for a in group.sight.audiences()) + str(group.record)
    assert "Seventy days" not in everything and "long winter" not in everything
    assert group.view("everyone", "moments", moment).state == "withdrawn"
    assert group.view("everyone", "values", value).heard_in == (moment,)


def test_E8c_nobody_else_takes_a_story_back() -> None:
    group = Group()
    story = group.story()
    with refused("Only the storyteller"):
        group.do(group.fay, "TakeBack", about=story)


def test_E9_a_question_and_its_answer_stay_with_what_they_are_about() -> None:
    group = Group()
    moment = group.moment(group.story())
    question = group.do(group.tess, "AskQuestion", about=moment, text="Who signed?")
    answer = group.do(group.sam, "Answer", about=question, text="Nobody")
    assert group.view("everyone", "moments", moment).questions == (question,)
    assert group.view("everyone", "notes", question).questions == (answer,)


def test_E4a_a_storyteller_masks_names_of_their_own_story_only() -> None:
    group = Group()
    group.moment(group.story(), text="Acme paid late")
    group.note(group.tess, "Bolt and Acme are alike")
    with refused("Only a facilitator can do that"):
        group.do(group.sam, "MaskWords", passage="Bolt")
    group.do(group.sam, "MaskWords", passage="acme")
    assert "Acme" not in group.sees("everyone")
    assert "Bolt" in group.sees("everyone")


def test_E4c_a_short_passage_is_masked_as_a_word_and_a_long_one_inside_words_too() -> None:
    group = Group()
    group.note(group.tess, "Ann is Annual; Acmes and Acme")
    group.do(group.fay, "MaskWords", passage="Ann")
    group.do(group.fay, "MaskWords", passage="Acme")
    assert "███ is Annual; ███s and ███" in group.sees("everyone")


def test_E3c_a_storyteller_cannot_show_somebody_elses_private_moment() -> None:
    group = Group()
    moment = group.moment(group.story(), group.tess, text="I was there", visibility="facilitators")
    with refused("Only who wrote this moment"):
        group.do(group.sam, "SetVisibility", about=moment, visibility="shared")
    group.do(group.tess, "SetVisibility", about=moment, visibility="shared")
    assert "I was there" in group.sees("everyone")
