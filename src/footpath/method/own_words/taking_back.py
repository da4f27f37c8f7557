"""Taking words back: a thing or a whole story, at once; copies of its words are looked for
after it (E8, E10).

What was taken back is received by nobody from then on. Its words are kept for the search alone
(`covering_copies`), and go from the record with what that finds.
"""

from footpath.method import refusals
from footpath.method.flipchart.entries import Command, Entry, Hand, Number, Recorded, ThingId
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.grammar import Ask, Asked, Happened
from footpath.method.flipchart.held_words import change_words
from footpath.method.flipchart.rights_to_things import has_right, is_for_others
from footpath.method.lines.care import sources_changed
from footpath.method.own_words.left_behind import (
    check_is_left,
    taking_the_title_back,
    told_before,
)
from footpath.method.own_words.searching import offered_in, said_in
from footpath.method.own_words.unveiling import take_off
from footpath.method.refusals import Refusal
from footpath.method.things.people import KEEPING_ROLES, Who
from footpath.method.things.things import Experience, Offer, Thing
from footpath.method.throughout.joint_stories import leaving
from footpath.method.throughout.telling_together import stays_theirs, tells_still
from footpath.method.words.copies import Looking
from footpath.method.words.words import TAKEN_BACK


class TakeBack(Command, frozen=True, kw_only=True):
    """Somebody takes their words back; a storyteller takes back the story with the moments
    that are theirs (E8).

    Where others tell it too, it stays with them, and who takes back what bears their name tells it
    no more. Copies of the words in the group's text and in others' notes are covered, except where
    they may stand (E10).
    """

    about: Number
    let_stand: list[Number] = []


class WordsTakenBack(Entry, frozen=True, kw_only=True):
    """Words were taken back. Copies of them are looked for after it, and the record is rewritten
    when that is done.

    `let_stand` are the things in which copies may stand. None, in one of an earlier release: there
    they were looked for before it.
    """

    known_to = "everyone"
    about: tuple[ThingId, ...]
    let_stand: tuple[ThingId, ...] | None = None


class CopiesMasked(Entry, frozen=True, kw_only=True):
    """Of an earlier release: copies of words that were taken back were masked in these things,
    for good and at once.
    """

    known_to = "everyone"
    of: tuple[ThingId, ...]
    about: tuple[ThingId, ...]


def take_back(chart: Flipchart, command: TakeBack, hand: Hand) -> list[Entry]:
    going = goes_back(chart, command.about, hand.typed_by)
    let_stand = tuple(dict.fromkeys(command.let_stand))
    taken: list[Entry] = [WordsTakenBack(about=going, let_stand=let_stand)] if going else []
    return [*taken, *_leaving(chart, command.about, hand, let_stand)]


def _leaving(chart: Flipchart, about: int, hand: Hand, let_stand: tuple[int, ...]) -> list[Entry]:
    """Who takes back what they said in a story that stays with others tells it no more; their
    title goes, then too.
    """
    person = hand.typed_by
    story = whose_title_goes(chart, about, person)
    if story is None or person is None:
        return []
    title = taking_the_title_back(chart, story, person, let_stand)
    if told_before(chart, story, person):
        return title
    return [*title, *leaving(chart, hand, story, person, ())]


def whose_title_goes(chart: Flipchart, about: int, person: int | None) -> Experience | None:
    """The story that stays with others when somebody takes this back, while their words of its
    title go.
    """
    story = chart.found_by(about, person)
    if not isinstance(story, Experience) or person is None:
        return None
    leaves = person in story.storytellers and stays_with_others(chart, story, person)
    return story if leaves or told_before(chart, story, person) else None


def goes_back(chart: Flipchart, about: int, person: int | None) -> tuple[int, ...]:
    """What goes when somebody takes this back: the thing first, then its moments and their own
    wordings beside it.

    Of a story that stays with others who tell it: the moments alone, or nothing; of one that they
    tell no more what they offered for its title.

    Raises:
        Refusal: when it is not theirs to take back.
    """
    deleted = chart.found_by(about, person)
    if isinstance(deleted, Experience) and told_before(chart, deleted, person):
        check_is_left(deleted, person)
        return tuple(id for id in _own_wordings_offered(chart, deleted, person))
    is_own = (
        deleted is not None
        and deleted.deleted
        and not deleted.withdrawn
        and chart.author_of(deleted) == person
    )
    # what was taken off the flipchart is still in the record, and still its author's to take back
    thing = deleted if deleted is not None and is_own else chart.seen(about, person, Thing)
    if isinstance(thing, Experience):
        own = going_with(chart, thing, person)
        stays = stays_with_others(chart, thing, person)
        told = [one for one in own if not one.withdrawn] if stays else [thing, *own]
        title = _own_wordings_offered(chart, thing, person) if stays else []
        return (
            *(id for one in told for id in (one.id, *_own_wordings_offered(chart, one))),
            *title,
        )
    if not has_right(chart, "TakeBack", thing, person):
        raise Refusal(refusals.NOT_YOURS_TO_TAKE_BACK)
    return (thing.id, *_own_wordings_offered(chart, thing))


