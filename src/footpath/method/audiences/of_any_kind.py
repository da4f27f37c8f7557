"""What every thing shows, and every line, to an audience that may read it."""

from typing import Any

from footpath.method.audiences.worded import text_of
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.threads import Edition, LineAnswer
from footpath.method.lines.opening import opened_to
from footpath.method.lines.standing import reads_as_at
from footpath.method.lines.tracing import citing, is_line
from footpath.method.own_words.answering import answers_now, to_look_at
from footpath.method.things.things import (
    Note,
    NoteKind,
    Thing,
)
from footpath.method.words.words import Words


def texts(words: list[Words]) -> tuple[str, ...]:
    return tuple(word.text for word in words if word.text is not None)


def of_any(chart: Flipchart, thing: Thing) -> dict[str, Any]:
    """The fields that every view has. Of an unnamed thing nothing tells whose it is, nor
    who typed it (A3).
    """
    if thing.withdrawn:
        return {
            "id": thing.id,
            "state": "withdrawn",
            "is_line": is_line(thing),
            "cited_by": tuple(t.id for t in citing(chart, thing.id)),
        }
    untimed = isinstance(thing, Note) and thing.silent
    nameless = chart.is_nameless(thing)
    private = not chart.may_read(thing, None)
    typed_for = thing.typed_by if thing.typed_by != thing.by and not nameless else None
    cited_by = citing(chart, thing.id)
    notes = [note for note in cited_by if isinstance(note, Note)]
    return {
        "id": thing.id,
        "state": "deleted" if thing.deleted else "hidden" if thing.hidden is not None else "",
        "private": private, "together": thing.hidden_together, "by": None if nameless else thing.by,
        "unnamed": nameless, "unknown": thing.by is None and not nameless, "typed_by": typed_for,
        "said_at": None if untimed else thing.said_at,
        "stored_at": None if untimed else thing.stored_at, "version": thing.version,
        "parked": text_of(thing.parked), "tags": texts(thing.tags),
        "cited_by": tuple(citer.id for citer in cited_by),
        "questions": tuple(
            note.id for note in notes if note.kind in (NoteKind.QUESTION, NoteKind.ANSWER)
        ),
        "offers": _offers(chart, thing, private), **_dots(chart, thing),
        "opened": _beyond(opened_to(chart, thing)) if thing.id in chart.threads.opened else "",
        "narrowed": chart.threads.narrowed.get(thing.id, ""),
        "taken_from": thing.id in chart.threads.copies_masked, "is_line": is_line(thing),
        "left_out": tuple(sorted(chart.threads.left_out.get(thing.id, ()))),
    }  # fmt: skip


def said_by_them(thing: Thing) -> dict[str, Any]:
    """What the author of a thing alone is told of it: that it is theirs, and where they left it
    unnamed for an unknown hand, that it is not in their name.
    """
    return {"mine": True} if thing.by is not None else {"mine": True, "unknown": True}


def _dots(chart: Flipchart, thing: Thing) -> dict[str, int]:
    """Once a vote is closed, the dots for the words that stand, and those that were given to
    earlier ones (A8).
    """
    given = (
        chart.vote.totals.get(thing.id, ())
        if chart.vote is not None and not chart.vote.open
        else ()
    )
    now = sum(map(reads_as_at(chart, thing), given)) if given else 0
    return {"dots": now, "dots_before": len(given) - now}


def _offers(chart: Flipchart, thing: Thing, private: bool) -> tuple[int, ...]:
    """The offers beside a thing, as far as whoever receives the thing receives them: not
    beside what is hidden.
    """
    return tuple(
        id
        for id in offers_beside(chart, thing)
        if private or chart.may_read(chart.things[id], None)
    )


def offers_beside(chart: Flipchart, thing: Thing) -> tuple[int, ...]:
    """All the offers that stand beside a thing."""
    return tuple(id for id in sorted(chart.offers.get(thing.id, ())) if chart.things[id].stands)


def _beyond(edition: Edition) -> str:
    return "" if edition is Edition.TOOK_PART else edition.value


def of_line(chart: Flipchart, line: Thing) -> dict[str, Any]:
    """The fields that every line has. Nobody's unnamed thing is said to be of one hand
    with another (A3).
    """
    if line.withdrawn:
        return {}
    answers = answers_now(chart, line).items()
    meant = {
        id
        for (_, unnamed), one in answers
        for id in one.things
        if one.answer is LineAnswer.MEANT
        and chart.is_nameless(chart.things[id]) == (unnamed is not None)
    }
    notes = (chart.things[one.note] for _, one in answers if one.note is not None)
    return {
        "changed": tuple(sorted(chart.threads.changed.get(line.id, ()))),
        "meant": tuple(sorted(meant)),
        "not_quite": tuple(sorted(note.id for note in notes if note.stands)),
        "to_look_at": tuple(sorted(to_look_at(chart, line))),
    }


def had_too(chart: Flipchart, thing: Thing) -> int:
    """How often it is said that somebody lived through what stands there, and not through what
    stood there before: by each person once in their name, and once a note without one (A3).
    """
    notes = (
        one
        for one in citing(chart, thing.id)
        if isinstance(one, Note) and one.kind is NoteKind.SIMILAR
    )
    as_at = reads_as_at(chart, thing)
    said = [note for note in notes if as_at(note.wordings[-1].entry)]
    named = {note.by for note in said if note.by is not None and not note.unnamed}
    return len(named) + sum(note.by is None or note.unnamed for note in said)
