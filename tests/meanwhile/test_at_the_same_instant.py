"""Two who press at the same instant: one comes second, and is asked; what they changed
apart is all there.
"""

from convening import Convening
from two_people import Writer, at_once, both, now, of, registered, told

from footpath.organisations.models import Policy

TURNS = 2


def test_S11c_of_two_who_save_the_same_point_at_once_one_is_asked(convening: Convening) -> None:
    notice = convening.published(place="The old barn")
    registered(notice)
    for turn in range(TURNS):
        sorrel, heron = both(convening, of(notice))
        answers = at_once((sorrel, {"place": f"Mill {turn}"}), (heron, {"place": f"Hall {turn}"}))
        assert sorted(answers) == [302, 409]
        assert now(notice).place == (f"Mill {turn}" if answers[0] == 302 else f"Hall {turn}")
        assert (now(notice).sequence, len(told())) == (turn + 1, 1)


def test_S11b_of_two_who_save_different_points_at_once_both_are_kept(convening: Convening) -> None:
    notice = convening.published()
    for turn in range(TURNS):
        sorrel, heron = both(convening, of(notice))
        typed = {"languages": f"Welsh {turn}", "facilitators": f"Fay {turn}"}
        answers = at_once(
            (sorrel, {"languages": typed["languages"]}),
            (heron, {"facilitators": typed["facilitators"]}),
        )
        assert answers == [302, 302]
        assert (now(notice).languages, now(notice).facilitators) == (f"Welsh {turn}", f"Fay {turn}")


def test_S11b_whoever_saves_while_it_is_published_leaves_it_published(convening: Convening) -> None:
    draft = convening.draft()
    sorrel, heron = both(convening, of(draft))
    answers = at_once((sorrel, {"to": "/publish"}), (heron, {"languages": "Welsh"}))
    assert answers[0] == 302 and now(draft).state == "published"
    assert now(draft).languages == ("Welsh" if answers[1] == 302 else "")


def test_S11b_one_form_sent_by_many_at_once_is_stored_whole(convening: Convening) -> None:
    path = f"/p/{convening.policy.address}/edit"
    writers = [Writer(convening.device(convening.heron), path) for _ in range(4)]
    answers = at_once(
        *[(one, {"title": f"Title {n}", "about": f"About {n}"}) for n, one in enumerate(writers)]
    )
    assert sorted(answers) == [302, 409, 409, 409]
    stored = Policy.objects.get(pk=convening.policy.pk)
    assert stored.title.partition(" ")[2] == stored.about.partition(" ")[2]
