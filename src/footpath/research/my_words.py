"""A person's own view: what I said, what came of it, where it went; taking it back and keeping it back (C21–C24)."""

import sys
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST

from footpath import clocks
from footpath.method import Flipchart, Refusal
from footpath.method.wording import Reword
from footpath.record.writing import Fault
from footpath.registering.models import Registration
from footpath.registering.whose import here_of, who_or_404
from footpath.research import paraphrasing, whereabouts
from footpath.research.asking_pages import page
from footpath.research.keeping_back import keep_back, number_of, study_at
from footpath.research.models import Paraphrase
from footpath.research.own_things import Said, said_by
from footpath.research.permissions import Hand
from footpath.research.whereabouts import Left, Stand
from footpath.research.windows import Counting, Window
from footpath.research.withdrawing import until
from footpath.room.running import rooms
from footpath.tellers.copies import told_of_copies
from footpath.workshops import doors
from footpath.workshops.models import Workshop

DONE = {
    "taken-back": "Taken back. It is on no screen any more.",
    "kept": "Kept out of research.",
    "let-go": "No longer kept out of research. It leaves only where you said yes.",
    "reworded": "Your new words stand there now.",
    "accepted": "Research gets these words in place of yours.",
    "declined": "Left as it was.",
}
"""What was just done, as the page says it."""


@dataclass(frozen=True)
class Out:
    """One sentence on where a thing went. `study` follows it."""

    icon: str
    text: str
    study: str = ""


@dataclass
class Item:
    """One thing on the page."""

    said: Said
    outs: list[Out]
    kept_from: list[Stand]
    may_leave_to: list[Stand]
    """The projects that it is not kept back from."""
    rewords: bool = False
    paraphrases: list[Paraphrase] = field(default_factory=list[Paraphrase])
    added: list["Item"] = field(default_factory=list["Item"])
    """What others put into this story."""
    wrong: str = ""
    typed: str = ""


@dataclass
class Foot:
    """Where somebody stands with one project, and what withdrawing does."""

    stand: Stand
    answer: str
    on: str
    left: int
    reaches_copies: bool
    until: str
    """The last day of that, where the sheet sets one."""


def shown(workshop: Workshop, registration: Registration | None, person: int | None) -> dict[str, Any]:
    """Everything that the page shows to its person."""
    rows = whereabouts.released(workshop) if person is not None else []
    also = {row.about for row in rows if person in row.people}

    def look(chart: Flipchart) -> tuple[list[Said], bool]:
        assert person is not None
        return said_by(chart, person, also), person in chart.people and not chart.people[person].removed

    own, here = rooms().read_own(workshop.pk, person, look) if person is not None else (list[Said](), False)
    stands = whereabouts.stands_of(workshop, registration, person, own)
    left = whereabouts.left_of(rows, workshop, person, own) if person is not None else {}
    items, counting = _items(workshop, own, stands, left, here), Counting(workshop)
    mine = [one for one in items if one.said.is_own]
    gone = [left[one.said.id] for one in mine if one.said.id in left]
    return {
        "workshop": workshop, "here": here, "registration": registration,
        "items": [one for one in items if one.said.is_own or one.said.is_group_text],
        "others": [one for one in items if not (one.said.is_own or one.said.is_group_text)],
        "things": sum(one.said.can_be_taken_back for one in mine), "left": len(gone),
        "studies": len({one.release.project.pk for lefts in gone for one in lefts}),
        "feet": [_foot(stand, left, counting.window(stand.rows, person)) for stand in stands],
    }  # fmt: skip


def _items(
    workshop: Workshop, own: list[Said], stands: list[Stand], left: dict[int, list[Left]], here: bool
) -> list[Item]:
    """The things in the order of the record; what others put into a story stands with it.

    Who was shown out is not asked for other words, and of others' words for theirs sees those that they accepted (S8).
    """
    written = paraphrasing.for_authors(workshop, own, only_accepted=not here)
    items: list[Item] = []
    stories: dict[int, Item] = {}
    for said in own:
        lefts = left.get(said.id, [])
        if said.state == "withdrawn" and not lefts:
            continue
        contributes = [stand for stand in stands if not said.state and not said.is_private]
        kept = [stand for stand in contributes if said.id in stand.kept]
        item = Item(
            said, outs_of(said, stands, lefts), kept, [one for one in contributes if one not in kept],
            rewords=here and any(stand.asks_to_reword(said) for stand in stands), paraphrases=written.get(said.id, []),
        )  # fmt: skip
        if said.in_own_story and not said.is_own and said.story in stories:
            stories[said.story].added.append(item)
        else:
            items.append(item)
        if said.goes_with or said.icon == "route":
            stories[said.id] = item
    return items


def outs_of(said: Said, stands: list[Stand], lefts: list[Left]) -> list[Out]:
    """Where a thing went: each time that it left, and why it does not leave to the other studies."""
    outs: list[Out] = []
    for left in lefts:
        outs.append(Out("left", f"Left on {_day(left.on)} to the study", left.release.project.title))
        if left.recall is not None:
            outs.append(Out("undo", _recalled(left, said)))
    if said.state == "withdrawn":
        return outs
    gone_to = {left.release.project.pk for left in lefts}
    stays = [(stand, stand.why_not(said)) for stand in stands if stand.project.pk not in gone_to]
    alike = len({why for _, why in stays}) == 1 and not gone_to
    for stand, why in stays[:1] if alike else stays:
        text = f"Does not leave: {why}" if why else "Has not left"
        outs.append(Out("lock", text if alike else text + ".", "" if alike else stand.project.title))
    return outs


