"""An organisation's research: its projects, and its own agreement to take part in one, recorded
by a steward (C5).
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from footpath.accounts.models import Account
from footpath.meanwhile.form_parts import Fields, Rows
from footpath.meanwhile.sharing import Sharing, held
from footpath.meanwhile.shown_facts import Fact, is_still
from footpath.notices.models import Notice
from footpath.notices.rights import may_write
from footpath.organisations.models import Belonging, Membership, Organisation
from footpath.pages.accounts.views import sent
from footpath.pages.buttons import button
from footpath.pages.organisations.frame import organisation_at
from footpath.pages.organisations.visitors import visitor_of
from footpath.pages.private import page
from footpath.pages.research.project_forms import (
    AgreementForm,
    ContributingForm,
    TitleForm,
    asking_projects,
)
from footpath.research import projects
from footpath.research.information_sheets import Project
from footpath.research.models import OrganisationAgreement
from footpath.workshops import doors


@require_safe
def research(request: HttpRequest, address: str) -> HttpResponse:
    """The organisation's projects, and what the organisation agreed to."""
    return _shown(request, *organisation_at(request, address))


@button
def set_up(request: HttpRequest, address: str) -> HttpResponse:
    """Set up another project."""
    organisation, place = organisation_at(request, address)
    title = TitleForm(request.POST)
    if not title.is_valid():
        return _shown(request, organisation, place, title=title)
    made = projects.set_up(organisation, title.cleaned_data["title"], place.account)
    return redirect("project", address=made.address)


@button
def agree(request: HttpRequest, address: str) -> HttpResponse:
    """Record what was decided, unless somebody else did meanwhile."""
    organisation, place = organisation_at(request, address, steward=True)
    form = AgreementForm(request.POST, organisation=organisation)
    with held(request, organisation):
        said, sharing = _last_said(organisation), _sharing(organisation)
        if not is_still(f"agreements {organisation.pk}", request.POST, said):
            sharing.news.append(said.sentence)
        elif form.is_valid():
            _record(form, place.account)
            return redirect("organisation-research", address=address)
    return _shown(request, organisation, place, agreement=form, sharing=sharing)


def _sharing(organisation: Organisation) -> Sharing:
    return Sharing(f"agreements {organisation.pk}", list, None, facts=[_last_said(organisation)])


def _shown(
    request: HttpRequest,
    organisation: Organisation,
    place: Membership,
    *,
    title: TitleForm | None = None,
    agreement: AgreementForm | None = None,
    sharing: Sharing | None = None,
) -> HttpResponse:
    """The page, with what was typed into one of its forms."""
    title, sharing = title or TitleForm(None), sharing or _sharing(organisation)
    agreement = agreement or AgreementForm(None, organisation=organisation)
    context = {
        "organisation": organisation,
        "is_steward": place.role == Belonging.STEWARD,
        "title": title,
        "agreement": agreement,
        "sharing": sharing,
        "projects": [
            (one, place.account in one.people.all())
            for one in Project.objects.filter(organisation=organisation)
        ],
        "can_agree": asking_projects().exists(),
        "history": OrganisationAgreement.objects.filter(organisation=organisation)
        .select_related("project", "recorded_by")
        .order_by("-pk"),
    }
    status = 400 if title.errors or agreement.errors else sharing.status
    return page(request, "research/organisation_research", context, status)


def _last_said(organisation: Organisation) -> Fact:
    """What was recorded last: a later word holds, so nobody says it without having
    read the one before.
    """
    last = OrganisationAgreement.objects.filter(organisation=organisation).order_by("-pk").first()
    recorded = "Somebody recorded a decision meanwhile: it stands above."
    return Fact("last", str(last.pk if last is not None else 0), recorded)


def _record(form: AgreementForm, account: Account) -> None:
    data = form.cleaned_data
    names = [name.strip() for name in data["names"].split(",") if name.strip()]
    OrganisationAgreement.objects.create(
        project=data["project"],
        organisation=form.organisation,
        agreed=data["agreed"] == "yes",
        may_be_named=data["may_be_named"],
        other_names=names,
        note=data["note"],
        recorded_by=account,
    )


@require_http_methods(["GET", "POST"])
def contributing(request: HttpRequest, address: str) -> HttpResponse:
    """To which projects a workshop contributes: for whoever may write its notice."""
    workshop = doors.workshop_at(address)
    notice = Notice.objects.filter(workshop=workshop).first()
    if notice is None or not may_write(visitor_of(request), notice):
        raise Http404
    with held(request, notice):

        def stored() -> list[Fields | Rows]:
            return [Fields(ContributingForm(initial={"projects": workshop.projects.all()}))]  # pyright: ignore[reportAttributeAccessIssue]

        sharing = Sharing(f"contributing {workshop.pk}", stored, sent(request))
        initial = {"projects": workshop.projects.all()}  # pyright: ignore[reportAttributeAccessIssue]
        form = ContributingForm(sharing.data, initial=initial)
        if sharing.is_settled and form.is_valid():
            workshop.projects.set(form.cleaned_data["projects"])  # pyright: ignore[reportAttributeAccessIssue]
            sharing.keep(request.user)
            return sharing.kept(request, redirect("public", address=address))
    organisation = workshop.policy.organisation if workshop.policy is not None else None
    context = {"workshop": workshop, "organisation": organisation, "form": form, "sharing": sharing}
    return page(request, "research/contributing", context, 400 if form.errors else sharing.status)
