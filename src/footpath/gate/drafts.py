"""Everything that could leave, with all its words and whose they are, before anybody's
permission was asked. Pure.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from footpath.gate.authors import Authors, Contribution, Hands, Parts, Review
from footpath.gate.leaving import Why
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import (
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    NoteKind,
    Phase,
    SharedValue,
    Thing,
)

NO_ITEM = frozenset({NoteKind.QUESTION, NoteKind.ANSWER, NoteKind.POSITION, NoteKind.SAYING})
"""Notes that leave beside the items, to explain them."""

LEADS_TO, ENDS_HERE = "leads_to", "ends_here"
"""Ways on from an element; of several `leads_to_all_of` or `leads_to_one_of` where the group
said which are taken.
"""

REVIEWS_FROM = -1_000_000_000
"""What was said of an aim on the return has no id on the flipchart: it is known by this, less
its entry's number.
"""

Wordings = tuple[Contribution, ...]
"""The wordings of one field, oldest first; the last one stands."""


class CouldLeave(Struct, kw_only=True):
    """One thing with all its words, and who has a say in it."""

    thing: int
    kind: str
    is_item: bool
    by: int | None
    version: int
    made_in_entry: int
    phase: Phase
    said_at: int | None
    hands: Hands
    """Who worded it: without all of them it does not leave."""
    kept_with: tuple[int, ...] = ()
    """Things of which one that is kept back keeps it back."""
    why_not: Why | None = None
    texts: dict[str, Wordings] = field(default_factory=dict[str, Wordings])
    lists: dict[str, list[Contribution]] = field(default_factory=dict[str, list[Contribution]])
    choice: str = ""
    feeling: int | None = None
    inferred: bool | None = None
    elsewhere: bool | None = None
    links: list[tuple[str, int, Contribution | None]] = field(
        default_factory=list[tuple[str, int, Contribution | None]]
    )
    set_by: dict[str, Hands] = field(default_factory=dict[str, Hands])


def fate(chart: Flipchart, thing: Thing) -> Why | None:
    """Why a thing is not there for everybody to see: as the record stood, or by what was
    taken back of it since.
    """
    if not thing.stands or thing.hidden is not None or _was_taken_back(thing):
        return Why.GONE
    of_a_story_taken_back = isinstance(thing, Moment) and _was_taken_back(
        chart.story(thing.experience)
    )
    return None if chart.may_read(thing, None) and not of_a_story_taken_back else Why.NOT_SHARED


def _was_taken_back(thing: Thing) -> bool:
    """Whether its words have left the record, which holds also where it is read up to an
    earlier entry alone.
    """
    return thing.words.text is None


def drafts_of(authors: Authors) -> list[CouldLeave]:
    """Everything that could leave, in the order of the record."""
    chart = authors.chart
    things = [thing for thing in chart.things.values() if isinstance(thing, tuple(_FILLED))]
    found = [_draft(chart, thing, authors.of(thing.id)) for thing in things]
    found += [_review(chart, review) for review in authors.reviews]
    return sorted(found, key=lambda draft: (draft.made_in_entry, draft.thing))


def _draft(chart: Flipchart, thing: Thing, parts: Parts) -> CouldLeave:
    nameless = chart.is_nameless(thing)
    untimed = nameless or (isinstance(thing, Note) and thing.silent)
    draft = CouldLeave(
        thing=thing.id, kind="", is_item=True, by=None if nameless else thing.by,
        version=thing.version, made_in_entry=thing.made_by_entry, phase=parts.made_in,
        said_at=None if untimed else thing.said_at,
        hands=frozenset(hand for wording in parts.wordings for hand in wording.hands),
        kept_with=(thing.id,), why_not=fate(chart, thing), set_by=parts.set_by,
    )  # fmt: skip
    if parts.wordings and parts.wordings[-1].text:
        draft.texts["text"] = tuple(parts.wordings)
    for name in ("sentence", "quote", "feeling_words", "when", "side", "reason", "lane", "stage"):
        if name in parts.texts:
            draft.texts[name] = (parts.texts[name],)
    draft.lists = {name: said for name, said in parts.lists.items() if said}
    _FILLED[type(thing)](draft, thing, parts)
    return draft


def _fill_note(draft: CouldLeave, note: Note, parts: Parts) -> None:
    draft.kind, draft.phase, draft.is_item = note.kind.value, note.phase, note.kind not in NO_ITEM
    draft.elsewhere = note.elsewhere
    draft.links = [("about", id, None) for id in note.about]
    draft.links += [("merged_into", note.merged_into, None)] if note.merged_into is not None else []
    draft.links += [("in_group", note.group, None)] if note.group is not None else []


def _fill_group(draft: CouldLeave, group: Group, parts: Parts) -> None:
    draft.kind, draft.is_item = "group", False


def _fill_aim(draft: CouldLeave, aim: Aim, parts: Parts) -> None:
    draft.kind, draft.is_item = "aim", False
    if parts.wordings and parts.wordings[0].text:
        draft.texts["first_text"] = (parts.wordings[0],)
    draft.links = [("rests_on", id, None) for id in aim.rests_on]


def _fill_value(draft: CouldLeave, heard: SharedValue, parts: Parts) -> None:
    draft.kind = "value"
    draft.links = [("heard_in", id, None) for id in heard.rests_on]
    draft.links += [("in_tension_with", id, None) for id in sorted(heard.tension)]


def _fill_story(draft: CouldLeave, story: Experience, parts: Parts) -> None:
    draft.kind, draft.is_item = "story", False
    draft.elsewhere = story.elsewhere
    if len(story.storytellers) == 1 and not story.unnamed:
        draft.by = story.storytellers[0]


def _fill_moment(draft: CouldLeave, moment: Moment, parts: Parts) -> None:
    draft.kind, draft.feeling, draft.inferred = "moment", moment.feeling, moment.inferred
    draft.links = [("in_story", moment.experience, None)]


def _fill_element(draft: CouldLeave, element: Element, parts: Parts) -> None:
    draft.kind = element.kind.value
    draft.links = [
        *(("answers", id, None) for id in element.answers),
        *(("serves", id, None) for id in element.serves),
    ]
    relation = LEADS_TO if element.fork is None else f"{LEADS_TO}_{element.fork.value}_of"
    for branch, label in zip(element.branches, parts.labels, strict=True):
        if branch.to is not None:
            draft.links.append((relation, branch.to, label))
        elif branch.ends:
            draft.links.append((ENDS_HERE, element.id, label))


_FILLED: dict[type[Thing], Callable[[CouldLeave, Any, Parts], None]] = {
    Note: _fill_note,
    Group: _fill_group,
    Aim: _fill_aim,
    SharedValue: _fill_value,
    Experience: _fill_story,
    Moment: _fill_moment,
    Element: _fill_element,
}


def _review(chart: Flipchart, review: Review) -> CouldLeave:
    aim = chart.things[review.aim]
    nameless = review.unnamed or aim.unnamed
    rests_on = [id for id in review.rests_on if id not in chart.threads.left_out.get(aim.id, ())]
    return CouldLeave(
        thing=REVIEWS_FROM - review.number, kind="review", is_item=False, version=1,
        made_in_entry=review.number, by=None if nameless else review.hand[0], phase=review.phase,
        said_at=None if nameless else review.said_at,
        hands=frozenset({review.hand}), kept_with=(review.aim,), why_not=fate(chart, aim),
        choice=review.choice, texts={} if review.reason is None else {"reason": (review.reason,)},
        links=[("about", review.aim, None), *(("rests_on", id, None) for id in rests_on)],
    )  # fmt: skip
