"""Left behind: title and time of a story that somebody worded and tells no more. Still theirs
to take back (E8).

The story goes on with whoever tells it: a mark stands in the words' place until they give it other
words. Its lanes and stages stay, for others' moments lie in them.
"""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from footpath.method import refusals
from footpath.method.flipchart.entries import Entry, PersonId, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Asked, Happened
from footpath.method.flipchart.held_words import change_words, every, words_within
from footpath.method.lines.care import sources_changed
from footpath.method.own_words.masking import WordsMasked
from footpath.method.own_words.reaching import STILL, reached_others
from footpath.method.own_words.unveiling import WordsVeiled, take_off
from footpath.method.own_words.veils_in_the_record import of_places
from footpath.method.refusals import Refusal
from footpath.method.things.story_titles import (
    first_worded,
    is_gone,
    titled_by,
    worded_of_the_title,
)
from footpath.method.things.things import Experience
from footpath.method.throughout.telling_together import tells_still
from footpath.method.words.copies import Looking, Said
from footpath.method.words.veils import sealed
from footpath.method.words.words import MASK, TAKEN_BACK, VeiledWords, Words, uncovered


class TitleTakenBack(Entry, frozen=True, kw_only=True):
    """Who told a story took back what they had worded of it.

    It says itself all that goes, so that done again it comes to the same however much went before.
    """

    known_to = "everyone"
    about: ThingId
    person: PersonId
    worded_in: tuple[int, ...]
    """The entries that carry a title of theirs, whoever put it up again."""
    when: bool
    """Whether the time goes too."""
    veils: tuple[int, ...]
    """The veils under which nothing of the story lies any more then."""
    let_stand: tuple[ThingId, ...] | None = None
    """The things in which copies of these words may stand. None, in one of an earlier release:
    there none were looked for.
    """


def taking_the_title_back(
    chart: Flipchart, story: Experience, person: int, let_stand: tuple[int, ...]
) -> list[Entry]:
    """What follows when somebody takes their words of a story's title and time back;
    nothing where none stand.

    What another teller had called it before stays: first is who stands first.
    """
    if not worded_of_the_title(story, person):
        return []
    own, first = {one.entry for one in titled_by(story, person)}, first_worded(story)
    worded_in = tuple(
        one.entry
        for one, before in zip(story.wordings, first, strict=True)
        if before.entry in own and not is_gone(one)
    )
    when = story.made_by_entry in own
    over = chart.veils_over.get(story.id, ())
    lying = _veils_in(_without(story, worded_in, when=when))
    veils = tuple(veil for veil in over if veil not in lying)
    return [
        TitleTakenBack(
            about=story.id, person=person, worded_in=worded_in, when=when, veils=veils,
            let_stand=let_stand,
        )
    ]  # fmt: skip


def said_of_the_title(
    chart: Flipchart, story: Experience, worded_in: Collection[int], by: int | None
) -> tuple[Said, ...]:
    """What somebody said in these wordings of a story's title, as far as it reached others
    (E10).
    """
    worded = [one for one in story.wordings if one.entry in worded_in and not is_gone(one)]
    since = (
        Said(
            text=sealed(one.words), number=one.entry, by=by,
            reached=reached_others(chart, story, one.entry),
        )
        for one in worded
    )  # fmt: skip
    return tuple(one for one in since if one.reached != STILL)


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
    if entry.let_stand is not None:
        chart.looking[recorded.number] = Looking(
            by=recorded.typed_by,
            about=(),
            let_stand=frozenset(chart.renumbered.get(id, id) for id in entry.let_stand),
            said=said_of_the_title(chart, story, frozenset(entry.worded_in), entry.person),
            title_of=story.id,
        )
        chart.touch("copies", recorded.typed_by or 0)
    left = _without(story, entry.worded_in, when=entry.when)
    story.wordings, story.when = left.wordings, left.when
    stands = {words for one in story.wordings for words in (one.words, uncovered(one.words))}

    def change(name: str, words: Words) -> Words:
        """What an undo would put there goes too, where it stands in no wording any more."""
        return Words(MASK) if name in ("title", "words") and words not in stands else words

    change_words(chart, [story], change)
    for veil in entry.veils:
        take_off(chart, veil, story.id)
    chart.touch_with_offers(story)
    sources_changed(chart, [story])


def without_the_title(
    chart: Flipchart, entry: TitleTakenBack, taken: int
) -> Callable[[int, Entry], Entry]:
    """How the entries about the story read in the record after it was taken back in entry
    `taken`.
    """
    story = chart.story(chart.renumbered.get(entry.about, entry.about))
    ids, going = frozenset({story.id, story.private_id or story.id}), frozenset(entry.worded_in)
    first = min(going, default=chart.number)

    def rewritten(number: int, stored: Entry) -> Entry:
        if isinstance(stored, WordsVeiled):
            gone = number in entry.veils
            return of_places(stored, ids, lambda name, words: TAKEN_BACK) if gone else stored
        # what was put in the place of the whole is what all wordings before it say since
        put = isinstance(stored, WordsMasked) and not stored.passage.text
        put = put and first < number < taken
        names = {"title", "words"} if number in going else {"replacement"} if put else set[str]()
        names |= {"when"} if entry.when and number == story.made_by_entry else set()
        return every(
            stored, lambda name, words: Words(MASK) if words.text and name in names else words
        )

    return rewritten


def _without(story: Experience, worded_in: tuple[int, ...], *, when: bool) -> Experience:
    """The story with the mark where words go."""
    going = set(worded_in)
    wordings = [
        replace(one, words=Words(MASK)) if one.entry in going else one for one in story.wordings
    ]
    told = Words(MASK) if when and story.when is not None and story.when.text else story.when
    return replace(story, wordings=wordings, when=told)


def _veils_in(story: Experience) -> set[int]:
    """The veils that cover any of a story's words."""
    veiled = (words for words in words_within(story) if isinstance(words, VeiledWords))
    return {veil for words in veiled for veil in words.veils}


ASKED: Asked = {}

HAPPENED: Happened = {TitleTakenBack: title_taken_back}
