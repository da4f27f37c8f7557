"""Lines that rest on my words: one at a time, and what I say of each (O6)."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe
from msgspec import Struct

from footpath.limits.numbers import number_in
from footpath.method import Flipchart, Refusal
from footpath.method.flipchart.threads import Edition, LineAnswer
from footpath.method.lines.outline import outline
from footpath.method.own_words.answering import AnswerLine, Asking, asked_about
from footpath.method.things.kinds import LOOKS
from footpath.method.things.things import Note, NoteKind
from footpath.pages.buttons import button
from footpath.pages.private import page
from footpath.pages.tellers.own import ask, own_pages
from footpath.publishing.knots import Knot, Knots
from footpath.publishing.numbered_lines import Line, lines_of, numbers_of
from footpath.record.writer import Fault
from footpath.registering.models import Registration
from footpath.room.running import rooms
from footpath.workshops.models import Workshop

SAID = {
    LineAnswer.MEANT: "That’s what I meant",
    LineAnswer.NOT_QUITE: "Not quite",
    LineAnswer.LEAVE_OUT: "Leave me out of this line",
}
KINDS = {
    "A": LOOKS["aim"].name,
    "V": LOOKS["value"].name,
    "P": LOOKS["element"].name,
    "Q": LOOKS[NoteKind.OPEN_QUESTION].name,
    "L": "Parked",
}
"""What a line is called, by the letter of its number."""
MOVED = "This line does not rest on your words any more, or it is gone. Here is what does."


class Own(Struct, frozen=True, kw_only=True):
    """A line and words of mine beneath it, as I am asked about them."""

    line: Line
    kind: str
    words: tuple[Knot, ...]
    unnamed: int | None
    said: str
    """What I said of it, in words; empty where I said nothing."""
    answer: str
    not_quite: str
    """What I said is not quite right."""
    version: int
    outdated: str = ""
    """What I said of it where it read otherwise, in words: I am asked again."""

    @property
    def query(self) -> str:
        """What of mine is meant, where a line rests on something that I left unnamed."""
        return f"?of={self.unnamed}" if self.unnamed is not None else ""


def own_lines(chart: Flipchart, person: int) -> list[Own]:
    """Every line that rests on somebody's words, in the order of the outline."""
    made = outline(chart)
    headings = lines_of(chart, made, Edition.TOOK_PART)
    lines = {line.id: line for _, found in reversed(headings) for line in found}
    knots = Knots(chart, Edition.TOOK_PART)
    asked = [
        one for id in numbers_of(headings) for one in asked_about(chart, chart.things[id], person)
    ]
    return [_own(chart, one, lines[one.line], knots) for one in asked]


def _own(chart: Flipchart, asking: Asking, line: Line, knots: Knots) -> Own:
    given = asking.given
    last = given or asking.outdated
    note = chart.things.get(last.note) if last is not None and last.note is not None else None
    return Own(
        line=line,
        kind=KINDS.get(line.number[0], "Line"),
        unnamed=asking.unnamed,
        words=tuple(knot for id in asking.things if (knot := knots.knot(id)) is not None),
        said=SAID[given.answer] if given is not None else "",
        answer=given.answer.value if given is not None else "",
        not_quite=note.words.shown if isinstance(note, Note) and note.stands else "",
        version=chart.things[asking.line].version,
        outdated=SAID[asking.outdated.answer] if asking.outdated is not None else "",
    )


def _lines(workshop: Workshop, person: int) -> list[Own]:
    return rooms().read_own(workshop.pk, person, lambda chart: own_lines(chart, person))


@require_safe
@ensure_csrf_cookie
def overview(request: HttpRequest, address: str) -> HttpResponse:
    """All of them, with what I said; from here one goes through them."""
    workshop, registration, person = own_pages(request, address)
    lines = _lines(workshop, person)
    context = {
        "workshop": workshop,
        "registration": registration,
        "lines": lines,
        "first": next((one for one in lines if not one.answer), None),
        "moved": MOVED if "moved" in request.GET else "",
        "end": "end" in request.GET,
    }
    return page(request, "tellers/lines", context)


