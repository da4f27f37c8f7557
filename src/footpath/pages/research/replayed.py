"""The research side of a replayed workshop: its host sets up the file's studies, and asks
what leaves of it.

Only a workshop that is marked as replayed has this door, and it opens to the host alone. What
people answer and keep back they say by their own doors, as everybody does.
"""

import base64
import secrets
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST
from msgspec import Meta, Struct

from footpath.gate import formats, pointing_out
from footpath.gate.permissions import Agreement, Blank, Purpose
from footpath.gate.selection import select
from footpath.method.words.readable import readable
from footpath.organisations.page_addresses import new_address
from footpath.pages.workshops import who_is_here
from footpath.research.assembling import ReleaseAsked, assemble
from footpath.research.gate import read
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import OrganisationAgreement
from footpath.workshops import doors
from footpath.workshops.models import Workshop

Title = Annotated[str, Meta(min_length=1, max_length=300)]
Version = Annotated[str, Meta(min_length=1, max_length=40)]
STATEMENTS = (
    ("take-part", Purpose.TAKE_PART, "What I say and write may be used."),
    ("quotes", Purpose.QUOTES, "My words may be quoted as I said them."),
    ("paraphrase", Purpose.PARAPHRASE, "What I said may be told in other words."),
    ("organisation", Purpose.ORGANISATION, "My organisation may be named beside what I said."),
)
"""The form of every study of a replayed file: what its consents can say."""


class SetUpStudy(
    Struct, frozen=True, kw_only=True, tag_field="do", tag="set up", forbid_unknown_fields=True
):
    """A study of the file becomes a project of this workshop alone."""

    title: Title


class PublishSheet(
    Struct, frozen=True, kw_only=True, tag_field="do", tag="publish", forbid_unknown_fields=True
):
    """A version of its sheet is published."""

    project: str
    version: Version
    covers_before: bool
    covers_earlier: bool
    blank_means: Blank = Blank.NO


class Agree(
    Struct, frozen=True, kw_only=True, tag_field="do", tag="agree", forbid_unknown_fields=True
):
    """The organisation says whether it takes part."""

    project: str
    agreed: bool
    may_be_named: bool = True
    names: list[Annotated[str, Meta(min_length=1, max_length=200)]] = []


class AskGate(
    Struct, frozen=True, kw_only=True, tag_field="do", tag="ask", forbid_unknown_fields=True
):
    """What may leave now, or would if the organisation had said no."""

    project: str
    agreed: bool | None = None


class TakeRelease(
    Struct, frozen=True, kw_only=True, tag_field="do", tag="release", forbid_unknown_fields=True
):
    """What leaves now, in every format. The second person decides nothing: what waits for
    a decision is held.
    """

    project: str
    day: str


Doing = SetUpStudy | PublishSheet | Agree | AskGate | TakeRelease


@require_POST
def replayed(request: HttpRequest, address: str) -> HttpResponse:
    """Do one thing for the host of a replayed workshop."""
    workshop = doors.workshop_at(address)
    is_host = who_is_here.from_this_machine(request) or doors.is_host_key(
        request.POST.get("host_key", "")
    )
    if not workshop.replayed or not is_host:
        raise Http404
    try:
        given = readable(msgspec.json.decode(request.POST.get("doing", "")))
        doing = msgspec.convert(given, Doing)
    except (msgspec.DecodeError, RecursionError) as wrong:
        return JsonResponse(
            {"refused": None, "why": f"That could not be read: {wrong}."}, status=400
        )
    if isinstance(doing, SetUpStudy):
        return JsonResponse({"project": _set_up(workshop, doing).address})
    project = Project.objects.filter(
        workshops=workshop, organisation=None, address=doing.project
    ).first()
    if project is None:
        raise Http404
    return JsonResponse(_done(workshop, project, doing))


def _set_up(workshop: Workshop, study: SetUpStudy) -> Project:
    project = Project.objects.create(title=study.title)
    project.workshops.add(workshop)
    return project


def _done(
    workshop: Workshop, project: Project, doing: PublishSheet | Agree | AskGate | TakeRelease
) -> dict[str, Any]:
    if isinstance(doing, PublishSheet):
        return _publish(project, doing)
    if isinstance(doing, Agree):
        OrganisationAgreement.objects.create(
            project=project,
            workshop=workshop,
            agreed=doing.agreed,
            may_be_named=doing.may_be_named,
            other_names=doing.names,
        )
        return {}
    if isinstance(doing, AskGate):
        return _ask(workshop, project, doing)
    return _release(workshop, project, doing)


def _publish(project: Project, doing: PublishSheet) -> dict[str, Any]:
    sheet, is_new = Sheet.objects.get_or_create(
        project=project,
        version=doing.version,
        defaults={
            "text": f"# {project.title}",
            "covers_before": doing.covers_before,
            "covers_earlier": doing.covers_earlier,
            "blank_means": doing.blank_means,
            "published_at": timezone.now(),
        },
    )
    if is_new:
        for key, purpose, text in STATEMENTS:
            Statement.objects.create(sheet=sheet, key=key, purpose=purpose, text=text)
    return {"sheet": sheet.pk}


def _ask(workshop: Workshop, project: Project, doing: AskGate) -> dict[str, Any]:
    stored = read(project, workshop)
    permissions = stored.permissions
    if doing.agreed is not None:
        permissions = msgspec.structs.replace(permissions, agreement=Agreement(agreed=doing.agreed))
    selection = select(stored.entries, permissions, stored.moment, pointing_out.passages)
    return {
        "items": [one.thing for one in selection.leaving],
        "held": sorted(selection.held),
        "people": sorted(selection.people),
    }


def _release(workshop: Workshop, project: Project, doing: TakeRelease) -> dict[str, Any]:
    day = datetime.strptime(doing.day[:10], "%Y-%m-%d").replace(tzinfo=UTC).date()
    asked = ReleaseAsked(
        project=project,
        workshop=workshop,
        address=new_address(),
        seed=secrets.token_bytes(32),
        day=day,
    )
    assembled = assemble(asked, pointing_out.passages)
    files = formats.write(assembled.made.material)
    return {
        "files": {name: base64.b64encode(content).decode() for name, content in files.items()},
        "items": [one.thing for one in assembled.selection.leaving],
        "held": sorted(assembled.selection.held),
        "people": sorted(assembled.selection.people),
    }
