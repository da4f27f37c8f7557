"""An organisation's research: its projects, and its own agreement to take part in one, recorded by a steward (C5)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from footpath.accounts.models import Account
from footpath.accounts.views import sent
from footpath.meanwhile.parts import Fields, Rows
from footpath.meanwhile.sharing import Fact, Sharing, held, is_still
from footpath.notices.models import Notice
from footpath.notices.rights import may_write
from footpath.organisations.models import Organisation, Role
from footpath.organisations.rights import ensure, visitor_of
from footpath.organisations.showing import organisation_at
from footpath.research.models import OrganisationAgreement, Project
from footpath.research.project_forms import AgreementForm, ContributingForm, TitleForm, asking_projects
from footpath.research.release_pages import page
from footpath.research.setting_up import set_up
from footpath.workshops import doors


@require_http_methods(["GET", "POST"])
def research(request: HttpRequest, address: str) -> HttpResponse:
    """The organisation's projects, setting up another, and what the organisation agreed to."""
    organisation, place = organisation_at(request, address)
    is_steward, asked = place.role == Role.STEWARD, request.POST.get("do", "")
    title = TitleForm(request.POST if asked == "set up" else None)
    agreement = AgreementForm(request.POST if asked == "agree" else None, organisation=organisation)
    sharing = Sharing(f"agreements {organisation.pk}", list, None, facts=[_last_said(organisation)])
    if asked == "set up" and title.is_valid():
        return redirect("project", address=set_up(organisation, title.cleaned_data["title"], place.account).address)
    if asked == "agree":
        ensure(is_steward)
        with held(request, organisation):
            said = _last_said(organisation)
            if not is_still(f"agreements {organisation.pk}", request.POST, said):
                sharing.news.append(said.sentence)
            elif agreement.is_valid():
                _record(agreement, place.account)
                return redirect("organisation-research", address=address)
    context = {
        "organisation": organisation, "is_steward": is_steward, "title": title, "agreement": agreement,
        "sharing": sharing,
        "projects": [
            (one, place.account in one.people.all()) for one in Project.objects.filter(organisation=organisation)
        ],
        "can_agree": asking_projects().exists(),
        "history": OrganisationAgreement.objects.filter(organisation=organisation)
        .select_related("project", "recorded_by").order_by("-pk"),
    }  # fmt: skip
    return page(request, "organisation_research", context, 400 if title.errors or agreement.errors else sharing.status)


def _last_said(organisation: Organisation) -> Fact:
    """What was recorded last: a later word holds, so nobody says it without having read the one before."""
    last = OrganisationAgreement.objects.filter(organisation=organisation).order_by("-pk").first()
    recorded = "Somebody recorded a decision meanwhile: it stands above."
    return Fact("last", str(last.pk if last is not None else 0), recorded)


def _record(form: AgreementForm, account: Account) -> None:
    data = form.cleaned_data
    names = [name.strip() for name in data["names"].split(",") if name.strip()]
    OrganisationAgreement.objects.create(
        project=data["project"], organisation=form.organisation, agreed=data["agreed"] == "yes",
        may_be_named=data["may_be_named"], other_names=names, note=data["note"], recorded_by=account,
    )  # fmt: skip


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
    return page(request, "contributing", context, 400 if form.errors else sharing.status)
