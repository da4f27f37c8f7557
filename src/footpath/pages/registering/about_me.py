"""Everything about one person, for them alone: readable, machine-readable, and erased when
they say so (W29).
"""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from footpath.limits.numbers import number_in
from footpath.method import Flipchart
from footpath.method.audiences import own_things
from footpath.method.audiences.own_reasons import reasons_by
from footpath.method.flipchart.whose_own import is_ones_own
from footpath.method.things.kinds import look_of
from footpath.method.things.people import Role
from footpath.method.things.story_titles import worded_of_the_title
from footpath.method.things.things import Experience
from footpath.pages.private import page
from footpath.pages.registering.whose import who_or_404
from footpath.pages.research import consent_forms
from footpath.record.writer import Fault
from footpath.registering import attendance, erasing, one_by_one
from footpath.registering.models import Registration, ToTakeBack
from footpath.registering.overview import PURPOSES
from footpath.registering.retention import kept_until
from footpath.research.consents import Giver
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.models import Workshop


def everything(
    workshop: Workshop, registration: Registration | None, person: int | None
) -> dict[str, Any]:
    """Everything that is kept about somebody in this workshop, as it can be written into a file."""
    return {
        "workshop": {"title": workshop.title, "address": workshop.address},
        "registration": _registration(registration) if registration is not None else None,
        "in_the_workshop": _person(workshop, person) if person is not None else None,
        "words": _words(workshop, person) if person is not None else [],
        "reasons": _reasons(workshop, person) if person is not None else [],
        "research": consent_forms.history(Giver(workshop, registration, person)),
        "letters": _letters(registration) if registration is not None else [],
        "attendance": _attendance(workshop, registration, person),
        "going_within_three_days": ToTakeBack.objects.filter(
            workshop=workshop, person=person, at_once=False
        ).count(),
    }


def _registration(here: Registration) -> dict[str, Any]:
    asked = {str(one.pk): one.text for one in here.workshop.questions.all()}
    return {
        "state": Registration.State(here.state).label,
        **{
            field: getattr(here, field)
            for field in ("name", "email", "access_needs", "only_watch", "could_tell")
        },
        **{field: getattr(here, field) for field in ("side", "elsewhere", "line")},
        "answers": [
            {"question": asked.get(id, id), "answer": answer}
            for id, answer in here.answers.items()
            if answer
        ],
        **{
            field: _iso(getattr(here, field))
            for field in ("registered_at", "changed_at", "asked_to_tell_at")
        },
        **{
            field: _iso(getattr(here, field))
            for field in ("rather_not_at", "waiting_since", "offered_until", "erased_at")
        },
    }


def _person(workshop: Workshop, id: int) -> dict[str, Any] | None:
    """How the person is known in the room; also of who was removed."""

    def look(chart: Flipchart) -> dict[str, Any] | None:
        person = chart.people.get(id)
        if person is None:
            return None
        told = person.story
        story = told and {
            "side": told.side.shown if told.side is not None else "",
            "elsewhere": told.elsewhere,
            "line": told.line.shown if told.line is not None else "",
            "asked": told.asked,
            "declined": told.declined,
            "typed_by": chart.name_of(told.typed_by) if told.typed_by not in (None, id) else None,
        }
        return {
            "name": person.called,
            "roles": [role.value for role in Role if role in person.roles],
            "where": person.where.value,
            "arrived_at": _moment(person.arrived_at),
            "removed": person.removed,
            "experience_offered": story,
        }

    return rooms().read_own(workshop.pk, id, look)


def _words(workshop: Workshop, person: int) -> list[dict[str, Any]]:
    """What they said on the flipchart, unnamed things too: nobody but they receive this."""
    return rooms().read_own(workshop.pk, person, lambda chart: words_on(chart, person))


def words_on(chart: Flipchart, person: int) -> list[dict[str, Any]]:
    """The same of one flipchart. What stands now is others' where only a wording before it is
    theirs: that they read as on every screen, or not at all.
    """
    found: list[dict[str, Any]] = []
    for thing in chart.things.values():
        titled = worded_of_the_title(thing, person) if isinstance(thing, Experience) else []
        worded = [one for one in thing.wordings if one.by == person or one in titled]
        theirs = is_ones_own(thing, person)
        if not theirs and thing.by != person and not worded:
            continue
        reads = theirs or own_things.reads(chart, thing, person)
        own = [one.words.shown for one in (thing.wordings if theirs else worded)]
        found.append(
            {
                "kind": look_of(thing).name,
                "number": getattr(thing, "number", None),
                "yours": theirs,
                # what became of it is known to who reads it
                "unnamed": reads and chart.is_nameless(thing),
                "taken_back": reads and thing.withdrawn,
                "deleted": reads and thing.deleted,
                "said_at": _moment(thing.said_at),
                "text": thing.words.shown if reads else next(reversed(own), ""),
                "wordings": own,
                "more": [words.shown for words in thing.all_words[1:]] if theirs else [],
                "typed_by": own_things.typist(chart, thing, person) or None,
            }
        )
    return found


