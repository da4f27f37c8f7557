"""How each kind of thing is shown to an audience that may read it."""

from collections.abc import Callable
from typing import Any

from footpath.method.answering import to_look_at
from footpath.method.flipchart import Flipchart
from footpath.method.notes import unspoken
from footpath.method.opening import opened_to
from footpath.method.quoting import quotable
from footpath.method.serving import offered_by, served_by
from footpath.method.things import (
    AgreementLine,
    Aim,
    Element,
    Experience,
    Group,
    Moment,
    Note,
    NoteKind,
    Offer,
    SharedValue,
    Thing,
    Visibility,
    Wording,
)
from footpath.method.threads import Edition, LineAnswer
from footpath.method.tracing import (
    aim_state,
    answered_by,
    citing,
    is_line,
)
from footpath.method.views import (
    AgreementView,
    AimView,
    ElementView,
    ExperienceView,
    GroupView,
    MomentView,
    NoteView,
    OfferView,
    ReviewView,
    ValueView,
    View,
    WasView,
)
from footpath.method.way_words import fork_said
from footpath.method.ways import ASIDE, ways_on
from footpath.method.words import Words

Audience = str | int
"""Who receives something: EVERYONE, FACILITATORS, or one person by id."""

EVERYONE: Audience = "everyone"
FACILITATORS: Audience = "facilitators"


def text_of(words: Words | None) -> str | None:
    """The text of words that may be missing."""
    return None if words is None else words.text


def _texts(words: list[Words]) -> tuple[str, ...]:
    return tuple(word.text for word in words if word.text is not None)


def was(thing: Thing) -> tuple[WasView, ...]:
    """The earlier wordings of a thing."""
    return tuple(_was_one(thing, wording) for wording in thing.wordings[:-1] if wording.words.text is not None)


def _was_one(thing: Thing, wording: Wording) -> WasView:
    nameless = wording.unnamed or thing.unnamed  # whoever worded it: a gap at its author's would tell (A3)
    return WasView(
        text=wording.words.shown, by=None if nameless else wording.by,
        at=None if isinstance(thing, Note) and thing.silent else wording.at, why=text_of(wording.why),
    )  # fmt: skip


def _of_any(chart: Flipchart, thing: Thing) -> dict[str, Any]:
    """The fields that every view has. Of an unnamed thing nothing tells whose it is, nor who typed it (A3)."""
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
        "private": private,
        "together": thing.hidden_together,
        "by": None if nameless else thing.by,
        "unnamed": nameless,
        "unknown": thing.by is None and not nameless,
        "typed_by": typed_for,
        "said_at": None if untimed else thing.said_at,
        "stored_at": None if untimed else thing.stored_at,
        "version": thing.version,
        "parked": text_of(thing.parked),
        "tags": _texts(thing.tags),
        "cited_by": tuple(citer.id for citer in cited_by),
        "questions": tuple(note.id for note in notes if note.kind in (NoteKind.QUESTION, NoteKind.ANSWER)),
        "offers": _offers(chart, thing, private),
        "dots": chart.vote.totals.get(thing.id, 0) if chart.vote is not None and not chart.vote.open else 0,
        "opened": _beyond(opened_to(chart, thing)) if thing.id in chart.threads.opened else "",
        "narrowed": chart.threads.narrowed.get(thing.id, ""),
        "taken_from": thing.id in chart.threads.copies_masked,
        "is_line": is_line(thing),
        "left_out": tuple(sorted(chart.threads.left_out.get(thing.id, ()))),
    }


def _offers(chart: Flipchart, thing: Thing, private: bool) -> tuple[int, ...]:
    """The offers beside a thing, as far as whoever receives the thing receives them: not beside what is hidden."""
    return tuple(id for id in offers_beside(chart, thing) if private or chart.may_read(chart.things[id], None))


def offers_beside(chart: Flipchart, thing: Thing) -> tuple[int, ...]:
    """All the offers that stand beside a thing."""
    return tuple(id for id in sorted(chart.offers.get(thing.id, ())) if chart.things[id].stands)


def _beyond(edition: Edition) -> str:
    return "" if edition is Edition.TOOK_PART else edition.value


