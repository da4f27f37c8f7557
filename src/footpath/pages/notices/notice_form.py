"""Writing a notice: its form, and what each of its buttons does at an address of its own."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from footpath.accounts.models import Account
from footpath.meanwhile.sharing import held
from footpath.meanwhile.shown_facts import is_still
from footpath.method import Refusal
from footpath.notices import states
from footpath.notices.filling import asides, marked, settled
from footpath.notices.models import Notice, State
from footpath.notices.rights import may_write, organisation_of
from footpath.pages.buttons import button
from footpath.pages.notices.editing import Editing, form_of, of_reading
from footpath.pages.notices.notice_page import notice_of
from footpath.pages.notices.typed_rows import with_guess, with_row, without_row
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.private import page
from footpath.record.writer import Fault
from footpath.workshops import doors

CHANGED_SINCE = (
    "It was changed after you opened the page. Look at it once more, and publish it from here."
)
OVER = (State.CANCELLED, State.CLOSED)
ROWS = ("sittings", "studies")
"""The lists to which a row is added, and from which one is taken, without anything being kept."""
Arranged = Callable[[Notice, QueryDict], QueryDict]
"""What was typed, with what a button beside a field does to it."""


def visible(request: HttpRequest, address: str) -> Notice:
    """The notice of an address, for whoever may see it.

    Raises:
        Http404: for everybody else, as for an address that does not exist.
    """
    found = notice_of(request, doors.workshop_at(address))
    if found is None:
        raise Http404
    return found


def written(request: HttpRequest, address: str) -> Notice:
    """The notice of an address, for its writers.

    Raises:
        Http404: for everybody else.
    """
    found = visible(request, address)
    ensure(may_write(visitor_of(request), found))
    return found


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, address: str) -> HttpResponse:
    """The form of a notice, and keeping it."""
    if request.method == "POST":
        return _sent(request, address)
    found = written(request, address)
    ensure(found.state not in OVER)
    return form_page(request, found, Editing(found, is_fixed=_is_fixed(found)))


@button
def keep_and_publish(request: HttpRequest, address: str) -> HttpResponse:
    """Keep a draft, and publish it."""
    return _sent(request, address, publishes=True)


@button
def add_row(request: HttpRequest, address: str, rows: str) -> HttpResponse:
    """One time more, or one research project."""
    return _rearranged(request, address, rows, lambda _, typed: with_row(typed, rows))


@button
def take_row_out(request: HttpRequest, address: str, rows: str, number: int) -> HttpResponse:
    """One of them less."""
    return _rearranged(request, address, rows, lambda _, typed: without_row(typed, rows, number))


@button
def answer(request: HttpRequest, address: str, number: int) -> HttpResponse:
    """A question of the reader's is answered by what stands in the fields."""

    def answered(one: Notice, typed: QueryDict) -> QueryDict:
        asked = one.reading.get("questions", [])
        if number < len(asked):
            one.reading = settled(one.reading, asked[number]["about"], number)
        return typed

    return _sent(request, address, answered)


@button
def take_guess(request: HttpRequest, address: str, choice: str) -> HttpResponse:
    """A guess of the reader's goes into its field."""
    at = f"in-{choice.partition(':')[0]}"
    return _sent(request, address, lambda one, typed: with_guess(typed, one, choice), at)


def _rearranged(request: HttpRequest, address: str, rows: str, arranged: Arranged) -> HttpResponse:
    """The form again with a row more or less; nothing is kept."""
    if rows not in ROWS:
        raise Http404
    with held(request, written(request, address)) as one:
        if one.state in OVER:
            return _too_late(request, one)
        typed = arranged(one, request.POST)
        editing = Editing(one, is_fixed=_is_fixed(one), data=typed, final=False)
    return form_page(request, one, editing)


def _is_fixed(found: Notice) -> bool:
    """Whether minutes and words stay as they are, because the flipchart was opened."""
    return found.state != State.DRAFT and states.was_opened(found.workshop)


