"""What a notice says, point by point, with the words it was read from; guesses and
questions lie beside it.
"""

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")

POINTS = (
    "title", "sittings", "time_zone", "where", "registration", "drop_in", "audience", "outcomes",
    "research",
)  # fmt: skip


class NoticeUnreadable(Exception):
    """The notice cannot be read; the sentence says why."""


@dataclass(frozen=True)
class SittingSaid:
    """A time together: local or with an offset, as the notice says it, and a day alone
    where it says no time.
    """

    starts_at: str | None
    ends_at: str | None = None
    place: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class WhereSaid:
    """Online, in person or both; which call, and which address."""

    kind: str | None
    platform: str | None = None
    link: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class ResearchSaid:
    """The projects to which the workshop contributes, on which condition, and where
    to read about them.
    """

    projects: list[str] = field(default_factory=list[str])
    condition: str | None = None
    information: str | None = None


@dataclass
class Found(Generic[T]):
    """One point: what is said, the passage that says it, and guesses for what is not said."""

    value: T | None = None
    words: str | None = None
    suggested: list[T] = field(default_factory=list[T])


@dataclass(frozen=True)
class OpenQuestion:
    """What only people can answer, and the point it is about."""

    about: str
    question: str


@dataclass
class Draft:
    """A notice as far as it is said."""

    title: Found[str] = field(default_factory=Found[str])
    sittings: Found[list[SittingSaid]] = field(default_factory=Found[list[SittingSaid]])
    time_zone: Found[str] = field(default_factory=Found[str])
    where: Found[WhereSaid] = field(default_factory=Found[WhereSaid])
    registration: Found[str] = field(default_factory=Found[str])
    drop_in: Found[bool] = field(default_factory=Found[bool])
    audience: Found[list[str]] = field(default_factory=Found[list[str]])
    outcomes: Found[list[str]] = field(default_factory=Found[list[str]])
    research: Found[ResearchSaid] = field(default_factory=Found[ResearchSaid])
    questions: list[OpenQuestion] = field(default_factory=list[OpenQuestion])

    def ask(self, about: str, question: str) -> None:
        """Put a question once."""
        if (asked := OpenQuestion(about, question)) not in self.questions:
            self.questions.append(asked)

    def asks(self, about: str) -> bool:
        """Whether something is already asked about the point."""
        return any(question.about == about for question in self.questions)

    def answered(self, about: str) -> None:
        """Take back what was asked about a point that has been found after all."""
        self.questions = [question for question in self.questions if question.about != about]

    def as_json(self) -> dict[str, Any]:
        """The draft as plain data."""
        return dataclasses.asdict(self)
