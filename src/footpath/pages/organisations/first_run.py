"""The first run: an installation that has no account yet gets an organisation, its
steward and its operator.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from footpath.accounts.models import Account
from footpath.organisations.belonging import found
from footpath.organisations.models import Belonging, Membership, Organisation
from footpath.pages.accounts.views import enter, sent
from footpath.pages.organisations.forms import FirstRunForm
from footpath.pages.private import page
from footpath.pages.workshops import who_is_here


def is_fresh() -> bool:
    """Whether nobody has an account yet."""
    return not Account.objects.exists()


@transaction.atomic
def set_up(
    organisation: str, name: str, email: str, time_zone: str
) -> tuple[Account, Organisation]:
    """Make the organisation, and the account that looks after it and operates the installation.

    What is there already stays: so whoever has the terminal can always make somebody a
    steward and an operator.
    """
    account = Account.objects.filter(email=email.lower()).first() or Account.objects.create_user(
        email, name=name
    )
    account.is_staff = account.is_active = True
    account.save(update_fields=["is_staff", "is_active"])
    known = Organisation.objects.filter(name=organisation).first()
    if known is None:
        return account, found(organisation, time_zone, account)
    Membership.objects.update_or_create(
        organisation=known, account=account, defaults={"role": Belonging.STEWARD}
    )
    return account, known


@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """The first page of a fresh installation, on this machine or with its key; later
    there is no such page.
    """
    if not is_fresh():
        raise Http404
    form = FirstRunForm(sent(request), ask_key=not who_is_here.from_this_machine(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with transaction.atomic():
            # the row that stands for accounts is held, so that of two who are first at once
            # one comes second
            ContentType.objects.select_for_update().get(app_label="accounts", model="account")
            account, organisation = set_up(
                given["organisation"], given["name"], given["email"], given["time_zone"]
            )
            if Account.objects.count() > 1:
                raise Http404  # somebody else was quicker, and the installation is theirs
        enter(request, account)
        return redirect("organisation", address=organisation.address)
    return page(request, "organisations/setup", {"form": form}, 400 if form.errors else 200)