def _too_late(request: HttpRequest, found: Notice) -> HttpResponse:
    """It was cancelled or closed while they wrote: nothing is stored, and what they wrote is
    there to be copied.
    """
    editing = Editing(found, is_fixed=_is_fixed(found), data=request.POST, final=False)
    editing.sharing.clashes, editing.sharing.news = [], []
    state = found.get_state_display().lower()  # pyright: ignore[reportAttributeAccessIssue]
    editing.form.add_error(
        None, f"It was {state} while you were writing, so nothing in it changes any more."
    )
    return form_page(request, found, editing, 409)


def _sent(
    request: HttpRequest,
    address: str,
    arranged: Arranged | None = None,
    at: str = "",
    *,
    publishes: bool = False,
) -> HttpResponse:
    """What was sent is settled with what others saved meanwhile, and kept
    while nobody else's is.

    Of an old page's questions and guesses the numbers are another's, and nothing is taken by them.
    `at` is where on the page a button stood.
    """
    with held(request, written(request, address)) as one:
        if one.state in OVER:
            return _too_late(request, one)
        reading, data = of_reading(one), request.POST
        old = arranged is not None and not is_still(form_of(one), data, reading)
        if arranged is not None and not old:
            data = arranged(one, data)
        editing = Editing(one, is_fixed=_is_fixed(one), data=data)
        editing.sharing.news += [reading.sentence] if old else []
        ready = editing.sharing.is_settled and editing.is_valid()
        if ready:
            assert isinstance(request.user, Account)
            editing.keep(request.user)
    if not ready:
        status = 400 if editing.wrongs() else editing.sharing.status
        return form_page(request, one, editing, status)
    return _move_on(request, one, editing, at, publishes=publishes)


def _move_on(
    request: HttpRequest, found: Notice, editing: Editing, at: str, *, publishes: bool
) -> HttpResponse:
    """It is stored: what follows from that, and on to the next page."""
    try:
        if found.state != State.DRAFT:
            states.keep_plan(found)
        if publishes:
            states.publish(found)
            return redirect("public", address=found.workshop.address)
    except (Refusal, Fault) as no:
        editing.form.add_error(None, no.sentence)
        return form_page(request, found, editing, 400)
    except states.NotYet as not_yet:
        return form_page(request, found, Editing(found, is_fixed=False), 400, not_yet.missing)
    on = redirect(
        f"{reverse('notice', args=[found.workshop.address])}?saved{'#' if at else ''}{at}"
    )
    if found.state != State.DRAFT:
        on = redirect("public", address=found.workshop.address)
    return editing.sharing.kept(request, on)


def form_page(
    request: HttpRequest,
    found: Notice,
    editing: Editing,
    status: int = 200,
    missing: dict[str, str] | None = None,
) -> HttpResponse:
    """The form of a notice, with what was typed and what is wrong with it."""
    context = {
        "notice": found, "workshop": found.workshop, "organisation": organisation_of(found),
        "editing": editing, "form": editing.form, "sittings": editing.sittings,
        "studies": editing.studies, "asides": asides(found),
        "marked": marked(found) if found.pasted else "", "missing": missing or {},
        "wrongs": editing.wrongs(), "is_draft": found.state == State.DRAFT,
        "saved": "saved" in request.GET and status == 200,
        "convenors": list(found.convenors.all()), "sharing": editing.sharing,
    }  # fmt: skip
    return page(request, "notices/notice", context, status)


@require_POST
def publish(request: HttpRequest, address: str) -> HttpResponse:
    """Publish a draft as it was shown; what is missing is asked for on its form."""
    found = written(request, address)
    if found.state == State.DRAFT and request.POST.get("seen") != found.wording:
        editing = Editing(found, is_fixed=False)
        editing.sharing.news.append(CHANGED_SINCE)
        return form_page(request, found, editing, editing.sharing.status)
    try:
        states.publish(found)
    except states.NotYet as not_yet:
        return form_page(request, found, Editing(found, is_fixed=False), 400, not_yet.missing)
    except (Refusal, Fault) as no:
        sentence = no.sentence
        return form_page(request, found, Editing(found, is_fixed=False), 400, {"title": sentence})
    return redirect("public", address=address)
