"""Lines that rest on my words: one at a time, and what I say of each (O6)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe
from msgspec import Struct

from footpath.method import Flipchart, Refusal
from footpath.method.answering import AnswerLine, Asking, asked_about
from footpath.method.kinds import LOOKS
from footpath.method.outline import outline
from footpath.method.things import Note, NoteKind
from footpath.method.threads import Edition, LineAnswer
from footpath.publishing.knots import Knot, Knots
from footpath.publishing.lines import Line, lines_of, numbers_of
from footpath.record.writing import Fault
from footpath.registering.models import Registration
from footpath.room.running import rooms
from footpath.tellers.own import ask, own_pages, page
from footpath.workshops.models import Workshop

SAID = {
    LineAnswer.MEANT: "That’s what I meant",
    LineAnswer.NOT_QUITE: "Not quite",
    LineAnswer.LEAVE_OUT: "Leave me out of this line",
}
KINDS = {
    "A": LOOKS["aim"].name, "V": LOOKS["value"].name, "P": LOOKS["element"].name,
    "Q": LOOKS[NoteKind.OPEN_QUESTION].name, "L": "Parked",
}  # fmt: skip
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
    asked = [one for id in numbers_of(headings) for one in asked_about(chart, chart.things[id], person)]
    return [_own(chart, one, lines[one.line], knots) for one in asked]


def _own(chart: Flipchart, asking: Asking, line: Line, knots: Knots) -> Own:
    given = asking.given
    note = chart.things.get(given.note) if given is not None and given.note is not None else None
    return Own(
        line=line, kind=KINDS.get(line.number[0], "Line"), unnamed=asking.unnamed,
        words=tuple(knot for id in asking.things if (knot := knots.knot(id)) is not None),
        said=SAID[given.answer] if given is not None else "", answer=given.answer.value if given is not None else "",
        not_quite=note.words.shown if isinstance(note, Note) and note.stands else "",
    )  # fmt: skip


def _lines(workshop: Workshop, person: int) -> list[Own]:
    return rooms().read_own(workshop.pk, person, lambda chart: own_lines(chart, person))


@require_safe
@ensure_csrf_cookie
def overview(request: HttpRequest, address: str) -> HttpResponse:
    """All of them, with what I said; from here one goes through them."""
    workshop, registration, person = own_pages(request, address)
    lines = _lines(workshop, person)
    context = {
        "workshop": workshop, "registration": registration, "lines": lines,
        "first": next((one for one in lines if not one.answer), None), "moved": MOVED if "moved" in request.GET else "",
        "end": "end" in request.GET,
    }  # fmt: skip
    return page(request, "lines", context)


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def one(request: HttpRequest, address: str, line: int) -> HttpResponse:
    """One line: that's what I meant, not quite, leave me out, or nothing."""
    workshop, registration, person = own_pages(request, address)
    of = request.GET.get("of", "")
    unnamed = int(of) if of.isascii() and of.isdigit() and len(of) < 16 else None
    lines = _lines(workshop, person)
    place = next((n for n, one in enumerate(lines) if (one.line.id, one.unnamed) == (line, unnamed)), None)
    if place is None:
        return _gone(request, workshop)
    who = (registration, person)
    if request.method != "POST":
        return _page(request, workshop, who, lines, place)
    try:
        _answer(request, workshop, person, lines[place])
    except (Refusal, Fault) as no:
        wrong = no.sentence if isinstance(no, Refusal) else str(no)
        return _page(request, workshop, who, lines, place, wrong=wrong, typed=request.POST.get("text", ""))
    return redirect(_address_of(workshop, lines, place + 1))


def _gone(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """The line does not rest on their words any more; what they were typing is kept on the page (S4)."""
    if request.method == "POST" and request.POST.get("text", "").strip():
        context = {"workshop": workshop, "typed": request.POST["text"], "moved": MOVED}
        return page(request, "line_gone", context, 409)
    return redirect(reverse("my-lines", args=[workshop.address]) + "?moved")


def _answer(request: HttpRequest, workshop: Workshop, person: int, own: Own) -> None:
    do, text = request.POST.get("do", ""), request.POST.get("text", "")
    if do not in (*LineAnswer, "nothing", "take-back"):
        raise Http404
    if do == "nothing" or (do == own.answer == LineAnswer.NOT_QUITE and text == own.not_quite):
        return
    answer = "" if do == "take-back" else do
    ask(workshop, person, AnswerLine, about=own.line.id, answer=answer, text=text, unnamed=own.unnamed)


def _page(
    request: HttpRequest, workshop: Workshop, who: tuple[Registration | None, int], lines: list[Own], place: int,
    wrong: str = "", typed: str = "",
) -> HttpResponse:  # fmt: skip
    own = lines[place]
    asked = "not_quite" in (request.GET.get("say"), request.POST.get("do"))
    context: dict[str, Any] = {
        "workshop": workshop, "registration": who[0], "own": own, "place": place + 1, "of": len(lines),
        "bars": range(len(lines)), "before": _address_of(workshop, lines, place - 1),
        "after": _address_of(workshop, lines, place + 1), "wrong": wrong, "typed": typed or own.not_quite,
        "says": asked or own.answer == LineAnswer.NOT_QUITE,
    }  # fmt: skip
    return page(request, "line", context, 409 if wrong else 200)


def _address_of(workshop: Workshop, lines: list[Own], place: int) -> str:
    """Where the line of that place is; beyond the last, and before the first, stands the overview."""
    if not 0 <= place < len(lines):
        return reverse("my-lines", args=[workshop.address]) + ("?end" if place >= len(lines) else "")
    return reverse("my-line", args=[workshop.address, lines[place].line.id]) + lines[place].query
