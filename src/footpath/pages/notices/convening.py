"""The page on which a member begins to announce a workshop: by pasting, from a plan, from an
earlier one, or empty.
"""

import uuid

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from footpath.accounts.models import Account
from footpath.limits.uploads import takes_a_file
from footpath.method.words.readable import readable
from footpath.notices.filling import draft_of, studies_of
from footpath.notices.models import Notice, Study
from footpath.notices.new_notices import (
    earlier_notices,
    from_earlier,
    from_links,
    from_plan,
    make_draft,
    new_id,
)
from footpath.notices.plans import PLANS
from footpath.notices.rights import may_convene
from footpath.notices.states import was_opened
from footpath.organisations.models import Policy
from footpath.pages.organisations.visitors import ensure, visitor_of
from footpath.pages.private import page
from footpath.reading import NoticeUnreadable, read_notice
from footpath.workshops import doors

LARGEST = 1_000_000
LONGEST_KEPT = 100_000


@takes_a_file(LARGEST)
@require_http_methods(["GET", "POST"])
def new_notice(request: HttpRequest, address: str) -> HttpResponse:
    """Choose how to begin; what was chosen makes a draft, and opens its form."""
    policy = get_object_or_404(Policy.objects.select_related("organisation"), address=address)
    ensure(may_convene(visitor_of(request), policy))
    wrong = ""
    if request.method == "POST":
        try:
            return redirect("notice", address=_begin(request, policy).workshop.address)
        except NoticeUnreadable as no:
            wrong = str(no)
    context = {
        "policy": policy,
        "plans": PLANS,
        "earlier": earlier_notices(policy),
        "wrong": wrong,
        "id": request.POST.get("id", "")[:64] or new_id(),
        "pasted": request.POST.get("pasted", ""),
    }
    return page(request, "notices/new", context, 400 if wrong else 200)


@require_POST
def announce(request: HttpRequest, address: str) -> HttpResponse:
    """Begin a notice for a workshop that was made by links alone, as long as its
    flipchart was not opened.
    """
    workshop = doors.workshop_at(address)
    ensure(workshop.policy is not None and may_convene(visitor_of(request), workshop.policy))
    ensure(not was_opened(workshop) and not Notice.objects.filter(pk=workshop.pk).exists())
    assert isinstance(request.user, Account)
    from_links(workshop, request.user)
    return redirect("notice", address=address)


def _begin(request: HttpRequest, policy: Policy) -> Notice:
    """The draft that was chosen; the same form sent twice makes one.

    Raises:
        Unreadable: when the pasted notice cannot be read, with the reason.
    """
    by, choice = request.user, request.POST.get("begin", "")
    assert isinstance(by, Account)
    text, name = _given(request)
    made_with = str(
        uuid.uuid5(_space_of(policy, by), f"{request.POST.get('id', '')} {choice} {text!r}")
    )
    if choice in PLANS:
        return from_plan(policy, by, made_with, choice)
    if choice == "earlier":
        chosen = request.POST.get("earlier", "")
        known = [one for one in earlier_notices(policy) if one.workshop.address == chosen]
        ensure(bool(known))
        return from_earlier(policy, by, made_with, known[0])
    if choice == "pasted":
        read = read_notice(text, name)
        shown = readable(text if isinstance(text, str) else text.decode("utf-8", "replace"))
        title = (read.title.value or "")[:300]
        made = make_draft(
            policy, by, made_with, title, pasted=shown[:LONGEST_KEPT], **draft_of(read)
        )
        if not Study.objects.filter(notice=made).exists():
            for study, sheet in studies_of(made.reading):
                Study.objects.create(notice=made, title=study, sheet_link=sheet)
        return made
    return make_draft(policy, by, made_with)


def _space_of(policy: Policy, by: Account) -> uuid.UUID:
    """A space of ids of one member's own for a policy, so that nobody's form can
    name another's workshop.
    """
    return uuid.uuid5(uuid.NAMESPACE_URL, f"footpath:{policy.pk}:{by.pk}")


def _given(request: HttpRequest) -> tuple[str | bytes, str]:
    """The notice that was pasted or uploaded, and the file's name."""
    given = request.FILES.get("file")
    if isinstance(given, UploadedFile):
        return given.read(LARGEST + 1), given.name or ""
    return request.POST.get("pasted", "").replace("\r\n", "\n"), ""
