"""Who sees what of one thing: the only place where the flipchart is turned into what
leaves the server.
"""

from collections import Counter
from typing import Any

from msgspec.structs import replace

from footpath.method.audiences.by_kind import EVERYONE, FACILITATORS, Audience, view_of
from footpath.method.audiences.of_any_kind import offers_beside, said_by_them
from footpath.method.audiences.worded import text_of, was
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.tellers import tells_still
from footpath.method.lines.standing import counted
from footpath.method.own_words.veils_seen import veils_over
from footpath.method.things.people import Person, Role
from footpath.method.things.things import (
    GROUP_TEXT,
    AgreementLine,
    Experience,
    Moment,
    Offer,
    Thing,
)
from footpath.method.things.visibility import Visibility
from footpath.method.undoing.said import slips_of
from footpath.method.wire.laid_over import Overlay
from footpath.method.wire.person_views import PersonOverlay, PersonView, StoryView
from footpath.method.wire.sheets import CopiesView, DotsView
from footpath.method.wire.thing_views import MomentView

Seen = dict[Audience, Any]


def look_at_person(chart: Flipchart, id: int) -> Seen:
    """A person, as everyone, the facilitators and the person see them."""
    person = chart.people.get(id)
    if person is None:
        return {}
    seen: Seen = {EVERYONE: _person(person)}
    story = person.story
    told = None if story is None else StoryView(
        side=text_of(story.side) or "", elsewhere=story.elsewhere, line=text_of(story.line),
        asked=story.asked, declined=story.declined,
        typed_by=story.typed_by if story.typed_by != id else None,
    )  # fmt: skip
    hand_up = person.id in chart.hands
    if told is not None or hand_up:
        seen[FACILITATORS] = PersonOverlay(id=id, story=told, hand_up=hand_up)
    if not person.removed:
        seen[id] = PersonOverlay(id=id, story=told, hand_up=hand_up, done=id in chart.done, me=True)
    return seen


def _person(person: Person) -> PersonView:
    return PersonView(
        id=person.id,
        name=person.name.shown,
        roles=tuple(r.value for r in Role if r in person.roles),
        where=person.where.value,
        called=person.called if person.number else "",
        without_device=person.without_device,
        away=person.away,
        removed=person.removed,
    )


def look_at_dots(chart: Flipchart, person: int) -> Seen:
    """The dots that somebody gave, for themselves alone while the vote is open (A8)."""
    placed = chart.vote.dots.get(person, []) if chart.vote is not None and chart.vote.open else []
    if chart.vote is None or not placed:
        return {}
    counted = dict(Counter(dot.about for dot in placed))
    return {person: DotsView(left=chart.vote.dots_each - len(placed), placed=counted)}


def look_at_copies(chart: Flipchart, person: int) -> Seen:
    """What somebody who took words back is told of copies of them, and nobody else (E10)."""
    looking = sum(one.by == person for one in chart.looking.values())
    last = chart.looked.get(person)
    if last is None:
        return {person: CopiesView(looking=looking)} if looking else {}
    return {person: CopiesView(looking=looking, covered=last.covered, left=last.left, at=last.at)}


def look_at_slips(chart: Flipchart, person: int) -> Seen:
    """What somebody can undo and do again, and nobody else is told (G12)."""
    slips = slips_of(chart, person)
    return {} if slips is None else {person: slips}


def look_at_veils(chart: Flipchart, about: int) -> Seen:
    """The veils over a thing, for facilitators alone (E4)."""
    veils = veils_over(chart, about)
    return {} if veils is None else {FACILITATORS: veils}


