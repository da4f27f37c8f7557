"""Telling together: of several tellers of a story each decides about what bears their own name,
and about no more.

So nobody's words go from others' screens, and nobody's come up on them, by what another teller
does. Decided is by what the teller who asks can see: what another keeps to themselves shows in no
answer (E3), and an unnamed moment counts as another's for every teller, its author too, so that no
answer tells whose it is (A3).
"""

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.tellers import tells_still
from footpath.method.things.things import Experience, Moment
from footpath.method.things.visibility import Visibility, narrower


def stays_theirs(chart: Flipchart, story: Experience, person: int | None) -> bool:
    """Whether a story is somebody's as well, so that nothing which another teller does takes
    what they said off it.

    Who tells it because the first and they said so keeps that, whatever role they had and lost.
    """
    joined = person is not None and person in story.storytellers and person in story.joined
    return tells_still(chart, story, person) or (joined and not chart.people[person or 0].removed)


def others_moments(
    chart: Flipchart, story: Experience, person: int | None, to: Visibility | None = None
) -> bool:
    """Whether moments of other tellers stand in a story that go from somebody's screen
    when the story does.

    With `to`, when it is narrowed so far. Moments of who does not tell it, or tells no more, go
    with the story (E6), and so do those of a teller who has no device and cannot decide about
    theirs one by one.
    """
    told = (chart.things[id] for id in story.moments)
    return any(
        isinstance(one, Moment)
        and one.stands
        and one.accepted
        and chart.may_read(one, person)
        and (
            one.unnamed
            or (
                is_another_tellers(chart, story, one, person) and stays_theirs(chart, story, one.by)
            )
        )
        and (to is None or narrower(to, chart.reach(one)) is not chart.reach(one))
        for one in told
    )


def is_another_tellers(
    chart: Flipchart, story: Experience, moment: Moment, person: int | None
) -> bool:
    """Whether a moment is told by another teller of the story, who has a device
    to decide about it.
    """
    author = chart.people.get(moment.by) if moment.by is not None else None
    if author is None or author.id == person or author.id not in story.storytellers:
        return False
    return not author.without_device


def own_moments(chart: Flipchart, story: Experience, person: int | None) -> list[Moment]:
    """The moments that stand in a story in somebody's own name."""
    told = (chart.things[id] for id in story.moments)
    return [
        one
        for one in told
        if isinstance(one, Moment) and one.stands and not one.unnamed and one.by == person
    ]
