"""A person's own view: what I said, what came of it, where it went; taking it back and keeping
it back (C21–C24).
"""

import sys

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from footpath.method import Refusal
from footpath.pages.private import page
from footpath.pages.registering.whose import who_or_404
from footpath.pages.research.what_became import every, shown
from footpath.record.copy_searches import told_of_copies
from footpath.record.writer import Fault
from footpath.registering.models import Registration
from footpath.room.running import rooms
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


def _what_was_done(request: HttpRequest, workshop: Workshop, person: int | None) -> str:
    """What was just done; of copies of words that were taken back, also what came of
    looking for them (E10).
    """
    done = request.GET.get("done", "")
    if person is None:
        return DONE.get(done, "")
    since = 0 if done == "taken-back" else sys.maxsize  # else only whether they are looked for
    told = rooms().read_own(
        workshop.pk, person, lambda chart: told_of_copies(chart, person, since=since)
    )
    return " ".join([*([DONE[done]] if done in DONE else []), *told])


@require_safe
@ensure_csrf_cookie
def my_words(request: HttpRequest, address: str) -> HttpResponse:
    """What I said and where it went; what can be done about it is in `my_words_buttons`."""
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop)
    done = _what_was_done(request, workshop, person)
    context = {**shown(workshop, registration, person), "done": done}
    return page(request, "research/my_words", context)


def refused(
    request: HttpRequest,
    workshop: Workshop,
    who: tuple[Registration | None, int | None],
    no: Refusal | Fault,
    about: str,
) -> HttpResponse:
    """The page again, with the sentence beside the thing and what was typed still there."""
    sentence = no.sentence
    context = shown(workshop, *who)
    beside = [item for item in every(context["items"]) if str(item.said.id) == about]
    for item in beside:
        item.wrong, item.typed = sentence, request.POST.get("text", "")
    wrong = "" if beside else sentence
    return page(
        request,
        "research/my_words",
        {**context, "wrong": wrong},
        409 if isinstance(no, Refusal) else 503,
    )
