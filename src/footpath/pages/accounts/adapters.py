"""How signing in behaves here, where the library asks: codes, passkeys, and an
organisation's own provider.
"""

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import render

from footpath.accounts.models import Account
from footpath.limits.attempts import networks_of
from footpath.mail.asking import ask
from footpath.mail.limits import ASKED_FROM, network_key
from footpath.organisations import invitations
from footpath.pages.organisations import carried_invitation

CODE = "account/email/login_code"


class SigningIn(DefaultAccountAdapter):
    """Codes, and where people go once they are in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "That is not the code. Look at the newest mail, and type what it says.",
        "too_many_login_attempts": "Too many codes were asked for or typed. Wait a few minutes.",
        "rate_limited": (
            "Too many codes were asked for. Wait a few minutes, then ask for a new one."
        ),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Ask for the letter with a code; the library's other mails are not sent. It goes to the
        stored address, not to one typed that looks like it. For somebody unknown it is a letter to
        nobody, so that both take the same way.
        """
        if template_prefix != CODE:
            return
        account = _account_with(email)
        address = self.request.META.get("REMOTE_ADDR", "") if self.request is not None else ""
        given = (
            {"code": context["code"], ASKED_FROM: network_key(networks_of(address)[-1])}
            if account is not None
            else {}
        )
        ask("sign-in-code", f"sign-in-code:{secrets.token_hex(8)}", about=account, given=given)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Keep what is said in so many words; the library's own notes are left out: the pages
        say that themselves.
        """
        if kwargs.get("message"):
            super().add_message(*args, **kwargs)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves; invitations do."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Back to the invitation that they came with, else to the first page."""
        return carried_invitation.path_carried_by(request) or super().get_login_redirect_url(
            request
        )

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Who is new goes where everybody goes."""
        return self.get_login_redirect_url(request)


class Passkeys(DefaultMFAAdapter):
    """A passkey is a way in beside the code, not a second thing to have: who loses
    it still gets codes.
    """

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That passkey is not known here."
    }

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """A code is enough, always."""
        return False

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """A name for who gives none."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the device shows beside the key."""
        return super().get_public_key_credential_rp_entity() | {"name": "Footpath"}


class Provider(DefaultSocialAccountAdapter):
    """An organisation's own provider lets in whom it vouches for: a known address, or
    one that was invited.
    """

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let nobody in whose address the provider did not verify, and keep nothing of
        what else it tells.
        """
        if not _verified(sociallogin):
            raise ImmediateHttpResponse(render(request, "account/unverified.html", status=403))
        sociallogin.account.extra_data = {}
        if sociallogin.account.pk:
            sociallogin.account.save()

    def authenticate_by_email(self, sociallogin: SocialLogin) -> Any:
        """The account of the verified address, with that address."""
        for email in _verified(sociallogin):
            if (known := _account_with(email)) is not None:
                return known, email
        return None

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Only for somebody who came with an invitation that admits this address."""
        invitation = carried_invitation.carried_by(request)
        if invitation is None:
            return False
        admitted = [one for one in _verified(sociallogin) if invitations.admits(invitation, one)]
        return bool(admitted) and not Account.objects.filter(email__in=admitted).exists()

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> Any:
        """A new account takes its name from the provider."""
        account = super().populate_user(request, sociallogin, data)
        assert isinstance(account, Account)
        account.name = str(data.get("name") or "")[:80]
        return account


def _account_with(email: str) -> Account | None:
    """The open account that has this very address, on itself or from a provider; not one that
    only looks like it.
    """
    has_it = Q(email=email.lower()) | Q(emailaddress__email=email.lower())
    return Account.objects.filter(has_it, is_active=True).order_by("pk").first()


def _verified(sociallogin: SocialLogin) -> list[str]:
    """The addresses that the provider says it verified: `true` and nothing like it, such as a
    text that says false.
    """
    return [one.email for one in sociallogin.email_addresses if one.verified is True]
