"""What the gate says: the things that may leave, as they may leave, and why everything
else may not. Pure.
"""

from enum import StrEnum

from msgspec import Struct, field

from footpath.method.things.things import Phase


class Why(StrEnum):
    """Why a thing does not leave. Known on this server only: no file and no
    researcher is told (C7).
    """

    ORGANISATION = "the organisation has not agreed"
    NO_CONSENT = "somebody whose words are in it has not consented"
    SAID_BEFORE = "it was said before the consent, which does not reach back"
    UNKNOWN_HAND = "nobody knows whose words they are"
    KEPT_BACK = "somebody keeps it back"
    NOT_SHARED = "it is not there for everybody to see"
    GONE = "it was taken back, deleted or hidden"
    NEAR_COPY = "it comes close to words that may not leave; its author is asked to reword it"
    TOO_MUCH = "there is too much that may not leave to look it through for all of that"
    UNDECIDED = "a name in it waits for a decision"


class Leaving(Struct, frozen=True, kw_only=True):
    """One thing as it may leave. Everything that may not is already masked or cut."""

    thing: int
    kind: str
    """note, liked, disliked, differently, similar, question, answer, open_question, position,
    checkout, saying, moment, story, value, group, aim, review, activity, decision, document, wait,
    exception, control, end.
    """
    is_item: bool
    """Whether it counts as an item; groups, aims, stories and what else explains the items
    leave beside them.
    """
    by: int | None
    """None where its author stays unnamed."""
    people: frozenset[int]
    """Everybody whose words are in it, unnamed authors too: for withdrawals, never for a file."""
    phase: Phase
    said_at: int | None
    """ms since 1970; None for unnamed things and what was written in silence: no time finer
    than the phase leaves.
    """
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """Its words by field: text, sentence, first_text, quote, feeling_words, when, side,
    reason, lane, stage …
    """
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Lists of words by field: who, used, lanes, stages, inputs, outputs."""
    paraphrased: bool = False
    """Its own words stay: it has none, or a paraphrase in `texts["paraphrase"]`."""
    feeling: int | None = None
    inferred: bool | None = None
    elsewhere: bool | None = None
    links: tuple[tuple[str, int, str], ...] = ()
    """(relation, thing that leaves as well, label). Relations: about, merged_into, in_group,
    in_story, rests_on, heard_in, answers, serves, in_tension_with; of ways on from an element
    leads_to, leads_to_all_of, leads_to_one_of, and ends_here, to itself. Labels: of ways the name
    of the way; of in_story the place among the moments of the story that leave, from 1.
    """


class Selection(Struct, frozen=True, kw_only=True):
    """What may leave, in the order of the record; and, for this server alone,
    why the rest may not.
    """

    people: frozenset[int] = frozenset()
    """Who has a valid yes to all that is needed, whether or not they said anything."""
    leaving: tuple[Leaving, ...] = ()
    held: dict[int, Why] = field(default_factory=dict[int, Why])
    """Items that wait for their author's rewording or for a decision on a name, or were not looked
    through.
    """
    left_out: dict[int, Why] = field(default_factory=dict[int, Why])
    phases: tuple[tuple[Phase, int], ...] = ()
    """When each phase was opened, in order; a phase can be opened again."""
    doubted: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """By each text as it may leave, what in it may be what somebody here is called, or a
    word like another.
    """
