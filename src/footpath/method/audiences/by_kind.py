"""How each kind of thing is shown to an audience that may read it."""

from collections.abc import Callable
from typing import Any

from footpath.method.audiences.of_any_kind import had_too, of_any, of_line, said_by_them, texts
from footpath.method.audiences.worded import review_of, text_of, was
from footpath.method.flipchart.flipchart import Flipchart
from footpath.method.flipchart.quoting import quotable
from footpath.method.flipchart.tellers import tells, tells_still, unspoken
from footpath.method.lines.aim_states import aim_state, decided_as
from footpath.method.lines.aims_served import offered_by, served_by
from footpath.method.lines.standing import counted
from footpath.method.lines.tracing import answered_by, citing
from footpath.method.lines.way_words import fork_said
from footpath.method.lines.ways import ASIDE, ways_on
from footpath.method.own_words.reasons import places_of_reasons
from footpath.method.things.things import (
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
)
from footpath.method.things.visibility import Visibility
from footpath.method.wire.thing_views import (
    AgreementView,
    AimView,
    ElementView,
    ExperienceView,
    GroupView,
    MomentView,
    NoteView,
    OfferView,
    ValueView,
    View,
)
from footpath.method.words.words import Words

Audience = str | int
"""Who receives something: EVERYONE, FACILITATORS, or one person by id."""

EVERYONE: Audience = "everyone"
FACILITATORS: Audience = "facilitators"


def view_of(chart: Flipchart, thing: Thing, audience: Audience) -> View:
    """The thing as this audience, which may read it, sees it."""
    return _VIEWS[type(thing)](chart, thing, audience)


def _note(chart: Flipchart, note: Note, audience: Audience) -> NoteView:
    is_own = audience == chart.author_of(note) and not note.withdrawn
    own: dict[str, Any] = {**said_by_them(note), "was": was(note)} if is_own else {}
    return NoteView(
        **(of_any(chart, note) | own), kind=note.kind, phase=note.phase.value,
        text=note.words.text if not note.withdrawn and note.hidden is None else None,
        number=note.number, silent=note.silent, held=note.held, about=tuple(note.about),
        group=note.group, merged_into=chart.inside_of(note), merged=tuple(_merged(chart, note)),
        moved_from=None if note.moved_from is None else note.moved_from.value,
        side=text_of(note.side) or "", elsewhere=note.elsewhere, picked=note.picked,
        at_request=note.wordings[-1].at_request, answered_by=tuple(answered_by(chart, note.id)),
    )  # fmt: skip


def _merged(chart: Flipchart, note: Note) -> list[int]:
    """The notes that stand in this one: none where it is gone, since they stand alone then."""
    return chart.merged.get(note.id, []) if note.stands and note.hidden is None else []


def _group(chart: Flipchart, group: Group, audience: Audience) -> GroupView:
    return GroupView(
        **of_any(chart, group), title=group.words.shown, notes=tuple(group.notes), was=was(group)
    )


def _aim(chart: Flipchart, aim: Aim, audience: Audience) -> AimView:
    places = places_of_reasons(aim)
    positions = [
        n for n in citing(chart, aim.id) if isinstance(n, Note) and n.kind is NoteKind.POSITION
    ]
    return AimView(
        **of_any(chart, aim), **of_line(chart, aim), text=aim.words.shown,
        first_text=aim.wordings[0].words.shown, standing=aim_state(aim),
        decided=decided_as(aim, len(positions)), reason=text_of(aim.reason),
        rests_on=tuple(aim.cites),
        served_by=tuple(served_by(chart, aim)), offered_by=tuple(offered_by(chart, aim)),
        positions=tuple(note.id for note in positions), was=was(aim),
        reviews=tuple(review_of(aim, review, places.get(review.entry)) for review in aim.reviews),
    )  # fmt: skip


def _shared_value(chart: Flipchart, heard: SharedValue, audience: Audience) -> ValueView:
    recognised, before = counted(chart, heard, chart.threads.recognised.get(heard.id, {}))
    return ValueView(
        **of_any(chart, heard),
        **of_line(chart, heard),
        name=heard.words.shown,
        sentence=text_of(heard.sentence),
        heard_in=tuple(heard.rests_on),
        tension=tuple(sorted(heard.tension)),
        recognised=dict(sorted(recognised.items())),
        recognised_before=tuple(sorted(before)),
        answered_by=tuple(answered_by(chart, heard.id)),
        was=was(heard),
    )


