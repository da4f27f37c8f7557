"""Threads: from a thing to what it rests on, down to moments and reflections, and forward again
to what came of it.
"""

from collections.abc import Callable

from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.holding import Named, Process
from footpath.method.things.things import (
    REFLECTIONS,
    Aim,
    Element,
    Experience,
    Moment,
    Note,
    NoteKind,
    Phase,
    SharedValue,
    Thing,
)

LINES = (Aim, SharedValue, Element)
"""What is a line of the outline whatever becomes of it."""


def citing(chart: Flipchart, id: int) -> list[Thing]:
    """The standing things that cite this one, in the order in which they were made; no note
    that is held back.
    """
    citers = chart.cited_by.get(id)
    if not citers:
        return []
    things = map(chart.things.__getitem__, citers)
    standing = [thing for thing in things if not (thing.withdrawn or thing.deleted)]
    return [thing for thing in standing if not isinstance(thing, Note) or not thing.held]


def aims_and_steps(chart: Flipchart, *ids: int) -> list[Thing]:
    """The standing aims and elements that cite one of these, each once, in the order in
    which they were made.
    """
    if len(ids) == 1:
        return [
            thing
            for id in chart.aims_and_steps.get(ids[0], ())
            if (thing := chart.things[id]).stands
        ]
    found = set[int]().union(*(chart.aims_and_steps.get(id, ()) for id in ids))
    standing = (thing for id in found if (thing := chart.things[id]).stands)
    return sorted(standing, key=lambda thing: thing.made_by_entry)


def answered_by(chart: Flipchart, id: int) -> list[int]:
    """The elements that cite this thing as what they answer; nothing else counts
    as an answer (P2).
    """
    elements = (thing for thing in aims_and_steps(chart, id) if isinstance(thing, Element))
    return [element.id for element in elements if answers(chart, element, id)]


def answers(chart: Flipchart, element: Element, id: int) -> bool:
    """Whether an element that cites the thing answers it: nothing but an aim is cited
    as what is served.
    """
    return not isinstance(chart.things[id], Aim) or id in element.answers


def is_line(thing: Thing) -> bool:
    """Whether it is a line of the outline: an aim, a value, an element, an open question,
    or what is parked.
    """
    if thing.parked is not None or type(thing) in LINES:
        return True
    return type(thing) is Note and thing.kind is NoteKind.OPEN_QUESTION


def sources(thing: Thing) -> list[int]:
    """What a thing came out of: of an element what it answers, since an aim that it serves
    is where it leads.
    """
    return thing.answers if isinstance(thing, Element) else thing.cites


def near(chart: Flipchart, id: int) -> list[int]:
    """What a line rests on by itself, nearest first: not past another line, and without
    whom it left out (O6).
    """
    without = chart.threads.left_out.get(id, set[int]())
    reached: dict[int, None] = {}
    waiting = sources(chart.things[id])
    while waiting:
        far: list[int] = []
        for cited in waiting:
            if cited not in reached and cited != id and cited not in without:
                reached[cited] = None
                far.extend([] if is_line(chart.things[cited]) else sources(chart.things[cited]))
        waiting = far
    return list(reached)


def cites_of(thing: Thing) -> list[int]:
    """All that a thing names."""
    return thing.cites


def walk_back(
    chart: Flipchart, id: int, named: Callable[[Thing], list[int]] = cites_of
) -> list[int]:
    """Everything that a thing rests on, nearest first, each once: groups, notes,
    values, reflections, moments.

    `named` says where a step of the walk leads. What somebody had left out of a line (O6) is not
    reached through it.
    """
    left_out, never = chart.threads.left_out, chart.threads.left_out.get(id, set[int]())
    reached: dict[tuple[int, int], None] = {}
    waiting = [(cited, id if left_out else 0) for cited in named(chart.things[id])]
    while waiting:
        far: list[tuple[int, int]] = []
        for cited, line in waiting:
            without = left_out.get(line)
            if (
                (cited, line) in reached
                or cited == id
                or cited in never
                or (without and cited in without)
            ):
                continue
            reached[cited, line] = None
            beneath = cited if left_out and is_line(chart.things[cited]) else line
            far.extend((one, beneath) for one in named(chart.things[cited]))
        waiting = far
    return list(dict.fromkeys(cited for cited, _ in reached))


