"""Opening: an author opens their words to members or to everyone, moment by moment or for
a whole story (O5).
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.rights_to_things import has_right
from footpath.method.flipchart.threads import Edition
from footpath.method.refusals import Refusal
from footpath.method.things.kinds import a_thing
from footpath.method.things.people import Who
from footpath.method.things.story_titles import left_with_their_title
from footpath.method.things.things import AUTHORED, Experience, Moment, Note, NoteKind, Thing


class OpenWords(Command, frozen=True, kw_only=True):
    """An author says who may read their words beneath a line: who took part, members, everyone.

    Of a story its teller opens the title and every moment of theirs in it that everybody here
    sees, except those that they left unnamed: opened in one act with the others, these would tell
    whose they are (A3).
    """

    about: Number
    to: Edition


class WordsOpened(Entry, frozen=True, kw_only=True):
    """Somebody opened, or closed again, what is theirs; the hand says who."""

    known_to = "everyone"
    about: tuple[ThingId, ...]
    to: Edition


def open_words(chart: Flipchart, command: OpenWords, hand: Hand) -> list[Entry]:
    thing = chart.seen(command.about, hand.by, Thing)
    if isinstance(thing, Experience):
        left = hand.by in left_with_their_title(thing)
        if not left and not has_right(chart, "OpenWords", thing, hand.by):
            raise Refusal(refusals.NOT_YOUR_STORY)
        told = (chart.things[id] for id in thing.moments)
        mine = (one for one in told if one.by == hand.by and one.stands and not one.unnamed)
        own = [one.id for one in mine if chart.may_read(one, None)]
    elif not isinstance(thing, AUTHORED):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
    elif not has_right(chart, "OpenWords", thing, hand.by):
        raise Refusal(refusals.NOT_YOURS_TO_OPEN)
    else:
        own = []
    if not chart.may_read(thing, None):
        raise Refusal(refusals.SHARE_FIRST)
    assert hand.by is not None
    about = (thing.id, *own)
    standing = [chart.threads.opened.get(id, {}).get(hand.by, Edition.TOOK_PART) for id in about]
    return (
        [WordsOpened(about=about, to=command.to)]
        if any(one is not command.to for one in standing)
        else []
    )


def words_opened(chart: Flipchart, entry: WordsOpened, recorded: Recorded) -> None:
    assert recorded.by is not None
    for id in entry.about:
        chart.threads.opened.setdefault(id, {})[recorded.by] = entry.to
        chart.touch_cited(id)


class NarrowWords(Command, frozen=True, kw_only=True):
    """A facilitator or the policy's owner says how far words may go at most; their author's
    word is not widened.
    """

    about: Number
    to: Edition
    shown: Edition | None = None
    """How far they went on the page on which it is said: what somebody else said since is
    looked at first (S11).
    """


class WordsNarrowed(Entry, frozen=True, kw_only=True):
    known_to = "everyone"
    about: ThingId
    to: Edition


def narrow_words(chart: Flipchart, command: NarrowWords, hand: Hand) -> list[Entry]:
    thing = chart.public(command.about)
    if not has_right(chart, "NarrowWords", thing, hand.typed_by):
        raise Refusal(refusals.WRONG_THING.format(thing=a_thing(type(thing))))
    now = chart.threads.narrowed.get(thing.id, Edition.EVERYONE)
    if now is command.to:
        return []
    if command.shown is not None and command.shown is not now:
        raise Refusal(refusals.NARROWED_MEANWHILE)
    return [WordsNarrowed(about=thing.id, to=command.to)]


def words_narrowed(chart: Flipchart, entry: WordsNarrowed, recorded: Recorded) -> None:
    chart.threads.narrowed[entry.about] = entry.to
    chart.touch_cited(entry.about)


def opened_to(chart: Flipchart, thing: Thing) -> Edition:
    """How far the words of a thing go: as its author opened them, of a story all its tellers,
    at most as narrowed.
    """
    cap = chart.threads.narrowed.get(thing.id, Edition.EVERYONE)
    return min(said_open(chart, thing), cap, key=lambda edition: edition.width)


def said_open(chart: Flipchart, thing: Thing) -> Edition:
    """How far the author of a thing opened its words; of a story the least that one
    of its tellers did.

    And that who told it and left did, as long as its title is theirs.
    """
    given = chart.threads.opened.get(thing.id, {})
    told = isinstance(thing, Experience)
    authors = [*thing.storytellers, *left_with_their_title(thing)] if told else [thing.by]
    said = [
        given.get(author, Edition.TOOK_PART) if author is not None else Edition.TOOK_PART
        for author in authors
    ]
    return min(said, key=lambda edition: edition.width, default=Edition.TOOK_PART)


def holds(chart: Flipchart, thing: Thing, edition: Edition) -> bool:
    """Whether an outline made for these readers holds the words of a thing: the one place where
    that is decided (O5).

    The group's text is in every edition. Somebody's own words are where everybody at the workshop
    sees them and their author opened them so far; an open question that its author asked is a line
    of the outline, and so the group's. What somebody says of a line (O6) is read by who may read
    the words that they mean.
    """
    if not isinstance(thing, (*AUTHORED, Experience)):
        return thing.stands
    if not thing.stands or thing.hidden is not None or not chart.may_read(thing, None):
        return False
    if isinstance(thing, Moment) and not chart.story(thing.experience).stands:
        return False
    if edition is Edition.TOOK_PART or (isinstance(thing, Note) and _is_asked_of_all(thing)):
        return True
    if isinstance(thing, Note) and thing.kind is NoteKind.NOT_QUITE:
        meant = [chart.things[id] for id in _meant_by(chart, thing)]
        return bool(meant) and all(holds(chart, one, edition) for one in meant)
    return opened_to(chart, thing).width >= edition.width


def _is_asked_of_all(note: Note) -> bool:
    return note.kind is NoteKind.OPEN_QUESTION and note.moved_from is None


def _meant_by(chart: Flipchart, note: Note) -> tuple[int, ...]:
    """The words of its author beneath the line that a "not quite" is about."""
    said = (one for line in note.about for one in chart.threads.answers.get(line, {}).values())
    return next((one.things for one in said if one.note == note.id), ())


ASKED: Asked = {
    OpenWords: Ask(Who.EVERYBODY, open_words, after_close=True, shown_out=True),
    NarrowWords: Ask(Who.FACILITATORS_OR_OWNER, narrow_words, after_close=True),
}

HAPPENED: Happened = {
    WordsOpened: words_opened,
    WordsNarrowed: words_narrowed,
}
