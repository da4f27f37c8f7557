"""Keeping out of research: whose right it is to keep a thing back, so that nobody's words stay by
another's act. Pure.

Of a story its tellers keep back the title and their own moments; what stands there of others only
where all who tell it do. Another teller's moment is its author's alone, and an unnamed moment
counts as another teller's for everybody, so that no answer tells whose it is (A3).
"""

from collections.abc import Collection

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.whose_own import is_author, tells_of
from footpath.method.things.things import Experience, Moment, Thing


def may_keep_out(chart: Flipchart, thing: Thing, person: int) -> bool:
    """Whether it is somebody's own right to keep a thing back."""
    return is_author(thing, person) or tells_of(chart, thing, person)


def stays_with(story: Experience, moment: Moment, keeping: Collection[int]) -> bool:
    """Whether a moment stays behind where these of a story's tellers keep the story back."""
    tellers = {*story.storytellers}
    return moment.by in tellers.intersection(keeping) or (
        bool(tellers) and tellers.issubset(keeping)
    )
