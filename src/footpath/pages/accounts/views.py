"""Signing in and out, and one's own account."""

import logging
import time
from collections.abc import Callable
from typing import Any

from allauth.account.views import confirm_login_code
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import add_webauthn, remove_webauthn
from allauth.socialaccount.providers.openid_connect.views import login
from django.contrib import auth
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.models import Session
from django.db import transaction
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from requests import RequestException

from footpath.accounts.models import Account
from footpath.accounts.sign_in_links import account_of, use_up
from footpath.organisations.models import Membership
from footpath.pages.accounts.forms import NameForm
from footpath.pages.organisations import carried_invitation
from footpath.pages.private import private
from footpath.pages.workshops.sent_once import forget_device

LATELY = 15 * 60
SIGNED_IN_AT = "signed-in-at"
_log = logging.getLogger(__name__)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def enter(request: HttpRequest, account: Account) -> None:
    """Let somebody in who has shown otherwise who they are: by this machine's
    terminal, or by its key.
    """
    auth.login(request, account, backend=BACKEND)


@receiver(auth.user_logged_in)
def note_when(request: HttpRequest, **_: Any) -> None:
    """Keep in the session when its owner showed who they are, by whatever way in."""
    request.session[SIGNED_IN_AT] = time.time()


@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A link from the terminal. It is used by pressing a button, so that a program that looks at
    links uses none up.
    """
    account = account_of(token)
    if account is None:
        raise Http404
    if request.method == "POST":
        if not use_up(account):
            raise Http404
        enter(request, account)
        return redirect("front")
    return private(render(request, "account/by_link.html", {"account": account}))


@require_http_methods(["GET", "POST"])
def confirm_code(request: HttpRequest) -> HttpResponseBase:
    """Type the code that was mailed.

    The library keeps how often it was wrong in the session, so of many sent at once each would be
    the first: here they are weighed one after another, each with what the one before has left.
    """
    if request.method != "POST":
        return confirm_login_code(request)
    with transaction.atomic():
        key = request.session.session_key
        Session.objects.select_for_update().filter(pk=key).first()
        request.session = type(request.session)(key)  # read again, now that it is held
        response = confirm_login_code(request)
        if request.session.modified:
            request.session.save()
            # saved once more after this, it would undo what the next one counts; a new one is
            # this request's alone
            request.session.modified = request.session.session_key != key
    return response


@require_GET
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the organisation's own provider, where it answers."""
    try:
        return login(request, provider_id)
    except (RequestException, ValueError, KeyError):
        _log.warning("The provider named by FOOTPATH_OIDC_URL cannot be asked.", exc_info=True)
        return private(render(request, "socialaccount/authentication_error.html", status=502))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """This device is nobody's any more, as far as accounts go."""
    auth.logout(request)
    response = redirect("front")
    forget_device(response)
    response["Clear-Site-Data"] = '"cache"'
    return response


@login_required
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: name, passkeys, organisations."""
    me = Account.objects.get(pk=request.user.pk)
    form = NameForm(sent(request), instance=me)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("account")
    passkeys = Authenticator.objects.filter(user=me, type=Authenticator.Type.WEBAUTHN).order_by(
        "created_at"
    )
    context = {
        "form": form,
        "passkeys": [(one, one.wrap().name) for one in passkeys],
        "places": Membership.objects.filter(account=me).select_related("organisation"),
    }
    return private(
        render(request, "account/account.html", context, status=400 if form.errors else 200)
    )


def _lately_signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Passkeys are changed by who has just shown who they are, not by who found an open laptop."""

    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        is_here = request.user.is_authenticated
        if not is_here or time.time() - request.session.get(SIGNED_IN_AT, 0.0) > LATELY:
            if request.method == "POST":
                auth.logout(request)
            elif is_here:
                return private(render(request, "account/once_more.html"))
            return redirect(f"{reverse('account_login')}?next={request.path}&again=yes")
        return view(request, *args, **kwargs)

    return asked


add_passkey = _lately_signed_in(add_webauthn)
remove_passkey = _lately_signed_in(remove_webauthn)


@require_POST
def another_address(request: HttpRequest) -> HttpResponse:
    """Forget the code that was asked for, and type another address; an invitation that
    they came with stays.
    """
    if not request.user.is_authenticated:
        invitation = carried_invitation.carried_by(request)
        request.session.flush()
        if invitation is not None:
            carried_invitation.carry(request, invitation)
    return redirect("account_login")


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, also where it sent nothing; None where the page is only opened."""
    return request.POST if request.method == "POST" else None