def _reasons(workshop: Workshop, person: int) -> list[dict[str, Any]]:
    """Why they decided something, wherever they said it."""

    def look(chart: Flipchart) -> list[dict[str, Any]]:
        given = reasons_by(chart, person)
        return [
            {
                "of": one.of,
                "text": one.text,
                "unnamed": one.is_unnamed,
                "typed_by": one.typed_by or None,
            }
            for one in given
        ]

    return rooms().read_own(workshop.pk, person, look)


def _letters(registration: Registration) -> list[dict[str, Any]]:
    rows = registration.letters.order_by("pk")  # pyright: ignore[reportAttributeAccessIssue]
    asked = [
        {"what": PURPOSES.get(row.purpose, "a letter"), "asked_at": _iso(row.asked_at)}
        for row in rows
    ]
    # what arrived would tell a stranger whether the address is known here (W25)
    if not registration.proved:
        return asked
    became = ({"state": row.get_state_display(), "sent_at": _iso(row.sent_at)} for row in rows)
    return [{**one, **more} for one, more in zip(asked, became, strict=True)]


def _attendance(
    workshop: Workshop, registration: Registration | None, person: int | None
) -> list[dict[str, Any]]:
    return [
        {
            "sitting": _iso(row.sitting.starts_at) if row.sitting is not None else None,
            "came": row.came,
            "first_seen_at": _iso(row.first_seen_at),
            "said_by_a_facilitator": row.corrected,
        }
        for row in attendance.rows_of(workshop, person, registration)
    ]


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


def _moment(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat()


@require_safe
@ensure_csrf_cookie
def read(request: HttpRequest, address: str) -> HttpResponse:
    """Everything about oneself, to read."""
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop)
    context = {
        "workshop": workshop,
        "here": registration,
        "all": everything(workshop, registration, person),
        "until": kept_until(workshop),
    }
    return page(request, "registering/everything", context)


@require_safe
def take_away(request: HttpRequest, address: str) -> HttpResponse:
    """The same for machines."""
    workshop = doors.workshop_at(address)
    response = JsonResponse(
        everything(workshop, *who_or_404(request, workshop)),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    response["Content-Disposition"] = 'attachment; filename="everything-about-me.json"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "POST"])
@ensure_csrf_cookie
def erase(request: HttpRequest, address: str) -> HttpResponse:
    """What would go and what would stay; then, when asked, erasing it."""
    workshop = doors.workshop_at(address)
    registration, person = who_or_404(request, workshop)
    context: dict[str, Any] = {
        "workshop": workshop, "here": registration, "in_room": person is not None, "wrong": "",
        "refused": None, "stand": [],
    }  # fmt: skip
    if request.method == "POST":
        unnamed_too = request.POST.get("unnamed")
        stand = [id for id in map(number_in, request.POST.getlist("stand")) if id is not None]
        context["stand"] = stand
        own = erasing.of_person(workshop, person)
        if own.unnamed and unnamed_too not in ("take-back", "leave"):
            context["wrong"] = "Say first what is to become of the things that you left unnamed."
        else:
            try:
                context["refused"] = erasing.erase_everything(
                    workshop, registration, person, unnamed_too == "take-back", stand,
                    timezone.now(),
                )  # fmt: skip
            except Fault as fault:
                context["wrong"] = (
                    f"Not everything could be erased just now: {fault} Press again in a moment."
                )
    erased = context["refused"] is not None
    left = (one_by_one.left_after_a_while if erased else one_by_one.left)(workshop, person)
    if left or request.GET.get("erased") == "yes":
        context["refused"] = context["refused"] or []
    context |= {
        "own": erasing.of_person(workshop, person),
        "until": kept_until(workshop),
        "left": left,
    }
    if context["refused"] is None:
        context["copies"] = erasing.copies_of_theirs(workshop, person)
    return page(request, "registering/erase", context, 400 if context["wrong"] else 200)