@require_safe
@ensure_csrf_cookie
def one(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """One line: that's what I meant, not quite, leave me out, or nothing."""
    asked = _asked(request, address, line)
    if asked.place is None:
        return _gone(request, asked.workshop)
    return _page(request, asked, asked.place, says=request.GET.get("say") == "not_quite")


@button
def meant(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """That's what I meant."""
    return _answered(request, address, line, LineAnswer.MEANT)


@button
def not_quite(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """Not quite, and what is not quite right."""
    return _answered(request, address, line, LineAnswer.NOT_QUITE)


@button
def leave_out(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """Leave me out of this line."""
    return _answered(request, address, line, LineAnswer.LEAVE_OUT)


@button
def take_away(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """Say nothing of it any more."""
    return _answered(request, address, line, "")


class AskedLine(Struct, frozen=True):
    """Who is asked about which line."""

    workshop: Workshop
    registration: Registration | None
    person: int
    lines: list[Own]
    place: int | None
    """Where it stands among those that rest on their words; None where it does not any more."""


def _asked(request: HttpRequest, address: str, line: int) -> AskedLine:
    """Whom a line's page asks.

    Raises:
        Http404: for strangers, and for who said nothing here.
    """
    workshop, registration, person = own_pages(request, address)
    lines, unnamed = _lines(workshop, person), number_in(request.GET.get("of"))
    meant = (n for n, one in enumerate(lines) if (one.line.id, one.unnamed) == (line, unnamed))
    return AskedLine(workshop, registration, person, lines, next(meant, None))


def _answered(
    request: HttpRequest, address: str, line: int, answer: LineAnswer | Literal[""]
) -> HttpResponse:
    """Keep what is said of the line, unless it is said already, and on to the next."""
    asked, text = _asked(request, address, line), request.POST.get("text", "")
    if (place := asked.place) is None:
        return _gone(request, asked.workshop)
    own, version = asked.lines[place], number_in(request.POST.get("version"))
    says = answer == LineAnswer.NOT_QUITE
    if not (says and own.answer == answer and text == own.not_quite):
        try:
            ask(
                asked.workshop, asked.person, AnswerLine, about=own.line.id, answer=answer,
                text=text, unnamed=own.unnamed, version=version,
            )  # fmt: skip
        except (Refusal, Fault) as no:
            return _page(request, asked, place, wrong=no.sentence, typed=text, says=says)
    return redirect(_address_of(asked.workshop, asked.lines, place + 1))


def _gone(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """The line does not rest on their words any more; what they were typing is
    kept on the page (S4).
    """
    if request.method == "POST" and request.POST.get("text", "").strip():
        context = {"workshop": workshop, "typed": request.POST["text"], "moved": MOVED}
        return page(request, "tellers/line_gone", context, 409)
    return redirect(reverse("my-lines", args=[workshop.address]) + "?moved")


def _page(
    request: HttpRequest,
    asked: AskedLine,
    place: int,
    *,
    wrong: str = "",
    typed: str = "",
    says: bool,
) -> HttpResponse:
    workshop, own = asked.workshop, asked.lines[place]
    context: dict[str, Any] = {
        "workshop": workshop, "registration": asked.registration, "own": own, "place": place + 1,
        "of": len(asked.lines), "bars": range(len(asked.lines)),
        "before": _address_of(workshop, asked.lines, place - 1),
        "after": _address_of(workshop, asked.lines, place + 1), "wrong": wrong,
        "typed": typed or own.not_quite, "says": says or own.answer == LineAnswer.NOT_QUITE,
    }  # fmt: skip
    return page(request, "tellers/line", context, 409 if wrong else 200)


def _address_of(workshop: Workshop, lines: list[Own], place: int) -> str:
    """Where the line of that place is; beyond the last, and before the first,
    stands the overview.
    """
    if not 0 <= place < len(lines):
        return reverse("my-lines", args=[workshop.address]) + (
            "?end" if place >= len(lines) else ""
        )
    return reverse("my-line", args=[workshop.address, lines[place].line.id]) + lines[place].query
