"""The oracle's reading of who permits what."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from oracle_copies import find, split
from oracle_record import LATE, ReadAgain

from footpath.gate.permissions import Permissions, Purpose


class Permitting(ReadAgain):
    """A record, with what people answered and what the organisation agreed to."""

    permissions: Permissions

    def say_what_lies_veiled(self, beneath: ReadAgain) -> None:
        """The words that somebody covered were said as well; those of a thing that is
        covered wholly in secret.
        """
        self.covered = {
            self.id(place) for veil in beneath.chart.veils.values() for place in veil.places
        }
        for said in beneath.words:
            if said in self.words:
                continue
            wholly = any(
                said["thing"] is not None
                and place == self.id(said["thing"])
                and not passages
                and said["number"] < id
                for id, veil in beneath.chart.veils.items()
                for place, passages in veil.places.items()
            )
            self.words.append(said | {"private": said["private"] or wholly})

    def bound(self, person: int, statement: str) -> int:
        """After which entry the person's yes to a statement holds."""
        sheets = self.permissions.sheets
        place = {sheet.id: at for at, sheet in enumerate(sheets)}
        given = [
            a for a in self.permissions.answers if a.person == person and a.statement == statement
        ]

        def holds(answer: Any) -> bool:
            later = sheets[place[answer.sheet] + 1 :] if answer.sheet in place else ()
            return (
                answer.answer == "yes"
                and answer.sheet in place
                and all(sheet.covers_before for sheet in later)
            )

        row = list(takewhile(holds, reversed(given)))
        if not row:
            return LATE
        return -1 if sheets[place[row[0].sheet]].covers_earlier else row[-1].after

    def permits(self, person: int | None, number: int) -> int:
        """0 nothing, 1 nothing because it was said before, 2 without words, 3 word for word."""
        if person is None or not self.permissions.sheets:
            return 0
        asked = self.permissions.sheets[-1].statements
        needed = [s.key for s in asked if s.required or s.purpose is Purpose.TAKE_PART]
        part = max([self.bound(person, key) for key in needed], default=LATE)
        quotes = [self.bound(person, s.key) for s in asked if s.purpose is Purpose.QUOTES]
        only = [s.key for s in asked if s.purpose is Purpose.PARAPHRASE]
        if part == LATE:
            return 0
        if quotes:
            least = max([self.bound(person, key) for key in only], default=-1)
            if max(quotes) == LATE and least == LATE:
                return 0
            wording = 3 if number > max(quotes) else 2 if number > least else 1
        else:
            said = [
                [
                    a.answer
                    for a in self.permissions.answers
                    if (a.person, a.statement) == (person, key)
                ]
                for key in only
            ]
            wording = 2 if any(answers and answers[-1] == "yes" for answers in said) else 3
        return wording if number > part else 1

    def all_permit(self, hands: Iterable[tuple[int | None, int]]) -> int:
        return min((self.permits(person, number) for person, number in hands), default=0)

    def lets_name(self, hands: Iterable[tuple[int | None, int]], unnamed: bool) -> bool:
        keys = [
            s.key
            for s in self.permissions.sheets[-1].statements
            if s.purpose is Purpose.ORGANISATION
        ]
        if unnamed:
            hands = [(person, number) for _, number in hands for person in self.taking_part()]
        return self.permissions.agreement.may_be_named and all(
            number > self.bound(person or 0, key) for person, number in hands for key in keys
        )

    def taking_part(self) -> set[int]:
        return {
            answer.person
            for answer in self.permissions.answers
            if self.permits(answer.person, LATE - 1) >= 2
        }

    def its_names(self, words: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
        """Where in a text the organisation is named."""
        for name in self.permissions.agreement.names:
            row = [key for key, _, _ in split(name)]
            for start in find(row, [key for key, _, _ in words]) if row else ():
                yield words[start][1], words[start + len(row) - 1][2]