def look_at_thing(chart: Flipchart, id: int) -> Seen:
    """A thing, as everyone sees it, and what is laid over that for facilitators and
    for single persons.
    """
    thing = chart.things.get(id)
    if thing is None or (isinstance(thing, Offer) and not chart.things[thing.about].stands):
        return {}
    if isinstance(thing, Moment) and not chart.story(thing.experience).stands:
        return _of_a_story_that_is_gone(chart, thing)
    if not chart.may_read(thing, None):
        return (
            _for_few(chart, thing) if thing.stands or thing.withdrawn else _for_author(chart, thing)
        )
    if thing.deleted and not isinstance(thing, GROUP_TEXT) and not thing.withdrawn:
        return _for_author(chart, thing)
    seen: Seen = {EVERYONE: view_of(chart, thing, EVERYONE)}
    if thing.hidden is not None and thing.stands:
        seen[FACILITATORS] = Overlay(
            id=id,
            text=thing.words.text,
            hidden_by=thing.hidden_by,
            hidden_why=thing.hidden.shown,
            offers=offers_beside(chart, thing),
        )
    _lay_over(chart, thing, seen)
    return seen


def _of_a_story_that_is_gone(chart: Flipchart, moment: Moment) -> Seen:
    """What rested on the moment shows "withdrawn"; somebody else's moment stays with
    its author (E6, E8).
    """
    seen: Seen = {}
    story = chart.story(moment.experience)
    if story.withdrawn and moment.id > 0 and chart.reach(moment) is Visibility.SHARED:
        seen[EVERYONE] = MomentView(id=moment.id, state="withdrawn", experience=story.id)
    return seen | _for_author(chart, moment) if moment.stands else seen


def _for_author(chart: Flipchart, thing: Thing) -> Seen:
    """For whose it is and who can bring it back: a story is its tellers', whoever laid it out."""
    if isinstance(thing, Experience) and thing.storytellers:
        whose = [one for one in thing.storytellers if tells_still(chart, thing, one)]
    else:
        whose = [chart.author_of(thing)]
    return {one: view_of(chart, thing, one) for one in whose if one in chart.people}


def _for_few(chart: Flipchart, thing: Thing) -> Seen:
    """A thing that not everyone may read: whole, for each of those who may."""
    about = chart.things[thing.about] if isinstance(thing, Offer) else thing
    persons = chart.insiders(thing)
    readers: set[Audience] = {p for p in persons if p in chart.people and chart.may_read(thing, p)}
    if isinstance(about, Moment | Experience) and chart.reach(about) is Visibility.FACILITATORS:
        readers.add(FACILITATORS)
    if isinstance(thing, Offer) and about.hidden is not None and chart.may_read(about, None):
        readers.add(FACILITATORS)
    return {reader: view_of(chart, thing, reader) for reader in readers}


def _lay_over(chart: Flipchart, thing: Thing, seen: Seen) -> None:
    """What an author sees of their own thing, and a storyteller of their own story, beside
    what everyone sees.
    """
    agreed = _who_agreed(chart, thing) if isinstance(thing, AgreementLine) else {}
    seen.update((person, Overlay(id=thing.id, **said)) for person, said in agreed.items())
    known: dict[str, Any] = {}
    if thing.private_id is not None:
        known = {"private_id": thing.private_id}
        seen.update(
            (one, Overlay(id=thing.id, **known))
            for one in chart.insiders(thing)
            if one in chart.people
        )
        if thing.facilitators_knew:
            seen[FACILITATORS] = replace(seen.get(FACILITATORS, Overlay(id=thing.id)), **known)
    author = chart.author_of(thing)
    if author is not None and author in chart.people:
        own: dict[str, Any] = {**said_by_them(thing), **known}
        own |= agreed.get(author, {})
        if thing.hidden is not None and thing.stands:
            own |= {"text": thing.words.text, "offers": offers_beside(chart, thing)}
        if not isinstance(thing, GROUP_TEXT) and thing.stands and len(thing.wordings) > 1:
            own["was"] = was(thing)
        seen[author] = Overlay(id=thing.id, **own)
    if isinstance(thing, Experience) and thing.stands:
        for person in (*thing.storytellers, *thing.named):
            if person in chart.people:
                seen[person] = replace(view_of(chart, thing, person), private_id=thing.private_id)


def _who_agreed(chart: Flipchart, line: AgreementLine) -> dict[int, dict[str, Any]]:
    """What everybody who agreed sees of that: to the words that stand, or to others, so that
    they are asked again.
    """
    now, before = counted(chart, line, line.agreed)
    return {
        **{person: {"agreed_before_by_me": True} for person in before},
        **{person: {"agreed_by_me": True} for person in now},
    }