def _of_line(chart: Flipchart, line: Thing) -> dict[str, Any]:
    """The fields that every line has. Nobody's unnamed thing is said to be of one hand with another (A3)."""
    if line.withdrawn:
        return {}
    answers = chart.threads.answers.get(line.id, {}).items()
    meant = {
        id
        for (_, unnamed), one in answers
        for id in one.things
        if one.answer is LineAnswer.MEANT and chart.is_nameless(chart.things[id]) == (unnamed is not None)
    }
    notes = (chart.things[one.note] for _, one in answers if one.note is not None)
    return {
        "changed": tuple(sorted(chart.threads.changed.get(line.id, ()))),
        "meant": tuple(sorted(meant)),
        "not_quite": tuple(sorted(note.id for note in notes if note.stands)),
        "to_look_at": tuple(sorted(to_look_at(chart, line))),
    }


def _had_too(chart: Flipchart, thing: Thing) -> int:
    return sum(isinstance(note, Note) and note.kind is NoteKind.SIMILAR for note in citing(chart, thing.id))


def view_of(chart: Flipchart, thing: Thing, audience: Audience) -> View:
    """The thing as this audience, which may read it, sees it."""
    return _VIEWS[type(thing)](chart, thing, audience)


def _note(chart: Flipchart, note: Note, audience: Audience) -> NoteView:
    is_own = audience == chart.author_of(note) and not note.withdrawn
    own: dict[str, Any] = {"mine": True, "was": was(note)} if is_own else {}
    return NoteView(
        **_of_any(chart, note), **own, kind=note.kind, phase=note.phase.value,
        text=note.words.text if not note.withdrawn and note.hidden is None else None, number=note.number,
        silent=note.silent, held=note.held, about=tuple(note.about), group=note.group,
        merged_into=chart.inside_of(note), merged=tuple(_merged(chart, note)),
        moved_from=None if note.moved_from is None else note.moved_from.value, side=text_of(note.side) or "",
        elsewhere=note.elsewhere, picked=note.picked, at_request=note.wordings[-1].at_request,
        answered_by=tuple(answered_by(chart, note.id)),
    )  # fmt: skip


def _merged(chart: Flipchart, note: Note) -> list[int]:
    """The notes that stand in this one: none where it is gone, since they stand alone then."""
    return chart.merged.get(note.id, []) if note.stands and note.hidden is None else []


def _group(chart: Flipchart, group: Group, audience: Audience) -> GroupView:
    return GroupView(
        **_of_any(chart, group), title=group.words.shown, notes=tuple(group.notes), was=was(group)
    )  # fmt: skip


def _aim(chart: Flipchart, aim: Aim, audience: Audience) -> AimView:
    positions = [n for n in citing(chart, aim.id) if isinstance(n, Note) and n.kind is NoteKind.POSITION]
    return AimView(
        **_of_any(chart, aim), **_of_line(chart, aim), text=aim.words.shown, first_text=aim.wordings[0].words.shown,
        standing=aim_state(aim), reason=text_of(aim.reason), rests_on=tuple(aim.cites),
        served_by=tuple(served_by(chart, aim)), offered_by=tuple(offered_by(chart, aim)),
        positions=tuple(note.id for note in positions), was=was(aim),
        reviews=tuple(
            ReviewView(
                choice=review.choice, at=review.at, reason=text_of(review.reason), rests_on=review.rests_on,
                by=None if review.unnamed or aim.unnamed else review.by,
            )
            for review in aim.reviews
        ),
    )  # fmt: skip


def _shared_value(chart: Flipchart, heard: SharedValue, audience: Audience) -> ValueView:
    return ValueView(
        **_of_any(chart, heard), **_of_line(chart, heard), name=heard.words.shown, sentence=text_of(heard.sentence),
        heard_in=tuple(heard.rests_on), tension=tuple(sorted(heard.tension)),
        recognised=dict(sorted(chart.threads.recognised.get(heard.id, {}).items())),
        answered_by=tuple(answered_by(chart, heard.id)), was=was(heard),
    )  # fmt: skip


