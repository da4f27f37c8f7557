"""The six phases as people meet them: name, question, what to do now, who sees the writing,
minutes, words to say.
"""

from typing import NamedTuple

from msgspec import Struct, field

from footpath.method.things.things import Phase
from footpath.method.words.words import Words


class PhaseWords(NamedTuple):
    """What each phase shows; the question and the minutes can be the workshop's own."""

    name: str
    question: str
    now: str
    seen_by: str
    minutes: int
    say: str
    enough: str
    short: str = ""
    """What the row of phases calls it where its name is long."""


class SetUp(Struct, kw_only=True):
    """What the host gave the workshop: its title and the words and minutes of its phases."""

    title: Words = Words("")
    sides: list[str] = field(default_factory=list[str])
    minutes: dict[Phase, int] = field(default_factory=dict[Phase, int])
    welcome: Words | None = None
    questions: dict[Phase, Words] = field(default_factory=dict[Phase, Words])
    replayed: bool = False
    rehearsal: bool = False
    """Its people but one are invented, and it is thrown away."""


EVERYONE_READS = "Everyone here can read it."

PHASES: dict[Phase, PhaseWords] = {
    Phase.GATHER: PhaseWords(
        name="Gather",
        question="Who is here, and how do we want to be together?",
        now="Say hello, and add or agree to a line about how you want to work together.",
        seen_by=EVERYONE_READS,
        minutes=15,
        say=(
            "Welcome. A first name is enough, and a made-up one is fine. You may pass or step out "
            "at any time."
        ),
        enough="Enough when everyone has said hello and nobody has more to add to how we work.",
    ),
    Phase.AIMS: PhaseWords(
        name="Aims",
        question="What do you want this policy to achieve?",
        now=(
            "Write alone for a while, one thing on each note. Then read them together and word "
            "your aims."
        ),
        seen_by=(
            "Until the reveal nobody reads your notes, not even the facilitators. Afterwards "
            "everyone does."
        ),
        minutes=20,
        say="Take three minutes on your own. Short is fine. Spelling does not matter.",
        enough="Enough when most people have put their pens down.",
    ),
    Phase.EXPERIENCE: PhaseWords(
        name="Experience",
        question="What happened, from the first day to the last?",
        now=(
            "Listen to the story while it is laid out from left to right. The teller can correct "
            "anything."
        ),
        seen_by="Each moment says who can see it: everyone, the facilitators, or its teller alone.",
        minutes=30,
        say="Start where it started for you. What happened then? Who was there? How did that feel?",
        enough="Enough when the teller says: that's it.",
    ),
    Phase.REFLECT: PhaseWords(
        name="Reflect",
        question="What did you like, not like, and what would you do differently?",
        now="The storyteller goes first. Then choose a moment and hang your own thought under it.",
        seen_by="Until the storyteller has finished, nobody reads yours. Afterwards everyone does.",
        minutes=20,
        say=(
            "First whoever told the story: what did you like, what not, what would you do "
            "differently?"
        ),
        enough="Enough when the values you can hear have names.",
    ),
    Phase.PROCESS: PhaseWords(
        name="Ideal process",
        question="How should it go next time?",
        now=(
            "Take what is unanswered into a step. Every step says what it answers and which aim it "
            "serves."
        ),
        seen_by=EVERYONE_READS,
        minutes=25,
        say=(
            "Which of what is still unanswered should a step answer first? Who does it, and what "
            "comes next?"
        ),
        enough="Enough when the strongest points have a step, or are parked honestly.",
    ),
    Phase.RETURN: PhaseWords(
        name="Return to the aims",
        question="Does each aim still stand?",
        now=(
            "Keep, change or drop each aim, or add one, and say why. Two positions may stand side "
            "by side."
        ),
        seen_by=EVERYONE_READS,
        minutes=10,
        say=(
            "We come back to where we started. Having heard all this: keep it, change it, drop it, "
            "or add one?"
        ),
        enough="Enough when every aim has been looked at once.",
        short="Return",
    ),
}
