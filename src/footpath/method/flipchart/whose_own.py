"""What is somebody's own: by what they said, worded, or tell. Said here once, for each right that
hangs on it.
"""

from footpath.method.flipchart import tellers
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.things.story_titles import titled_by
from footpath.method.things.things import GROUP_TEXT, Experience, Moment, Thing


def is_ones_own(thing: Thing, person: int) -> bool:
    """Whether it is somebody's own: whatever bears their name, and each story that they tell. The
    group's text is nobody's.
    """
    if isinstance(thing, Experience):
        return person in thing.storytellers
    return thing.by == person and not isinstance(thing, GROUP_TEXT)


def is_author(thing: Thing, person: int) -> bool:
    """Whether somebody worded it; a story has tellers, and no author beside
    them who laid it out.
    """
    if isinstance(thing, GROUP_TEXT):
        return any(one.by == person for one in thing.wordings)
    return thing.by == person and not isinstance(thing, Experience)


def tells_of(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether somebody tells a story, or in it a moment that is no other teller's."""
    story = tellers.story_of(chart, thing)
    is_anothers = (
        story is not None and isinstance(thing, Moment) and tellers.is_other_tellers(story, thing)
    )
    return tellers.tells(story, person) and not is_anothers


def was_typed_for(thing: Thing, person: int | None) -> bool:
    """Whether the wording that stands was typed in somebody's name by somebody else, and they
    may correct it (G11).
    """
    worded = thing.wordings[-1]
    return person is not None and worded.by == person and worded.typed_by not in (None, person)


def is_own_to_mask(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether these are somebody's own words to mask for good: in their name, or of the story
    that they alone tell.

    Of a story where nobody else who told it worded its title: a name in that is covered as in
    others' words.

    What they left unnamed is treated as everybody's, so that no mask tells whose it is (A3).
    """
    if person is None or isinstance(thing, GROUP_TEXT) or chart.is_nameless(thing):
        return False
    if isinstance(thing, Experience):
        worded = titled_by(thing, person)
        others = (one for one in thing.wordings if one not in worded)
        return person in thing.storytellers and not any(one.words.shown for one in others)
    if isinstance(thing, Moment) and thing.by is None:
        return chart.story(thing.experience).storytellers == [person]
    return thing.by == person


def is_told_by(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether these are words of a story that somebody tells, alone or with others, and not
    unnamed.
    """
    story = tellers.story_of(chart, thing)
    is_told = thing is story or (story is not None and thing.by in (None, *story.storytellers))
    return tellers.tells(story, person) and is_told and not chart.is_nameless(thing)


def is_of_their_story(chart: Flipchart, thing: Thing, person: int | None) -> bool:
    """Whether a thing is of a story that somebody tells, what is unnamed there included: a name
    that stands in it is theirs to mask.
    """
    story = tellers.story_of(chart, thing)
    if story is None or not story.stands or not tellers.tells(story, person):
        return False
    return is_told_by(chart, thing, person) or thing.unnamed