def _experience(chart: Flipchart, story: Experience, audience: Audience) -> ExperienceView:
    if story.withdrawn:
        return ExperienceView(**_of_any(chart, story), storytellers=tuple(story.storytellers))
    reader = audience if isinstance(audience, int) else None
    moments = [m for m in (chart.things[id] for id in story.moments) if isinstance(m, Moment) and m.stands]
    shown = [moment for moment in moments if _moment_reaches(chart, moment, audience, reader)]
    return ExperienceView(
        **_of_any(chart, story), title=story.words.text, storytellers=tuple(story.storytellers),
        side=text_of(story.side) or "", elsewhere=story.elsewhere, when=text_of(story.when),
        lanes=_named(story.lanes, [moment.lane for moment in shown]),
        stages=_named(story.stages, [moment.stage for moment in shown]), moments=tuple(moment.id for moment in shown),
        visibility=story.visibility.value, finished=story.finished,
        waited_for=tuple(sorted(unspoken(chart, story))), spoken_for=story.spoken_for,
        had_too=_had_too(chart, story),
    )  # fmt: skip


def _named(given: list[Words], found: list[Words | None]) -> tuple[str, ...]:
    """Lanes or stages: those that the story was given, then those in which its shown moments stand (E3)."""
    return _texts(list(dict.fromkeys([*given, *(words for words in found if words is not None)])))


def _moment_reaches(chart: Flipchart, moment: Moment, audience: Audience, reader: int | None) -> bool:
    if audience == FACILITATORS:
        return chart.reach(moment) is not Visibility.ONLY_ME
    return chart.may_read(moment, reader)


def _moment(chart: Flipchart, moment: Moment, audience: Audience) -> MomentView:
    if moment.withdrawn:
        return MomentView(**_of_any(chart, moment), experience=moment.experience)
    is_own = audience == chart.author_of(moment)
    own: dict[str, Any] = {"mine": True, "was": was(moment)} if is_own else {}
    covered = moment.hidden is not None
    return MomentView(
        **_of_any(chart, moment), **own, experience=moment.experience,
        text=None if covered else moment.words.text, lane=text_of(moment.lane), stage=text_of(moment.stage),
        who=() if covered else _texts(moment.who), used=() if covered else _texts(moment.used),
        quote=None if covered else text_of(moment.quote),
        feeling=moment.feeling, feeling_words=None if covered else text_of(moment.feeling_words),
        quoted=quotable(moment), inferred=moment.inferred, visibility=moment.visibility.value, accepted=moment.accepted,
        had_too=_had_too(chart, moment),
        at_request=moment.wordings[-1].at_request or moment.arranged_at_request,
        # of an unnamed moment a missing name would tell that its author moved it (A3)
        arranged_by=None if chart.is_nameless(moment) and not is_own else moment.arranged_by,
        answered_by=tuple(answered_by(chart, moment.id)),
    )  # fmt: skip


def _element(chart: Flipchart, element: Element, audience: Audience) -> ElementView:
    return ElementView(
        **_of_any(chart, element), **_of_line(chart, element), kind=element.kind, text=element.words.shown,
        lane=text_of(element.lane), stage=text_of(element.stage), answers=tuple(element.answers),
        serves=tuple(element.serves),
        branches=ways_on(chart, element), fork=None if element.fork is None else element.fork.value,
        fork_said=fork_said(element), aside=element.kind in ASIDE,
        inputs=_texts(element.inputs), outputs=_texts(element.outputs), was=was(element),
    )  # fmt: skip


def _line(chart: Flipchart, line: AgreementLine, audience: Audience) -> AgreementView:
    return AgreementView(**_of_any(chart, line), text=line.words.text, agreed=len(line.agreed))


def _offer(chart: Flipchart, offer: Offer, audience: Audience) -> OfferView:
    text = None if offer.withdrawn else offer.words.text
    return OfferView(
        **_of_any(chart, offer), about=offer.about, text=text, clash=offer.clash, settled=offer.settled,
        reason=text_of(offer.reason),
    )  # fmt: skip


_VIEWS: dict[type[Thing], Callable[[Flipchart, Any, Audience], View]] = {
    Note: _note, Group: _group, Aim: _aim, SharedValue: _shared_value, Experience: _experience, Moment: _moment,
    Element: _element, AgreementLine: _line, Offer: _offer,
}  # fmt: skip
