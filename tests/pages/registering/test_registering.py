"""W20: registering needs a name and no account; what was typed survives every error;
sent twice is once.
"""

import re
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import Any

import pytest
from opened import seal_in
from registering_people import Announced
from research_asking import Asked

Announce = Callable[..., Announced]
LUNCH = {"text": "Will you eat with us?", "kind": "yes/no", "required": True}
TRAVEL = {"text": "How do you travel?", "kind": "choice", "choices": ["By train", "On foot"]}


def wrongs(html: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'class="wrong"[^>]*>([^<]+)<', html)]


def names_of(html: str, kind: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf'name="({kind}_\d+)"', html)))


def test_W20_a_name_is_enough_where_people_may_just_turn_up(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    assert workshop.registers("Yarrow").heading == "You are coming, Yarrow"
    assert workshop.states() == {"Yarrow": "coming"}


def test_W20_an_address_is_asked_for_where_everybody_must_register(announced: Announce) -> None:
    yarrow = announced(drop_in=False).registers("Yarrow")
    assert wrongs(yarrow.came.text) == [
        "Type your e-mail address, so that we can send you your own link."
    ]


@pytest.mark.parametrize(
    "typed",
    [
        {"name": ""},
        {"name": "\u200b"},
        {"name": "x" * 81},
        {"email": "yarrow at home"},
        {"email": "a" * 300 + "@example.org"},
        {"access_needs": "x" * 2001},
        {"line": "x" * 1001},
        {"could_tell": "on", "only_watch": "on"},
        {"side": "landlord"},
    ],
)
def test_W20_one_sentence_says_what_is_wrong_and_nothing_typed_is_lost(
    announced: Announce, typed: dict[str, str]
) -> None:
    workshop = announced(drop_in=True)
    given = {
        "name": "Yarrow",
        "email": "y@example.org",
        "access_needs": "Captions, please",
        "line": "A winter",
        **typed,
    }
    came = workshop.somebody().registers(**given)
    assert (came.status_code, len(wrongs(came.text))) == (400, 1)
    for field in ("name", "email", "access_needs", "line"):
        assert given[field].replace("\u200b", "") in unescape(came.text)
    assert workshop.states() == {}


def test_W20_the_organisers_own_questions_are_kept_with_their_answers(announced: Announce) -> None:
    workshop = announced(drop_in=True, questions=[LUNCH, TRAVEL])
    yarrow = workshop.somebody()
    lunch, travel = names_of(yarrow.form_page.text, "question")
    assert wrongs(yarrow.registers(**{travel: "On foot"}).text) == ["This needs an answer."]
    assert re.search(r'value="On foot"[^>]*checked', yarrow.came.text)
    yarrow.registers(**{travel: "On foot", lunch: "No"})
    assert "On foot" in yarrow.mine()
    assert wrongs(yarrow.registers(**{travel: "By balloon", lunch: "No"}).text) != []


def test_W20_a_form_sent_twice_registers_once_and_answers_the_same(announced: Announce) -> None:
    workshop, id = announced(drop_in=True, places=5), str(uuid.uuid4())
    yarrow = workshop.somebody()
    with ThreadPoolExecutor(8) as sending:
        came = list(
            sending.map(lambda _: yarrow.registers("Yarrow", "", made_with=id).url.path, range(8))
        )
    assert set(came) == {f"/w/{workshop.address}/mine"}
    assert workshop.states() == {"Yarrow": "coming"}


def test_W20_research_is_asked_after_registering_and_may_wait(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow, project = workshop.registers("Yarrow"), Asked(workshop.server, workshop.address)
    assert f"{project.page}?from=registering" in yarrow.mine()
    yarrow.presses("join")
    assert project.stored() == []


def test_W20_what_was_said_can_be_changed(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    yarrow = workshop.registers(
        "Yarrow", "y@example.org", could_tell="on", line="A winter", side="client"
    )
    change = f"/w/{workshop.address}/mine/change"
    page = yarrow.get(change).text
    assert 'value="A winter"' in page
    seen = {"made_with": str(uuid.uuid4()), "opened-with": seal_in(page)}
    yarrow.form(change, **seen, name="Heron", email="h@example.org", access_needs="A lift")
    assert yarrow.heading == "You are coming, Heron"
    assert "A lift" in yarrow.mine()
    assert "A winter" not in yarrow.mine()


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        ({"state": "cancelled"}, "was cancelled"),
        ({"state": "closed"}, "is over"),
        ({"state": "held"}, "is over"),
        ({"registration": False}, "Nobody needs to register"),
    ],
)
def test_W20_where_nobody_can_register_a_sentence_says_so(
    announced: Announce, notice: dict[str, Any], sentence: str
) -> None:
    workshop = announced(drop_in=True)
    somebody = workshop.somebody()
    workshop.announce(**notice)
    assert sentence in somebody.registers("Yarrow").text
    assert workshop.states() == {}


def test_W20_a_draft_and_a_workshop_without_a_notice_have_no_form(announced: Announce) -> None:
    workshop = announced(drop_in=True)
    workshop.announce(state="draft")
    assert workshop.somebody().form_page.status_code == 404
    assert (
        workshop.somebody().get(f"/w/{workshop.server.workshop().address}/register").status_code
        == 404
    )


def test_W20_the_form_says_when_the_data_is_deleted(announced: Announce) -> None:
    page = announced(drop_in=True, keep_days=30).somebody().form_page.text
    assert "are deleted 30 days after the workshop" in page
