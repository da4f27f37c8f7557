"""Tellers: who tells a story, who of them decides about it still, and who has not spoken yet."""

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.things import Experience, Moment, Thing
from footpath.method.things.visibility import Visibility


def story_of(chart: Flipchart, thing: Thing) -> Experience | None:
    """The story that a thing is, or in which it stands as a moment."""
    if isinstance(thing, Moment):
        return chart.story(thing.experience)
    return thing if isinstance(thing, Experience) else None


def is_told_together(story: Experience) -> bool:
    """Whether several tell it."""
    return len({*story.storytellers}) > 1


def tells(story: Experience | None, person: int | None) -> bool:
    """Whether somebody is among a story's tellers."""
    return story is not None and person is not None and person in story.storytellers


def tells_still(chart: Flipchart, story: Experience, person: int | None) -> bool:
    """Whether somebody decides about a story as its teller: alone always; with others as long as
    they tell as they did.

    A keeper can write themselves in beside a teller; that ends with what let them do it. Who was
    shown out tells no more either. Where nobody tells as they did, each of those who are here does.
    """
    if person is None or person not in story.storytellers:
        return False
    if not is_told_together(story):
        return True
    known, others = chart.people[person], {*story.storytellers} - {person}
    return not known.removed and (
        not known.keeps_no_more or all(chart.people[other].keeps_no_more for other in others)
    )


def is_other_tellers(story: Experience, moment: Moment) -> bool:
    """Whether a moment is told by one of several tellers of its story, for each of the others.

    An unnamed one counts so for everybody, so that no answer tells whose it is (A3).
    """
    return is_told_together(story) and (moment.unnamed or moment.by in story.storytellers)


def unspoken(chart: Flipchart, story: Experience) -> set[int]:
    """The storytellers of a shared story who have neither said "done" nor passed (R2).

    One that was taken back is waited for until copies of it were looked for: they could stand
    in what waits (E10).
    """
    if story.id in chart.leaving:
        return {p for p in story.storytellers if p not in story.spoken}
    if not story.stands or story.visibility is not Visibility.SHARED:
        return set()
    return {
        p
        for p in story.storytellers
        if p not in story.spoken and p in chart.people and not chart.people[p].removed
    }
