"""Whose a story's title is: its tellers' who worded it, also once they tell the
story no more (E8).
"""

from footpath.method.things.things import Experience, Wording
from footpath.method.words.veils import sealed
from footpath.method.words.words import MASK, Words


def titled_by(story: Experience, person: int | None) -> list[Wording]:
    """The wordings of a story's title that are somebody's, those too of which nothing is left.

    What it was called when it was laid out is its first teller's, whoever laid it out.
    """
    until = story.left.get(person or 0)
    return [
        one
        for one in story.wordings
        if who_titled(story, one) == person and (until is None or one.entry < until)
    ]


def who_titled(story: Experience, one: Wording) -> int | None:
    """Whose a wording of a story's title is: its first teller's, unless another teller worded it
    so later.
    """
    told = {*story.storytellers, *story.left}
    laid_out = one.entry == story.made_by_entry or one.by not in told
    return story.told_first if laid_out else one.by


def worded_of_the_title(story: Experience, person: int | None) -> list[Wording]:
    """The wordings of a story's title that somebody gave while they told it; what a keeper
    worded is the first's.
    """
    return [one for one in titled_by(story, person) if not is_gone(one)]


def is_gone(one: Wording) -> bool:
    """Whether nothing is left of a wording but the mark, or not even that."""
    return one.words in (Words(None), Words(MASK))


def first_worded(story: Experience) -> list[Wording]:
    """For each wording of a story's title the first that said the same: whose that was its words
    are, whoever put them up again.
    """
    first = dict[str, Wording]()
    return [first.setdefault(sealed(one.words), one) for one in story.wordings]


def left_with_their_title(story: Experience) -> list[int]:
    """Who tells a story no more whose words its title still is, whoever put it up last."""
    if not story.left or is_gone(story.wordings[-1]):
        return []
    first = first_worded(story)[-1]
    return [person for person in story.left if first in titled_by(story, person)]