def _experience(chart: Flipchart, story: Experience, audience: Audience) -> ExperienceView:
    if story.withdrawn:
        return ExperienceView(**of_any(chart, story), storytellers=tuple(story.storytellers))
    reader = audience if isinstance(audience, int) else None
    moments = [
        m for m in (chart.things[id] for id in story.moments) if isinstance(m, Moment) and m.stands
    ]
    concerned = bool(story.named) and reader in (*story.storytellers, *story.named)
    shown = [moment for moment in moments if _moment_reaches(chart, moment, audience, reader)]
    return ExperienceView(
        **of_any(chart, story), title=story.words.text, storytellers=tuple(story.storytellers),
        named=tuple(story.named) if concerned else (),
        said=tuple(sorted(story.said)) if concerned else (),
        side=text_of(story.side) or "", elsewhere=story.elsewhere, when=text_of(story.when),
        lanes=_named(story.lanes, [moment.lane for moment in shown]),
        stages=_named(story.stages, [moment.stage for moment in shown]),
        moments=tuple(moment.id for moment in shown),
        visibility=story.visibility.value, finished=story.finished, finished_by=story.finished_by,
        waited_for=tuple(sorted(unspoken(chart, story))),
        decides_no_more=tells(story, reader) and not tells_still(chart, story, reader),
        spoken_for=story.spoken_for,
        had_too=had_too(chart, story),
    )  # fmt: skip


def _named(given: list[Words], found: list[Words | None]) -> tuple[str, ...]:
    """Lanes or stages: those that the story was given, then those in which its shown
    moments stand (E3).
    """
    return texts(list(dict.fromkeys([*given, *(words for words in found if words is not None)])))


def _moment_reaches(
    chart: Flipchart, moment: Moment, audience: Audience, reader: int | None
) -> bool:
    if audience == FACILITATORS:
        return chart.reach(moment) is not Visibility.ONLY_ME
    return chart.may_read(moment, reader)


def _moment(chart: Flipchart, moment: Moment, audience: Audience) -> MomentView:
    if moment.withdrawn:
        return MomentView(**of_any(chart, moment), experience=moment.experience)
    is_own = audience == chart.author_of(moment)
    own: dict[str, Any] = {**said_by_them(moment), "was": was(moment)} if is_own else {}
    covered = moment.hidden is not None
    return MomentView(
        **(of_any(chart, moment) | own), experience=moment.experience,
        text=None if covered else moment.words.text, lane=text_of(moment.lane),
        stage=text_of(moment.stage), who=() if covered else texts(moment.who),
        used=() if covered else texts(moment.used),
        quote=None if covered else text_of(moment.quote),
        feeling=moment.feeling, feeling_words=None if covered else text_of(moment.feeling_words),
        quoted=quotable(moment), inferred=moment.inferred, visibility=moment.visibility.value,
        reach=chart.reach(moment).value, accepted=moment.accepted, left_off=moment.left_off,
        had_too=had_too(chart, moment),
        at_request=moment.wordings[-1].at_request or moment.arranged_at_request,
        # of an unnamed moment a missing name would tell that its author moved it (A3)
        arranged_by=None if chart.is_nameless(moment) and not is_own else moment.arranged_by,
        answered_by=tuple(answered_by(chart, moment.id)),
    )  # fmt: skip


def _element(chart: Flipchart, element: Element, audience: Audience) -> ElementView:
    return ElementView(
        **of_any(chart, element), **of_line(chart, element), kind=element.kind,
        text=element.words.shown, lane=text_of(element.lane), stage=text_of(element.stage),
        answers=tuple(element.answers), serves=tuple(element.serves),
        branches=ways_on(chart, element), fork=None if element.fork is None else element.fork.value,
        fork_said=fork_said(element), aside=element.kind in ASIDE,
        inputs=texts(element.inputs), outputs=texts(element.outputs), was=was(element),
    )  # fmt: skip


def _line(chart: Flipchart, line: AgreementLine, audience: Audience) -> AgreementView:
    agreed, before = counted(chart, line, line.agreed)
    return AgreementView(
        **of_any(chart, line),
        text=line.words.text,
        agreed=len(agreed),
        agreed_before=len(before),
        was=was(line),
    )


def _offer(chart: Flipchart, offer: Offer, audience: Audience) -> OfferView:
    text = None if offer.withdrawn else offer.words.text
    return OfferView(
        **of_any(chart, offer),
        about=offer.about,
        text=text,
        clash=offer.clash,
        settled=offer.settled,
        reason=text_of(offer.reason),
    )


_VIEWS: dict[type[Thing], Callable[[Flipchart, Any, Audience], View]] = {
    Note: _note, Group: _group, Aim: _aim, SharedValue: _shared_value, Experience: _experience,
    Moment: _moment, Element: _element, AgreementLine: _line, Offer: _offer,
}  # fmt: skip
