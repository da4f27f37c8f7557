"""W20: the organisers' own questions are made, changed and taken away by whoever
may write the notice.
"""

import re
from typing import Any

import pytest
from belonging import EVERYBODY, Coop, wrongs
from django.core.cache import cache
from opened import opened

from footpath.notices.models import Notice
from footpath.registering.models import Question
from footpath.workshops.models import Workshop


class Announcing(Coop):
    """An organisation, its policy, and a workshop on it that was announced."""

    def __init__(self) -> None:
        super().__init__()
        self.workshop = Workshop.objects.create(
            title="Buying", made_with="here", policy=self.policy
        )
        Notice.objects.create(workshop=self.workshop, state="published")
        self.page = f"/w/{self.workshop.address}/questions"


@pytest.fixture
def coop(db: None) -> Announcing:
    """Everybody, and nobody asked for a code lately."""
    cache.clear()
    return Announcing()


def keeps(coop: Announcing, *rows: dict[str, Any]) -> Any:
    """The steward sends the form as it is, with these rows filled in."""
    kept = Question.objects.count()
    fields: dict[str, Any] = {"q-TOTAL_FORMS": kept + 1, "q-INITIAL_FORMS": kept}
    for number, row in enumerate([*rows, {}][: kept + 1]):
        fields |= {f"q-{number}-{name}": value for name, value in {"kind": "text", **row}.items()}
    return coop.sends("steward", coop.page, **fields, **opened(coop.browsers["steward"], coop.page))


def test_W20_only_who_may_write_the_notice_has_the_page(coop: Announcing) -> None:
    given = {who: coop.gets(who, coop.page).status_code for who in EVERYBODY}
    assert given == {who: 200 if who in ("owner", "steward") else 404 for who in EVERYBODY}


def test_W20_questions_are_made_changed_and_taken_away(coop: Announcing) -> None:
    assert (
        keeps(
            coop, {"text": "Will you eat with us?", "kind": "yes/no", "required": "on"}
        ).status_code
        == 302
    )
    made = Question.objects.get()
    assert (made.text, made.kind, made.required, made.workshop.title) == (
        "Will you eat with us?",
        "yes/no",
        True,
        "Buying",
    )
    travel = {
        "text": "How do you travel?",
        "kind": "choice",
        "choices": "By train\nBy bus\n\nBy train",
    }
    keeps(coop, {"id": made.pk, "text": "Do you eat with us?", "kind": "yes/no"}, travel)
    assert [(one.text, one.choices) for one in Question.objects.all()] == [
        ("Do you eat with us?", []),
        ("How do you travel?", ["By train", "By bus"]),
    ]
    second = Question.objects.get(kind="choice")
    keeps(coop, {"id": made.pk, "text": "x", "DELETE": "on"}, {**travel, "id": second.pk})
    assert list(Question.objects.all()) == [second]


def test_W20_a_choice_without_answers_is_one_sentence_and_loses_nothing(coop: Announcing) -> None:
    came = keeps(coop, {"text": "How do you travel?", "kind": "choice", "choices": "By train"})
    assert (came.status_code, wrongs(came)) == (
        400,
        ["Write between two and 20 answers, one in a line."],
    )
    assert re.search("How do you travel.*By train", came.content.decode(), re.DOTALL)
    assert not Question.objects.exists()


def test_W20_nobody_changes_another_workshops_question(coop: Announcing) -> None:
    other = Workshop.objects.create(title="Selling", made_with="there")
    theirs = Question.objects.create(workshop=other, text="Whose?")
    keeps(coop, {"id": theirs.pk, "text": "Ours now"})
    theirs.refresh_from_db()
    assert (theirs.text, theirs.workshop) == ("Whose?", other)