def going_with(chart: Flipchart, story: Experience, person: int | None) -> list[Thing]:
    """The moments that go when somebody takes a story back: of several tellers, those in
    their own name (E8).

    The story itself goes with the last who tells it still, and what others said in it goes from the
    screens with it but not from its author (E6).

    Raises:
        Refusal: when it is not theirs to take back, or no longer theirs alone.
    """
    tellers = {*story.storytellers}
    theirs = {teller for teller in tellers if may_take_back(chart, teller, person)}
    if not theirs:
        raise Refusal(refusals.NOT_YOUR_STORY)
    if theirs != tellers and not tells_still(chart, story, person):
        raise Refusal(refusals.OTHERS_TELL_IT_TOO)
    # what is unnamed stays its author's alone, a teller or not: going with the story
    # would tell which (A3)
    named = [one for one in (chart.things[id] for id in story.moments) if not one.unnamed]
    keeps = chart.has_role(person, *KEEPING_ROLES) and not stays_with_others(chart, story, person)
    for_unknown = theirs == tellers or keeps
    return [one for one in named if (one.by in theirs if one.by is not None else for_unknown)]


def stays_with_others(chart: Flipchart, story: Experience, person: int | None) -> bool:
    """Whether a story stays when one of its tellers takes back what bears their name: another
    tells it still (E8).

    Whatever that one said in it, so that nothing which they keep to themselves shows in this (E3).
    """
    others = (teller for teller in story.storytellers if not may_take_back(chart, teller, person))
    return any(stays_theirs(chart, story, teller) for teller in others)


def may_take_back(
    chart: Flipchart, author: int | None, person: int | None, unnamed: bool = False
) -> bool:
    """The author; of an unknown hand who may type for it; of somebody removed a facilitator (G12).

    Of a story so for each of its tellers, and of a reason for who gave it.
    """
    known = author is not None
    return (known and author == person) or is_for_others(chart, author, person, nameless=unnamed)


def _own_wordings_offered(chart: Flipchart, thing: Thing, person: int | None = None) -> list[int]:
    """Offers whose words became the thing's own, or are its author's: they go with it. With
    `person` theirs alone.
    """
    offers = [
        one
        for id in sorted(chart.offers.get(thing.id, ()))
        if isinstance(one := chart.things[id], Offer)
    ]
    if person is not None:
        return [
            one.id
            for one in offers
            if one.stands and one.by == person and not chart.is_nameless(one)
        ]
    return [
        one.id for one in offers if one.stands and (one.settled == "taken" or one.by == thing.by)
    ]


def words_taken_back(chart: Flipchart, entry: WordsTakenBack, recorded: Recorded) -> None:
    gone = {id: chart.things[id] for id in (chart.renumbered.get(id, id) for id in entry.about)}
    if entry.let_stand is not None:
        let_stand = frozenset(chart.renumbered.get(id, id) for id in entry.let_stand)
        said = said_in(chart, gone.values())
        chart.looking[recorded.number] = Looking(
            by=recorded.typed_by,
            about=tuple(gone),
            let_stand=let_stand,
            said=said,
            offered=offered_in(chart, gone.values()),
        )
        chart.leaving |= {id for id, thing in gone.items() if isinstance(thing, Experience)}
        chart.touch("copies", recorded.typed_by or 0)
    for thing in gone.values():
        change_words(chart, [thing], lambda name, words: TAKEN_BACK)
        for veil in list(chart.veils_over.get(thing.id, ())):
            take_off(chart, veil, thing.id)
        thing.withdrawn = True
        chart.threads.put_over.pop(thing.id, None)
        if isinstance(thing, Offer):
            chart.touch_cited(thing.about)
        chart.face_down.discard(thing.id)
    others = [
        chart.things[id]
        for thing in gone.values()
        if isinstance(thing, Experience)
        for id in thing.moments
        if id not in gone
    ]
    chart.touch_around(*gone.values())
    for moment in others:
        chart.touch_with_offers(moment)
    sources_changed(chart, [*gone.values(), *others])
    chart.touch("sheet", "counts")


def copies_masked(chart: Flipchart, entry: CopiesMasked, recorded: Recorded) -> None:
    for id in entry.about:
        thing = chart.things[chart.renumbered.get(id, id)]
        chart.threads.copies_masked.add(thing.id)
        chart.touch_thing(thing)
        sources_changed(chart, [thing])


ASKED: Asked = {TakeBack: Ask(Who.EVERYBODY, take_back, after_close=True, shown_out=True)}

HAPPENED: Happened = {WordsTakenBack: words_taken_back, CopiesMasked: copies_masked}
