"""Left behind: title and time of a story that somebody worded and tells no more. Still theirs
to take back (E8).

The story goes on with whoever tells it: a mark stands in the words' place until they give it other
words. Its lanes and stages stay, for others' moments lie in them.
"""

from collections.abc import Callable

from footpath.method import refusals
from footpath.method.flipchart.entries import Entry, PersonId, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Asked, Happened
from footpath.method.flipchart.held_words import change_words, words_within
from footpath.method.lines.care import sources_changed
from footpath.method.own_words.unveiling import take_off
from footpath.method.refusals import Refusal
from footpath.method.things.story_titles import titled_by, worded_of_the_title
from footpath.method.things.things import Experience, Wording
from footpath.method.throughout.telling_together import tells_still
from footpath.method.words.veils import sealed
from footpath.method.words.words import MASK, Words


class TitleTakenBack(Entry, frozen=True, kw_only=True):
    """Who told a story took back what they had worded of it."""

    known_to = "everyone"
    about: ThingId
    person: PersonId


def taking_the_title_back(story: Experience, person: int) -> list[Entry]:
    """What follows when somebody takes their words of a story's title and time back;
    nothing where none stand.
    """
    return (
        [TitleTakenBack(about=story.id, person=person)]
        if worded_of_the_title(story, person)
        else []
    )


def told_before(chart: Flipchart, story: Experience, person: int | None) -> bool:
    """Whether somebody told a story that is others' now: who left it, or decides no more."""
    if story.withdrawn or person is None:
        return False
    no_more = person in story.storytellers and not tells_still(chart, story, person)
    return person in story.left or (no_more and bool(worded_of_the_title(story, person)))


def check_is_left(story: Experience, person: int | None) -> None:
    """Whether words of theirs stand in a story that they tell no more.

    Raises:
        Refusal: when they took them back.
    """
    if not worded_of_the_title(story, person):
        raise Refusal(refusals.GONE)


def title_taken_back(chart: Flipchart, entry: TitleTakenBack, recorded: Recorded) -> None:
    story = chart.story(chart.renumbered.get(entry.about, entry.about))
    change_words(chart, [story], _without(story, entry.person, lambda one: sealed(one.words)))
    texts = [sealed(words) for words in words_within(story)]
    for veil in list(chart.veils_over.get(story.id, ())):
        covered = chart.veils[veil].places[story.id]
        if not any(passage.shown in text for passage in covered for text in texts):
            take_off(chart, veil, story.id)
    chart.touch_with_offers(story)
    sources_changed(chart, [story])


def rewritten_in(
    chart: Flipchart, taken: TitleTakenBack, entry_at: Callable[[int], Entry]
) -> tuple[Callable[[str, Words], Words], Callable[[int], bool]]:
    """What becomes of words in the record, and whether a veil of that number lies over it still."""
    story = chart.story(chart.renumbered.get(taken.about, taken.about))
    change = _without(story, taken.person, lambda one: _stored(entry_at(one.entry)))
    return change, lambda veil: veil in chart.veils_over.get(story.id, ())


def _stored(entry: Entry) -> str:
    """The title that an entry gives a story."""
    words = getattr(entry, "title", None) or getattr(entry, "words", None)
    return words.shown if isinstance(words, Words) else ""


def _without(
    story: Experience, person: int, text_of: Callable[[Wording], str]
) -> Callable[[str, Words], Words]:
    """Put the mark for what somebody worded first, whoever put it up again since.

    What another teller had called it before stays: first is who stands first.
    """
    own = {one.entry for one in titled_by(story, person)}
    first = dict[str, bool]()
    for one in story.wordings:
        first.setdefault(text_of(one), one.entry in own)
    when = story.made_by_entry in own

    def change(name: str, words: Words) -> Words:
        if words.text is None or name not in ("title", "words", "when"):
            return words
        goes = when if name == "when" else first.get(sealed(words), False)
        return Words(MASK) if goes else words

    return change


ASKED: Asked = {}

HAPPENED: Happened = {TitleTakenBack: title_taken_back}
