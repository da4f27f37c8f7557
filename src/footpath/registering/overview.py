"""What those who prepare a workshop see of who comes: counts apart, what people need, what they
answered, lost mail.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from footpath.mail.models import Letter
from footpath.registering.about import registration_of
from footpath.registering.invented import runs_among
from footpath.registering.models import Question, Registration
from footpath.workshops.models import Workshop

State = Registration.State

PURPOSES = {
    "registered": "the confirmation",
    "waiting": "the word about the waiting list",
    "place-offered": "the offer of a place",
    "place-gone": "the word that a place was given on",
    "changed": "the word of a change",
    "cancelled": "the word that it is cancelled",
    "not-coming": "the word that they are not coming",
    "reminder-week": "the reminder a week before",
    "reminder-day": "the reminder a day before",
    "reminder-hour": "the reminder an hour before",
    "asked-to-tell": "the question whether they would tell",
    "after": "the word that the outline is there",
}
"""What each letter is called on the page."""


@dataclass(frozen=True)
class Trouble:
    """A letter that has not arrived, and why."""

    letter: Letter
    what: str

    @property
    def refused(self) -> bool:
        """Whether it is given up until somebody sends it again."""
        return self.letter.state == Letter.State.REFUSED

    @property
    def registration(self) -> Registration:
        """For whom it was."""
        here = registration_of(self.letter)
        assert here is not None
        return here


@dataclass(frozen=True)
class QuestionAnswered:
    """A question of the organisers' own with what people said to it."""

    question: Question
    totals: list[tuple[str, int]]
    said: list[tuple[str, str]]
    """Names and answers."""


class Overview:
    """Everybody who registered, by where they stand."""

    def __init__(self, workshop: Workshop) -> None:
        """Read what holds now; whose data was deleted is left out."""
        self.everybody = list(
            Registration.objects.filter(workshop=workshop, erased_at=None).order_by("registered_at")
        )
        of_address = Counter(one.address for one in self.everybody if one.email)
        for one in self.everybody:
            one.shares_address = of_address[one.address] > 1
        self.coming = self._in(State.COMING)
        self.waiting = sorted(self._in(State.WAITING), key=_waits_since)
        self.offered = self._in(State.OFFERED)
        self.not_coming = self._in(State.NOT_COMING)
        self.watching = [one for one in self.coming if one.only_watch]
        self.needs = [one for one in (*self.coming, *self.offered) if one.needs]
        self.answered = [
            _answered(question, self.coming)
            for question in Question.objects.filter(workshop=workshop)
        ]
        self.answer_rows = _rows([one.question for one in self.answered], self.coming)
        self.trouble = trouble_of(workshop)
        self.runs = runs_among(self.everybody) if self.waiting else []

    def _in(self, state: State) -> list[Registration]:
        return [one for one in self.everybody if one.state == state]


def _waits_since(one: Registration) -> tuple[datetime, int]:
    return one.waiting_since or one.registered_at, one.pk


def _answered(question: Question, coming: list[Registration]) -> QuestionAnswered:
    said = [(one.name, str(one.answers.get(str(question.pk), "")).strip()) for one in coming]
    said = [(name, answer) for name, answer in said if answer]
    if question.kind == Question.Kind.TEXT:
        return QuestionAnswered(question, [], said)
    known = question.choices if question.kind == Question.Kind.CHOICE else ["Yes", "No"]
    counted = Counter(answer for _, answer in said)
    return QuestionAnswered(
        question, [(one, counted[one]) for one in dict.fromkeys([*known, *counted])], said
    )


def _rows(
    questions: list[Question], coming: list[Registration]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who answered anything, with each question and their answer."""
    rows = [
        (one.name, [(q.text, str(one.answers.get(str(q.pk), "")).strip()) for q in questions])
        for one in coming
    ]
    return [(name, answers) for name, answers in rows if any(answer for _, answer in answers)]


def trouble_of(workshop: Workshop) -> list[Trouble]:
    """Letters that were refused, or that wait because they could not go."""
    letters = Letter.objects.filter(registration__workshop=workshop, registration__erased_at=None)
    stuck = letters.filter(state=Letter.State.REFUSED) | letters.filter(
        state=Letter.State.WAITING, trouble__gt=""
    )
    ordered = stuck.order_by("registration__name", "pk").prefetch_related("about")
    return [Trouble(letter, PURPOSES.get(letter.purpose, "a letter")) for letter in ordered]


def found_in(text: str, *registrations: Registration) -> list[Registration]:
    """Those in whom every word that was typed is found: name, address,
    needs, answers, experience.
    """
    words = text.casefold().split()
    return [one for one in registrations if all(word in _words_of(one) for word in words)]


def _words_of(one: Registration) -> str:
    answers = " ".join(str(answer) for answer in one.answers.values())
    return f"{one.name} {one.email} {one.needs} {one.line} {one.side} {answers}".casefold()
