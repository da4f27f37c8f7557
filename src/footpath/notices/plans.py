"""Plans: minutes and words of the six phases, for gatherings of different length. Each can
be changed beforehand.
"""

from typing import Any, NamedTuple

from footpath.method.things.phase_words import PHASES
from footpath.method.things.things import Phase


class Plan(NamedTuple):
    """A way to share out the time: what it is called, for whom it is good, and each phase's
    minutes and question.
    """

    name: str
    about: str
    sittings: int
    phases: dict[Phase, tuple[int, str]]

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(minutes for minutes, _ in self.phases.values())

    def stored(self) -> dict[str, Any]:
        """As a notice keeps it."""
        return {
            phase.value: {"minutes": m, "question": words}
            for phase, (m, words) in self.phases.items()
        }


PLANS: dict[str, Plan] = {
    "two-hours": Plan(
        "Two hours",
        "One experience, and a rough outline at the end. Good on a call.",
        1,
        {
            Phase.GATHER: (10, "Who is here, and how do we want to be together?"),
            Phase.AIMS: (18, "What do you want this policy to achieve?"),
            Phase.EXPERIENCE: (35, "What happened, from the first day to the last?"),
            Phase.REFLECT: (22, "What did you like, not like, and what would you do differently?"),
            Phase.PROCESS: (25, "How should it go next time?"),
            Phase.RETURN: (10, "Does each aim still stand?"),
        },
    ),
    "half-a-day": Plan(
        "Half a day",
        "Two experiences, told from two sides, with time between them.",
        1,
        {
            Phase.GATHER: (20, "Who is here, what brought you, and how do we want to be together?"),
            Phase.AIMS: (30, "What do you want this policy to achieve?"),
            Phase.EXPERIENCE: (75, "What happened to each of you, from the first day to the last?"),
            Phase.REFLECT: (
                40,
                "What did you like, not like, and where do the two experiences differ?",
            ),
            Phase.PROCESS: (50, "How should it go next time, for every side?"),
            Phase.RETURN: (25, "Does each aim still stand, and what did we miss?"),
        },
    ),
    "two-evenings": Plan(
        "Two evenings",
        "Aims and experiences on the first evening, the process and the aims again on the second.",
        2,
        {
            Phase.GATHER: (
                15,
                "Who is here, and how do we want to be together, this time and next?",
            ),
            Phase.AIMS: (25, "What do you want this policy to achieve?"),
            Phase.EXPERIENCE: (60, "What happened, from the first day to the last?"),
            Phase.REFLECT: (35, "What did you like, not like, and what would you do differently?"),
            Phase.PROCESS: (50, "Having slept on it: how should it go next time?"),
            Phase.RETURN: (25, "Does each aim still stand?"),
        },
    ),
}


def minutes_and_question(plan: dict[str, Any], phase: Phase) -> tuple[int, str]:
    """What a notice's plan says of a phase; the product's own where it says nothing."""
    given = plan.get(phase.value, {})
    return given.get("minutes") or PHASES[phase].minutes, given.get("question") or PHASES[
        phase
    ].question