def _recalled(left: Left, said: Said) -> str:
    recall = left.recall
    assert recall is not None
    if recall.late:
        return "It leaves no more. That came after the days in which copies are deleted, so what had left stays."
    if recall.told_at is None:
        when = "within three days" if said.is_unnamed else "now"
        return f"Whoever holds it is told {when} to delete it."
    told = f"Whoever holds it was told on {_day(recall.told_at)} to delete it"
    return f"{told}, and said on {_day(recall.confirmed_at)} that it is deleted." if recall.confirmed_at else f"{told}."


def _day(at: datetime) -> str:
    return clocks.date(timezone.localtime(at))


def _foot(stand: Stand, left: dict[int, list[Left]], window: Window | None) -> Foot:
    last = stand.said_last
    answered = datetime.fromtimestamp(last.answered_at / 1000, UTC) if last is not None else None
    holds = [one for lefts in left.values() for one in lefts if one.release.project == stand.project]
    return Foot(
        stand, whereabouts.answer_in_words(stand), _day(answered) if answered else "",
        len({one.about for one in holds if one.recall is None}),
        window is None or window.is_open(timezone.now()), "" if window is None else until(window),
    )  # fmt: skip


def _what_was_done(request: HttpRequest, workshop: Workshop, person: int | None) -> str:
    """What was just done; of copies of words that were taken back, also what came of looking for them (E10)."""
    done = request.GET.get("done", "")
    if person is None:
        return DONE.get(done, "")
    since = 0 if done == "taken-back" else sys.maxsize  # else only whether they are looked for
    told = rooms().read_own(workshop.pk, person, lambda chart: told_of_copies(chart, person, since=since))
    return " ".join([*([DONE[done]] if done in DONE else []), *told])


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def my_words(request: HttpRequest, address: str) -> HttpResponse:
    """What I said and where it went; taking something back, other words for it, and words that somebody else offers."""
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop)
    if request.method != "POST":
        context = shown(workshop, registration, person)
        return page(request, "my_words", {**context, "done": _what_was_done(request, workshop, person)})
    if person is None:
        raise Http404
    try:
        done, about = _do(request, workshop, person)
    except (Refusal, Fault) as no:
        return _refused(request, workshop, (registration, person), no)
    return redirect(f"{reverse('my-words', args=[address])}?done={done}#thing-{about}")


def _do(request: HttpRequest, workshop: Workshop, person: int) -> tuple[str, int]:
    """Do what was pressed; what it is called and what it was about."""
    do, about = request.POST.get("do", ""), number_of(request.POST.get("about", ""))
    if do == "reword":
        text, version = request.POST.get("text", ""), number_of(request.POST.get("version", ""))
        rewording = Reword(id=str(uuid.uuid4()), about=about, text=text, version=version)
        rooms().submit(workshop.pk, rewording, person)
        return "reworded", about
    if do in ("accept", "decline"):
        offered = number_of(request.POST.get("paraphrase", ""))
        paraphrasing.settle(workshop, person, about, offered, do == "accept")
        return "accepted" if do == "accept" else "declined", about
    raise Http404


def _refused(
    request: HttpRequest, workshop: Workshop, who: tuple[Registration | None, int | None], no: Refusal | Fault
) -> HttpResponse:
    """The page again, with the sentence beside the thing and what was typed still there."""
    sentence = no.sentence if isinstance(no, Refusal) else str(no)
    context = shown(workshop, *who)
    beside = [item for item in every(context["items"]) if str(item.said.id) == request.POST.get("about")]
    for item in beside:
        item.wrong, item.typed = sentence, request.POST.get("text", "")
    wrong = "" if beside else sentence
    return page(request, "my_words", {**context, "wrong": wrong}, 409 if isinstance(no, Refusal) else 503)


def every(items: Iterable[Item]) -> Iterable[Item]:
    """The items with what others put into stories."""
    for item in items:
        yield item
        yield from item.added


@require_POST
def keep(request: HttpRequest, address: str) -> HttpResponse:
    """Keep one thing back, or let it go: from this page, from the room's menu, from the facilitators' page."""
    workshop = doors.workshop_at(address)
    here = here_of(request, workshop)
    registration, person = (None, here.person) if here.are_two else who_or_404(request, workshop)
    if person is None:
        raise Http404
    for_all, kept = request.POST.get("hand") == Hand.FACILITATOR, request.POST.get("kept") == "yes"
    as_json = "text/html" not in request.headers.get("Accept", "")
    try:
        about = number_of(request.POST.get("about", ""))
        keep_back(workshop, person, about, study_at(workshop, request.POST.get("project", "")), kept, for_all)
    except Refusal as no:
        if as_json or for_all:
            return JsonResponse({"refused": None, "why": no.sentence}, status=409)
        return _refused(request, workshop, (registration, person), no)
    if as_json:
        return JsonResponse({"about": about, "kept": kept})
    if for_all:
        return redirect(reverse("research-paraphrases", args=[address]) + f"#thing-{about}")
    return redirect(f"{reverse('my-words', args=[address])}?done={'kept' if kept else 'let-go'}#thing-{about}")
