"""What each person's answers permit: nothing, their things without their words, or their
words exactly. Pure.
"""

from collections.abc import Iterable
from enum import IntEnum

from footpath.gate.permissions import (
    YES,
    FormStatement,
    Permissions,
    PublishedSheet,
    Purpose,
    StatementAnswer,
)

NEVER = 2**62
"""No entry has so high a number."""


class Level(IntEnum):
    """How much of what somebody said may leave; of several people the least."""

    NOTHING = 0
    SAID_BEFORE = 1
    """Nothing: their consent came later, and does not reach back."""
    PARAPHRASE = 2
    EXACT = 3


class Consent:
    """What one person permits, entry by entry."""

    def __init__(self, permissions: Permissions, answers: Iterable[StatementAnswer]) -> None:
        """Work it out once: after which entries their consents hold."""
        sheets = permissions.sheets
        valid = valid_sheets(sheets)
        self._asked = sheets[-1].statements if sheets else ()
        self._answers: dict[str, list[StatementAnswer]] = {}
        for answer in answers:
            self._answers.setdefault(answer.statement, []).append(answer)
        reaching = {sheet.id for sheet in sheets if sheet.covers_earlier}
        self._after = {
            one.key: _after(self._answers.get(one.key, []), valid, reaching) for one in self._asked
        }
        self._takes_part = self._holds_after(
            [one for one in self._asked if one.required or one.purpose is Purpose.TAKE_PART]
        )
        self._quotes = self._of(Purpose.QUOTES)
        self._paraphrase = self._of(Purpose.PARAPHRASE)
        self._organisation = self._of(Purpose.ORGANISATION)
        self._named = self._of(Purpose.NAMED)

    def _of(self, purpose: Purpose) -> list[FormStatement]:
        return [one for one in self._asked if one.purpose is purpose]

    def _holds_after(self, statements: list[FormStatement]) -> int:
        """After which entry all of them hold; never where there is none."""
        return max((self._after[one.key] for one in statements), default=NEVER)

    def level(self, number: int) -> Level:
        """How much may leave of what they said in this entry."""
        if self._takes_part == NEVER:
            return Level.NOTHING
        wording = self._wording(number)
        return (
            Level.SAID_BEFORE if wording > Level.NOTHING and number <= self._takes_part else wording
        )

    def _wording(self, number: int) -> Level:
        if self._quotes:
            if number > self._holds_after(self._quotes):
                return Level.EXACT
            if not self._paraphrase:
                return Level.PARAPHRASE
            after = self._holds_after(self._paraphrase)
            if after == NEVER and self._holds_after(self._quotes) == NEVER:
                return Level.NOTHING
            return Level.PARAPHRASE if number > after else Level.SAID_BEFORE
        only = any(
            self._answers[s.key][-1].answer == YES
            for s in self._paraphrase
            if s.key in self._answers
        )
        return Level.PARAPHRASE if only else Level.EXACT

    @property
    def holds(self) -> bool:
        """Whether they have a yes to all that is needed, for whatever they say now."""
        return self.level(NEVER - 1) >= Level.PARAPHRASE

    @property
    def may_be_named(self) -> bool:
        """Whether they take part and want to be named, on a list apart from every release."""
        return self.holds and bool(self._named) and self._holds_after(self._named) != NEVER

    def names_organisation(self, number: int) -> bool:
        """Whether the organisation may be named in what they said in this entry."""
        return not self._organisation or number > self._holds_after(self._organisation)


def valid_sheets(sheets: tuple[PublishedSheet, ...]) -> set[int]:
    """The sheets answers to which hold: the last one, and those before it as long as nothing
    asked had changed.
    """
    valid: set[int] = set()
    for sheet in reversed(sheets):
        valid.add(sheet.id)
        if not sheet.covers_before:
            break
    return valid


def _after(answers: list[StatementAnswer], valid: set[int], reaching: set[int]) -> int:
    """After which entry a yes holds: always where its sheet reaches back, else from the first of
    the yeses in a row.
    """
    if not answers or not _is_yes(answers[-1], valid):
        return NEVER
    if answers[-1].sheet in reaching:
        return -1
    first = answers[-1]
    for answer in reversed(answers):
        if not _is_yes(answer, valid):
            break
        first = answer
    return first.after


def _is_yes(answer: StatementAnswer, valid: set[int]) -> bool:
    return answer.answer == YES and answer.sheet in valid


def consents_of(permissions: Permissions) -> dict[int, Consent]:
    """What everybody permits who answered at all."""
    given: dict[int, list[StatementAnswer]] = {}
    for answer in permissions.answers:
        given.setdefault(answer.person, []).append(answer)
    return {person: Consent(permissions, answers) for person, answers in given.items()}


def level_of(consents: dict[int, Consent], hands: Iterable[tuple[int | None, int]]) -> Level:
    """How much may leave of what these people said in these entries: the least that
    one of them permits.
    """
    found = [
        consents[person].level(number) if person in consents else Level.NOTHING
        for person, number in hands
    ]
    return min(found, default=Level.NOTHING)