def walk_forward(chart: Flipchart, id: int) -> list[int]:
    """Everything that came out of a thing, nearest first, each once; not the lines that
    it was left out of.
    """
    reached: dict[int, None] = {}
    waiting = citing(chart, id)
    while waiting:
        far: list[Thing] = []
        for thing in waiting:
            if thing.id not in reached and thing.id != id:
                reached[thing.id] = None
                far.extend(citing(chart, thing.id))
        waiting = far
    if not chart.threads.left_out:
        return list(reached)
    return [one for one in reached if not is_line(chart.things[one]) or id in walk_back(chart, one)]


def tellers_of(chart: Flipchart, heard: SharedValue) -> list[int]:
    """The storytellers in whose stories a value was heard, as far as these are
    everybody's to see (R6).
    """
    return list(
        dict.fromkeys(
            who for id in near(chart, heard.id) for who in tellers_in(chart, chart.things[id])
        )
    )


def tellers_in(chart: Flipchart, thing: Thing) -> list[int]:
    """Who tells a story that is everybody's to see, of the story or a moment of it."""
    story = chart.story(thing.experience) if isinstance(thing, Moment) else thing
    told = (
        isinstance(story, Experience)
        and story.stands
        and thing.stands
        and chart.may_read(thing, None)
    )
    return story.storytellers if isinstance(story, Experience) and told else []


def unanswered_reflections(chart: Flipchart) -> list[Note]:
    """Reflections that no element answers; one that was masked as a whole is not asked for."""
    return [
        note
        for note in chart.things.values()
        if isinstance(note, Note) and is_unanswered(chart, note)
    ]


def is_unanswered(chart: Flipchart, note: Note) -> bool:
    """Whether it is a reflection that everybody can read and that no element answers."""
    return (
        note.kind in REFLECTIONS
        and note.stands
        and not note.held
        and bool(note.words.shown)
        and not note.words.masked_as_a_whole
        and not answered_by(chart, note.id)
    )


def is_in_no_aim(chart: Flipchart, note: Note) -> bool:
    """Whether it is a note about the aims that no standing aim names: itself, its group, or what
    it went into (O10).
    """
    readable = (
        note.stands and not note.held and note.hidden is None and not note.words.masked_as_a_whole
    )
    if (
        note.kind is not NoteKind.NOTE
        or note.phase is not Phase.AIMS
        or not readable
        or not note.words.shown
    ):
        return False
    return not any(
        isinstance(thing, Aim) for thing in aims_and_steps(chart, *_taken_up_with(chart, note))
    )


def _taken_up_with(chart: Flipchart, note: Note) -> list[int]:
    """The note, the notes into which it was merged, and the groups of them all."""
    found: list[int] = []
    thing: Thing = note
    while isinstance(thing, Note):
        found += [thing.id, *([thing.group] if thing.group is not None else [])]
        outer = chart.inside_of(thing)
        if outer is None:
            break
        thing = chart.things[outer]
    return found


def is_hard_and_unanswered(chart: Flipchart, moment: Moment) -> bool:
    """Whether it is a hard moment (-2, -1) that everybody can read and that no element
    answers itself (O10, P2).
    """
    return (
        moment.feeling in (-2, -1)
        and moment.stands
        and moment.hidden is None
        and chart.story(moment.experience).stands
        and chart.may_read(moment, None)
        and not moment.words.masked_as_a_whole
        and not answered_by(chart, moment.id)
    )


def standing_aims(chart: Flipchart) -> list[Aim]:
    """The group's aims in order, dropped ones included."""
    aims = (chart.things[id] for id in chart.aims)
    return [aim for aim in aims if isinstance(aim, Aim) and aim.stands]


def names_in_order(named: Named) -> tuple[str, ...]:
    """The lanes or the stages of the process, each once."""
    return tuple(dict.fromkeys(words.text for _, words in named if words.text is not None))


def standing_elements(chart: Flipchart) -> list[Element]:
    """The elements of the process in order."""
    elements = (chart.things[id] for id in chart.elements)
    return [element for element in elements if isinstance(element, Element) and element.stands]


def standing_process(chart: Flipchart) -> Process:
    """Its places and names, gathered once after each entry, whoever asks for them (L2)."""
    known = chart.gathered.process
    if known is None or known.number != chart.number:
        steps = standing_elements(chart)
        known = chart.gathered.process = Process(
            chart.number,
            {one.id: place for place, one in enumerate(steps, start=1)},
            frozenset(one.lane.shown for one in steps if one.lane is not None),
            frozenset(one.stage.shown for one in steps if one.stage is not None),
        )
    return known
