"""The nastiest of those who may write: what they forge, send or repeat keeps
nobody else from saving.
"""

import pytest
from convening import Convening, fields
from django.test import Client
from opened import seal_in
from two_people import Writer, asked, both, now, of

from footpath.meanwhile.models import Change
from footpath.meanwhile.sharing import MOST_TIMES
from footpath.notices.models import Notice


@pytest.fixture
def notice(convening: Convening) -> Notice:
    """A published notice."""
    return convening.published(place="The old barn")


def test_S11b_who_goes_on_changing_a_point_keeps_nobody_from_saving(
    convening: Convening, notice: Notice
) -> None:
    _, heron = both(convening, of(notice))
    typed, answer = {"what": "Heron's words.", "languages": "Welsh"}, None
    for turn in range(MOST_TIMES + 1):
        both(convening, of(notice))[0].sends(what=f"Sorrel's words {turn}.")
        answer = heron.sends(**typed)
        typed = {"settle": "mine/what"}
        assert answer.status_code == (409 if turn < MOST_TIMES else 200)
    assert answer is not None and f"Sorrel&#x27;s words {MOST_TIMES}." in answer.content.decode()
    assert (now(notice).what, now(notice).languages) == ("Heron's words.", "Welsh")


def test_S11b_whoever_takes_theirs_saves_the_rest_however_often_it_changes(
    convening: Convening, notice: Notice
) -> None:
    _, heron = both(convening, of(notice))
    both(convening, of(notice))[0].sends(what="Sorrel's words.")
    heron.sends(what="Heron's words.", languages="Welsh")
    both(convening, of(notice))[0].sends(what="Sorrel's newest words.")
    assert heron.sends(settle="theirs/what").status_code == 302
    assert (now(notice).what, now(notice).languages) == ("Sorrel's newest words.", "Welsh")


def test_L5a_a_seal_of_another_notice_or_another_form_is_none(
    convening: Convening, notice: Notice
) -> None:
    other = convening.published(place="The old barn")
    heron = both(convening, of(notice))[1]
    for path in (of(other), f"/p/{convening.policy.address}/edit"):
        heron.given["opened-with"] = fields(heron.client, path)["opened-with"]
        assert heron.sends(place="The town hall").status_code == 409
        assert now(notice).place == "The old barn"


@pytest.mark.parametrize("seal", ["", "x" * 200_000, "a:b:c", "😀" * 1000, ".eJw:1:2"])
def test_L1c_a_forged_seal_is_one_question_and_no_fault(
    convening: Convening, notice: Notice, seal: str
) -> None:
    heron = both(convening, of(notice))[1]
    heron.given["opened-with"] = seal
    answer = heron.sends(place="The town hall")
    assert answer.status_code == 409 and "The town hall" in asked(answer)
    assert heron.sends().status_code == 302


@pytest.mark.parametrize(
    "pressed", ["mine/", "theirs/nothing", "theirs/fact:state", "x" * 9999, "mine/sittings:999"]
)
def test_L1c_a_button_that_nobody_drew_settles_nothing(
    convening: Convening, notice: Notice, pressed: str
) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(place="The new mill")
    heron.sends(place="The town hall")
    assert heron.sends(settle=pressed).status_code == 409
    assert now(notice).place == "The new mill"


def test_L1c_rows_without_number_are_counted_and_not_drawn(
    convening: Convening, notice: Notice
) -> None:
    heron = both(convening, of(notice))[1]
    rows = {f"sittings-{n}-title": f"Part {n}" for n in range(200)}
    answer = heron.sends(**{"sittings-TOTAL_FORMS": "999999999", **rows})
    assert answer.status_code in (302, 400)
    answer = heron.sends(**{"sittings-TOTAL_FORMS": "200", **rows})
    assert answer.status_code in (400, 409)


def test_S9_a_page_shows_no_words_of_a_form_to_whom_the_form_is_not_there(
    convening: Convening, notice: Notice
) -> None:
    sorrel, _ = both(convening, of(notice))
    sorrel.sends(what="Sorrel's words.")
    given = {"opened-with": sorrel.given["opened-with"], "what": "x"}
    for client in (
        Client(),
        convening.device(convening.teasel),
        convening.device(convening.yarrow),
    ):
        assert client.post(of(notice), given).status_code == 404


def test_L5j_what_both_wrote_runs_nowhere(convening: Convening, notice: Notice) -> None:
    sorrel, heron = both(convening, of(notice))
    sorrel.sends(what='"><script>alert(1)</script>')
    html = heron.sends(what="</textarea><img src=x onerror=alert(2)>").content.decode()
    assert "<script>alert" not in html and "<img src=x" not in html and seal_in(html)


def test_W28_who_changed_what_is_forgotten_after_a_month_and_holds_no_words(
    convening: Convening, notice: Notice
) -> None:
    Writer(convening.device(convening.sorrel), of(notice)).sends(place="The new mill")
    Change.objects.update(at="2020-01-01T00:00:00Z")
    Writer(convening.device(convening.sorrel), of(notice)).sends(languages="Welsh")
    assert list(Change.objects.values_list("point", flat=True)) == ["languages"]
    assert "Welsh" not in str(list(Change.objects.values()))
