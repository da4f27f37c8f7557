"""Taking a copy of what one agreed to, as a file or by mail."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from footpath import mail
from footpath.limits.attempts import Attempts
from footpath.mail.asking import ask
from footpath.pages.research import consent_forms
from footpath.pages.research.consent_forms import Form
from footpath.pages.research.consent_pages import overview_page
from footpath.pages.workshops import who_is_here
from footpath.pages.workshops.sent_once import known_device, sent_here
from footpath.research.own_copy import FILE, answered, written_out

AN_HOUR = 3600.0
MOST = 10
"""Copies that one person can have mailed within an hour."""
PURPOSE = "consent-copy"

_mailed = Attempts(AN_HOUR)


@require_http_methods(["GET", "POST"])
@known_device
def copy(request: HttpRequest, address: str, project: str) -> HttpResponse:
    """The copy as a file; by POST, mailed to the address that is typed or that
    somebody registered with.
    """
    giver, way = consent_forms.who_is_asked(request, address)
    form = consent_forms.form_of(giver, project)
    if not answered(giver, form.project):
        raise Http404
    if request.method == "GET":
        response = HttpResponse(
            written_out(giver, form.project, who_is_here.base_url(request)),
            content_type="text/html; charset=utf-8",
        )
        response["Content-Disposition"] = f'attachment; filename="{FILE}"'
        response["Cache-Control"] = "no-store"
        return response
    wrong = _mail(request, form)
    if wrong:
        return overview_page(request, giver, way, wrong, form.project)
    back = consent_forms.overview(giver.workshop, way)
    return redirect(f"{back}{'&' if '?' in back else '?'}sent#{form.project.address}")


def _mail(request: HttpRequest, form: Form) -> str:
    """Ask for the letter; else what is wrong, in a sentence."""
    to, whose = request.POST.get("to", "").strip(), f"{form.giver.registration}:{form.giver.person}"
    try:
        validate_email(to)
    except ValidationError:
        return "This does not look like an e-mail address: something like name@example.org."
    if not mail.is_set_up():
        return "This installation sends no mail. Take the copy as a file."
    address = request.META.get("REMOTE_ADDR", "")
    if not _mailed.add_below(MOST, address, whose):
        return "Several copies were just sent. Wait an hour, or take the copy as a file."
    giver = form.giver
    registration = giver.registration.pk if giver.registration is not None else None
    given = {"registration": registration, "person": giver.person, "project": form.project.pk}
    try:
        once = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return "That could not be read. Press the button once more."
    # of no registration, so that no list of letters says who answered anything
    ask(
        PURPOSE,
        f"{PURPOSE}:{sent_here(request, PURPOSE, str(once))}",
        to=to,
        about=giver.workshop,
        given=given,
    )
    return ""
